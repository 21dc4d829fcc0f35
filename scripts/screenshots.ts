/**
 * Pictures of every state, in both browsers, light, dark and in forced colours, narrow and wide: out/screenshots. Words on the command
 * line choose: `npm run screenshots -- chrome dark 360 claims`.
 * With Xvfb at hand, and without a choice, also the README's pictures: docs/.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { servePages } from '../tests/support/pages.ts';
import { ensureBrowsers, hasVirtualDesktop, type BrowserName } from './browsers.ts';
import { build } from './build.ts';
import { launch, type Launched } from './launch.ts';
import { takeReadmePictures } from './readme-pictures.ts';
import { openArticle, openView, settled, type ViewName } from './view.ts';

/** `forced`: in the few colours the reader's system allows. */
const THEMES = ['light', 'dark', 'forced'] as const;
type Theme = (typeof THEMES)[number];

const FOLDER = 'out/screenshots';
const WIDTHS = [360, 800];

/** A state: on which page of the test server, how to get there from a freshly opened view, or what it is told. */
interface State {
  page?: string;
  view?: ViewName;
  reach?: (view: Page) => Promise<void>;
  /** In place of the background's answer to "read this tab"; null: none ever comes. Chromium only. */
  told?: object | null;
}

const pressing =
  (...selectors: string[]) =>
  async (view: Page) => {
    for (const selector of selectors) await pressed(view, selector);
  };
const unreadable = (reason: string): State => ({ told: { status: 'unreadable', tabId: 1, reason } });

const STATES: Record<string, State> = {
  summary: { reach: pressing('#tab-summary') },
  players: { reach: pressing('#tab-players', '.unfold') },
  claims: { reach: pressing('#tab-claims') },
  'claims-disputed': { reach: pressing('#tab-claims', '.toggle') },
  next: { reach: pressing('#tab-next') },
  ask: { reach: pressing('#tab-ask', '.suggestion') },
  'marked-on-page': { reach: pressing('#tab-summary', '#tabpanel .show') },
  flags: { page: '/two-numbers', reach: pressing('#tab-summary') },
  opinion: { page: '/opinion' },
  live: { page: '/live' },
  sponsored: { page: '/sponsored' },
  partial: { page: '/partial' },
  'language-in-part': { page: '/german' },
  'right-to-left': { page: '/right-to-left' },
  'nobody-speaks': { page: '/nobody-speaks', reach: pressing('#tab-claims') },
  'no-article': { page: '/shop' },
  empty: { page: '/empty' },
  frames: { page: '/frames' },
  'too-long': { page: '/fifty-thousand-paragraphs' },
  reading: { told: null },
  'no-permission': unreadable('no_permission'),
  restricted: unreadable('restricted'),
  pdf: unreadable('pdf'),
  closed: unreadable('closed'),
  'on-its-way': unreadable('loading'),
  failed: unreadable('failed'),
  verify: { reach: pressing('.top .quiet') },
  report: { reach: pressing('.foot .link') },
  reported: { reach: pressing('.foot .link', 'form button[type="submit"]') },
  export: { reach: pressing('#export') },
  keys: { reach: pressing('#help') },
  options: { view: 'options' },
  welcome: { view: 'welcome' },
  'sample-page': { view: 'sample' },
};

const chosen = process.argv.slice(2);
const isChosen = (name: string) => chosen.every(word => name.includes(word));

await ensureBrowsers(['chrome', 'firefox'], { desktop: true });
mkdirSync(FOLDER, { recursive: true });
const browsers = (['chrome', 'firefox'] as const).filter(
  name => !chosen.some(word => word !== name && /^(?:chrome|firefox)$/.test(word)),
);
for (const name of browsers) if (!(await build(name))) process.exit(1);
const server = await servePages();
let taken = 0;
if (hasVirtualDesktop() && chosen.length === 0) await takeReadmePictures(server.origin);
for (const name of browsers) {
  for (const theme of THEMES) await takeAll(name, theme);
}
await server.close();
console.log(`${taken} pictures in ${FOLDER}`);

async function takeAll(name: BrowserName, theme: Theme): Promise<void> {
  const pictures = Object.entries(STATES).flatMap(([state, details]) =>
    WIDTHS.map(width => ({ file: `${name}-${theme}-${width}-${state}`, width, ...details })),
  );
  const wanted = pictures.filter(
    ({ file, told }) => isChosen(file) && (told === undefined || name === 'chrome'),
  );
  if (wanted.length === 0) return;
  const preferences = {
    'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
    'browser.display.document_color_use': theme === 'forced' ? 2 : 1,
  };
  const launched = await launch(name, { preferences });
  const articles = new Map<string, Page>();
  for (const { file, width, ...state } of wanted) {
    const path = state.page ?? '/sample/';
    const article = articles.get(path) ?? (await openArticle(launched, `${server.origin}${path}`));
    articles.set(path, article);
    await take(launched, article, { file, width, theme, ...state });
  }
  await launched.browser.close();
}

async function take(
  launched: Launched,
  article: Page,
  { file, width, theme, view, reach, told }: State & { file: string; width: number; theme: Theme },
): Promise<void> {
  const name = view ?? (width < 500 ? 'popup' : 'sidepanel');
  const page = await openView(launched, name, article, { width, height: 600 }, told);
  if (launched.name === 'chrome') await emulate(page, theme);
  if (told !== null) await settled(page);
  await reach?.(page);
  await page.screenshot({ path: join(FOLDER, `${file}.png`), fullPage: true });
  await page.close();
  taken++;
}

async function emulate(page: Page, theme: Theme): Promise<void> {
  const feature =
    theme === 'forced'
      ? { name: 'forced-colors', value: 'active' } // puppeteer's own call does not know it
      : { name: 'prefers-color-scheme', value: theme };
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setEmulatedMedia', { features: [feature] });
}

async function pressed(view: Page, selector: string): Promise<void> {
  await view.waitForSelector(selector);
  await view.$eval(selector, control => (control as HTMLElement).click());
  await new Promise(drawn => setTimeout(drawn, 400)); // transitions, and the answer of the background
  await settled(view);
}
