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

/** The same sum as `sumOf`, or that of the first `trees` trees, for forests that are asked over and over. */
export function sumFull(forest: FullForest, row: Float32Array, trees = forest.roots.length): number {
  let sum = forest.base;
  for (let tree = 0; tree < trees; tree += 1) sum += fullLeaf(forest, tree, row);
  return sum;
}

/**
 * What a tree says. Where the way down is reckoned from comparisons, a processor has no turn to guess, and is at several
 * trees at once.
 */
function fullLeaf({ asked, thresholds, leaves }: FullForest, tree: number, row: Float32Array): number {
  const root = tree * SPLITS;
  const second = 2 - Number(row[asked[root]!]! < thresholds[root]!);
  const third = 2 * second + 2 - Number(row[asked[root + second]!]! < thresholds[root + second]!);
  const leaf = 2 * third + 2 - Number(row[asked[root + third]!]! < thresholds[root + third]!);
  return leaves[tree * LEAVES + leaf - SPLITS]!;
}

/** Which of `features` features the first `trees` trees ask for: a 1 each. */
export function askedBy({ feature, roots }: Forest, trees: number, features: number): Uint8Array {
  const asked = new Uint8Array(features);
  const end = roots[trees] ?? feature.length;
  for (let node = 0; node < end; node += 1) if (feature[node]! >= 0) asked[feature[node]!] = 1;
  return asked;
}
