/** Logistic regressions over named features: convex, so the same weights come out whatever the order. */

/** The weight of each feature, by its name. */
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

/** A choice among several things, by their features: which one was chosen, and how often it counts. */
export interface Choice {
  readonly among: readonly Readonly<Record<string, number>>[];
  readonly chosen: number;
  readonly weight: number;
}

/**
 * Fits a conditional logit (McFadden 1974) by Newton's method: each thing is chosen with a chance in proportion to
 * the exponential of its weighed features. `decay` is the L2 penalty of a feature that varies by 1.
 */
export function fitChoices(set: readonly Choice[], decay: number): Weights {
  const names = [...new Set(set.flatMap(({ among }) => among.flatMap(features => Object.keys(features))))];
  const choices = set.map(({ among, chosen, weight }) => ({
    rows: among.map(features => Float64Array.from(names, name => features[name] ?? 0)),
    chosen,
    weight,
  }));
  const penalties = variances(choices.flatMap(({ rows }) => rows)).map(spread => decay * spread + 1e-6);
  const weights = new Float64Array(names.length);
  for (let step = 0; step < 2 * STEPS; step++) {
    const curve = names.map(() => new Float64Array(names.length + 1)); // the last column is the slope
    for (const { rows, chosen, weight } of choices) {
      const sums = sumsOf(rows, weights);
      const most = Math.max(...sums);
      const pulls = sums.map(sum => Math.exp(sum - most));
      const all = pulls.reduce((sum, pull) => sum + pull, 0);
      const mean = new Float64Array(names.length);
      for (let r = 0; r < rows.length; r++) {
        const share = pulls[r]! / all;
        addOuter(curve, rows[r]!, weight * share);
        for (let place = 0; place < names.length; place++) mean[place]! += share * rows[r]![place]!;
      }
      addOuter(curve, mean, -weight);
      for (let place = 0; place < names.length; place++)
        curve[place]![names.length]! += weight * (rows[chosen]![place]! - mean[place]!);
    }
    for (const [place, line] of curve.entries()) {
      line[place]! += penalties[place]!;
      line[names.length]! -= penalties[place]! * weights[place]!;
    }
    const change = solve(curve);
    const before = likelihood(weights);
    let stride = 1; // a whole step may go too far
    const at = (length: number): Float64Array =>
      weights.map((value, place) => value + length * change[place]!);
    while (stride > ENOUGH && likelihood(at(stride)) < before) stride /= 2;
    weights.set(at(stride));
    if (change.every(value => Math.abs(value) < ENOUGH)) break;
  }
  return Object.fromEntries(names.map((name, place) => [name, Number(weights[place]!.toFixed(3))]));

  function likelihood(of: Float64Array): number {
    let sum = 0;
    for (const { rows, chosen, weight } of choices) {
      const sums = sumsOf(rows, of);
      const most = Math.max(...sums);
      const all = sums.reduce((total, each) => total + Math.exp(each - most), 0);
      sum += weight * (sums[chosen]! - most - Math.log(all));
    }
    return of.reduce((left, value, place) => left - (penalties[place]! * value * value) / 2, sum);
  }
}

function sumsOf(rows: readonly Float64Array[], weights: Float64Array): number[] {
  return rows.map(row => {
    let sum = 0;
    for (let place = 0; place < row.length; place++) sum += weights[place]! * row[place]!;
    return sum;
  });
}

/** Adds `factor` times the product of a vector with itself. */
function addOuter(matrix: readonly Float64Array[], vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) {
    const scaled = factor * vector[i]!;
    if (scaled === 0) continue;
    const line = matrix[i]!;
    for (let k = 0; k < vector.length; k++) line[k]! += scaled * vector[k]!;
  }
}

function variances(rows: readonly Float64Array[]): number[] {
  return Array.from(rows[0] ?? [], (_, place) => {
    const mean = rows.reduce((sum, row) => sum + row[place]!, 0) / rows.length;
    return rows.reduce((sum, row) => sum + (row[place]! - mean) ** 2, 0) / rows.length;
  });
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
