import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedBy, reaches, readForest, sortForest, sumOf, sumSorted, type Trees } from '../lib/trees.ts';

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
    expect(sumSorted(sortForest(readForest(TREES)), row)).toBeCloseTo(expected, 5);
  });

  it('tell what the first of them ask for', () => {
    expect(askedBy(readForest(TREES), 1, 3)).toEqual(Uint8Array.of(1, 1, 0));
    const two = { ...TREES, code: btoa(String.fromCharCode(176, ...BYTES)) }; // one leaf, then the same
    expect(askedBy(readForest(two), 1, 3)).toEqual(Uint8Array.of(0, 0, 0));
    expect(askedBy(readForest(two), 2, 3)).toEqual(Uint8Array.of(1, 1, 0));
  });

  it('say the very same with their splits sorted', () => {
    const { tree } = fc.letrec<{ tree: number[] }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.integer({ min: 98, max: 254 }).map(leaf => [leaf]),
        fc
          .tuple(
            fc.nat(5),
            fc.constantFrom(0x3f, 0x40, 0x41, 0xbf, 0xc0),
            fc.nat(255),
            tie('tree'),
            tie('tree'),
          )
          .map(([feature, upper, lower, yes, no]) => [feature, upper, lower, ...yes, ...no]),
      ),
    }));
    const value = fc.constantFrom(-3, -1, -0.5, 0, 0.5, 0.75, 1, 2, 9);
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 20 }),
        fc.array(value, { minLength: 6, maxLength: 6 }),
        (trees, row) => {
          const forest = readForest({ ...TREES, code: btoa(String.fromCharCode(...trees.flat())) });
          const sorted = sortForest(forest);
          const sum = sumOf(forest, row, 0);
          expect(sumSorted(sorted, row)).toBe(sum);
          for (const least of [sum - 2, sum - 0.1, sum, sum + 0.1, sum + 2])
            expect(reaches(sorted, row, trees.length, least)).toBe(sum >= least);
        },
      ),
    );
  });
});
