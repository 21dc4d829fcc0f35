import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Extraction } from '../lib/article/extract.ts';
import { detect } from '../lib/article/detect.ts';
import { extract, PageTooLarge } from '../lib/article/extract.ts';
import { findQuote, rangesOf, spanOfRange } from '../lib/article/positions.ts';
import { clearMarks, mark, scrollTo } from '../lib/article/marks.ts';
import { answerOrders } from '../lib/browser/page.ts';
import type { Place, ReadAnswer, ReaderOrder, RevealAnswer, SelectionAnswer } from '../lib/browser/reader.ts';

declare global {
  // One reader a document, however often it is injected.
  var onixReader: true | undefined;
}

export default defineUnlistedScript(() => {
  if (globalThis.onixReader) return;
  globalThis.onixReader = true;
  answerOrders(handle);
});

function handle(order: ReaderOrder): unknown {
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

function read(anyway: boolean): ReadAnswer {
  if (document.contentType === 'application/pdf') return { status: 'pdf' };
  if (document.body?.tagName === 'FRAMESET') return { status: 'frames' };
  if (!anyway) {
    const detection = detect(document, location.href);
    if (!detection.isArticle) return { status: 'not_article', detection };
  }
  try {
    const extraction = current();
    if (!extraction) return { status: 'empty' };
    const { article, claimReviews, links } = extraction;
    return { status: 'ok', article, claimReviews, links };
  } catch (error) {
    if (error instanceof PageTooLarge) return { status: 'too_large' };
    throw error;
  }
}

/** The extraction of the page as it stands; made anew when the address or the amount of text has changed. */
let kept: { state: string; extraction: Extraction | null } | undefined;

function current(): Extraction | null {
  const state = `${document.body?.textContent.length ?? 0} ${location.href}`;
  if (kept?.state !== state) kept = { state, extraction: extract(document, location.href) };
  return kept.extraction;
}

/** Marks the places on the page, each where it exactly is or not at all. */
function reveal(places: Place[], marks: boolean): RevealAnswer {
  const found = places.flatMap(place =>
    (rangesOfPlace(place) ?? []).map(range => ({ range, manner: place.manner })),
  );
  const [first] = found;
  if (!first) return { status: 'moved' };
  if (!marks) scrollTo(document, first.range);
  return { status: 'shown', count: found.length, marked: marks && mark(document, found) };
}

function rangesOfPlace({ span, quote }: Place): Range[] | null {
  const extraction = current();
  const isSameText = extraction?.article.text.slice(span.start, span.end) === quote.exact;
  return (
    (extraction && isSameText ? rangesOf(extraction, document, span) : null) ?? findQuote(document, quote)
  );
}

function selection(): SelectionAnswer {
  const selected = document.getSelection();
  if (!selected || selected.rangeCount === 0) return { text: '', span: null };
  const extraction = current();
  const span = extraction && spanOfRange(extraction, selected.getRangeAt(0));
  return { text: selected.toString(), span };
}
