/** Logistic regression over named features: convex, so the same weights come out whatever the order. */

export type Weights = Record<string, number>;

/** One thing to be judged: its features, and how right it is (1: yes, 0: no, or the share of judges who say yes). */
export interface Judged {
  readonly features: Readonly<Record<string, number>>;
  readonly right: number;
  readonly weight: number; // how often it counts
}

const STEPS = 12; // Newton's method is there after six or seven
const ENOUGH = 1e-4;

/** The chance, before it is made one by the logistic function. */
export function score(weights: Weights, features: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const name in features) sum += (weights[name] ?? 0) * features[name]!;
  return sum;
}

/** Fits by Newton's method; `decay` is the L2 penalty, shared by all examples, from which `bias` is free. */
export function fit(set: readonly Judged[], decay: number): Weights {
  const names = [...new Set(set.flatMap(({ features }) => Object.keys(features)))];
  const places = new Map(names.map((name, place) => [name, place]));
  const rows = set.map(({ features }) =>
    Object.entries(features)
      .filter(([, value]) => value !== 0)
      .map(([name, value]) => ({ place: places.get(name)!, value })),
  );
  const weights = new Float64Array(names.length);
  for (let step = 0; step < STEPS; step++) {
    const curve = names.map(() => new Float64Array(names.length + 1)); // the last column is the slope
    for (const [r, row] of rows.entries()) {
      const { right, weight } = set[r]!;
      const chance =
        1 / (1 + Math.exp(-row.reduce((sum, { place, value }) => sum + weights[place]! * value, 0)));
      const bend = weight * Math.max(1e-4, chance * (1 - chance));
      for (const { place, value } of row) {
        const line = curve[place]!;
        for (const other of row) line[other.place]! += bend * value * other.value;
        line[names.length]! += weight * (right - chance) * value;
      }
    }
    for (const [place, name] of names.entries()) {
      const penalty = name === 'bias' ? 1e-6 : decay;
      curve[place]![place]! += penalty;
      curve[place]![names.length]! -= penalty * weights[place]!;
    }
    const change = solve(curve);
    for (let place = 0; place < names.length; place++) weights[place]! += change[place]!;
    if (change.every(value => Math.abs(value) < ENOUGH)) break;
  }
  return Object.fromEntries(names.map((name, place) => [name, Number(weights[place]!.toFixed(3))]));
}

/** Gauss and Jordan; the matrix is positive definite, so the diagonal serves as pivot; the last column is the right side. */
export function solve(matrix: Float64Array[]): number[] {
  const size = matrix.length;
  for (const [pivot, line] of matrix.entries()) {
    for (const [other, row] of matrix.entries()) {
      const factor = row[pivot]! / line[pivot]!;
      if (other === pivot || factor === 0) continue;
      for (let k = pivot; k <= size; k++) row[k]! -= factor * line[k]!;
    }
  }
  return matrix.map((line, place) => line[size]! / line[place]!);
}
