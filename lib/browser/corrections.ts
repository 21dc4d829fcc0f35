import type { DBSchema } from 'idb';
import type { Article } from '../article/article.ts';
import { Correction } from '../report/corrections.ts';
import { articleAddress } from '../text/address.ts';
import { inDatabase, readable } from './database.ts';
import { loadPrivateCorrections, savePrivateCorrections } from './storage.ts';
import { inTurn } from './turns.ts';

interface CorrectionsSchema extends DBSchema {
  corrections: { key: string; value: unknown };
}

const withCorrections = inDatabase<CorrectionsSchema>(
  'onix-corrections',
  db => void db.createObjectStore('corrections'),
);

/**
 * The reader's corrections of the article known by this address, in the order they were made; none if it has no address.
 * Where they are kept is opened before the address is known.
 */
export async function loadCorrections(
  address: string | null | Promise<string | null>,
  isPrivate: boolean,
): Promise<Correction[]> {
  if (isPrivate) return loadPrivate(await address);
  return withCorrections(async db => {
    const key = await address;
    return key === null ? [] : readable(Correction, listed(await db.get('corrections', key)));
  });
}

const loadPrivate = (address: string | null): Promise<Correction[]> =>
  address === null ? Promise.resolve([]) : loadPrivateCorrections(address);

/** Replaces the corrections of an article, but for those of an unknown shape; none at all leaves nothing behind. */
export async function saveCorrections(
  address: string,
  corrections: Correction[],
  isPrivate: boolean,
): Promise<void> {
  if (isPrivate) return savePrivateCorrections(address, corrections);
  return withCorrections(async db => {
    const stored = listed(await db.get('corrections', address));
    const all = [...corrections, ...stored.filter(raw => !Correction.safeParse(raw).success)];
    if (all.length === 0) await db.delete('corrections', address);
    else await db.put('corrections', all, address);
  });
}

/** Changes the corrections of an article and answers them as they now are; an article without address has none. */
export async function changeCorrections(
  article: Article,
  isPrivate: boolean,
  change: (known: Correction[]) => Correction[],
): Promise<Correction[]> {
  const address = articleAddress(article);
  if (address === null) return [];
  return inTurn('corrections', async () => {
    const changed = change(await loadCorrections(address, isPrivate));
    await saveCorrections(address, changed, isPrivate);
    return changed;
  });
}

const listed = (stored: unknown): unknown[] => (Array.isArray(stored) ? stored : []);
