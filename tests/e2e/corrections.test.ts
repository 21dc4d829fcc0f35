import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { dropFirstClaim } from '../support/correcting.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import type { Session } from '../support/session.ts';
import { textOf, waitFor, waitUntilSettled, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

describe.each(BROWSERS)('correcting one’s own view in %s', name => {
  const here = startReading(name, { opens: '/sample/' });

  it('drops a claim at once, after a killed worker too, and gives it back when undone', async () => {
    const popup = await openClaims(here.session, here.page);
    const before = await claims(popup);
    expect(before.length).toBeGreaterThan(1);
    const [gone] = before;
    expect(before.length).toBeGreaterThan(10);
    await dropFirstClaim(popup);
    await popup.close();

    await here.session.killWorker();
    const again = await openClaims(here.session, here.page);
    expect(await claims(again)).toEqual(before.slice(1));
    expect(await textOf(again)).toContain(words('correctedByYou', 1));

    await again.press(words('correctedByYou', 1));
    await again.press(words('correctUndo'));
    await waitFor(again, count => document.querySelectorAll('.claim-item').length === count, before.length);
    expect((await claims(again))[0]).toBe(gone);
    await again.close();
  });

  it('drops it from a panel that is open, too', async () => {
    const panel = await here.session.openPanel(here.page);
    await waitUntilSettled(panel);
    await panel.press(words('tabClaims'));
    await waitFor(panel, () => document.querySelector('.claim-item'));
    const before = await claims(panel);
    const popup = await openClaims(here.session, here.page);
    await dropFirstClaim(popup);
    await expect.poll(() => claims(panel)).toEqual(before.slice(1));
    await popup.close();
    await panel.close();
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
    [...document.querySelectorAll('.claim-item .pair > .words')].map(each => each.textContent.trim()),
  );
}
