/** How far a claim is worth a check, learned by logistic regression over words and signs: lib/claims/check-weights.ts. */
import fs from 'node:fs';
import {
  checkFeatures,
  weighCheckWorthiness,
  weightsByPart,
  writeWeights,
} from '../lib/claims/checkworthiness.ts';
import type { CheckWeights } from '../lib/claims/checkworthiness.ts';
import { areaUnder } from './area-under.ts';
import type { LabelledArticle } from './claims-articles.ts';

/** What a claim of one of our own articles counts against one of Wikinews. */
const OWN_CLAIM = 0.4;
/** A feature of all claims of our own articles, learned and left out. */
const OURS = 'ours';
const LEAST_CLAIMS = 4;
const LEAST_WEIGHT = 0.1;
const STEPS = 500;
const RATE = 0.03;
const DECAY = 5; // L2, shared by all examples

interface Example {
  names: Int32Array; // of features, by number
  values: Float32Array;
  right: number; // 0 or 1
  weight: number;
}

/** Learns from all articles, writes the weights, and prints how well those of folds tell Wikinews. */
export function learnCheck(articles: readonly LabelledArticle[]): void {
  const foldWeights = weightsWithout(articles);
  const weights = learnCheckWeights(articles);
  const rows = articles
    .filter(({ set }) => set === 'wikinews')
    .flatMap(({ doc, claims, labels, fold }) => {
      const worth = weighCheckWorthiness(doc, claims, foldWeights(fold));
      return worth.flatMap(({ checkWorthiness }, i) => {
        const label = labels[i];
        return label ? [{ score: checkWorthiness, right: label.checkWorthy }] : [];
      });
    });
  console.log(`${rows.length} claims; AUC ${areaUnder(rows).toFixed(3)}; ${weights.size} weights`);
  const code = writeWeights(weightsByPart(weights))
    .replaceAll('\\', String.raw`\\`)
    .replaceAll("'", String.raw`\'`);
  fs.writeFileSync(
    new URL('../lib/claims/check-weights.ts', import.meta.url),
    `/** Written by training/claims.ts; not to be edited. Hundredths by the part and the words they belong to. */
export const CHECK_WEIGHTS =
  '${code}';
`,
  );
}

/** The weights learned without the articles of a fold, and without pages, of which it was not asked; each learned once. */
export function weightsWithout(articles: readonly LabelledArticle[]): (fold: number) => CheckWeights {
  const known = new Map<number, CheckWeights>();
  return fold => {
    const weights =
      known.get(fold) ??
      weightsByPart(
        learnCheckWeights(articles.filter(article => article.fold !== fold && article.set !== 'pages')),
      );
    known.set(fold, weights);
    return weights;
  };
}

/** Words in fewer claims are not learned; weights nearer to nothing are left out. */
function learnCheckWeights(from: readonly LabelledArticle[]): Map<string, number> {
  const maps = from.flatMap(({ doc, claims, labels, set }) =>
    claims.flatMap((claim, i) => {
      const label = labels[i];
      const own = set === 'own';
      // ours are worth a check more or less often, for reasons that are not in the claims
      const features = { ...checkFeatures(doc, claim), ...(own && { [OURS]: 1 }) };
      return label ? [{ features, right: label.checkWorthy, own }] : [];
    }),
  );
  const counts = new Map<string, number>();
  for (const { features } of maps)
    for (const [name, value] of Object.entries(features))
      if (value !== 0) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= LEAST_CLAIMS).map(([name]) => name);
  const numbers = new Map(names.map((name, i) => [name, i]));
  const examples = maps.map(({ features, right, own }): Example => {
    const known = Object.entries(features).filter(([name, value]) => value !== 0 && numbers.has(name));
    return {
      names: Int32Array.from(known, ([name]) => numbers.get(name)!),
      values: Float32Array.from(known, ([, value]) => value),
      right: right ? 1 : 0,
      weight: own ? OWN_CLAIM : 1,
    };
  });
  const weights = regress(examples, names.length);
  return new Map(
    names
      .map((name, i) => [name, weights[i]!] as const)
      .filter(([name, weight]) => name !== OURS && Math.abs(weight) >= LEAST_WEIGHT),
  );
}

/** Adam over the whole set. */
function regress(examples: readonly Example[], width: number): Float64Array {
  const weights = new Float64Array(width);
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  const slope = new Float64Array(width);
  for (let step = 1; step <= STEPS; step++) {
    for (let d = 0; d < width; d++) slope[d] = DECAY * weights[d]!;
    for (const { names, values, right, weight } of examples) {
      let sum = 0;
      for (let k = 0; k < names.length; k++) sum += weights[names[k]!]! * values[k]!;
      const error = weight * (1 / (1 + Math.exp(-sum)) - right);
      for (let k = 0; k < names.length; k++) slope[names[k]!] = slope[names[k]!]! + error * values[k]!;
    }
    for (let d = 0; d < width; d++) {
      const gradient = slope[d]! / examples.length;
      mean[d] = 0.9 * mean[d]! + 0.1 * gradient;
      square[d] = 0.999 * square[d]! + 0.001 * gradient * gradient;
      const [m, s] = [mean[d]! / (1 - 0.9 ** step), square[d]! / (1 - 0.999 ** step)];
      weights[d] = weights[d]! - (RATE * m) / (Math.sqrt(s) + 1e-9);
    }
  }
  return weights;
}
