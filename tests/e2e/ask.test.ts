import { beforeAll, describe, expect, it } from 'vitest';
import { isMarkInSight, markedWords } from '../support/article-page.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { textOf, waitFor, waitForWords, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

describe.each(BROWSERS)('asking in %s', name => {
  const here = startReading(name, { opens: '/sample/' });
  let popup: View;
  beforeAll(async () => {
    popup = await here.session.openPopup(here.page);
    await popup.press(words('tabAsk'));
  });

  it('answers a typed question in the article’s words, and shows them on the page', async () => {
    await type('How many passengers do the ferries carry?');
    await popup.pressAt('.ask button[type="submit"]');
    await waitFor(popup, () => document.querySelector('.answer-item'));
    expect(await popup.evaluate(() => document.querySelector('.answer-words')?.textContent)).toBe('240,000');
    await popup.pressAt('.answer-item .show');
    await expect
      .poll(async () => (await markedWords(here.page)).join(' '))
      .toContain('240,000 passengers a year');
    expect(await isMarkInSight(here.page)).toBe(true);
  });

  it('answers what it suggests', async () => {
    await waitFor(popup, () => document.querySelector('.suggestion'));
    const count = await popup.evaluate(() => document.querySelectorAll('.suggestion').length);
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThanOrEqual(5);
    await popup.pressAt('.suggestion');
    await waitForWords(popup, /The article answers in \d/);
  });

  it('says where the article does not say', async () => {
    await type('Who won the chess championship in Lisbon?');
    await popup.pressAt('.ask button[type="submit"]');
    await waitForWords(popup, words('askNothing'));
    expect(await textOf(popup)).not.toContain(words('askLooking'));
  });

  const type = (question: string) => typeInto(popup, question);
});

describe.each(BROWSERS)('a panel beside a popup in %s', name => {
  const here = startReading(name);

  it('answers from the text that the popup has read meanwhile, and from no other', async () => {
    const page = await here.open('/sample/');
    const panel = await here.session.openPanel(page);
    await panel.press(words('tabAsk'));
    await waitFor(panel, () => document.querySelector('.suggestion'));
    await page.evaluate(() => {
      const said = [...document.querySelectorAll('p')].find(({ textContent }) =>
        textContent.includes('240,000'),
      );
      said!.append(' The quay was repainted.');
    });
    const popup = await here.session.openPopup(page);
    await waitFor(popup, () => document.querySelector('.summary-item'));
    await popup.close();
    await typeInto(panel, 'How many passengers do the ferries carry?');
    await panel.pressAt('.ask button[type="submit"]');
    await waitFor(panel, () => document.querySelector('.answer-item'));
    expect(await panel.evaluate(() => document.querySelector('.answer-words')?.textContent)).toBe('240,000');
    expect(await textOf(panel)).not.toContain(words('askGone'));
    await panel.pressAt('.answer-item .show');
    await expect.poll(async () => (await markedWords(page)).join(' ')).toContain('240,000 passengers a year');
    await panel.close();
    await page.close();
  });
});

const typeInto = (view: View, question: string) =>
  view.evaluate(asked => {
    const box = document.querySelector<HTMLInputElement>('#ask-question')!;
    box.value = asked;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, question);
