import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { answer } from '../../lib/brief/ask.ts';
import { questionsOf, revealInTab } from '../../lib/browser/brief.ts';
import { saveBrief } from '../../lib/browser/storage.ts';

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
  await save(3, 'The weir at Selby burst in March 2019.');
  const questions = await questionsOf(3);
  expect(await questionsOf(3)).toBe(questions);
});

it('another article, or the same one read anew, is asked in its own words', async () => {
  await save(3, 'The weir at Selby burst in March 2019.');
  await save(4, 'The weir at Ripon burst in June 2021.');
  const place = async (tabId: number) => {
    const questions = (await questionsOf(tabId))!;
    const [best] = answer(questions, 'Which weir burst?');
    return questions.doc.text.slice(best!.sentence.start, best!.sentence.end);
  };
  expect(await place(3)).toMatch('Selby');
  expect(await place(4)).toMatch('Ripon');
  await save(3, 'The weir at Leeds burst in May 2022.');
  expect(await place(3)).toMatch('Leeds');
  expect(await questionsOf(5)).toBeNull();
});

it('words are shown of the article they were read in, and of no other', async () => {
  await save(3, 'The weir at Selby burst in March 2019.');
  const send = vi
    .spyOn(browser.tabs, 'sendMessage')
    .mockResolvedValue({ status: 'shown', count: 1, marked: true });
  const place = { start: 12, end: 17, words: 'Selby' };
  expect(await revealInTab(3, [place])).toMatchObject({ status: 'shown' });
  await save(3, 'The weir at Leeds burst in May 2022.');
  expect(await revealInTab(3, [place])).toEqual({ status: 'moved' });
  expect(send).toHaveBeenCalledTimes(1);
});

it('a page that hangs keeps no other waiting for the models', async () => {
  vi.resetModules(); // a worker that was just woken
  const { readTab } = await import('../../lib/browser/brief.ts');
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response()),
  );
  const article = { ...articleFromText('The weir at Selby burst in March 2019.'), title: 'Weir bursts' };
  const hangs = new Promise(() => undefined);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async tabId =>
    tabId === 1 ? hangs : { status: 'ok', article, claimReviews: [], links: [] },
  );
  void readTab(1, false);
  expect(await readTab(2, false)).toMatchObject({
    status: 'ok',
    brief: { article: { title: 'Weir bursts' } },
  });
});
