import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ReportDesk } from '../../components/desk.ts';
import { Reports } from '../../components/reports.tsx';
import type { OutboxEntry } from '../../lib/report/report.ts';
import { waitingReport } from '../support/waiting-report.ts';
import { fakeDesk } from './fake-desk.ts';
import { faults, show, speak, wordsIn } from './stage.tsx';

beforeEach(() => speak());

const entry = (id: string, message: string, rest: Partial<OutboxEntry> = {}): OutboxEntry => ({
  ...waitingReport(id, { message }),
  ...rest,
});

function given(entries: OutboxEntry[], overrides: Partial<ReportDesk> = {}) {
  const { desk, notes } = fakeDesk();
  notes.entries = entries;
  show(
    <main>
      <h1>Your reports</h1>
      <Reports desk={{ ...desk.report, ...overrides }} />
    </main>,
  );
}

describe('your reports', () => {
  it('can be searched', async () => {
    given([entry('a1', 'The mayor has gone'), entry('b2', 'The ferry is late')]);
    await page.getByLabelText('Search your reports').fill('FERRY late');
    await expect.poll(() => document.querySelectorAll('.reported').length).toBe(1);
    expect(wordsIn('.reported')).toContain('The ferry is late');
    await page.getByLabelText('Search your reports').fill('harbour');
    await expect.poll(() => wordsIn('.count')).toContain('No report holds these words.');
    expect(await faults()).toEqual([]);
  });

  it.each([[[entry('a1', 'The mayor has gone')]], [[]]])(
    'say how many cannot be read, beside %j',
    async entries => {
      given(entries, { countUnread: async () => 2 });
      await expect.poll(() => document.body.innerText).toContain('this version of Onix cannot read: 2.');
      expect(document.body.innerText).not.toContain('nothing');
      expect(await faults()).toEqual([]);
    },
  );

  it('say why one has not arrived, and can be tried again', async () => {
    const retry = vi.fn(async (id: string) => entry(id, '', { state: 'delivered' }));
    given([entry('a1', '', { state: 'failed', setback: 'gave_up' })], { isSent: true, retry });
    expect(await waitForWords('Tried twenty times')).toContain('Try again');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => wordsIn('.reported')).not.toContain('Tried twenty times');
    expect(retry).toHaveBeenCalledWith('a1');
    expect(await faults()).toEqual([]);
  });

  it('are not tried where they go nowhere by themselves', async () => {
    given([entry('a1', 'x', { setback: 'offline' })]);
    await waitForWords('No answer yet');
    expect(page.getByRole('button', { name: 'Try again' }).query()).toBeNull();
  });

  it('that are too long for a link are copied, and it is said', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async text => void copied.push(text));
    given([entry('a1', 'long')], {
      trackerUrl: () => ({ url: '#tracker', isWhole: false }),
      asText: () => 'ALL OF IT',
    });
    const link = page.getByRole('link', { name: 'Open in the issue tracker' });
    await expect.element(link).toBeVisible();
    document.querySelector('.routes a')?.removeAttribute('target');
    await link.click();
    await waitForWords('Its text was copied');
    expect(copied).toEqual(['ALL OF IT']);
  });
});

async function waitForWords(words: string): Promise<string> {
  await expect.poll(() => wordsIn('.reported')).toContain(words);
  return wordsIn('.reported');
}
