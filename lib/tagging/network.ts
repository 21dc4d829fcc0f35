import { createKernel } from './create-kernel.ts';
import { COLUMNS, WIDTH, tellApart } from './features.ts';
import {
  FEW,
  GROUP,
  PIECE,
  STATE_SCALE,
  ZERO,
  fitWeights,
  gateConstants,
  packedGroup,
  paddedRows,
} from './kernel.ts';
import type { Kernel, KernelKind } from './kernel.ts';
import { ModelError, sectionOf } from './model-file.ts';
import type { Model } from './model-file.ts';
import { CENTROIDS, VECTOR_SCALE } from './vectors.ts';
import type { WordVectors } from './vectors.ts';

/** What a layer reads, as bytes: zero is `offset`, one is `scale` more. */
const READS = {
  features: { offset: ZERO, scale: 16 },
  cut: { offset: 0, scale: 32 }, // never below zero
  states: { offset: ZERO, scale: STATE_SCALE },
} as const;

/** Tokens a network looks at in one go; longer texts are cut, so that memory stays bounded. */
export const LONGEST_SEGMENT = 4096;

/** Tokens whose products are worked out together, so that they are still at hand when they are read; fours. */
const CHUNK = 32;

/** Rows of bytes in the kernel's memory. */
export interface Vectors {
  readonly at: number;
  readonly stride: number;
  readonly count: number;
}

/** An array in the kernel's memory. */
interface Stored {
  at: number; // byte offset, set when memory is laid out
  readonly data: Int8Array | Uint8Array | Int32Array | Float32Array;
}

/** Packed weights in the kernel's memory. */
export interface Matrix extends Stored {
  readonly rows: number;
  readonly padded: number; // rows in the kernel's sums
  readonly columns: number;
  readonly scales: Float32Array; // what a row's sums are to be multiplied with
}

interface Direction {
  readonly input: Matrix;
  readonly recurrent: Matrix;
  readonly constants: Stored; // of the kernel's steps
}

/** A bidirectional GRU, `hidden` units each way. */
export interface Gru {
  readonly hidden: number;
  readonly forward: Direction;
  readonly backward: Direction;
}

/** How sums of a matrix, and rows of a table, become what a GRU reads. */
export interface Blend {
  readonly matrix: Matrix;
  readonly scales: Stored;
  readonly table: Stored;
}

/** Rows of a table, as bytes of the first layer's input. */
interface Embedding extends Stored {
  readonly width: number;
}

/** Stacked layers from feature columns to a hidden vector a token, and what the taggers put on top. */
export class Network {
  private readonly model: Model;
  private readonly vectors: WordVectors;
  private readonly centroids: Embedding; // of the vectors
  private readonly unknown: Stored; // in the place of each centroid of a word that has no vector
  private readonly embeddings: Embedding[];
  private readonly widths: Uint8Array; // of their rows
  private starts = new Int32Array(0); // of them in the kernel's memory
  private readonly inputWidth: number;
  private readonly places: Stored; // of all these in the input
  private readonly dense: Blend;
  private readonly denseBias: Float32Array;
  private readonly grus: Gru[] = [];
  private readonly stored: Stored[] = [];
  private readonly layerWidth: number; // of what a layer says of a token
  private readonly width: number; // of what all layers say, side by side
  private readonly kind: KernelKind | undefined;
  private kernel: Kernel = createKernel(0, 'plain'); // until it is known how much memory is needed
  private capacity = 0;
  private widest = 0; // columns, and rows, a matrix has at most
  private tallest = 0;
  /** Byte offsets of the buffers after what is stored. */
  private buffers = {
    sources: 0,
    input: 0,
    cut: 0,
    hidden: 0,
    roles: 0,
    products: 0,
    kept: 0,
    inputs: 0,
    state: 0,
    stateSums: 0,
    h: 0,
    shared: 0,
    tables: 0,
  };
  private bytes = new Uint8Array(0);
  private numbers = new Int32Array(0);
  private floats = new Float32Array(0);

  /** `layers` GRUs over the features; `kind` of kernel: the best there is, if it is not said. */
  constructor(model: Model, vectors: WordVectors, layers: number, kind?: KernelKind) {
    this.model = model;
    this.vectors = vectors;
    this.kind = kind;
    const width = vectors.dimensions / vectors.groups;
    this.centroids = this.store({ at: 0, data: featureBytes(vectors.centroids, 1 / VECTOR_SCALE), width });
    this.unknown = this.store({ at: 0, data: new Uint8Array(PIECE).fill(ZERO) });
    this.embeddings = COLUMNS.slice(1).map(({ name, size }) =>
      this.readEmbedding(`embeddings.${name}`, size),
    );
    this.widths = Uint8Array.from(this.embeddings, each => each.width);
    const widths = [...Array<number>(vectors.groups).fill(width), ...this.widths];
    if (Math.max(...widths) > PIECE) throw new ModelError('an embedding is wider than a piece');
    let place = 0;
    this.places = this.store({ at: 0, data: Int32Array.from(widths, each => (place += each) - each) });
    this.inputWidth = place;
    const dense = this.readMatrix('dense', this.inputWidth, 'features');
    this.dense = this.readBlend(dense, new Float32Array(dense.rows));
    this.denseBias = sectionOf(model, 'dense.bias', Float32Array, dense.rows);
    for (let i = 0; i < layers; i++) {
      const before = this.grus.at(-1);
      this.grus.push(
        before
          ? this.readGru(`gru${i}`, 2 * before.hidden, 'states')
          : this.readGru(`gru${i}`, dense.rows, 'cut'),
      );
    }
    this.layerWidth = 2 * (this.grus[0]?.hidden ?? 0);
    this.width = layers * this.layerWidth;
  }

  /** A matrix that reads the sum of what all layers say of a token. */
  readHead(name: string): Matrix {
    return this.readMatrix(name, this.layerWidth, 'states', this.grus.length);
  }

  /** A matrix over `columns` bytes; `times` the same weights side by side. */
  readMatrix(name: string, columns: number, reads: keyof typeof READS, times = 1): Matrix {
    if (columns % 4 !== 0)
      throw new ModelError(`model section ${name} has ${columns} columns, not a multiple of 4`);
    const scales = sectionOf(this.model, `${name}.scales`, Float32Array, -1);
    const rows = scales.length;
    const padded = paddedRows(rows);
    const packed = sectionOf(this.model, name, Int8Array, padded / GROUP, packedGroup(columns));
    const { offset, scale } = READS[reads];
    const matrix = {
      at: 0,
      data: fitWeights(packed, columns, offset, times),
      rows,
      padded,
      columns: columns * times,
      scales: scales.map(each => each / scale),
    };
    this.widest = Math.max(this.widest, matrix.columns);
    this.tallest = Math.max(this.tallest, matrix.padded);
    return this.store(matrix);
  }

  /** `table`: rows as wide as the matrix is tall. */
  readBlend(matrix: Matrix, table: Float32Array): Blend {
    const { scale } = READS.cut;
    return {
      matrix,
      scales: this.store({ at: 0, data: matrix.scales.map(each => each * scale) }),
      table: this.store({ at: 0, data: table.map(each => each * scale) }),
    };
  }

  readGru(name: string, columns: number, reads: keyof typeof READS): Gru {
    const forward = this.readDirection(`${name}.forward`, columns, reads);
    const backward = this.readDirection(`${name}.backward`, columns, reads);
    return { hidden: forward.recurrent.columns, forward, backward };
  }

  private readDirection(name: string, columns: number, reads: keyof typeof READS): Direction {
    const input = this.readMatrix(`${name}.input`, columns, reads);
    const hidden = input.rows / 3;
    if (hidden % 16 !== 0) throw new ModelError(`model section ${name} has ${hidden} units, not sixteens`);
    const recurrent = this.readMatrix(`${name}.recurrent`, hidden, 'states');
    const bias = sectionOf(this.model, `${name}.input.bias`, Float32Array, 3 * hidden).slice();
    const recurrentBias = sectionOf(this.model, `${name}.recurrent.bias`, Float32Array, 3 * hidden);
    for (let i = 0; i < 2 * hidden; i++) bias[i]! += recurrentBias[i]!;
    const candidateBias = recurrentBias.subarray(2 * hidden);
    const data = gateConstants(hidden, input.scales, recurrent.scales, bias, candidateBias);
    return { input, recurrent, constants: this.store({ at: 0, data }) };
  }

  private readEmbedding(name: string, size: number): Embedding {
    const data = sectionOf(this.model, name, Uint8Array, size, -1);
    return this.store({ at: 0, data, width: data.length / size });
  }

  private store<T extends Stored>(stored: T): T {
    this.stored.push(stored);
    this.capacity = 0; // memory is laid out anew
    return stored;
  }

  /** Lays memory out for segments of up to `tokens` tokens. */
  private reserve(tokens: number): void {
    if (tokens <= this.capacity) return;
    this.capacity = 256;
    while (this.capacity < tokens) this.capacity *= 2;
    let at = 0;
    const take = (bytes: number): number => {
      const start = at;
      at = (at + bytes + 15) & ~15;
      return start;
    };
    for (const each of this.stored) each.at = take(each.data.byteLength);
    this.starts = Int32Array.from(this.embeddings, each => each.at);
    const rows = this.capacity + 4; // the kernel takes vectors by twos and fours
    const { widest, tallest } = this;
    this.buffers = {
      sources: take(CHUNK * this.places.data.byteLength),
      input: take(CHUNK * this.inputWidth + PIECE),
      cut: take(rows * widest),
      hidden: take(rows * this.width),
      roles: take(rows * widest),
      products: take(CHUNK * tallest * 4),
      kept: take(rows * tallest * 4),
      inputs: take(rows * 4),
      state: take(widest),
      stateSums: take(tallest * 4),
      h: take(widest * 4),
      shared: take(tallest * 4),
      tables: take(rows * 8),
    };
    this.kernel = createKernel(at, this.kind);
    this.bytes = new Uint8Array(this.kernel.memory);
    this.numbers = new Int32Array(this.kernel.memory);
    this.floats = new Float32Array(this.kernel.memory);
    for (const { at: offset, data } of this.stored) {
      this.bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset);
    }
  }

  /**
   * What the layers say of tokens `[first, end)`; lasts until the next call. Nearly half of the tokens of a text look the
   * same to the first layers as one before.
   */
  encode(features: Uint16Array, first: number, end: number): Vectors {
    const count = end - first;
    this.reserve(count);
    const { cut, hidden } = this.buffers;
    const { looks, numbers } = tellApart(features, first, end);
    this.denseLayer(features, looks);
    let from: Vectors = { at: cut, stride: this.dense.matrix.rows, count: looks.length };
    for (const [i, gru] of this.grus.entries()) {
      const to = { at: hidden + i * this.layerWidth, stride: this.width, count };
      if (i === 0) this.runGruOnLooks(gru, from, numbers, to);
      else this.runGru(gru, from, to);
      from = to;
    }
    return { at: hidden, stride: this.width, count };
  }

  private denseLayer(features: Uint16Array, tokens: readonly number[]): void {
    const { matrix } = this.dense;
    const { input, products, cut } = this.buffers;
    for (let start = 0; start < tokens.length; start += CHUNK) {
      const count = Math.min(CHUNK, tokens.length - start);
      this.embed(features, tokens, start, start + count);
      this.multiply(matrix, { at: input, stride: this.inputWidth, count }, products);
      this.blend(this.dense, products, this.denseBias, null, cut + start * matrix.rows, count);
    }
  }

  private embed(features: Uint16Array, tokens: readonly number[], first: number, end: number): void {
    const { vectors, centroids, unknown, places, numbers, starts, widths } = this;
    const { groups, codes } = vectors;
    const { at: start, width } = centroids;
    const columns = starts.length;
    let to = this.buffers.sources >> 2;
    for (let i = first; i < end; i++) {
      const at = tokens[i]! * WIDTH;
      const row = features[at]!;
      const code = (row - 1) * groups;
      if (row === 0) numbers.fill(unknown.at, to, (to += groups));
      else
        for (let group = 0; group < groups; group++)
          numbers[to++] = start + (group * CENTROIDS + codes[code + group]!) * width;
      for (let column = 0; column < columns; column++)
        numbers[to++] = starts[column]! + features[at + column + 1]! * widths[column]!;
    }
    const { sources, input } = this.buffers;
    const pieces = places.data.length;
    this.kernel.gather(sources, places.at, pieces, input, this.inputWidth, end - first);
  }

  /** Products of a matrix and vectors, a row of `matrix.padded` sums each. */
  private multiply(matrix: Matrix, { at, stride, count }: Vectors, out: number): void {
    if (count === 0) return;
    const { kernel } = this;
    const quads = matrix.columns / 4;
    if (matrix.rows <= FEW) kernel.multiplyFew(matrix.at, at, out, (count + 3) >> 2, 1, quads, stride);
    else kernel.multiply(matrix.at, at, out, (count + 1) >> 1, matrix.padded / GROUP, quads, stride);
  }

  /** Sums at `from`, plus `shared`, plus two rows of the table for each (none if `rows` is null), as bytes at `to`. */
  private blend(
    { matrix, scales, table }: Blend,
    from: number,
    shared: Float32Array,
    rows: Int32Array | null,
    to: number,
    count: number,
  ): void {
    const { kernel, buffers, numbers, floats } = this;
    const stride = matrix.padded * 4;
    const rowBytes = matrix.rows * 4;
    const { scale } = READS.cut;
    for (let i = 0; i < matrix.rows; i++) floats[(buffers.shared >> 2) + i] = shared[i]! * scale;
    const addresses = buffers.tables >> 2;
    const length = rows ? 2 * count : 2;
    for (let i = 0; i < length; i++) numbers[addresses + i] = table.at + (rows ? rows[i]! : 0) * rowBytes;
    const step = rows ? 8 : 0;
    kernel.blend(from, stride, scales.at, buffers.shared, buffers.tables, step, to, matrix.rows, count);
  }

  /** Runs both directions over `from`, side by side into `to`. */
  private runGru(gru: Gru, from: Vectors, to: Vectors): void {
    this.runDirection(gru.forward, gru.hidden, from, to, false);
    this.runDirection(gru.backward, gru.hidden, from, { ...to, at: to.at + gru.hidden }, true);
  }

  private runDirection(
    direction: Direction,
    hidden: number,
    from: Vectors,
    to: Vectors,
    backward: boolean,
  ): void {
    const { products } = this.buffers;
    this.forget(hidden);
    this.readInputs(direction.input, products, CHUNK);
    for (let done = 0; done < from.count; done += CHUNK) {
      const count = Math.min(CHUNK, from.count - done);
      const first = backward ? from.count - done - count : done;
      this.multiply(direction.input, partOf(from, first, count), products);
      this.recur(direction, hidden, partOf(to, first, count), backward);
    }
  }

  /** The same, where step `i` reads vector `numbers[i]` of `from`. */
  private runGruOnLooks(
    { hidden, forward, backward }: Gru,
    from: Vectors,
    numbers: Uint16Array,
    to: Vectors,
  ): void {
    const { kept } = this.buffers;
    for (const direction of [forward, backward]) {
      this.forget(hidden);
      this.multiply(direction.input, from, kept);
      this.readInputs(direction.input, kept, numbers.length, numbers);
      const isBackward = direction === backward;
      this.recur(direction, hidden, isBackward ? { ...to, at: to.at + hidden } : to, isBackward);
    }
  }

  /** Begins with a state of zero. */
  private forget(hidden: number): void {
    const { state, h } = this.buffers;
    this.floats.fill(0, h >> 2, (h >> 2) + hidden);
    this.bytes.fill(ZERO, state, state + hidden);
  }

  /** Lets step `i` read the products at `at`, those of vector `i` or `numbers[i]`. */
  private readInputs(matrix: Matrix, at: number, count: number, numbers?: Uint16Array): void {
    const step = matrix.padded * 4;
    const inputs = this.buffers.inputs >> 2;
    for (let i = 0; i < count; i++) this.numbers[inputs + i] = at + (numbers ? numbers[i]! : i) * step;
  }

  private recur({ recurrent, constants }: Direction, hidden: number, to: Vectors, backward: boolean): void {
    const { inputs, state, stateSums, h } = this.buffers;
    const start = backward ? to.count - 1 : 0;
    this.kernel.recur(
      recurrent.at,
      constants.at,
      inputs + start * 4,
      backward ? -4 : 4,
      to.at + start * to.stride,
      backward ? -to.stride : to.stride,
      hidden,
      to.count,
      h,
      state,
      stateSums,
    );
  }

  /** `matrix · vector + bias`, `matrix.rows` numbers a vector, into `out`. */
  project(
    matrix: Matrix,
    bias: Float32Array,
    vectors: Vectors,
    out = new Float32Array(vectors.count * matrix.rows),
  ): Float32Array {
    const { rows, padded, scales } = matrix;
    const { numbers } = this;
    let to = 0;
    for (let done = 0; done < vectors.count; done += CHUNK) {
      const count = Math.min(CHUNK, vectors.count - done);
      this.multiply(matrix, partOf(vectors, done, count), this.buffers.products);
      const end = to + count * rows;
      // few rows: one after the other is faster than one vector after the other
      for (let row = 0; row < rows; row++) {
        const scale = scales[row]!;
        const shift = bias[row]!;
        let from = (this.buffers.products >> 2) + row;
        for (let at = to + row; at < end; at += rows, from += padded)
          out[at] = numbers[from]! * scale + shift;
      }
      to = end;
    }
    return out;
  }

  /** Works out the products of a matrix and vectors, for `run`; they last until the next call. */
  prepare(matrix: Matrix, vectors: Vectors): void {
    this.multiply(matrix, vectors, this.buffers.kept);
  }

  /** The mean of vectors `[first, end)`, that of one itself; lasts until the next `run`. */
  mean({ at, stride }: Vectors, first: number, end: number): Vectors {
    if (end - first === 1) return { at: at + first * stride, stride, count: 1 };
    const { roles } = this.buffers;
    for (let i = 0; i < stride; i++) {
      let sum = 0;
      for (let k = first; k < end; k++) sum += this.bytes[at + k * stride + i]!;
      this.bytes[roles + i] = Math.round(sum / (end - first));
    }
    return { at: roles, stride, count: 1 };
  }

  /**
   * Runs a GRU over what the prepared vectors `[first, first + count)` become with `shared` and, for each, two rows of
   * the blend's table; lasts until the next call.
   */
  run(gru: Gru, blend: Blend, first: number, count: number, shared: Float32Array, rows: Int32Array): Vectors {
    const { kept, cut, roles } = this.buffers;
    this.blend(blend, kept + first * blend.matrix.padded * 4, shared, rows, cut, count);
    const to = { at: roles, stride: 2 * gru.hidden, count };
    this.runGru(gru, { at: cut, stride: blend.matrix.rows, count }, to);
    return to;
  }
}

/** `count` of some vectors, from the given one on. */
function partOf({ at, stride }: Vectors, first: number, count: number): Vectors {
  return { at: at + first * stride, stride, count };
}

/** Numbers of the first layer's input, in steps of `scale`, as bytes. */
export function featureBytes(numbers: Int8Array, scale: number): Uint8Array<ArrayBuffer> {
  const { offset, scale: steps } = READS.features;
  const byteOf = new Uint8Array(256);
  for (let i = 0; i < 256; i++)
    byteOf[i] = Math.max(0, Math.min(127, offset + Math.round((i - 128) * scale * steps)));
  const bytes = new Uint8Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) bytes[i] = byteOf[numbers[i]! + 128]!;
  return bytes;
}
