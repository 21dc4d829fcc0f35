import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer, ask, hear, tell } from '../../lib/browser/messages.ts';

const OWN_PAGE = { id: 'onix', url: 'chrome-extension://onix/popup.html' };
const CONTENT_SCRIPT = { id: 'onix', url: 'https://paper.example/story', tab: { id: 7 } };

function handlers() {
  return {
    pageLooked: vi.fn(async () => null),
    readTab: vi.fn(async () => ({ status: 'unreadable' as const, tabId: 1, reason: 'empty' as const })),
    reveal: vi.fn(async () => ({ status: 'moved' as const })),
    suggestQuestions: vi.fn(async () => []),
    answerQuestion: vi.fn(async () => null),
    clearMarks: vi.fn(async () => null),
    verifySelection: vi.fn(async () => ({ status: 'nothing_selected' as const, tabId: 1 })),
    lookOutside: vi.fn(async () => ({ status: 'empty' as const, source: 'who' as const, asOf: '' })),
    deliverReports: vi.fn(async () => null),
    stopLooking: vi.fn(async () => null),
  };
}

/** Delivers a message as the browser would, and returns the replies it got. */
async function deliver(message: unknown, sender: object): Promise<unknown[]> {
  const replies: unknown[] = [];
  void fakeBrowser.runtime.onMessage.trigger(
    message,
    sender as never,
    (reply: unknown) => void replies.push(reply),
  );
  await new Promise(resolve => setTimeout(resolve, 0));
  return replies;
}

describe('answer', () => {
  let on: ReturnType<typeof handlers>;
  beforeEach(() => {
    fakeBrowser.reset();
    vi.spyOn(browser.runtime, 'getURL').mockReturnValue('chrome-extension://onix/');
    Object.defineProperty(browser.runtime, 'id', { value: 'onix', configurable: true });
    on = handlers();
    answer(on);
  });

  it('answers our own pages', async () => {
    const replies = await deliver({ verb: 'readTab', body: { tabId: 1, anyway: false } }, OWN_PAGE);
    expect(replies).toEqual([{ ok: { status: 'unreadable', tabId: 1, reason: 'empty' } }]);
  });

  it('takes page news from a content script', async () => {
    await deliver({ verb: 'pageLooked', body: { isNews: true } }, CONTENT_SCRIPT);
    expect(on.pageLooked).toHaveBeenCalledOnce();
  });

  it.each([
    [
      'a view verb from a content script',
      { verb: 'readTab', body: { tabId: 1, anyway: false } },
      CONTENT_SCRIPT,
    ],
    [
      'another extension',
      { verb: 'readTab', body: { tabId: 1, anyway: false } },
      { ...OWN_PAGE, id: 'other' },
    ],
    ['an unknown verb', { verb: 'fetch', body: { url: 'https://paper.example' } }, OWN_PAGE],
    ['a verb of Object.prototype', { verb: 'toString', body: {} }, OWN_PAGE],
    ['no envelope', 'readTab', OWN_PAGE],
  ])('ignores %s', async (_case, message, sender) => {
    expect(await deliver(message, sender)).toEqual([]);
    for (const handle of Object.values(on)) expect(handle).not.toHaveBeenCalled();
  });

  it('refuses a body of the wrong shape with a reason', async () => {
    const [reply] = await deliver({ verb: 'readTab', body: { tabId: 'one' } }, OWN_PAGE);
    expect(reply).toHaveProperty('error');
    expect(on.readTab).not.toHaveBeenCalled();
  });
});

describe('ask', () => {
  it('asks a second time when the worker died while answering', async () => {
    const send = vi
      .spyOn(browser.runtime, 'sendMessage')
      .mockRejectedValueOnce(new Error('The message port closed before a response was received.'))
      .mockResolvedValueOnce({ ok: { status: 'moved' } });
    expect(await ask('reveal', { tabId: 1, places: [] })).toEqual({ status: 'moved' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('does not trust an answer of the wrong shape', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({ ok: { status: 'fine' } });
    await expect(ask('reveal', { tabId: 1, places: [] })).rejects.toThrow();
  });
});

describe('tell', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.spyOn(browser.runtime, 'getURL').mockReturnValue('chrome-extension://onix/');
    Object.defineProperty(browser.runtime, 'id', { value: 'onix', configurable: true });
  });

  it('is no error where no view is open', async () => {
    const send = vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('Nobody there'));
    tell('reread', { tabId: 7 });
    expect(send).toHaveBeenCalledWith({ verb: 'reread', body: { tabId: 7 } });
  });

  it('is heard of our own pages alone, until one stops', async () => {
    const heard = vi.fn<(news: { tabId: number }) => void>();
    const stop = hear('reread', heard);
    const news = { verb: 'reread', body: { tabId: 7 } };
    expect(await deliver(news, OWN_PAGE)).toEqual([]); // nobody answers
    await deliver(news, CONTENT_SCRIPT);
    await deliver(news, { ...OWN_PAGE, id: 'other' });
    await deliver({ ...news, body: { tabId: 'seven' } }, OWN_PAGE);
    await deliver({ verb: 'readTab', body: { tabId: 7, anyway: false } }, OWN_PAGE);
    stop();
    await deliver(news, OWN_PAGE);
    expect(heard.mock.calls).toEqual([[{ tabId: 7 }]]);
  });

  it('is nothing the background answers', async () => {
    const on = handlers();
    answer(on);
    expect(await deliver({ verb: 'reread', body: { tabId: 7 } }, OWN_PAGE)).toEqual([]);
  });
});
