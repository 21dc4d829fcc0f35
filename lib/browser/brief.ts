import { analyse, warmUp } from '../analyse.ts';
import type { Article } from '../article/article.ts';
import { prepareQuestions, type Questions } from '../brief/ask.ts';
import type { Brief } from '../brief/brief.ts';
import type { Reading, Reveal, WordedPassage } from '../brief/reading.ts';
import { countSources } from '../claims/sourcing.ts';
import { applyCorrections, type Correction } from '../report/corrections.ts';
import { articleAddress } from '../text/address.ts';
import { quoteOf } from '../text/quote.ts';
import { loadCorrections } from './corrections.ts';
import { openTaggers } from './models.ts';
import { type ReadAnswer, readPage, revealOnPage, Unreachable } from './reader.ts';
import { loadSettings, type Settings } from './settings.ts';
import { loadBrief, notePrivate, saveBrief, type TabBrief } from './storage.ts';
import { isPrivate, tabUrl } from './tabs.ts';

/**
 * Reads a tab's article and keeps its brief, or says why there is none. What can be had meanwhile is asked for early, but
 * nothing is worked on here before the page has its order: it is read while we load and compile.
 */
export async function readTab(tabId: number, anyway: boolean): Promise<Reading> {
  const [address, known] = [tabUrl(tabId), loadBrief(tabId).catch(() => null)];
  const privately = isPrivate(tabId);
  const settings = loadSettings();
  settings.catch(() => undefined); // told to whoever makes a brief
  const { promise: isOrdered, resolve: ordered } = Promise.withResolvers<void>();
  setTimeout(ordered, PATIENCE);
  void prepare(known, isOrdered);
  void noteIf(privately);
  const read = async (): Promise<Reading> => {
    const page = await readPage(tabId, anyway, ordered).finally(ordered);
    const url = await address;
    if (page.status === 'not_article') return { status: 'not_article', tabId, url };
    if (page.status !== 'ok') return { status: 'unreadable', tabId, url, reason: page.status };
    const corrections = correctionsOf(page.article, privately);
    const brief = await briefOf(page, tabId, known, settings);
    return { status: 'ok', tabId, url, brief: corrected(brief, await corrections) };
  };
  return read().catch(async (error: unknown) => {
    const url = await address;
    if (error instanceof Unreachable) return { status: 'unreadable', tabId, url, reason: error.reason };
    return { status: 'unreadable', tabId, url, reason: 'failed', detail: String(error) };
  });
}

/** Milliseconds; a page that hangs keeps no other waiting for models. */
const PATIENCE = 100;

/** Should it fail, what is written in a private window stays in memory until the browser closes. */
async function noteIf(privately: Promise<boolean>): Promise<void> {
  if (await privately) await notePrivate().catch(() => undefined);
}

/** While a page is read the models load and, if there is no brief of it yet, the code compiles that makes one. */
async function prepare(known: Promise<TabBrief | null>, begin: Promise<void>): Promise<void> {
  const isFirst = opened === undefined;
  const [trained, brief] = await Promise.all([taggers(begin), known]);
  if (isFirst && trained && !brief) warmUp(trained);
}

/** The brief of what was read: the one that is kept while the article stays the same. */
async function briefOf(
  page: Extract<ReadAnswer, { status: 'ok' }>,
  tabId: number,
  before: Promise<TabBrief | null>,
  settings: Promise<Settings>,
): Promise<Brief> {
  const { article, claimReviews, links } = page;
  const [known, { summaryLength }] = await Promise.all([before, settings]);
  if (
    known?.summaryLength === summaryLength &&
    JSON.stringify(known.brief.article) === JSON.stringify(article)
  )
    return known.brief;
  const trained = await taggers();
  const brief = analyse(article, { summary: summaryLength, ...(trained && { taggers: trained }) });
  await saveBrief(tabId, { summaryLength, brief, claimReviews, links });
  return brief;
}

/** Read once in the life of a worker. */
let opened: ReturnType<typeof openTaggers> | undefined;
const taggers = (begin?: Promise<void>) => (opened ??= openTaggers(begin));

/** What the reader corrected in the brief of an article; without it a brief is still right as far as Onix knows. */
async function correctionsOf(article: Article, privately: Promise<boolean>): Promise<Correction[]> {
  const address = articleAddress(article);
  return address === null ? [] : loadCorrections(address, await privately).catch(() => []);
}

/** The brief as the reader has corrected it, with its sources counted anew. */
function corrected(brief: Brief, corrections: readonly Correction[]): Brief {
  if (corrections.length === 0) return brief;
  const fixed = applyCorrections(brief, corrections);
  return { ...fixed, sourcing: countSources(fixed.article.text, fixed.claims) };
}

/** The tab's brief ready for questions: made once for as long as it stays the one that is asked, and the same. */
export async function questionsOf(tabId: number): Promise<Questions | null> {
  const [known, trained] = await Promise.all([loadBrief(tabId), taggers()]);
  if (!known) return null;
  const brief = corrected(known.brief, await correctionsOf(known.brief.article, isPrivate(tabId)));
  const key = JSON.stringify(brief); // takes far less than preparing
  if (prepared?.key !== key) prepared = { key, questions: prepareQuestions(brief, trained?.vectors ?? null) };
  return prepared.questions;
}
let prepared: { key: string; questions: Questions } | undefined;

/** Shows passages of the tab's brief on its page; not where that has become another than they are of. */
export async function revealInTab(tabId: number, places: WordedPassage[]): Promise<Reveal> {
  const [known, { marks }] = await Promise.all([loadBrief(tabId), loadSettings()]);
  if (!known) return { status: 'moved' };
  const { text } = known.brief.article;
  if (places.some(({ start, end, words }) => text.slice(start, end) !== words)) return { status: 'moved' };
  try {
    return await revealOnPage(
      tabId,
      places.map(({ start, end, manner = 'words' }) => {
        const span = { start, end };
        return { span, quote: quoteOf(text, span), manner };
      }),
      marks,
    );
  } catch (error) {
    return { status: 'unreadable', reason: error instanceof Unreachable ? error.reason : 'failed' };
  }
}
