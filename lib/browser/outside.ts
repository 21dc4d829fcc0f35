import browser from 'webextension-polyfill';
import type { Brief } from '../brief/brief.ts';
import { createClient } from '../network/client.ts';
import { createFactCheckTools, FACT_CHECK_HOST } from '../network/fact-check-tools.ts';
import { createGdelt, GDELT_HOST, gdeltQuery } from '../network/gdelt.ts';
import { ARCHIVE_HOST, createWayback } from '../network/wayback.ts';
import { createWikidata, WIKIDATA_HOST } from '../network/wikidata.ts';
import { trimAddress } from '../report/compose.ts';
import type { Span } from '../text/span.ts';
import { findCopies } from '../verify/archive.ts';
import { findFactChecks } from '../verify/fact-checks.ts';
import type { OutsideEvidence, OutsideSource } from '../verify/outside.ts';
import { findPapers } from '../verify/papers.ts';
import { buildQuery } from '../verify/query.ts';
import { findWho, peopleToAsk } from '../verify/who.ts';
import { t } from './i18n.ts';
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

/** What each source would be sent for a place, and where; "" where there is nothing to ask. */
export function planOutside(brief: Brief, place: Span, hasKey: boolean) {
  const query = buildQuery(brief, place);
  const address = trimAddress(brief.article.canonicalUrl ?? brief.article.url, 'full');
  return [
    { source: 'fact-checks' as const, host: FACT_CHECK_HOST, sends: hasKey ? query.words.join(' ') : '' },
    { source: 'who' as const, host: WIKIDATA_HOST, sends: peopleToAsk(query).join(', ') },
    { source: 'papers' as const, host: GDELT_HOST, sends: gdeltQuery(query) },
    { source: 'archive' as const, host: ARCHIVE_HOST, sends: address ?? '' },
  ];
}

/** Searches the reader can open; the words are in the address, nothing is fetched. */
export function linksOut(brief: Brief, place: Span): { name: string; url: string }[] {
  const { words, phrase, language } = buildQuery(brief, place);
  if (words.length === 0) return [];
  const all = encodeURIComponent(words.slice(0, 6).join(' '));
  return [
    {
      name: t('linkFactCheckExplorer'),
      url: `https://toolbox.google.com/factcheck/explorer/search/${all};hl=${encodeURIComponent(language)}`,
    },
    ...(phrase === null
      ? []
      : [{ name: t('linkPhrase'), url: `https://duckduckgo.com/?q=${encodeURIComponent(`"${phrase}"`)}` }]),
    { name: t('linkNews'), url: `https://news.google.com/search?q=${all}` },
  ];
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
