import { isPlain } from './characters.ts';
import type { Span } from './span.ts';

/** Words with what stands before and after them, to find them again (W3C TextQuoteSelector). */
export interface TextQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Enough to tell two uses of the same words apart, short enough to survive small edits further away. */
const CONTEXT = 32;

/** The words of `span` in `text` as a quote. A blank line in prefix or suffix is the border of a block. */
export function quoteOf(text: string, { start, end }: Span): TextQuote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/** White space as a reader sees it: every run of it is one space, none at the ends. */
export function foldSpace(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}
/** Names are folded over and over, and hardly one has to be. */
const UNEVEN = /[^\S ]|^ | (?: |$)/u;

/** Words alone, in lower case, whatever marks stand between them. */
export function foldWords(text: string): string {
  const lower = text.toLowerCase();
  return lower.replace(isPlain(lower) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim();
}
