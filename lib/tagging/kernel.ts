/**
 * The hot loops of our networks, in WebAssembly with SIMD where the platform allows it, else in plain loops; all give
 * the very same numbers. Positions are bytes in `memory`. Weights are bytes, packed by `packWeights`; what they are
 * multiplied with are bytes of 0 to 127, so that two products fit 16 bits and every platform adds them up exactly.
 */
export interface Kernel {
  readonly memory: ArrayBuffer;
  /**
   * Rows made of pieces side by side: `PIECE` bytes from each address at `sources` go to a place in the row, the first
   * at `places`, and what one piece has too many the next one covers. So many pieces a row, the next row `step` bytes
   * further; the last one needs room for what its last piece has too many.
   */
  gather(sources: number, places: number, pieces: number, out: number, step: number, count: number): void;
  /**
   * Products of a packed matrix with `2 * pairs` inputs, `stride` bytes from one to the next:
   * `out[i * 24 * groups + r] = starts[r] + Σ weights[r][c] * input[i][c]` in 32 bits. `quads` is a quarter of the columns.
   */
  multiply(
    weights: number,
    input: number,
    out: number,
    pairs: number,
    groups: number,
    quads: number,
    stride: number,
  ): void;
  /** The same with `4 * fours` inputs and of a single group's rows the first `FEW` alone. */
  multiplyFew(
    weights: number,
    input: number,
    out: number,
    fours: number,
    groups: 1,
    quads: number,
    stride: number,
  ): void;
  /**
   * `count` steps of a GRU. The address of the first input's products (32 bits, reset, update, candidate gates one after
   * the other) is read at `inputs`, the next one `inputStep` bytes further; `constants` (32-bit floats, see
   * `gateConstants`) scale them. `h` is the state as floats and `state` as bytes, see `stateByte`; each new one is also
   * written to `out`, which moves on by `outStep` bytes. `sums` has room for the products of the state. `hidden` is a
   * multiple of 16.
   */
  recur(
    weights: number,
    constants: number,
    inputs: number,
    inputStep: number,
    out: number,
    outStep: number,
    hidden: number,
    count: number,
    h: number,
    state: number,
    sums: number,
  ): void;
  /**
   * Vectors as bytes from sums: `out[i * rows + r] = sums[r] * scales[r] + shared[r] + a[r] + b[r]`, rounded and cut to
   * 0..127. The next sums lie `stride` bytes further; addresses of `a` and `b` (floats) are read at `tables`, the next
   * two `tableStep` bytes further. `rows` is a multiple of 4.
   */
  blend(
    sums: number,
    stride: number,
    scales: number,
    shared: number,
    tables: number,
    tableStep: number,
    out: number,
    rows: number,
    count: number,
  ): void;
}

/** Bytes that are moved at once. */
export const PIECE = 16;

/** Hidden states as bytes: steps of 1/63 around 64. */
export const STATE_SCALE = 63;
export const ZERO = 64;

/** Rows of a matrix come in groups of so many. */
export const GROUP = 24;
/** Rows that need no whole group. */
export const FEW = 8;
export const BLOCK = 16; // bytes of four rows and four columns
export const GROUP_STEP = GROUP * 4; // bytes of four columns of a group

/** Rows a packed matrix has: whole groups. */
export function paddedRows(rows: number): number {
  return Math.ceil(rows / GROUP) * GROUP;
}

/** Bytes of a group of packed rows. */
export function packedGroup(columns: number): number {
  return GROUP_STEP * (1 + columns / 4);
}

/**
 * Weights in the order the loops read them: for each group of 24 rows the sums of each row's weights (32 bits), then for
 * each four columns six blocks of four rows. So they lie in the model file; columns are a multiple of 4.
 */
export function packWeights(weights: Int8Array, columns: number): Int8Array<ArrayBuffer> {
  const rows = weights.length / columns;
  const groupBytes = packedGroup(columns);
  const packed = new Int8Array((paddedRows(rows) / GROUP) * groupBytes);
  const sums = new Int32Array(packed.buffer);
  for (let row = 0, from = 0; row < rows; row++) {
    const group = Math.floor(row / GROUP) * groupBytes;
    for (let column = 0; column < columns; column++, from++) {
      const weight = weights[from]!;
      const block = group + GROUP_STEP * (1 + (column >> 2)) + 4 * (row % GROUP);
      packed[block + (column & 3)] = weight;
      sums[(group >> 2) + (row % GROUP)]! += weight;
    }
  }
  return packed;
}

/**
 * Packed weights as the loops take them, `times` side by side: sums become what a row's sum starts with, if `offset` is
 * what zero is as a byte of the input.
 */
export function fitWeights(packed: Int8Array, columns: number, offset: number, times = 1): Int8Array {
  const groupBytes = packedGroup(columns);
  const fitBytes = packedGroup(columns * times);
  const fit = new Int8Array((packed.length / groupBytes) * fitBytes);
  for (let from = 0, to = 0; from < packed.length; from += groupBytes, to += fitBytes) {
    const weights = packed.subarray(from + GROUP_STEP, from + groupBytes);
    for (let i = 0; i < times; i++) fit.set(weights, to + GROUP_STEP + i * weights.length);
    const sums = new Int32Array(packed.slice(from, from + GROUP_STEP).buffer);
    new Int32Array(fit.buffer, to, GROUP).set(sums.map(sum => -offset * times * sum));
  }
  return fit;
}

/** Floats a unit has among the constants: scales of its three inputs, of its three states, four biases. */
export const CONSTANTS = 10;

/**
 * The constants of a GRU in the order `recur` reads them: for each four units, ten times four numbers. Those of the
 * first two gates are halved, for σ(x) = tanh(x/2)/2 + 1/2.
 */
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
      const share = gate < 2 ? 0.5 : 1;
      constants[at + 4 * gate] = share * (inputScales[gate * hidden + unit] ?? 0);
      constants[at + 4 * (3 + gate)] = share * (stateScales[gate * hidden + unit] ?? 0);
      constants[at + 4 * (6 + gate)] = share * (bias[gate * hidden + unit] ?? 0);
    }
    constants[at + 4 * 9] = candidateBias[unit] ?? 0;
  }
  return constants;
}

/** What a kernel runs on: SIMD with products of bytes (relaxed SIMD), plain SIMD, or loops. */
export type KernelKind = 'bytes' | 'simd' | 'plain';

/** A page of WebAssembly's memory. */
export const PAGE = 65_536;

/** Beyond, tanh is as good as 1. */
export const FAR = Math.fround(4.97);

/** Added to a float, it leaves no room for a fraction: what remains is rounded, halves to even. */
export const ROUNDING = 1.5 * 2 ** 23;
