import { CONSTANT, GET, LOAD_WHOLE, SET, STORE_WHOLE, TIMES_WHOLE, XOR } from './assembly.ts';
import { advance, assemble, code, repeat } from './assembly.ts';
import type { Routine } from './assembly.ts';

const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over bytes by fours, little-endian: any one changed word changes it. Their number is a multiple of 4. */
export function checksum(bytes: Uint8Array): number {
  return (quickSum(bytes) ?? plainSum(bytes)) >>> 0;
}

/** The same in WebAssembly: the models are read in a worker that has compiled nothing yet. Null where there is none. */
function quickSum(bytes: Uint8Array): number | null {
  try {
    const { memory, add } = (adder ??= createAdder());
    const view = new DataView(memory);
    let sum = START;
    for (let at = 0; at < bytes.length; at += PART) {
      const part = bytes.subarray(at, at + PART);
      new Uint8Array(memory).set(part);
      add(0, part.length >> 2, PART, PRIME, sum);
      sum = view.getInt32(PART, true);
    }
    return sum;
  } catch {
    return null;
  }
}

/** Bytes that are added at a time: they and their sum have room in the least memory there is, a page. */
const PART = 32_768;

interface Adder {
  readonly memory: ArrayBuffer;
  readonly add: (...numbers: number[]) => void;
}
let adder: Adder | undefined;

function createAdder(): Adder {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble([routine()])), {
    onix: { memory },
  });
  return { memory: memory.buffer, add: exports['sum'] as Adder['add'] };
}

function routine(): Routine {
  const [at, left, to, prime, sum] = [0, 1, 2, 3, 4];
  const word = [GET, sum, GET, at, LOAD_WHOLE, 2, 0, XOR, GET, prime, TIMES_WHOLE, SET, sum];
  const store = [GET, to, GET, sum, STORE_WHOLE, 2, 0];
  const body = code(repeat(left, 1, code(word, advance(at, [CONSTANT, 4]))), store);
  return { name: 'sum', parameters: 5, numbers: 0, vectors: 0, body };
}

function plainSum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = START;
  for (let at = 0; at < bytes.length; at += 4) sum = Math.imul(sum ^ view.getInt32(at, true), PRIME);
  return sum;
}
