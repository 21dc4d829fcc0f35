import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { lastBrief } from '../../lib/browser/brief.ts';
import { saveCorrections } from '../../lib/browser/corrections.ts';
import { lookOutside, planOutside, stopLooking } from '../../lib/browser/outside.ts';
import { saveBrief } from '../../lib/browser/storage.ts';
import { applyCorrections, type Correction } from '../../lib/report/corrections.ts';

const ADDRESS = 'https://paper.example/weir';
const READ = 'Mary Pike said the weir at Selby burst. Mayor Pike will resign.';
const place = { start: 0, end: READ.indexOf('.') };

async function keep(text: string) {
  const brief = analyse({ ...articleFromText(text), url: ADDRESS });
  await saveBrief(1, { summaryLength: 'normal', brief, claimReviews: [], links: [] });
  return brief;
}

const answers = () => new Response(JSON.stringify({ search: [] }));
const fetches = vi.fn<(request: unknown) => Promise<Response>>(async () => answers());
beforeEach(() => {
  fakeBrowser.reset();
  browser.runtime.getManifest = () => ({ version: '0.1.0' }) as never;
  vi.stubGlobal('fetch', fetches.mockClear());
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

const look = async (tabId: number, sends: readonly string[]) =>
  lookOutside('who', { tabId, brief: lastBrief(tabId), place, sends });

const announced = (brief: Parameters<typeof planOutside>[0]) =>
  planOutside(brief, place, false).find(({ source }) => source === 'who')!.sends;

it('a source is asked what the reader was told it would be', async () => {
  const sends = announced(await keep(READ));
  expect(sends).toContain('Mary Pike');
  await look(1, sends);
  expect(String(fetches.mock.calls[0]?.[0])).toMatch(/Mary(?:\+|%20)Pike/);
});

it('nothing else leaves where the article was read anew since, or has gone', async () => {
  const sends = announced(await keep(READ));
  await keep('Jane Rudd said the weir at Leeds burst. Mayor Rudd will resign.');
  const refused = { status: 'not_measured', source: 'who', reason: 'changed' };
  expect(await look(1, sends)).toEqual(refused);
  expect(await look(2, sends)).toEqual(refused);
  expect(fetches).not.toHaveBeenCalled();
});

it('nothing leaves where the reader called it off before it was known what would', async () => {
  const sends = announced(await keep(READ));
  const looking = lookOutside('who', { tabId: 1, brief: lastBrief(1), place, sends });
  stopLooking('who', 1);
  expect(await looking).toMatchObject({ status: 'not_measured', reason: 'aborted' });
  expect(fetches).not.toHaveBeenCalled();
});

it('what the reader corrected is asked as corrected', async () => {
  const brief = await keep(READ);
  const corrections: Correction[] = [{ type: 'hide_player', name: 'Mary Pike' }];
  const sends = announced(applyCorrections(brief, corrections));
  expect(sends).not.toContain('Mary Pike');
  await saveCorrections(ADDRESS, corrections, false);
  await look(1, sends);
  expect(fetches.mock.calls.map(([request]) => String(request)).join()).not.toMatch(/Pike/);
});
