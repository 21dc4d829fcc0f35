import { splitBlocks, trimSpan } from './blocks.ts';
import { oncePerDocument } from './document.ts';
import type { Range, Sentence, TextDocument } from './document.ts';
import { findQuotations } from './quotations.ts';
import { splitSentences } from './sentences.ts';
import { lastStartingBy } from './span.ts';
import type { Span } from './span.ts';
import { tokenize } from './tokens.ts';

/** Takes a text apart. `blocks` (in order, not overlapping) default to what blank lines part. Linear in the text. */
export function parseText(text: string, blocks: readonly Span[] = splitBlocks(text)): TextDocument {
  const trimmed = blocks.map(block => trimSpan(text, block));
  const columns = tokenize(text, trimmed);
  const { sentences, sentence } = splitSentences(text, trimmed, columns);
  const { length } = columns;
  return {
    text,
    blocks: trimmed,
    tokens: {
      length,
      start: columns.start.subarray(0, length),
      end: columns.end.subarray(0, length),
      kind: columns.kind.subarray(0, length),
      sentence,
    },
    sentences,
    quotations: findQuotations(text, trimmed),
    kept: [],
  };
}

/** The first token that ends after `offset`: the one that holds it, or the next; `tokens.length` after the last. */
export function tokenAt(doc: TextDocument, offset: number): number {
  const { end, length } = doc.tokens;
  const near = tokensNear(doc);
  let token = near[Math.max(0, Math.min(offset >> STRETCH, near.length - 1))]!;
  while (token < length && end[token]! <= offset) token++;
  return token;
}

/** Of each stretch of the text the first token that ends after its start: tokens are looked for at every turn. */
const tokensNear = oncePerDocument(({ text, tokens: { end, length } }) => {
  const near = new Uint32Array((text.length >> STRETCH) + 1);
  let token = 0;
  for (let i = 0; i < near.length; i++) {
    while (token < length && end[token]! <= i << STRETCH) token++;
    near[i] = token;
  }
  return near;
});
/** 16 UTF-16 units: three tokens. */
const STRETCH = 4;

/** The tokens a span touches. */
export function tokensIn(doc: TextDocument, span: Span): Range {
  const first = tokenAt(doc, span.start);
  let end = tokenAt(doc, Math.max(span.start, span.end - 1));
  if (end < doc.tokens.length && (doc.tokens.start[end] ?? 0) < span.end) end++;
  return { first, end: Math.max(first, end) };
}

/** The span of some tokens, at least one. */
export function spanOf(doc: TextDocument, { first, end }: Range): Span {
  return { start: doc.tokens.start[first]!, end: doc.tokens.end[end - 1]! };
}

/** The index of the sentence that holds `offset` (between two: the one before); -1 before the first. */
export function sentenceIndexAt(doc: TextDocument, offset: number): number {
  return lastStartingBy(doc.sentences, offset);
}

/** The sentence that holds `offset`; between two, the one before. */
export function sentenceAt(doc: TextDocument, offset: number): Sentence | undefined {
  return doc.sentences[sentenceIndexAt(doc, offset)];
}
