import { describe, expect, it } from 'vitest';
import { readForest, sumOf, sumOnce, type Trees } from '../lib/trees.ts';

/** Feature 0 below 0.5: ten steps up, else feature 1 below -2: four steps down, else three finer ones down; a tree of one leaf. */
const BYTES = [0, 0x3f, 0x00, 176 + 10, 1, 0xc0, 0x00, 176 - 4, 255, 0xfd, 176 + 1];
const TREES: Trees = { base: 0.5, unit: 0.1, code: btoa(String.fromCharCode(...BYTES)) };

describe('trees', () => {
  it.each([
    [[0.4, 0], 0.5 + 1 + 0.1],
    [[0.5, -3], 0.5 - 0.4 + 0.1],
    [[0.5, -2], 0.5 - 0.3 + 0.1],
  ])('say for %j', (row, expected) => {
    expect(sumOf(readForest(TREES), [9, ...row], 1)).toBeCloseTo(expected, 5);
    expect(sumOnce(TREES, row)).toBeCloseTo(expected, 5);
  });
});
