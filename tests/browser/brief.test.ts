import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { answer } from '../../lib/brief/ask.ts';
import { questionsOf, readTab, revealInTab } from '../../lib/browser/brief.ts';
import { saveBrief } from '../../lib/browser/storage.ts';
import { fingerprint } from '../../lib/text/fingerprint.ts';

const SELBY = 'The weir at Selby burst in March 2019.';

const save = (tabId: number, text: string) =>
  saveBrief(tabId, {
    summaryLength: 'normal',
    brief: analyse(articleFromText(text)),
    claimReviews: [],
    links: [],
  });

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('an article is made ready once for the questions asked of it', async () => {
  await save(3, SELBY);
  const questions = await questionsOf(3, fingerprint(SELBY));
  expect(await questionsOf(3, fingerprint(SELBY))).toBe(questions);
});

it('another article, or the same one read anew, is asked in its own words', async () => {
  const [ripon, leeds] = ['The weir at Ripon burst in June 2021.', 'The weir at Leeds burst in May 2022.'];
  await save(3, SELBY);
  await save(4, ripon);
  const place = async (tabId: number, shown: string) => {
    const questions = (await questionsOf(tabId, fingerprint(shown)))!;
    const [best] = answer(questions, 'Which weir burst?');
    return questions.doc.text.slice(best!.sentence.start, best!.sentence.end);
  };
  expect(await place(3, SELBY)).toMatch('Selby');
  expect(await place(4, ripon)).toMatch('Ripon');
  await save(3, leeds);
  expect(await place(3, leeds)).toMatch('Leeds');
  expect(await questionsOf(5, fingerprint(leeds))).toBeNull();
});

it('a view that shows another text than was read last has no answers of that', async () => {
  await save(3, SELBY);
  expect(await questionsOf(3, fingerprint(`Rain fell. ${SELBY}`))).toBeNull();
});

it('words are shown of the article they were read in, and of no other', async () => {
  await save(3, SELBY);
  const send = vi
    .spyOn(browser.tabs, 'sendMessage')
    .mockResolvedValue({ status: 'shown', count: 1, marked: true });
  const place = { start: 12, end: 17, words: 'Selby' };
  expect(await revealInTab(3, [place])).toMatchObject({ status: 'shown' });
  await save(3, 'The weir at Leeds burst in May 2022.');
  expect(await revealInTab(3, [place])).toEqual({ status: 'moved' });
  expect(send).toHaveBeenCalledTimes(1);
});

it.each([
  ['not_article', { status: 'not_article' }],
  ['empty', { status: 'unreadable', reason: 'frames' }],
  ['frames', { status: 'unreadable', reason: 'frames' }],
])('a page that shows another one in a frame says where that is: %s', async (status, reading) => {
  const frame = 'https://stories.example/weir';
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ status, frame });
  expect(await readTab(3, false)).toMatchObject({ ...reading, frame });
});

it.each([
  ['the browser’s own page, in whose place another is on its way', 'loading', 'about:blank', 'loading'],
  ['the browser’s own page, its address hidden', 'loading', undefined, 'loading'],
  ['a page that is there', 'complete', 'about:blank', 'empty'],
  ['a page whose pictures are on their way', 'loading', 'https://paper.example/a', 'empty'],
] as const)('what has not come in yet is awaited: %s', async (_case, status, url, reason) => {
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ status, url, incognito: false } as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ status: 'empty' });
  expect(await readTab(3, false)).toMatchObject({ status: 'unreadable', reason });
});

it('every view is told of a brief that is another than before, and of no other', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response()),
  );
  const told = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined);
  let text = SELBY;
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => ({
    status: 'ok',
    article: articleFromText(text),
    claimReviews: [],
    links: [],
  }));
  await readTab(3, false);
  await readTab(3, false);
  expect(told).toHaveBeenCalledTimes(1);
  text = 'The weir at Leeds burst in May 2022.';
  await readTab(3, false);
  expect(told).toHaveBeenCalledTimes(2);
  expect(told).toHaveBeenLastCalledWith({ verb: 'reread', body: { tabId: 3 } });
});

it('a page that hangs keeps no other waiting for the models', async () => {
  vi.resetModules(); // a worker that was just woken
  const woken = await import('../../lib/browser/brief.ts');
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response()),
  );
  const article = { ...articleFromText(SELBY), title: 'Weir bursts' };
  const hangs = new Promise(() => undefined);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async tabId =>
    tabId === 1 ? hangs : { status: 'ok', article, claimReviews: [], links: [] },
  );
  void woken.readTab(1, false);
  expect(await woken.readTab(2, false)).toMatchObject({
    status: 'ok',
    brief: { article: { title: 'Weir bursts' } },
  });
});

it('nothing of a tab that was closed while it was read stays in memory', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response()),
  );
  vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined);
  const tab = vi.spyOn(browser.tabs, 'get').mockResolvedValue({ id: 3, incognito: false } as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => {
    await vi.waitFor(() => expect(tab).toHaveBeenCalled());
    tab.mockRejectedValue(new Error('No tab with id: 3'));
    return { status: 'ok', article: articleFromText(SELBY), claimReviews: [], links: [] };
  });
  const kept = vi.spyOn(browser.storage.session, 'set');
  expect(await readTab(3, false)).toMatchObject({ status: 'ok' });
  await vi.waitFor(() => expect(kept).toHaveBeenCalled());
  await vi.waitFor(async () => expect(await browser.storage.session.get(null)).toEqual({}));
});
