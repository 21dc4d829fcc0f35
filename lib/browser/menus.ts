import browser from 'webextension-polyfill';
import type { Menus, Tabs } from 'webextension-polyfill';
import { t } from './i18n.ts';

const VERIFY = 'verify';

/**
 * Puts "Verify with Onix" into the menu of selected text. `onVerify` runs inside the reader's click, so whatever
 * needs the gesture must come before its first `await`. Register at top level.
 */
export function addVerifyMenu(onVerify: (info: Menus.OnClickData, tab: Tabs.Tab) => void): void {
  const create = () => {
    // Entries outlive the worker; made anew so that an update or another language shows.
    void browser.contextMenus
      ?.removeAll()
      .then(() =>
        browser.contextMenus.create({ id: VERIFY, title: t('menuVerify'), contexts: ['selection'] }),
      );
  };
  browser.runtime.onInstalled.addListener(create);
  browser.runtime.onStartup.addListener(create);
  // Firefox for Android has no menus.
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (info.menuItemId === VERIFY && tab) onVerify(info, tab);
  });
}
