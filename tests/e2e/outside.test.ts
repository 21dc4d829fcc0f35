import { beforeAll, describe, expect, it } from 'vitest';
import { FACT_CHECK_HOST } from '../../lib/network/fact-check-tools.ts';
import { GDELT_HOST } from '../../lib/network/gdelt.ts';
import { ARCHIVE_HOST } from '../../lib/network/wayback.ts';
import { WIKIDATA_HOST } from '../../lib/network/wikidata.ts';
import { allowQuestions } from '../support/consent.ts';
import { BROWSERS, startReading } from '../support/reading.ts';
import { selectWords } from '../support/right-click.ts';
import type { Session } from '../support/session.ts';
import { textOf, waitForWords, type View } from '../support/view.ts';
import { words } from '../support/words.ts';

const STATEMENT = 'that the electricity line to the island may not be able to carry the load';
const SOURCES = new Set([ARCHIVE_HOST, FACT_CHECK_HOST, GDELT_HOST, WIKIDATA_HOST]);

describe.each(BROWSERS)('a look outside in %s', name => {
  const here = startReading(name, { opens: '/sample/' });
  let panel: View;
  beforeAll(async () => {
    if (name === 'firefox') await allowQuestions(here.session);
    await selectWords(here.page, STATEMENT);
    panel = await here.session.openPanel(here.page);
    await panel.press(words('verifySelection'));
    await waitForWords(panel, words('outsideTitle'));
  });

  it('asks nobody before a click', () => {
    expect(asked(here.session)).toEqual([]);
  });

  it('asks the one source that was pressed, and tells a failure from a finding', async () => {
    await panel.press(words('outsideAsk', GDELT_HOST));
    // The proxy lets nothing out: the source cannot be reached.
    await waitForWords(panel, words('reasonServerError'));
    expect(new Set(asked(here.session))).toEqual(new Set([GDELT_HOST]));
    expect(await textOf(panel)).toContain(words('outsideNotAsked'));
  });

  it('leaves a source that failed in peace for a while', async () => {
    const before = asked(here.session).length;
    await panel.press(words('outsideAsk', GDELT_HOST));
    await waitForWords(panel, words('reasonRateLimited'));
    expect(asked(here.session)).toHaveLength(before);
  });
});

/** The sources outside that the browser tried to reach, one entry a try. */
function asked(session: Session): string[] {
  return session.proxy.requests
    .map(request => request.replace(/^CONNECT /, '').replace(/:443$/, ''))
    .filter(host => SOURCES.has(host));
}
