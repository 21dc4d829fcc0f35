import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS, startReading } from '../support/reading.ts';
import type { Session } from '../support/session.ts';
import { pause, textOf, waitFor, waitForWords, waitUntilSettled, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

const MESSAGE = 'The chair of the board is missing here.';

describe.each(BROWSERS)('reporting a problem in %s', name => {
  const here = startReading(name, { opens: '/sample/' });

  it('keeps an unfinished report when the popup is closed with its last keystroke', async () => {
    for (const round of [1, 2, 3]) {
      const message = `${MESSAGE} ${round}`;
      const popup = await here.session.openPopup(here.page);
      await waitUntilSettled(popup);
      await popup.press(words('reportProblem'));
      await writeAndClose(popup, message);
      const again = await here.session.openPopup(here.page);
      await waitForWords(again, words('draftWaiting'));
      await again.press(words('draftContinue'));
      expect(await waitFor(again, () => document.querySelector('textarea')?.value)).toBe(message);
      await again.press(words('reportDiscard'));
      await again.press(words('discardSure'));
      await again.close();
    }
  });

  it('keeps a report through a killed worker, a closed popup and a browser restart', async () => {
    const popup = await here.session.openPopup(here.page);
    await waitFor(popup, () => document.querySelector('.summary-item'));
    await popup.press(words('reportProblem'));
    await popup.press(words('kindBadSummary'));
    await write(popup, MESSAGE);
    const preview = await popup.evaluate(() => document.querySelector('.preview pre')!.textContent);
    expect(preview).toContain(MESSAGE);
    await here.session.killWorker();

    await popup.pressAt('form button[type="submit"]');
    await waitForWords(popup, words('reportThanks'));
    const id = await popup.evaluate(() => document.querySelector('.report-id code')!.textContent);
    expect(preview).toContain(id);
    await popup.close();
    await here.session.killWorker();
    expect(await kept(here.session, here.page)).toContain(id);

    await here.session.restart();
    here.page = await here.open('/sample/');
    const text = await kept(here.session, here.page);
    expect(text).toContain(id);
    expect(text).toContain(MESSAGE);
  });

  it('offers no tracker while the project has none', async () => {
    const popup = await here.session.openPopup(here.page);
    await waitUntilSettled(popup);
    await popup.press(words('reportsTitle'));
    await waitForWords(popup, words('copy'));
    expect(await textOf(popup)).toContain(words('saveFile'));
    expect(await textOf(popup)).not.toContain(words('openInTracker'));
    await popup.close();
  });
});

/** Types into the form as a reader does: the field tells of every change. */
async function write(view: View, message: string): Promise<void> {
  await waitFor(view, () => document.querySelector('textarea'));
  await view.evaluate(type, message, false);
}

/** The same, and the view is closed with the last keystroke; it can give no answer any more. */
async function writeAndClose(view: View, message: string): Promise<void> {
  await waitFor(view, () => document.querySelector('textarea'));
  const closed = view.evaluate(type, message, true);
  closed.catch(() => undefined);
  await pause(30); // it is on its way
  await view.close().catch(() => undefined); // closed already, as a rule
}

/** In the view. */
function type(text: string, andClose: boolean): void {
  const field = document.querySelector('textarea')!;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  if (andClose) globalThis.close();
}

/** What "Your reports" shows. */
async function kept(session: Session, page: Page): Promise<string> {
  const popup = await session.openPopup(page);
  await waitUntilSettled(popup); // the brief grows in above the links
  await popup.press(words('reportsTitle'));
  await waitForWords(popup, words('deleteReport'));
  const text = await popup.evaluate(() => document.body.textContent);
  await popup.close();
  return text;
}
