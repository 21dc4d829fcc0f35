/** What a word in the sentence before or after counts at first sight, and one in other words. */
const BEFORE = 0.45;
const AFTER = 0.2;
const OTHER = 0.8;

/**
 * BM25 (Robertson and Zaragoza 2009, “The Probabilistic Relevance Framework”) of sentences: what a word counts by how
 * rare it is among them …
 */
export function rarityAmong(total: number, frequency: number): number {
  return Math.max(Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)) || 0, LEAST_RARITY);
}
const LEAST_RARITY = 0.1;

/** … and by how often it stands in one, `length` times as long as they are on average. */
export function saturation(times: number, length: number): number {
  return (times * (K1 + 1)) / (times + K1 * (1 - B + B * length));
}
const K1 = 1.2;
const B = 0.3; // of documents 0.75 is usual

/** Adds to first sight what is met in other words or next door; then the best has 1. */
export function finishSight(
  sight: Float32Array,
  weights: Float32Array,
  exact: Uint8Array,
  other: Float32Array,
): void {
  const total = sight.length;
  for (const [w, weight] of weights.entries()) {
    const row = w * total;
    for (let s = 0; s < total; s++) {
      if (exact[row + s] !== 0) continue;
      const before = s > 0 && exact[row + s - 1] !== 0 ? BEFORE : 0;
      const after = s + 1 < total && exact[row + s + 1] !== 0 ? AFTER : 0;
      sight[s]! += weight * Math.max(other[row + s]! * OTHER, before, after);
    }
  }
  let best = 1e-6;
  for (const each of sight) best = Math.max(best, each);
  for (let s = 0; s < total; s++) sight[s]! /= best;
}
