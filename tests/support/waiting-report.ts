import { newEntry } from '../../lib/report/outbox.ts';
import type { OutboxEntry, ProblemReport } from '../../lib/report/report.ts';

/** A report that waits in the outbox; `patch` is what a test wants otherwise in the report itself. */
export function waitingReport(id: string, patch: Partial<ProblemReport> = {}): OutboxEntry {
  return newEntry({
    schema: 1,
    id,
    createdAt: '2026-05-04T09:00:00.000Z',
    kind: 'other',
    item: { type: 'brief', label: 'The brief' },
    message: 'The date is wrong.',
    environment: { extension: '0.1.0', browser: 'Chromium 156', language: 'en' },
    ...patch,
  });
}
