import type { PlainTree, PlainTrees } from '../lib/article/detect.ts';
import { MAX_STEPS, NO_STEPS, type Trees } from '../lib/trees.ts';

/** Rows of numbers with a label and a weight each. */
interface Table {
  readonly rows: Float32Array; // row by row
  readonly width: number;
  readonly label: Float32Array; // 0 or 1
  readonly weight: Float32Array;
  readonly start?: Float32Array; // log odds before any tree speaks; without it those of all rows together
}

/** How trees are grown: so many, so large, each a step of `rate` towards what is left unexplained. */
export interface Growth {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly minWeight: number; // of a leaf
  readonly ridge: number;
  readonly features: number; // share of the features each tree may look at
  readonly sample: number; // share of the rows each tree sees
  readonly seed: number;
}

interface Node {
  feature: number; // -1: a leaf
  bin: number;
  value: number;
  gain: number;
  yes: Node | null;
  no: Node | null;
}

const BINS = 64;

/** A random number generator that gives the same numbers every time. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Features as small whole numbers, column by column; the borders are floats whose lower half is zero. */
export class Binned {
  readonly columns: Uint8Array[] = [];
  readonly borders: Float32Array[] = [];
  readonly length: number;

  constructor(table: Table) {
    this.length = table.label.length;
    for (let f = 0; f < table.width; f += 1) {
      const values = new Float32Array(this.length);
      for (let i = 0; i < this.length; i += 1) values[i] = table.rows[i * table.width + f]!;
      const borders = bordersOf(values);
      this.borders.push(borders);
      this.columns.push(Uint8Array.from(values, value => binOf(borders, value)));
    }
  }
}

function bordersOf(values: Float32Array): Float32Array {
  const step = Math.max(1, Math.floor(values.length / 20_000));
  const sample = values.filter((_value, i) => i % step === 0).toSorted();
  const borders = new Set<number>();
  for (let b = 1; b < BINS; b += 1) {
    const at = Math.floor((b * sample.length) / BINS);
    const border = halfFloat(sample[at]!);
    if (border > sample[0]!) borders.add(border);
  }
  // rare values at the ends
  for (const value of new Set(sample.slice(0, 50)))
    if (halfFloat(value) > sample[0]!) borders.add(halfFloat(value));
  const last = halfFloat(sample.at(-1)!);
  if (last > sample[0]!) borders.add(last);
  return Float32Array.from(borders)
    .toSorted()
    .filter((_border, i, all) => all.length <= 250 || i % Math.ceil(all.length / 250) === 0);
}

const HALF = new DataView(new ArrayBuffer(4));

/** The nearest float that can be written in two bytes. */
function halfFloat(value: number): number {
  HALF.setFloat32(0, value);
  const bits = HALF.getUint32(0);
  HALF.setUint32(0, (bits + 0x8000) & 0xffff0000);
  return HALF.getFloat32(0);
}

function binOf(borders: Float32Array, value: number): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (borders[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Grows boosted trees for the logistic loss on the rows given by `use`. */
export function grow(
  binned: Binned,
  table: Table,
  use: Int32Array,
  growth: Growth,
): { trees: Node[]; base: number } {
  const n = binned.length;
  const next = random(growth.seed);
  let positive = 0;
  let all = 0;
  for (const i of use) {
    positive += table.weight[i]! * table.label[i]!;
    all += table.weight[i]!;
  }
  const base = Math.log(positive / (all - positive));
  const score = table.start?.slice() ?? new Float32Array(n).fill(base);
  const gradient = new Float32Array(n);
  const hessian = new Float32Array(n);
  const trees: Node[] = [];
  for (let t = 0; t < growth.trees; t += 1) {
    const picked: number[] = [];
    for (const i of use) {
      if (next() >= growth.sample) continue;
      picked.push(i);
      const p = 1 / (1 + Math.exp(-score[i]!));
      gradient[i] = table.weight[i]! * (table.label[i]! - p);
      hessian[i] = table.weight[i]! * Math.max(1e-6, p * (1 - p));
    }
    const features = binned.columns.map((_column, f) => f).filter(() => next() < growth.features);
    const grower = new TreeGrower(binned, features, gradient, hessian, growth);
    const tree = grower.grow(Int32Array.from(picked));
    trees.push(tree);
    for (const i of use) score[i] = score[i]! + valueIn(tree, binned, i);
  }
  return { trees, base };
}

interface Split {
  readonly feature: number;
  readonly bin: number; // rows up to it go to “yes”
  readonly gain: number;
}

/** A leaf that may be split. */
interface Candidate {
  readonly node: Node;
  readonly rows: Int32Array;
  readonly sums: Float64Array; // per feature and bin: gradient, hessian
  readonly split: Split | null;
}

/** Grows one tree: the leaf whose split gains most is split next, over histograms (LightGBM: Ke et al. 2017). */
class TreeGrower {
  private readonly binned: Binned;
  private readonly features: readonly number[];
  private readonly gradient: Float32Array; // by row
  private readonly hessian: Float32Array;
  private readonly growth: Growth;

  constructor(
    binned: Binned,
    features: readonly number[],
    gradient: Float32Array,
    hessian: Float32Array,
    growth: Growth,
  ) {
    this.binned = binned;
    this.features = features;
    this.gradient = gradient;
    this.hessian = hessian;
    this.growth = growth;
  }

  grow(rows: Int32Array): Node {
    const first = this.candidate(rows, this.histogram(rows));
    const open = [first];
    for (let leaves = 1; leaves < this.growth.leaves; leaves += 1) {
      open.sort((a, b) => (b.split?.gain ?? 0) - (a.split?.gain ?? 0));
      const chosen = open.shift();
      if (!chosen?.split) break;
      open.push(...this.split(chosen, chosen.split));
    }
    return first.node;
  }

  private split({ node, rows, sums }: Candidate, { feature, bin, gain }: Split): [Candidate, Candidate] {
    const column = this.binned.columns[feature]!;
    const yes = rows.filter(i => column[i]! <= bin);
    const no = rows.filter(i => column[i]! > bin);
    // the sums of the larger half are what is left of the whole
    const isYesSmall = yes.length <= no.length;
    const small = this.histogram(isYesSmall ? yes : no);
    for (let k = 0; k < sums.length; k += 1) sums[k] = sums[k]! - small[k]!;
    const first = this.candidate(yes, isYesSmall ? small : sums);
    const second = this.candidate(no, isYesSmall ? sums : small);
    Object.assign(node, { feature, bin, gain, yes: first.node, no: second.node });
    return [first, second];
  }

  private candidate(rows: Int32Array, sums: Float64Array): Candidate {
    let g = 0;
    let h = 0;
    for (const i of rows) {
      g += this.gradient[i]!;
      h += this.hessian[i]!;
    }
    const value = (this.growth.rate * g) / (h + this.growth.ridge);
    const node = { feature: -1, bin: 0, value, gain: 0, yes: null, no: null };
    return { node, rows, sums, split: this.bestSplit(sums, g, h) };
  }

  private histogram(rows: Int32Array): Float64Array {
    const sums = new Float64Array(this.features.length * STRIDE);
    for (const [k, feature] of this.features.entries()) {
      const column = this.binned.columns[feature]!;
      const start = k * STRIDE;
      for (let j = 0; j < rows.length; j += 1) {
        const i = rows[j]!;
        const at = start + column[i]! * 2;
        sums[at] = sums[at]! + this.gradient[i]!;
        sums[at + 1] = sums[at + 1]! + this.hessian[i]!;
      }
    }
    return sums;
  }

  private bestSplit(sums: Float64Array, g: number, h: number): Split | null {
    const { ridge, minWeight } = this.growth;
    const whole = (g * g) / (h + ridge);
    let best: Split | null = null;
    for (const [k, feature] of this.features.entries()) {
      let left = 0;
      let leftH = 0;
      const bins = this.binned.borders[feature]!.length;
      for (let bin = 0; bin < bins; bin += 1) {
        left += sums[k * STRIDE + bin * 2]!;
        leftH += sums[k * STRIDE + bin * 2 + 1]!;
        if (leftH < minWeight || h - leftH < minWeight) continue;
        const right = g - left;
        const gain = (left * left) / (leftH + ridge) + (right * right) / (h - leftH + ridge) - whole;
        if (gain > (best?.gain ?? LEAST_GAIN)) best = { feature, bin, gain };
      }
    }
    return best;
  }
}
/** Numbers of a feature in a histogram: two for each of its bins, which are bytes. */
const STRIDE = 256 * 2;
const LEAST_GAIN = 1e-4;

function valueIn(tree: Node, binned: Binned, i: number): number {
  let node = tree;
  while (node.feature >= 0) node = (binned.columns[node.feature]![i]! <= node.bin ? node.yes : node.no)!;
  return node.value;
}

/** What each feature gained over all trees, largest first. */
export function gains(trees: readonly Node[], names: readonly string[]): [string, number][] {
  const sum = new Map<string, number>();
  const visit = (node: Node | null): void => {
    if (!node || node.feature < 0) return;
    const name = names[node.feature]!;
    sum.set(name, (sum.get(name) ?? 0) + node.gain);
    visit(node.yes);
    visit(node.no);
  };
  for (const tree of trees) visit(tree);
  return [...sum].sort((a, b) => b[1] - a[1]);
}

/** The trees as `lib/trees.ts` reads them. */
export function write(
  { trees, base }: { trees: readonly Node[]; base: number },
  borders: readonly Float32Array[],
): Trees {
  let largest = 0;
  const measure = (node: Node | null): void => {
    if (!node) return;
    if (node.feature < 0) largest = Math.max(largest, Math.abs(node.value));
    measure(node.yes);
    measure(node.no);
  };
  for (const tree of trees) measure(tree);
  const unit = largest / MAX_STEPS;
  const bytes: number[] = [];
  const put = (node: Node): void => {
    if (node.feature < 0) {
      bytes.push(NO_STEPS + Math.round(node.value / unit));
      return;
    }
    HALF.setFloat32(0, borders[node.feature]![node.bin]!);
    bytes.push(node.feature, HALF.getUint8(0), HALF.getUint8(1));
    put(node.yes!);
    put(node.no!);
  };
  for (const tree of trees) put(tree);
  return { base: round(base), unit: round(unit), code: Buffer.from(bytes).toString('base64') };
}

/** The same as `lib/article/detect.ts` reads them. */
export function writePlainly(
  { trees, base }: { trees: readonly Node[]; base: number },
  borders: readonly Float32Array[],
): PlainTrees {
  const hundredths = (value: number): number => Math.round(value * 100);
  const plain = ({ feature, bin, value, yes, no }: Node): PlainTree =>
    feature < 0 ? hundredths(value) : [feature, border(feature, bin), plain(yes!), plain(no!)];
  const border = (feature: number, bin: number): number => Number(borders[feature]![bin]!.toPrecision(2));
  return [hundredths(base), ...trees.map(plain)];
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

/** The fold of a page: all pages of a domain fall into the same one. */
export function foldOf(address: string, folds: number): number {
  const domain = domainOf(address);
  let hash = 7;
  for (let i = 0; i < domain.length; i += 1) hash = Math.imul(hash ^ domain.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 13)) >>> 0) % folds;
}

function domainOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const parts = new URL(address).hostname.split('.');
  return parts.slice(parts.length > 2 && parts.at(-2)!.length <= 3 ? -3 : -2).join('.');
}
