import { openDB, type DBSchema } from 'idb';
import * as z from 'zod/mini';
import type { Article } from '../article/article.ts';
import { trimAddress } from '../report/compose.ts';
import { Correction } from '../report/corrections.ts';
import { loadPrivateCorrections, savePrivateCorrections } from './storage.ts';

interface CorrectionsSchema extends DBSchema {
  corrections: { key: string; value: unknown };
}

const Corrections = z.array(Correction);

/** What the reader corrected is kept for the article, wherever it is opened again; null: it has no address. */
export const correctionsKey = (article: Article): string | null =>
  trimAddress(article.canonicalUrl ?? article.url, 'full') ?? null;

/** The reader's corrections of an article, in the order they were made. */
export async function loadCorrections(key: string, isPrivate: boolean): Promise<Correction[]> {
  if (isPrivate) return loadPrivateCorrections(key);
  const db = await open();
  try {
    const parsed = Corrections.safeParse(await db.get('corrections', key));
    return parsed.success ? parsed.data : [];
  } finally {
    db.close();
  }
}

/** Replaces the corrections of an article; none at all leaves nothing behind. */
export async function saveCorrections(
  key: string,
  corrections: Correction[],
  isPrivate: boolean,
): Promise<void> {
  if (isPrivate) return savePrivateCorrections(key, corrections);
  const db = await open();
  try {
    if (corrections.length === 0) await db.delete('corrections', key);
    else await db.put('corrections', corrections, key);
  } finally {
    db.close();
  }
}

const open = () =>
  openDB<CorrectionsSchema>('onix-corrections', 1, {
    upgrade: database => void database.createObjectStore('corrections'),
  });
