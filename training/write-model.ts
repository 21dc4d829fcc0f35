import { checksum } from '../lib/tagging/checksum.ts';
import { ELEMENT_TYPES, MODEL_MAGIC, MODEL_VERSION } from '../lib/tagging/model-file.ts';
import type { ModelSection } from '../lib/tagging/model-file.ts';

/** The bytes of a model file (`lib/tagging/model-file.ts`). */
export function writeModel(sections: ReadonlyMap<string, ModelSection>): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  const header = new DataView(new ArrayBuffer(8));
  header.setUint32(0, MODEL_MAGIC, true);
  header.setUint16(4, MODEL_VERSION, true);
  header.setUint16(6, sections.size, true);
  add(new Uint8Array(header.buffer));
  for (const [name, { data, dimensions }] of sections) {
    const type = ELEMENT_TYPES.findIndex(type => data instanceof type);
    const head = new DataView(new ArrayBuffer(3 + name.length + 4 * dimensions.length));
    head.setUint8(0, name.length);
    for (let i = 0; i < name.length; i++) head.setUint8(1 + i, name.charCodeAt(i));
    head.setUint8(1 + name.length, type);
    head.setUint8(2 + name.length, dimensions.length);
    for (const [i, size] of dimensions.entries()) head.setUint32(3 + name.length + 4 * i, size, true);
    add(new Uint8Array(head.buffer));
    add(new Uint8Array(((length + 7) & ~7) - length));
    add(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  add(new Uint8Array(((length + 3) & ~3) - length));
  const bytes = new Uint8Array(length + 4);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const view = new DataView(bytes.buffer);
  view.setUint32(length, checksum(bytes.subarray(0, length)), true);
  return bytes;
}
