import browser from 'webextension-polyfill';
import { dropBrief, dropVerifyRequest } from './storage.ts';

/** The tab's address; "" where the browser does not tell it. */
export const tabUrl = async (tabId: number): Promise<string> =>
  (await browser.tabs.get(tabId).catch(() => null))?.url ?? '';

/** Whether the tab is in a private window: then nothing of it is written to disk. */
export const isPrivate = async (tabId: number): Promise<boolean> =>
  (await browser.tabs.get(tabId).catch(() => null))?.incognito ?? false;

/** Forgets what belonged to a tab when it closes. Register at top level. */
export function dropBriefsOfClosedTabs(): void {
  browser.tabs.onRemoved.addListener(tabId => {
    // What could not be dropped goes with the browser.
    Promise.all([dropBrief(tabId), dropVerifyRequest(tabId)]).catch(() => undefined);
  });
}
