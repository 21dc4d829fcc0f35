import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { articleFromText } from '../../lib/article/from-text.ts';
import {
  DEFAULT_SETTINGS,
  loadBrief,
  loadDraft,
  loadSettings,
  saveBrief,
  saveDraft,
  saveSettings,
  type TabBrief,
} from '../../lib/browser/storage.ts';

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

describe('settings', () => {
  it('start at the defaults', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('keep what was changed', async () => {
    await saveSettings({ theme: 'dark', sitesOff: ['paper.example'] });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', sitesOff: ['paper.example'] });
  });

  it('fill in a setting that an older version did not have', async () => {
    await browser.storage.local.set({ settings: { version: 1, detect: false } });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, detect: false });
  });

  it.each([
    ['a string', 'broken'],
    ['a wrong type', { theme: 7 }],
    ['null', null],
  ])('fall back to the defaults on %s', async (_case, settings) => {
    await browser.storage.local.set({ settings });
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });
});

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

describe('the draft of a report', () => {
  const draft = {
    kind: 'other' as const,
    item: { type: 'brief' as const, label: 'The whole brief' },
    message: 'Half',
    address: 'host' as const,
    includeWords: false,
  };

  it('survives, and goes when dropped', async () => {
    await saveDraft(draft, false);
    expect(await loadDraft(false)).toEqual(draft);
    await saveDraft(null, false);
    expect(await loadDraft(false)).toBeNull();
  });

  it('of a private window is never written to disk', async () => {
    await saveDraft(draft, true);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await loadDraft(true)).toEqual(draft);
  });
});
