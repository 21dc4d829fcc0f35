import browser from 'webextension-polyfill';
import type { Menus, Tabs } from 'webextension-polyfill';
import { speak, t } from './i18n.ts';
import { loadSettings, onSettings } from './settings.ts';
import { VERIFY_COMMAND } from './shortcuts.ts';

const VERIFY = 'verify';

/** Firefox for Android has none, and no shortcuts either. */
export const hasMenus = (): boolean => browser.contextMenus !== undefined;

/**
 * Puts "Verify with Onix" into the menu of selected text. `onVerify` runs inside the reader's click, so whatever
 * needs the gesture must come before its first `await`. Register at top level.
 */
export function addVerifyMenu(onVerify: (info: Menus.OnClickData, tab: Tabs.Tab) => void): void {
  const make = async () => {
    await speak((await loadSettings()).language);
    const entry = { title: t('menuVerify'), contexts: ['selection' as const] };
    // It outlives the worker; where it is there already, an update or another language gives it other words.
    browser.contextMenus?.create({ id: VERIFY, ...entry }, () => void browser.runtime.lastError);
    await browser.contextMenus?.update(VERIFY, entry);
  };
  const create = () => void make().catch(() => undefined); // the next start makes it
  browser.runtime.onInstalled.addListener(create);
  browser.runtime.onStartup.addListener(create);
  onSettings(create);
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (info.menuItemId === VERIFY && tab) onVerify(info, tab);
  });
}

/** The shortcut for the same. Runs inside the reader's key press. Register at top level. */
export function onVerifyShortcut(onVerify: (tab: Tabs.Tab) => void): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === VERIFY_COMMAND && tab) onVerify(tab);
  });
}
