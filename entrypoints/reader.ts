import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Extraction } from '../lib/article/extract.ts';
import { look } from '../lib/article/detect.ts';
import { PageTooLarge } from '../lib/article/blocks.ts';
import { extracting } from '../lib/article/extract.ts';
import { framedAddress } from '../lib/article/framed-address.ts';
import { inSlices } from '../lib/work.ts';
import { findQuote, rangesOf, spanOfRange } from '../lib/article/positions.ts';
import { clearMarks, mark, scrollTo } from '../lib/article/marks.ts';
import { answerOrders } from '../lib/browser/page.ts';
import { pause } from '../lib/browser/pause.ts';
import type { Place, ReadAnswer, ReaderOrder, RevealAnswer, SelectionAnswer } from '../lib/browser/reader.ts';

declare global {
  // One reader a document, however often it is injected.
  var onixReader: true | undefined;
}

export default defineUnlistedScript({
  /** It is put into a page to be asked what that says; it reads before it is, and this is what injecting it comes to. */
  main: async () => {
    if (globalThis.onixReader) return undefined;
    globalThis.onixReader = true;
    answerOrders(handle);
    return read(false).catch(() => undefined); // what went wrong is told to whoever orders it
  },
});

async function handle(order: ReaderOrder): Promise<unknown> {
  switch (order.order) {
    case 'read':
      return read(order.anyway);
    case 'reveal':
      return reveal(order.places, order.marks);
    case 'clear':
      clearMarks(document);
      return true;
    case 'selection':
      return selection();
  }
}

async function read(anyway: boolean): Promise<ReadAnswer> {
  if (document.contentType === 'application/pdf') return { status: 'pdf' };
  if (document.body?.tagName === 'FRAMESET') return { status: 'frames', ...framed() };
  if (!anyway && !look(document, location.href).isArticle) return { status: 'not_article', ...framed() };
  try {
    const extraction = await extractionOfPage();
    if (!extraction) return { status: 'empty', ...framed() };
    const { article, claimReviews, links } = extraction;
    return { status: 'ok', article, claimReviews, links };
  } catch (error) {
    if (error instanceof PageTooLarge) return { status: 'too_large' };
    throw error;
  }
}

/** Where else there is something to read, if most of what the page shows is in a frame. */
const framed = (): { frame?: string } => {
  const frame = framedAddress(document);
  return frame === null ? {} : { frame };
};

/** The extraction of the page as it stands; made anew when the address or the amount of text has changed. */
function extractionOfPage(): Promise<Extraction | null> {
  const state = pageState();
  if (kept?.state === state) return kept.extraction;
  const extraction = inSlices(extracting(document, location.href), now, pause);
  kept = { state, extraction };
  extraction.catch((error: unknown) => {
    if (!(error instanceof PageTooLarge)) kept = undefined; // worth another try
  });
  return extraction;
}
let kept: { state: string; extraction: Promise<Extraction | null> } | undefined;

const pageState = (): string => `${document.body?.textContent.length ?? 0} ${location.href}`;

const now = (): number => performance.now();

/** Marks the places on the page, each where it exactly is or not at all. */
async function reveal(places: Place[], marks: boolean): Promise<RevealAnswer> {
  const extraction = await extractionOfPage();
  const found = places.flatMap(place =>
    (rangesOfPlace(place, extraction) ?? []).map(range => ({ range, manner: place.manner })),
  );
  const [first] = found;
  if (!first) return { status: 'moved' };
  if (!marks) scrollTo(document, first.range);
  return { status: 'shown', count: found.length, marked: marks && mark(document, found) };
}

function rangesOfPlace({ span, quote }: Place, extraction: Extraction | null): Range[] | null {
  const isSameText = extraction?.article.text.slice(span.start, span.end) === quote.exact;
  return (
    (extraction && isSameText ? rangesOf(extraction, document, span) : null) ?? findQuote(document, quote)
  );
}

async function selection(): Promise<SelectionAnswer> {
  const selected = document.getSelection();
  if (!selected || selected.rangeCount === 0) return { text: '', span: null };
  const [text, range] = [selected.toString(), selected.getRangeAt(0)];
  const extraction = await extractionOfPage();
  return { text, span: extraction && spanOfRange(extraction, range) };
}
