import browser from 'webextension-polyfill';
import { MODEL_FILES } from '../tagging/model-file.ts';
import type { Taggers } from '../tagging/tagger.ts';

/**
 * The taggers from the packaged model files; null if a file is missing or damaged: the engine then works with its
 * rules alone, and the brief says so.
 */
export async function openTaggers(): Promise<Taggers | null> {
  try {
    const files = Promise.all(MODEL_FILES.map(async name => [name, await packaged(name)] as const));
    files.catch(() => undefined); // they come while the code that reads them is set up
    const { loadTaggers } = await import('../tagging/tagger.ts');
    return loadTaggers(Object.fromEntries(await files));
  } catch {
    return null;
  }
}

async function packaged(name: string): Promise<Uint8Array> {
  const reply = await fetch(browser.runtime.getURL(`/models/${name}`));
  return new Uint8Array(await reply.arrayBuffer());
}
