import { contextOf, CONTEXT_WIDTH, GROUPS } from './block-context.ts';
import { blockFeatures, BLOCK_WIDTH } from './block-features.ts';
import { surroundings } from './block-surroundings.ts';
import type { Frame, PageBlock } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { framesAround, nameGrams, outerBuckets, ownBuckets, wordBuckets } from './name-features.ts';
import { readForest, sumOf, type Trees } from '../trees.ts';
import { AT_ONCE, type Work } from '../work.ts';

/** A weight for each bucket: two in a printable character. */
export interface Buckets {
  readonly bias: number;
  readonly code: string;
}

/** What a training command learned about blocks. */
export interface BlockWeights {
  readonly names: Buckets;
  readonly words: Buckets;
  readonly trees: Trees;
  readonly again: Trees; // a second judgement, by the first one of all blocks; what counts is the mean
}

/** Columns behind the block's own features: what its names and its words say. */
export const MODEL_WIDTH = BLOCK_WIDTH + 2;
/** Columns of the second judgement: the context goes first. */
export const AGAIN_WIDTH = CONTEXT_WIDTH + MODEL_WIDTH;

/** Sums beyond this say no more than "surely". */
export const SURE = 8;

/** For each block, how much speaks for its being part of the article's body; above 0 more than against it. */
export function* scoreBlocks(
  blocks: readonly PageBlock[],
  metadata: Metadata,
  weights: BlockWeights,
): Work<Float32Array> {
  const page = yield* surroundings(blocks, metadata);
  const featuresOf = blockFeatures(blocks, page);
  const namesOf = nameSums(weights.names);
  const words = new BucketSum(weights.words);
  const forest = readForest(weights.trees);
  const n = blocks.length;
  const rows = new Float32Array(n * MODEL_WIDTH);
  const scores = new Float32Array(n).fill(-SURE);
  for (let i = 0; i < n; i += 1) {
    if (i % AT_ONCE === 0) yield;
    if (page.isHopeless[i]) continue;
    const at = i * MODEL_WIDTH;
    featuresOf(i, rows, at);
    rows[at + BLOCK_WIDTH] = namesOf(blocks[i]!.frame);
    rows[at + BLOCK_WIDTH + 1] = words.sum(words.stepsOf(wordBuckets(blocks[i]!)));
    scores[i] = sumOf(forest, rows, at);
  }
  const groups = yield* groupsOf(blocks);
  const context = yield* contextOf({ scores, chars: blocks.map(({ text }) => text.length), groups });
  const again = readForest(weights.again);
  const row = new Float32Array(AGAIN_WIDTH);
  for (let i = 0; i < n; i += 1) {
    if (i % AT_ONCE === 0) yield;
    if (scores[i]! < HOPELESS) continue;
    row.set(context.subarray(i * CONTEXT_WIDTH, (i + 1) * CONTEXT_WIDTH));
    row.set(rows.subarray(i * MODEL_WIDTH, (i + 1) * MODEL_WIDTH), CONTEXT_WIDTH);
    scores[i] = bothScores(scores[i]!, sumOf(again, row, 0));
  }
  return scores;
}

/** Below this no context helps a block into the body. */
export const HOPELESS = -5;

/** What both judgements say together: they err in different places. */
export const bothScores = (first: number, second: number): number => (first + second) / 2;

/** For each block numbers of the elements around it, the nearest first. */
function* groupsOf(blocks: readonly PageBlock[]): Work<number[][]> {
  const numbers = new Map<Frame, number>();
  const groups: number[][] = [];
  for (const { frame } of blocks) {
    if (groups.length % AT_ONCE === 0) yield;
    const own: number[] = [];
    let around = frame.parent;
    for (let level = 0; level < GROUPS && around && around.tag !== 'BODY'; level += 1) {
      let number = numbers.get(around);
      if (number === undefined) numbers.set(around, (number = numbers.size));
      own.push(number);
      around = around.parent;
    }
    groups.push(own);
  }
  return groups;
}

/**
 * What a step of the weights is worth, and the steps there are: nine, so that two go into a character. They stand in
 * such an order that a backslash, which takes two bytes in a script, is the rarest pair.
 */
export const UNIT = 0.2;
export const STEPS = [-5, -3, -1, -9, 0, 1, 9, 3, 5];
/** The character of twice the first step; those after it are printable. */
export const FIRST_PAIR = 0x23;

/** The steps a code stands for, two a character. */
export function readSteps(code: string): Int8Array {
  const steps = new Int8Array(code.length * 2);
  for (let i = 0; i < code.length; i += 1) {
    const pair = code.charCodeAt(i) - FIRST_PAIR;
    steps[2 * i] = STEPS[Math.floor(pair / STEPS.length)]!;
    steps[2 * i + 1] = STEPS[pair % STEPS.length]!;
  }
  return steps;
}

/** Sums up the weights of buckets. */
class BucketSum {
  private readonly steps: Int8Array;
  private readonly counted: Int32Array; // the turn in which each bucket was counted last
  private turn = 0;
  private readonly bias: number;

  constructor({ bias, code }: Buckets) {
    this.bias = bias;
    this.steps = readSteps(code);
    this.counted = new Int32Array(this.steps.length);
  }

  /** The steps of all these together, each bucket once. */
  stepsOf(buckets: readonly number[]): number {
    this.turn += 1;
    let steps = 0;
    for (const bucket of buckets) {
      if (this.counted[bucket] === this.turn) continue;
      this.counted[bucket] = this.turn;
      steps += this.steps[bucket]!;
    }
    return steps;
  }

  sum(steps: number): number {
    return sumOfSteps(this.bias, steps);
  }
}

/** What so many steps say. */
export function sumOfSteps(bias: number, steps: number): number {
  return Math.max(-SURE, Math.min(SURE, bias + steps * UNIT));
}

/** What the names say around a block; blocks of one element share all but their own. */
function nameSums(table: Buckets): (frame: Frame) => number {
  const sum = new BucketSum(table);
  const grams = new Map<Frame, number[]>();
  const gramsOf = (frame: Frame): number[] => {
    let own = grams.get(frame);
    if (!own) grams.set(frame, (own = nameGrams(frame.element)));
    return own;
  };
  const known = new Map<Frame, number>();
  const stepsAround = (parent: Frame | null): number => {
    if (!parent) return 0; // the body itself
    let steps = known.get(parent);
    if (steps === undefined)
      known.set(parent, (steps = sum.stepsOf(outerBuckets(framesAround(parent).map(gramsOf)))));
    return steps;
  };
  return frame => sum.sum(sum.stepsOf(ownBuckets(gramsOf(frame))) + stepsAround(frame.parent));
}
