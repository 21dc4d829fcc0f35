import browser from 'webextension-polyfill';
import type { Tabs } from 'webextension-polyfill';
import { withoutHash } from '../text/address.ts';
import { hear } from './messages.ts';
import { onSettings } from './settings.ts';

/**
 * Another tab is active; this one shows another address; the page or the settings it is read by have changed; another
 * view has read the page anew or corrected its brief.
 */
export type TabChange = 'tab' | 'address' | 'content' | 'brief';

/**
 * Calls back when the window shows another tab, or its tab another page, or a page has come in or renamed itself, or
 * the settings have changed, or another view knows more of the tab. What other windows do is not its business. Returns
 * how to stop.
 */
export function onTabChange(
  current: () => Tabs.Tab | null,
  ownWindow: number | undefined,
  listener: (change: TabChange) => void,
): () => void {
  const activated = ({ windowId }: Tabs.OnActivatedActiveInfoType) => {
    if (windowId === ownWindow) listener('tab');
  };
  const updated = (id: number, { status, title, url }: Tabs.OnUpdatedChangeInfoType) => {
    if (id !== current()?.id) return;
    const isOther = url !== undefined && withoutHash(url) !== withoutHash(current()?.url ?? '');
    if (isOther) listener('address');
    else if (status === 'complete' || title !== undefined || url !== undefined) listener('content');
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  const stops = [
    onSettings(() => listener('content')), // of the same page another summary, perhaps
    hear('reread', ({ tabId }) => {
      if (tabId === current()?.id) listener('brief');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
