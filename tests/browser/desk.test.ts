import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { articleFromText } from '../../lib/article/from-text.ts';
import { openDesk, openOptionsDesk } from '../../lib/browser/desk.ts';
import { listReports, removeReport } from '../../lib/browser/outbox.ts';
import type { ReportDraft } from '../../lib/report/report.ts';

const draft: ReportDraft = {
  kind: 'wrong_role',
  item: { type: 'player', id: 'p1', label: 'A player', words: 'the former mayor' },
  message: 'She is the mayor now.',
  address: 'full',
  includeWords: true,
};
const tab = (incognito: boolean) => () =>
  ({ incognito, url: 'https://paper.example/town/story?id=7' }) as never;

beforeEach(async () => {
  fakeBrowser.reset();
  browser.i18n.getUILanguage = () => 'en';
  browser.runtime.getManifest = () => ({ version: '0.1.0' }) as never;
  for (const { id } of await listReports()) await removeReport(id);
});

describe('a report', () => {
  it('is kept exactly as it was previewed, and the draft goes', async () => {
    const { report } = await openOptionsDesk(tab(false));
    await report.saveDraft(draft);
    const shown = report.preview(draft);
    expect(await report.submit(shown)).toMatchObject({
      status: 'kept',
      entry: { id: shown.id, report: shown },
    });
    expect(await listReports()).toMatchObject([{ state: 'waiting', report: shown }]);
    expect(await report.loadDraft()).toBeNull();
    expect(report.preview(draft).id).not.toBe(shown.id); // the next one is another
  });

  it('of a private window is in memory only', async () => {
    const { report } = await openOptionsDesk(tab(true));
    expect(report.isPrivate).toBe(true);
    await report.saveDraft(draft);
    const shown = report.preview(draft);
    await report.submit(shown);
    expect(await report.list()).toMatchObject([{ id: shown.id }]);
    expect(await listReports()).toEqual([]); // nothing in the database
    expect(await browser.storage.local.get(null)).toEqual({}); // nor in lasting storage
    expect(report.isSent).toBe(false);
    await report.remove(shown.id);
    expect(await report.list()).toEqual([]);
  });

  it('that is begun on one page stays about it', async () => {
    const first = await openOptionsDesk(tab(false));
    await first.report.saveDraft(draft);
    const elsewhere = await openOptionsDesk(
      () => ({ incognito: false, url: 'https://other.example/' }) as never,
    );
    const again = await elsewhere.report.loadDraft();
    expect(elsewhere.report.preview(again!).address).toBe('https://paper.example/town/story');
  });

  it('that cannot be kept is refused with a reason, and the draft stays', async () => {
    const { report } = await openOptionsDesk(tab(false));
    await report.saveDraft(draft);
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    expect(await report.submit(report.preview(draft))).toEqual({ status: 'not_kept', reason: 'full' });
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Closed', 'InvalidStateError');
    });
    expect(await report.submit(report.preview(draft))).toEqual({ status: 'not_kept', reason: 'closed' });
    expect(await report.loadDraft()).toMatchObject({ message: draft.message });
  });

  it('is marked as handed over, then as delivered', async () => {
    const { report } = await openOptionsDesk(tab(false));
    const shown = report.preview(draft);
    await report.submit(shown);
    expect(await report.mark(shown.id, 'handed_over')).toMatchObject({ state: 'handed_over' });
    await report.mark(shown.id, 'delivered');
    expect(await listReports()).toMatchObject([{ id: shown.id, state: 'delivered' }]);
    await expect(report.mark('nobody', 'delivered')).rejects.toThrow('No report nobody');
  });

  it.each([false, true])('and another of a second window both stay; private: %s', async incognito => {
    const [one, two] = [await openOptionsDesk(tab(incognito)), await openOptionsDesk(tab(incognito))];
    const shown = [one.report.preview(draft), two.report.preview(draft)] as const;
    await Promise.all([one.report.submit(shown[0]), two.report.submit(shown[1])]);
    const kept = (await one.report.list()).map(({ id }) => id);
    expect(kept.toSorted()).toEqual(shown.map(({ id }) => id).toSorted());
    await Promise.all([one.report.remove(shown[0].id), two.report.remove(shown[1].id)]);
    expect(await one.report.list()).toEqual([]);
  });
});

it('keeps the corrections of two articles apart that differ in the query of their address alone', async () => {
  vi.stubGlobal('location', { search: '' });
  const { corrections } = await openDesk('panel');
  const story = (query: string) =>
    articleFromText('The ferry sank.', { url: `https://paper.example/story${query}` });
  await corrections.add(story('?id=1'), { type: 'hide_player', name: 'Petra' });
  expect(await corrections.list(story('?id=2'))).toEqual([]);
  expect(await corrections.list(story('?id=1&utm_source=mail#top'))).toHaveLength(1);
});

it('takes back the correction the reader saw, whatever another window took back meanwhile', async () => {
  vi.stubGlobal('location', { search: '' });
  browser.tabs.query = vi.fn(async () => [{ id: 7, windowId: 1 }]) as never;
  const send = vi.fn(async () => ({ ok: null }));
  browser.runtime.sendMessage = send as never;
  const [{ corrections }, other] = [await openDesk('popup'), await openDesk('panel')];
  const article = articleFromText('The ferry sank.', { url: 'https://paper.example/ferry' });
  const [first, second, third] = ['Petra', 'Owen', 'Ida'].map(name => ({
    type: 'hide_player' as const,
    name,
  }));
  for (const correction of [first!, second!, third!]) await corrections.add(article, correction);
  expect(send).toHaveBeenLastCalledWith({ verb: 'reread', body: { tabId: 7 } });
  await other.corrections.undo(article, first!);
  expect(await corrections.undo(article, third!)).toEqual([second]);
  expect(await corrections.undo(article, third!)).toEqual([second]);
});

describe('reading', () => {
  const asked: object[] = [];
  const open = async () => {
    vi.stubGlobal('location', { search: '' });
    asked.length = 0;
    browser.runtime.sendMessage = vi.fn(async ({ body }: { body: { tabId: number } }) => {
      asked.push(body);
      return { ok: { status: 'not_article', tabId: body.tabId, url: '' } };
    }) as never;
    return openDesk('popup');
  };
  const front = (id: number): void => {
    browser.tabs.query = vi.fn(async () => [{ id, windowId: 1 }]) as never;
  };

  it('begins before there is a view, and is not asked for twice', async () => {
    front(7);
    const desk = await open();
    expect(asked).toEqual([{ tabId: 7, anyway: false }]);
    expect(await desk.read()).toMatchObject({ status: 'not_article', tabId: 7 });
    expect(asked).toHaveLength(1);
    await desk.read(); // the page may have changed by now
    expect(asked).toHaveLength(2);
  });

  it('is asked for anew when another tab came to the front, or the reader insists', async () => {
    front(7);
    const moved = await open();
    front(8);
    expect(await moved.read()).toMatchObject({ tabId: 8 });
    const insisted = await open();
    await insisted.read({ anyway: true });
    expect(asked).toEqual([
      { tabId: 8, anyway: false },
      { tabId: 8, anyway: true },
    ]);
  });

  it('says so to the view when it failed', async () => {
    front(7);
    vi.stubGlobal('location', { search: '' });
    browser.runtime.sendMessage = vi.fn(async () => ({ error: 'no answer' })) as never;
    const desk = await openDesk('popup');
    await expect(desk.read()).rejects.toThrow('no answer');
  });
});

it('a view hears what has changed about the tab it shows, and nothing of others', async () => {
  vi.stubGlobal('location', { search: '' });
  browser.tabs.query = vi.fn(async () => [{ id: 7, windowId: 1, url: 'https://paper.example/a' }]) as never;
  browser.runtime.sendMessage = vi.fn(async () => ({ ok: null })) as never;
  const desk = await openDesk('panel');
  const heard: string[] = [];
  const stop = desk.onTabChange(change => heard.push(change));
  const updated = (id: number, change: object) => fakeBrowser.tabs.onUpdated.trigger(id, change, {} as never);
  const activated = (tabId: number, windowId: number) =>
    fakeBrowser.tabs.onActivated.trigger({ tabId, windowId });
  const self = { id: browser.runtime.id, url: browser.runtime.getURL('') };
  const told = async (tabId: number) =>
    void (await fakeBrowser.runtime.onMessage.trigger(
      { verb: 'reread', body: { tabId } },
      self as never,
      () => undefined,
    ));

  const changes: [() => Promise<unknown>, string[]][] = [
    [() => updated(7, { status: 'loading' }), []],
    [() => updated(7, { url: 'https://paper.example/a#end' }), ['content']],
    [() => updated(7, { url: 'https://paper.example/b' }), ['address']],
    [() => updated(7, { title: 'B' }), ['content']],
    [() => updated(7, { status: 'complete' }), ['content']],
    [() => updated(8, { status: 'complete', url: 'https://paper.example/c' }), []],
    [() => activated(8, 2), []],
    [() => activated(8, 1), ['tab']],
    [() => desk.settings.set({ summaryLength: 'short' }), ['content']],
    [() => told(7), ['brief']],
    [() => told(8), []],
  ];
  for (const [change, expected] of changes) {
    heard.length = 0;
    await change();
    expect(heard).toEqual(expected);
  }
  stop();
  heard.length = 0;
  await activated(7, 1);
  await told(7);
  await desk.settings.set({ summaryLength: 'long' });
  expect(heard).toEqual([]);
});
