import browser from 'webextension-polyfill';
import { dropBrief, dropVerifyRequest } from './storage.ts';

/** The tab's address; "" where the browser does not tell it. */
export const tabUrl = async (tabId: number): Promise<string> =>
  (await browser.tabs.get(tabId).catch(() => null))?.url ?? '';

/** Forgets what belonged to a tab when it closes. Register at top level. */
export function dropBriefsOfClosedTabs(): void {
  browser.tabs.onRemoved.addListener(tabId => void Promise.all([dropBrief(tabId), dropVerifyRequest(tabId)]));
}
