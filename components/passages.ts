import type { Article } from '../lib/article/article.ts';
import type { Span } from '../lib/text/span.ts';

/** The article's own words at `span`. */
export function wordsOf(article: Article, span: Span): string {
  return article.text.slice(span.start, span.end);
}

/** The words of several pieces, with an ellipsis where words are left out. */
export function joinWords(article: Article, spans: readonly Span[]): string {
  return spans.map(span => wordsOf(article, span)).join(' … ');
}

/** What long words begin and end with, in about `length` characters; others as they are. */
export function excerpt(words: string, length: number): string {
  if (words.length <= length) return words;
  const mostFirst = Math.round(length * 0.7);
  const mostLast = words.length - (length - mostFirst);
  const gap = words.lastIndexOf(' ', mostFirst); // where the script sets none, words end anywhere
  const end = gap > 0 ? gap : mostFirst;
  const start = Math.max(words.indexOf(' ', mostLast), mostLast);
  return `${words.slice(0, end)} … ${words.slice(start).trim()}`;
}

/** Quoted words with the quotation marks the article sets around them, if it does: a quotation looks like one. */
export function withQuotationMarks(article: Article, span: Span): Span {
  const { text } = article;
  const opens = /(?:[“„»"‘‚‹]|«\s?|(?<![\p{L}\p{N}])')$/u.exec(
    text.slice(Math.max(span.start - 2, 0), span.start),
  );
  const closes = /^[,.!?…;:]?(?:[”“«"’‘›']|\s?»)/.exec(text.slice(span.end, span.end + 3));
  if (!opens || !closes || opens[0].endsWith("'") !== closes[0].endsWith("'")) return span; // `'` may be an apostrophe
  return { start: span.start - opens[0].length, end: span.end + closes[0].length };
}

/** The number of the paragraph `span` starts in, counted from 1; headings are not paragraphs. */
export function paragraphOf(article: Article, span: Span): number {
  let number = 0;
  for (const block of article.blocks) {
    if (block.start > span.start) break;
    if (block.kind !== 'heading') number++;
  }
  return Math.max(number, 1);
}

/** How many blocks are counted as paragraphs: all but headings. */
export function countParagraphs(article: Article): number {
  return article.blocks.filter(block => block.kind !== 'heading').length;
}

/** Cuts `span` at the borders of `marks`, so that a view can set the marked words apart. */
export function cut(span: Span, marks: readonly Span[]): { start: number; end: number; marked: boolean }[] {
  const pieces = [];
  let at = span.start;
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, span.end);
    if (start >= end) continue;
    if (start > at) pieces.push({ start: at, end: start, marked: false });
    pieces.push({ start, end, marked: true });
    at = end;
  }
  if (at < span.end) pieces.push({ start: at, end: span.end, marked: false });
  return pieces;
}
