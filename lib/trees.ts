/**
 * Boosted decision trees as a string: what a training command writes and a page script reads.
 * Each tree is written from its root, yes-branch first. A split is three bytes: feature, then a threshold (a float's
 * upper half); its yes-branch holds values below the threshold. A leaf is one byte, a number of steps;
 * or two, 255 and a signed byte, where steps are finer.
 */
export interface Trees {
  readonly base: number; // the sum before any tree speaks
  readonly unit: number; // what a step of a leaf is worth
  readonly code: string; // base64
}

/** Bytes below it are features, those from it on leaves. */
const LEAF = 96;
const FINE_LEAF = 255;
/** The leaf of no steps; the most is `MAX_STEPS` either way. */
export const NO_STEPS = 176;
export const MAX_STEPS = 78;

/** A forest ready to be asked: nodes of all trees in columns. */
export interface Forest {
  readonly base: number;
  readonly roots: readonly number[];
  readonly feature: Int16Array; // -1: a leaf
  readonly value: Float32Array; // threshold, or the leaf's value
  readonly otherwise: Uint16Array; // index of the no-branch
}

const UPPER = new Uint32Array(1);
const FLOAT = new Float32Array(UPPER.buffer);

/** Reads trees once, to be asked often. */
export function readForest({ base, unit, code }: Trees): Forest {
  const bytes = atob(code);
  const most = bytes.length;
  const feature = new Int16Array(most);
  const value = new Float32Array(most);
  const otherwise = new Uint16Array(most);
  const roots = [0];
  const open: number[] = []; // splits whose yes-branch is being read
  let node = 0;
  for (let at = 0; at < bytes.length; node += 1) {
    const first = bytes.charCodeAt(at);
    if (first < LEAF) {
      feature[node] = first;
      UPPER[0] = (bytes.charCodeAt(at + 1) << 24) | (bytes.charCodeAt(at + 2) << 16);
      value[node] = FLOAT[0]!;
      open.push(node);
      at += 3;
      continue;
    }
    feature[node] = -1;
    value[node] = stepsAt(bytes, at) * unit;
    at += first === FINE_LEAF ? 2 : 1;
    const split = open.pop();
    if (split !== undefined) otherwise[split] = node + 1;
    else if (at < bytes.length) roots.push(node + 1);
  }
  return { base, roots, feature, value, otherwise };
}

function stepsAt(bytes: string, at: number): number {
  const first = bytes.charCodeAt(at);
  return first === FINE_LEAF ? (bytes.charCodeAt(at + 1) << 24) >> 24 : first - NO_STEPS;
}

/** The sum of all trees for the features at `rows[offset]` and after. */
export function sumOf(forest: Forest, rows: ArrayLike<number>, offset: number): number {
  let sum = forest.base;
  for (const root of forest.roots) sum += leafOf(forest, root, rows, offset);
  return sum;
}

function leafOf(
  { feature, value, otherwise }: Forest,
  root: number,
  rows: ArrayLike<number>,
  offset: number,
): number {
  let node = root;
  for (let f = feature[node]!; f >= 0; f = feature[node]!)
    node = rows[offset + f]! < value[node]! ? node + 1 : otherwise[node]!;
  return value[node]!;
}

/** A forest all of whose trees have three levels of splits, level after level. */
export interface FullForest extends Forest {
  readonly asked: Uint8Array; // the features that splits ask for, `SPLITS` a tree
  readonly thresholds: Float32Array;
  readonly leaves: Float32Array; // `LEAVES` a tree, in order
}

const SPLITS = 7;
const LEAVES = 8;

/** Fills up a forest of trees of at most three levels: in the place of a leaf above come splits with that leaf alone below. */
export function fillForest(forest: Forest): FullForest {
  const { feature, value, otherwise, roots } = forest;
  const asked = new Uint8Array(roots.length * SPLITS);
  const thresholds = new Float32Array(roots.length * SPLITS);
  const leaves = new Float32Array(roots.length * LEAVES);
  for (const [tree, root] of roots.entries()) {
    const nodes = [root]; // of all levels
    for (let place = 0; place < SPLITS; place += 1) {
      const node = nodes[place]!;
      if (feature[node]! < 0) nodes.push(node, node);
      else {
        asked[tree * SPLITS + place] = feature[node]!;
        thresholds[tree * SPLITS + place] = value[node]!;
        nodes.push(node + 1, otherwise[node]!);
      }
    }
    const last = nodes.slice(SPLITS);
    if (last.some(node => feature[node]! >= 0)) throw new RangeError('A tree has more than three levels');
    leaves.set(
      last.map(node => value[node]!),
      tree * LEAVES,
    );
  }
  return { ...forest, asked, thresholds, leaves };
}

/**
 * The same sum as `sumOf`, or that of the first `trees` trees, for forests that are asked over and over; `sum` is that of the
 * first `from`, if it is known. Where the way down is reckoned from comparisons, a processor has no turn to guess, and is at
 * several trees at once.
 */
export function sumFull(
  { base, roots, asked, thresholds, leaves }: FullForest,
  row: Float32Array,
  trees = roots.length,
  from = 0,
  sum = base,
): number {
  let all = sum;
  for (let tree = from; tree < trees; tree += 1) {
    const root = tree * SPLITS;
    const second = 2 - Number(row[asked[root]!]! < thresholds[root]!);
    const third = 2 * second + 2 - Number(row[asked[root + second]!]! < thresholds[root + second]!);
    const leaf = 2 * third + 2 - Number(row[asked[root + third]!]! < thresholds[root + third]!);
    all += leaves[tree * LEAVES + leaf - SPLITS]!;
  }
  return all;
}

/**
 * A forest of trees of at most eight leaves, its splits in order of what they ask for and of their thresholds: all that a
 * value does not lie below come first, and each takes from its tree the leaves of its yes-branch. The first leaf a tree has
 * left is what it says (Lucchese et al., “QuickScorer”, SIGIR 2015): a processor has no branch to predict, and what many
 * rows share is asked once.
 */
export interface SortedForest {
  readonly base: number;
  readonly starts: Uint16Array; // of each feature's splits; one more than there are features
  readonly thresholds: Float32Array;
  readonly trees: Uint16Array; // whose split it is
  readonly kept: Uint8Array; // without the leaves of its yes-branch; the first leaf is the highest bit
  readonly leaves: Float32Array; // `LEAVES` a tree, in order
}

/** Sorts the splits of a forest that asks for `features` features. */
export function sortForest(
  { base, roots, feature, value, otherwise }: Forest,
  features: number,
): SortedForest {
  const leaves = new Float32Array(roots.length * LEAVES);
  const owner = new Uint16Array(feature.length); // of each node
  const keeps = new Uint8Array(feature.length);
  const keys: number[] = []; // of splits: feature, threshold, node
  let tree = 0;
  let leaf = 0;
  const read = (node: number): void => {
    if (feature[node]! < 0) {
      if (leaf === LEAVES) throw new RangeError(`A tree has more than ${LEAVES} leaves`);
      leaves[tree * LEAVES + leaf] = value[node]!;
      leaf += 1;
      return;
    }
    const first = leaf;
    read(node + 1);
    owner[node] = tree;
    keeps[node] = ~((0xff >> first) & ~(0xff >> leaf));
    keys.push((feature[node]! * 0x10000 + rankOf(value[node]!)) * NODES + node);
    read(otherwise[node]!);
  };
  for (const root of roots) {
    leaf = 0;
    read(root);
    tree += 1;
  }
  const nodes = Uint16Array.from(Float64Array.from(keys).sort(), key => key % NODES);
  const starts = new Uint16Array(features + 1);
  for (const node of nodes) starts[feature[node]! + 1]! += 1;
  for (let i = 0; i < features; i += 1) starts[i + 1]! += starts[i]!;
  return {
    base,
    starts,
    thresholds: Float32Array.from(nodes, node => value[node]!),
    trees: Uint16Array.from(nodes, node => owner[node]!),
    kept: Uint8Array.from(nodes, node => keeps[node]!),
    leaves,
  };
}
/** More than a forest has: `otherwise` is an index of 16 bits. */
const NODES = 0x10000;

const SIGN = 0x8000;

/** The place of a threshold, of which only the float's upper half is written, among all there are. */
function rankOf(threshold: number): number {
  FLOAT[0] = threshold;
  const upper = UPPER[0]! >>> 16;
  return upper & SIGN ? 0xffff - upper : SIGN + upper;
}

/** The same sum as `sumOf` for each of several rows; the features from `shared` on are the same in all of them. */
export function sumRows(forest: SortedForest, rows: Float32Array, shared: number): Float64Array {
  const { base, starts, leaves } = forest;
  const width = starts.length - 1;
  const common = new Uint8Array(leaves.length / LEAVES).fill(0xff);
  takeLeaves(forest, rows, shared, width, common);
  const left = new Uint8Array(common.length);
  const sums = new Float64Array(rows.length / width);
  for (let i = 0; i < sums.length; i += 1) {
    left.set(common);
    takeLeaves(forest, rows.subarray(i * width), 0, shared, left);
    let sum = base;
    for (let tree = 0; tree < left.length; tree += 1)
      sum += leaves[tree * LEAVES + Math.clz32(left[tree]!) - FIRST_BIT]!;
    sums[i] = sum;
  }
  return sums;
}
/** Zeros before the highest of eight bits. */
const FIRST_BIT = 24;

function takeLeaves(
  { starts, thresholds, trees, kept }: SortedForest,
  row: Float32Array,
  from: number,
  to: number,
  left: Uint8Array,
): void {
  for (let f = from; f < to; f += 1) {
    const value = row[f]!;
    const end = starts[f + 1]!;
    for (let i = starts[f]!; i < end && !(value < thresholds[i]!); i += 1) left[trees[i]!]! &= kept[i]!;
  }
}

/** Which of `features` features the first `trees` trees ask for: a 1 each. */
export function askedBy({ feature, roots }: Forest, trees: number, features: number): Uint8Array {
  const asked = new Uint8Array(features);
  const end = roots[trees] ?? feature.length;
  for (let node = 0; node < end; node += 1) if (feature[node]! >= 0) asked[feature[node]!] = 1;
  return asked;
}
