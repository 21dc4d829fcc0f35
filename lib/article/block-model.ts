import { blockFeatures, BLOCK_WIDTH } from './block-features.ts';
import type { Frame, PageBlock } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { framesAround, nameBucket, nameGrams, rangOf, wordBuckets } from './name-features.ts';
import { readForest, sumOf, type Trees } from './trees.ts';

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
  const names = nameScores(blocks, readBuckets(weights.names), weights.names.bias);
  const words = readBuckets(weights.words);
  const forest = readForest(weights.trees);
  const row = new Float32Array(MODEL_WIDTH);
  return Float32Array.from(blocks, (block, i) => {
    row.set(own.subarray(i * BLOCK_WIDTH, (i + 1) * BLOCK_WIDTH));
    row[BLOCK_WIDTH] = names[i]!;
    row[BLOCK_WIDTH + 1] = sumOfBuckets(words, weights.words.bias, wordBuckets(block));
    return sumOf(forest, row, 0);
  });
}

export function readBuckets({ unit, code }: Pick<Buckets, 'unit' | 'code'>): Float32Array {
  return Float32Array.from(atob(code), letter => ((letter.charCodeAt(0) << 24) >> 24) * unit);
}

export function sumOfBuckets(weights: Float32Array, bias: number, buckets: readonly number[]): number {
  let sum = bias;
  for (const bucket of new Set(buckets)) sum += weights[bucket]!;
  return Math.max(-SURE, Math.min(SURE, sum));
}

function nameScores(blocks: readonly PageBlock[], weights: Float32Array, bias: number): number[] {
  const grams = new Map<Frame, number[]>();
  const scores = new Map<Frame, number>();
  return blocks.map(({ frame }) => {
    const known = scores.get(frame);
    if (known !== undefined) return known;
    const buckets = framesAround(frame).flatMap((around, distance) => {
      let names = grams.get(around);
      if (!names) grams.set(around, (names = nameGrams(around.element)));
      return names.map(gram => nameBucket(gram, rangOf(distance)));
    });
    const score = sumOfBuckets(weights, bias, buckets);
    scores.set(frame, score);
    return score;
  });
}
