import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageServer } from '../../scripts/serve.ts';
import { servePages } from '../support/pages.ts';
import { Session } from '../support/session.ts';
import { textOf, waitFor, waitForWords, waitUntilSettled, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

describe.each(['chrome', 'firefox'] as const)('correcting one’s own view in %s', name => {
  let server: PageServer;
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    server = await servePages();
    session = await Session.start(name);
    page = await session.open(`${server.origin}/sample/`);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it('drops a claim at once, after a killed worker too, and gives it back when undone', async () => {
    const popup = await openClaims(session, page);
    const before = await claims(popup);
    const [gone] = before;
    await popup.pressAt('.claim-item .report');
    await popup.pressAt('form button[type="submit"]');
    await waitForWords(popup, words('reportThanks'));
    await popup.press(words('correctDropClaim'));
    await waitForWords(popup, words('correctedNow'));
    await popup.close();

    await session.killWorker();
    const again = await openClaims(session, page);
    expect(await claims(again)).toEqual(before.slice(1));
    expect(await textOf(again)).toContain(words('correctedByYou', 1));

    await again.press(words('correctedByYou', 1));
    await again.press(words('correctUndo'));
    await waitFor(again, count => document.querySelectorAll('.claim-item').length === count, before.length);
    expect((await claims(again))[0]).toBe(gone);
    await again.close();
  });
});

async function openClaims(session: Session, page: Page): Promise<View> {
  const popup = await session.openPopup(page);
  await waitUntilSettled(popup);
  await popup.press(words('tabClaims'));
  await waitFor(popup, () => document.querySelector('.claim-item'));
  return popup;
}

/** The claims' own words, in order, without what others say to them. */
function claims(view: View): Promise<string[]> {
  return view.evaluate(() =>
    [...document.querySelectorAll('.claim-item .item-words > .words')].map(each => each.textContent.trim()),
  );
}
