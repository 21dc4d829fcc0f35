import { describe, expect, it } from 'vitest';
import { BLOCK_FEATURES, BLOCK_WIDTH } from '../../lib/article/block-features.ts';
import { contextOf, CONTEXT_WIDTH, type Judged } from '../../lib/article/block-context.ts';
import { atOnce } from '../../lib/work.ts';

const contextAt = (judged: Judged): Float32Array => atOnce(contextOf(judged));

/** Five paragraphs of one element, three of them surely in the body, then two of another. */
const rows = contextAt({
  scores: [3, 4, -0.5, 2, -9, -4, -4],
  chars: [200, 300, 40, 250, 60, 80, 80],
  groups: [
    [0, 9],
    [0, 9],
    [0, 9],
    [0, 9],
    [0, 9],
    [1, 9],
    [1, 9],
  ],
});
const row = (i: number): number[] => [...rows.subarray(i * CONTEXT_WIDTH, (i + 1) * CONTEXT_WIDTH)];

describe('the features of a block', () => {
  it('have a name each', () => {
    expect(BLOCK_FEATURES).toHaveLength(BLOCK_WIDTH);
    expect(new Set(BLOCK_FEATURES).size).toBe(BLOCK_WIDTH);
  });
});

describe('the context of a block', () => {
  it('is one row a block', () => {
    expect(rows).toHaveLength(7 * CONTEXT_WIDTH);
  });

  it('begins with its own score and those beside it, none too loud', () => {
    expect(row(3).slice(0, 7)).toEqual([2, -0.5, -5, 4, -4, 3, -4]);
    expect(row(0).slice(1, 3)).toEqual([-5, 4]); // nothing before the first
  });

  it('tells a doubtful block in good company from the same in bad', () => {
    const [, , , , , , , goodMean] = row(2);
    const [, , , , , , , badMean] = row(5);
    expect(goodMean).toBeGreaterThan(1);
    expect(badMean).toBe(-4);
  });

  it('says where between the first and the last sure block it stands', () => {
    expect(row(0).at(-1)).toBe(0);
    expect(row(3).at(-1)).toBe(1);
    expect(row(6).at(-1)).toBe(2);
  });

  it('is nothing for no blocks', () => {
    expect(contextAt({ scores: [], chars: [], groups: [] })).toHaveLength(0);
  });
});
