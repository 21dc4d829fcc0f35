import { mkdirSync, writeFileSync } from 'node:fs';
import { startDesktop } from '../tests/support/desktop.ts';
import { Session } from '../tests/support/session.ts';
import { waitFor } from '../tests/support/view.ts';
import { words } from '../tests/support/words.ts';

/** The README's pictures: a real browser window, drawn on a screen that nobody sees, with the popup open. */
export async function takeReadmePictures(origin: string): Promise<void> {
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
  mkdirSync('docs', { recursive: true });
  writeFileSync('docs/popup.png', desktop.picture());
  await session.close();
  desktop.close();
}
