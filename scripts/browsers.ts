/**
 * Finds the browsers Onix is tried and tested in, and gets them where they are missing.
 * Run directly it says what it found: `node scripts/browsers.ts`.
 */
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { Browser, Cache, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { run } from './command.ts';

/** The browsers Onix is built for. */
export type BrowserName = 'chrome' | 'firefox';

const CACHE_DIR = resolve('.browsers');

/** Where each browser usually lives; the first that exists is taken. `~` is the home directory. */
const USUAL_PLACES: Record<BrowserName, Partial<Record<NodeJS.Platform, string[]>>> = {
  chrome: {
    linux: ['/usr/bin/chromium', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome'],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
      'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
      '~/AppData/Local/Google/Chrome/Application/chrome.exe',
      'C:/Program Files/Chromium/Application/chrome.exe',
    ],
  },
  firefox: {
    linux: ['/usr/bin/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'],
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '~/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    win32: [
      'C:/Program Files/Mozilla Firefox/firefox.exe',
      'C:/Program Files (x86)/Mozilla Firefox/firefox.exe',
    ],
  },
};

const COMMANDS: Record<BrowserName, string[]> = {
  chrome: ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

const VARIABLE: Record<BrowserName, string> = { chrome: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** Fonts are named: without them Debian's browsers draw pages with no words. */
const DEBIAN_PACKAGES = [
  'chromium',
  'firefox-esr',
  'xvfb',
  'xdotool',
  'imagemagick',
  'fonts-liberation',
  'fonts-dejavu-core',
  'fonts-noto-color-emoji',
];

/** What a test of a real right click in a real window needs beside a browser. */
const DESKTOP_COMMANDS = ['Xvfb', 'xdotool', 'import'];

/** The browser's program file, or undefined where there is none. An environment variable wins. */
export function findBrowser(name: BrowserName): string | undefined {
  const chosen = process.env[VARIABLE[name]];
  if (chosen) return chosen;
  const usual = (USUAL_PLACES[name][process.platform] ?? []).map(path => path.replace(/^~/, homedir()));
  return usual.find(isProgram) ?? findOnPath(COMMANDS[name]) ?? findInCache(name);
}

/** Whether a window can be opened and clicked without a display: Xvfb and xdotool are there. */
export function hasVirtualDesktop(): boolean {
  return DESKTOP_COMMANDS.every(command => findOnPath([command]) !== undefined);
}

/**
 * Installs, and announces, what is missing of the browsers asked for; with `desktop` also what a test of a
 * real right click needs, where that is one package away. Throws with what to install where nothing works.
 */
export async function ensureBrowsers(names: BrowserName[], { desktop = false } = {}): Promise<void> {
  const missing = () => names.filter(name => !findBrowser(name));
  const needsDesktop = desktop && !hasVirtualDesktop();
  if (canInstallDebianPackages() && (missing().length > 0 || needsDesktop)) await installDebianPackages();
  for (const name of missing()) await download(name);
  if (missing().length > 0) throw new Error(whatToInstall(missing()));
}

/** One sentence for people: how to get a browser by hand. */
export function whatToInstall(names: BrowserName[]): string {
  const titles = names.map(name => (name === 'chrome' ? 'Chrome or Chromium' : 'Firefox')).join(' and ');
  const packages = names.map(name => (name === 'chrome' ? 'chromium' : 'firefox-esr')).join(' ');
  const variables = names.map(name => VARIABLE[name]).join(' and ');
  return (
    `${titles} not found. Install ${names.length > 1 ? 'them' : 'it'} (on Debian: apt-get install ${packages}), ` +
    `or set ${variables} to the program file.`
  );
}

function canInstallDebianPackages(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')); // Ubuntu's chromium is only a snap stub
  } catch {
    return false; // a Linux that does not say what it is
  }
}

async function installDebianPackages(): Promise<void> {
  console.log(`Installing with apt-get: ${DEBIAN_PACKAGES.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const retries = ['-o', 'Acquire::Retries=3', '-qq'];
  const commands = [
    [...retries, 'update'],
    [...retries, 'install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES],
  ];
  for (const args of commands) {
    const result = await tryThrice(() => run('apt-get', args, { env }));
    if (result.code !== 0) {
      console.log(`apt-get ${args.at(-1)} failed:\n${result.output}`);
      return; // the download below may still work
    }
  }
}

/** A mirror that is being updated answers again within seconds. */
async function tryThrice(attempt: () => ReturnType<typeof run>): ReturnType<typeof run> {
  let result = await attempt();
  for (const waitMs of [3_000, 15_000]) {
    if (result.code === 0) break;
    await new Promise(resume => setTimeout(resume, waitMs));
    result = await attempt();
  }
  return result;
}

async function download(name: BrowserName): Promise<void> {
  const platform = detectBrowserPlatform();
  if (!platform) return;
  const browser = name === 'chrome' ? Browser.CHROME : Browser.FIREFOX;
  try {
    const buildId = await resolveBuildId(browser, platform, 'stable');
    console.log(
      `Downloading ${name === 'chrome' ? 'Chrome for Testing' : 'Firefox'} ${buildId} into .browsers/`,
    );
    const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;
    await install({ browser, buildId, cacheDir: CACHE_DIR, ...(isLinuxRoot ? { installDeps: true } : {}) });
  } catch (error) {
    console.log(`The download of ${name} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function findInCache(name: BrowserName): string | undefined {
  return new Cache(CACHE_DIR)
    .getInstalledBrowsers()
    .filter(installed => installed.browser === (name === 'chrome' ? Browser.CHROME : Browser.FIREFOX))
    .map(installed => installed.executablePath)
    .findLast(isProgram);
}

function findOnPath(commands: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return commands.flatMap(command => folders.map(folder => join(folder, command + suffix))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // not there, or not ours to run: the next place is tried
  }
}

if (import.meta.main) {
  for (const name of ['chrome', 'firefox'] as const)
    console.log(`${name}: ${findBrowser(name) ?? 'not found'}`);
}
