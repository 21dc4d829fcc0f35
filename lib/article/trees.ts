/**
 * Boosted decision trees as a string: what a training command writes and a page script reads.
 * Each tree is written from its root, yes-branch first. A split is three bytes: feature, then a threshold (a float's
 * upper half); its yes-branch holds values below the threshold. A leaf is two bytes: 255 and a signed byte.
 */
export interface Trees {
  readonly base: number; // the sum before any tree speaks
  readonly unit: number; // what a step of a leaf is worth
  readonly code: string; // base64
}

const LEAF = 255;

/** A forest ready to be asked: nodes of all trees in columns. */
export interface Forest {
  readonly base: number;
  readonly roots: number[];
  readonly feature: number[]; // -1: a leaf
  readonly value: number[]; // threshold, or the leaf's value
  readonly otherwise: number[]; // index of the no-branch
}

export function readForest({ base, unit, code }: Trees): Forest {
  const bytes = Uint8Array.from(atob(code), letter => letter.charCodeAt(0));
  const forest: Forest = { base, roots: [], feature: [], value: [], otherwise: [] };
  const float = new DataView(new ArrayBuffer(4));
  let at = 0;
  const read = (): void => {
    const node = forest.feature.length;
    const feature = bytes[at]!;
    forest.otherwise.push(0);
    if (feature === LEAF) {
      forest.feature.push(-1);
      forest.value.push(((bytes[at + 1]! << 24) >> 24) * unit);
      at += 2;
      return;
    }
    float.setUint16(0, (bytes[at + 1]! << 8) | bytes[at + 2]!);
    forest.feature.push(feature);
    forest.value.push(float.getFloat32(0));
    at += 3;
    read();
    forest.otherwise[node] = forest.feature.length;
    read();
  };
  while (at < bytes.length) {
    forest.roots.push(forest.feature.length);
    read();
  }
  return forest;
}

/** The sum of all trees for the features at `rows[offset]` and after. */
export function sumOf(forest: Forest, rows: ArrayLike<number>, offset: number): number {
  const { feature, value, otherwise } = forest;
  let sum = forest.base;
  for (const root of forest.roots) {
    let node = root;
    for (let f = feature[node]!; f >= 0; f = feature[node]!)
      node = rows[offset + f]! < value[node]! ? node + 1 : otherwise[node]!;
    sum += value[node]!;
  }
  return sum;
}
