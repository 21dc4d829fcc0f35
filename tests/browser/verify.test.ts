import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { articleFromText } from '../../lib/article/from-text.ts';
import type { ReaderOrder } from '../../lib/browser/reader.ts';
import { loadVerifyRequest, saveVerifyRequest } from '../../lib/browser/storage.ts';
import { verifyClaim, verifySelection } from '../../lib/browser/verify.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response()),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Has the page of every tab say this from now on. */
function pageSays(...paragraphs: string[]) {
  const article = articleFromText(paragraphs.join('\n\n'));
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({
    status: 'ok',
    article,
    claimReviews: [],
    links: [],
  });
  return article.text;
}

const REEVE = 'The weir will hold, Reeve said on Monday.';
const PIKE = 'The weir will not hold, Pike said on Monday.';
const asShown = (text: string, words: string) => ({ start: text.indexOf(words), words });

it('a claim is verified by the words it was shown with, wherever the page has them by now', async () => {
  const claim = asShown(pageSays(REEVE), 'The weir will hold');
  expect(await verifyClaim(1, claim)).toMatchObject({ status: 'ok', selection: 'The weir will hold' });
  const text = pageSays(PIKE, REEVE); // now the first claim is another one's
  expect(await verifyClaim(1, claim)).toMatchObject({
    status: 'ok',
    selection: 'The weir will hold',
    span: { start: text.indexOf('The weir will hold') },
  });
});

it('no other claim is verified in place of one that is gone, or that stands there twice', async () => {
  const claim = asShown(pageSays(REEVE), 'The weir will hold');
  pageSays(PIKE);
  expect(await verifyClaim(1, claim)).toEqual({ status: 'moved', tabId: 1 });
  pageSays(PIKE, REEVE, 'Nothing else is known.', REEVE);
  expect(await verifyClaim(1, claim)).toEqual({ status: 'moved', tabId: 1 });
});

it('why a page cannot be read any more is told', async () => {
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ status: 'too_large' });
  expect(await verifyClaim(1, { start: 0, words: 'The weir will hold' })).toEqual({
    status: 'unreadable',
    tabId: 1,
    reason: 'too_large',
  });
});

it('a page whose text is in a frame says where that is', async () => {
  const frame = 'https://stories.example/weir';
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ status: 'empty', frame });
  expect(await verifyClaim(1, { start: 0, words: 'The weir will hold' })).toMatchObject({
    status: 'unreadable',
    reason: 'frames',
    frame,
  });
});

it('words of a second right-click wait on while those of the first are verified', async () => {
  const article = articleFromText(`${REEVE}\n\n${PIKE}`);
  const [first, second] = ['The weir will hold', 'The weir will not hold'];
  let isSecond = false;
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (tabId, order) => {
    if ((order as ReaderOrder).order !== 'selection')
      return { status: 'ok', article, claimReviews: [], links: [] };
    if (!isSecond) await saveVerifyRequest({ tabId, text: second });
    isSecond = true;
    return { text: '', span: null };
  });
  await saveVerifyRequest({ tabId: 1, text: first });
  expect(await verifySelection(1)).toMatchObject({ status: 'ok', selection: first });
  expect(await verifySelection(1)).toMatchObject({ status: 'ok', selection: second });
  expect(await loadVerifyRequest(1)).toBeNull();
});
