import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { notePrivate } from '../../lib/browser/storage.ts';
import { forgetTab } from '../../lib/browser/tabs.ts';

const WRITTEN = {
  'brief:3': 'of an open tab',
  'brief:4': 'of the tab that closes',
  draft: 'half a report',
  privateReports: ['a report'],
  'corrections:https://paper.example/story': ['hidden'],
  'view:popup': { question: 'Who paid?' },
  'outside:cache:https://service.example/?q=words': 'an answer',
};

const openTabs = (...tabs: { id: number; incognito: boolean }[]) =>
  vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabs as never);

const inMemory = async () => Object.keys(await browser.storage.session.get(null));

beforeEach(async () => {
  fakeBrowser.reset();
  await browser.storage.session.set(WRITTEN);
});

describe('when the last private tab closes', () => {
  it('nothing of private windows is left, though the browser still lists the tab', async () => {
    await notePrivate();
    openTabs({ id: 3, incognito: false }, { id: 4, incognito: true });
    await forgetTab(4);
    expect(await inMemory()).toEqual(['brief:3']);
  });
});

describe('all but the brief of the closed tab stays', () => {
  const rest = Object.keys(WRITTEN).filter(key => key !== 'brief:4');

  it('while another private tab is open', async () => {
    await notePrivate();
    openTabs({ id: 3, incognito: false }, { id: 5, incognito: true });
    await forgetTab(4);
    expect(await inMemory()).toEqual([...rest, 'private']);
  });

  it('where nothing was read in a private window', async () => {
    openTabs({ id: 3, incognito: false });
    await forgetTab(4);
    expect(await inMemory()).toEqual(rest);
  });
});
