import type { DBSchema } from 'idb';
import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { Brief } from '../brief/brief.ts';
import { changesSince } from '../library/changes.ts';
import { findRelated } from '../library/related.ts';
import { Remembered, toRemember } from '../library/remembered.ts';
import type { Keeping, LibraryLook, Taking } from '../library/library.ts';
import { articleAddress } from '../text/address.ts';
import { inDatabase, readable } from './database.ts';
import { WebAddress } from '../text/web-address.ts';
import type { Settings } from './settings.ts';
import { isPrivate as isPrivateTab } from './tabs.ts';

interface LibrarySchema extends DBSchema {
  articles: { key: string; value: unknown };
}

/** Enough for a year's reading; the reader decides what goes, never Onix. */
export const MAX_ARTICLES = 2_000;

/** The articles the reader chose to remember. */
const withLibrary = inDatabase<LibrarySchema>(
  'onix-library',
  db => void db.createObjectStore('articles', { keyPath: 'address' }),
);

/**
 * Remembers an article as it is now. Resolves `kept` only once it is on disk; in a private window nothing is
 * written. `onlyNew` leaves one that is remembered already as it was.
 */
export async function remember(
  brief: Brief,
  { isPrivate, onlyNew = false }: { isPrivate: boolean; onlyNew?: boolean },
): Promise<Keeping> {
  const address = articleAddress(brief.article);
  if (isPrivate) return { status: 'not_kept', reason: 'private' };
  if (address === null) return { status: 'not_kept', reason: 'no_address' };
  const entry = toRemember(brief, {
    address,
    textHash: await hashOf(brief.article.text),
    rememberedAt: new Date().toISOString(),
    engine: browser.runtime.getManifest().version,
  });
  try {
    return await withLibrary(async db => {
      const { store, done } = db.transaction('articles', 'readwrite', { durability: 'strict' });
      const [isKnown, count] = [(await store.count(address)) > 0, await store.count()];
      if (isKnown && onlyNew) return { status: 'kept' };
      if (!isKnown && count >= MAX_ARTICLES) return { status: 'not_kept', reason: 'too_many' };
      await Promise.all([store.put(entry), done]);
      return { status: 'kept' };
    });
  } catch (error) {
    return { status: 'not_kept', reason: refusalOf(error) };
  }
}

const refusalOf = (error: unknown): 'full' | 'closed' =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'closed';

/** A file of articles that was saved here or in another browser; whatever it holds, it leads to web pages alone. */
const SavedLibrary = z.array(z.extend(Remembered, { address: WebAddress })).check(z.minLength(1));

/** Takes in the articles of such a file, all of them or none. What is remembered already stays as it was. */
export async function takeArticles(text: string, { isPrivate }: { isPrivate: boolean }): Promise<Taking> {
  if (isPrivate) return { status: 'refused', reason: 'private' };
  const articles = parseSaved(text);
  if (articles === null) return { status: 'refused', reason: 'not_library' };
  try {
    return await withLibrary(async db => {
      const { store, done } = db.transaction('articles', 'readwrite', { durability: 'strict' });
      const there = new Set(await store.getAllKeys());
      const added = articles.filter(({ address }) => !there.has(address));
      if (there.size + added.length > MAX_ARTICLES) return { status: 'refused', reason: 'too_many' };
      await Promise.all([...added.map(article => store.put(article)), done]);
      return { status: 'taken', added: added.length, known: articles.length - added.length };
    });
  } catch (error) {
    return { status: 'refused', reason: refusalOf(error) };
  }
}

/** One of each address: the latest. */
function parseSaved(text: string): Remembered[] | null {
  try {
    const articles = SavedLibrary.parse(JSON.parse(text));
    const inOrder = articles.toSorted((a, b) => a.rememberedAt.localeCompare(b.rememberedAt));
    return [...new Map(inOrder.map(article => [article.address, article])).values()];
  } catch {
    return null;
  }
}

/** The standing choice to remember: an article that is known already stays as it was remembered. */
export async function rememberIfWanted(
  brief: Brief,
  tabId: number,
  { rememberArticles }: Settings,
): Promise<void> {
  // Whether it was kept, and if not why, the view asks for itself.
  if (rememberArticles) await remember(brief, { isPrivate: await isPrivateTab(tabId), onlyNew: true });
}

/** Every remembered article, latest first. An entry of an unknown shape is left where it is and not shown. */
export const listRemembered = (): Promise<Remembered[]> =>
  withLibrary(async db =>
    readable(Remembered, await db.getAll('articles')).toSorted((a, b) =>
      b.rememberedAt.localeCompare(a.rememberedAt),
    ),
  );

/** How many entries are of a shape this version does not know. */
export const countUnreadArticles = (): Promise<number> =>
  withLibrary(async db => {
    const stored = await db.getAll('articles');
    return stored.length - readable(Remembered, stored).length;
  });

/** Forgets the article of an address. */
export const forget = (address: string): Promise<void> => withLibrary(db => db.delete('articles', address));

/** Forgets every article, those of an unknown shape too. */
export const forgetAll = (): Promise<void> => withLibrary(db => db.clear('articles'));

/** What the library knows of an article: whether it is remembered, what has changed since, and what is related. */
export async function lookInLibrary(brief: Brief): Promise<LibraryLook> {
  const library = await listRemembered();
  const address = articleAddress(brief.article);
  const known = library.find(entry => entry.address === address) ?? null;
  const isChanged = known !== null && known.textHash !== (await hashOf(brief.article.text));
  return {
    address,
    rememberedAt: known?.rememberedAt ?? null,
    isChanged,
    isOtherEngine: known !== null && known.engine !== browser.runtime.getManifest().version,
    changes: known && isChanged ? changesSince(known, brief) : [],
    related: findRelated(brief, address, library),
  };
}

/** Tells one text from another; the text itself is not kept. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
