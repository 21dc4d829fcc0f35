import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel } from '../../lib/tagging/create-kernel.ts';
import {
  FEW,
  GROUP,
  STATE_SCALE,
  ZERO,
  fitWeights,
  gateConstants,
  packWeights,
} from '../../lib/tagging/kernel.ts';
import type { Kernel, KernelKind } from '../../lib/tagging/kernel.ts';

const BYTES = 65_536;
const SIMD: readonly KernelKind[] = ['bytes', 'simd'];

/** Where things lie in a kernel's memory while it is tried. */
const AT = {
  weights: 0,
  input: 16_384,
  out: 24_576,
  constants: 32_768,
  h: 40_960,
  state: 41_216,
  inputs: 41_344,
  sums: 41_472,
};

/** Sums of a matrix and bytes, `count` vectors of `columns`. */
function product(
  kernel: Kernel,
  weights: readonly number[],
  input: readonly number[],
  columns: number,
  offset = 0,
): number[] {
  const packed = fitWeights(packWeights(Int8Array.from(weights), columns), columns, offset);
  const groups = Math.ceil(weights.length / columns / GROUP);
  const count = input.length / columns;
  new Int8Array(kernel.memory).set(packed, AT.weights);
  new Uint8Array(kernel.memory).set(input, AT.input);
  kernel.multiply(AT.weights, AT.input, AT.out, Math.ceil(count / 2), groups, columns / 4, columns);
  return [...new Int32Array(kernel.memory, AT.out, count * groups * GROUP)];
}

/** The same of the first rows of a matrix, `FEW` sums a vector. */
function fewProducts(
  kernel: Kernel,
  weights: readonly number[],
  input: readonly number[],
  columns: number,
): number[] {
  const packed = fitWeights(packWeights(Int8Array.from(weights), columns), columns, ZERO);
  const count = input.length / columns;
  new Int8Array(kernel.memory).set(packed, AT.weights);
  new Uint8Array(kernel.memory).set(input, AT.input);
  kernel.multiplyFew(AT.weights, AT.input, AT.out, Math.ceil(count / 4), 1, columns / 4, columns);
  return firstOf(new Int32Array(kernel.memory, AT.out, count * GROUP));
}

/** The first `FEW` of each group of sums. */
function firstOf(sums: ArrayLike<number>): number[] {
  return Array.from(sums).filter((_, i) => i % GROUP < FEW);
}

/** The states after each of two steps of a GRU of 16 units, the second products first. */
function states(kernel: Kernel, weights: readonly number[], products: readonly number[]): number[] {
  const hidden = 16;
  const scales = new Float32Array(3 * hidden).fill(0.001);
  const packed = packWeights(Int8Array.from(weights), hidden);
  new Int8Array(kernel.memory).set(fitWeights(packed, hidden, ZERO), AT.weights);
  new Int32Array(kernel.memory).set(products, AT.input / 4);
  const bias = new Float32Array(3 * hidden).fill(0.1);
  const constants = gateConstants(hidden, scales, scales, bias, bias);
  new Float32Array(kernel.memory).set(constants, AT.constants / 4);
  new Uint8Array(kernel.memory).fill(ZERO, AT.state, AT.state + hidden);
  const { weights: at, constants: c, input, out, h, state, inputs, sums } = AT;
  new Int32Array(kernel.memory).set([input + 12 * hidden, input], inputs / 4);
  kernel.recur(at, c, inputs, 4, out, hidden, hidden, 2, h, state, sums);
  return [...new Uint8Array(kernel.memory, AT.out, 2 * hidden)];
}

function blended(kernel: Kernel, sums: readonly number[], table: readonly number[]): number[] {
  const rows = 4;
  new Int32Array(kernel.memory).set(sums, AT.input / 4);
  const floats = new Float32Array(kernel.memory);
  floats.set([1, 0.5, 0.25, 2], AT.constants / 4);
  floats.set([1, 2, 3, 4], AT.h / 4);
  floats.set(table, AT.sums / 4);
  const count = sums.length / rows;
  const addresses = Array.from({ length: 2 * count }, (_, i) => AT.sums + 16 * (i % 2));
  new Int32Array(kernel.memory).set(addresses, AT.state / 4);
  kernel.blend(AT.input, 4 * rows, AT.constants, AT.h, AT.state, 8, AT.out, rows, count);
  return [...new Uint8Array(kernel.memory, AT.out, sums.length)];
}

/** Rows of two pieces, three bytes and five, from addresses in the input. */
function gathered(kernel: Kernel, input: readonly number[], addresses: readonly number[]): number[] {
  new Uint8Array(kernel.memory).set(input, AT.input);
  const sources = addresses.map(address => AT.input + address);
  new Int32Array(kernel.memory).set(sources, AT.state / 4);
  new Int32Array(kernel.memory).set([0, 3], AT.h / 4);
  const count = addresses.length / 2;
  kernel.gather(AT.state, AT.h, 2, AT.out, 8, count);
  return [...new Uint8Array(kernel.memory, AT.out, 8 * count)];
}

describe('the kernel', () => {
  it.each(['bytes', 'simd', 'plain'] as const)('gathers pieces into rows (%s)', kind => {
    const input = Array.from({ length: 48 }, (_, i) => i);
    expect(gathered(createKernel(BYTES, kind), input, [10, 0, 1, 20])).toEqual([
      10, 11, 12, 0, 1, 2, 3, 4, 1, 2, 3, 20, 21, 22, 23, 24,
    ]);
  });

  it.each(['bytes', 'simd', 'plain'] as const)('multiplies (%s)', kind => {
    const weights = Array.from({ length: 4 * 8 }, (_, i) => (i % 8 === i >> 3 ? 2 : 0)); // twice the first four
    const sums = product(createKernel(BYTES, kind), weights, [61, 62, 63, 64, 1, 1, 1, 1], 8, ZERO);
    expect(sums.slice(0, 5)).toEqual([-6, -4, -2, 0, 0]);
  });

  it.each(['bytes', 'simd', 'plain'] as const)('multiplies a few rows as it does all (%s)', kind => {
    const weights = Array.from({ length: FEW * 8 }, (_, i) => ((i * 37) % 255) - 127);
    const input = Array.from({ length: 8 * 8 }, (_, i) => (i * 31) % 128); // two times four
    const sums = fewProducts(createKernel(BYTES, kind), weights, input, 8);
    expect(sums).toEqual(firstOf(product(createKernel(BYTES, kind), weights, input, 8, ZERO)));
    expect(new Set(sums).size).toBeGreaterThan(FEW);
  });

  it.each(['bytes', 'simd', 'plain'] as const)('rounds and cuts what it blends (%s)', kind => {
    const table = [0, 0, 0, 0, 0.5, -100, 100, 0];
    expect(blended(createKernel(BYTES, kind), [9, 9, 9, 9, 0, 300, 0, 500], table)).toEqual([
      10, 0, 105, 22, 2, 52, 103, 127,
    ]);
  });

  it('keeps its state where nothing comes in and nothing is learned', () => {
    const kernel = createKernel(BYTES, 'plain');
    const still = states(kernel, Array<number>(48 * 16).fill(0), Array<number>(96).fill(0));
    expect(new Set(still.slice(0, 16)).size).toBe(1);
    expect(Math.abs((still[0] ?? 0) - ZERO)).toBeLessThan(STATE_SCALE / 4);
  });

  it('runs with both kinds of SIMD here, so that the next test compares three things', () => {
    for (const kind of SIMD) expect(createKernel(BYTES, kind).multiply.toString()).toContain('native code');
    expect(createKernel(BYTES, 'plain').multiply.toString()).not.toContain('native code');
  });

  it('reads weights side by side as if they were so many more columns', () => {
    const rows = [
      [1, -2, 3, -4, 5, -6, 7, -8],
      [9, 10, -11, 12, 0, 0, 127, -127],
    ];
    const once = Int8Array.from(rows.flat());
    const twice = Int8Array.from(rows.flatMap(row => [...row, ...row]));
    expect(fitWeights(packWeights(once, 8), 8, ZERO, 2)).toEqual(
      fitWeights(packWeights(twice, 16), 16, ZERO),
    );
  });

  it('gives the same numbers in all three kinds', () => {
    const weight = fc.integer({ min: -127, max: 127 });
    const byte = fc.integer({ min: 0, max: 127 });
    const sum = fc.integer({ min: -200_000, max: 200_000 });
    const many = <T>(of: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
      fc.array(of, { minLength: length, maxLength: length });
    fc.assert(
      fc.property(
        many(weight, 48 * 16),
        many(byte, 3 * 16),
        many(sum, 96),
        many(fc.float({ min: -200, max: 200, noNaN: true }), 8),
        (weights, input, sums, table) => {
          const all = (kind: KernelKind): number[][] => [
            product(createKernel(BYTES, kind), weights, input, 16),
            product(createKernel(BYTES, kind), weights, input, 8, ZERO),
            fewProducts(createKernel(BYTES, kind), weights.slice(0, FEW * 16), [...input, ...input], 16),
            states(createKernel(BYTES, kind), weights, sums),
            blended(createKernel(BYTES, kind), sums, table),
          ];
          const plain = all('plain');
          for (const kind of SIMD) expect(all(kind)).toEqual(plain);
        },
      ),
    );
  });
});
