import { AT_ONCE, type Work } from '../work.ts';

/**
 * What stands around a block by a first judgement of all blocks: a body is a stretch of a page, and boxes go in or out
 * as a whole. Input to a second judgement.
 */
export interface Judged {
  readonly scores: ArrayLike<number>;
  readonly chars: ArrayLike<number>;
  readonly groups: readonly (readonly number[])[]; // of each block: who stands in the same element, the one around it …
}

/** Blocks looked at on either side. */
const REACH = 3;
/** Elements around a block whose other blocks are looked at. */
export const GROUPS = 3;
/** Numbers in a row. */
export const CONTEXT_WIDTH = 2 * REACH + 2 * GROUPS + 6;

/** Rows of numbers, one a block. */
export function* contextOf({ scores, chars, groups }: Judged): Work<Float32Array> {
  const n = scores.length;
  const rows = new Float32Array(n * CONTEXT_WIDTH);
  const clipped = Float32Array.from(scores, score => Math.max(-CLIP, Math.min(CLIP, score)));
  const shares: ReturnType<typeof groupMeans>[] = [];
  for (let level = 0; level < GROUPS; level += 1) {
    shares.push(groupMeans(clipped, chars, groups, level));
    yield;
  }
  const { first, last } = limitsOf(clipped, chars);
  const before = meansBefore(clipped, chars, 1);
  const after = meansBefore(clipped, chars, -1);
  for (let i = 0; i < n; i += 1) {
    if (i % AT_ONCE === 0) yield;
    let at = i * CONTEXT_WIDTH;
    rows[at++] = scores[i]!;
    for (let step = 1; step <= REACH; step += 1) {
      rows[at++] = clipped[i - step] ?? -CLIP;
      rows[at++] = clipped[i + step] ?? -CLIP;
    }
    for (const { mean, chars: size } of shares) {
      rows[at++] = mean[i]!;
      rows[at++] = size[i]!;
    }
    rows[at++] = before[i]!;
    rows[at++] = after[i]!;
    rows[at++] = signedLog(i - first);
    rows[at++] = signedLog(i - last);
    rows[at++] = last > first ? (i - first) / (last - first) : 0;
  }
  return rows;
}

const CLIP = 5;

/** Mean score of a block's group, by length, the block itself left out; and the group's length. */
function groupMeans(
  scores: Float32Array,
  chars: ArrayLike<number>,
  groups: Judged['groups'],
  level: number,
): { mean: Float32Array; chars: Float32Array } {
  const sums = new Map<number, { score: number; chars: number }>();
  for (let i = 0; i < scores.length; i += 1) {
    const group = groups[i]![level] ?? -1;
    const sum = sums.get(group) ?? { score: 0, chars: 0 };
    sum.score += scores[i]! * chars[i]!;
    sum.chars += chars[i]!;
    sums.set(group, sum);
  }
  const mean = new Float32Array(scores.length);
  const size = new Float32Array(scores.length);
  for (let i = 0; i < scores.length; i += 1) {
    const sum = sums.get(groups[i]![level] ?? -1)!;
    const others = sum.chars - chars[i]!;
    mean[i] = others > 0 ? (sum.score - scores[i]! * chars[i]!) / others : 0;
    size[i] = Math.log2(1 + others);
  }
  return { mean, chars: size };
}

const MIN_SURE = 1;
const MIN_CHARS = 60;

/** The first and the last block that surely belong to the body. */
function limitsOf(scores: Float32Array, chars: ArrayLike<number>): { first: number; last: number } {
  const isSure = (score: number, i: number): boolean => score > MIN_SURE && chars[i]! >= MIN_CHARS;
  const first = scores.findIndex(isSure);
  return { first: Math.max(0, first), last: Math.max(0, scores.findLastIndex(isSure)) };
}

const FADE_CHARS = 300;

/** Mean score of what stands before a block (or behind it), nearer words counting more. */
function meansBefore(scores: Float32Array, chars: ArrayLike<number>, step: 1 | -1): Float32Array {
  const means = new Float32Array(scores.length);
  let mean = -CLIP;
  for (let k = 0; k < scores.length; k += 1) {
    const i = step === 1 ? k : scores.length - 1 - k;
    means[i] = mean;
    const share = chars[i]! / (chars[i]! + FADE_CHARS);
    mean += (scores[i]! - mean) * share;
  }
  return means;
}

/** How far off something is, and which way: twice as far counts one more. */
export function signedLog(value: number): number {
  return Math.sign(value) * Math.log2(1 + Math.abs(value));
}
