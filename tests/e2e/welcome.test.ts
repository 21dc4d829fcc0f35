import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markedWords } from '../support/article-page.ts';
import { Session } from '../support/session.ts';
import { waitFor, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

describe.each(['chrome', 'firefox'] as const)('after installing, in %s', name => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(name, { keepWelcome: true });
  });
  afterAll(() => session?.close());

  const pages = () => session.launched.browser.pages();

  it('opens the welcome page, once', async () => {
    const urls = (await pages()).map(page => page.url());
    expect(urls.filter(url => url === session.pageUrl('welcome.html'))).toHaveLength(1);
    await session.restart();
    const again = (await pages()).map(page => page.url());
    expect(again).not.toContain(session.pageUrl('welcome.html'));
  });

  it('reads the packaged article without any page of the web', async () => {
    await session.openInTab('sample.html');
    const sample = (await pages()).find(page => page.url() === session.pageUrl('sample.html'))!;
    const popup = await session.openPopup(sample);
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
    expect(session.proxy.requests).toEqual([]);
  });

  it('speaks another language when the reader chooses one', async () => {
    const options = await session.openInTab('options.html');
    await waitForWords(options, words('settingsLanguage'));
    await options.evaluate(() => {
      const choice = document.querySelector<HTMLSelectElement>('#language')!;
      choice.value = 'uk';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await waitForWords(options, 'Налаштування');
    expect(await options.evaluate(() => document.documentElement.lang)).toBe('uk');
    const welcome = await session.openInTab('welcome.html');
    await waitForWords(welcome, 'Читайте новини критично');
  });
});
