import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageServer } from '../../scripts/serve.ts';
import { EXTENSION } from '../support/gecko.ts';
import { servePages } from '../support/pages.ts';
import { Session } from '../support/session.ts';
import { textOf, waitFor, waitForWords, waitUntilSettled } from '../support/view.ts';
import { words } from '../support/words.ts';

/** The longest a reader may wait for any page, in a browser that also has other things to do. */
const PATIENCE_MS = 20_000;

describe.each(['chrome', 'firefox'] as const)('pages that are hard to read in %s', name => {
  let server: PageServer;
  let session: Session;
  beforeAll(async () => {
    server = await servePages();
    session = await Session.start(name);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  /** What the popup says about a page, once it has made up its mind. */
  async function read(path: string): Promise<string> {
    const page = await session.open(path.startsWith('/') ? server.origin + path : path);
    const start = performance.now();
    const popup = await session.openPopup(page);
    await waitUntilSettled(popup);
    expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
    const text = await textOf(popup);
    await popup.close();
    await page.close();
    return text;
  }

  it('an empty page is no article, and reading it anyway finds no text', async () => {
    const page = await session.open(`${server.origin}/empty`);
    const popup = await session.openPopup(page);
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

  it('malformed markup is read as the browser shows it', async () => {
    const page = await session.open(`${server.origin}/malformed`);
    const popup = await session.openPopup(page);
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
    const page = await session.open(`${server.origin}/right-to-left`);
    const popup = await session.openPopup(page);
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

  it('a set of frames is named as such', async () => {
    const page = await session.open(`${server.origin}/frames`);
    const popup = await session.openPopup(page);
    await waitUntilSettled(popup);
    expect(await textOf(popup)).toContain(words('obstacleFramesTitle'));
    await popup.close();
    await page.close();
  });

  it('a PDF is named as such', async () => {
    const page = await session.openUnloaded(`${server.origin}/document.pdf`);
    const popup = await session.openPopup(page);
    await waitUntilSettled(popup);
    expect(await textOf(popup)).toContain(words('obstaclePdfTitle'));
    await popup.close();
    await page.close();
  });

  it("the browser's own pages are off limits, and it says so", async () => {
    const page = await session.openUnloaded(name === 'chrome' ? 'chrome://version/' : 'about:support');
    const popup = await session.openPopup(page);
    await waitForWords(popup, words('obstacleRestrictedTitle'));
    expect(await textOf(popup)).toContain(words('obstacleRestrictedText'));
    await popup.close();
    await page.close();
  });
});

describe('permission taken away in Firefox', () => {
  let server: PageServer;
  let session: Session;
  beforeAll(async () => {
    server = await servePages();
    session = await Session.start('firefox');
    const gecko = await session.gecko();
    await gecko.evaluate(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const origins = ['http://*/*', 'https://*/*'];
      await ExtensionPermissions.remove(${EXTENSION}.id, { permissions: [], origins }, ${EXTENSION});
    })()`);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it('no longer looks at pages on its own', async () => {
    const page = await session.open(`${server.origin}/sample/`);
    await page.evaluate(() => new Promise(idle => setTimeout(idle, 1_500))); // time enough to be looked at
    const badge = await session.badge(`${server.origin}/sample/`);
    expect(['', 'no such tab']).toContain(badge); // without the permission the address is hidden too
    await page.close();
  });

  it('still reads the page when the reader presses the button', async () => {
    const page = await session.open(`${server.origin}/sample/`);
    const popup = await session.openPopup(page);
    await waitForWords(popup, 'Kilbrannagh halts electric ferry plan');
    expect(await textOf(popup)).toContain(words('tabClaims'));
    await popup.close();
    await page.close();
  });

  it('asks for the permission in the panel, where pressing a button grants nothing', async () => {
    const page = await session.open(`${server.origin}/sample/`);
    const panel = await session.openPanel(page);
    await waitForWords(panel, words('obstacleNoPermissionTitle'));
    expect(await textOf(panel)).toContain(words('allowAccess'));
    await panel.close();
    await page.close();
  });
});
