import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { speak } from '../../lib/browser/i18n.ts';
import { addVerifyMenu } from '../../lib/browser/menus.ts';
import { saveSettings } from '../../lib/browser/settings.ts';

const entries = new Map<string, string>();
let isEverGone = false;

const contextMenus = {
  onClicked: { addListener: () => undefined },
  create: ({ id, title }: { id: string; title: string }) => {
    if (!entries.has(id)) entries.set(id, title); // else there is only an error to be looked up
  },
  update: async (id: string, { title }: { title: string }) => {
    if (entries.has(id)) entries.set(id, title); // else Firefox says nothing
  },
  removeAll: async () => {
    isEverGone ||= entries.size > 0;
    entries.clear();
  },
};

beforeEach(() => {
  fakeBrowser.reset();
  entries.clear();
  isEverGone = false;
  Object.assign(browser, { contextMenus });
  browser.i18n.getMessage = () => 'Verify with Onix';
  vi.stubGlobal('fetch', async (address: string) => {
    const message = address.includes('/de/') ? 'Mit Onix prüfen' : 'Vérifier avec Onix';
    return new Response(JSON.stringify({ menuVerify: { message } }));
  });
  addVerifyMenu(() => undefined);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await speak('browser');
});

it('is there after installing, and speaks another language without going meanwhile', async () => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
  await expect.poll(() => [...entries]).toEqual([['verify', 'Verify with Onix']]);
  await Promise.all([saveSettings({ language: 'de' }), saveSettings({ language: 'fr' })]);
  await expect.poll(() => [...entries]).toEqual([['verify', 'Vérifier avec Onix']]);
  expect(isEverGone).toBe(false); // a worker that died then would leave none
});
