import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { serialised } from '../support/article-page.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { selectWords } from '../support/right-click.ts';
import type { Session } from '../support/session.ts';
import { pause, waitFor, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

/** Hosts the browsers call for themselves, with or without an extension. */
const BROWSERS_OWN = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'update.googleapis.com',
  'firefox.settings.services.mozilla.com',
  'content-signature-2.cdn.mozilla.net',
]);

describe.each(BROWSERS)('a whole reading session in %s', name => {
  const here = startReading(name, { opens: '/sample/' });
  beforeAll(async () => {
    await observeChanges(here.page);
    await readEverything(here.session, here.page);
  });

  it('sends no request', () => {
    const asked = here.session.proxy.requests.filter(request => !BROWSERS_OWN.has(hostOf(request)));
    expect(asked.filter(request => !request.endsWith('/favicon.ico'))).toEqual([
      `GET ${here.origin}/sample/`,
    ]);
  });

  it('would have been caught had it sent one', async () => {
    await here.session.inExtension(async () => {
      await fetch('http://collector.example/').catch(() => null);
    });
    await here.page.evaluate(() => fetch('http://collector.example/from-page').catch(() => null));
    expect(here.session.proxy.requests).toContain('GET http://collector.example/from-page');
    // The extension's own policy stops it before the network does.
    expect(here.session.proxy.requests).not.toContain('GET http://collector.example/');
  });

  it('leaves the page exactly as it was', async () => {
    expect(await changes(here.page)).toEqual([]);
    const { now, sent } = await serialised(here.page);
    expect(now).toBe(sent);
  });

  it('leaves nothing in the page for it to see', async () => {
    const traces = await here.page.evaluate(() => ({
      marks: CSS.highlights.size,
      names: Object.keys(globalThis).filter(key => /onix/i.test(key)),
      measures: performance.getEntriesByType('measure').length + performance.getEntriesByType('mark').length,
      storage: localStorage.length + sessionStorage.length,
    }));
    expect(traces).toEqual({ marks: 0, names: [], measures: 0, storage: 0 });
  });
});

/** Popup, tabs, marks, a verified selection, a report, the panel: everything a reader can do. */
async function readEverything(session: Session, page: Page): Promise<void> {
  const popup = await session.openPopup(page);
  await waitUntilSettled(popup);
  for (const tab of ['tabPlayers', 'tabClaims', 'tabNext', 'tabSummary'] as const) {
    await popup.press(words(tab));
    await popup.pressAt('#tabpanel .show');
    await waitFor(popup, () => document.querySelector('.tour:not(.idle)'));
  }
  await popup.press(words('tourClear'));
  await popup.press(words('remember'));
  await waitForWords(popup, words('rememberedNow'));
  await popup.press(words('reportProblem'));
  await popup.pressAt('form button[type="submit"]');
  await waitForWords(popup, words('reportThanks'));
  await popup.close();

  await selectWords(page, 'The ferries carry some 240,000 passengers a year');
  const panel = await session.openPanel(page);
  await waitUntilSettled(panel);
  await panel.press(words('verifySelection'));
  await waitForWords(panel, words('verifyTitle'));
  await waitUntilSettled(panel);
  await panel.close();
  const options = await session.openInTab('options.html');
  await waitForWords(options, words('settingsTitle'));
  await options.close();
  await page.bringToFront();
}

describe.each(BROWSERS)('a background in %s', name => {
  const here = startReading(name);

  it('sleeps on while a view notes where its reader is, and wakes for a setting', async () => {
    const { session } = here;
    const { settings } = await session.inExtension(api => api.storage.local.get('settings'));
    await session.killWorker();
    await session.inExtension(api => api.storage.session.set({ 'view:panel': { scrollPx: 40 } }));
    await pause(1_000); // time enough to wake
    expect(await session.isWorkerRunning()).toBe(false);
    await session.inExtension((api, last) => api.storage.local.set({ settings: { ...last, marks: false } }), {
      ...(settings as object),
    });
    await expect.poll(() => session.isWorkerRunning(), { timeout: 10_000 }).toBe(true);
  });
});

/** From now on every change of the page's DOM is noted by the page itself. */
async function observeChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: string[] = [];
    Object.assign(globalThis, { noted });
    new MutationObserver(records => {
      for (const record of records) noted.push(`${record.type} of ${record.target.nodeName}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

function changes(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted);
}

function hostOf(request: string): string {
  const [method, address = ''] = request.split(' ');
  return method === 'CONNECT' ? address.replace(/:\d+$/, '') : new URL(address).hostname;
}
