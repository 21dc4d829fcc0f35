import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadDraft, saveDraft } from '../../lib/browser/draft.ts';
import type { ReportDraft } from '../../lib/report/report.ts';

const draft: ReportDraft = {
  kind: 'other',
  item: { type: 'brief', label: 'The whole brief' },
  message: 'Half',
  address: 'host',
  includeWords: false,
};
const more = { ...draft, message: 'Half a sentence' };

/** What a view can write down at once. */
let notes: Map<string, string>;

beforeEach(() => {
  fakeBrowser.reset();
  notes = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => notes.get(key) ?? null,
    setItem: (key: string, value: string) => void notes.set(key, value),
    removeItem: (key: string) => void notes.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** As if the view were closed while it stores something: that never comes to an end, nor to pass. */
const loseWhatIsStored = () => {
  vi.spyOn(browser.storage.local, 'set').mockReturnValueOnce(new Promise(() => undefined));
  vi.spyOn(browser.storage.local, 'remove').mockReturnValueOnce(new Promise(() => undefined));
};

describe('the draft of a report', () => {
  it('survives, and goes when dropped', async () => {
    await saveDraft(draft, false);
    expect(await loadDraft(false)).toEqual(draft);
    await saveDraft(null, false);
    expect(await loadDraft(false)).toBeNull();
    expect(notes.size).toBe(0);
  });

  it('survives a view that is closed before it was stored', async () => {
    await saveDraft(draft, false);
    loseWhatIsStored();
    void saveDraft(more, false);
    expect(await loadDraft(false)).toEqual(more);
    expect(await browser.storage.local.get('draft')).toEqual({ draft: more });
    expect(notes.size).toBe(0);
  });

  it('stays dropped when the view is closed with that', async () => {
    await saveDraft(draft, false);
    loseWhatIsStored();
    void saveDraft(null, false);
    expect(await loadDraft(false)).toBeNull();
    expect(await browser.storage.local.get('draft')).toEqual({});
  });

  it('keeps the later of two changes, whichever is stored first', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    vi.spyOn(browser.storage.local, 'set').mockReturnValueOnce(promise);
    const first = saveDraft(draft, false);
    loseWhatIsStored();
    void saveDraft(more, false);
    resolve();
    await first;
    expect(await loadDraft(false)).toEqual(more);
  });

  it.each(['', '{', '7', '{"message":"Half"}'])('counts for nothing where the note says %j', async note => {
    await saveDraft(draft, false);
    notes.set('draft', note);
    expect(await loadDraft(false)).toEqual(draft);
  });

  it('is stored where nothing can be written down at once', async () => {
    vi.stubGlobal('localStorage', undefined);
    await saveDraft(draft, false);
    expect(await loadDraft(false)).toEqual(draft);
  });

  it('of a private window is never written to disk', async () => {
    const write = vi.spyOn(notes, 'set');
    await saveDraft(draft, true);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(write).not.toHaveBeenCalled();
    expect(await loadDraft(true)).toEqual(draft);
  });
});
