import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readPage, revealOnPage, Unreachable } from '../../lib/browser/reader.ts';

const NOBODY = new Error('Could not establish connection. Receiving end does not exist.');
const REFUSED = new Error('Cannot access contents of the page.');

/** A browser in which the page is in the state given; everything not mocked throws. */
function given({ tab, mayRead }: { tab: { url?: string } | null; mayRead: boolean }): void {
  vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(NOBODY);
  browser.scripting.executeScript = vi.fn(async () => Promise.reject(REFUSED));
  browser.scripting.insertCSS = vi.fn(async () => undefined);
  browser.permissions.contains = vi.fn(async () => mayRead);
  browser.tabs.get = vi.fn(async () =>
    tab ? { id: 5, ...tab } : Promise.reject(new Error('No tab')),
  ) as never;
}

const block = (start: number, end: number) => ({ start, end, kind: 'paragraph' });

/** What the reader script says of an article. */
function read(article: object) {
  const usual = {
    title: 'A storm',
    language: 'en',
    type: 'news',
    text: 'It rained.',
    blocks: [block(0, 10)],
  };
  return { status: 'ok', article: { ...usual, ...article }, claimReviews: [], links: [] };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('a page that cannot be reached says why', () => {
  it.each([
    ['a settings page', { url: 'about:config' }, true, 'restricted'],
    ['an extension store', { url: 'https://addons.example/' }, true, 'restricted'],
    ['access withdrawn, address hidden', {}, false, 'no_permission'],
    ['access withdrawn, address known', { url: 'https://paper.example/a' }, false, 'no_permission'],
    ['an address hidden for another reason', {}, true, 'restricted'],
    ['the PDF viewer', { url: 'https://paper.example/report.PDF?page=2' }, true, 'pdf'],
    ['a closed tab', null, true, 'closed'],
  ] as const)('%s', async (_case, tab, mayRead, reason) => {
    given({ tab, mayRead });
    await expect(readPage(5, false)).rejects.toMatchObject({ reason });
    await expect(readPage(5, false)).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('the reader script', () => {
  it('is injected only where it does not answer yet', async () => {
    given({ tab: { url: 'https://paper.example/a' }, mayRead: true });
    const inject = vi.fn(async () => []);
    browser.scripting.executeScript = inject as never;
    vi.spyOn(browser.tabs, 'sendMessage')
      .mockRejectedValueOnce(NOBODY)
      .mockResolvedValue({ status: 'empty' });
    expect(await readPage(5, false)).toEqual({ status: 'empty' });
    expect(await readPage(5, false)).toEqual({ status: 'empty' });
    expect(inject).toHaveBeenCalledOnce();
  });

  it('is asked after no more once it is there', async () => {
    vi.useFakeTimers();
    given({ tab: { url: 'https://paper.example/a' }, mayRead: true });
    browser.scripting.executeScript = vi.fn(async () => [{ frameId: 0, result: read({}) }]) as never;
    const asked = vi.spyOn(browser.tabs, 'get');
    await readPage(5, false);
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(asked).not.toHaveBeenCalled();
  });

  it('answers with what it reads when it is put there', async () => {
    given({ tab: { url: 'https://paper.example/a' }, mayRead: true });
    browser.scripting.executeScript = vi.fn(async () => [{ frameId: 0, result: read({}) }]) as never;
    const ordered = vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(NOBODY);
    expect(await readPage(5, false)).toMatchObject({ status: 'ok', article: { title: 'A storm' } });
    expect(ordered).toHaveBeenCalledOnce();
  });

  it('is asked again where it found no article and the page is to be read anyway', async () => {
    given({ tab: { url: 'https://paper.example/a' }, mayRead: true });
    const found = { status: 'not_article' };
    browser.scripting.executeScript = vi.fn(async () => [{ frameId: 0, result: found }]) as never;
    vi.spyOn(browser.tabs, 'sendMessage')
      .mockRejectedValueOnce(NOBODY)
      .mockRejectedValueOnce(NOBODY)
      .mockResolvedValueOnce(read({}));
    expect(await readPage(5, false)).toEqual(found);
    expect(await readPage(5, true)).toMatchObject({ status: 'ok' });
  });

  it('is put there before it is known whether it is there, if nobody can know', async () => {
    given({ tab: { url: 'https://paper.example/a' }, mayRead: true });
    const inject = vi.fn(async () => Promise.reject(REFUSED));
    browser.scripting.executeScript = inject as never;
    vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ status: 'empty' });
    expect(await readPage(5, false, true)).toEqual({ status: 'empty' });
    expect(inject).toHaveBeenCalledOnce();
  });

  it.each([
    ['an article of the wrong shape', { status: 'ok', article: { text: 7 }, claimReviews: [] }],
    ['blocks beyond the text', read({ blocks: [{ start: 0, end: 99, kind: 'paragraph' }] })],
    ['blocks over each other', read({ blocks: [block(0, 6), block(3, 9)] })],
    ['a status nobody knows', { status: 'fine' }],
    ['nothing', undefined],
  ])('is not trusted: %s', async (_case, reply) => {
    given({ tab: { url: 'https://paper.example/a' }, mayRead: true });
    browser.scripting.executeScript = vi.fn(async () => []) as never;
    vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(reply);
    await expect(readPage(5, false)).rejects.toThrow();
  });

  it.each([
    ['a text of megabytes', { text: 'x'.repeat(600_000), blocks: [] }],
    ['a headline of megabytes', { title: 'x'.repeat(600_000) }],
    ['captions without end', { captions: Array.from({ length: 20_000 }, () => ({ text: 'a caption' })) }],
  ])('is not followed into %s', async (_case, article) => {
    given({ tab: { url: 'https://paper.example/a' }, mayRead: true });
    vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(read(article));
    expect(await readPage(5, false)).toEqual({ status: 'too_large' });
  });

  it('brings as many claim reviews as fit', async () => {
    given({ tab: { url: 'https://paper.example/a' }, mayRead: true });
    const reviews = [{ name: 'one' }, 'x'.repeat(150_000), 'x'.repeat(150_000), { name: 'four' }];
    vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ...read({}), claimReviews: reviews });
    expect(await readPage(5, false)).toMatchObject({ claimReviews: reviews.slice(0, 2) });
  });

  it('answers a reveal', async () => {
    given({ tab: { url: 'https://paper.example/a' }, mayRead: true });
    vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ status: 'shown', count: 2, marked: true });
    expect(await revealOnPage(5, [], true)).toEqual({ status: 'shown', count: 2, marked: true });
  });
});
