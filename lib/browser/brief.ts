import { analyse } from '../analyse.ts';
import { prepareQuestions, type Questions } from '../brief/ask.ts';
import type { Brief } from '../brief/brief.ts';
import type { Passage, Reading, Reveal } from '../brief/reading.ts';
import { countSources } from '../claims/sourcing.ts';
import { applyCorrections } from '../report/corrections.ts';
import { articleAddress } from '../text/address.ts';
import { quoteOf } from '../text/quote.ts';
import { loadCorrections } from './corrections.ts';
import { openTaggers } from './models.ts';
import { type ReadAnswer, readPage, revealOnPage, Unreachable } from './reader.ts';
import { loadSettings } from './settings.ts';
import { loadBrief, saveBrief } from './storage.ts';
import { isPrivate, tabUrl } from './tabs.ts';

/** Reads a tab's article and keeps its brief, or says why there is none. */
export async function readTab(tabId: number, anyway: boolean): Promise<Reading> {
  const url = await tabUrl(tabId);
  try {
    void taggers(); // they load while the page is read
    const page = await readPage(tabId, anyway);
    if (page.status === 'not_article') return { status: 'not_article', tabId, url };
    if (page.status !== 'ok') return { status: 'unreadable', tabId, url, reason: page.status };
    return { status: 'ok', tabId, url, brief: await corrected(await briefOf(page, tabId), tabId) };
  } catch (error) {
    if (error instanceof Unreachable) return { status: 'unreadable', tabId, url, reason: error.reason };
    return { status: 'unreadable', tabId, url, reason: 'failed', detail: String(error) };
  }
}

/** The brief of what was read: the one that is kept while the article stays the same. */
async function briefOf(page: Extract<ReadAnswer, { status: 'ok' }>, tabId: number): Promise<Brief> {
  const { article, claimReviews, links } = page;
  const [known, { summaryLength }] = await Promise.all([loadBrief(tabId), loadSettings()]);
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
const taggers = () => (opened ??= openTaggers());

/** The brief as the reader has corrected it, with its sources counted anew. */
async function corrected(brief: Brief, tabId: number): Promise<Brief> {
  const address = articleAddress(brief.article);
  // Without its corrections a brief is still right as far as Onix knows.
  const corrections =
    address === null ? [] : await loadCorrections(address, await isPrivate(tabId)).catch(() => []);
  if (corrections.length === 0) return brief;
  const fixed = applyCorrections(brief, corrections);
  return { ...fixed, sourcing: countSources(fixed.article.text, fixed.claims) };
}

/** The tab's brief ready for questions; made anew each time, which takes a few milliseconds. */
export async function questionsOf(tabId: number): Promise<Questions | null> {
  const [known, trained] = await Promise.all([loadBrief(tabId), taggers()]);
  return known && prepareQuestions(await corrected(known.brief, tabId), trained?.vectors ?? null);
}

/** Shows passages of the tab's brief on its page. */
export async function revealInTab(tabId: number, passages: Passage[]): Promise<Reveal> {
  const [known, { marks }] = await Promise.all([loadBrief(tabId), loadSettings()]);
  if (!known) return { status: 'moved' };
  const { text } = known.brief.article;
  try {
    return await revealOnPage(
      tabId,
      passages.map(({ start, end, manner = 'words' }) => {
        const span = { start, end };
        return { span, quote: quoteOf(text, span), manner };
      }),
      marks,
    );
  } catch (error) {
    return { status: 'unreadable', reason: error instanceof Unreachable ? error.reason : 'failed' };
  }
}
