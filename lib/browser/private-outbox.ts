import type { OutboxEntry } from '../report/report.ts';
import { loadPrivateReports, savePrivateReports } from './storage.ts';
import { inTurn } from './turns.ts';

/** Reports made in private windows, newest first: in memory, until the last of these windows closes. */
const change = (to: (known: OutboxEntry[]) => OutboxEntry[]): Promise<void> =>
  inTurn('private-outbox', async () => savePrivateReports(to(await loadPrivateReports())));

/** Keeps a report. */
export const putPrivateReport = (entry: OutboxEntry): Promise<void> =>
  change(known => [entry, ...known.filter(({ id }) => id !== entry.id)]);

/** Changes a report; answers with what it became, null where the reader has removed it. */
export async function changePrivateReport(
  id: string,
  changed: (known: OutboxEntry) => OutboxEntry,
): Promise<OutboxEntry | null> {
  await change(known => known.map(entry => (entry.id === id ? changed(entry) : entry)));
  return (await loadPrivateReports()).find(entry => entry.id === id) ?? null;
}

/** Removes a report for good. */
export const removePrivateReport = (id: string): Promise<void> =>
  change(known => known.filter(entry => entry.id !== id));
