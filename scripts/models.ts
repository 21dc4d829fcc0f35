import { readFileSync } from 'node:fs';
import { loadTaggers, MODEL_FILES, type Taggers } from '../lib/tagging/tagger.ts';

/** The taggers from the model files on disk; null, with a word on standard error, if they cannot be read. */
export function readTaggers(): Taggers | null {
  try {
    const read = (name: string) => readFileSync(new URL(`../public/models/${name}`, import.meta.url));
    return loadTaggers(Object.fromEntries(MODEL_FILES.map(name => [name, new Uint8Array(read(name))])));
  } catch (error) {
    process.stderr.write(
      `Working with rules alone: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return null;
  }
}
