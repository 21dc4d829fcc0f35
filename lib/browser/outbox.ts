import type { DBSchema } from 'idb';
import * as z from 'zod/mini';
import { OutboxEntry } from '../report/report.ts';
import { inDatabase, readable } from './database.ts';

interface OutboxSchema extends DBSchema {
  reports: { key: string; value: unknown };
}

/** Reports the reader has made, kept until the reader deletes them. */
const withOutbox = inDatabase<OutboxSchema>(
  'onix-outbox',
  db => void db.createObjectStore('reports', { keyPath: 'id' }),
);

/** Stores or replaces an entry; resolves only once the transaction is on disk. Rejects when it could not be kept. */
export const putReport = (entry: OutboxEntry): Promise<void> =>
  withOutbox(async db => {
    const transaction = db.transaction('reports', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(entry), transaction.done]);
  });

/** Changes a report as it is stored by then; answers with what it became, null where the reader has removed it. */
export const changeReport = (
  id: string,
  change: (known: OutboxEntry) => OutboxEntry,
): Promise<OutboxEntry | null> =>
  withOutbox(async db => {
    const { store, done } = db.transaction('reports', 'readwrite', { durability: 'strict' });
    const known = z.safeParse(OutboxEntry, await store.get(id));
    const changed = known.success ? change(known.data) : null;
    await Promise.all([changed && store.put(changed), done]);
    return changed;
  });

/** Notes what an attempt came to, unless the reader has removed the report or handed it over meanwhile. */
export const noteReport = (entry: OutboxEntry): Promise<OutboxEntry | null> =>
  changeReport(entry.id, known => (known.state === 'waiting' ? entry : known));

/** Every report, newest first. An entry of an unknown shape is left where it is and not shown. */
export const listReports = (): Promise<OutboxEntry[]> =>
  withOutbox(async db =>
    readable(OutboxEntry, await db.getAll('reports')).toSorted((a, b) =>
      b.report.createdAt.localeCompare(a.report.createdAt),
    ),
  );

/** How many entries are of a shape this version does not know. */
export const countUnreadReports = (): Promise<number> =>
  withOutbox(async db => {
    const stored = await db.getAll('reports');
    return stored.length - readable(OutboxEntry, stored).length;
  });

/** Removes a report for good; only the reader does. */
export const removeReport = (id: string): Promise<void> => withOutbox(db => db.delete('reports', id));
