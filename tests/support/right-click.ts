import type { Page } from 'puppeteer-core';
import type { Desktop } from './desktop.ts';
import { WIDGET_ID, type GeckoWindow } from './gecko.ts';
import { pause } from './view.ts';

/** Selects the words on the page, which must stand in one text node, and says where they are in its window. */
export function selectWords(page: Page, words: string): Promise<{ x: number; y: number }> {
  return page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      const [first] = range.getClientRects();
      return { x: first!.x + 12, y: first!.y + first!.height / 2 };
    }
    throw new Error(`The page does not say “${wanted}”`);
  }, words);
}

/** Right-clicks selected words in a real Chromium window and chooses the item that begins with this letter. */
export async function chooseInChromium(
  page: Page,
  desktop: Desktop,
  place: { x: number; y: number },
  letter: string,
): Promise<Buffer> {
  const corner = await page.evaluate(() => ({
    x: screenX + (outerWidth - innerWidth) / 2,
    y: screenY + outerHeight - innerHeight,
  }));
  const windows = desktop.countWindows();
  desktop.rightClick(corner.x + place.x, corner.y + place.y);
  for (let tries = 0; desktop.countWindows() <= windows; tries++) {
    if (tries > 100) throw new Error('The right click opened no menu');
    await pause(100);
  }
  await pause(500); // the menu fades in, and takes the keyboard
  const picture = desktop.picture();
  desktop.press(letter);
  return picture;
}

/** Right-clicks selected words in Firefox and chooses the extension's item; returns what the item said. */
export async function chooseInFirefox(
  page: Page,
  gecko: GeckoWindow,
  place: { x: number; y: number },
): Promise<string> {
  await page.mouse.click(place.x, place.y, { button: 'right' });
  const label = await gecko.evaluate(`(async () => {
    const menu = document.getElementById('contentAreaContextMenu');
    for (let tries = 0; menu.state !== 'open' && tries < 100; tries++) await new Promise(r => setTimeout(r, 50));
    const item = [...menu.children].find(each => each.id.startsWith('${WIDGET_ID}-menuitem-') && !each.hidden);
    if (!item) throw new Error('Not in the menu: ' + [...menu.children].filter(e => !e.hidden && e.label).map(e => e.label));
    const { label } = item;
    menu.activateItem(item);
    return label;
  })()`);
  return String(label);
}
