import browser from 'webextension-polyfill';
import { dropBrief, dropPrivate, dropVerifyRequest, isPrivateNoted } from './storage.ts';

/** The tab's address; "" where the browser does not tell it. */
export const tabUrl = async (tabId: number): Promise<string> =>
  (await browser.tabs.get(tabId).catch(() => null))?.url ?? '';

/** Whether the tab's page is still to come in: what it shows meanwhile is not what the reader went to. */
export async function isOnItsWay(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.status === 'loading' && !/^https?:/.test(tab.url ?? '');
}

/** Whether the tab is in a private window: then nothing of it is written to disk. One that has gone may have been. */
export const isPrivate = async (tabId: number): Promise<boolean> =>
  (await browser.tabs.get(tabId).catch(() => null))?.incognito ?? true;

/** Forgets what belonged to a tab when it closes. Register at top level. */
export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener(tabId => void forgetTab(tabId));
}

/** Forgets what belonged to a tab and, where it was the last private one, to private windows. */
export async function forgetTab(tabId: number): Promise<void> {
  // What could not be dropped goes with the browser.
  await Promise.allSettled([dropBrief(tabId), dropVerifyRequest(tabId), forgetPrivate(tabId)]);
}

/** The same where it closed before what was kept of it was. */
export const forgetIfClosed = (tabId: number): Promise<unknown> =>
  browser.tabs.get(tabId).catch(() => forgetTab(tabId));

async function forgetPrivate(closed: number): Promise<void> {
  if (!(await isPrivateNoted())) return;
  const open = (await browser.tabs.query({})).filter(({ id }) => id !== closed); // a closing tab may still be listed
  if (!open.some(({ incognito }) => incognito)) await dropPrivate();
}
