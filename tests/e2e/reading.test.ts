import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { isMarkInSight, markedWords } from '../support/article-page.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { pause, textOf, waitFor, waitForWords, waitUntilSettled, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

const HEADLINE = 'Kilbrannagh halts electric ferry plan after costs double';

describe.each(BROWSERS)('reading in %s', name => {
  const here = startReading(name, { opens: '/sample/' });

  it('says on the toolbar that a page is a news article, and of a shop it says nothing', async () => {
    await expect.poll(() => here.session.badge(`${here.origin}/sample/`), { timeout: 10_000 }).not.toBe('');
    const shop = await here.open('/shop');
    await pause(1_000); // time enough to be looked at
    expect(await here.session.badge(`${here.origin}/shop`)).toBe('');
    await shop.close();
  });

  it('says it again when the reader comes back to it', async () => {
    const badge = () => here.session.badge(`${here.origin}/opinion`);
    const page = await here.open('/opinion');
    await expect.poll(badge, { timeout: 10_000 }).not.toBe('');
    await page.goto(`${here.origin}/shop`);
    await page.evaluate(() => history.back());
    await expect.poll(badge, { timeout: 10_000 }).not.toBe('');
    await page.close();
  });

  it('says nothing of a page the browser only reads ahead', async () => {
    const [ahead, story] = [`${here.origin}/shop-that-reads-ahead`, `${here.origin}/opinion`];
    const page = await here.open('/shop-that-reads-ahead');
    await pause(2_000); // time enough to be read and looked at
    expect(await here.session.badge(ahead)).toBe('');
    await page.evaluate(address => location.assign(address), story);
    await expect.poll(() => here.session.badge(story), { timeout: 10_000 }).not.toBe('');
    const shownMs = await page.evaluate(() => {
      const [loaded] = performance.getEntriesByType('navigation');
      return (loaded as PerformanceEntry & { activationStart: number }).activationStart;
    });
    expect(shownMs > 0).toBe(name === 'chrome'); // Firefox reads no page ahead
    await page.close();
  });

  it('says it no longer once the reader leaves the site alone', async () => {
    const page = await here.open('/opinion');
    await expect.poll(() => here.session.badge(`${here.origin}/opinion`), { timeout: 10_000 }).not.toBe('');
    const popup = await here.session.openPopup(page);
    const site = new URL(here.origin).hostname;
    await waitForWords(popup, words('siteLeave', site));
    await popup.press(words('siteLeave', site));
    await expect.poll(() => here.session.badge(`${here.origin}/opinion`)).toBe('');
    await popup.press(words('siteMark', site));
    await waitForWords(popup, words('siteLeave', site));
    await popup.close();
    await page.close();
  });

  it('shows the article in the popup: headline, byline, date, summary, players, claims, what is next', async () => {
    const popup = await here.session.openPopup(here.page);
    await waitForWords(popup, HEADLINE);
    const text = await textOf(popup);
    expect(text).toContain('Nessa Quillfeather');
    expect(text).toContain('2026');
    await expectWordsOfPage(popup, here.page, '.summary-item');

    await popup.press(words('tabPlayers'));
    await waitForWords(popup, 'Moira Tandy');
    expect(await textOf(popup)).toContain('Declan Oyelaran');

    await popup.press(words('tabClaims'));
    await waitFor(popup, () => document.querySelector('.claim-item'));
    await expectWordsOfPage(popup, here.page, '.claim-item');
    expect(await textOf(popup)).toContain(words('kindDirect'));
    expect(await textOf(popup)).toContain(words('kindIndirect'));

    await popup.press(words('tabNext'));
    await waitForWords(popup, words('upcomingTitle'));
    expect(await textOf(popup)).toContain('2 November');
    await popup.close();
  });

  it('opens the popup no wider than its words', async () => {
    const popup = await here.session.openPopup(here.page);
    await waitUntilSettled(popup);
    await expect.poll(() => popup.evaluate(() => innerWidth)).toBeLessThan(400);
    expect(await popup.evaluate(() => document.body.clientWidth)).toBeGreaterThan(360);
    await popup.close();
  });

  it.each([
    ['summary', 'tabSummary', '.summary-item'],
    ['claim', 'tabClaims', '.claim-item'],
  ] as const)('marks the exact words of a %s on the page', async (_kind, tab, item) => {
    const popup = await here.session.openPopup(here.page);
    await popup.press(words(tab));
    const count = await waitFor(popup, selector => document.querySelectorAll(selector).length, item);
    for (const index of [0, count - 1]) {
      await popup.pressAt(`${item} .show`, index);
      const wanted = await popup.evaluate(
        (selector, at) => document.querySelectorAll(`${selector} .words`)[at]!.textContent.split(' … '),
        item,
        index,
      );
      for (const piece of wanted) {
        await expect.poll(async () => (await markedWords(here.page)).map(plain)).toContain(plain(piece));
      }
      expect(await isMarkInSight(here.page)).toBe(true);
    }
    await popup.press(words('tourClear'));
    await expect.poll(() => markedWords(here.page)).toEqual([]);
    await popup.close();
  });

  it('copies the words of a claim with their source, without a permission for it', async () => {
    const popup = await here.session.openPopup(here.page);
    await popup.press(words('tabClaims'));
    await waitFor(popup, () => document.querySelector('.claim-item'));
    await popup.pressAt('.claim-item .copy');
    const said = await waitFor(popup, () => document.querySelector('.claim-item output')!.textContent);
    expect(said).toBe(words('citationCopied'));
    await popup.close();
  });

  it('marks a player wherever the article mentions them', async () => {
    const popup = await here.session.openPopup(here.page);
    await popup.press(words('tabPlayers'));
    await popup.pressAt('.show');
    const shown = await waitForMark(popup, here.page);
    expect(shown.length).toBeGreaterThan(0);
    const player = await popup.evaluate(() => document.querySelector('#tabpanel .item')!.textContent);
    expect(shown.some(mention => player.includes(mention))).toBe(true);
    await popup.press(words('tourClear'));
    await popup.close();
  });

  it('does the same from the panel', async () => {
    const panel = await here.session.openPanel(here.page);
    await waitForWords(panel, HEADLINE);
    await panel.pressAt('.summary-item .show');
    const shown = await waitForMark(panel, here.page);
    const wanted = await panel.evaluate(() => document.querySelector('.summary-item .words')!.textContent);
    expect(shown).toEqual([plain(wanted)]);
    await panel.press(words('tourClear'));
    await panel.close();
  });

  it('opens the panel from the popup', async () => {
    const popup = await here.session.openPopup(here.page);
    await waitForWords(popup, HEADLINE);
    await popup.press(words('openPanel'));
    const panel = await here.session.panel();
    await waitForWords(panel, HEADLINE);
    expect(await textOf(panel)).toContain(words('tabClaims'));
    await panel.close();
  });

  it('follows the reader from tab to tab in the panel', async () => {
    const panel = await here.session.openPanel(here.page);
    await waitForWords(panel, HEADLINE);
    const shop = await here.open('/shop');
    await waitForWords(panel, words('notArticleTitle'));
    await shop.close();
    await here.page.bringToFront();
    await waitForWords(panel, HEADLINE);
    expect(await textOf(panel)).not.toContain(words('notArticleTitle'));
    await panel.close();
  });

  it('follows a page that goes elsewhere without loading and fetches its words later', async () => {
    const single = await here.open('/opinion');
    const panel = await here.session.openPanel(single);
    await waitForWords(panel, 'The ferry we deserve');
    await single.evaluate(async () => {
      const html = await (await fetch('/two-numbers')).text();
      history.pushState({}, '', '/two-numbers');
      setTimeout(() => (document.documentElement.innerHTML = html), 600);
    });
    await waitForWords(panel, 'Ferry plan to cost the town 40 million');
    expect(await textOf(panel)).not.toContain(words('typeOpinionNote'));
    await panel.close();
    await single.close();
  });

  it('shows in the panel what the popup has read of the page since', async () => {
    const growing = await here.open('/sample/');
    const panel = await here.session.openPanel(growing);
    await waitForWords(panel, HEADLINE);
    const header = () => panel.evaluate(() => document.querySelector('.article-header')!.textContent);
    const before = await header();
    await growing.evaluate(async () => {
      await new Promise(resume => setTimeout(resume, 4_000)); // until the panel looks no more by itself
      const last = [...document.querySelectorAll('article p:not([class])')].at(-1)!;
      last.after(
        Object.assign(document.createElement('p'), {
          textContent: 'The council added on Friday that the ferry will sail all winter.',
        }),
      );
    });
    const popup = await here.session.openPopup(growing);
    await waitForWords(popup, HEADLINE);
    await expect.poll(header).not.toBe(before);
    await popup.close();
    await panel.close();
    await growing.close();
  });

  it('says plainly that a page is no article, and reads it when asked to', async () => {
    const shop = await here.open('/shop');
    const popup = await here.session.openPopup(shop);
    await waitForWords(popup, words('notArticleTitle'));
    await popup.press(words('readAnyway'));
    await waitUntilSettled(popup);
    await expect.poll(() => textOf(popup)).not.toContain(words('notArticleTitle'));
    await popup.close();
    await shop.close();
  });

  it('says that words have gone when the page has changed, and marks nothing near them', async () => {
    const changing = await here.open('/sample/');
    const panel = await here.session.openPanel(changing);
    await waitForWords(panel, HEADLINE);
    await changing.evaluate(() => {
      for (const paragraph of document.querySelectorAll('article p'))
        paragraph.textContent = 'This text was withdrawn.';
    });
    await panel.pressAt('.summary-item .show');
    await waitForWords(panel, words('passageMoved'));
    expect(await markedWords(changing)).toEqual([]);
    await panel.close();
    await changing.close();
  });

  it('still finds words that have moved to another place on the page', async () => {
    const changing = await here.open('/sample/');
    const panel = await here.session.openPanel(changing);
    await waitForWords(panel, HEADLINE);
    await changing.evaluate(() => {
      const first = document.querySelector('article p:not([class])')!;
      first.before(
        Object.assign(document.createElement('p'), {
          textContent: 'Correction: an earlier version was wrong.',
        }),
      );
    });
    await panel.pressAt('.summary-item .show');
    const shown = await waitForMark(panel, changing);
    const wanted = await panel.evaluate(() => document.querySelector('.summary-item .words')!.textContent);
    expect(shown).toEqual([plain(wanted)]);
    await panel.close();
    await changing.close();
  });
});

/** Everything an item shows stands on the page, word for word. */
async function expectWordsOfPage(view: View, page: Page, item: string): Promise<void> {
  const shown = await view.evaluate(
    selector =>
      [...document.querySelectorAll(`${selector} .words`)].flatMap(each => each.textContent.split(' … ')),
    item,
  );
  expect(shown.length).toBeGreaterThan(0);
  const text = plain(await page.evaluate(() => document.body.textContent));
  expect(shown.filter(piece => !text.includes(plain(piece)))).toEqual([]);
}

async function waitForMark(view: View, page: Page): Promise<string[]> {
  await waitFor(view, () => document.querySelector('.tour:not(.idle)'));
  await expect.poll(() => markedWords(page), { timeout: 5_000 }).not.toEqual([]);
  return (await markedWords(page)).map(plain);
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
