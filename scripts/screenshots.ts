/**
 * Pictures of every state, in both browsers, light and dark, narrow and wide: out/screenshots.
 * With Xvfb at hand also the README's picture, a real window with the popup open: docs/popup.png.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { startDesktop } from '../tests/support/desktop.ts';
import { servePages } from '../tests/support/pages.ts';
import { Session } from '../tests/support/session.ts';
import { waitFor } from '../tests/support/view.ts';
import { words } from '../tests/support/words.ts';
import { ensureBrowsers, hasVirtualDesktop, type BrowserName } from './browsers.ts';
import { build } from './build.ts';
import { launch, type Launched } from './launch.ts';
import { openArticle, openView, settled } from './view.ts';

type Theme = 'light' | 'dark';

const FOLDER = 'out/screenshots';
const WIDTHS = [360, 800];

/** A state: how to get there from a freshly opened view. */
const STATES: Record<string, (view: Page) => Promise<void>> = {
  summary: view => pressed(view, '#tab-summary'),
  players: view => pressed(view, '#tab-players'),
  claims: view => pressed(view, '#tab-claims'),
  next: view => pressed(view, '#tab-next'),
  ask: async view => {
    await pressed(view, '#tab-ask');
    await pressed(view, '.suggestion');
  },
  'marked-on-page': view => pressed(view, '#tabpanel .show'),
  verify: view => pressed(view, '.top .quiet'),
  report: view => pressed(view, '.foot .link'),
  reported: async view => {
    await pressed(view, '.foot .link');
    await pressed(view, 'form button[type="submit"]');
  },
};

await ensureBrowsers(['chrome', 'firefox'], { desktop: true });
mkdirSync(FOLDER, { recursive: true });
for (const name of ['chrome', 'firefox'] as const) if (!(await build(name))) process.exit(1);
const server = await servePages();
let taken = 0;
if (hasVirtualDesktop()) await takeWindow('docs/popup.png');
for (const name of ['chrome', 'firefox'] as const) {
  for (const theme of ['light', 'dark'] as const) await takeAll(name, theme);
}
await server.close();
console.log(`${taken} pictures in ${FOLDER}`);

async function takeAll(name: BrowserName, theme: Theme): Promise<void> {
  const scheme = { 'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1 };
  const launched = await launch(name, { preferences: scheme });
  const article = await openArticle(launched, `${server.origin}/sample/`);
  const shop = await openArticle(launched, `${server.origin}/shop`);
  for (const width of WIDTHS) {
    for (const view of ['popup', 'sidepanel'] as const) {
      for (const [state, reach] of Object.entries(STATES)) {
        const page = await openThemed(launched, view, article, width, theme);
        await reach(page);
        await take(page, `${name}-${view}-${theme}-${width}-${state}`);
      }
    }
    const page = await openThemed(launched, 'popup', shop, width, theme);
    await take(page, `${name}-popup-${theme}-${width}-no-article`);
    const options = await openThemed(launched, 'options', article, width, theme);
    await take(options, `${name}-options-${theme}-${width}`);
  }
  await launched.browser.close();
}

async function openThemed(
  launched: Launched,
  view: 'popup' | 'sidepanel' | 'options',
  article: Page,
  width: number,
  theme: Theme,
): Promise<Page> {
  const page = await openView(launched, view, article, { width, height: 600 });
  if (launched.name === 'chrome')
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await settled(page);
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  await page.close();
  taken++;
}

async function pressed(view: Page, selector: string): Promise<void> {
  await view.waitForSelector(selector);
  await view.$eval(selector, control => (control as HTMLElement).click());
  await new Promise(drawn => setTimeout(drawn, 400)); // transitions, and the answer of the background
  await settled(view);
}

/** A whole browser window, drawn on a screen that nobody sees: the popup, and a claim marked on the page. */
async function takeWindow(file: string): Promise<void> {
  const desktop = await startDesktop({ width: 1280, height: 860 });
  const place = ['--window-position=0,0', '--window-size=1280,860'];
  const session = await Session.start('chrome', { headless: false, env: desktop.env, args: place });
  const page = await session.open(`${server.origin}/sample/`);
  const [blank] = await session.launched.browser.pages();
  if (blank !== page) await blank?.close();
  const popup = await session.openPopup(page);
  await popup.press(words('tabClaims'));
  await waitFor(popup, () => document.querySelector('.claim-item'));
  const index = await popup.evaluate(() =>
    [...document.querySelectorAll('.claim-item')].findIndex(item =>
      item.textContent.includes('We cannot sign'),
    ),
  );
  await popup.pressAt('.claim-item .show', Math.max(index, 0));
  await new Promise(drawn => setTimeout(drawn, 1_500));
  mkdirSync('docs', { recursive: true });
  writeFileSync(file, desktop.picture());
  await session.close();
  desktop.close();
}
