import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACT_CHECK_HOST } from '../../lib/network/fact-check-tools.ts';
import { GDELT_HOST } from '../../lib/network/gdelt.ts';
import { ARCHIVE_HOST } from '../../lib/network/wayback.ts';
import { WIKIDATA_HOST } from '../../lib/network/wikidata.ts';
import type { PageServer } from '../../scripts/serve.ts';
import { allowQuestions } from '../support/consent.ts';
import { servePages } from '../support/pages.ts';
import { selectWords } from '../support/right-click.ts';
import { Session } from '../support/session.ts';
import { textOf, waitForWords, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

const STATEMENT = 'that the electricity line to the island may not be able to carry the load';
const SOURCES = new Set([ARCHIVE_HOST, FACT_CHECK_HOST, GDELT_HOST, WIKIDATA_HOST]);

describe.each(['chrome', 'firefox'] as const)('a look outside in %s', name => {
  let server: PageServer;
  let session: Session;
  let page: Page;
  let panel: View;

  beforeAll(async () => {
    server = await servePages();
    session = await Session.start(name);
    if (name === 'firefox') await allowQuestions(session);
    page = await session.open(`${server.origin}/sample/`);
    await selectWords(page, STATEMENT);
    panel = await session.openPanel(page);
    await panel.press(words('verifySelection'));
    await waitForWords(panel, words('outsideTitle'));
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it('asks nobody before a click', () => {
    expect(asked(session)).toEqual([]);
  });

  it('asks the one source that was pressed, and tells a failure from a finding', async () => {
    await panel.press(words('outsideAsk', GDELT_HOST));
    // The proxy lets nothing out: the source cannot be reached.
    await waitForWords(panel, words('reasonServerError'));
    expect(new Set(asked(session))).toEqual(new Set([GDELT_HOST]));
    expect(await textOf(panel)).toContain(words('outsideNotAsked'));
  });

  it('leaves a source that failed in peace for a while', async () => {
    const before = asked(session).length;
    await panel.press(words('outsideAsk', GDELT_HOST));
    await waitForWords(panel, words('reasonRateLimited'));
    expect(asked(session)).toHaveLength(before);
  });
});

/** The sources outside that the browser tried to reach, one entry a try. */
function asked(session: Session): string[] {
  return session.proxy.requests
    .map(request => request.replace(/^CONNECT /, '').replace(/:443$/, ''))
    .filter(host => SOURCES.has(host));
}
