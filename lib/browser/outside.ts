import browser from 'webextension-polyfill';
import type { Brief } from '../brief/brief.ts';
import { createClient } from '../network/client.ts';
import { createFactCheckTools } from '../network/fact-check-tools.ts';
import { createGdelt } from '../network/gdelt.ts';
import { createWayback } from '../network/wayback.ts';
import { createWikidata } from '../network/wikidata.ts';
import { trimAddress } from '../report/compose.ts';
import type { Span } from '../text/span.ts';
import { findCopies } from '../verify/archive.ts';
import { findFactChecks } from '../verify/fact-checks.ts';
import type { OutsideEvidence, OutsideSource } from '../verify/outside.ts';
import { findPapers } from '../verify/papers.ts';
import { buildQuery } from '../verify/query.ts';
import { findWho } from '../verify/who.ts';
import { loadFactCheckKey } from './storage.ts';

/** Asks one source outside about a place in the article. Called only for a reader's click that named it. */
export async function lookOutside(
  source: OutsideSource,
  brief: Brief,
  place: Span,
): Promise<OutsideEvidence> {
  const query = buildQuery(brief, place);
  switch (source) {
    case 'fact-checks':
      return findFactChecks(query, createFactCheckTools(client, await loadFactCheckKey()));
    case 'who':
      return findWho(query, createWikidata(client));
    case 'papers':
      return findPapers(query, createGdelt(client));
    case 'archive': {
      const address = trimAddress(brief.article.canonicalUrl ?? brief.article.url, 'full');
      return address === undefined
        ? { status: 'not_measured', source, reason: 'query_rejected' }
        : findCopies(address, createWayback(client));
    }
  }
}

const client = createClient({
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  pause: ms => new Promise(resume => setTimeout(resume, ms)),
  isOnline: () => navigator.onLine,
  // Session memory: it outlives the worker, is never written to disk, and goes with the browser.
  memory: {
    get: async key => (await browser.storage.session.get(`outside:${key}`))[`outside:${key}`],
    set: (key, value) => browser.storage.session.set({ [`outside:${key}`]: value }).catch(() => undefined), // full: not kept
  },
});
