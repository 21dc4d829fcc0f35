import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { Article } from '../article/article.ts';
import { MAX_HREF, MAX_LINKS } from '../article/links.ts';
import type { Manner } from '../article/marks.ts';
import type { Obstacle } from '../brief/reading.ts';
import { Span } from '../text/span.ts';
import type { TextQuote } from '../text/quote.ts';
import { WebAddress } from '../text/web-address.ts';
import { holdsEverySite, holdsSite } from './access.ts';

/** A link of the body; only ever to a web page. */
const Link = z.extend(Span, {
  href: z.string().check(z.maxLength(MAX_HREF), z.regex(/^https?:/i)),
});

/** What the reader script answers to `read`. It comes from a page's process, so it is bounded and parsed. */
const MAX_TEXT = 500_000; // UTF-16 units, some five seconds of work; a very long article has 100,000
const MAX_REST = 200_000; // everything else in the article together, and the claim reviews together
const ReadAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ok'),
    article: Article,
    claimReviews: z.array(z.unknown()).check(z.maxLength(20)),
    links: z.array(Link).check(z.maxLength(MAX_LINKS)),
  }),
  // `frame`: where most of what the page shows is, if that is in a frame
  z.object({ status: z.literal('not_article'), frame: z.optional(WebAddress) }),
  z.object({ status: z.enum(['empty', 'too_large', 'frames', 'pdf']), frame: z.optional(WebAddress) }),
]);
export type ReadAnswer = z.infer<typeof ReadAnswer>;

const RevealAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('shown'), count: z.int(), marked: z.boolean() }),
  z.object({ status: z.literal('moved') }),
]);
export type RevealAnswer = z.infer<typeof RevealAnswer>;

const SelectionAnswer = z.object({ text: z.string().check(z.maxLength(100_000)), span: z.nullable(Span) });
export type SelectionAnswer = z.infer<typeof SelectionAnswer>;

/** A place to show: its offsets, the words to find it by when the page has changed, and how to set it apart. */
export interface Place {
  span: Span;
  quote: TextQuote;
  manner: Manner;
}

/** What the background may tell the reader script in a page. */
export type ReaderOrder =
  | { order: 'read'; anyway: boolean }
  | { order: 'reveal'; places: Place[]; marks: boolean } // marks: false only scrolls
  | { order: 'clear' }
  | { order: 'selection' };

/** The page cannot be reached; `reason` says why in a way a view has words for. */
export class Unreachable extends Error {
  readonly reason: Obstacle;
  constructor(reason: Obstacle) {
    super(`The page cannot be read: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Has the page of a tab read, whatever it is if `anyway`. Checks what comes back and throws where it cannot be true.
 * With `atOnce` the reader script is put there before it is known whether it is there already: it does nothing twice.
 */
export async function readPage(tabId: number, anyway: boolean, atOnce = false): Promise<ReadAnswer> {
  const injected = atOnce ? inject(tabId) : undefined;
  const answer = ReadAnswer.parse(await order(tabId, { order: 'read', anyway }, injected));
  if (answer.status !== 'ok') return answer;
  const { inItsLanguage } = await import('../article/language.ts');
  const { text, blocks, ...rest } = answer.article;
  if (text.length > MAX_TEXT || JSON.stringify(rest).length > MAX_REST) return { status: 'too_large' };
  if (!lieInOrder(blocks, text)) throw new Error('The reader script sent blocks outside the text');
  return {
    ...answer,
    article: inItsLanguage(answer.article),
    claimReviews: firstOf(answer.claimReviews, MAX_REST),
  };
}

function lieInOrder(blocks: readonly Span[], text: string): boolean {
  let last = 0;
  return blocks.every(({ start, end }) => {
    const fits = start >= last && start < end && end <= text.length;
    last = end;
    return fits;
  });
}

/** As many of the first as fit. */
function firstOf(values: unknown[], maxCharacters: number): unknown[] {
  let characters = 0;
  const tooMany = values.findIndex(
    value => (characters += JSON.stringify(value)?.length ?? 0) > maxCharacters,
  );
  return tooMany < 0 ? values : values.slice(0, tooMany);
}

/** Scrolls to places of the page, and marks them unless `marks` is false. */
export const revealOnPage = async (tabId: number, places: Place[], marks: boolean): Promise<RevealAnswer> =>
  RevealAnswer.parse(await order(tabId, { order: 'reveal', places, marks }));

/** Takes all marks off the page. */
export const clearPage = async (tabId: number): Promise<void> => {
  await order(tabId, { order: 'clear' });
};

/** The words selected on the page, and where they stand in the article if they do. */
export const readSelection = async (tabId: number): Promise<SelectionAnswer> =>
  SelectionAnswer.parse(await order(tabId, { order: 'selection' }));

/** Sends an order to the reader script, injecting it first where it is not there yet. */
async function order(tabId: number, message: ReaderOrder, injection?: Promise<unknown>): Promise<unknown> {
  injection?.catch(() => undefined); // of no concern where the script was there
  try {
    return await send(tabId, message);
  } catch {
    const read = await (injection ?? inject(tabId)); // nobody listens: the script is not in this document yet
    if (message.order === 'read' && answersIt(read, message)) return read;
    return await send(tabId, message).catch(async (error: unknown) => {
      // On its own pages Firefox accepts the script and does not run it.
      if (/^https?:/.test((await browser.tabs.get(tabId)).url ?? '')) throw error;
      throw new Unreachable(await obstacle(tabId));
    });
  }
}

/** Whether what the script read before it had its order is what was ordered. */
function answersIt(read: unknown, { anyway }: { anyway: boolean }): boolean {
  if (typeof read !== 'object' || read === null) return false;
  return !anyway || !('status' in read) || read.status !== 'not_article';
}

async function send(tabId: number, message: ReaderOrder): Promise<unknown> {
  const answer: unknown = await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  if (answer === undefined || answer === null) throw new Error('The reader script gave no answer');
  return answer;
}

/** Puts the reader script into the page; answers what it read there, if it was not there before. */
async function inject(tabId: number): Promise<unknown> {
  try {
    const injected = Promise.all([
      browser.scripting.executeScript({ target: { tabId }, files: ['/reader.js'] }),
      browser.scripting.insertCSS({ target: { tabId }, files: ['/marks.css'] }),
    ]);
    const [frames] = await unlessRefused(tabId, injected);
    return frames[0]?.result;
  } catch {
    throw new Unreachable(await obstacle(tabId));
  }
}

const REFUSED_MS = 1_000;

/** Rejects where a script would wait for ever: Chromium runs none in the source of a page, and does not say so. */
function unlessRefused<Injected>(tabId: number, injected: Promise<Injected>): Promise<Injected> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => void isRefused(tabId).then(it => it && reject(new Error('No script runs here')), reject),
      REFUSED_MS,
    );
    injected.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Else the page is only loading still. */
async function isRefused(tabId: number): Promise<boolean> {
  const { url } = await browser.tabs.get(tabId);
  return url === undefined && (await holdsEverySite());
}

/** Why a script may not run in this tab. */
async function obstacle(tabId: number): Promise<Obstacle> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return 'closed';
  // Without access to the site the browser does not tell its address either.
  if (tab.url === undefined) return (await holdsEverySite()) ? 'restricted' : 'no_permission';
  if (!/^https?:/.test(tab.url)) return 'restricted';
  if (!(await holdsSite(tab.url))) return 'no_permission';
  return /\.pdf(?:$|[?#])/i.test(tab.url) ? 'pdf' : 'restricted';
}
