import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser, whatToInstall, type BrowserName } from './browsers.ts';
import { buildFolder } from './build.ts';
import { GECKO_ID } from './gecko-id.ts';

/** Firefox gives every installation another internal address; this one is ours wherever we launch it. */
const GECKO_UUID = '7d1b6f52-0c3e-4f9a-9f0e-3c1a5be8d207';

/** How a browser is to be opened; by default as readers see it, with a profile of its own. */
export interface LaunchOptions {
  headless?: boolean;
  /** The built extension's folder, where it is not the usual one. */
  extension?: string;
  /** The profile's folder, kept after closing; without it a fresh one is used and removed. */
  profile?: string;
  /** Whether the extension was in that profile before: then it does not open its welcome page. */
  isKnown?: boolean;
  /** Leaves the welcome page open, which comes in front of every other. */
  keepWelcome?: boolean;
  /** `http://127.0.0.1:<port>`: everything goes through it, requests to this machine included. */
  proxy?: string;
  /** Takes any certificate: the tests stand in for hosts with one they made themselves. */
  anyCertificate?: boolean;
  /** The environment, where a window goes to another display. */
  env?: Record<string, string | undefined>;
  args?: string[];
  /** Firefox's preferences. */
  preferences?: Record<string, string | number | boolean>;
}

/** A browser with the extension in it. */
export interface Launched {
  name: BrowserName;
  browser: Browser;
  /** The extension's id: Chromium makes it from the build's path. */
  id: string;
  /** The address of one of the extension's own pages. */
  pageUrl: (path: string) => string;
}

/** Starts a browser with the built extension in it. Throws with what to install where there is no browser. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Launched> {
  const program = findBrowser(name);
  if (!program) throw new Error(whatToInstall([name]));
  const browser = await (name === 'chrome'
    ? launchChrome(program, options)
    : launchFirefox(program, options));
  const id = await browser.installExtension(resolve(options.extension ?? buildFolder(name)));
  const origin = name === 'chrome' ? `chrome-extension://${id}` : `moz-extension://${GECKO_UUID}`;
  const launched = { name, browser, id, pageUrl: (path: string) => `${origin}/${path}` };
  if (!options.isKnown) await welcomePage(launched, !options.keepWelcome);
  return launched;
}

const WELCOME_MAX_MS = 10_000;

/** Waits for the page that comes up after installing, and closes it, so that it does not come in front later. */
async function welcomePage({ browser, pageUrl }: Launched, close: boolean): Promise<void> {
  for (const end = Date.now() + WELCOME_MAX_MS; Date.now() < end;) {
    for (const page of await browser.pages()) {
      // Firefox does not tell the addresses of an extension's pages, but they know it themselves.
      const url = await page.evaluate(() => location.href).catch(() => '');
      if (url === pageUrl('welcome.html')) return close ? page.close() : undefined;
    }
    await new Promise(again => setTimeout(again, 50));
  }
  throw new Error('The welcome page did not come up');
}

function launchChrome(executablePath: string, options: LaunchOptions): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return puppeteer.launch({
    executablePath,
    headless: options.headless ?? true,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    ...(options.env ? { env: options.env } : {}),
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      ...(isRoot || options.headless !== false ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1280,900',
      ...(options.proxy ? [`--proxy-server=${options.proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
      ...(options.anyCertificate ? ['--ignore-certificate-errors'] : []),
      ...(options.args ?? []),
    ],
  });
}

function launchFirefox(executablePath: string, options: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    acceptInsecureCerts: options.anyCertificate ?? false,
    executablePath,
    headless: options.headless ?? true,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    ...(options.env ? { env: options.env } : {}),
    defaultViewport: null,
    args: ['--width=1280', '--height=900', '--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      // A temporary add-on keeps what it stored, as an installed one does.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.openPopupWithoutUserGesture.enabled': true,
      'browser.aboutwelcome.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      ...(options.proxy ? proxyPreferences(new URL(options.proxy)) : {}),
      ...options.preferences,
    },
  });
}

function proxyPreferences({ hostname, port }: URL): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': hostname,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': hostname,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}
