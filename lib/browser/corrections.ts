import { openDB, type DBSchema } from 'idb';
import * as z from 'zod/mini';
import { Correction } from '../report/corrections.ts';
import { loadPrivateCorrections, savePrivateCorrections } from './storage.ts';

interface CorrectionsSchema extends DBSchema {
  corrections: { key: string; value: unknown };
}

const Corrections = z.array(Correction);

/** The reader's corrections of the article known by this address, in the order they were made. */
export async function loadCorrections(address: string, isPrivate: boolean): Promise<Correction[]> {
  if (isPrivate) return loadPrivateCorrections(address);
  const db = await open();
  try {
    const parsed = Corrections.safeParse(await db.get('corrections', address));
    return parsed.success ? parsed.data : [];
  } finally {
    db.close();
  }
}

/** Replaces the corrections of an article; none at all leaves nothing behind. */
export async function saveCorrections(
  address: string,
  corrections: Correction[],
  isPrivate: boolean,
): Promise<void> {
  if (isPrivate) return savePrivateCorrections(address, corrections);
  const db = await open();
  try {
    if (corrections.length === 0) await db.delete('corrections', address);
    else await db.put('corrections', corrections, address);
  } finally {
    db.close();
  }
}

const open = () =>
  openDB<CorrectionsSchema>('onix-corrections', 1, {
    upgrade: database => void database.createObjectStore('corrections'),
  });
