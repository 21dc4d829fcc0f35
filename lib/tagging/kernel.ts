/**
 * The two hot loops of our networks, in WebAssembly with SIMD where the platform allows it, else in plain loops;
 * both give the very same numbers. Positions are bytes in `memory`.
 */
export interface Kernel {
  readonly memory: ArrayBuffer;
  /**
   * Products of whole-number matrices: `out[i * rows + r] = Σ weights[r * columns + c] * input[i * columns + c]`
   * for `count` inputs. Rows are a multiple of 4, columns of 8; numbers are 16 bits, sums 32.
   */
  multiply(weights: number, input: number, out: number, count: number, rows: number, columns: number): void;
  /**
   * One step of a GRU from the products of its input and of its state (32 bits, reset, update, candidate gates one
   * after the other). `constants` (32-bit floats, see `gateConstants`) scale them; `h` is the state as floats;
   * the new one is also written, times `HIDDEN_SCALE`, to `state` and `out` in 16 bits. `hidden` is a multiple of 4.
   */
  step(
    inputProducts: number,
    stateProducts: number,
    constants: number,
    h: number,
    state: number,
    out: number,
    hidden: number,
  ): void;
}

/** Hidden states are whole numbers of this fraction: ±2 in 16 bits, enough for the sum of two layers. */
export const HIDDEN_SCALE = 16_384;

/** Floats a unit has among the constants: scales of its three inputs, of its three states, four biases. */
export const CONSTANTS = 10;

/** The constants of a GRU in the order `step` reads them: for each four units, ten times four numbers. */
export function gateConstants(
  hidden: number,
  inputScales: ArrayLike<number>,
  stateScales: ArrayLike<number>,
  bias: ArrayLike<number>,
  candidateBias: ArrayLike<number>,
): Float32Array {
  const constants = new Float32Array(hidden * CONSTANTS);
  for (let unit = 0; unit < hidden; unit++) {
    const at = (unit >> 2) * 4 * CONSTANTS + (unit & 3);
    for (let gate = 0; gate < 3; gate++) {
      constants[at + 4 * gate] = inputScales[gate * hidden + unit] ?? 0;
      constants[at + 4 * (3 + gate)] = stateScales[gate * hidden + unit] ?? 0;
      constants[at + 4 * (6 + gate)] = bias[gate * hidden + unit] ?? 0;
    }
    constants[at + 4 * 9] = candidateBias[unit] ?? 0;
  }
  return constants;
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
  const floats = new Float32Array(memory);
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
    step(inputProducts, stateProducts, constants, h, state, out, hidden) {
      /** The sum of a gate: `k` is 0 to 2, `c` the first of four constants of its kind. */
      const scaled = (products: number, unit: number, k: number, c: number, kind: number): number =>
        f(f(sums[(products >> 2) + k * hidden + unit] as number) * (floats[c + 4 * (kind + k)] as number));
      for (let unit = 0; unit < hidden; unit++) {
        const c = (constants >> 2) + (unit >> 2) * 4 * CONSTANTS + (unit & 3);
        const gate = (k: number): number =>
          f(
            f(scaled(inputProducts, unit, k, c, 0) + scaled(stateProducts, unit, k, c, 3)) +
              (floats[c + 4 * (6 + k)] as number),
          );
        const reset = sigmoid(gate(0));
        const update = sigmoid(gate(1));
        const recurrent = f(scaled(stateProducts, unit, 2, c, 3) + (floats[c + 4 * 9] as number));
        const candidate = tanh(
          f(f(scaled(inputProducts, unit, 2, c, 0) + (floats[c + 4 * 8] as number)) + f(reset * recurrent)),
        );
        const value = f(candidate + f(update * f((floats[(h >> 2) + unit] as number) - candidate)));
        floats[(h >> 2) + unit] = value;
        const rounded = f(f(value * HIDDEN_SCALE) + ROUNDING) - ROUNDING;
        numbers[(state >> 1) + unit] = rounded;
        numbers[(out >> 1) + unit] = rounded;
      }
    },
  };
}

const f = Math.fround;

/** Beyond, tanh is as good as 1. */
const FAR = f(4.97);

/** Lambert's fraction, good to a ten-thousandth; the SIMD code does the same operations in the same order. */
function tanh(value: number): number {
  const x = Math.min(Math.max(value, -FAR), FAR);
  const square = f(x * x);
  const over = f(x * f(f(square * f(f(square * f(square + 378)) + 17_325)) + 135_135));
  const under = f(f(square * f(f(square * f(f(square * 28) + 3150)) + 62_370)) + 135_135);
  return f(over / under);
}

function sigmoid(x: number): number {
  return f(f(tanh(f(x * 0.5)) * 0.5) + 0.5);
}

/** Added to a float, it leaves no room for a fraction: what remains is rounded, halves to even. */
const ROUNDING = 1.5 * 2 ** 23;

let compiled: WebAssembly.Module | undefined;

/** The WebAssembly kernel, or null where the platform or a page's security policy does not allow it. */
function createSimdKernel(bytes: number): Kernel | null {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    compiled ??= new WebAssembly.Module(assemble());
    const { exports } = new WebAssembly.Instance(compiled, { onix: { memory } });
    return {
      memory: memory.buffer,
      multiply: exports['multiply'] as Kernel['multiply'],
      step: exports['step'] as Kernel['step'],
    };
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
const IF = 0x04;
const ELSE = 0x05;
const END = 0x0b;
const BRANCH = 0x0c;
const BRANCH_IF = 0x0d;
const GET = 0x20;
const SET = 0x21;
const TEE = 0x22;
const CONSTANT = 0x41;
const ADD = 0x6a;
const SUBTRACT = 0x6b;
const AND = 0x71;
const SHIFT_LEFT = 0x74;
const LESS = 0x48;
const SIMD = 0xfd;
const LOAD = [SIMD, 0x00];
const STORE = [SIMD, 0x0b];
const SHUFFLE = [SIMD, 0x0d];
const ZEROS = [SIMD, 0x0c, ...Array<number>(16).fill(0)];
const DOT = [SIMD, 0xba, 0x01]; // i32x4.dot_i16x8_s
const ADD_4 = [SIMD, 0xae, 0x01]; // i32x4.add
const STORE_HALF = [SIMD, 0x5b]; // v128.store64_lane
const FLOATS = [SIMD, 0xfa, 0x01]; // f32x4.convert_i32x4_s
const PLUS = [SIMD, 0xe4, 0x01]; // f32x4.add, and so on
const MINUS = [SIMD, 0xe5, 0x01];
const TIMES = [SIMD, 0xe6, 0x01];
const OVER = [SIMD, 0xe7, 0x01];
const LEAST = [SIMD, 0xea, 0x01]; // f32x4.pmin
const MOST = [SIMD, 0xeb, 0x01]; // f32x4.pmax
const SUBTRACT_4 = [SIMD, 0xb1, 0x01]; // i32x4.sub
const NARROW = [SIMD, 0x85, 0x01]; // i16x8.narrow_i32x4_s

/** Locals of `multiply`: parameters first. */
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
  nextOut: 14, // where the second input's sums go
  x: 15,
  y: 16, // of the second input
  w: 17,
  sums: 18, // four of the first input, four of the second
};

/** Instructions, grouped for the eye, in one row. */
function code(...groups: readonly (readonly number[])[]): number[] {
  return groups.flat();
}

function assemble(): Uint8Array<ArrayBuffer> {
  const six = Array<number>(6).fill(I32);
  const seven = Array<number>(7).fill(I32);
  const multiply = code([2, L.nextOut - L.columns, I32, L.sums + 8 - L.x, V128], loops(), [END]);
  const vectors = S.square - S.state3 + KEPT.length;
  const step = code([2, S.state3 - S.hidden, I32, vectors, V128], unitLoop(), [END]);
  return Uint8Array.from(
    code(
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      section(1, code([2, 0x60, 6], six, [0, 0x60, 7], seven, [0])), // types: six or seven numbers in, nothing out
      section(2, code([1], text('onix'), text('memory'), [0x02, 0x00, 1])), // import: the memory, a page or more
      section(3, [2, 0, 1]), // functions 0 and 1 are of types 0 and 1
      section(7, code([2], text('multiply'), [0x00, 0], text('step'), [0x00, 1])), // exports
      section(10, code([2], sized(multiply), sized(step))),
    ),
  );
}

/** Locals of `step`: parameters first. */
const S = {
  input: 0,
  state: 1,
  constants: 2,
  h: 3,
  stateOut: 4,
  out: 5,
  hidden: 6, // units left
  stride: 7, // bytes from gate to gate
  input2: 8,
  input3: 9,
  state2: 10,
  state3: 11,
  reset: 12,
  update: 13,
  candidate: 14,
  x: 15,
  square: 16,
  firstConstant: 17,
};

/** Numbers the loop keeps at hand, each four times in a local from `firstConstant` on. */
const KEPT = [-FAR, FAR, 378, 17_325, 135_135, 28, 3150, 62_370, 0.5, HIDDEN_SCALE, ROUNDING];

/** For each four units, what the plain `step` does for one. */
function unitLoop(): number[] {
  const gate = (input: number, state: number, k: number): number[] =>
    code(scaled(input, k), scaled(state, 3 + k), PLUS, constant(6 + k), PLUS);
  return code(
    [GET, S.hidden, CONSTANT, 2, SHIFT_LEFT, SET, S.stride],
    [GET, S.input, GET, S.stride, ADD, TEE, S.input2, GET, S.stride, ADD, SET, S.input3],
    [GET, S.state, GET, S.stride, ADD, TEE, S.state2, GET, S.stride, ADD, SET, S.state3],
    ...KEPT.map((value, i) => code(splat(value), [SET, S.firstConstant + i])),
    [LOOP, VOID],
    code(gate(S.input, S.state, 0), sigmoidCode(), [SET, S.reset]),
    code(gate(S.input2, S.state2, 1), sigmoidCode(), [SET, S.update]),
    code(scaled(S.input3, 2), constant(8), PLUS),
    code([GET, S.reset], scaled(S.state3, 5), constant(9), PLUS, TIMES, PLUS, tanhCode(), [TEE, S.candidate]),
    code([GET, S.update, GET, S.h], LOAD, [2, 0, GET, S.candidate], MINUS, TIMES, PLUS, [SET, S.x]),
    code([GET, S.h, GET, S.x], STORE, [2, 0]),
    code([GET, S.x], float(HIDDEN_SCALE), TIMES, float(ROUNDING), PLUS, float(ROUNDING), SUBTRACT_4),
    code([TEE, S.x, GET, S.x], NARROW, [SET, S.x]),
    code([GET, S.stateOut, GET, S.x], STORE_HALF, [1, 0, 0]),
    code([GET, S.out, GET, S.x], STORE_HALF, [1, 0, 0]),
    ...[S.input, S.input2, S.input3, S.state, S.state2, S.state3, S.h].map(local =>
      advance(local, [CONSTANT, 16]),
    ),
    ...[S.stateOut, S.out].map(local => advance(local, [CONSTANT, 8])),
    advance(S.constants, [CONSTANT, ...signed(16 * CONSTANTS)]),
    [GET, S.hidden, CONSTANT, 4, SUBTRACT, TEE, S.hidden, BRANCH_IF, 0],
    [END],
  );
}

/** Four sums as floats, times their constants of kind `k`. */
function scaled(address: number, k: number): number[] {
  return code([GET, address], LOAD, [2, 0], FLOATS, constant(k), TIMES);
}

function constant(k: number): number[] {
  return code([GET, S.constants], LOAD, [2], unsigned(16 * k));
}

function tanhCode(): number[] {
  const square = [GET, S.square];
  const addTo = (value: number): number[] => code(float(value), PLUS);
  return code(
    code(float(-FAR), MOST, float(FAR), LEAST, [TEE, S.x, GET, S.x, GET, S.x], TIMES, [SET, S.square]),
    code(square, square, square, addTo(378), TIMES, addTo(17_325), TIMES, addTo(135_135), TIMES),
    code(
      square,
      square,
      square,
      float(28),
      TIMES,
      addTo(3150),
      TIMES,
      addTo(62_370),
      TIMES,
      addTo(135_135),
      OVER,
    ),
  );
}

function sigmoidCode(): number[] {
  return code(float(0.5), TIMES, tanhCode(), float(0.5), TIMES, float(0.5), PLUS);
}

/** One of the kept numbers. */
function float(value: number): number[] {
  return [GET, S.firstConstant + KEPT.indexOf(value)];
}

/** The same float four times. */
function splat(value: number): number[] {
  return [SIMD, 0x0c, ...new Uint8Array(Float32Array.of(value, value, value, value).buffer)];
}

/** Inputs by twos, then the last one, if it is left. */
function loops(): number[] {
  return code(
    [GET, L.columns, CONSTANT, 1, SHIFT_LEFT, SET, L.stride],
    [BLOCK, VOID, LOOP, VOID],
    [GET, L.count, CONSTANT, 2, LESS, BRANCH_IF, 1],
    allRows(2),
    [GET, L.count, CONSTANT, 2, SUBTRACT, SET, L.count],
    [BRANCH, 0, END, END],
    [GET, L.count, IF, VOID],
    allRows(1),
    [END],
  );
}

/** All rows, four at a time, with one or two inputs; moves on to the next input. */
function allRows(inputs: 1 | 2): number[] {
  const rows = (atOnce: 8 | 16): number[] =>
    code(
      [LOOP, VOID],
      fourRows(inputs, atOnce),
      [GET, L.row, CONSTANT, 4, SUBTRACT, TEE, L.row, BRANCH_IF, 0],
      [END],
    );
  return code(
    [GET, L.weights, SET, L.weight],
    [GET, L.rows, SET, L.row],
    [GET, L.out, GET, L.rows, CONSTANT, 2, SHIFT_LEFT, ADD, SET, L.nextOut],
    [GET, L.columns, CONSTANT, 15, AND, IF, VOID], // not a multiple of 16
    rows(8),
    [ELSE],
    rows(16),
    [END],
    ...Array.from({ length: inputs }, () => advance(L.input, [GET, L.stride])),
    inputs === 2 ? [GET, L.nextOut, SET, L.out] : [],
  );
}

/** Four rows, `atOnce` columns a round. */
function fourRows(inputs: 1 | 2, atOnce: 8 | 16): number[] {
  const rows = [L.weight, L.second, L.third, L.fourth];
  const addProduct = (x: number, sum: number): number[] =>
    code([GET, L.w, GET, x], DOT, [GET, sum], ADD_4, [SET, sum]);
  const eightColumns = (offset: number): number[] =>
    code(
      code([GET, L.at], LOAD, [1, offset, SET, L.x]),
      inputs === 2 ? code([GET, L.at, GET, L.stride, ADD], LOAD, [1, offset, SET, L.y]) : [],
      ...rows.map((address, row) =>
        code(
          code([GET, address], LOAD, [1, offset, SET, L.w]),
          addProduct(L.x, L.sums + row),
          inputs === 2 ? addProduct(L.y, L.sums + 4 + row) : [],
        ),
      ),
    );
  return code(
    [GET, L.weight, GET, L.stride, ADD, TEE, L.second],
    [GET, L.stride, ADD, TEE, L.third],
    [GET, L.stride, ADD, SET, L.fourth],
    ...Array.from({ length: 4 * inputs }, (_, i) => [...ZEROS, SET, L.sums + i]),
    [GET, L.input, SET, L.at, GET, L.columns, SET, L.column],
    [LOOP, VOID],
    eightColumns(0),
    atOnce === 16 ? eightColumns(16) : [],
    ...[L.at, ...rows].map(address => advance(address, [CONSTANT, 2 * atOnce])),
    [GET, L.column, CONSTANT, atOnce, SUBTRACT, TEE, L.column, BRANCH_IF, 0],
    [END],
    [GET, L.fourth, SET, L.weight], // the fourth row's end is the next four rows' start
    storeSums(L.out, L.sums),
    inputs === 2 ? storeSums(L.nextOut, L.sums + 4) : [],
  );
}

/** Adds up the lanes of four sums and stores the results side by side. */
function storeSums(out: number, sums: number): number[] {
  return code(
    [GET, out],
    pairs(sums, sums + 1),
    [SET, L.x],
    pairs(sums + 2, sums + 3),
    [SET, L.w, GET, L.x, GET, L.w, ...SHUFFLE, ...lanes(0, 1, 4, 5)],
    [GET, L.x, GET, L.w, ...SHUFFLE, ...lanes(2, 3, 6, 7), ...ADD_4],
    [...STORE, 2, 0],
    advance(out, [CONSTANT, 16]),
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

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

/** Content with its length before it. */
function sized(content: readonly number[]): number[] {
  return [...unsigned(content.length), ...content];
}

/** Seven bits a byte, the lowest first (LEB128). */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >> 7)];
}

/** The same for constants, whose highest bit is the sign. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

function text(word: string): number[] {
  return sized(Array.from(word, letter => letter.charCodeAt(0)));
}
