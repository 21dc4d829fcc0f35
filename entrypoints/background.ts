import type { Tabs } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { analyse } from '../lib/analyse.ts';
import { answer as answerQuestion, prepareQuestions, type Questions } from '../lib/brief/ask.ts';
import type { Brief } from '../lib/brief/brief.ts';
import { suggestQuestions } from '../lib/brief/suggest.ts';
import type { Passage, Reading, Reveal } from '../lib/brief/reading.ts';
import type { Verification } from '../lib/verify/verification.ts';
import { loadCorrections } from '../lib/browser/corrections.ts';
import { clearBadge, showBadge } from '../lib/browser/badge.ts';
import { deliverDue, deliverOnAlarm } from '../lib/browser/delivery.ts';
import { speak } from '../lib/browser/i18n.ts';
import { listRemembered, remember } from '../lib/browser/library.ts';
import { addVerifyMenu, onVerifyShortcut } from '../lib/browser/menus.ts';
import { answer } from '../lib/browser/messages.ts';
import { openTaggers } from '../lib/browser/models.ts';
import { lookOutside, stopLooking } from '../lib/browser/outside.ts';
import { openPanel } from '../lib/browser/panel.ts';
import {
  clearPage,
  type ReadAnswer,
  readPage,
  readSelection,
  revealOnPage,
  Unreachable,
} from '../lib/browser/reader.ts';
import { loadSettings } from '../lib/browser/settings.ts';
import {
  dropVerifyRequest,
  loadBrief,
  loadVerifyRequest,
  saveBrief,
  saveVerifyRequest,
} from '../lib/browser/storage.ts';
import { dropBriefsOfClosedTabs, isPrivate, tabUrl } from '../lib/browser/tabs.ts';
import { welcomeAfterInstall } from '../lib/browser/welcome.ts';
import { countSources } from '../lib/claims/sourcing.ts';
import { applyCorrections, claimWords } from '../lib/report/corrections.ts';
import { articleAddress } from '../lib/text/address.ts';
import { quoteOf } from '../lib/text/quote.ts';
import type { Span } from '../lib/text/span.ts';
import { verifyInArticle } from '../lib/verify/article.ts';
import { type LibraryEvidence, verifyInLibrary } from '../lib/verify/library.ts';
import { verifyOnPage } from '../lib/verify/page.ts';

export default defineBackground(() => {
  answer({
    pageLooked: async ({ isNews }, sender) => {
      const tabId = sender.tab?.id;
      if (tabId === undefined) return null;
      const { badge, language } = await loadSettings();
      await speak(language);
      await (isNews && badge ? showBadge(tabId) : clearBadge(tabId));
      return null;
    },
    readTab: async ({ tabId, anyway }) => {
      const reading = await read(tabId, anyway);
      if (reading.status === 'ok' && !anyway) await rememberIfWanted(reading.brief, tabId);
      return reading;
    },
    reveal: ({ tabId, passages }) => reveal(tabId, passages),
    clearMarks: async ({ tabId }) => {
      await clearPage(tabId).catch(() => undefined); // no page, no marks
      return null;
    },
    suggestQuestions: async ({ tabId }) => {
      const questions = await questionsOf(tabId);
      return questions ? suggestQuestions(questions) : [];
    },
    answerQuestion: async ({ tabId, question }) => {
      const questions = await questionsOf(tabId);
      return questions && answerQuestion(questions, question);
    },
    verifySelection: ({ tabId, claimId }) =>
      claimId === undefined ? verifySelection(tabId) : verifyClaim(tabId, claimId),
    lookOutside: async ({ tabId, source, place }) => {
      const known = await loadBrief(tabId);
      if (!known) return { status: 'not_measured', source, reason: 'aborted' };
      return lookOutside(source, { brief: known.brief, place, tabId });
    },
    stopLooking: async ({ tabId, source }) => {
      stopLooking(source, tabId);
      return null;
    },
    deliverReports: async () => {
      await deliverDue();
      return null;
    },
  });

  addVerifyMenu((info, tab) => verifyInPanel(tab, info.selectionText ?? ''));
  onVerifyShortcut(tab => verifyInPanel(tab, '')); // '': whatever is selected by then

  welcomeAfterInstall();
  deliverOnAlarm();
  dropBriefsOfClosedTabs();
});

/** Opens the panel and leaves it the words to verify. */
function verifyInPanel(tab: Tabs.Tab, text: string): void {
  if (tab.windowId !== undefined) openPanel(tab.windowId); // first: the click's permission ends at the first await
  // Where it cannot be left waiting, the words selected on the page count.
  if (tab.id !== undefined) saveVerifyRequest({ tabId: tab.id, text }).catch(() => undefined);
}

/** Reads a tab's article and keeps its brief, or says why there is none. */
async function read(tabId: number, anyway: boolean): Promise<Reading> {
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

/** The standing choice to remember: an article that is known already stays as it was remembered. */
async function rememberIfWanted(brief: Brief, tabId: number): Promise<void> {
  const { rememberArticles } = await loadSettings();
  // Whether it was kept, and if not why, the view asks for itself.
  if (rememberArticles) await remember(brief, { isPrivate: await isPrivate(tabId), onlyNew: true });
}

/** The tab's brief ready for questions; made anew each time, which takes a few milliseconds. */
async function questionsOf(tabId: number): Promise<Questions | null> {
  const [known, trained] = await Promise.all([loadBrief(tabId), taggers()]);
  return known && prepareQuestions(await corrected(known.brief, tabId), trained?.vectors ?? null);
}

/** Shows passages of the tab's brief on its page. */
async function reveal(tabId: number, passages: Passage[]): Promise<Reveal> {
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

/** What the article itself offers for the words a right-click left waiting, else for those selected on the page. */
async function verifySelection(tabId: number): Promise<Verification> {
  const waiting = await loadVerifyRequest(tabId);
  const reading = await read(tabId, true);
  if (reading.status !== 'ok')
    return {
      status: 'unreadable',
      tabId,
      reason: reading.status === 'unreadable' ? reading.reason : 'failed',
    };
  const live = await readSelection(tabId);
  const selection = waiting?.text || live.text;
  if (selection.trim() === '') return { status: 'nothing_selected', tabId };
  // The live selection knows its exact place; it counts only while it still holds the words that were asked about.
  const span = folded(live.text) === folded(selection) ? live.span : null;
  const verification = await verify(tabId, { brief: reading.brief, selection, span });
  await dropVerifyRequest(tabId); // last: a worker that dies before is asked again
  return verification;
}

/** The same for a claim the reader picked from the list. */
async function verifyClaim(tabId: number, claimId: string): Promise<Verification> {
  const reading = await read(tabId, true);
  const claim = reading.status === 'ok' && reading.brief.claims.find(({ id }) => id === claimId);
  if (!claim) return { status: 'unreadable', tabId, reason: 'failed' };
  const span = { start: claim.content[0]!.start, end: claim.content.at(-1)!.end };
  const selection = claimWords(reading.brief.article.text, claim);
  return verify(tabId, { brief: reading.brief, selection, span });
}

type Asked = { brief: Brief; selection: string; span: Span | null };

/** What is on this device about some words: in the article, on its page, in the articles that were remembered. */
async function verify(tabId: number, { brief, selection, span }: Asked): Promise<Verification> {
  const known = await loadBrief(tabId);
  const article = verifyInArticle(brief, span ?? selection, known?.links);
  const evidence = [article, verifyOnPage(brief, known?.claimReviews ?? [])];
  const said = article.items.find(({ relation }) => relation === 'says');
  const library = await rememberedFor(brief, said ?? span ?? selection);
  return { status: 'ok', tabId, selection, span, brief, evidence, library };
}

/** What the remembered articles say to the same; a library that cannot be opened stops nothing else. */
async function rememberedFor(brief: Brief, place: Span | string): Promise<LibraryEvidence> {
  try {
    return verifyInLibrary(brief, place, {
      library: await listRemembered(),
      address: articleAddress(brief.article),
    });
  } catch {
    return { status: 'not_measured', reason: 'unreadable' };
  }
}

const folded = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
