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

/** The sum of the first `trees` trees (all of them if not told otherwise) for the features at `rows[offset]` and after. */
export function sumOf(
  forest: Forest,
  rows: ArrayLike<number>,
  offset: number,
  trees: number = forest.roots.length,
): number {
  const { feature, value, otherwise, roots } = forest;
  let sum = forest.base;
  for (let i = 0; i < trees; i += 1) {
    let node = roots[i]!;
    for (let f = feature[node]!; f >= 0; f = feature[node]!)
      node = rows[offset + f]! < value[node]! ? node + 1 : otherwise[node]!;
    sum += value[node]!;
  }
  return sum;
}

/** The same sum straight off the code, for trees that are asked only once: no call and no column for a node. */
export function sumOnce({ base, unit, code }: Trees, row: ArrayLike<number>): number {
  const bytes = atob(code);
  let at = 0;
  let steps = 0;
  while (at < bytes.length) {
    let open = 0; // splits whose no-branch comes after the leaf and is of no account
    for (let first = bytes.charCodeAt(at); first < LEAF; first = bytes.charCodeAt(at)) {
      UPPER[0] = (bytes.charCodeAt(at + 1) << 24) | (bytes.charCodeAt(at + 2) << 16);
      at += 3;
      if (row[first]! < FLOAT[0]!) open += 1;
      else at = afterBranches(bytes, at, 1);
    }
    steps += stepsAt(bytes, at);
    at = afterBranches(bytes, at, open + 1);
  }
  return base + steps * unit;
}

function afterBranches(bytes: string, start: number, branches: number): number {
  let at = start;
  for (let open = branches; open > 0;) {
    const first = bytes.charCodeAt(at);
    if (first < LEAF) {
      at += 3;
      open += 1;
    } else {
      at += first === FINE_LEAF ? 2 : 1;
      open -= 1;
    }
  }
  return at;
}
