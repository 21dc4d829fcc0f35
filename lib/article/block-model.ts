import { contextOf, CONTEXT_WIDTH, GROUPS } from './block-context.ts';
import { blockFeatures, BLOCK_WIDTH } from './block-features.ts';
import { AT_ONCE } from './block-surroundings.ts';
import { Within, type Frame, type PageBlock } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { framesAround, nameBucket, nameGrams, nearnessOf, wordBuckets } from './name-features.ts';
import { readForest, sumOf, type Trees } from '../trees.ts';
import type { Work } from './work.ts';

/** A weight for each bucket, in steps: one printable character each. */
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
  readonly again: Trees; // a second judgement, by the first one of all blocks
}

/** Columns behind the block's own features: what its names and its words say. */
export const MODEL_WIDTH = BLOCK_WIDTH + 2;
/** Columns of the second judgement: the context goes first. */
export const AGAIN_WIDTH = CONTEXT_WIDTH + MODEL_WIDTH;

/** Sums beyond this say no more than "surely". */
const SURE = 8;

/** For each block, how much speaks for its being part of the article's body; above 0 more than against it. */
export function* scoreBlocks(
  blocks: readonly PageBlock[],
  metadata: Metadata,
  weights: BlockWeights,
): Work<Float32Array> {
  const featuresOf = yield* blockFeatures(blocks, metadata);
  yield;
  const names = nameScores(blocks, weights.names);
  yield;
  const words = new BucketSum(weights.words);
  const forest = readForest(weights.trees);
  const rows = new Float32Array(blocks.length * MODEL_WIDTH);
  const scores = new Float32Array(blocks.length);
  for (const [i, block] of blocks.entries()) {
    if (i % AT_ONCE === 0) yield;
    if (isMenu(block)) {
      scores[i] = -SURE;
      continue;
    }
    const at = i * MODEL_WIDTH;
    featuresOf(i, rows, at);
    rows[at + BLOCK_WIDTH] = names[i]!;
    words.begin();
    for (const bucket of wordBuckets(block)) words.add(bucket);
    rows[at + BLOCK_WIDTH + 1] = words.end();
    scores[i] = sumOf(forest, rows, at);
  }
  const context = contextOf({
    scores,
    chars: blocks.map(({ text }) => text.length),
    groups: groupsOf(blocks),
  });
  const again = readForest(weights.again);
  const row = new Float32Array(AGAIN_WIDTH);
  for (let i = 0; i < blocks.length; i += 1) {
    if (i % AT_ONCE === 0) yield;
    if (scores[i]! < HOPELESS) continue;
    row.set(context.subarray(i * CONTEXT_WIDTH, (i + 1) * CONTEXT_WIDTH));
    row.set(rows.subarray(i * MODEL_WIDTH, (i + 1) * MODEL_WIDTH), CONTEXT_WIDTH);
    scores[i] = sumOf(again, row, 0);
  }
  return scores;
}

/** Below this no context helps a block into the body. */
const HOPELESS = -6;

/** For each block numbers of the elements around it, the nearest first. */
function groupsOf(blocks: readonly PageBlock[]): number[][] {
  const numbers = new Map<Frame, number>();
  const numberOf = (frame: Frame): number => {
    const known = numbers.get(frame);
    if (known !== undefined) return known;
    numbers.set(frame, numbers.size);
    return numbers.size - 1;
  };
  return blocks.map(({ frame }) =>
    framesAround(frame)
      .slice(1, 1 + GROUPS)
      .map(numberOf),
  );
}

/** Links in a menu need no second thought, and make up half of many pages. */
function isMenu({ text, frame, linkChars }: PageBlock): boolean {
  return (frame.within & (Within.nav | Within.footer)) !== 0 && linkChars > text.length * 0.9;
}

/** Steps go from -28 to 28: the characters from `#` to `[`, none of which needs escaping in a string. */
export const MAX_STEP = 28;
export const ZERO_STEP = 0x23 + MAX_STEP;

/** The steps a code stands for, one a character. */
export function readSteps(code: string): Int8Array {
  const steps = new Int8Array(code.length);
  for (let i = 0; i < code.length; i += 1) steps[i] = code.charCodeAt(i) - ZERO_STEP;
  return steps;
}

/** Sums up weights of buckets, each of which counts once for a block. */
class BucketSum {
  private readonly steps: Int8Array;
  private readonly counted: Int32Array; // the block each bucket was last counted for
  private block = 0;
  private sum = 0;
  private readonly table: Buckets;

  constructor(table: Buckets) {
    this.table = table;
    this.steps = readSteps(table.code);
    this.counted = new Int32Array(this.steps.length);
  }

  begin(): void {
    this.block += 1;
    this.sum = 0;
  }

  add(bucket: number): void {
    if (this.counted[bucket] === this.block) return;
    this.counted[bucket] = this.block;
    this.sum += this.steps[bucket]!;
  }

  end(): number {
    const { bias, unit } = this.table;
    return Math.max(-SURE, Math.min(SURE, bias + this.sum * unit));
  }
}

function nameScores(blocks: readonly PageBlock[], table: Buckets): number[] {
  const sum = new BucketSum(table);
  const grams = new Map<Frame, number[]>();
  const scores = new Map<Frame, number>();
  return blocks.map(({ frame }) => {
    const known = scores.get(frame);
    if (known !== undefined) return known;
    sum.begin();
    for (const [distance, around] of framesAround(frame).entries()) {
      let own = grams.get(around);
      if (!own) grams.set(around, (own = nameGrams(around.element)));
      const nearness = nearnessOf(distance);
      for (const gram of own) sum.add(nameBucket(gram, nearness));
    }
    const score = sum.end();
    scores.set(frame, score);
    return score;
  });
}
