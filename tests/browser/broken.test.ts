import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadCorrections, saveCorrections } from '../../lib/browser/corrections.ts';
import { loadDraft, saveDraft } from '../../lib/browser/draft.ts';
import { countUnreadArticles, listRemembered, lookInLibrary, remember } from '../../lib/browser/library.ts';
import { countUnreadReports, listReports, putReport } from '../../lib/browser/outbox.ts';
import { DEFAULT_SETTINGS, loadSettings, saveSettings } from '../../lib/browser/settings.ts';
import { loadFactCheckKey, saveFactCheckKey } from '../../lib/browser/storage.ts';
import type { Correction } from '../../lib/report/corrections.ts';
import { briefOf } from '../library/support.ts';
import { waitingReport } from '../support/waiting-report.ts';

const ADDRESS = 'https://paper.example/crane';
const brief = briefOf('Nora Quist said the crane would come down.', 'The crane', ADDRESS);
const hide = (words: string): Correction => ({ type: 'hide_claim', words });

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  fakeBrowser.reset();
  browser.runtime.getManifest = () => ({ version: '0.1.0' }) as never;
});

describe.each([
  ['of this version', undefined],
  ['of a later version', 9],
])('a database %s with records that cannot be read', (_case, version) => {
  it('shows the other reports, counts those, leaves them and takes new ones', async () => {
    const broken = [
      { id: 'cut short' },
      { ...waitingReport('b'), report: 'text' },
      { ...waitingReport('c'), state: 'sealed' },
    ];
    await putReport(waitingReport('a'));
    await put('onix-outbox', 'reports', version, broken);
    expect((await listReports()).map(({ id }) => id)).toEqual(['a']);
    expect(await countUnreadReports()).toBe(3);
    await putReport(waitingReport('new'));
    expect(await listReports()).toHaveLength(2);
    expect(await stored('onix-outbox', 'reports')).toEqual(expect.arrayContaining(broken));
  });

  it('shows the other articles, counts those, leaves them and takes new ones', async () => {
    await remember(brief, { isPrivate: false });
    const [whole] = await listRemembered();
    const broken = [
      { ...whole, address: 'a', version: 9 },
      { ...whole, address: 'b', claims: [null] },
      { address: 'c' },
    ];
    await put('onix-library', 'articles', version, broken);
    expect(await listRemembered()).toEqual([whole]);
    expect(await countUnreadArticles()).toBe(3);
    expect(await lookInLibrary(brief)).toMatchObject({ rememberedAt: whole!.rememberedAt });
    const other = briefOf('Owen Hart denied that.', 'Denied', 'https://paper.example/denied');
    expect(await remember(other, { isPrivate: false })).toEqual({ status: 'kept' });
    expect(await stored('onix-library', 'articles')).toEqual(expect.arrayContaining(broken));
  });

  it('applies the other corrections of an article, and keeps those through changes', async () => {
    const broken = [{ type: 'praise' }, null, { type: 'hide_claim', words: 7 }];
    await saveCorrections(ADDRESS, [hide('before')], false);
    await put(
      'onix-corrections',
      'corrections',
      version,
      [[broken[0], hide('one'), ...broken.slice(1)]],
      ADDRESS,
    );
    expect(await loadCorrections(ADDRESS, false)).toEqual([hide('one')]);
    await saveCorrections(ADDRESS, [hide('one'), hide('two')], false);
    expect(await loadCorrections(ADDRESS, false)).toEqual([hide('one'), hide('two')]);
    await saveCorrections(ADDRESS, [], false);
    expect(await stored('onix-corrections', 'corrections')).toEqual([broken]);
  });
});

it('corrections that are no list count as none, and new ones can be made', async () => {
  await saveCorrections(ADDRESS, [hide('before')], false);
  await put('onix-corrections', 'corrections', undefined, ['broken'], ADDRESS);
  expect(await loadCorrections(ADDRESS, false)).toEqual([]);
  await saveCorrections(ADDRESS, [hide('one')], false);
  expect(await loadCorrections(ADDRESS, false)).toEqual([hide('one')]);
});

it('a site that was switched off stays off beside entries that cannot be read', async () => {
  const settings = { version: 2, sitesOff: ['paper.example', 7, null], askAlways: ['papers', 'oracle'] };
  await browser.storage.local.set({ settings });
  const readable = { ...DEFAULT_SETTINGS, sitesOff: ['paper.example'], askAlways: ['papers'] };
  expect(await loadSettings()).toEqual(readable);
  expect(await saveSettings({ badge: false })).toEqual({ ...readable, badge: false });
});

it.each([7, 'broken', [], { message: 'Half' }, null])('draft, key and settings may be %j', async garbage => {
  await browser.storage.local.set({ draft: garbage, settings: garbage, factCheckKey: [garbage] });
  expect([await loadDraft(false), await loadFactCheckKey()]).toEqual([null, null]);
  expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  const { item } = waitingReport('a').report;
  const draft = {
    kind: 'other' as const,
    item,
    message: 'Anew',
    address: 'none' as const,
    includeWords: false,
  };
  await saveDraft(draft, false);
  await saveFactCheckKey('mine');
  await saveSettings({ theme: 'dark' });
  expect([await loadDraft(false), await loadFactCheckKey()]).toEqual([draft, 'mine']);
  expect((await loadSettings()).theme).toBe('dark');
});

/** Records put past Onix into a database it has made, as another version or a broken disk would. */
async function put(
  name: string,
  store: string,
  version: number | undefined,
  records: unknown[],
  key?: string,
): Promise<void> {
  const db = await openDB(name, version);
  const { store: opened, done } = db.transaction(store, 'readwrite');
  await Promise.all([...records.map(record => opened.put(record, key)), done]);
  db.close();
}

async function stored(name: string, store: string): Promise<unknown[]> {
  const db = await openDB(name);
  const records = (await db.getAll(store)) as unknown[];
  db.close();
  return records;
}
