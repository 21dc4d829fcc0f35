import { foldSpace, quoteOf, type TextQuote } from '../text/quote.ts';
import type { Span } from '../text/span.ts';
import { PageTooLarge, readBlocks, type PageBlock, type Run } from './blocks.ts';
import type { Extraction } from './extract.ts';

/** Where the words of `article.text` stand on the page: runs in order, offsets into that text. */
export type Positions = readonly Run[];

/**
 * The places of `span` on the live page: one range for each stretch without anything in between.
 * Null when the page has changed and the words cannot be found again exactly once.
 */
export function rangesOf(extraction: Extraction, page: Document, span: Span): Range[] | null {
  return heldRanges(extraction, page, span) ?? findQuote(page, quoteOf(extraction.article.text, span));
}

/** Ranges from the text nodes themselves, as long as these still stand on the page with the same words. */
function heldRanges({ article, positions }: Extraction, page: Document, span: Span): Range[] | null {
  const ranges = rangesOfRuns(positions, page, span);
  if (!ranges) return null;
  const shown = ranges.map(range => range.toString()).join('');
  return withoutSpace(shown) === withoutSpace(article.text.slice(span.start, span.end)) ? ranges : null;
}

function rangesOfRuns(runs: readonly Run[], page: Document, { start, end }: Span): Range[] | null {
  const ranges: Range[] = [];
  let last: { run: Run; range: Range } | null = null;
  for (let i = firstRunAfter(runs, start); i < runs.length; i += 1) {
    const run = runs[i]!;
    if (run.start >= end) break;
    if (run.node.data !== run.data || run.node.ownerDocument !== page || !run.node.isConnected) return null;
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.end);
    if (last?.run.piece !== run.piece) {
      const range = page.createRange();
      range.setStart(run.node, offsetInNode(run, from));
      ranges.push(range);
      last = { run, range };
    }
    last.range.setEnd(run.node, offsetInNode(run, to - 1) + 1);
  }
  return ranges.length > 0 ? ranges : null;
}

/** The words of `article.text` the reader selected; null where the selection is not inside the body. */
export function spanOfRange({ positions }: Extraction, range: Range): Span | null {
  let start = -1;
  let end = -1;
  for (const run of positions) {
    if (!run.node.isConnected || run.node.data !== run.data || !range.intersectsNode(run.node)) continue;
    const from = range.startContainer === run.node ? textOffset(run, range.startOffset) : run.start;
    const to = range.endContainer === run.node ? textOffset(run, range.endOffset) : run.end;
    if (from >= to) continue;
    if (start < 0) start = from;
    end = to;
  }
  return start < 0 ? null : { start, end };
}

/**
 * The one place where the page shows these words between that prefix and suffix; white space does not count.
 * Null when there is none or more than one: never a near match.
 */
export function findQuote(page: Document, quote: TextQuote): Range[] | null {
  const shown = shownText(page);
  if (!shown) return null;
  const parts = quote.exact.split(/\n{2,}/u).filter(part => foldSpace(part) !== '');
  const ranges: Range[] = [];
  let after = 0;
  for (const [i, part] of parts.entries()) {
    const prefix = i === 0 ? quote.prefix : '\n\n';
    const suffix = i === parts.length - 1 ? quote.suffix : '\n\n';
    const at = onlyPlace(shown.text, { exact: part, prefix, suffix }, after);
    if (!at) return null;
    const found = rangesOfRuns(shown.runs, page, at);
    if (!found) return null;
    ranges.push(...found);
    after = at.end;
  }
  return ranges.length > 0 ? ranges : null;
}

/** Everything the page shows as one text, blocks joined by blank lines. */
function shownText(page: Document): { text: string; runs: Run[] } | null {
  try {
    return joinBlocks(readBlocks(page));
  } catch (error) {
    if (error instanceof PageTooLarge) return null;
    throw error;
  }
}

/** One text of many blocks, and the runs with offsets into it. */
export function joinBlocks(blocks: readonly PageBlock[]): { text: string; runs: Run[] } {
  let text = '';
  let pieces = 0;
  const runs: Run[] = [];
  for (const block of blocks) {
    if (text !== '') text += '\n\n';
    const base = text.length;
    for (const run of block.runs)
      runs.push({ ...run, start: base + run.start, end: base + run.end, piece: pieces + run.piece });
    pieces += (block.runs.at(-1)?.piece ?? 0) + 1;
    text += block.text;
  }
  return { text, runs };
}

/** Where `exact` stands in `text` with that prefix and suffix, if at one place only and not before `after`. */
function onlyPlace(text: string, { exact, prefix, suffix }: TextQuote, after: number): Span | null {
  const words = foldBlock(exact).trim();
  const before = nearContext(prefix, 'before');
  const behind = nearContext(suffix, 'after');
  let found: Span | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!before(text, at) || !behind(text, end)) continue;
    if (found) return null;
    found = { start: at, end };
  }
  return found && found.start >= after ? found : null;
}

/** Line and cell borders inside a block are kept by the reader of blocks; spaces are single. */
function foldBlock(text: string): string {
  return text.replace(/[^\S\n\t]+/gu, ' ');
}

/** A check of what stands beside a place. A blank line in the context means: here the block begins or ends. */
function nearContext(context: string, side: 'before' | 'after'): (text: string, at: number) => boolean {
  const blocks = foldBlock(context).split(/\n{2,}/u);
  const near = (side === 'before' ? blocks.at(-1) : blocks[0]) ?? '';
  const atBorder = blocks.length > 1;
  return (text, at) => {
    if (side === 'before') {
      const start = at - near.length;
      if (start < 0 || text.slice(start, at) !== near) return false;
      return !atBorder || start === 0 || text.slice(start - 2, start) === '\n\n';
    }
    const end = at + near.length;
    if (text.slice(at, end) !== near) return false;
    return !atBorder || end === text.length || text.slice(end, end + 2) === '\n\n';
  };
}

/** Index of the first run that ends after `offset`. */
function firstRunAfter(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Offset in the node's data of the character that `offset` stands before. */
function offsetInNode({ data, start }: Run, offset: number): number {
  let at = start;
  let inSpace = true; // leading space is not part of the run
  let i = 0;
  for (; i < data.length; i += 1) {
    const isSpace = /\s/u.test(data[i]!);
    if (isSpace && inSpace) continue;
    if (at === offset) break;
    inSpace = isSpace;
    at += 1;
  }
  return i;
}

/** Offset in the text of a boundary in the node's data. */
function textOffset({ data, start, end }: Run, offset: number): number {
  const before = data.slice(0, offset).replace(/\s+/gu, ' ').trimStart();
  return Math.min(end, start + before.length);
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
