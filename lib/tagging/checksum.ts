import { CONSTANT, GET, LOAD_WHOLE, SET, STORE_WHOLE, TIMES_WHOLE, XOR } from './assembly.ts';
import { advance, assemble, code, repeat } from './assembly.ts';
import { PAGE } from './kernel.ts';

const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over bytes by fours, little-endian: any one changed word changes it. Their number is a multiple of 4. */
export function checksum(bytes: Uint8Array): number {
  return (quickSum(bytes) ?? plainSum(bytes)) >>> 0;
}

/** The same in WebAssembly: the models are read in a worker that has compiled nothing yet. Null where there is none. */
function quickSum(bytes: Uint8Array): number | null {
  if (bytes.length === 0) return null;
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((bytes.length + 4) / PAGE) });
    compiled ??= new WebAssembly.Module(assemble([routine()]));
    const { exports } = new WebAssembly.Instance(compiled, { onix: { memory } });
    new Uint8Array(memory.buffer).set(bytes);
    (exports['sum'] as (...numbers: number[]) => void)(0, bytes.length >> 2, bytes.length, PRIME, START);
    return new DataView(memory.buffer).getInt32(bytes.length, true);
  } catch {
    return null;
  }
}
let compiled: WebAssembly.Module | undefined;

function routine() {
  const [at, left, to, prime, sum] = [0, 1, 2, 3, 4];
  const word = [GET, sum, GET, at, LOAD_WHOLE, 2, 0, XOR, GET, prime, TIMES_WHOLE, SET, sum];
  const body = code(repeat(left, 1, code(word, advance(at, [CONSTANT, 4]))), [
    GET,
    to,
    GET,
    sum,
    STORE_WHOLE,
    2,
    0,
  ]);
  return { name: 'sum', parameters: 5, numbers: 0, vectors: 0, body };
}

function plainSum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = START;
  for (let at = 0; at < bytes.length; at += 4) sum = Math.imul(sum ^ view.getInt32(at, true), PRIME);
  return sum;
}
