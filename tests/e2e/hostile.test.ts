import { describe, expect, it } from 'vitest';
import { BROWSERS, startReading } from '../support/reading.ts';
import { textOf, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

/** The longest a page may keep a reader waiting, in a browser that also has other things to do. */
const PATIENCE_MS = 30_000;

describe.each(BROWSERS)('hostile pages in %s', name => {
  const here = startReading(name);

  it.each([
    ['one text of ten megabytes', '/one-text-of-ten-megabytes', 'One long night'],
    ['a million nodes', '/a-million-nodes', 'A million things'],
    ['ten thousand elements in each other', '/ten-thousand-deep', 'A deep well'],
    ['bait for searches', '/bait', 'Bait'],
  ])('%s end in a brief or in plain words, soon', async (_case, path, headline) => {
    const page = await here.open(path);
    const start = performance.now();
    const popup = await here.session.openPopup(page);
    await waitUntilSettled(popup);
    const refused = [words('notArticleTitle'), words('obstacleTooLargeTitle'), words('obstacleEmptyTitle')];
    const text = await textOf(popup);
    expect([headline, ...refused].filter(said => text.includes(said))).not.toEqual([]);
    if (text.includes(words('notArticleTitle'))) {
      await popup.press(words('readAnyway'));
      await waitUntilSettled(popup);
    }
    expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
    await popup.close();
    await page.close();
  });

  it.each([
    ['a form that hides the DOM of itself', '/shadowing-form', 'A form around it all'],
    ['pictures that hide the DOM of the document', '/shadowing-names', 'Pictures with names'],
  ])('%s is announced, and hides no words', async (_case, path, headline) => {
    const page = await here.open(path);
    await expect.poll(() => here.session.badge(here.origin + path), { timeout: 10_000 }).not.toBe('');
    const popup = await here.session.openPopup(page);
    await waitForWords(popup, headline);
    await popup.press(words('tabClaims'));
    await waitForWords(popup, 'Lorna Petrie');
    expect(await textOf(popup)).toContain('since the flood of 1931');
    await popup.close();
    await page.close();
  });

  it('words that look like markup stay words, and what turns them around stays among them', async () => {
    const page = await here.open('/markup-in-words');
    const popup = await here.session.openPopup(page);
    await waitForWords(popup, '<img src=x onerror="globalThis.pwned=1"> storm');
    await popup.press(words('tabClaims'));
    await waitForWords(popup, 'Adelaide Brisk');
    const found = await popup.evaluate(() => ({
      pwned: (globalThis as { pwned?: number }).pwned ?? 0,
      images: document.querySelectorAll('img[src="x"]').length,
      turned: [...document.querySelectorAll('*')].filter(
        element =>
          [...element.childNodes].some(
            node => node.nodeType === 3 && /[\u202e\u2066]/.test(node.nodeValue!),
          ) && !element.closest('[dir="auto"]'),
      ).length,
    }));
    expect(found).toEqual({ pwned: 0, images: 0, turned: 0 });
    await popup.close();
    await page.close();
  });

  it('a page cannot load a file of ours, nor speak to us', async () => {
    const page = await here.open('/sample/');
    const files = [
      'reader.js',
      'detect.js',
      'popup.html',
      'icon/48.png',
      'models/names.bin',
      'manifest.json',
    ];
    const addresses = files.map(file => here.session.pageUrl(file));
    const seen = await page.evaluate(async wanted => {
      const loaded = await Promise.all(
        wanted.map(address =>
          fetch(address).then(
            () => address,
            () => '',
          ),
        ),
      );
      const { chrome, browser } = globalThis as { chrome?: { runtime?: object }; browser?: object };
      return {
        loaded: loaded.filter(Boolean),
        canSpeak: 'sendMessage' in (chrome?.runtime ?? browser ?? {}),
      };
    }, addresses);
    expect(seen).toEqual({ loaded: [], canSpeak: false });
    await page.close();
  });
});
