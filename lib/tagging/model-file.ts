import type * as z from 'zod/mini';
import { checksum } from './checksum.ts';

/**
 * The binary model file, little-endian:
 *
 *     u32 magic "ONXM" · u16 version · u16 number of sections
 *     per section: u8 length of name, name (ASCII) · u8 element type · u8 number of dimensions · u32 per dimension ·
 *                  zeros up to a multiple of 8 (from the start of the file) · elements
 *     zeros up to a multiple of 4 · u32 checksum of everything before
 */

/** The model files by name, as they lie in public/models. */
export const MODEL_FILES = ['vectors.bin', 'names.bin', 'attributions.bin'] as const;
export type ModelFile = (typeof MODEL_FILES)[number];

/** “ONXM”, and the version of the layout that this code reads. */
export const MODEL_MAGIC = 0x4d584e4f;
export const MODEL_VERSION = 1;

/** Element types by their number in the file. */
export const ELEMENT_TYPES = [
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
] as const;
/** The elements of a section. */
type ModelArray = InstanceType<(typeof ELEMENT_TYPES)[number]>;

/** A named array of a model with its shape; `data` looks into the file's bytes where they are aligned. */
export interface ModelSection {
  readonly dimensions: readonly number[];
  readonly data: ModelArray;
}

/** A model file taken apart. */
export interface Model {
  readonly sections: ReadonlyMap<string, ModelSection>;
}

/** What is wrong with a model file, in words for a log. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/** Reads a model file; throws a `ModelError` on anything but a whole one of this version. */
export function parseModel(bytes: Uint8Array): Model {
  if (bytes.length < 12 || bytes.length % 4 !== 0)
    throw new ModelError(`model file truncated: ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MODEL_MAGIC) throw new ModelError('not a model file');
  const version = view.getUint16(4, true);
  if (version !== MODEL_VERSION)
    throw new ModelError(`model file of version ${version}, expected ${MODEL_VERSION}`);
  const end = bytes.length - 4;
  if (checksum(bytes.subarray(0, end)) !== view.getUint32(end, true)) {
    throw new ModelError('model file truncated or damaged: its checksum differs');
  }
  try {
    return { sections: readSections(bytes, view, end) };
  } catch (error) {
    if (error instanceof RangeError) throw new ModelError('model file names more than it holds');
    throw error;
  }
}

function readSections(bytes: Uint8Array, view: DataView, end: number): Map<string, ModelSection> {
  const sections = new Map<string, ModelSection>();
  let at = 8;
  for (let left = view.getUint16(6, true); left > 0; left--) {
    const nameLength = view.getUint8(at++);
    const name = String.fromCharCode(...bytes.subarray(at, at + nameLength));
    at += nameLength;
    const type = ELEMENT_TYPES[view.getUint8(at++)];
    if (!type) throw new ModelError(`model section ${name} has an unknown element type`);
    const dimensions: number[] = [];
    for (let left = view.getUint8(at++); left > 0; left--) {
      dimensions.push(view.getUint32(at, true));
      at += 4;
    }
    at = (at + 7) & ~7;
    const length = dimensions.reduce((product, size) => product * size, 1);
    const byteLength = length * type.BYTES_PER_ELEMENT;
    if (at + byteLength > end) throw new ModelError(`model section ${name} is cut off`);
    sections.set(name, { dimensions, data: arrayOver(type, bytes, at, length) });
    at += byteLength;
  }
  return sections;
}

function arrayOver(
  type: (typeof ELEMENT_TYPES)[number],
  bytes: Uint8Array,
  at: number,
  length: number,
): ModelArray {
  const offset = bytes.byteOffset + at;
  const width = type.BYTES_PER_ELEMENT;
  if (offset % width === 0) return new type(bytes.buffer as ArrayBuffer, offset, length);
  return new type(bytes.slice(at, at + length * width).buffer, 0, length);
}

/** The section's array, checked for its element type and shape (-1: any size). */
export function sectionOf<T extends ModelArray>(
  model: Model,
  name: string,
  type: { new (length: number): T; name: string },
  ...shape: readonly number[]
): T {
  const section = model.sections.get(name);
  if (!section) throw new ModelError(`model lacks section ${name}`);
  if (!(section.data instanceof type)) throw new ModelError(`model section ${name} is not a ${type.name}`);
  const fits =
    shape.length === 0 ||
    (shape.length === section.dimensions.length &&
      shape.every((size, i) => size < 0 || size === section.dimensions[i]));
  if (!fits)
    throw new ModelError(
      `model section ${name} is ${section.dimensions.join('×')}, expected ${shape.join('×')}`,
    );
  return section.data;
}

/** What a model says of itself, as JSON in its section `about`. */
export function aboutOf<T>(model: Model, shape: z.ZodMiniType<T>): T {
  const json = new TextDecoder().decode(sectionOf(model, 'about', Uint8Array));
  const about = shape.safeParse(fromJson(json));
  if (!about.success) throw new ModelError(`model section about is ${json.slice(0, 200)}`);
  return about.data;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
