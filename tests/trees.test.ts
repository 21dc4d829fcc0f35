import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedBy,
  readForest,
  fillForest,
  sortForest,
  sumOf,
  sumFull,
  sumRows,
  type Forest,
  type Trees,
} from '../lib/trees.ts';

/** Feature 0 below 0.5: ten steps up, else feature 1 below -2: four steps down, else three finer ones down; a tree of one leaf. */
const BYTES = [0, 0x3f, 0x00, 176 + 10, 1, 0xc0, 0x00, 176 - 4, 255, 0xfd, 176 + 1];
const TREES: Trees = { base: 0.5, unit: 0.1, code: btoa(String.fromCharCode(...BYTES)) };

/** The bytes of a tree of so many levels at most that asks for six features. */
function treeOf(levels: number): fc.Arbitrary<number[]> {
  const { tree } = fc.letrec<{ tree: number[] }>(tie => ({
    tree: fc.oneof(
      { maxDepth: levels, depthSize: 'small' },
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
  return tree;
}
const value = fc.constantFrom(-3, -1, -0.5, 0, 0.5, 0.75, 1, 2, 9);

describe('trees', () => {
  it.each([
    [[0.4, 0], 0.5 + 1 + 0.1],
    [[0.5, -3], 0.5 - 0.4 + 0.1],
    [[0.5, -2], 0.5 - 0.3 + 0.1],
  ])('say for %j', (row, expected) => {
    expect(sumOf(readForest(TREES), [9, ...row], 1)).toBeCloseTo(expected, 5);
    expect(sumFull(fillForest(readForest(TREES)), Float32Array.from(row))).toBeCloseTo(expected, 5);
  });

  it('tell what the first of them ask for', () => {
    expect(askedBy(readForest(TREES), 1, 3)).toEqual(Uint8Array.of(1, 1, 0));
    const two = { ...TREES, code: btoa(String.fromCharCode(176, ...BYTES)) }; // one leaf, then the same
    expect(askedBy(readForest(two), 1, 3)).toEqual(Uint8Array.of(0, 0, 0));
    expect(askedBy(readForest(two), 2, 3)).toEqual(Uint8Array.of(1, 1, 0));
  });

  it('say the very same filled up, the first of them as well', () => {
    fc.assert(
      fc.property(
        fc.array(treeOf(3), { minLength: 1, maxLength: 20 }),
        fc.array(value, { minLength: 6, maxLength: 6 }),
        (trees, row) => {
          const forest = readForest({ ...TREES, code: btoa(String.fromCharCode(...trees.flat())) });
          const full = fillForest(forest);
          expect(sumFull(full, Float32Array.from(row))).toBe(sumOf(forest, row, 0));
          const first = readForest({ ...TREES, code: btoa(String.fromCharCode(...trees[0]!)) });
          const sum = sumFull(full, Float32Array.from(row), 1);
          expect(sum).toBe(sumOf(first, row, 0));
          expect(sumFull(full, Float32Array.from(row), trees.length, 1, sum)).toBe(sumOf(forest, row, 0));
        },
      ),
    );
  });

  it('say the very same of many rows, sorted', () => {
    const isSmall = (tree: readonly number[]): boolean => tree.length <= 8 + 7 * 3; // eight leaves, seven splits
    const own = fc.array(value, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(treeOf(7).filter(isSmall), { minLength: 1, maxLength: 20 }),
        fc.array(own, { minLength: 1, maxLength: 5 }),
        fc.array(value, { minLength: 2, maxLength: 2 }),
        (trees, owns, shared) => {
          const forest = readForest({ ...TREES, code: btoa(String.fromCharCode(...trees.flat())) });
          const rows = Float32Array.from(owns.flatMap(row => [...row, ...shared]));
          const sums = owns.map((_, i) => sumOf(forest, rows, i * 6));
          expect([...sumRows(sortForest(forest, 6), rows, 4)]).toEqual(sums);
          expect([...sumRows(sortForest(forest, 6), rows, 6)]).toEqual(sums);
        },
      ),
    );
  });

  it('of more than eight leaves are not sorted', () => {
    const chain = (leaves: number): number[] => [
      ...Array<number[]>(leaves - 1)
        .fill([0, 0x3f, 0x00])
        .flat(),
      ...Array<number>(leaves).fill(177),
    ];
    const forestOf = (bytes: readonly number[]): Forest =>
      readForest({ ...TREES, code: btoa(String.fromCharCode(...bytes)) });
    expect(sumRows(sortForest(forestOf(chain(8)), 1), Float32Array.of(0), 1)[0]).toBeCloseTo(0.6, 5);
    expect(() => sortForest(forestOf(chain(9)), 1)).toThrow('more than 8 leaves');
  });

  it('of more than three levels are not filled up', () => {
    const deep = [...Array<number[]>(4).fill([0, 0x3f, 0x00]).flat(), ...Array<number>(5).fill(176)];
    const forest = readForest({ ...TREES, code: btoa(String.fromCharCode(...deep)) });
    expect(() => fillForest(forest)).toThrow('more than three levels');
  });
});
