import type { Tabs } from 'webextension-polyfill';
import type { Brief, Claim } from '../brief/brief.ts';
import type { Reading } from '../brief/reading.ts';
import { claimKey } from '../report/corrections.ts';
import { articleAddress } from '../text/address.ts';
import { foldSpace } from '../text/quote.ts';
import type { Span } from '../text/span.ts';
import { verifyInArticle } from '../verify/article.ts';
import { type LibraryEvidence, verifyInLibrary } from '../verify/library.ts';
import { verifyOnPage } from '../verify/page.ts';
import type { ShownClaim, Verification } from '../verify/verification.ts';
import { readTab } from './brief.ts';
import { listRemembered } from './library.ts';
import { openPanel } from './panel.ts';
import { readSelection } from './reader.ts';
import { dropVerifyRequest, loadBrief, loadVerifyRequest, saveVerifyRequest } from './storage.ts';

/** Opens the panel and leaves it the words to verify. */
export function verifyInPanel(tab: Tabs.Tab, text: string): void {
  if (tab.windowId !== undefined) openPanel(tab.windowId); // first: the click's permission ends at the first await
  // Where it cannot be left waiting, the words selected on the page count.
  if (tab.id !== undefined) saveVerifyRequest({ tabId: tab.id, text }).catch(() => undefined);
}

/** What the article itself offers for the words a right-click left waiting, else for those selected on the page. */
export async function verifySelection(tabId: number): Promise<Verification> {
  const waiting = await loadVerifyRequest(tabId);
  const reading = await readTab(tabId, true);
  if (reading.status !== 'ok') return unreadable(reading);
  const live = await readSelection(tabId);
  const selection = waiting?.text || live.text;
  if (selection.trim() === '') return { status: 'nothing_selected', tabId };
  // The live selection knows its exact place; it counts only while it still holds the words that were asked about.
  const span = foldSpace(live.text) === foldSpace(selection) ? live.span : null;
  const verification = await verify(tabId, { brief: reading.brief, selection, span });
  // Last: a worker that dies before is asked again. Other words may have come in meanwhile; they wait on.
  if ((await loadVerifyRequest(tabId))?.text === waiting?.text) await dropVerifyRequest(tabId);
  return verification;
}

/** The same for a claim the reader picked from the list, in the article as it is now. */
export async function verifyClaim(tabId: number, shown: ShownClaim): Promise<Verification> {
  const reading = await readTab(tabId, true);
  if (reading.status !== 'ok') return unreadable(reading);
  const claim = findShown(reading.brief, shown);
  if (!claim) return { status: 'moved', tabId };
  const span = { start: claim.content[0]!.start, end: claim.content.at(-1)!.end };
  return verify(tabId, { brief: reading.brief, selection: shown.words, span });
}

/** The claim with the words that were shown: where it stood, or the only one. */
function findShown({ article, claims }: Brief, { start, words }: ShownClaim): Claim | undefined {
  const same = claims.filter(claim => claimKey(article.text, claim) === words);
  return same.find(claim => claim.content[0]!.start === start) ?? (same.length === 1 ? same[0] : undefined);
}

function unreadable(reading: Exclude<Reading, { status: 'ok' }>): Verification {
  const { tabId, frame } = reading;
  const reason = reading.status === 'unreadable' ? reading.reason : 'failed';
  return { status: 'unreadable', tabId, reason, frame };
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
