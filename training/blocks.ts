/**
 * Learns which blocks of a page are its article, from labelled pages:
 *
 *   node training/blocks.ts CORPUS [--rows FILE] [--folds FILE]
 *
 * CORPUS holds `truth.jsonl` and the pages. The rows of features, computed in Chromium, are kept in FILE if one is
 * named. Prints scores by cross-validation (no domain on both sides) and writes `lib/article/block-weights.ts`;
 * `--folds` also writes the weights of each fold, to measure the whole extraction with them.
 */
import fs from 'node:fs';
import { BLOCK_FEATURES, BLOCK_WIDTH } from '../lib/article/block-features.ts';
import { CONTEXT_WIDTH, contextOf, GROUPS } from '../lib/article/block-context.ts';
import {
  AGAIN_WIDTH,
  bothScores,
  FIRST_PAIR,
  HOPELESS,
  MODEL_WIDTH,
  readSteps,
  STEPS,
  sumOfSteps,
  SURE,
  UNIT,
  type BlockWeights,
  type Buckets,
} from '../lib/article/block-model.ts';
import { BUCKETS, outerBuckets, ownBuckets } from '../lib/article/name-features.ts';
import { atOnce } from '../lib/work.ts';
import { readForest, sumOf, type Forest } from '../lib/trees.ts';
import { inChromium, readPages, readHtml, type LabelledPage } from './blocks-corpus.ts';
import { labelBlocks } from './blocks-labels.ts';
import type { PageRows } from './blocks-page.ts';
import { shingleScore, snippetScore, wordScore } from './blocks-score.ts';
import { Binned, foldOf, gains, grow, random, write, type Growth } from './blocks-trees.ts';

const FOLDS = 5;
const GROWTH: Growth = {
  trees: 106,
  leaves: 12,
  rate: 0.14,
  minWeight: 8,
  ridge: 2,
  features: 0.3,
  sample: 0.6,
  seed: 11,
};

const AGAIN_GROWTH: Growth = { ...GROWTH, trees: 56, leaves: 10, rate: 0.1, features: 0.4 };

const MODEL_FEATURES = [...BLOCK_FEATURES, 'names', 'firstWords'];
const AGAIN_FEATURES = [...Array.from({ length: CONTEXT_WIDTH }, (_, i) => `context${i}`), ...MODEL_FEATURES];

/** Sets by how far their labels can be trusted block by block. */
const SET_WEIGHT: Record<string, number> = { aeb: 1.5, fundus: 1.5, wcxb: 0.7, traf: 0.5 };

/**
 * One source leaves standfirsts out of its bodies, which ours are to have: what says the same as the page's own
 * description is no example there.
 */
const WITHOUT_STANDFIRSTS = 'aeb';
const STANDFIRST_LIKENESS = 0.6;
const DESCRIPTION = BLOCK_FEATURES.indexOf('description');

interface Rows {
  readonly pages: {
    readonly page: LabelledPage;
    readonly texts: readonly string[];
    readonly first: number;
  }[];
  readonly features: Float32Array; // MODEL_WIDTH columns, the last two filled fold by fold
  readonly label: Float32Array;
  readonly weight: Float32Array;
  readonly fold: Uint8Array;
  readonly isHopeless: Uint8Array;
  readonly groups: (readonly number[])[]; // the elements around each block
  readonly names: Uint16Array[]; // buckets of each row
  readonly words: Uint16Array[];
}

const [corpusFolder] = process.argv.slice(2);
if (!corpusFolder) throw new Error('Say where the corpus is');
const rows = await readRows(corpusFolder, optionOf('--rows'));
const scores = new Float32Array(rows.label.length);
const secondScores = new Float32Array(rows.label.length);
const foldWeights = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const weights = learn(rows, fold);
  foldWeights.push(weights);
  fillBuckets(rows, weights, i => rows.fold[i] === fold);
  const forest = readForest(weights.trees);
  for (let i = 0; i < scores.length; i += 1)
    if (rows.fold[i] === fold) scores[i] = firstScore(rows, forest, i);
  const again = againRows(rows, scores);
  const second = readForest(weights.again);
  for (let i = 0; i < scores.length; i += 1)
    if (rows.fold[i] === fold) secondScores[i] = secondScore(scores[i]!, second, again, i);
}
printScores(rows, scores);
console.log('the second judgement:');
printScores(rows, secondScores);
const foldFile = optionOf('--folds');
if (foldFile) fs.writeFileSync(foldFile, JSON.stringify(foldWeights));
writeWeights(learn(rows, -1));

// ---- rows ----

async function readRows(folder: string, file: string | undefined): Promise<Rows> {
  const corpus = readPages(folder).filter(
    ({ set, pageType }) => set in SET_WEIGHT && (set !== 'wcxb' || pageType === 'article'),
  );
  const lines =
    file && fs.existsSync(file)
      ? fs.readFileSync(file, 'utf8').split('\n')
      : await computeRows(folder, corpus);
  if (file && !fs.existsSync(file)) fs.writeFileSync(file, lines.join('\n'));
  const byId = new Map(corpus.map(page => [page.id, page]));
  const parsed = lines.filter(line => line !== '').map(line => JSON.parse(line) as PageRows & { id: string });

  const length = parsed.reduce((sum, { texts }) => sum + texts.length, 0);
  const all: Rows = {
    pages: [],
    features: new Float32Array(length * MODEL_WIDTH),
    label: new Float32Array(length),
    weight: new Float32Array(length),
    fold: new Uint8Array(length),
    isHopeless: new Uint8Array(length),
    groups: [],
    names: [],
    words: [],
  };
  let at = 0;
  for (const own of parsed) {
    const page = byId.get(own.id)!;
    const { label, weight } = labelBlocks(page, own.texts);
    const features = new Float32Array(Uint8Array.from(Buffer.from(own.rows, 'base64')).buffer);
    all.pages.push({ page, texts: own.texts, first: at });
    for (let i = 0; i < own.texts.length; i += 1, at += 1) {
      all.features.set(features.subarray(i * BLOCK_WIDTH, (i + 1) * BLOCK_WIDTH), at * MODEL_WIDTH);
      all.label[at] = label[i]!;
      const isStandfirst =
        page.set === WITHOUT_STANDFIRSTS &&
        label[i] === 0 &&
        all.features[at * MODEL_WIDTH + DESCRIPTION]! > STANDFIRST_LIKENESS;
      all.weight[at] = own.isHopeless[i] || isStandfirst ? 0 : weight[i]! * SET_WEIGHT[page.set]!;
      all.isHopeless[at] = own.isHopeless[i] ? 1 : 0;
      all.fold[at] = foldOf(page.url ?? page.id, FOLDS);
      const [first, ...around] = own.frames[i]!.map(frame => own.names[frame]!);
      all.names.push(Uint16Array.from([...new Set(ownBuckets(first!)), ...new Set(outerBuckets(around))]));
      all.words.push(Uint16Array.from(new Set(own.words[i])));
      all.groups.push(own.frames[i]!.slice(1, 1 + GROUPS));
    }
  }
  const sum = all.weight.reduce((total, weight) => total + weight, 0);
  for (let i = 0; i < length; i += 1) all.weight[i] = (all.weight[i]! * length) / sum / 4;
  return all;
}

async function computeRows(folder: string, corpus: readonly LabelledPage[]): Promise<string[]> {
  const { run, close } = await inChromium<undefined, PageRows>(
    new URL('blocks-page.ts', import.meta.url).pathname,
    'rowsOf',
  );
  const lines: string[] = [];
  for (const page of corpus) {
    const computed = await run(readHtml(folder, page), page.url ?? 'https://page.invalid/');
    lines.push(JSON.stringify({ id: page.id, ...computed }));
  }
  await close();
  return lines;
}

// ---- learning ----

/** Learns from all rows but those of a fold. */
function learn(from: Rows, without: number): BlockWeights {
  const use = rowsWhere(from, i => from.fold[i] !== without && from.weight[i]! > 0);
  // what names and words say of a training row is learned from other domains than its own, as it will be in use
  for (let inner = 0; inner < FOLDS; inner += 1) {
    if (inner === without) continue;
    const others = use.filter(i => from.fold[i] !== inner);
    fillBuckets(from, learnBuckets(from, others), i => from.fold[i] === inner);
  }
  const first = forestOf(from, from.features, MODEL_WIDTH, use, GROWTH);
  printGains(`fold ${without}`, first.gains, MODEL_FEATURES);
  // the second judgement learns from first ones of pages that the first had not seen
  const scores = new Float32Array(from.label.length);
  for (const half of [0, 1]) {
    const others = use.filter(i => from.fold[i]! % 2 !== half);
    const forest = readForest(forestOf(from, from.features, MODEL_WIDTH, others, GROWTH).trees);
    for (let i = 0; i < scores.length; i += 1)
      if (from.fold[i]! % 2 === half) scores[i] = firstScore(from, forest, i);
  }
  const doubtful = use.filter(i => scores[i]! >= HOPELESS);
  const second = forestOf(from, againRows(from, scores), AGAIN_WIDTH, doubtful, AGAIN_GROWTH);
  printGains('  second', second.gains, AGAIN_FEATURES);
  return { ...learnBuckets(from, use), trees: first.trees, again: second.trees };
}

function firstScore({ features, isHopeless }: Rows, forest: Forest, i: number): number {
  return isHopeless[i] ? -SURE : sumOf(forest, features, i * MODEL_WIDTH);
}

/** As on the page, what is surely out is not judged twice. */
function secondScore(first: number, forest: Forest, again: Float32Array, i: number): number {
  return first < HOPELESS ? first : bothScores(first, sumOf(forest, again, i * AGAIN_WIDTH));
}

function forestOf(
  { label, weight }: Rows,
  features: Float32Array,
  width: number,
  use: Int32Array,
  growth: Growth,
): { trees: BlockWeights['trees']; gains: (names: readonly string[]) => [string, number][] } {
  const table = { rows: features, width, label, weight };
  const binned = new Binned(table);
  const grown = grow(binned, table, use, growth);
  return { trees: write(grown, binned.borders), gains: names => gains(grown.trees, names) };
}

function printGains(
  name: string,
  of: (names: readonly string[]) => [string, number][],
  names: readonly string[],
): void {
  console.log(
    `${name}:`,
    of(names)
      .slice(0, 12)
      .map(([feature]) => feature)
      .join(', '),
  );
}

/** Rows for the second judgement: context by the first one, page by page, then the block's own columns. */
function againRows({ pages, features, groups }: Rows, scores: Float32Array): Float32Array {
  const rows = new Float32Array(scores.length * AGAIN_WIDTH);
  for (const { texts, first } of pages) {
    const context = atOnce(
      contextOf({
        scores: scores.subarray(first, first + texts.length),
        chars: texts.map(text => text.length),
        groups: groups.slice(first, first + texts.length),
      }),
    );
    for (let i = 0; i < texts.length; i += 1) {
      const at = (first + i) * AGAIN_WIDTH;
      rows.set(context.subarray(i * CONTEXT_WIDTH, (i + 1) * CONTEXT_WIDTH), at);
      rows.set(
        features.subarray((first + i) * MODEL_WIDTH, (first + i + 1) * MODEL_WIDTH),
        at + CONTEXT_WIDTH,
      );
    }
  }
  return rows;
}

function learnBuckets(from: Rows, use: Int32Array): Pick<BlockWeights, 'names' | 'words'> {
  return {
    names: learnLinear(from, from.names, use),
    words: learnLinear(from, from.words, use),
  };
}

/** Logistic regression on buckets, by gradient descent with a step of its own for each (AdaGrad). */
function learnLinear(from: Rows, buckets: readonly Uint16Array[], use: Int32Array): Buckets {
  const weights = new Float32Array(BUCKETS);
  const squares = new Float32Array(BUCKETS).fill(0.01);
  let bias = 0;
  const next = random(5);
  const order = Int32Array.from(use);
  for (let epoch = 0; epoch < 6; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      let sum = bias;
      for (const bucket of buckets[i]!) sum += weights[bucket]!;
      const error = Math.min(4, from.weight[i]!) * (from.label[i]! - 1 / (1 + Math.exp(-sum)));
      bias += 0.01 * error;
      for (const bucket of buckets[i]!) {
        const gradient = error - 0.002 * weights[bucket]!;
        squares[bucket] = squares[bucket]! + gradient * gradient;
        weights[bucket] = weights[bucket]! + (0.15 * gradient) / Math.sqrt(squares[bucket]!);
      }
    }
  }
  const steps = Array.from(weights, nearestStep);
  let code = '';
  for (let i = 0; i < steps.length; i += 2)
    code += String.fromCharCode(FIRST_PAIR + steps[i]! * STEPS.length + steps[i + 1]!);
  return { bias: Number(bias.toFixed(4)), code };
}

/** Index of the step that is nearest to a weight. */
function nearestStep(weight: number): number {
  let best = 0;
  for (const [i, step] of STEPS.entries())
    if (Math.abs(step * UNIT - weight) < Math.abs(STEPS[best]! * UNIT - weight)) best = i;
  return best;
}

/** Fills the last two columns of the rows that `which` picks. */
function fillBuckets(
  into: Rows,
  weights: Pick<BlockWeights, 'names' | 'words'>,
  which: (i: number) => boolean,
): void {
  const names = decode(weights.names);
  const words = decode(weights.words);
  for (let i = 0; i < into.label.length; i += 1) {
    if (!which(i)) continue;
    into.features[i * MODEL_WIDTH + BLOCK_WIDTH] = names(into.names[i]!);
    into.features[i * MODEL_WIDTH + BLOCK_WIDTH + 1] = words(into.words[i]!);
  }
}

function decode({ bias, code }: Buckets): (buckets: Uint16Array) => number {
  const steps = readSteps(code);
  return buckets => {
    let sum = 0;
    for (const bucket of buckets) sum += steps[bucket]!;
    return sumOfSteps(bias, sum);
  };
}

function rowsWhere(from: Rows, which: (i: number) => boolean): Int32Array {
  return Int32Array.from(from.label.keys()).filter(which);
}

// ---- results ----

function printScores({ pages }: Rows, by: Float32Array): void {
  for (const limit of [-0.8, -0.4, 0, 0.4]) {
    const judged = (set: string) =>
      pages
        .filter(({ page }) => page.set === set)
        .map(({ page, texts, first }) => ({
          page,
          text: texts.filter((_text, i) => by[first + i]! > limit).join('\n\n'),
        }));
    const table = {
      aeb: shingleScore(judged('aeb')),
      fundus: shingleScore(judged('fundus')),
      wcxb: wordScore(judged('wcxb')),
      traf: snippetScore(judged('traf')),
    };
    for (const [set, { precision, recall, f1 }] of Object.entries(table))
      console.log(
        `limit ${limit}  ${set}  F1 ${f1.toFixed(4)}  P ${precision.toFixed(4)}  R ${recall.toFixed(4)}`,
      );
  }
}

function writeWeights(weights: BlockWeights): void {
  const file = new URL('../lib/article/block-weights.ts', import.meta.url);
  fs.writeFileSync(
    file,
    `import type { BlockWeights } from './block-model.ts';

/** Written by training/blocks.ts; not to be edited. */
export const BLOCK_WEIGHTS: BlockWeights = ${JSON.stringify(weights, null, 2)};
`,
  );
}

function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
