/**
 * Learns what Onix says of a claim beside its words, from labelled articles: those of Wikinews, our own, and for disputes
 * pages as they are (judgements.ts).
 *
 *     node training/claims.ts DATA/claims.wikinews.jsonl check
 *     node training/claims.ts DATA/claims.wikinews.jsonl disputes CORPUS
 *
 * check: how far a claim is worth a check → lib/claims/check-weights.ts (logistic regression over words and signs).
 * disputes: whether one claim disputes another → lib/claims/dispute-trees.ts (boosted trees).
 * Figures are of five folds by article, of Wikinews and of pages. Deterministic.
 */
import fs from 'node:fs';
import * as z from 'zod/mini';
import {
  checkFeatures,
  weighCheckWorthiness,
  weightsByPart,
  writeWeights,
} from '../lib/claims/checkworthiness.ts';
import type { CheckWeights } from '../lib/claims/checkworthiness.ts';
import type { Claim } from '../lib/claims/claim.ts';
import { extractClaims, playersIn } from '../lib/claims/extract.ts';
import type { BlockKinds } from '../lib/claims/posts.ts';
import { findStatus } from '../lib/claims/status.ts';
import { PAIR_FEATURES, candidatesOf, readPair } from '../lib/claims/disputes.ts';
import { readUtterances } from '../lib/claims/utterances.ts';
import { indexMentions } from '../lib/claims/sources.ts';
import { findNames } from '../lib/entities/names.ts';
import { findPlayers } from '../lib/entities/players.ts';
import type { Player } from '../lib/entities/players.ts';
import type { TextDocument } from '../lib/text/document.ts';
import { parseText } from '../lib/text/parse.ts';
import { readForest, fillForest, sumFull } from '../lib/trees.ts';
import type { FullForest, Trees } from '../lib/trees.ts';
import { Binned, gains, grow, write } from './blocks-trees.ts';
import type { Growth } from './blocks-trees.ts';
import { placeClaims } from './corpus.ts';
import { readJudgements } from './judgements.ts';
import { readCorpus } from './labelled.ts';

const FOLDS = 5;
/** What a claim of one of our own articles counts against one of Wikinews. */
const OWN_CLAIM = 0.4;
/** What a pair of claims counts. */
const PAIR = { wikinews: 1, own: 0.15, pages: 0.5 };

/** A feature of all claims of our own articles, learned and left out. */
const OURS = 'ours';
const LEAST_CLAIMS = 4;
const LEAST_WEIGHT = 0.1;
const STEPS = 500;
const RATE = 0.03;
const DECAY = 5; // L2, shared by all examples

const GROWTH: Growth = {
  trees: 500,
  leaves: 4,
  rate: 0.06,
  minWeight: 1.5,
  ridge: 5,
  features: 0.5,
  sample: 0.7,
  seed: 7,
};

const Pair = z.tuple([z.int(), z.int()]);
const Label = z.object({
  source: z.nullable(Pair),
  cue: z.nullable(Pair),
  content: z.array(Pair),
  disputes: z.array(z.int()),
  status: z.string(),
  checkWorthy: z.boolean(),
});
type Label = z.infer<typeof Label>;
const Line = z.object({ title: z.string(), text: z.string(), claims: z.array(Label) });

/** An article with its claims as they are labelled. */
interface Article {
  fold: number;
  set: 'wikinews' | 'own' | 'pages';
  doc: TextDocument;
  players: Player[];
  claims: Claim[];
  labels: (Label | undefined)[]; // of each claim
  disputed: number; // pairs, those among claims that could not be read included
  disputes: (i: number, j: number) => boolean; // whether claim i disputes claim j
}

const [file, task, corpus] = process.argv.slice(2);
if (!file || !(task === 'check' || (task === 'disputes' && corpus)))
  throw new Error('usage: node training/claims.ts claims.wikinews.jsonl check | disputes CORPUS');
const checkFolds = new Map<number, CheckWeights>();
const articles = [...readWikinews(file), ...readOwn()];
if (task === 'check') learnCheck();
else {
  articles.push(...readPages(corpus!));
  learnDisputes();
}

// ---------------------------------------------------------------- articles

function readWikinews(path: string): Article[] {
  return fs
    .readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => {
      const { text, title, claims } = Line.parse(JSON.parse(line));
      return readArticle({ doc: parseText(text), title, kinds: [] }, claims, i % FOLDS, 'wikinews');
    });
}

function readOwn(): Article[] {
  return readCorpus().map((article, i) => {
    const labels = placeClaims(article).map(({ claim, source, cue, content }) => ({
      source,
      cue,
      content,
      disputes: claim.disputes.map(n => n - 1),
      status: claim.status,
      checkWorthy: claim.checkWorthy,
    }));
    const { text, title } = article;
    return readArticle({ doc: parseText(text), title, kinds: [] }, labels, i % FOLDS, 'own');
  });
}

function readPages(folder: string): Article[] {
  return readJudgements(folder).map(({ article, claims, disputes, denied, contested }, i) => {
    const labels = claims.map((claim, n) => ({
      ...claim,
      disputes: disputes.filter(([by]) => by === n).map(([, of]) => of),
      status: denied.includes(n) ? 'denied' : contested.includes(n) ? 'contested' : 'stated',
      checkWorthy: false, // not asked
    }));
    const { text, blocks, title } = article;
    const kinds = blocks.map(({ kind }) => kind);
    return readArticle({ doc: parseText(text, blocks), title, kinds }, labels, i % FOLDS, 'pages');
  });
}

function readArticle(
  { doc, title, kinds }: { doc: TextDocument; title: string; kinds: BlockKinds },
  all: readonly Label[],
  fold: number,
  set: Article['set'],
): Article {
  const span = ([start, end]: readonly [number, number]) => ({ start, end });
  const players = findPlayers(doc, findNames(doc), title);
  const attributions = all.map(({ source, cue, content }) => ({
    source: source && span(source),
    cue: cue && span(cue),
    content: content.map(span),
    confidence: 1,
  }));
  const claims = extractClaims(doc, attributions, players, kinds);
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
    set,
    disputed: all.reduce((sum, { disputes }) => sum + disputes.length, 0),
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

/** The weights learned without the articles of a fold. */
function foldWeights(fold: number): CheckWeights {
  const known = checkFolds.get(fold);
  if (known) return known;
  const weights = weightsByPart(
    learnCheckWeights(articles.filter(article => article.fold !== fold && article.set !== 'pages')),
  );
  checkFolds.set(fold, weights);
  return weights;
}

/** Words in fewer claims are not learned; weights nearer to nothing are left out. */
function learnCheckWeights(from: readonly Article[]): Map<string, number> {
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

// ---------------------------------------------------------------- disputes

interface PairRow {
  row: Float32Array;
  right: boolean;
  article: Article;
}

/** Pairs of claims with what speaks for a dispute; check-worthiness as it is of articles not learned from. */
function readPairs(): PairRow[] {
  return articles.flatMap(article => {
    const { doc, claims, players } = article;
    const worth = weighCheckWorthiness(doc, claims, foldWeights(article.fold));
    const bare = claims.map((claim, i) => ({ ...claim, ...worth[i]! }));
    const mentions = indexMentions(players);
    const utterances = readUtterances(doc, bare, claim => playersIn(claim, mentions));
    return utterances.flatMap(x =>
      candidatesOf(utterances, x).map(y => {
        const row = new Float32Array(PAIR_FEATURES.length);
        readPair(utterances, x, y, row);
        return { row, right: article.disputes(x.index, y.index), article };
      }),
    );
  });
}

function learnDisputes(): void {
  const pairs = readPairs();
  const width = PAIR_FEATURES.length;
  const table = {
    rows: new Float32Array(pairs.length * width),
    width,
    label: Float32Array.from(pairs, ({ right }) => Number(right)),
    weight: Float32Array.from(pairs, ({ article }) => PAIR[article.set]),
    start: new Float32Array(pairs.length),
  };
  for (const [i, { row }] of pairs.entries()) table.rows.set(row, i * width);
  const binned = new Binned(table);
  const learn = (fold: number): Trees => {
    const use = Int32Array.from(pairs.keys()).filter(i => pairs[i]!.article.fold !== fold);
    // ours dispute four times as much, for reasons that are not in the claims
    const odds = [false, true].map(own =>
      logOdds([...use].map(i => pairs[i]!).filter(({ article }) => (article.set === 'own') === own)),
    );
    for (const [i, { article }] of pairs.entries()) table.start[i] = odds[Number(article.set === 'own')]!;
    const grown = { ...grow(binned, table, use, GROWTH), base: odds[0]! };
    if (fold < 0)
      console.log(
        gains(grown.trees, PAIR_FEATURES)
          .slice(0, 30)
          .map(([name]) => name)
          .join(', '),
      );
    return write(grown, binned.borders);
  };
  const forests = Array.from({ length: FOLDS }, (_, fold) => fillForest(readForest(learn(fold))));
  for (const set of ['wikinews', 'pages'] as const) scorePairs(set, pairs, forests);
  fs.writeFileSync(
    new URL('../lib/claims/dispute-trees.ts', import.meta.url),
    `import type { Trees } from '../trees.ts';

/** Written by training/claims.ts; not to be edited. */
export const DISPUTE_TREES: Trees = ${JSON.stringify(learn(-1))};
`,
  );
}

/** Pairs as their scores order them, and the ledger they make, by trees that did not see the article. */
function scorePairs(set: Article['set'], pairs: readonly PairRow[], forests: readonly FullForest[]): void {
  const held = pairs
    .filter(({ article }) => article.set === set)
    .map(({ row, right, article }) => ({ score: sumFull(forests[article.fold]!, row), right }));
  const all = articles
    .filter(article => article.set === set)
    .reduce((sum, { disputed }) => sum + disputed, 0);
  console.log(`${set}: ${held.length} pairs, ${all} disputes; AUC ${areaUnder(held).toFixed(3)}`);
  for (const least of [-2, -1.6, -1.2, -0.8, -0.4, 0]) {
    const found = held.filter(({ score }) => score >= least);
    const right = found.filter(each => each.right).length;
    console.log(
      `  score ${least}: P ${percent(right / found.length)} R ${percent(right / all)} F ${percent((2 * right) / (found.length + all))}`,
    );
  }
  scoreStatus(set, forests);
}

function logOdds(pairs: readonly PairRow[]): number {
  const right = pairs.filter(pair => pair.right).length;
  return Math.log(right / (pairs.length - right));
}

function scoreStatus(set: Article['set'], forests: readonly FullForest[]): void {
  const kinds: readonly string[] = ['stated', 'contested', 'denied'];
  const counts = kinds.map(() => ({ both: 0, all: 0 })); // `all`: labelled and said
  let [found, right] = [0, 0];
  const scored = articles.filter(article => article.set === set);
  for (const { doc, claims, players, labels, fold, disputes } of scored) {
    const mentions = indexMentions(players);
    const worth = weighCheckWorthiness(doc, claims, foldWeights(fold));
    const bare = claims.map((claim, i): Claim => ({
      ...claim,
      ...worth[i]!,
      status: 'stated',
      disputedBy: [],
      refersTo: [],
    }));
    findStatus(doc, bare, claim => playersIn(claim, mentions), forests[fold]);
    for (const [i, { id, status }] of bare.entries()) {
      for (const [kind, count] of counts.entries()) {
        const [said, labelled] = [status, labels[i]?.status].map(each => each === kinds[kind]);
        if (said && labelled) count.both++;
        count.all += Number(said) + Number(labelled);
      }
      for (const [j, y] of bare.entries()) {
        if (!y.disputedBy.includes(id)) continue;
        found++;
        if (disputes(i, j)) right++;
      }
    }
  }
  const all = scored.reduce((sum, { disputed }) => sum + disputed, 0);
  const shares = counts.map(({ both, all: of }) => (2 * both) / of);
  console.log(
    `  ledger: ${right} of ${found} pairs right, P ${percent(right / found)} R ${percent(right / all)} F ${percent((2 * right) / (found + all))}`,
  );
  console.log(
    `  status F ${kinds.map((kind, k) => `${kind} ${percent(shares[k]!)}`).join(', ')}, macro ${percent(shares.reduce((a, b) => a + b) / kinds.length)}`,
  );
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}

// ---------------------------------------------------------------- regression

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
