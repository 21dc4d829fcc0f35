import browser from 'webextension-polyfill';
import { t } from './i18n.ts';

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
