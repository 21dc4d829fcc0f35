import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { listen } from '../../scripts/serve.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { selectWords } from '../support/right-click.ts';
import type { Session } from '../support/session.ts';
import { textOf, waitFor, waitForWords, waitUntilSettled, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

const SAID = 'I want one that starts in January';

describe.each(BROWSERS)('remembered articles in %s', name => {
  let html = readFileSync('tests/pages/sample/page.html', 'utf8');
  const here = startReading(name, {
    opens: '/sample/?utm_source=mail',
    serve: () =>
      listen((request, response) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(html.replace('/news/local/electric-ferry-halted', path));
      }),
  });

  it('are none until the reader says so', async () => {
    const popup = await openBrief(here.session, here.page);
    expect(await textOf(popup)).toContain(words('rememberNote'));
    await popup.press(words('libraryTitle'));
    await waitForWords(popup, words('nothingRemembered'));
    await popup.close();
  });

  it('outlive the popup and the worker', async () => {
    const popup = await openBrief(here.session, here.page);
    await popup.press(words('remember'));
    await waitForWords(popup, words('rememberedNow'));
    await popup.close();
    await here.session.killWorker();
    const again = await openBrief(here.session, here.page);
    await waitFor(again, () => document.querySelector('.library-foot .link'));
    expect(await textOf(again)).toContain(words('rememberedOn', '').trim());
    await again.close();
  });

  it('show, on return to a changed article, what changed', async () => {
    html = html.replace('£19m to £38m', '£19m to £44m').replace(SAID, 'I want none that starts in June');
    await here.page.reload({ waitUntil: 'load' });
    const popup = await openBrief(here.session, here.page);
    await waitFor(popup, () => document.querySelector('.changed .change'));
    const changed = await popup.evaluate(() => document.querySelector('.changed')!.textContent);
    expect(changed).toContain('I want one that starts in January');
    await popup.press(words('rememberNewVersion'));
    await waitFor(popup, () => !document.querySelector('.changed'));
    await popup.close();
  });

  it('are related to another article, and say what they say of the same', async () => {
    const other = await here.open('/another/');
    await selectWords(other, 'none that starts in June');
    const popup = await openBrief(here.session, other);
    await waitFor(popup, () => document.querySelector('.related a'));
    expect(await textOf(popup)).toContain('shared players');
    await popup.press(words('verifySelection'));
    await waitForWords(popup, words('libraryAgrees'));
    await popup.close();
    await other.close();
  });

  it('are kept by themselves where the reader chose so, but not read anew', async () => {
    const options = await here.session.openInTab('options.html');
    await options.press(words('settingsRemember'));
    await waitForWords(options, words('settingsSaved'));
    await options.close();
    const third = await here.open('/third/');
    const popup = await openBrief(here.session, third);
    await waitForWords(popup, words('rememberedOn', '').trim());
    await popup.press(words('libraryTitle'));
    await waitFor(popup, () => document.querySelector('.remembered'));
    expect(await popup.evaluate(() => document.querySelectorAll('.remembered').length)).toBe(2);
    await popup.close();
    await third.close();
  });

  it('come back from the file they were saved in', async () => {
    const options = await here.session.openInTab('options.html');
    await waitFor(options, () => document.querySelectorAll('.remembered').length);
    await options.inject('URL.createObjectURL = blob => { globalThis.saved = blob; return "#"; }');
    await options.press(words('saveAll'));
    await options.press(words('forgetAll'));
    await options.press(words('forgetAllSure'));
    await waitForWords(options, words('nothingRemembered'));
    await options.evaluate(label => {
      const file = new File([(globalThis as unknown as { saved: Blob }).saved], 'onix-library.json');
      const picker = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)!;
      const chosen = new DataTransfer();
      chosen.items.add(file);
      picker.files = chosen.files;
      picker.dispatchEvent(new Event('change', { bubbles: true }));
    }, words('takeArticles'));
    await waitForWords(options, '2 articles added.');
    expect(await options.evaluate(() => document.querySelectorAll('.remembered').length)).toBe(2);
    await options.close();
  });

  it('are forgotten for good', async () => {
    const options = await here.session.openInTab('options.html');
    await options.press(words('settingsRemember')); // else the next reading would remember again
    await waitForWords(options, words('settingsSaved'));
    await options.press(words('forgetAll'));
    await options.press(words('forgetAllSure'));
    await waitForWords(options, words('nothingRemembered'));
    await options.close();
    const popup = await openBrief(here.session, here.page);
    expect(await textOf(popup)).not.toContain(words('forget'));
    await popup.close();
  });
});

async function openBrief(session: Session, page: Page): Promise<View> {
  const popup = await session.openPopup(page);
  await waitUntilSettled(popup);
  await waitFor(popup, () => document.querySelector('.library-foot'));
  return popup;
}
