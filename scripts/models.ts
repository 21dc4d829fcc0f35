import { readFileSync } from 'node:fs';
import { MODEL_FILES } from '../lib/tagging/model-file.ts';
import { loadTaggers, type Taggers } from '../lib/tagging/tagger.ts';

/** The model files by name, as they lie on disk; throws where one cannot be read. */
export function readModels(): Record<string, Uint8Array> {
  const read = (name: string) => readFileSync(new URL(`../public/models/${name}`, import.meta.url));
  return Object.fromEntries(MODEL_FILES.map(name => [name, new Uint8Array(read(name))]));
}

/** The taggers from the model files; null, with a word on standard error, if they cannot be read. */
export function readTaggers(): Taggers | null {
  try {
    return loadTaggers(readModels());
  } catch (error) {
    process.stderr.write(
      `Working with rules alone: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return null;
  }
}
