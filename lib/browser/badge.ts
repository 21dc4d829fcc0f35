import browser from 'webextension-polyfill';
import type { Tabs } from 'webextension-polyfill';
import { isOfSite } from '../text/address.ts';
import { t } from './i18n.ts';
import { onSettings, type Settings } from './settings.ts';

/** Says on the toolbar that the tab holds a news article. The browser takes it away when the tab goes elsewhere. */
export async function showBadge(tabId: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '●' }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#7a3b12' }),
    browser.action.setTitle({ tabId, title: t('badgeNews') }),
  ]).catch(() => undefined); // the tab may have gone meanwhile
}

/** Takes it away again. */
export async function clearBadge(tabId: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title: t('extensionName') }),
  ]).catch(() => undefined);
}

/** Takes it away from every open tab that the reader no longer wants marked. Register at top level. */
export function clearUnwantedBadges(): void {
  onSettings(settings => void clearUnwanted(settings).catch(() => undefined));
}

async function clearUnwanted(settings: Settings): Promise<void> {
  const tabs = await browser.tabs.query({});
  const unwanted = tabs.filter(tab => isUnwanted(tab, settings)).flatMap(({ id }) => id ?? []);
  await Promise.all(unwanted.map(clearBadge));
}

function isUnwanted({ url }: Tabs.Tab, { badge, detect, sitesOff }: Settings): boolean {
  const host = URL.parse(url ?? '')?.hostname;
  return !badge || !detect || (host !== undefined && sitesOff.some(site => isOfSite(host, site)));
}
