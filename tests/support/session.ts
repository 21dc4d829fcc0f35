import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../scripts/browsers.ts';
import { launch, type Launched, type LaunchOptions } from '../../scripts/launch.ts';
import { EXTENSION, geckoWindow, WIDGET_ID, type GeckoWindow } from './gecko.ts';
import { startProxy, type RecordingProxy, type Service } from './proxy.ts';
import { geckoView, pageView, pause, waitFor, type View } from './view.ts';

/** The parts of the extension API the tests look through; the same names in both browsers. */
export interface ExtensionApi {
  tabs: {
    query: (filter: object) => Promise<{ id: number; windowId: number; url?: string; active: boolean }[]>;
  };
  action: { getBadgeText: (details: { tabId: number }) => Promise<string> };
  storage: Record<
    'local' | 'session',
    {
      get: (key?: string | null) => Promise<Record<string, unknown>>;
      set: (items: object) => Promise<void>;
      remove: (keys: string[]) => Promise<void>;
    }
  >;
  contextMenus: { update: (id: string, changes: object, done: () => void) => void };
  runtime: { lastError?: unknown; getManifest: () => { version: string } };
  sidePanel: { open: (options: { windowId: number }) => Promise<void> };
  windows: { create: (options: { url: string; incognito: boolean }) => Promise<unknown> };
}

/** What Chromium's own page of extensions does when a reader presses its switches. */
interface DeveloperPrivate {
  updateProfileConfiguration: (changes: { inDeveloperMode: boolean }) => Promise<void>;
  updateExtensionConfiguration: (changes: { extensionId: string; incognitoAccess: boolean }) => Promise<void>;
  reload: (extensionId: string) => Promise<void>;
}
declare const chrome: { developerPrivate: DeveloperPrivate };

/** `services`: hosts that the test stands in for; no other is ever reached. */
export type SessionOptions = LaunchOptions & { services?: Record<string, Service> };

/** A browser with the extension, whose every request is written down, handled the same in Chromium and Firefox. */
export class Session {
  readonly name: BrowserName;
  readonly proxy: RecordingProxy;
  readonly #profile: string;
  readonly #options: LaunchOptions;
  #launched: Launched;
  #gecko: GeckoWindow | undefined;
  #ownPage: Page | undefined;

  private constructor(launched: Launched, proxy: RecordingProxy, profile: string, options: LaunchOptions) {
    this.name = launched.name;
    this.proxy = proxy;
    this.#launched = launched;
    this.#profile = profile;
    this.#options = options;
  }

  static async start(
    name: BrowserName,
    { services = {}, ...options }: SessionOptions = {},
  ): Promise<Session> {
    const proxy = await startProxy(services);
    const profile = mkdtempSync(join(tmpdir(), `onix-${name}-`));
    const env = { ...process.env, LANGUAGE: 'en', ...options.env }; // the tests know the English words
    const anyCertificate = Object.keys(services).length > 0;
    const complete = { profile, proxy: proxy.url, anyCertificate, ...options, env };
    return new Session(await launch(name, complete), proxy, profile, complete);
  }

  get launched(): Launched {
    return this.#launched;
  }

  /** The extension's own address, as a page would see it. */
  pageUrl(path: string): string {
    return this.#launched.pageUrl(path);
  }

  /** Opens a page in a new tab in front; waits for nothing but the load. */
  async open(url: string): Promise<Page> {
    const page = await this.#launched.browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.bringToFront();
    return page;
  }

  /** The same for what tells of no load: a PDF, the browser's own pages. */
  async openUnloaded(url: string): Promise<Page> {
    const page = await this.#launched.browser.newPage();
    await page.goto(url, { waitUntil: [], timeout: 5_000 }).catch(() => undefined);
    await pause(1_000);
    await page.bringToFront();
    return page;
  }

  /** Presses the extension's button in the toolbar while `page` is in front; the real popup opens. */
  async openPopup(page: Page): Promise<View> {
    await page.bringToFront();
    if (this.name === 'firefox') return this.#openGeckoPopup();
    const extension = (await this.#launched.browser.extensions()).get(this.#launched.id);
    if (!extension) throw new Error('The extension is not installed');
    await page.triggerExtensionAction(extension);
    const target = await this.#launched.browser.waitForTarget(
      each => each.url() === this.pageUrl('popup.html'),
    );
    return pageView(await target.asPage());
  }

  async #openGeckoPopup(): Promise<View> {
    const gecko = await this.gecko();
    const element = `document.querySelector('browser.webextension-popup-browser')`;
    const close = async () => {
      await gecko.evaluate(`(async () => {
        const panel = ${element}?.closest('panel');
        panel?.hidePopup();
        while (panel?.isConnected && panel.state !== 'closed') await new Promise(r => setTimeout(r, 20));
      })()`);
    };
    await close(); // one that was left open
    await gecko.evaluate(`(async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      ExtensionParent.apiManager.global.browserActionFor(${EXTENSION}).triggerAction(window);
      // The view is loaded out of sight and moves into the panel; until then what one says to it is lost.
      while (${element}?.closest('panel')?.state !== 'open') await new Promise(r => setTimeout(r, 20));
    })()`);
    const view = geckoView(gecko, element, close);
    await waitFor(
      view,
      wanted => location.href.endsWith(wanted) && document.readyState === 'complete',
      'popup.html',
    );
    return view;
  }

  /** Opens Chromium's side panel or Firefox's sidebar beside `page`. */
  async openPanel(page: Page): Promise<View> {
    await page.bringToFront();
    if (this.name === 'firefox') {
      const gecko = await this.gecko();
      await gecko.evaluate(`SidebarController.show('${WIDGET_ID}-sidebar-action').then(() => 1)`);
      return this.panel();
    }
    const [tab] = await this.inExtension(api => api.tabs.query({ active: true }));
    await this.inExtension((api, windowId) => api.sidePanel.open({ windowId }), tab!.windowId);
    return this.panel();
  }

  /** The panel that is open already, or about to be, whoever opened it. */
  async panel(): Promise<View> {
    if (this.name === 'firefox') {
      const gecko = await this.gecko();
      const element = `SidebarController.browser.contentDocument.getElementById('webext-panels-browser')`;
      const view = geckoView(gecko, element, async () => {
        await gecko.evaluate('SidebarController.hide()');
      });
      await waitFor(
        view,
        wanted => location.href.includes(wanted) && document.readyState === 'complete',
        'sidepanel.html',
      );
      return view;
    }
    const target = await this.#launched.browser.waitForTarget(
      each => each.url() === this.pageUrl('sidepanel.html'),
    );
    const view = pageView(await target.asPage());
    await waitFor(view, () => innerWidth > 200); // right after opening it has no width yet
    return view;
  }

  /** Opens one of the extension's pages in a tab. */
  async openInTab(path: string): Promise<View> {
    return pageView(await this.#extensionPage(path, false));
  }

  async #extensionPage(path: string, background: boolean): Promise<Page> {
    const page = await this.#launched.browser.newPage({ type: 'tab', background });
    // Firefox tells of no load event in the extension's process.
    await page.goto(this.pageUrl(path), { waitUntil: this.name === 'firefox' ? [] : 'load' });
    await page.waitForFunction(
      wanted => location.href.endsWith(wanted) && document.readyState === 'complete',
      {},
      path,
    );
    return page;
  }

  /** Runs a function with the extension API, in a page of the extension that stays in the background. */
  async inExtension<Args extends unknown[], Answer>(
    run: (api: ExtensionApi, ...args: Args) => Promise<Answer>,
    ...args: Args
  ): Promise<Answer> {
    this.#ownPage ??= await this.#extensionPage('options.html', true);
    const call = `(${run.toString()})(${['globalThis.browser ?? globalThis.chrome', ...args.map(arg => JSON.stringify(arg))].join(', ')})`;
    return (await this.#ownPage.evaluate(call)) as Answer;
  }

  /** Waits until the extension, just installed, has put its item into the menu of selected text. */
  async untilMenuIsMade(): Promise<void> {
    const isMade = () =>
      this.inExtension(
        api =>
          new Promise<boolean>(done =>
            api.contextMenus.update('verify', {}, () => done(api.runtime.lastError === undefined)),
          ),
      );
    for (let tries = 0; !(await isMade()); tries++) {
      if (tries > 100) throw new Error('The extension made no menu item');
      await pause(100);
    }
  }

  /** What the toolbar button says about the tab that shows this address. */
  async badge(url: string): Promise<string> {
    return this.inExtension(async (api, wanted) => {
      const tab = (await api.tabs.query({})).find(each => each.url === wanted);
      return tab ? api.action.getBadgeText({ tabId: tab.id }) : 'no such tab';
    }, url);
  }

  /** Ends Chromium's service worker or Firefox's event page, as the browser does whenever it likes. */
  async killWorker(): Promise<void> {
    if (this.name === 'firefox') {
      await (await this.gecko()).evaluate(`${EXTENSION}.terminateBackground().then(() => 1)`);
      return;
    }
    // Closing the worker's target leaves what it was answering without an end; this is what the browser itself does.
    this.#ownPage ??= await this.#extensionPage('options.html', true);
    const devtools = await this.#ownPage.createCDPSession();
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    await devtools.detach();
    await pause(300); // the browser needs a moment to notice
  }

  /** Takes the network away from Chromium's service worker, or from all of Firefox, and gives it back. */
  async setOffline(isOffline: boolean): Promise<void> {
    if (this.name === 'firefox') {
      await (await this.gecko()).evaluate(`(Services.io.offline = ${isOffline}, 1)`);
      return;
    }
    const target = this.#launched.browser.targets().find(each => each.type() === 'service_worker');
    const worker = await target?.worker();
    await worker?.client.send('Network.emulateNetworkConditions', {
      offline: isOffline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  async isWorkerRunning(): Promise<boolean> {
    if (this.name === 'firefox')
      return (await (await this.gecko()).evaluate(`${EXTENSION}.backgroundState`)) === 'running';
    return this.#launched.browser.targets().some(each => each.type() === 'service_worker');
  }

  /** Closes the browser and starts it again with the same profile. */
  async restart(): Promise<void> {
    await this.#launched.browser.close();
    this.#gecko = undefined;
    this.#ownPage = undefined;
    this.#launched = await launch(this.name, { ...this.#options, isKnown: true });
  }

  /** Has the browser take the extension anew from its folder, as an update does. */
  async update(): Promise<void> {
    if (this.name === 'firefox') await this.#launched.browser.installExtension(this.#options.extension!);
    else await this.#manageInChromium(async id => chrome.developerPrivate.reload(id));
    this.#ownPage = undefined; // it went with the old version
  }

  /** Allows the extension in private windows, and opens an address in one; from then on that window is in front. */
  async openPrivately(url: string): Promise<Page> {
    if (this.name === 'firefox') return this.#openPrivatelyInFirefox(url);
    await this.#manageInChromium(async extensionId =>
      chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }),
    );
    this.#ownPage = undefined; // the switch starts the extension anew
    await this.inExtension((api, address) => api.windows.create({ url: address, incognito: true }), url);
    const target = await this.#launched.browser.waitForTarget(each => each.url() === url);
    const page = await target.page();
    await page!.waitForFunction(() => document.readyState === 'complete');
    return page!;
  }

  async #openPrivatelyInFirefox(url: string): Promise<Page> {
    await (
      await this.gecko()
    ).evaluate(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const { id } = ${EXTENSION};
      await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
      await (await AddonManager.getAddonByID(id)).reload();
      const opened = OpenBrowserWindow({ private: true });
      await new Promise(done => opened.addEventListener('load', done, { once: true }));
    })()`);
    [this.#gecko, this.#ownPage] = [undefined, undefined];
    for (;;) {
      const pages = await this.#launched.browser.pages();
      const page = pages.find(each => each.url() === 'about:privatebrowsing');
      await page?.goto(url, { waitUntil: 'load' });
      if (page) return page;
      await pause(50);
    }
  }

  /** Closes what `openPrivately` opened. */
  async closePrivately(page: Page): Promise<void> {
    if (this.name === 'firefox') await this.#ownPage?.close(); // opened in the window in front
    await page.close();
    [this.#gecko, this.#ownPage] = [undefined, undefined];
  }

  /** Runs a function in Chromium's own page of extensions; an unpacked one starts anew only in developer mode. */
  async #manageInChromium(run: (id: string) => Promise<void>): Promise<void> {
    const page = await this.#launched.browser.newPage();
    await page.goto('chrome://extensions/');
    await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
    await page.evaluate(run, this.#launched.id);
    await page.close();
  }

  /** Firefox alone: the browser's own window, the last that was opened when it is first asked for. */
  async gecko(): Promise<GeckoWindow> {
    this.#gecko ??= await geckoWindow(this.#launched.browser);
    return this.#gecko;
  }

  async close(): Promise<void> {
    await this.#launched.browser.close();
    await this.proxy.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
