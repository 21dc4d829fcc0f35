import type { Questions } from '../brief/ask.ts';
import type { Brief } from '../brief/brief.ts';
import type { Reading, Reveal, WordedPassage } from '../brief/reading.ts';
import { countSources } from '../claims/sourcing.ts';
import { applyCorrections, type Correction } from '../report/corrections.ts';
import { articleAddress } from '../text/address.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { quoteOf } from '../text/quote.ts';
import { loadCorrections } from './corrections.ts';
import { tell } from './messages.ts';
import { openTaggers } from './models.ts';
import { pause } from './pause.ts';
import { type ReadAnswer, readPage, revealOnPage, Unreachable } from './reader.ts';
import { loadSettings, type Settings } from './settings.ts';
import { loadBrief, notePrivate, saveBrief, type TabBrief } from './storage.ts';
import { forgetIfClosed, isOnItsWay, isPrivate, tabUrl } from './tabs.ts';

/**
 * Reads a tab's article and keeps its brief, or says why there is none. What else it takes is asked for meanwhile. The
 * study is imported where it is first asked for: a worker is woken by every page that is looked at, and when one is to
 * be read it is before the study is set up.
 */
export async function readTab(
  tabId: number,
  anyway: boolean,
  settings: Promise<Settings> = loadSettings(),
): Promise<Reading> {
  const isFirst = opened === undefined;
  const reading = readPage(tabId, anyway, isFirst);
  const [address, known] = [tabUrl(tabId), loadBrief(tabId).catch(() => null)];
  const privately = isPrivate(tabId);
  settings.catch(() => undefined); // told to whoever makes a brief
  const corrections = correctionsOf(
    reading.then(addressOf, () => null),
    privately,
  );
  if (isFirst) void prepare(known, reading);
  void noteIf(privately);
  const read = async (): Promise<Reading> => {
    const page = await reading;
    const url = await address;
    if (page.status === 'not_article') return { ...page, tabId, url };
    if (page.status !== 'ok') {
      const { status, frame } = page;
      return { status: 'unreadable', tabId, url, reason: frame === undefined ? status : 'frames', frame };
    }
    const brief = await briefOf(page, tabId, known, settings);
    return { status: 'ok', tabId, url, brief: corrected(brief, await corrections) };
  };
  const answer = await read().catch(async (error: unknown): Promise<Reading> => {
    const url = await address;
    if (error instanceof Unreachable) return { status: 'unreadable', tabId, url, reason: error.reason };
    return { status: 'unreadable', tabId, url, reason: 'failed', detail: String(error) };
  });
  if (!isOfEmptyTab(answer) || !(await isOnItsWay(tabId))) return answer;
  return { status: 'unreadable', tabId, url: await address, reason: 'loading' };
}

/** Whether a tab is told of as one that shows nothing yet would be: as the browser's own page, or as no article. */
const isOfEmptyTab = (reading: Reading): boolean =>
  reading.status === 'not_article' ||
  (reading.status === 'unreadable' && (reading.reason === 'restricted' || reading.reason === 'empty'));

const addressOf = (page: ReadAnswer): string | null =>
  page.status === 'ok' ? articleAddress(page.article) : null;

/** Should it fail, what is written in a private window stays in memory until the browser closes. */
async function noteIf(privately: Promise<boolean>): Promise<void> {
  if (await privately) await notePrivate().catch(() => undefined);
}

/**
 * In a worker that was just woken: while a page is read the models load and, if there is no brief of it yet, the code
 * compiles that makes one, part by part, so that the page is not kept waiting once it is read.
 */
async function prepare(known: Promise<TabBrief | null>, reading: Promise<unknown>): Promise<void> {
  let isRead = false;
  const read = () => void (isRead = true);
  reading.then(read, read);
  const [trained, brief, { warmUp }] = await Promise.all([taggers(), known, import('../analyse.ts')]);
  if (!trained || brief) return;
  const work = warmUp(trained);
  do await pause();
  while (!isRead && !work.next().done);
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
  const { analyse } = await import('../analyse.ts');
  const brief = analyse(article, { summary: summaryLength, ...(trained && { taggers: trained }) });
  // Whoever asks for it next is answered after it is kept; if that fails it is simply made again.
  saveBrief(tabId, { summaryLength, brief, claimReviews, links })
    .then(() => forgetIfClosed(tabId))
    .catch(() => undefined);
  tell('reread', { tabId });
  return brief;
}

/** Read once in the life of a worker. */
let opened: ReturnType<typeof openTaggers> | undefined;
const taggers = () => (opened ??= openTaggers());

/** What the reader corrected in the brief of an article; without it a brief is still right as far as Onix knows. */
async function correctionsOf(
  address: string | null | Promise<string | null>,
  privately: Promise<boolean>,
): Promise<Correction[]> {
  return loadCorrections(address, await privately).catch(() => []);
}

/** The brief as the reader has corrected it, with its sources counted anew. */
function corrected(brief: Brief, corrections: readonly Correction[]): Brief {
  if (corrections.length === 0) return brief;
  const fixed = applyCorrections(brief, corrections);
  return { ...fixed, sourcing: countSources(fixed.article.text, fixed.claims) };
}

/** The tab's brief as it was read last and the reader has corrected it. */
export async function lastBrief(tabId: number): Promise<Brief | null> {
  const known = await loadBrief(tabId);
  if (!known) return null;
  const { brief } = known;
  return corrected(brief, await correctionsOf(articleAddress(brief.article), isPrivate(tabId)));
}

/**
 * The tab's brief ready for questions: made once for as long as it stays the one that is asked, and the same. Null where
 * the text that was read last is not the one that is shown, told by its fingerprint.
 */
export async function questionsOf(tabId: number, shown: string): Promise<Questions | null> {
  const [brief, trained] = await Promise.all([lastBrief(tabId), taggers()]);
  if (!brief || fingerprint(brief.article.text) !== shown) return null;
  const { prepareQuestions } = await import('../brief/ask.ts');
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
