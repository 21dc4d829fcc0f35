import { COLUMNS, WIDTH } from './features.ts';
import { CONSTANTS, HIDDEN_SCALE, createKernel, gateConstants } from './kernel.ts';
import type { Kernel } from './kernel.ts';
import { ModelError, sectionOf } from './modelFile.ts';
import type { Model } from './modelFile.ts';
import { VECTOR_SCALE } from './vectors.ts';
import type { WordVectors } from './vectors.ts';

/** Numbers between layers are whole numbers of these fractions, in 16 bits. */
const INPUT_SCALE = 1024; // ±32
const DENSE_SCALE = 2048; // 0 to 16

const MOST_16_BITS = 32_767;

/** Tokens a network looks at in one go; longer texts are cut, so that memory stays bounded. */
export const LONGEST_SEGMENT = 4096;

/** A matrix of weights in the kernel's memory; rows are padded to fours with zeros. */
interface Matrix {
  at: number; // byte offset, set when memory is laid out
  readonly data: Int16Array;
  readonly rows: number;
  readonly columns: number;
  readonly scales: Float32Array;
}

interface Direction {
  readonly input: Matrix;
  readonly recurrent: Matrix;
  readonly constants: Float32Array; // of the kernel's step
}

interface Gru {
  readonly hidden: number;
  readonly forward: Direction;
  readonly backward: Direction;
}

interface Embedding {
  readonly width: number;
  readonly data: Int8Array;
  readonly factor: number; // to steps of 1/INPUT_SCALE
}

/** Stacked layers from feature columns to a hidden vector a token, and what the taggers put on top. */
export class Network {
  readonly width: number; // of a hidden vector
  private readonly model: Model;
  private readonly vectors: WordVectors;
  private readonly embeddings: Embedding[];
  private readonly dense: Matrix;
  private readonly denseBias: Float32Array;
  private readonly grus: Gru[];
  private readonly matrices: Matrix[] = [];
  private readonly inputWidth: number;
  private readonly simd: boolean;
  private kernel: Kernel;
  private capacity = 0;
  /** Byte offsets of the buffers after the weights. */
  private buffers = {
    first: 0,
    second: 0,
    total: 0,
    products: 0,
    state: 0,
    stateProducts: 0,
    h: 0,
    constants: 0,
  };
  private numbers = new Int16Array(0);
  private sums = new Int32Array(0);
  private floats = new Float32Array(0);

  /** `layers` GRUs over the features; `simd: false` for the plain loops. */
  constructor(model: Model, vectors: WordVectors, layers: number, simd = true) {
    this.model = model;
    this.vectors = vectors;
    this.simd = simd;
    this.embeddings = COLUMNS.slice(1).map(({ name, size }) =>
      this.readEmbedding(`embeddings.${name}`, size),
    );
    this.inputWidth = this.embeddings.reduce((sum, { width }) => sum + width, vectors.dimensions);
    this.dense = this.readMatrix('dense', this.inputWidth);
    this.denseBias = sectionOf(model, 'dense.bias', Float32Array, this.dense.rows);
    this.grus = [];
    let columns = this.dense.rows;
    for (let i = 0; i < layers; i++) {
      const gru = this.readGru(`gru${i}`, columns, i === 0 ? DENSE_SCALE : HIDDEN_SCALE);
      this.grus.push(gru);
      columns = 2 * gru.hidden;
    }
    this.width = columns;
    this.kernel = createKernel(0, simd);
  }

  readMatrix(name: string, columns: number): Matrix {
    const weights = sectionOf(this.model, name, Int8Array, -1, columns);
    const rows = weights.length / columns;
    if (columns % 8 !== 0)
      throw new ModelError(`model section ${name} has ${columns} columns, not a multiple of 8`);
    const padded = (rows + 3) & ~3;
    const data = new Int16Array(padded * columns);
    data.set(weights);
    const matrix = { at: 0, data, rows: padded, columns, scales: new Float32Array(padded) };
    matrix.scales.set(sectionOf(this.model, `${name}.scales`, Float32Array, rows));
    this.matrices.push(matrix);
    this.capacity = 0; // memory is laid out anew
    return matrix;
  }

  /** `inputScale`: what the GRU reads is in steps of 1/inputScale. */
  readGru(name: string, columns: number, inputScale = DENSE_SCALE): Gru {
    const forward = this.readDirection(`${name}.forward`, columns, inputScale);
    const backward = this.readDirection(`${name}.backward`, columns, inputScale);
    return { hidden: forward.recurrent.columns, forward, backward };
  }

  private readDirection(name: string, columns: number, inputScale: number): Direction {
    const input = this.readMatrix(`${name}.input`, columns);
    const hidden = input.rows / 3;
    const recurrent = this.readMatrix(`${name}.recurrent`, hidden);
    const bias = sectionOf(this.model, `${name}.input.bias`, Float32Array, 3 * hidden).slice();
    const recurrentBias = sectionOf(this.model, `${name}.recurrent.bias`, Float32Array, 3 * hidden);
    for (let i = 0; i < 2 * hidden; i++) bias[i] = (bias[i] as number) + (recurrentBias[i] as number);
    const stateScales = recurrent.scales.map(scale => scale / HIDDEN_SCALE);
    const inputScales = input.scales.map(scale => scale / inputScale);
    const candidateBias = recurrentBias.subarray(2 * hidden);
    return {
      input,
      recurrent,
      constants: gateConstants(hidden, inputScales, stateScales, bias, candidateBias),
    };
  }

  private readEmbedding(name: string, size: number): Embedding {
    const weights = sectionOf(this.model, name, Int8Array, size, -1);
    const [scale = 0] = sectionOf(this.model, `${name}.scale`, Float32Array, 1);
    return { width: weights.length / size, data: weights, factor: scale * INPUT_SCALE };
  }

  /** Lays memory out for segments of up to `tokens` tokens. */
  private reserve(tokens: number): void {
    if (tokens <= this.capacity) return;
    this.capacity = 256;
    while (this.capacity < tokens) this.capacity *= 2;
    let at = 0;
    for (const matrix of this.matrices) {
      matrix.at = at;
      at += matrix.data.byteLength;
    }
    const take = (bytes: number): number => {
      at = (at + 15) & ~15;
      const start = at;
      at += bytes;
      return start;
    };
    const widest = Math.max(...this.matrices.map(matrix => matrix.columns));
    const tallest = Math.max(...this.matrices.map(matrix => matrix.rows));
    this.buffers = {
      first: take(this.capacity * widest * 2),
      second: take(this.capacity * widest * 2),
      total: take(this.capacity * widest * 2),
      products: take(this.capacity * tallest * 4),
      state: take(widest * 2),
      stateProducts: take(tallest * 4),
      h: take(widest * 4),
      constants: take(widest * CONSTANTS * 4),
    };
    this.kernel = createKernel(at, this.simd);
    this.numbers = new Int16Array(this.kernel.memory);
    this.sums = new Int32Array(this.kernel.memory);
    this.floats = new Float32Array(this.kernel.memory);
    for (const { at: offset, data } of this.matrices) this.numbers.set(data, offset >> 1);
  }

  /** Hidden vectors of tokens `[first, end)` in steps of 1/HIDDEN_SCALE, `width` numbers a token. */
  encode(features: Uint16Array, first: number, end: number): Int16Array {
    const count = end - first;
    this.reserve(count);
    this.embed(features, first, end);
    this.denseLayer(count);
    const { total, second } = this.buffers;
    for (const [i, gru] of this.grus.entries()) {
      this.runGru(gru, second, this.buffers.first, count);
      this.addTo(total, this.buffers.first, count * this.width, i === 0);
      this.copy(this.buffers.first, second, count * this.width);
    }
    return this.numbers.slice(total >> 1, (total >> 1) + count * this.width);
  }

  private embed(features: Uint16Array, first: number, end: number): void {
    const { numbers, vectors, embeddings } = this;
    let at = this.buffers.first >> 1;
    for (let token = first; token < end; token++) {
      const row = token * WIDTH;
      vectors.copy(features[row] as number, numbers, at);
      for (let i = at; i < at + vectors.dimensions; i++) {
        numbers[i] = (numbers[i] as number) * (INPUT_SCALE / VECTOR_SCALE);
      }
      at += vectors.dimensions;
      for (let column = 0; column < embeddings.length; column++) {
        const { width, data, factor } = embeddings[column] as Embedding;
        let from = (features[row + column + 1] as number) * width;
        for (let i = 0; i < width; i++) numbers[at++] = (data[from++] as number) * factor;
      }
    }
  }

  /** `first` → `second`, cut off below zero. */
  private denseLayer(count: number): void {
    const { first, second, products } = this.buffers;
    const { rows, columns, at, scales } = this.dense;
    this.kernel.multiply(at, first, products, count, rows, columns);
    let from = products >> 2;
    let to = second >> 1;
    for (let token = 0; token < count; token++) {
      for (let row = 0; row < rows; row++) {
        const value =
          ((this.sums[from++] as number) * (scales[row] as number)) / INPUT_SCALE +
          (this.denseBias[row] as number);
        this.numbers[to++] = value > 0 ? Math.min(MOST_16_BITS, value * DENSE_SCALE + 0.5) : 0;
      }
    }
  }

  /** Runs both directions over `count` vectors at `from`, side by side into `to`. */
  private runGru(gru: Gru, from: number, to: number, count: number): void {
    this.runDirection(gru.forward, gru.hidden, from, to, count, false);
    this.runDirection(gru.backward, gru.hidden, from, to, count, true);
  }

  private runDirection(
    { input, recurrent, constants }: Direction,
    hidden: number,
    from: number,
    to: number,
    count: number,
    backward: boolean,
  ): void {
    const { kernel, buffers } = this;
    const { products, state, stateProducts, h } = buffers;
    kernel.multiply(input.at, from, products, count, input.rows, input.columns);
    this.floats.set(constants, buffers.constants >> 2);
    this.floats.fill(0, h >> 2, (h >> 2) + hidden);
    this.numbers.fill(0, state >> 1, (state >> 1) + hidden);
    for (let i = 0; i < count; i++) {
      const token = backward ? count - 1 - i : i;
      const out = to + (token * 2 + (backward ? 1 : 0)) * hidden * 2;
      kernel.multiply(recurrent.at, state, stateProducts, 1, recurrent.rows, hidden);
      kernel.step(products + token * input.rows * 4, stateProducts, buffers.constants, h, state, out, hidden);
    }
  }

  private addTo(total: number, from: number, length: number, first: boolean): void {
    const { numbers } = this;
    const a = total >> 1;
    const b = from >> 1;
    if (first) numbers.copyWithin(a, b, b + length);
    else
      for (let i = 0; i < length; i++)
        numbers[a + i] = (numbers[a + i] as number) + (numbers[b + i] as number);
  }

  private copy(from: number, to: number, length: number): void {
    this.numbers.copyWithin(to >> 1, from >> 1, (from >> 1) + length);
  }

  /** `matrix · vector + bias` for `count` vectors of whole numbers in steps of 1/scale. */
  project(
    matrix: Matrix,
    bias: Float32Array | null,
    input: Int16Array,
    scale: number,
    count: number,
  ): Float32Array {
    this.reserve(count);
    const { first, products } = this.buffers;
    const { rows, columns, at, scales } = matrix;
    this.numbers.set(input.subarray(0, count * columns), first >> 1);
    this.kernel.multiply(at, first, products, count, rows, columns);
    const out = new Float32Array(count * rows);
    const from = products >> 2;
    for (let i = 0, token = 0; token < count; token++) {
      for (let row = 0; row < rows; row++, i++) {
        out[i] = ((this.sums[from + i] as number) * (scales[row] as number)) / scale + (bias?.[row] ?? 0);
      }
    }
    return out;
  }

  /** A GRU over vectors that are not features: `count` × columns, zero or more, unscaled. */
  run(gru: Gru, input: Float32Array, count: number): Int16Array {
    this.reserve(count);
    const columns = gru.forward.input.columns;
    const { first, second } = this.buffers;
    const at = first >> 1;
    for (let i = 0; i < count * columns; i++) {
      this.numbers[at + i] = Math.min(MOST_16_BITS, (input[i] as number) * DENSE_SCALE + 0.5);
    }
    this.runGru(gru, first, second, count);
    return this.numbers.slice(second >> 1, (second >> 1) + count * 2 * gru.hidden);
  }
}

export type { Gru, Matrix };
