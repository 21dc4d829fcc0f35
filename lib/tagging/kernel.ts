/**
 * The one hot loop of both networks, products of whole-number matrices:
 * `out[i * rows + r] = Σ weights[r * columns + c] * input[i * columns + c]`, for `count` inputs.
 * In WebAssembly with SIMD where the platform allows it, else in plain loops; both give the very same sums.
 * Positions are bytes in `memory`; rows are a multiple of 4, columns of 8; numbers are 16 bits, sums 32.
 */
export interface Kernel {
  readonly memory: ArrayBuffer;
  multiply(weights: number, input: number, out: number, count: number, rows: number, columns: number): void;
}

const PAGE = 65_536;

/** A kernel over at least `bytes` bytes of memory. */
export function createKernel(bytes: number, simd = true): Kernel {
  return (simd ? createSimdKernel(bytes) : null) ?? createPlainKernel(bytes);
}

function createPlainKernel(bytes: number): Kernel {
  const memory = new ArrayBuffer(Math.ceil(bytes / PAGE) * PAGE);
  const numbers = new Int16Array(memory);
  const sums = new Int32Array(memory);
  return {
    memory,
    multiply(weights, input, out, count, rows, columns) {
      let sumAt = out >> 2;
      for (let i = 0; i < count; i++) {
        const inputAt = (input >> 1) + i * columns;
        let weightAt = weights >> 1;
        for (let row = 0; row < rows; row++) {
          let sum = 0;
          for (let column = 0; column < columns; column++) {
            sum = (sum + (numbers[weightAt++] as number) * (numbers[inputAt + column] as number)) | 0;
          }
          sums[sumAt++] = sum;
        }
      }
    },
  };
}

/** The WebAssembly kernel, or null where the platform or a page's security policy does not allow it. */
function createSimdKernel(bytes: number): Kernel | null {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const module = new WebAssembly.Module(assemble());
    const { exports } = new WebAssembly.Instance(module, { onix: { memory } });
    return { memory: memory.buffer, multiply: exports['multiply'] as Kernel['multiply'] };
  } catch {
    return null; // no SIMD or no WebAssembly here: the plain loops do the same
  }
}

// WebAssembly by hand. https://webassembly.github.io/spec/core/binary/instructions.html
const I32 = 0x7f;
const V128 = 0x7b;
const VOID = 0x40;
const BLOCK = 0x02;
const LOOP = 0x03;
const END = 0x0b;
const BRANCH = 0x0c;
const BRANCH_IF = 0x0d;
const GET = 0x20;
const SET = 0x21;
const TEE = 0x22;
const CONSTANT = 0x41;
const ADD = 0x6a;
const SUBTRACT = 0x6b;
const SHIFT_LEFT = 0x74;
const IS_ZERO = 0x45;
const SIMD = 0xfd;
const LOAD = [SIMD, 0x00];
const STORE = [SIMD, 0x0b];
const SHUFFLE = [SIMD, 0x0d];
const ZEROS = [SIMD, 0x0c, ...Array<number>(16).fill(0)];
const DOT = [SIMD, 0xba, 0x01]; // i32x4.dot_i16x8_s
const ADD_4 = [SIMD, 0xae, 0x01]; // i32x4.add

/** Locals: parameters first. */
const L = {
  weights: 0,
  input: 1,
  out: 2,
  count: 3,
  rows: 4,
  columns: 5,
  row: 6, // rows left
  column: 7, // columns left
  weight: 8, // first of four rows
  at: 9, // in the input
  stride: 10, // bytes of a row
  second: 11, // addresses of the other rows
  third: 12,
  fourth: 13,
  x: 14,
  sum1: 15,
  sum2: 16,
  sum3: 17,
  sum4: 18,
};

/** Instructions, grouped for the eye, in one row. */
function code(...groups: readonly (readonly number[])[]): number[] {
  return groups.flat();
}

function assemble(): Uint8Array<ArrayBuffer> {
  const numbers = Array<number>(6).fill(I32);
  return Uint8Array.from(
    code(
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      section(1, code([1, 0x60, 6], numbers, [0])), // type: six numbers in, nothing out
      section(2, code([1], text('onix'), text('memory'), [0x02, 0x00, 1])), // import: the memory, a page or more
      section(3, [1, 0]), // function 0 is of type 0
      section(7, code([1], text('multiply'), [0x00, 0])), // export
      section(10, code([1], sized(code(locals(), loops(), [END])))),
    ),
  );
}

/** For each input, for each four rows, for each eight columns. */
function loops(): number[] {
  return code(
    [GET, L.columns, CONSTANT, 1, SHIFT_LEFT, SET, L.stride],
    [BLOCK, VOID, LOOP, VOID],
    [GET, L.count, IS_ZERO, BRANCH_IF, 1],
    [GET, L.weights, SET, L.weight],
    [GET, L.rows, SET, L.row],
    [LOOP, VOID],
    fourRows(),
    [GET, L.row, CONSTANT, 4, SUBTRACT, TEE, L.row, BRANCH_IF, 0],
    [END],
    advance(L.input, [GET, L.stride]),
    [GET, L.count, CONSTANT, 1, SUBTRACT, SET, L.count],
    [BRANCH, 0, END, END],
  );
}

function fourRows(): number[] {
  const rows = [
    [L.weight, L.sum1],
    [L.second, L.sum2],
    [L.third, L.sum3],
    [L.fourth, L.sum4],
  ] as const;
  const multiplyAdd = ([address, sum]: readonly [number, number]): number[] =>
    code(
      [GET, address, ...LOAD, 1, 0, GET, L.x, ...DOT, GET, sum, ...ADD_4, SET, sum],
      advance(address, [CONSTANT, 16]),
    );
  return code(
    [GET, L.weight, GET, L.stride, ADD, TEE, L.second],
    [GET, L.stride, ADD, TEE, L.third],
    [GET, L.stride, ADD, SET, L.fourth],
    ...rows.map(([, sum]) => [...ZEROS, SET, sum]),
    [GET, L.input, SET, L.at, GET, L.columns, SET, L.column],
    [LOOP, VOID],
    [GET, L.at, ...LOAD, 1, 0, SET, L.x],
    ...rows.map(multiplyAdd),
    advance(L.at, [CONSTANT, 16]),
    [GET, L.column, CONSTANT, 8, SUBTRACT, TEE, L.column, BRANCH_IF, 0],
    [END],
    [GET, L.fourth, SET, L.weight], // the fourth row's end is the next four rows' start
    [GET, L.out],
    pairs(L.sum1, L.sum2),
    [SET, L.x],
    pairs(L.sum3, L.sum4),
    [SET, L.sum4, GET, L.x, GET, L.sum4, ...SHUFFLE, ...lanes(0, 1, 4, 5)],
    [GET, L.x, GET, L.sum4, ...SHUFFLE, ...lanes(2, 3, 6, 7), ...ADD_4],
    [...STORE, 2, 0],
    advance(L.out, [CONSTANT, 16]),
  );
}

/** From sums a and b: (a0 + a2, b0 + b2, a1 + a3, b1 + b3), so that one more addition ends them. */
function pairs(a: number, b: number): number[] {
  return code(
    [GET, a, GET, b, ...SHUFFLE, ...lanes(0, 4, 1, 5)],
    [GET, a, GET, b, ...SHUFFLE, ...lanes(2, 6, 3, 7), ...ADD_4],
  );
}

/** Bytes of a shuffle that picks these 32-bit lanes out of two vectors. */
function lanes(...picked: readonly number[]): number[] {
  return picked.flatMap(lane => [0, 1, 2, 3].map(byte => lane * 4 + byte));
}

function advance(local: number, by: readonly number[]): number[] {
  return [GET, local, ...by, ADD, SET, local];
}

function locals(): number[] {
  return [2, L.fourth - L.columns, I32, L.sum4 - L.fourth, V128];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

/** Content with its length before it (LEB128). */
function sized(content: readonly number[]): number[] {
  const length: number[] = [];
  let left = content.length;
  do {
    length.push((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
    left >>= 7;
  } while (left > 0);
  return [...length, ...content];
}

function text(word: string): number[] {
  return sized(Array.from(word, letter => letter.charCodeAt(0)));
}
