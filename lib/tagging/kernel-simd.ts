import {
  ADD,
  ADD_4,
  CONSTANT,
  DOT,
  DOT_BYTES,
  FLOATS,
  GET,
  HIGH_BYTES,
  LEAST,
  LOAD,
  LOAD_SPLAT,
  LOAD_WHOLE,
  LOW_BYTES,
  MINUS,
  MOST,
  OVER,
  PLUS,
  SET,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  SHUFFLE,
  STORE,
  STORE_QUARTER,
  TEE,
  TIMES,
  TIMES_WHOLE,
  advance,
  assemble,
  code,
  lanes,
  load,
  repeat,
  signed,
  splat,
} from './assembly.ts';
import type { Routine } from './assembly.ts';
import {
  BLOCK,
  CONSTANTS,
  FAR,
  FEW,
  GROUP,
  GROUP_STEP,
  PAGE,
  ROUNDING,
  STATE_SCALE,
  ZERO,
} from './kernel.ts';
import type { Kernel, KernelKind } from './kernel.ts';

type SimdKind = Exclude<KernelKind, 'plain'>;

const compiled: Partial<Record<SimdKind, WebAssembly.Module>> = {};

/** The WebAssembly kernel, or null where the platform or a page's security policy does not allow it. */
export function createSimdKernel(bytes: number, kind: SimdKind): Kernel | null {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE)) });
    const module = (compiled[kind] ??= new WebAssembly.Module(assemble(routines(kind))));
    const { exports } = new WebAssembly.Instance(module, { onix: { memory } });
    return {
      memory: memory.buffer,
      gather: exports['gather'] as Kernel['gather'],
      multiply: exports['multiply'] as Kernel['multiply'],
      multiplyFew: exports['multiplyFew'] as Kernel['multiply'],
      recur: exports['recur'] as Kernel['recur'],
      blend: exports['blend'] as Kernel['blend'],
    };
  } catch {
    return null; // no such SIMD or no WebAssembly here: the plain loops do the same
  }
}

function routines(kind: SimdKind): Routine[] {
  return [
    gatherRoutine(),
    multiplyRoutine(kind, 'multiply', 2, BLOCKS),
    multiplyRoutine(kind, 'multiplyFew', 4, FEW / 4),
    recurRoutine(kind),
    blendRoutine(),
  ];
}

const VECTOR = BLOCK; // bytes
const BLOCKS = GROUP / 4; // vectors a group has for each four columns

/** Names for locals in a row, from `first` on. */
function locals<T extends string>(first: number, ...names: readonly T[]): Record<T, number> {
  return Object.fromEntries(names.map((name, i) => [name, first + i])) as Record<T, number>;
}

/** Pieces one after the other. */
function gatherRoutine(): Routine {
  const L = locals(
    0,
    ...(['sources', 'places', 'pieces', 'out', 'step', 'count'] as const),
    ...(['left', 'place'] as const),
  );
  const onePiece = code(
    [GET, L.out, GET, L.place, LOAD_WHOLE, 2, 0, ADD],
    [GET, L.sources, LOAD_WHOLE, 2, 0, ...LOAD, 0, 0, ...STORE, 0, 0],
    ...[L.sources, L.place].map(local => advance(local, [CONSTANT, 4])),
  );
  const oneRow = code(
    [GET, L.places, SET, L.place, GET, L.pieces, SET, L.left],
    repeat(L.left, 1, onePiece),
    advance(L.out, [GET, L.step]),
  );
  return { name: 'gather', parameters: 6, numbers: 2, vectors: 0, body: repeat(L.count, 1, oneRow) };
}

/**
 * Adds the products of a block of weights and the four input bytes in local `x` to the sums in `sum`. Without products
 * of bytes, `x` holds 16-bit numbers and sums come for two columns at a time, of rows 0, 0, 1, 1 and of rows 2, 2, 3, 3.
 */
function addProducts(kind: SimdKind, x: number, sum: number, { block, low, high }: Scratch): number[] {
  if (kind === 'bytes') return [GET, block, GET, x, GET, sum, ...DOT_BYTES, SET, sum];
  return code(
    [GET, block],
    LOW_BYTES,
    [GET, x],
    DOT,
    [SET, low, GET, block],
    HIGH_BYTES,
    [GET, x],
    DOT,
    [SET, high, GET, low, GET, high, ...SHUFFLE, ...lanes(0, 2, 4, 6)],
    [GET, low, GET, high, ...SHUFFLE, ...lanes(1, 3, 5, 7), ...ADD_4],
    [GET, sum, ...ADD_4, SET, sum],
  );
}

type Scratch = Record<'block' | 'low' | 'high', number>;

/** Four bytes of input at the address in a local, four times; as 16-bit numbers twice where bytes cannot be multiplied. */
function loadInput(kind: SimdKind, address: number): number[] {
  return [GET, address, ...LOAD_SPLAT, 0, 0, ...(kind === 'bytes' ? [] : LOW_BYTES)];
}

/** `inputs` inputs at a time with a group of rows after the other, and with so many blocks of each. */
function multiplyRoutine(
  kind: SimdKind,
  name: 'multiply' | 'multiplyFew',
  inputs: number,
  blocks: number,
): Routine {
  const L = locals(
    0,
    ...(['weights', 'input', 'out', 'times', 'groups', 'quads', 'stride'] as const),
    'group',
  );
  const M = locals(L.group + 1, 'quad', 'weight', 'at');
  const outs = M.at + inputs;
  const V = locals(outs + inputs, 'block', 'low', 'high', 'x');
  const each = Array.from({ length: inputs }, (_, input) => input);
  const eachBlock = Array.from({ length: blocks }, (_, block) => block);
  const sum = (input: number, block: number): number => V.x + inputs + input * blocks + block;
  const fourColumns = code(
    ...each.map(input => code(loadInput(kind, M.at + input), [SET, V.x + input])),
    ...eachBlock.map(block =>
      code(
        load(M.weight, VECTOR * block),
        [SET, V.block],
        ...each.map(input => addProducts(kind, V.x + input, sum(input, block), V)),
      ),
    ),
    ...each.map(input => advance(M.at + input, [CONSTANT, 4])),
    advance(M.weight, [CONSTANT, ...signed(GROUP_STEP)]),
  );
  const oneGroup = code(
    ...each.flatMap(input =>
      eachBlock.map(block => code(load(M.weight, VECTOR * block), [SET, sum(input, block)])),
    ),
    advance(M.weight, [CONSTANT, ...signed(GROUP_STEP)]),
    [GET, L.input, SET, M.at],
    ...each.slice(1).map(input => [GET, M.at + input - 1, GET, L.stride, ADD, SET, M.at + input]),
    [GET, L.quads, SET, M.quad],
    repeat(M.quad, 1, fourColumns),
    ...each.flatMap(input =>
      eachBlock.map(block => [GET, outs + input, GET, sum(input, block), ...STORE, 0, ...offset(block)]),
    ),
    ...each.map(input => advance(outs + input, [CONSTANT, ...signed(GROUP_STEP)])),
  );
  const rowBytes = [GET, L.groups, CONSTANT, ...signed(GROUP_STEP), TIMES_WHOLE];
  const oneTime = code(
    [GET, L.weights, SET, M.weight, GET, L.groups, SET, L.group],
    [GET, L.out, SET, outs],
    ...each.slice(1).map(input => [GET, outs + input - 1, ...rowBytes, ADD, SET, outs + input]),
    repeat(L.group, 1, oneGroup),
    [GET, outs + inputs - 1, SET, L.out],
    ...each.map(() => advance(L.input, [GET, L.stride])),
  );
  return {
    name,
    parameters: 7,
    numbers: V.block - L.group,
    vectors: sum(inputs, 0) - V.block,
    body: repeat(L.times, 1, oneTime),
  };
}

function offset(block: number): number[] {
  return [VECTOR * block]; // below 128: one byte
}

/** What the powers of the square are multiplied with under the fraction of `tanh`, the third first. */
const UNDER = [28, 3150, 62_370, 135_135];

/** Numbers `recur` keeps at hand, each four times in a local from `firstConstant` on. */
const KEPT = [
  -FAR,
  FAR,
  378,
  17_325,
  ...UNDER.flatMap(value => [value, 2 * value]),
  0.5,
  STATE_SCALE,
  ROUNDING + ZERO,
];

const R = locals(
  0,
  ...(['weights', 'constants', 'inputs', 'inputStep', 'out', 'outStep'] as const),
  ...(['hidden', 'count', 'h', 'state', 'sums'] as const),
  ...(['left', 'quad', 'weight', 'second', 'at', 'to', 'stride', 'constant', 'hAt'] as const),
  ...(['input1', 'input2', 'input3', 'state1', 'state2', 'state3'] as const),
  ...(['x', 'square', 'candidate', 'block', 'low', 'high', 'firstSum'] as const),
);
const FIRST_KEPT = R.firstSum + 2 * BLOCKS;

/** Steps of a GRU: the state with two groups of rows at a time, then four units at a time. */
function recurRoutine(kind: SimdKind): Routine {
  const blocks = Array.from({ length: BLOCKS }, (_, i) => i);
  const sum = (i: number): number => R.firstSum + i;
  const fourColumns = code(
    loadInput(kind, R.at),
    [SET, R.x],
    ...[R.weight, R.second].map((weight, half) =>
      code(
        ...blocks.map(i =>
          code(load(weight, VECTOR * i), [SET, R.block], addProducts(kind, R.x, sum(half * BLOCKS + i), R)),
        ),
        advance(weight, [CONSTANT, ...signed(GROUP_STEP)]),
      ),
    ),
    advance(R.at, [CONSTANT, 4]),
  );
  const twoGroups = code(
    // after the sums a group starts with come a quarter as many steps as the state has units
    [GET, R.weight, GET, R.hidden, CONSTANT, 2, SHIFT_RIGHT, CONSTANT, 1, ADD],
    [CONSTANT, ...signed(GROUP_STEP), TIMES_WHOLE, ADD, SET, R.second],
    ...[R.weight, R.second].map((weight, half) =>
      code(
        ...blocks.map(i => code(load(weight, VECTOR * i), [SET, sum(half * BLOCKS + i)])),
        advance(weight, [CONSTANT, ...signed(GROUP_STEP)]),
      ),
    ),
    [GET, R.state, SET, R.at, GET, R.hidden, CONSTANT, 2, SHIFT_RIGHT, SET, R.quad],
    repeat(R.quad, 1, fourColumns),
    ...blocks.map(i => [GET, R.to, GET, sum(i), ...STORE, 0, ...offset(i)]),
    advance(R.to, [CONSTANT, ...signed(GROUP_STEP)]),
    ...blocks.map(i => [GET, R.to, GET, sum(BLOCKS + i), ...STORE, 0, ...offset(i)]),
    advance(R.to, [CONSTANT, ...signed(GROUP_STEP)]),
    [GET, R.second, SET, R.weight],
  );
  const oneStep = code(
    [GET, R.weights, SET, R.weight, GET, R.sums, SET, R.to],
    [GET, R.hidden, CONSTANT, 4, SHIFT_RIGHT, SET, R.left], // two groups: 48 rows, 16 units of three gates
    repeat(R.left, 1, twoGroups),
    unitLoops(),
    advance(R.inputs, [GET, R.inputStep]),
    advance(R.out, [GET, R.outStep]),
  );
  return {
    name: 'recur',
    parameters: 11,
    numbers: R.x - R.left,
    vectors: FIRST_KEPT - R.x + KEPT.length,
    body: code(
      [GET, R.hidden, CONSTANT, 2, SHIFT_LEFT, SET, R.stride],
      ...KEPT.map((value, i) => code(splat(value), [SET, FIRST_KEPT + i])),
      repeat(R.count, 1, oneStep),
    ),
  };
}

/**
 * What the plain step does for one unit, for four at a time, in passes: what goes into the gates, the gates (halves not
 * yet added), what goes into the candidates, candidates, states. A quotient is a long wait, and what waits for it takes
 * room: with nothing but quotients in a pass the processor sees many of them at once.
 */
function unitLoops(): number[] {
  const { input1, input2, input3, state1, state2, state3 } = R;
  const before = (input: number, state: number, k: number): number[] =>
    code([GET, state], scaled(input, k), scaled(state, 3 + k), PLUS, constant(6 + k), PLUS, near(), [
      ...STORE,
      0,
      0,
    ]);
  const forward = (...addresses: readonly number[]): number[] =>
    code(...addresses.map(local => advance(local, [CONSTANT, VECTOR])));
  const sums = code(
    before(input1, state1, 0),
    before(input2, state2, 1),
    code([GET, state3], scaled(state3, 5), constant(9), PLUS, [...STORE, 0, 0]),
    forward(input1, input2, state1, state2, state3),
    advance(R.constant, [CONSTANT, ...signed(VECTOR * CONSTANTS)]),
  );
  const gates = code([GET, state1], load(state1), quotient(2), [...STORE, 0, 0], forward(state1));
  const candidateSums = code(
    code([GET, state3], scaled(input3, 2), constant(8), PLUS),
    code(half(load(state1)), load(state3), TIMES, PLUS, near(), [...STORE, 0, 0]),
    forward(input3, state1, state3),
    advance(R.constant, [CONSTANT, ...signed(VECTOR * CONSTANTS)]),
  );
  const candidates = code([GET, state3], load(state3), quotient(1), [...STORE, 0, 0], forward(state3));
  const states = code(
    code(load(state3), [SET, R.candidate]),
    code([GET, R.candidate], half(load(state2)), load(R.hAt), [GET, R.candidate], MINUS, TIMES, PLUS),
    [SET, R.x],
    [GET, R.hAt, GET, R.x, ...STORE, 0, 0],
    code([GET, R.x], float(STATE_SCALE), TIMES, float(ROUNDING + ZERO), PLUS, lowestBytes(R.x)),
    [GET, R.at, GET, R.x, ...STORE_QUARTER, 0, 0, 0],
    [GET, R.to, GET, R.x, ...STORE_QUARTER, 0, 0, 0],
    forward(state2, state3, R.hAt),
    ...[R.at, R.to].map(local => advance(local, [CONSTANT, 4])),
  );
  const stateSums = code(
    [GET, R.sums, TEE, state1],
    [GET, R.stride, ADD, TEE, state2],
    [GET, R.stride, ADD, SET, state3],
  );
  const constants = [GET, R.constants, SET, R.constant];
  const quarter = [GET, R.hidden, CONSTANT, 2, SHIFT_RIGHT, SET, R.left];
  return code(
    [GET, R.inputs, LOAD_WHOLE, 2, 0, TEE, input1],
    [GET, R.stride, ADD, TEE, input2, GET, R.stride, ADD, SET, input3],
    code(stateSums, constants, quarter, repeat(R.left, 1, sums)),
    code(stateSums, [GET, R.hidden, CONSTANT, 1, SHIFT_RIGHT, SET, R.left], repeat(R.left, 1, gates)),
    code(stateSums, constants, quarter, repeat(R.left, 1, candidateSums)),
    code(stateSums, quarter, repeat(R.left, 1, candidates)),
    [GET, R.h, SET, R.hAt, GET, R.state, SET, R.at, GET, R.out, SET, R.to],
    code(stateSums, quarter, repeat(R.left, 1, states)),
  );
}

/** Four sums as floats, times their constants of kind `k`. */
function scaled(address: number, k: number): number[] {
  return code(load(address), FLOATS, constant(k), TIMES);
}

function constant(k: number): number[] {
  return load(R.constant, VECTOR * k);
}

/** Cut to where the plain `tanh` ends. */
function near(): number[] {
  return code(float(-FAR), MOST, float(FAR), LEAST);
}

/** The plain `tanh` of a number within its ends, divided by `by`, a power of two, so that nothing is rounded otherwise. */
function quotient(by: 1 | 2): number[] {
  const square = [GET, R.square];
  const addTo = (value: number): number[] => code(float(value), PLUS);
  const [third, second, first, zeroth] = UNDER.map(value => by * value) as [number, number, number, number];
  return code(
    code([TEE, R.x, GET, R.x, GET, R.x], TIMES, [SET, R.square]),
    code(square, square, square, addTo(378), TIMES, addTo(17_325), TIMES, addTo(135_135), TIMES),
    code(square, square, square, float(third), TIMES, addTo(second), TIMES, addTo(first), TIMES),
    code(addTo(zeroth), OVER),
  );
}

/** The sigmoid of twice a number, of the half of its `tanh`. */
function half(quotient: readonly number[]): number[] {
  return code(quotient, float(0.5), PLUS);
}

/** One of the kept numbers. */
function float(value: number): number[] {
  return [GET, FIRST_KEPT + KEPT.indexOf(value)];
}

/** Of numbers of 0 to 255 with `ROUNDING` added, their bytes, into the first quarter of a local. */
function lowestBytes(local: number): number[] {
  return [
    TEE,
    local,
    GET,
    local,
    ...SHUFFLE,
    ...Array.from({ length: VECTOR }, (_, i) => (4 * i) % VECTOR),
    SET,
    local,
  ];
}

/** Four rows at a time, what the plain `blend` does for one. */
function blendRoutine(): Routine {
  const L = locals(
    0,
    ...(['sums', 'stride', 'scales', 'shared', 'tables', 'tableStep', 'out', 'rows', 'count'] as const),
    ...(['left', 'sum', 'scale', 'share', 'a', 'b'] as const),
    ...(['x', 'least', 'most', 'rounding'] as const),
  );
  const fourRows = code(
    code(load(L.sum), FLOATS, load(L.scale), TIMES, load(L.share), PLUS, load(L.a), PLUS, load(L.b), PLUS),
    code([GET, L.least], MOST, [GET, L.most], LEAST, [GET, L.rounding], PLUS, lowestBytes(L.x)),
    [GET, L.out, GET, L.x, ...STORE_QUARTER, 0, 0, 0],
    ...[L.sum, L.scale, L.share, L.a, L.b].map(local => advance(local, [CONSTANT, VECTOR])),
    advance(L.out, [CONSTANT, 4]),
  );
  const oneVector = code(
    [GET, L.sums, SET, L.sum, GET, L.scales, SET, L.scale, GET, L.shared, SET, L.share],
    [GET, L.tables, LOAD_WHOLE, 2, 0, SET, L.a, GET, L.tables, LOAD_WHOLE, 2, 4, SET, L.b],
    [GET, L.rows, SET, L.left],
    repeat(L.left, 4, fourRows),
    advance(L.sums, [GET, L.stride]),
    advance(L.tables, [GET, L.tableStep]),
  );
  return {
    name: 'blend',
    parameters: 9,
    numbers: 6,
    vectors: 4,
    body: code(
      code(splat(0), [SET, L.least], splat(127), [SET, L.most], splat(ROUNDING), [SET, L.rounding]),
      repeat(L.count, 1, oneVector),
    ),
  };
}
