/**
 * WebAssembly by hand: the instructions our kernel is made of, and how they are put into a module.
 * https://webassembly.github.io/spec/core/binary/instructions.html
 */
const I32 = 0x7f;
const V128 = 0x7b;
const VOID = 0x40;
const LOOP = 0x03;
const END = 0x0b;
const BRANCH_IF = 0x0d;
export const GET = 0x20;
export const SET = 0x21;
export const TEE = 0x22;
export const CONSTANT = 0x41;
export const ADD = 0x6a;
const SUBTRACT = 0x6b;
export const TIMES_WHOLE = 0x6c;
export const XOR = 0x73;
export const SHIFT_LEFT = 0x74;
export const SHIFT_RIGHT = 0x76;
export const LOAD_WHOLE = 0x28; // i32.load
export const STORE_WHOLE = 0x36;
const SIMD = 0xfd;
export const LOAD = [SIMD, 0x00]; // v128.load
export const STORE = [SIMD, 0x0b];
export const LOAD_SPLAT = [SIMD, 0x09]; // v128.load32_splat
export const STORE_QUARTER = [SIMD, 0x5a]; // v128.store32_lane
export const SHUFFLE = [SIMD, 0x0d];
export const DOT_BYTES = [SIMD, 0x93, 0x02]; // i32x4.relaxed_dot_i8x16_i7x16_add_s
export const DOT = [SIMD, 0xba, 0x01]; // i32x4.dot_i16x8_s
export const LOW_BYTES = [SIMD, 0x87, 0x01]; // i16x8.extend_low_i8x16_s
export const HIGH_BYTES = [SIMD, 0x88, 0x01]; // i16x8.extend_high_i8x16_s
export const ADD_4 = [SIMD, 0xae, 0x01]; // i32x4.add
export const FLOATS = [SIMD, 0xfa, 0x01]; // f32x4.convert_i32x4_s
export const PLUS = [SIMD, 0xe4, 0x01]; // f32x4.add, and so on
export const MINUS = [SIMD, 0xe5, 0x01];
export const TIMES = [SIMD, 0xe6, 0x01];
export const OVER = [SIMD, 0xe7, 0x01];
export const LEAST = [SIMD, 0xea, 0x01]; // f32x4.pmin
export const MOST = [SIMD, 0xeb, 0x01]; // f32x4.pmax

/** Instructions, grouped for the eye, in one row. Where nothing is compiled yet, `concat` is far faster than `flat`. */
export function code(...groups: readonly (readonly number[])[]): number[] {
  return ([] as number[]).concat(...groups);
}

/** `local += by`. */
export function advance(local: number, by: readonly number[]): number[] {
  return [GET, local, ...by, ADD, SET, local];
}

/** Runs `body` as often as the local `left` says, which counts down by `step`; at least once. */
export function repeat(left: number, step: number, body: readonly number[]): number[] {
  return code([LOOP, VOID], body, [GET, left, CONSTANT, step, SUBTRACT, TEE, left, BRANCH_IF, 0], [END]);
}

/** A vector from memory, `offset` bytes after the address in a local. */
export function load(address: number, offset = 0): number[] {
  return [GET, address, ...LOAD, 0, ...unsigned(offset)];
}

/** The same float four times. */
export function splat(value: number): number[] {
  return [SIMD, 0x0c, ...new Uint8Array(Float32Array.of(value, value, value, value).buffer)];
}

/** Bytes of a shuffle that picks these 32-bit lanes out of two vectors. */
export function lanes(...picked: readonly number[]): number[] {
  return picked.flatMap(lane => [0, 1, 2, 3].map(byte => lane * 4 + byte));
}

/** A function: `parameters` numbers in, nothing out. */
export interface Routine {
  readonly name: string;
  readonly parameters: number;
  readonly numbers: number; // locals after the parameters
  readonly vectors: number; // locals after those
  readonly body: readonly number[];
}

/** The module that holds these functions and works on a memory given to it as `onix.memory`. */
export function assemble(routines: readonly Routine[]): Uint8Array<ArrayBuffer> {
  const count = routines.length;
  const types = routines.flatMap(({ parameters }) => [
    0x60,
    ...sized(Array<number>(parameters).fill(I32)),
    0,
  ]);
  const exports = routines.flatMap(({ name }, i) => [...text(name), 0x00, i]);
  const bodies = routines.map(({ numbers, vectors, body }) =>
    sized(code([2, ...unsigned(numbers), I32, ...unsigned(vectors), V128], body, [END])),
  );
  return new Uint8Array(
    code(
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      section(1, code([count], types)),
      section(2, code([1], text('onix'), text('memory'), [0x02, 0x00, 1])), // import: the memory, a page or more
      section(
        3,
        code(
          [count],
          Array.from(routines, (_, i) => i),
        ),
      ), // each of its own type
      section(7, code([count], exports)),
      section(10, code([count], ...bodies)),
    ),
  );
}

function section(id: number, content: readonly number[]): number[] {
  return [id].concat(sized(content));
}

/** Content with its length before it. */
function sized(content: readonly number[]): number[] {
  return unsigned(content.length).concat(content);
}

/** Seven bits a byte, the lowest first (LEB128). */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >> 7)];
}

/** The same for constants, whose highest bit is the sign. */
export function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

function text(word: string): number[] {
  return sized(Array.from(word, letter => letter.charCodeAt(0)));
}
