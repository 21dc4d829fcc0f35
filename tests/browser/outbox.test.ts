import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { changeReport, listReports, noteReport, putReport, removeReport } from '../../lib/browser/outbox.ts';
import { waitingReport } from '../support/waiting-report.ts';

const entry = (id: string, createdAt: string) => waitingReport(id, { createdAt });

describe('the outbox', () => {
  it('keeps reports, newest first, until they are removed', async () => {
    await putReport(entry('a', '2026-05-01T10:00:00Z'));
    await putReport(entry('b', '2026-05-02T10:00:00Z'));
    expect((await listReports()).map(({ id }) => id)).toEqual(['b', 'a']);
    await removeReport('a');
    expect((await listReports()).map(({ id }) => id)).toEqual(['b']);
  });

  it('replaces an entry whose state has changed', async () => {
    await putReport({ ...entry('b', '2026-05-02T10:00:00Z'), state: 'handed_over' });
    expect(await listReports()).toMatchObject([{ id: 'b', state: 'handed_over' }]);
  });

  it('changes an entry as it is by then, and none that has been removed', async () => {
    await putReport(entry('e', '2026-05-05T10:00:00Z'));
    await noteReport({ ...entry('e', '2026-05-05T10:00:00Z'), state: 'delivered', attempts: 1 });
    expect(await changeReport('e', known => ({ ...known, setback: 'busy' }))).toMatchObject({
      state: 'delivered',
      setback: 'busy',
    });
    await removeReport('e');
    expect(await changeReport('e', known => known)).toBeNull();
    expect((await listReports()).map(({ id }) => id)).not.toContain('e');
  });

  it('notes an attempt only while the report still waits for one', async () => {
    const waiting = entry('d', '2026-05-04T10:00:00Z');
    await putReport({ ...waiting, state: 'handed_over' });
    await noteReport({ ...waiting, attempts: 1 });
    expect((await listReports()).find(({ id }) => id === 'd')).toMatchObject({ state: 'handed_over' });
    await removeReport('d'); // while the attempt was under way
    await noteReport({ ...waiting, state: 'delivered', attempts: 1 });
    expect((await listReports()).map(({ id }) => id)).not.toContain('d');
  });

  it('rejects what it cannot keep instead of losing it silently', async () => {
    const unclonable = { ...entry('c', '2026-05-03T10:00:00Z'), report: () => undefined };
    await expect(putReport(unclonable as never)).rejects.toThrow();
  });
});
