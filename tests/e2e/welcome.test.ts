import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { markedWords } from '../support/article-page.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { waitFor, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

describe.each(BROWSERS)('after installing, in %s', name => {
  const here = startReading(name, { keepWelcome: true });

  /** The open tabs that show one of the extension's pages; Firefox tells their addresses only from inside. */
  const tabsOf = async (path: string): Promise<Page[]> => {
    const pages = await here.session.launched.browser.pages();
    const urls = await Promise.all(pages.map(page => page.evaluate(() => location.href).catch(() => '')));
    return pages.filter((_, index) => urls[index] === here.session.pageUrl(path));
  };

  it('opens the welcome page, once', async () => {
    expect(await tabsOf('welcome.html')).toHaveLength(1);
    await here.session.restart();
    expect(await tabsOf('welcome.html')).toEqual([]);
  });

  it('reads the packaged article', async () => {
    await here.session.openInTab('sample.html');
    const [sample] = await tabsOf('sample.html');
    if (!sample) throw new Error('The sample article did not open');
    const popup = await here.session.openPopup(sample);
    await waitUntilSettled(popup);
    await waitForWords(popup, 'Town to vote again on the lighthouse road');
    await waitForWords(popup, 'Ines Tolland');
    await popup.press(words('tabClaims'));
    await waitForWords(popup, 'The port cannot grow if every lorry has to pass the school');
    const index = await waitFor(popup, () => {
      const items = [...document.querySelectorAll('.claim-item')];
      const at = items.findIndex(item => item.textContent.includes('The port cannot grow'));
      return at < 0 ? null : `${at}`;
    });
    await popup.pressAt('.claim-item .show', Number(index));
    await expect
      .poll(async () => (await markedWords(sample)).join(' '))
      .toContain('The port cannot grow if every lorry has to pass the school');
    await popup.close();
  });

  it('speaks another language when the reader chooses one', async () => {
    const options = await here.session.openInTab('options.html');
    await waitForWords(options, words('settingsLanguage'));
    await options.evaluate(() => {
      const choice = document.querySelector<HTMLSelectElement>('#language')!;
      choice.value = 'uk';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await waitForWords(options, 'Налаштування');
    expect(await options.evaluate(() => document.documentElement.lang)).toBe('uk');
    const welcome = await here.session.openInTab('welcome.html');
    await waitForWords(welcome, 'Читайте новини критично');
  });
});
