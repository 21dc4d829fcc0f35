import { readFileSync } from 'node:fs';
import { MODEL_FILES } from '../../lib/tagging/model-file.ts';

/** The model files as they ship. */
export function readModels(): Record<string, Uint8Array> {
  const folder = new URL('../../public/models/', import.meta.url);
  return Object.fromEntries(
    MODEL_FILES.map(name => [name, new Uint8Array(readFileSync(new URL(name, folder)))]),
  );
}
