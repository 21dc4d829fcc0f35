import type { TextDocument } from '../text/document.ts';

/**
 * How rare a word of English is, 0.05..1, by its unit vector; 1 where it has none. In GloVe vectors the logarithm of a
 * word's rank by frequency is all but linear in its vector (R² 0.85 over the 64,000 words of `vectors.bin`).
 */
export function rarityOf(vector: Float32Array, offset = 0): number {
  let rank = MEAN_RANK;
  let isKnown = false;
  for (const [d, slope] of RANK_SLOPES.entries()) {
    const value = vector[offset + d] ?? 0;
    rank += slope * value;
    isKnown ||= value !== 0;
  }
  return isKnown ? Math.min(Math.max((rank - COMMON_RANK) / RARE_SPAN, 0.05), 1) : 1;
}

/** Least squares of ln(rank + 20) over the 48 dimensions of the unit vectors. */
const MEAN_RANK = 9.97;
const RANK_SLOPES = [
  -3.77, 0.02, -0.15, 2.76, -0.31, 0, -0.11, -0.03, -0.1, 0.51, -0.16, -0.06, -0.17, -0.11, -0.32, -0.58,
  0.21, 0.01, -0.05, -0.07, -0.1, 0.75, 0.12, -0.56, 0.21, -0.22, 0.01, -0.2, 0.1, 0.05, -0.18, 0.15, 0.05,
  0.13, 0.18, 0.11, 0.41, -0.08, 0.2, -0.23, 0.18, 0.03, -0.13, 0.18, -0.15, -0.43, -0.01, 0.09,
];
/** Logarithms of the ranks of the 130th word and of the 36,000th. */
const COMMON_RANK = 5;
const RARE_SPAN = 5.5;

/** What each sentence is about, as opposed to the whole text: unit vectors of their words, rare ones above all. */
export function sensesOf(
  { sentences }: TextDocument,
  weightOf: (token: number) => number, // 0: none
  tokenKey: Int32Array,
  vectors: Float32Array,
  dimensions: number,
): Float32Array {
  const senses = new Float32Array(sentences.length * dimensions);
  const common = new Float32Array(dimensions);
  for (const [s, { firstToken, endToken }] of sentences.entries()) {
    const row = s * dimensions;
    for (let i = firstToken; i < endToken; i++) {
      const weight = weightOf(i);
      if (weight > 0) addScaled(senses, row, vectors, tokenKey[i]! * dimensions, dimensions, weight);
    }
    normalise(senses, row, dimensions);
    addScaled(common, 0, senses, row, dimensions, 1 / sentences.length);
  }
  for (let row = 0; row < senses.length; row += dimensions) {
    addScaled(senses, row, common, 0, dimensions, -1);
    normalise(senses, row, dimensions);
  }
  return senses;
}

/** Adds a vector of one table, times `factor`, to one of another. */
export function addScaled(
  out: Float32Array,
  at: number,
  from: Float32Array,
  offset: number,
  dimensions: number,
  factor: number,
): void {
  for (let d = 0; d < dimensions; d++) out[at + d]! += factor * from[offset + d]!;
}

/** Makes a vector's length 1, if it has any. */
export function normalise(vector: Float32Array, offset: number, dimensions: number): void {
  let square = 0;
  for (let d = offset; d < offset + dimensions; d++) square += vector[d]! ** 2;
  if (square === 0) return;
  const length = Math.sqrt(square);
  for (let d = offset; d < offset + dimensions; d++) vector[d]! /= length;
}
