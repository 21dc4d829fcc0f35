import type { OutboxEntry, Setback } from './report.ts';

/** What came of one attempt to deliver a report. */
export type Outcome =
  | { status: 'delivered' }
  | { status: 'retry'; setback: Setback; afterSeconds?: number }
  | { status: 'refused'; setback: Setback };

/** Pauses after the first, second … failed attempt, in seconds; the last one repeats. */
const PAUSES_S = [60, 5 * 60, 30 * 60, 2 * 3600, 12 * 3600];
const MAX_ATTEMPTS = 20;
const MAX_PAUSE_S = 24 * 3600; // an endpoint may ask for more patience, but not for ever

/** A report as the reader submitted it, on its way into the outbox. */
export const newEntry = (report: OutboxEntry['report']): OutboxEntry => ({
  id: report.id,
  state: 'waiting',
  report,
});

/** Whether an entry may be tried now. A clock that was set back makes nothing wait longer than its longest pause. */
export function isDue(entry: OutboxEntry, now: Date): boolean {
  if (entry.state !== 'waiting') return false;
  if (entry.nextAttemptAt === undefined) return true;
  const waitMs = Date.parse(entry.nextAttemptAt) - now.getTime();
  return Number.isNaN(waitMs) || waitMs <= 0 || waitMs > MAX_PAUSE_S * 1000;
}

/** What an entry becomes after an attempt. Nothing is dropped: what cannot be delivered stays, with its reason. */
export function afterAttempt(entry: OutboxEntry, outcome: Outcome, now: Date): OutboxEntry {
  const { nextAttemptAt: _past, setback: _old, ...rest } = entry;
  const attempts = (entry.attempts ?? 0) + 1;
  switch (outcome.status) {
    case 'delivered':
      return { ...rest, attempts, state: 'delivered' };
    case 'refused':
      return { ...rest, attempts, state: 'failed', setback: outcome.setback };
    case 'retry': {
      if (attempts >= MAX_ATTEMPTS) return { ...rest, attempts, state: 'failed', setback: 'gave_up' };
      const pause = PAUSES_S[Math.min(attempts, PAUSES_S.length) - 1] ?? 60;
      const wanted = outcome.afterSeconds ?? 0; // by the endpoint: may be anything, NaN included
      const seconds = Math.min(wanted > pause ? wanted : pause, MAX_PAUSE_S);
      const nextAttemptAt = new Date(now.getTime() + seconds * 1000).toISOString();
      return { ...rest, attempts, state: 'waiting', nextAttemptAt, setback: outcome.setback };
    }
  }
}

/** When the next entry is due; null when none waits. */
export function nextDue(entries: readonly OutboxEntry[], now: Date): Date | null {
  const times = entries
    .filter(entry => entry.state === 'waiting')
    .map(entry => (isDue(entry, now) ? now.getTime() : Date.parse(entry.nextAttemptAt ?? '')));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
