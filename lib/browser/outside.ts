import browser from 'webextension-polyfill';
import { bugs } from '../../package.json';
import type { Brief } from '../brief/brief.ts';
import { type Client, createClient } from '../network/client.ts';
import { createFactCheckTools, FACT_CHECK_HOST } from '../network/fact-check-tools.ts';
import { createGdelt, createGdeltContext, GDELT_HOST, gdeltQuery, phraseQuery } from '../network/gdelt.ts';
import { ARCHIVE_HOST, createWayback } from '../network/wayback.ts';
import { createWikidata, WIKIDATA_HOST } from '../network/wikidata.ts';
import { articleAddress } from '../text/address.ts';
import type { Span } from '../text/span.ts';
import { findCopies } from '../verify/archive.ts';
import { findFactChecks } from '../verify/fact-checks.ts';
import type { OutsideEvidence, OutsideSource } from '../verify/outside.ts';
import { findPapers, findQuotation } from '../verify/papers.ts';
import { buildQuery } from '../verify/query.ts';
import { findWho, peopleToAsk } from '../verify/who.ts';
import { loadFactCheckKey } from './storage.ts';

/** What is being asked now, to be called off; a worker that dies has called everything off. */
const asking = new Map<string, AbortController>();
const askingKey = (tabId: number, source: OutsideSource) => `${tabId} ${source}`;

/** A place in an article, and what the reader was told a source is sent about it. */
interface Announced {
  readonly tabId: number;
  readonly brief: Promise<Brief | null>; // as the tab has it now; null: it has none any more
  readonly place: Span;
  readonly sends: readonly string[];
}

/**
 * Asks one source outside about a place in the article: only one the reader pressed, or chose to have always asked, and
 * only what they were told.
 */
export async function lookOutside(
  source: OutsideSource,
  { tabId, brief: reading, place, sends }: Announced,
): Promise<OutsideEvidence> {
  const key = askingKey(tabId, source);
  const controller = new AbortController();
  asking.get(key)?.abort();
  asking.set(key, controller); // before anything is waited for: it may be called off at once
  const { signal } = controller;
  try {
    const [brief, factCheckKey] = await Promise.all([reading, loadFactCheckKey()]);
    if (!brief || !isPlanned(planOutside(brief, place, factCheckKey !== null), source, sends))
      return { status: 'not_measured', source, reason: 'changed' };
    return await look(source, { brief, place }, { getJson: request => client.getJson(request, signal) });
  } finally {
    if (asking.get(key) === controller) asking.delete(key);
  }
}

const isPlanned = (plan: readonly OutsidePlan[], source: OutsideSource, sends: readonly string[]): boolean =>
  JSON.stringify(plan.find(it => it.source === source)?.sends) === JSON.stringify(sends);

/** Calls off what a source is being asked for a tab. */
export const stopLooking = (source: OutsideSource, tabId: number): void =>
  asking.get(askingKey(tabId, source))?.abort();

async function look(
  source: OutsideSource,
  { brief, place }: { brief: Brief; place: Span },
  through: Client,
): Promise<OutsideEvidence> {
  const query = buildQuery(brief, place);
  switch (source) {
    case 'fact-checks':
      return findFactChecks(query, createFactCheckTools(through, await loadFactCheckKey()));
    case 'who':
      return findWho(query, createWikidata(through, agent()));
    case 'papers':
      return findPapers(query, createGdelt(through));
    case 'quotation':
      return findQuotation(query, createGdeltContext(through));
    case 'archive': {
      const address = articleAddress(brief.article);
      return address === null
        ? { status: 'not_measured', source, reason: 'query_rejected' }
        : findCopies(address, createWayback(through));
    }
  }
}

/** The program and where its makers are to be reached. */
const agent = (): string => `Onix/${browser.runtime.getManifest().version}${bugs.url && ` (${bugs.url})`}`;

/** What a look at one source outside would send, and where. `sends` is empty where there is nothing to ask. */
export interface OutsidePlan {
  readonly source: OutsideSource;
  readonly host: string;
  readonly sends: readonly string[];
  readonly withKey?: boolean; // the reader's own key goes along
}

/** What each source would be sent for a place. */
export function planOutside(brief: Brief, place: Span, hasKey: boolean): OutsidePlan[] {
  const query = buildQuery(brief, place);
  const { language } = query;
  const people = peopleToAsk(query);
  const address = articleAddress(brief.article);
  return [
    {
      source: 'fact-checks',
      host: FACT_CHECK_HOST,
      sends: hasKey && query.words.length > 0 ? [query.words.join(' '), language] : [],
      withKey: true,
    },
    { source: 'who', host: WIKIDATA_HOST, sends: people.length > 0 ? [...people, language] : [] },
    { source: 'papers', host: GDELT_HOST, sends: [gdeltQuery(query)].filter(Boolean) },
    { source: 'quotation', host: GDELT_HOST, sends: [phraseQuery(query)].filter(Boolean) },
    { source: 'archive', host: ARCHIVE_HOST, sends: address === null ? [] : [address] },
  ];
}

const client = createClient({
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  pause,
  isOnline: () => navigator.onLine,
  // Session memory: it outlives the worker, is never written to disk, and goes with the browser.
  memory: {
    get: async key => (await browser.storage.session.get(`outside:${key}`))[`outside:${key}`],
    set: (key, value) => browser.storage.session.set({ [`outside:${key}`]: value }),
  },
});

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resume => {
    const timer = setTimeout(resume, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resume();
    });
  });
}
