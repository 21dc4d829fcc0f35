import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { startDesktop } from '../tests/support/desktop.ts';
import { Session } from '../tests/support/session.ts';
import { waitFor } from '../tests/support/view.ts';
import { words } from '../tests/support/words.ts';
import { launch } from './launch.ts';
import { openArticle, openView, settled } from './view.ts';

/** What the README shows of the popup beside the window, and what is pressed to get there. */
const VIEWS: Record<string, readonly string[]> = {
  'docs/summary.png': ['#tab-summary'],
  'docs/players.png': ['#tab-players'],
  'docs/ask.png': ['#tab-ask', '.suggestion'],
};

/** The README's pictures: a browser window with the popup open, and three views. */
export async function takeReadmePictures(origin: string): Promise<void> {
  mkdirSync('docs', { recursive: true });
  await takeWindow(origin, 'docs/popup.png');
  const launched = await launch('chrome');
  const article = await openArticle(launched, `${origin}/sample/`);
  for (const [file, selectors] of Object.entries(VIEWS)) {
    const view = await openView(launched, 'popup', article, { width: 380, height: 600 });
    await settled(view);
    for (const selector of selectors) await press(view, selector);
    writeFileSync(file, await view.screenshot());
    await view.close();
  }
  await launched.browser.close();
}

async function press(view: Page, selector: string): Promise<void> {
  await view.waitForSelector(selector);
  await view.$eval(selector, control => (control as HTMLElement).click());
  await new Promise(drawn => setTimeout(drawn, 800));
}

/** A real window, drawn on a screen that nobody sees. */
async function takeWindow(origin: string, file: string): Promise<void> {
  const desktop = await startDesktop({ width: 1280, height: 860 });
  const place = ['--window-position=0,0', '--window-size=1280,860'];
  const session = await Session.start('chrome', { headless: false, env: desktop.env, args: place });
  const page = await session.open(`${origin}/sample/`);
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
  writeFileSync(file, desktop.picture());
  await session.close();
  desktop.close();
}
