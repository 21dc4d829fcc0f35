/**
 * Rounds trained weights to whole bytes and packs them into a model file:
 *
 *     node training/pack.ts WEIGHTS public/models/names.bin
 *
 * A matrix keeps a scale a row, an embedding one in all; biases and transitions stay as they are. What the kernel reads
 * is in its order already: a worker that was just woken would take long over that.
 */
import fs from 'node:fs';
import zlib from 'node:zlib';
import * as z from 'zod/mini';
import { packWeights, packedGroup } from '../lib/tagging/kernel.ts';
import type { ModelSection } from '../lib/tagging/model-file.ts';
import { featureBytes } from '../lib/tagging/network.ts';
import { writeModel } from './write-model.ts';

type Tensor = { shape: readonly number[]; values: Float32Array<ArrayBuffer> };

/** What a weights file begins with: what its model says of itself, and its tensors in order. */
const Head = z.looseObject({ tensors: z.array(z.object({ name: z.string(), shape: z.array(z.int()) })) });

const [source = '', target = ''] = process.argv.slice(2);
const { about, tensors } = readWeights(source);
const sections = new Map<string, ModelSection>();
const sizes = { hidden: 0, layers: 0, ...about };
for (const [name, tensor] of tensors) {
  const { shape, values } = tensor;
  if (name.endsWith('.weight') && isEmbedding(name))
    addEmbedding(name.replace(/^encoder\.|\.weight$/g, ''), tensor);
  else if (/weight/.test(name)) addMatrix(shortName(name), tensor);
  else sections.set(shortName(name), { dimensions: shape, data: values });
}
const json = new TextEncoder().encode(JSON.stringify(sizes));
sections.set('about', { dimensions: [json.length], data: json });
const bytes = writeModel(sections);
fs.writeFileSync(target, bytes);
console.log(`${target}: ${bytes.length} bytes, ${zlib.gzipSync(bytes, { level: 9 }).length} compressed`);

function isEmbedding(name: string): boolean {
  return /^(?:encoder\.embeddings\.\w+|distance|place|kind)\.weight$/.test(name);
}

/** "encoder.grus.0.weight_ih_l0_reverse" → "gru0.backward.input"; others lose "encoder." and ".weight". */
function shortName(name: string): string {
  const gru = /^(?:encoder\.grus\.(\d)|(role))\.(weight|bias)_(ih|hh)_l0(_reverse)?$/.exec(name);
  if (!gru) return name.replace(/^encoder\.|\.weight$/g, '');
  const [, layer, role, what, from, reverse] = gru;
  const side = from === 'ih' ? 'input' : 'recurrent';
  const direction = reverse ? 'backward' : 'forward';
  return `${role ? 'role' : `gru${layer}`}.${direction}.${side}${what === 'bias' ? '.bias' : ''}`;
}

function addEmbedding(name: string, { shape, values }: Tensor): void {
  const scale = largest(values, 0, values.length) / 127;
  const data = Int8Array.from(values, value => Math.round(value / scale));
  if (name.startsWith('embeddings.')) {
    sections.set(name, { dimensions: shape, data: featureBytes(data, scale) });
    return;
  }
  sections.set(name, { dimensions: shape, data });
  sections.set(`${name}.scale`, { dimensions: [1], data: Float32Array.of(scale) });
}

function addMatrix(name: string, { shape, values }: Tensor): void {
  const [rows = 0, columns = 0] = shape;
  const data = new Int8Array(values.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const first = row * columns;
    const scale = largest(values, first, first + columns) / 127;
    scales[row] = scale;
    for (let i = first; i < first + columns; i++) data[i] = Math.round((values[i] ?? 0) / scale);
  }
  const packed = packWeights(data, columns);
  const groupBytes = packedGroup(columns);
  sections.set(name, { dimensions: [packed.length / groupBytes, groupBytes], data: packed });
  sections.set(`${name}.scales`, { dimensions: [rows], data: scales });
}

function largest(values: Float32Array, first: number, end: number): number {
  let most = 1e-9;
  for (let i = first; i < end; i++) most = Math.max(most, Math.abs(values[i] ?? 0));
  return most;
}

function readWeights(path: string): { about: Record<string, unknown>; tensors: Map<string, Tensor> } {
  const bytes = fs.readFileSync(path);
  const newline = bytes.indexOf(10);
  const { tensors: index, ...about } = Head.parse(JSON.parse(bytes.toString('utf8', 0, newline)));
  const tensors = new Map<string, Tensor>();
  let at = newline + 1;
  for (const { name, shape } of index) {
    const length = shape.reduce((product, size) => product * size, 1);
    const values = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + 4 * length),
    );
    tensors.set(name, { shape, values });
    at += 4 * length;
  }
  return { about, tensors };
}
