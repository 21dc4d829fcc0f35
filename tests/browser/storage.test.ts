import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { articleFromText } from '../../lib/article/from-text.ts';
import { loadBrief, saveBrief, type TabBrief } from '../../lib/browser/storage.ts';

const tabBrief: TabBrief = {
  summaryLength: 'normal',
  brief: {
    version: 1,
    article: articleFromText('The bridge opened on Monday.'),
    summary: [{ start: 0, end: 28 }],
    players: [],
    claims: [],
    sourcing: { bySource: [], named: 0, unnamed: 0, documents: 0 },
    timeline: [],
    flags: [],
    offered: { names: 'full', claims: 'full', summary: 'full', ask: 'full' },
  },
  claimReviews: [],
  links: [],
};

beforeEach(() => fakeBrowser.reset());

describe('briefs', () => {
  it('are kept by tab', async () => {
    await saveBrief(3, tabBrief);
    expect(await loadBrief(3)).toEqual(tabBrief);
    expect(await loadBrief(4)).toBeNull();
  });

  it('of a broken shape count as none', async () => {
    await browser.storage.session.set({ 'brief:3': { ...tabBrief, brief: { version: 2 } } });
    expect(await loadBrief(3)).toBeNull();
  });

  it('make room for each other when the memory is full', async () => {
    await saveBrief(3, tabBrief);
    vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await saveBrief(4, tabBrief);
    expect(await loadBrief(3)).toBeNull();
    expect(await loadBrief(4)).toEqual(tabBrief);
  });
});
