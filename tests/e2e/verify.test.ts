import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageServer } from '../../scripts/serve.ts';
import { hasVirtualDesktop } from '../../scripts/browsers.ts';
import { startDesktop, type Desktop } from '../support/desktop.ts';
import { servePages } from '../support/pages.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { chooseInChromium, chooseInFirefox, selectWords } from '../support/right-click.ts';
import { Session } from '../support/session.ts';
import { textOf, waitFor, waitForWords, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

const CLAIM = 'I want one that starts in January';
const NO_CLAIM = 'The ferries carry some 240,000 passengers a year';
const NOT_IN_TEXT = 'Regatta: Innisvale crew wins by a boat length';

const itemLetter = words('menuVerify')[0]!.toLowerCase();

// A menu is drawn by the window system: Chromium's needs a real window, on a screen that nobody sees.
describe.runIf(hasVirtualDesktop())('right-click in Chromium', () => {
  let server: PageServer;
  let desktop: Desktop;
  let session: Session;
  beforeAll(async () => {
    server = await servePages();
    desktop = await startDesktop();
    session = await Session.start('chrome', { headless: false, env: desktop.env });
    await session.untilMenuIsMade();
  });
  afterAll(async () => {
    await session?.close();
    desktop?.close();
    await server?.close();
  });

  it('opens the panel with what the article offers for the selected words', async () => {
    const page = await session.open(`${server.origin}/sample/`);
    const place = await selectWords(page, CLAIM);
    await chooseInChromium(page, desktop, place, itemLetter);
    const panel = await session.panel();
    expect(await offeredForClaim(panel)).toContain(words('kindDirect'));
    await panel.close();
  });
});

describe('right-click in Firefox', () => {
  const here = startReading('firefox');

  it('opens the panel with what the article offers for the selected words', async () => {
    const page = await here.open('/sample/');
    const place = await selectWords(page, CLAIM);
    expect(await chooseInFirefox(page, await here.session.gecko(), place)).toBe(words('menuVerify'));
    const panel = await here.session.panel();
    expect(await offeredForClaim(panel)).toContain(words('kindDirect'));
    await panel.close();
    await page.close();
  });

  it('asks again from an open panel', async () => {
    const page = await here.open('/sample/');
    const panel = await here.session.openPanel(page);
    await waitFor(panel, () => document.querySelector('.summary-item'));
    await chooseInFirefox(page, await here.session.gecko(), await selectWords(page, CLAIM));
    expect(await offeredForClaim(panel)).toContain(words('kindDirect'));
    await panel.close();
    await page.close();
  });
});

describe.each(BROWSERS)('verifying a selection in %s', name => {
  const here = startReading(name);

  it.each([
    ['a claim', CLAIM, words('verifySaidBy', 'Tomas Erlund')],
    ['words that nobody is reported to say', NO_CLAIM, /in its own voice, in paragraph \d+/],
    ['words outside the article', NOT_IN_TEXT, words('verifyNotInText')],
  ])('from the popup, for %s', async (_case, selected, answer) => {
    const page = await here.open('/sample/');
    await selectWords(page, selected);
    const popup = await here.session.openPopup(page);
    await popup.press(words('verifySelection'));
    await waitForWords(popup, answer);
    expect(await textOf(popup)).toContain(selected);
    await popup.close();
    await page.close();
  });

  it('asks for a selection where there is none', async () => {
    const page = await here.open('/sample/');
    const popup = await here.session.openPopup(page);
    await popup.press(words('verifySelection'));
    await waitForWords(popup, words('nothingSelected'));
    expect(await textOf(popup)).toContain(words('verifyTitle'));
    await popup.close();
    await page.close();
  });
});

/** What a view shows once it has found who says the words. */
async function offeredForClaim(view: View): Promise<string> {
  await waitForWords(view, words('verifyTitle'));
  await waitForWords(view, CLAIM);
  await waitForWords(view, words('verifySaidBy', 'Tomas Erlund'));
  return textOf(view);
}
