import { beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION } from '../support/gecko.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { pause, textOf, waitFor, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

/** The longest a reader may wait for any page, in a browser that also has other things to do. */
const PATIENCE_MS = 20_000;

describe.each(BROWSERS)('pages that are hard to read in %s', name => {
  const here = startReading(name);

  /** What the popup says about a page, once it has made up its mind. */
  async function read(path: string): Promise<string> {
    const page = await here.session.open(path.startsWith('/') ? here.origin + path : path);
    const start = performance.now();
    const popup = await here.session.openPopup(page);
    await waitUntilSettled(popup);
    expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
    const text = await textOf(popup);
    await popup.close();
    await page.close();
    return text;
  }

  it('an empty page is no article, and reading it anyway finds no text', async () => {
    const page = await here.open('/empty');
    const popup = await here.session.openPopup(page);
    await waitForWords(popup, words('notArticleTitle'));
    await popup.press(words('readAnyway'));
    await waitForWords(popup, words('obstacleEmptyTitle'));
    expect(await textOf(popup)).toContain(words('tryAgain'));
    await popup.close();
    await page.close();
  });

  it.each([
    ['5 MB of text', '/five-megabytes', 'A very long night in the archive'],
    ['50,000 paragraphs', '/fifty-thousand-paragraphs', 'Every vote of the session, one by one'],
  ])('%s are read, or refused in plain words', async (_case, path, headline) => {
    const text = await read(path);
    const honest = [headline, words('obstacleTooLargeTitle')];
    expect(honest.filter(said => text.includes(said))).toHaveLength(1);
  });

  it('a page that is not in front is read without waiting for its turn', async () => {
    const page = await here.open('/fifty-thousand-paragraphs');
    const tabs = await here.session.inExtension(api => api.tabs.query({}));
    const tab = tabs.find(({ url }) => url === page.url());
    const start = performance.now();
    const view = await here.session.openInTab(`popup.html?tab=${tab?.id}`);
    await waitForWords(view, words('obstacleTooLargeTitle'));
    expect(performance.now() - start).toBeLessThan(PATIENCE_MS / 2); // timers, once a second there, took 15 s
    await view.close();
    await page.close();
  });

  it('malformed markup is read as the browser shows it', async () => {
    const page = await here.open('/malformed');
    const popup = await here.session.openPopup(page);
    await waitUntilSettled(popup);
    const isRefused = (await textOf(popup)).includes(words('notArticleTitle')); // its metadata is broken as well
    if (isRefused) await popup.press(words('readAnyway'));
    await waitForWords(popup, 'Bridge closed after crack is found');
    await popup.press(words('tabClaims'));
    await waitForWords(popup, 'Petra Whitlock');
    expect(await textOf(popup)).toContain('Nobody was in danger at any time');
    await popup.close();
    await page.close();
  });

  it('a right-to-left page is read in its own direction', async () => {
    const page = await here.open('/right-to-left');
    const popup = await here.session.openPopup(page);
    await waitForWords(popup, 'إعادة فتح السوق القديم');
    const direction = await waitFor(popup, () => {
      const headline = document.querySelector('.headline');
      return headline && getComputedStyle(headline).direction;
    });
    expect(direction).toBe('rtl');
    expect(await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await popup.close();
    await page.close();
  });

  it('a page in another language says what it cannot offer', async () => {
    const text = await read('/german');
    expect(text).toContain('Hallenbad Ellerau schließt');
    expect(text).toContain(words('partlyOffered', '').slice(0, 40));
  });

  it.each(['/frames', '/shell-around-a-frame'])('what is in a frame is led to: %s', async path => {
    const page = await here.open(path);
    const popup = await here.session.openPopup(page);
    await waitUntilSettled(popup);
    expect(await textOf(popup)).toContain(words('obstacleFramesTitle'));
    const address = await popup.evaluate(() => document.querySelector<HTMLAnchorElement>('.notice a')?.href);
    expect(address).toBe(`${here.origin}/sample/`);
    await popup.close();
    await page.close();
  });

  it('a PDF is named as such', async () => {
    const page = await here.session.openUnloaded(`${here.origin}/document.pdf`);
    const popup = await here.session.openPopup(page);
    await waitUntilSettled(popup);
    expect(await textOf(popup)).toContain(words('obstaclePdfTitle'));
    await popup.close();
    await page.close();
  });

  it("the browser's own pages are off limits, and it says so", async () => {
    const page = await here.session.openUnloaded(name === 'chrome' ? 'chrome://version/' : 'about:support');
    const popup = await here.session.openPopup(page);
    await waitForWords(popup, words('obstacleRestrictedTitle'));
    expect(await textOf(popup)).toContain(words('obstacleRestrictedText'));
    await popup.close();
    await page.close();
  });

  it("so is a page's source, and a page that did not load", async () => {
    for (const address of [`view-source:${here.origin}/sample/`, 'http://127.0.0.1:9/']) {
      const page = await here.session.openUnloaded(address);
      const popup = await here.session.openPopup(page);
      await waitForWords(popup, words('obstacleRestrictedTitle'));
      expect(await textOf(popup)).toContain(words('obstacleRestrictedText'));
      await popup.close();
      await page.close();
    }
  });
});

describe('permission taken away in Firefox', () => {
  const here = startReading('firefox');
  beforeAll(async () => {
    const gecko = await here.session.gecko();
    await gecko.evaluate(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const origins = ['http://*/*', 'https://*/*'];
      await ExtensionPermissions.remove(${EXTENSION}.id, { permissions: [], origins }, ${EXTENSION});
    })()`);
  });

  it('no longer looks at pages on its own', async () => {
    const page = await here.open('/sample/');
    await pause(1_500); // time enough to be looked at
    const badge = await here.session.badge(`${here.origin}/sample/`);
    expect(['', 'no such tab']).toContain(badge); // without the permission the address is hidden too
    await page.close();
  });

  it('still reads the page when the reader presses the button', async () => {
    const page = await here.open('/sample/');
    const popup = await here.session.openPopup(page);
    await waitForWords(popup, 'Kilbrannagh halts electric ferry plan');
    expect(await textOf(popup)).toContain(words('tabClaims'));
    await popup.close();
    await page.close();
  });

  it('asks for the permission in the panel, where pressing a button grants nothing', async () => {
    const page = await here.open('/sample/');
    const panel = await here.session.openPanel(page);
    await waitForWords(panel, words('obstacleNoPermissionTitle'));
    expect(await textOf(panel)).toContain(words('allowAccess'));
    await panel.close();
    await page.close();
  });
});
