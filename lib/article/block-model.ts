import { blockFeatures, BLOCK_WIDTH } from './block-features.ts';
import { Within, type Frame, type PageBlock } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { framesAround, nameBucket, nameGrams, rangOf, wordBuckets } from './name-features.ts';
import { readForest, sumOf, type Trees } from '../trees.ts';

/** A weight for each bucket, as signed bytes in base64. */
export interface Buckets {
  readonly bias: number;
  readonly unit: number;
  readonly code: string;
}

/** What a training command learned about blocks. */
export interface BlockWeights {
  readonly names: Buckets;
  readonly words: Buckets;
  readonly trees: Trees;
}

/** Columns behind the block's own features: what its names and its words say. */
export const MODEL_WIDTH = BLOCK_WIDTH + 2;

/** Sums beyond this say no more than "surely". */
const SURE = 8;

/** For each block, how much speaks for its being part of the article's body; above 0 more than against it. */
export function scoreBlocks(
  blocks: readonly PageBlock[],
  metadata: Metadata,
  weights: BlockWeights,
): Float32Array {
  const own = blockFeatures(blocks, metadata);
  const names = nameScores(blocks, weights.names);
  const words = readBuckets(weights.words.code);
  const forest = readForest(weights.trees);
  const row = new Float32Array(MODEL_WIDTH);
  return Float32Array.from(blocks, (block, i) => {
    if (isMenu(block)) return -SURE;
    row.set(own.subarray(i * BLOCK_WIDTH, (i + 1) * BLOCK_WIDTH));
    row[BLOCK_WIDTH] = names[i]!;
    row[BLOCK_WIDTH + 1] = sumOfBuckets(words, weights.words, wordBuckets(block));
    return sumOf(forest, row, 0);
  });
}

/** Links in a menu need no second thought, and make up half of many pages. */
function isMenu({ text, frame, linkChars }: PageBlock): boolean {
  return (frame.within & (Within.nav | Within.footer)) !== 0 && linkChars > text.length * 0.9;
}

function readBuckets(code: string): Int8Array {
  const bytes = atob(code);
  const weights = new Int8Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) weights[i] = bytes.charCodeAt(i);
  return weights;
}

/** Each bucket counts once. */
function sumOfBuckets(weights: Int8Array, { bias, unit }: Buckets, buckets: readonly number[]): number {
  let steps = 0;
  for (const bucket of new Set(buckets)) steps += weights[bucket]!;
  return Math.max(-SURE, Math.min(SURE, bias + steps * unit));
}

function nameScores(blocks: readonly PageBlock[], names: Buckets): number[] {
  const weights = readBuckets(names.code);
  const grams = new Map<Frame, number[]>();
  const scores = new Map<Frame, number>();
  return blocks.map(({ frame }) => {
    const known = scores.get(frame);
    if (known !== undefined) return known;
    const buckets: number[] = [];
    for (const [distance, around] of framesAround(frame).entries()) {
      let own = grams.get(around);
      if (!own) grams.set(around, (own = nameGrams(around.element)));
      for (const gram of own) buckets.push(nameBucket(gram, rangOf(distance)));
    }
    const score = sumOfBuckets(weights, names, buckets);
    scores.set(frame, score);
    return score;
  });
}
