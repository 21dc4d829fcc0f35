import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearUnwantedBadges } from '../../lib/browser/badge.ts';
import { saveSettings, type Settings } from '../../lib/browser/settings.ts';

const TABS = [
  { id: 1, url: 'https://www.paper.example/story' },
  { id: 2, url: 'https://other.example/story' },
  { id: 3 }, // the browser does not tell its address
];

const texts = vi.fn(async () => undefined);

beforeEach(() => {
  fakeBrowser.reset();
  texts.mockClear();
  vi.spyOn(browser.tabs, 'query').mockResolvedValue(TABS as never);
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(texts);
  vi.spyOn(browser.action, 'setTitle').mockResolvedValue();
  clearUnwantedBadges();
});

describe('a badge goes from tabs that are open', () => {
  it.each<[string, Partial<Settings>, number[]]>([
    ['all of them where the badge is switched off', { badge: false }, [1, 2, 3]],
    ['all of them where no page is looked at', { detect: false }, [1, 2, 3]],
    ['those of a site that is left alone', { sitesOff: ['paper.example'] }, [1]],
    ['none where something else is set', { theme: 'dark' }, []],
  ])('%s', async (_case, patch, cleared) => {
    await saveSettings(patch);
    await vi.waitFor(() => expect(texts).toHaveBeenCalledTimes(cleared.length));
    expect(texts.mock.calls).toEqual(cleared.map(tabId => [{ tabId, text: '' }]));
  });
});
