import browser from 'webextension-polyfill';

/** Chrome's side panel, which the polyfill does not know. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

declare const chrome: { sidePanel?: SidePanel } | undefined;

const sidePanel = (): SidePanel | undefined => (typeof chrome === 'undefined' ? undefined : chrome.sidePanel);

/** Firefox for Android has neither a side panel nor a sidebar: there the popup does everything. */
export const hasPanel = (): boolean => sidePanel() !== undefined || browser.sidebarAction !== undefined;

/** Opens the side panel or sidebar. Call it first thing in the reader's click: the gesture is lost after an `await`. */
export function openPanel(windowId: number): void {
  const opened = sidePanel()?.open({ windowId }) ?? browser.sidebarAction?.open();
  // Without a gesture the browser refuses; the badge and the popup still lead there.
  opened?.catch(() => undefined);
}
