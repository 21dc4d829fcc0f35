import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterAttempt, isDue, newEntry, nextDue, type Outcome } from '../../lib/report/outbox.ts';
import { Setback, type OutboxEntry } from '../../lib/report/report.ts';

const NOW = new Date('2026-05-04T09:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const entry = newEntry({
  schema: 1,
  id: 'r1',
  createdAt: NOW.toISOString(),
  kind: 'other',
  item: { type: 'brief', label: '' },
  message: 'The second paragraph is missing.',
  environment: { extension: '0.1.0', browser: 'Chrome 156', language: 'en' },
});

describe('afterAttempt', () => {
  it.each([
    ['acknowledged', { status: 'delivered' }, { state: 'delivered', attempts: 1 }],
    [
      'refused for good',
      { status: 'refused', setback: 'rejected' },
      { state: 'failed', setback: 'rejected', attempts: 1 },
    ],
    [
      'no network',
      { status: 'retry', setback: 'offline' },
      { state: 'waiting', setback: 'offline', nextAttemptAt: later(60).toISOString() },
    ],
    [
      'asked to come back in ten minutes',
      { status: 'retry', setback: 'busy', afterSeconds: 600 },
      { state: 'waiting', setback: 'busy', nextAttemptAt: later(600).toISOString() },
    ],
    [
      'asked to come back in a year: a day at most',
      { status: 'retry', setback: 'busy', afterSeconds: 31_536_000 },
      { nextAttemptAt: later(86_400).toISOString() },
    ],
  ] as [string, Outcome, Partial<OutboxEntry>][])('%s', (_case, outcome, expected) => {
    expect(afterAttempt(entry, outcome, NOW)).toMatchObject({ ...expected, report: entry.report });
  });

  it('pauses longer and longer, and gives up by itself only after twenty attempts', () => {
    let now = NOW;
    let current = entry;
    const pauses: number[] = [];
    while (current.state === 'waiting') {
      current = afterAttempt(current, { status: 'retry', setback: 'offline' }, now);
      const next = Date.parse(current.nextAttemptAt ?? now.toISOString());
      pauses.push((next - now.getTime()) / 1000);
      now = new Date(next);
    }
    expect(pauses.slice(0, 6)).toEqual([60, 300, 1800, 7200, 43_200, 43_200]);
    expect(current).toMatchObject({
      state: 'failed',
      setback: 'gave_up',
      attempts: 20,
      report: entry.report,
    });
  });

  it('never loses a report, whatever happens to it', () => {
    const outcome = fc.oneof(
      fc.constant<Outcome>({ status: 'delivered' }),
      fc.constantFrom(...Setback.options).map((setback): Outcome => ({ status: 'refused', setback })),
      fc.record({
        status: fc.constant('retry' as const),
        setback: fc.constantFrom(...Setback.options),
        afterSeconds: fc.double(),
      }),
    );
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 30 }), outcomes => {
        const end = outcomes.reduce((current, next) => afterAttempt(current, next, NOW), entry);
        expect(end.report).toEqual(entry.report);
        expect(end.id).toBe(entry.id);
      }),
    );
  });
});

describe('isDue and nextDue', () => {
  const waiting = { ...entry, nextAttemptAt: later(300).toISOString() };

  it.each([
    ['a new one', entry, NOW, true],
    ['one whose time has not come', waiting, NOW, false],
    ['one whose time has come', waiting, later(300), true],
    ['a clock set back by a year', waiting, later(-31_536_000), true],
    ['an unreadable time', { ...entry, nextAttemptAt: 'soon' }, NOW, true],
    ['a delivered one', { ...entry, state: 'delivered' as const }, NOW, false],
    ['a failed one', { ...entry, state: 'failed' as const }, NOW, false],
    ['one the reader handed over', { ...entry, state: 'handed_over' as const }, NOW, false],
  ])('%s', (_case, item, now, expected) => {
    expect(isDue(item, now)).toBe(expected);
  });

  it('wakes for the earliest', () => {
    const other = { ...entry, id: 'r2', nextAttemptAt: later(900).toISOString() };
    expect(nextDue([other, waiting], NOW)).toEqual(later(300));
    expect(nextDue([{ ...entry, state: 'delivered' }], NOW)).toBeNull();
  });
});
