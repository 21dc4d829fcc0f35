import {
  BLOCK,
  CONSTANTS,
  FAR,
  GROUP,
  GROUP_STEP,
  PAGE,
  PIECE,
  ROUNDING,
  STATE_SCALE,
  ZERO,
} from './kernel.ts';
import type { Kernel } from './kernel.ts';

/** The kernel in plain loops, for platforms without SIMD. */
export function createPlainKernel(bytes: number): Kernel {
  const memory = new ArrayBuffer(Math.ceil(bytes / PAGE) * PAGE);
  const weights = new Int8Array(memory);
  const values = new Uint8Array(memory);
  const sums = new Int32Array(memory);
  const floats = new Float32Array(memory);

  const product = (at: number, input: number, out: number, groups: number, quads: number): void => {
    for (let row = 0; row < groups * GROUP; row++) {
      const inGroup = row % GROUP;
      const group = at + Math.floor(row / GROUP) * GROUP_STEP * (1 + quads);
      let from = group + GROUP_STEP + (inGroup >> 2) * BLOCK + (inGroup & 3) * 4;
      let sum = sums[(group >> 2) + inGroup]!;
      for (let column = 0; column < 4 * quads; column += 4) {
        for (let i = 0; i < 4; i++) sum += weights[from + i]! * values[input + column + i]!;
        from += GROUP_STEP;
      }
      sums[(out >> 2) + row] = sum;
    }
  };
  const products = (
    at: number,
    input: number,
    out: number,
    count: number,
    groups: number,
    quads: number,
    stride: number,
  ): void => {
    for (let i = 0; i < count; i++)
      product(at, input + i * stride, out + i * groups * GROUP * 4, groups, quads);
  };
  const step = (inputs: number, stateSums: number, constants: number, h: number, hidden: number): void => {
    /** The sum of a gate: `k` is 0 to 2, `c` the first of four constants of its kind. */
    const scaled = (from: number, unit: number, k: number, c: number, kind: number): number =>
      f(f(sums[(from >> 2) + k * hidden + unit]!) * floats[c + 4 * (kind + k)]!);
    for (let unit = 0; unit < hidden; unit++) {
      const c = (constants >> 2) + (unit >> 2) * 4 * CONSTANTS + (unit & 3);
      const gate = (k: number): number =>
        f(f(scaled(inputs, unit, k, c, 0) + scaled(stateSums, unit, k, c, 3)) + floats[c + 4 * (6 + k)]!);
      const reset = sigmoidOfTwice(gate(0));
      const update = sigmoidOfTwice(gate(1));
      const recurrent = f(scaled(stateSums, unit, 2, c, 3) + floats[c + 4 * 9]!);
      const candidate = tanh(f(f(scaled(inputs, unit, 2, c, 0) + floats[c + 4 * 8]!) + f(reset * recurrent)));
      const before = floats[(h >> 2) + unit]!;
      floats[(h >> 2) + unit] = f(candidate + f(update * f(before - candidate)));
    }
  };
  return {
    memory,
    gather(sources, places, pieces, out, step, count) {
      for (let i = 0; i < count * pieces; i++) {
        const from = sums[(sources >> 2) + i]!;
        const to = out + Math.floor(i / pieces) * step + sums[(places >> 2) + (i % pieces)]!;
        values.copyWithin(to, from, from + PIECE);
      }
    },
    multiply: (at, input, out, pairs, groups, quads, stride) =>
      products(at, input, out, 2 * pairs, groups, quads, stride),
    multiplyFew: (at, input, out, fours, groups, quads, stride) =>
      products(at, input, out, 4 * fours, groups, quads, stride),
    recur(at, constants, inputs, inputStep, out, outStep, hidden, count, h, state, stateSums) {
      for (let i = 0; i < count; i++) {
        product(at, state, stateSums, (3 * hidden) / GROUP, hidden / 4);
        step(sums[(inputs + i * inputStep) >> 2]!, stateSums, constants, h, hidden);
        for (let unit = 0; unit < hidden; unit++) {
          const value = stateByte(floats[(h >> 2) + unit]!);
          values[state + unit] = value;
          values[out + i * outStep + unit] = value;
        }
      }
    },
    blend(from, stride, scales, shared, tables, tableStep, out, rows, count) {
      for (let i = 0; i < count; i++) {
        const [a, b] = [0, 4].map(k => sums[(tables + i * tableStep + k) >> 2]! >> 2) as [number, number];
        for (let row = 0; row < rows; row++) {
          const scaled = f(f(sums[((from + i * stride) >> 2) + row]!) * floats[(scales >> 2) + row]!);
          const sum = f(f(f(scaled + floats[(shared >> 2) + row]!) + floats[a + row]!) + floats[b + row]!);
          values[out + i * rows + row] = rounded(Math.min(Math.max(sum, 0), 127), 0);
        }
      }
    },
  };
}

/** A state between -1 and 1 as a byte. */
function stateByte(value: number): number {
  return rounded(f(value * STATE_SCALE), ZERO);
}

const f = Math.fround;

/** Lambert's fraction, good to a ten-thousandth; the SIMD code does the same operations in the same order. */
function tanh(value: number): number {
  const x = Math.min(Math.max(value, -FAR), FAR);
  const square = f(x * x);
  const over = f(x * f(f(square * f(f(square * f(square + 378)) + 17_325)) + 135_135));
  const under = f(f(square * f(f(square * f(f(square * 28) + 3150)) + 62_370)) + 135_135);
  return f(over / under);
}

function sigmoidOfTwice(x: number): number {
  return f(f(tanh(x) * 0.5) + 0.5);
}

function rounded(value: number, plus: number): number {
  return f(value + (ROUNDING + plus)) - ROUNDING;
}
