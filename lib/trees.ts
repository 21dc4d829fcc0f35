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

/** A forest that also has its splits sorted by feature, then by threshold. */
export interface SortedForest extends Forest {
  readonly asked: Int16Array; // the features that splits ask for, in order
  readonly ends: Uint16Array; // of each of them: where its splits end and those of the next one begin
  readonly thresholds: Float32Array;
  readonly trees: Uint16Array; // of each split: its tree
  readonly keeps: Int32Array; // of each split: the leaves of its tree, a bit each from the highest, that are left if it says no
  readonly leaves: Float32Array; // `MOST_LEAVES` a tree, in order
  readonly left: Int32Array; // of each tree the leaves that are left, while a row is asked about
  readonly most: Float64Array; // what so many first trees can say at most
}

const MOST_LEAVES = 32;

/** Sorts the splits of a forest whose trees have at most 32 leaves. */
export function sortForest(forest: Forest): SortedForest {
  const { feature, value, otherwise, roots } = forest;
  const keys: number[] = []; // feature, threshold and node of each split, as one number that sorts as they do
  const treeOf = new Uint16Array(feature.length);
  const leafAt = new Uint16Array(feature.length); // leaves of the tree before a node
  const leaves = new Float32Array(roots.length * MOST_LEAVES);
  const most = new Float64Array(roots.length + 1);
  for (let tree = 0; tree < roots.length; tree += 1) {
    let leaf = 0;
    for (let node = roots[tree]!, open = 1; open > 0; node += 1) {
      treeOf[node] = tree;
      leafAt[node] = leaf;
      if (feature[node]! < 0) {
        leaves[tree * MOST_LEAVES + leaf] = value[node]!;
        leaf += 1;
        open -= 1;
      } else {
        keys.push((feature[node]! * 0x10000 + inOrder(value[node]!)) * 0x10000 + node);
        open += 1;
      }
    }
    const own = leaves.subarray(tree * MOST_LEAVES, tree * MOST_LEAVES + leaf);
    most[tree + 1] = most[tree]! + Math.max(...own);
  }
  const splits = Uint16Array.from(Float64Array.from(keys).sort()); // what is left of a key is its node
  const asked = Int16Array.from(new Set(Array.from(splits, node => feature[node]!)));
  const ends = new Uint16Array(asked.length);
  const sorted = {
    asked,
    ends,
    thresholds: new Float32Array(splits.length),
    trees: new Uint16Array(splits.length),
    keeps: new Int32Array(splits.length),
  };
  for (let i = 0, at = 0; i < splits.length; i += 1) {
    const node = splits[i]!;
    if (feature[node] !== asked[at]) at += 1;
    ends[at] = i + 1;
    sorted.thresholds[i] = value[node]!;
    sorted.trees[i] = treeOf[node]!;
    sorted.keeps[i] = ~(2 ** (MOST_LEAVES - leafAt[node]!) - 2 ** (MOST_LEAVES - leafAt[otherwise[node]!]!));
  }
  return { ...forest, ...sorted, leaves, left: new Int32Array(roots.length), most };
}

/** The upper half of a float as a number that sorts as the float does; the lower half of thresholds is empty. */
function inOrder(threshold: number): number {
  FLOAT[0] = threshold;
  const upper = UPPER[0]! >>> 16;
  return upper & 0x8000 ? 0xffff - upper : upper + 0x8000;
}

/**
 * The same sum as `sumOf`, for forests that are asked over and over: each split that says no takes away the leaves of its
 * yes-branch, and the first leaf left is the tree's. Walking down, a processor guesses wrong at every other split; here
 * once a feature. (QuickScorer: Lucchese and others, SIGIR 2015.)
 */
export function sumSorted(forest: SortedForest, row: ArrayLike<number>): number {
  const { base, asked, ends, thresholds, trees, keeps, leaves, left } = forest;
  left.fill(-1);
  let split = 0;
  for (let k = 0; k < asked.length; k += 1) {
    const end = ends[k]!;
    const value = row[asked[k]!]!;
    for (; split < end && thresholds[split]! <= value; split += 1) left[trees[split]!]! &= keeps[split]!;
    split = end;
  }
  let sum = base;
  for (let tree = 0; tree < left.length; tree += 1)
    sum += leaves[tree * MOST_LEAVES + Math.clz32(left[tree]!)]!;
  return sum;
}

/** Whether the first `trees` trees sum up to `least`; none is asked any more when what is left cannot bring them there. */
export function reaches(forest: SortedForest, row: ArrayLike<number>, trees: number, least: number): boolean {
  const { roots, most } = forest;
  let sum = forest.base;
  for (let tree = 0; tree < trees; tree += 1) {
    if (sum + most[trees]! - most[tree]! < least - ROUNDED) return false;
    sum += leafOf(forest, roots[tree]!, row, 0);
  }
  return sum >= least;
}

/** Which of `features` features the first `trees` trees ask for: a 1 each. */
export function askedBy({ feature, roots }: Forest, trees: number, features: number): Uint8Array {
  const asked = new Uint8Array(features);
  const end = roots[trees] ?? feature.length;
  for (let node = 0; node < end; node += 1) if (feature[node]! >= 0) asked[feature[node]!] = 1;
  return asked;
}

/** More than all additions together are off. */
const ROUNDED = 1e-6;
