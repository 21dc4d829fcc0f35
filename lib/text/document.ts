import type { Span } from './span.ts';

/** What a token is. Numbers hold digits; symbols are everything that is neither word, number nor punctuation. */
export const TokenKind = { word: 0, number: 1, punctuation: 2, symbol: 3 } as const;

/** The tokens of a text as columns: token `i` covers `[start[i], end[i])` and stands in sentence `sentence[i]`. */
export interface Tokens {
  readonly length: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly kind: Uint8Array;
  readonly sentence: Uint32Array;
}

/** Tokens `[first, end)` of a text. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** A sentence, the block it stands in, and its tokens `[firstToken, endToken)`. */
export interface Sentence extends Span {
  readonly block: number;
  readonly firstToken: number;
  readonly endToken: number;
}

/** Words inside quotation marks: the span holds the marks, `inner` does not. An unclosed one ends with its block. */
export interface Quotation extends Span {
  readonly inner: Span;
  readonly depth: number; // 0: outermost
  readonly closed: boolean;
  readonly continues: boolean; // goes on from the quotation of the block before
}

/** A text taken apart once, for everything that reads it. Spans are offsets into `text`. */
export interface TextDocument {
  readonly text: string;
  readonly blocks: readonly Span[];
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[]; // in order of start
  readonly kept: unknown[]; // by rules, see `oncePerDocument`
}

let places = 0;

/** Keeps what is worked out of a document with the document, for every rule that asks for it. */
export function oncePerDocument<T extends object>(work: (doc: TextDocument) => T): (doc: TextDocument) => T {
  const place = places++;
  return doc => (doc.kept[place] ??= work(doc)) as T;
}
