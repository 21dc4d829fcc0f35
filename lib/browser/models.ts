import browser from 'webextension-polyfill';
import { loadTaggers, MODEL_FILES, type Taggers } from '../tagging/tagger.ts';

/**
 * The taggers from the packaged model files; null if a file is missing or damaged: the engine then works with its
 * rules, and the brief says what is not offered.
 */
export async function openTaggers(): Promise<Taggers | null> {
  try {
    const files = await Promise.all(MODEL_FILES.map(async name => [name, await packaged(name)] as const));
    return loadTaggers(Object.fromEntries(files));
  } catch {
    return null;
  }
}

async function packaged(name: string): Promise<Uint8Array> {
  const reply = await fetch(browser.runtime.getURL(`/models/${name}`));
  return new Uint8Array(await reply.arrayBuffer());
}
