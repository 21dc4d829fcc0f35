import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel } from '../../lib/tagging/kernel.ts';
import type { Kernel } from '../../lib/tagging/kernel.ts';

const BYTES = 65_536;

function product(
  kernel: Kernel,
  weights: readonly number[],
  input: readonly number[],
  rows: number,
  columns = 16,
): number[] {
  const numbers = new Int16Array(kernel.memory);
  const count = input.length / columns;
  numbers.set(weights, 0);
  numbers.set(input, 8192);
  kernel.multiply(0, 16_384, 32_768, count, rows, columns);
  return [...new Int32Array(kernel.memory, 32_768, count * rows)];
}

describe('the kernel', () => {
  it('multiplies', () => {
    const weights = Array.from({ length: 4 * 16 }, (_, i) => (i % 16 === i >> 4 ? 2 : 0));
    const input = Array.from({ length: 16 }, (_, i) => i - 3);
    for (const simd of [true, false]) {
      expect(product(createKernel(BYTES, simd), weights, input, 4)).toEqual([-6, -4, -2, 0]);
    }
  });

  it('runs with SIMD here, so that the next test compares two things', () => {
    expect(createKernel(BYTES).multiply.toString()).toContain('native code');
    expect(createKernel(BYTES, false).multiply.toString()).not.toContain('native code');
  });

  it('gives the same sums with and without SIMD', () => {
    const byte = fc.integer({ min: -127, max: 127 });
    const number = fc.integer({ min: -32_767, max: 32_767 });
    const rows = 12;
    fc.assert(
      fc.property(
        fc.array(byte, { minLength: rows * 16, maxLength: rows * 16 }),
        fc.array(number, { minLength: 3 * 16, maxLength: 3 * 16 }),
        (weights, input) => {
          const plain = product(createKernel(BYTES, false), weights, input, rows);
          expect(product(createKernel(BYTES, true), weights, input, rows)).toEqual(plain);
          const narrow = product(createKernel(BYTES, false), weights, input, rows, 8);
          expect(product(createKernel(BYTES, true), weights, input, rows, 8)).toEqual(narrow);
        },
      ),
    );
  });

  it('does nothing for no input', () => {
    expect(() => createKernel(BYTES).multiply(0, 64, 128, 0, 4, 8)).not.toThrow();
  });
});
