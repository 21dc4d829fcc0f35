import { list } from '../../text/list.ts';
import { TokenKind, oncePerDocument } from '../../text/document.ts';
import type { Range, Sentence, TextDocument } from '../../text/document.ts';
import { tokenAt, spanOf } from '../../text/parse.ts';
import type { Span } from '../../text/span.ts';
import { IRREGULAR_PASTS, Shape, WordClass, wordsOf } from '../../text/words.ts';
import type { Words } from '../../text/words.ts';
import { cueOf } from '../cues.ts';

/** Tokens a search may go through, so that no sentence, however long, makes it slow. */
export const MAX_SCAN = 200;

/** A document with what the rules of attribution ask of it again and again. */
export interface Reading {
  readonly doc: TextDocument;
  readonly words: Words;
  /** For each token the quotation it stands in, or -1: the outermost one, or for `readWithin` the next. */
  readonly quoted: Int32Array;
}

/** Looks up which quotation each token stands in. Linear. */
export const readForAttribution: (doc: TextDocument) => Reading = oncePerDocument(doc => ({
  doc,
  words: wordsOf(doc),
  quoted: quotedAt(doc, 0),
}));

/** For each token the quotation of that depth it stands in, or -1. */
function quotedAt(doc: TextDocument, depth: number): Int32Array {
  const quoted = new Int32Array(doc.tokens.length).fill(-1);
  for (const [q, quotation] of doc.quotations.entries()) {
    if (quotation.depth !== depth) continue;
    const end = tokenAt(doc, quotation.inner.end);
    for (let i = tokenAt(doc, quotation.inner.start); i < end; i++) {
      if (doc.tokens.end[i]! <= quotation.inner.end) quoted[i] = q;
    }
  }
  return quoted;
}

/** The same document as whoever is quoted in it says it: their own marks are none. */
export function readWithin(reading: Reading): Reading {
  return { ...reading, quoted: quotedAt(reading.doc, 1) };
}

/** What a range of tokens covers of the text; undefined where it is empty. */
export function toSpan({ doc }: Reading, { first, end }: Range): Span | undefined {
  return first < end ? spanOf(doc, { first, end }) : undefined;
}

/** The word of token `i`, or "" outside the text. */
export function wordAt({ words }: Reading, i: number): string {
  return i < 0 ? '' : (words.lower[i] ?? ''); // below zero is no place in an array: looking there is slow
}

/** Whether token `i` has one of some `WordClass` bits; false outside the text. */
export function hasClass({ words }: Reading, i: number, bits: number): boolean {
  return ((words.class[i] ?? 0) & bits) !== 0;
}

/** Whether token `i` begins with a capital. */
export function isCapital({ words }: Reading, i: number): boolean {
  return ((words.shape[i] ?? 0) & Shape.capital) !== 0;
}

/** Whether token `i` is a mark. */
export function isPunctuation({ doc }: Reading, i: number): boolean {
  return doc.tokens.kind[i] === TokenKind.punctuation;
}

/** Whether token `i` is a dash between words. */
export function isDash(reading: Reading, i: number): boolean {
  const word = wordAt(reading, i);
  return word === '–' || word === '—' || word === '--';
}

/** Whether token `i` stands inside quotation marks; the marks themselves do not. */
export function isQuoted({ quoted }: Reading, i: number): boolean {
  return (quoted[i] ?? -1) >= 0;
}

/** Whether token `i` is the mark that opens a quotation. */
export function isOpeningMark(reading: Reading, i: number): boolean {
  return !isQuoted(reading, i) && isQuoted(reading, i + 1) && isPunctuation(reading, i);
}

/** The words inside quotation `q`, without the comma that belongs to the sentence around it: “…,” she said. */
export function quotationRange(reading: Reading, q: number): Range {
  const { doc } = reading;
  const { inner } = doc.quotations[q]!;
  const first = tokenAt(doc, inner.start);
  let end = Math.min(doc.tokens.length, tokenAt(doc, Math.max(inner.start, inner.end - 1)) + 1);
  if (end - 1 > first && wordAt(reading, end - 1) === ',') end--;
  return { first, end };
}

/** An auxiliary that is one: the “'s” of a possessive is not, that of “he's” is. */
export function isAuxiliary(reading: Reading, i: number): boolean {
  if (!hasClass(reading, i, WordClass.auxiliary)) return false;
  return wordAt(reading, i) !== "'s" || SUBJECTS.has(wordAt(reading, i - 1));
}
const SUBJECTS = list('he she it that who what there');

/** A pronoun that can stand as a whole subject: “he”, “they”, not the “one” of “one minister”. */
export function isPronoun(reading: Reading, i: number): boolean {
  return (
    hasClass(reading, i, WordClass.pronoun) &&
    !hasClass(reading, i, WordClass.determiner | WordClass.quantity)
  );
}

/** Whether a lower-case word is most likely a finite verb: irregular, in “-ed”, or a cue in “-s”. */
export function isFiniteVerb(reading: Reading, i: number): boolean {
  if (reading.words.class[i] !== 0 || isCapital(reading, i)) return false;
  const word = wordAt(reading, i);
  if (IRREGULAR_PASTS.has(word)) return !hasClass(reading, i - 1, WordClass.determiner);
  if (word.length > 4 && word.endsWith('ed')) {
    // “the elected mayor”: between article and noun it is no verb
    return (
      !hasClass(reading, i - 1, WordClass.determiner | WordClass.preposition) &&
      wordAt(reading, i + 1) !== '-'
    );
  }
  const cue = cueOf(word);
  return cue?.form === 's' && !cue.noun;
}

/** Whether a finite verb stands soon after token `i`, as in a clause. */
export function looksLikeClause(reading: Reading, i: number, limit: number): boolean {
  if (isPronoun(reading, i)) return true;
  for (let k = i + 1; k < limit && k < i + 30; k++) {
    if (isAuxiliary(reading, k) || isFiniteVerb(reading, k)) return true;
  }
  return false;
}

/** A quotation that begins at token `i` or after a comma or colon there, or -1. */
export function quotationFrom(reading: Reading, i: number, sentence: Sentence): number {
  for (let k = i; k < i + 3 && k <= sentence.endToken && k < reading.doc.tokens.length; k++) {
    if (isQuoted(reading, k)) return reading.quoted[k]!;
    if (!isPunctuation(reading, k)) return -1;
  }
  return -1;
}
