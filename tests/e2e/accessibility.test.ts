import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { waitFor, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

describe.each(BROWSERS)('accessibility in %s', name => {
  const here = startReading(name, { opens: '/sample/' });

  it('finds no fault in the popup, tab by tab', async () => {
    const popup = await here.session.openPopup(here.page);
    await waitUntilSettled(popup);
    for (const tab of ['tabSummary', 'tabPlayers', 'tabClaims', 'tabNext', 'tabAsk'] as const) {
      await popup.press(words(tab));
      await waitFor(popup, () => document.querySelector('#tabpanel')?.textContent);
      expect([tab, await accessibilityFaults(popup)]).toEqual([tab, []]);
    }
    await popup.close();
  });

  it('finds no fault in what lies over the brief', async () => {
    const popup = await here.session.openPopup(here.page);
    await waitUntilSettled(popup);
    await popup.press(words('tabClaims'));
    await popup.pressAt('.tabpanel .show');
    await waitFor(popup, () => document.querySelector('.tour-steps'));
    expect(await accessibilityFaults(popup)).toEqual([]);
    for (const opener of ['#export', '#help']) {
      await popup.pressAt(opener);
      await waitFor(popup, () => document.querySelector('dialog[open]'));
      expect([opener, await accessibilityFaults(popup)]).toEqual([opener, []]);
      await popup.evaluate(() => document.querySelector<HTMLDialogElement>('dialog[open]')!.close());
    }
    await popup.close();
  });

  it.each([
    ['/opinion', 'typeOpinionNote'],
    ['/live', 'typeLiveNote'],
    ['/sponsored', 'typeSponsoredNote'],
    ['/partial', 'partialNote'],
    ['/german', 'tabSummary'],
    ['/right-to-left', 'tabSummary'],
    ['/nobody-speaks', 'tabSummary'],
    ['/empty', 'notArticleTitle'],
    ['/frames', 'obstacleFramesTitle'],
  ] as const)('finds no fault in the state of %s', async (path, key) => {
    const other = await here.open(path);
    const popup = await here.session.openPopup(other);
    await waitForWords(popup, words(key));
    expect(await accessibilityFaults(popup)).toEqual([]);
    await popup.close();
    await other.close();
  });

  it('finds no fault in the welcome page and the sample article', async () => {
    const welcome = await here.session.openInTab('welcome.html');
    await waitForWords(welcome, words('welcomeTitle'));
    expect(await accessibilityFaults(welcome)).toEqual([]);
    await welcome.close();
    const sample = await here.session.openInTab('sample.html');
    expect(await accessibilityFaults(sample)).toEqual([]);
    await sample.close();
  });

  it('finds no fault in the panel, the verify screen and the report form', async () => {
    const panel = await here.session.openPanel(here.page);
    await waitUntilSettled(panel);
    expect(await accessibilityFaults(panel)).toEqual([]);
    await panel.press(words('verifySelection'));
    await waitForWords(panel, words('nothingSelected'));
    expect(await accessibilityFaults(panel)).toEqual([]);
    await panel.press(words('back'));
    await panel.press(words('reportProblem'));
    await waitForWords(panel, words('reportKind'));
    expect(await accessibilityFaults(panel)).toEqual([]);
    await panel.pressAt('form button[type="submit"]');
    await waitForWords(panel, words('reportThanks'));
    expect(await accessibilityFaults(panel)).toEqual([]);
    await panel.close();
  });

  it('finds no fault where there is no article', async () => {
    const shop = await here.open('/shop');
    const popup = await here.session.openPopup(shop);
    await waitForWords(popup, words('notArticleTitle'));
    expect(await accessibilityFaults(popup)).toEqual([]);
    await popup.close();
    await shop.close();
  });

  it('finds no fault in the options', async () => {
    const options = await here.session.openInTab('options.html');
    await waitForWords(options, words('settingsTitle'));
    expect(await accessibilityFaults(options)).toEqual([]);
    await options.close();
  });
});
