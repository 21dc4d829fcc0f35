/**
 * Learns what Onix says of a claim beside its words, from hand-labelled articles: those of Wikinews and our own.
 *
 *     node training/claims.ts DATA/claims.wikinews.jsonl check
 *
 * check: how far a claim is worth a check → lib/claims/check-weights.ts (logistic regression over words and signs).
 * disputes: whether one claim disputes another → lib/claims/dispute-trees.ts (boosted trees).
 * Figures are of five folds by Wikinews article; our own articles are learned from in all of them. Deterministic.
 */
import fs from 'node:fs';
import * as z from 'zod/mini';
import { checkFeatures } from '../lib/claims/checkworthiness.ts';
import type { CheckWeights } from '../lib/claims/checkworthiness.ts';
import type { Claim } from '../lib/claims/claim.ts';
import { extractClaims } from '../lib/claims/extract.ts';
import { findNames } from '../lib/entities/names.ts';
import { findPlayers } from '../lib/entities/players.ts';
import type { Player } from '../lib/entities/players.ts';
import type { TextDocument } from '../lib/text/document.ts';
import { parseText } from '../lib/text/parse.ts';
import { placeClaims } from './corpus.ts';
import { readCorpus } from './labelled.ts';

const FOLDS = 5;
/** What one of our own articles counts against one of Wikinews: they dispute four times as much. */
const OWN = 0.2;

const LEAST_CLAIMS = 5;
const LEAST_WEIGHT = 0.04;
const STEPS = 500;
const RATE = 0.03;
const DECAY = 5; // L2, shared by all examples

const Pair = z.tuple([z.int(), z.int()]);
const Label = z.object({
  source: z.nullable(Pair),
  cue: z.nullable(Pair),
  content: z.array(Pair),
  disputes: z.array(z.int()),
  checkWorthy: z.boolean(),
});
type Label = z.infer<typeof Label>;
const Line = z.object({ title: z.string(), text: z.string(), claims: z.array(Label) });

/** An article with its claims as they are labelled. */
interface Article {
  fold: number; // -1: learned from in every fold
  doc: TextDocument;
  players: Player[];
  claims: Claim[];
  labels: (Label | undefined)[]; // of each claim
  disputes: (i: number, j: number) => boolean; // whether claim i disputes claim j
}

const [file, task] = process.argv.slice(2);
if (!file || task !== 'check') throw new Error('usage: node training/claims.ts claims.wikinews.jsonl check');
const checkFolds = new Map<number, CheckWeights>();
const articles = [...readWikinews(file), ...readOwn()];
learnCheck();

// ---------------------------------------------------------------- articles

function readWikinews(path: string): Article[] {
  return fs
    .readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => {
      const { text, title, claims } = Line.parse(JSON.parse(line));
      return readArticle(text, title, claims, i % FOLDS);
    });
}

function readOwn(): Article[] {
  return readCorpus().map(article => {
    const labels = placeClaims(article).map(({ claim, source, cue, content }) => ({
      source,
      cue,
      content,
      disputes: claim.disputes.map(n => n - 1),
      checkWorthy: claim.checkWorthy,
    }));
    return readArticle(article.text, article.title, labels, -1);
  });
}

function readArticle(text: string, title: string, all: readonly Label[], fold: number): Article {
  const span = ([start, end]: readonly [number, number]) => ({ start, end });
  const doc = parseText(text);
  const players = findPlayers(doc, findNames(doc), title);
  const attributions = all.map(({ source, cue, content }) => ({
    source: source && span(source),
    cue: cue && span(cue),
    content: content.map(span),
    confidence: 1,
  }));
  const claims = extractClaims(doc, attributions, players);
  const numbers = claims.map(claim =>
    all.findIndex(
      ({ content, cue, source }) =>
        content[0]?.[0] === claim.content[0]?.start &&
        cue?.[0] === claim.cue?.start &&
        (source === null) === (claim.source === null),
    ),
  );
  return {
    fold,
    doc,
    players,
    claims,
    labels: numbers.map(n => all[n]),
    disputes: (i, j) => all[numbers[i]!]?.disputes.includes(numbers[j]!) ?? false,
  };
}

// ---------------------------------------------------------------- worth a check

interface Example {
  names: Int32Array; // of features, by number
  values: Float32Array;
  right: number; // 0 or 1
  weight: number;
}

function learnCheck(): void {
  const weights = learnCheckWeights(articles);
  const rows = articles
    .filter(({ fold }) => fold >= 0)
    .map(article => {
      const held = foldWeights(article.fold);
      const sums = article.claims.map(claim => sumOf(held, checkFeatures(article.doc, claim)));
      const mean = sums.reduce((a, b) => a + b, 0) / Math.max(1, sums.length);
      return sums.flatMap((sum, i) => {
        const label = article.labels[i];
        return label ? [{ score: sum + 0.3 * mean, right: label.checkWorthy }] : [];
      });
    })
    .flat();
  console.log(`${rows.length} claims; AUC ${areaUnder(rows).toFixed(3)}; ${weights.size} weights`);
  const code = [...weights].map(([name, weight]) => `${Math.round(100 * weight)} ${name}`).join('|');
  fs.writeFileSync(
    new URL('../lib/claims/check-weights.ts', import.meta.url),
    `/** Written by training/claims.ts; not to be edited. Hundredths and the feature they belong to. */
export const CHECK_WEIGHTS =
  ${JSON.stringify(code)
    .replaceAll("'", String.raw`\'`)
    .replaceAll(String.raw`\"`, '"')
    .replace(/^"|"$/g, "'")};
`,
  );
}

/** The weights learned without the articles of a fold. */
function foldWeights(fold: number): CheckWeights {
  const known = checkFolds.get(fold);
  if (known) return known;
  const weights = learnCheckWeights(articles.filter(article => article.fold !== fold));
  checkFolds.set(fold, weights);
  return weights;
}

/** Words in fewer claims are not learned; weights nearer to nothing are left out. */
function learnCheckWeights(from: readonly Article[]): CheckWeights {
  const maps = from.flatMap(({ doc, claims, labels, fold }) =>
    claims.flatMap((claim, i) => {
      const label = labels[i];
      return label ? [{ features: checkFeatures(doc, claim), right: label.checkWorthy, own: fold < 0 }] : [];
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
      weight: own ? OWN : 1,
    };
  });
  const weights = regress(examples, names.length);
  return new Map(
    names
      .map((name, i) => [name, weights[i]!] as const)
      .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT),
  );
}

function sumOf(weights: CheckWeights, features: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const [name, value] of Object.entries(features)) sum += (weights.get(name) ?? 0) * value;
  return sum;
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

/** The chance that a right example scores above a wrong one. */
function areaUnder(rows: readonly { score: number; right: boolean }[]): number {
  const sorted = rows.toSorted((a, b) => a.score - b.score);
  let wrong = 0;
  let above = 0;
  for (const { right } of sorted) {
    if (right) above += wrong;
    else wrong++;
  }
  return above / (wrong * (sorted.length - wrong));
}
