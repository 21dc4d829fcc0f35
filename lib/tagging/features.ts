import { alikeIn } from '../text/alike.ts';
import { Character, characterClass } from '../text/characters.ts';
import { TokenKind } from '../text/document.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { fold, hashFolded } from './hash.ts';
import type { WordVectors } from './vectors.ts';
import { wordKey } from './vectors.ts';

/** What is looked at for each token: a column each, with the number of values it can take. */
export const COLUMNS = [
  { name: 'vector', size: 0x10000 }, // row among the word vectors
  { name: 'word', size: 4096 },
  { name: 'suffix2', size: 512 },
  { name: 'suffix3', size: 2048 },
  { name: 'suffix4', size: 2048 },
  { name: 'prefix3', size: 2048 },
  { name: 'shape', size: 48 },
  { name: 'pattern', size: 256 }, // capitals, digits and marks in a row: "Xx", "X.X.", "0x"
  { name: 'quotation', size: 8 },
  { name: 'place', size: 32 },
  { name: 'evidence', size: 32 }, // how the rest of the document writes the word
] as const;

/** Columns a token. */
export const WIDTH = COLUMNS.length;

/** What the names of the columns stand for, by index; those before the quotation are the spelling's alone. */
const WORD = 1;
const SUFFIX_2 = 2;
const SUFFIX_3 = 3;
const SUFFIX_4 = 4;
const PREFIX_3 = 5;
const SHAPE = 6;
const PATTERN = 7;
const QUOTATION = 8;
const PLACE = 9;
const EVIDENCE = 10;

/** Values of the shape column; marks follow from `FIRST_MARK` on, in the order of `MARKS`. */
const Shape = {
  lower: 1,
  capitalised: 2,
  capitals: 3,
  oneCapital: 4,
  mixed: 5,
  dotted: 6,
  caseless: 7,
  withDigit: 8,
  clitic: 9,
  shortNumber: 10,
  year: 11,
  separatedNumber: 12,
  numberWithLetters: 13,
  number: 14,
  symbol: 15,
  otherMark: 16,
} as const;
const FIRST_MARK = 17;
const MARKS = '.,;:?!-–()[]"\'/…&%#@$€£*';

/** Values of the quotation column. */
const QuotationState = {
  outside: 0,
  inside: 1,
  nested: 2,
  open: 3, // never closed
  openingMark: 4,
  closingMark: 5,
  strayMark: 6,
  few: 7, // three words or fewer: a name or a word held at arm's length
} as const;

/** Bits of the place column. */
const FIRST_IN_BLOCK = 1;
const FIRST_IN_SENTENCE = 2;
const GLUED_TO_PREVIOUS = 4;
const GLUED_TO_NEXT = 8;
const IN_HEADING = 16;

/** Bits of the evidence column. */
const SEEN_LOWER = 1;
const SEEN_CAPITAL_INSIDE = 2;
const SEEN_IN_BRACKETS = 8;
const IN_TITLE_CASE = 16;

/** Computes the columns of all tokens, row by row: `features[token * WIDTH + column]`. */
export function computeFeatures(doc: TextDocument, vectors: WordVectors): Uint16Array {
  const { tokens, text } = doc;
  const features = new Uint16Array(tokens.length * WIDTH);
  const alike = alikeIn(doc);
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    const at = i * WIDTH;
    const first = alike[i]!;
    if (first !== i) {
      for (let c = 0; c < QUOTATION; c++) features[at + c] = features[first * WIDTH + c]!;
      continue;
    }
    features[at] = vectors.row(text, start, end);
    features[at + WORD] = hashFolded(text, start, end, 1) & 4095;
    features[at + SUFFIX_2] = hashFolded(text, Math.max(start, end - 2), end, 2) & 511;
    features[at + SUFFIX_3] = hashFolded(text, Math.max(start, end - 3), end, 3) & 2047;
    features[at + SUFFIX_4] = hashFolded(text, Math.max(start, end - 4), end, 4) & 2047;
    features[at + PREFIX_3] = hashFolded(text, start, Math.min(end, start + 3), 5) & 2047;
    features[at + SHAPE] = shapeOf(text, start, end, tokens.kind[i] ?? 0);
    features[at + PATTERN] = patternOf(text, start, end);
  }
  markQuotations(doc, features);
  markPlaces(doc, features);
  markEvidence(doc, features);
  return features;
}

/**
 * Numbers tokens `[first, end)` by their looks: those with the same features in all columns have one number. `looks` holds
 * the first token of each.
 */
export function tellApart(
  features: Uint16Array,
  first: number,
  end: number,
): { looks: number[]; numbers: Uint16Array } {
  const looks: number[] = [];
  const numbers = new Uint16Array(end - first);
  let size = 64;
  while (size < 2 * numbers.length) size *= 2;
  const slots = new Uint16Array(size); // open addressing: the number of a look, and one more; segments are short enough
  for (let token = first; token < end; token++) {
    const at = token * WIDTH;
    // spelling and surroundings: what else there is follows from the spelling
    const spelling = Math.imul(features[at]! ^ (features[at + WORD]! << 4), HASH_FACTOR);
    const around =
      (features[at + QUOTATION]! << 10) | (features[at + PLACE]! << 5) | features[at + EVIDENCE]!;
    const hash = Math.imul(spelling ^ around, HASH_FACTOR);
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (slots[slot] !== 0 && !isAlike(features, looks[slots[slot]! - 1]! * WIDTH, at))
      slot = (slot + 1) & (size - 1);
    if (slots[slot] === 0) slots[slot] = looks.push(token);
    numbers[token - first] = slots[slot]! - 1;
  }
  return { looks, numbers };
}

/** Odd, and large enough for each bit to reach many others. */
const HASH_FACTOR = 0x01000193;

function isAlike(features: Uint16Array, a: number, b: number): boolean {
  for (let column = 0; column < WIDTH; column++)
    if (features[a + column] !== features[b + column]) return false;
  return true;
}

const isUpper = (unit: number): boolean => fold(unit) !== unit && caseOf(unit) === 2;

/** 1: lower case, 2: upper case, 3: neither. */
function caseOf(unit: number): number {
  const kind = characterClass(unit);
  return kind === Character.lower ? 1 : kind === Character.upper ? 2 : 3;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function shapeOf(text: string, start: number, end: number, kind: number): number {
  const first = text.charCodeAt(start);
  if (kind === TokenKind.word) return wordShape(text, start, end);
  if (kind === TokenKind.number) return numberShape(text, start, end);
  if (end - start > 1 && first === 0x2e) return FIRST_MARK + MARKS.indexOf('…');
  const mark = MARKS.indexOf(
    String.fromCharCode(fold(first) === 0x2d && first !== 0x2d ? 0x2013 : fold(first)),
  );
  if (mark >= 0) return FIRST_MARK + mark;
  return kind === TokenKind.symbol ? Shape.symbol : Shape.otherMark;
}

function wordShape(text: string, start: number, end: number): number {
  let lower = 0;
  let upper = 0;
  let digits = 0;
  let dots = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const letterCase = caseOf(unit);
    if (letterCase === 1) lower++;
    else if (letterCase === 2) upper++;
    else if (isDigit(unit)) digits++;
    else if (unit === 0x2e) dots++;
  }
  if (digits > 0) return Shape.withDigit;
  if (fold(text.charCodeAt(start)) === 0x27) return Shape.clitic;
  if (dots > 0) return Shape.dotted;
  if (upper === 0) return lower === 0 ? Shape.caseless : Shape.lower;
  if (lower === 0) return upper === 1 ? Shape.oneCapital : Shape.capitals;
  return upper === 1 && isUpper(text.charCodeAt(start)) ? Shape.capitalised : Shape.mixed;
}

function numberShape(text: string, start: number, end: number): number {
  let others = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) continue;
    if (caseOf(unit) < 3) return Shape.numberWithLetters;
    others++;
  }
  if (others > 0) return Shape.separatedNumber;
  const length = end - start;
  if (length < 3) return Shape.shortNumber;
  const century = text.charCodeAt(start);
  return length === 4 && (century === 0x31 || century === 0x32) ? Shape.year : Shape.number;
}

/** A hash of the word's outline: runs of upper case, lower case and digits count once, marks as themselves. */
function patternOf(text: string, start: number, end: number): number {
  let hash = 7;
  let last = -1;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const letterCase = caseOf(unit);
    const symbol = letterCase < 3 ? letterCase : isDigit(unit) ? 3 : fold(unit);
    if (symbol === last) continue;
    last = symbol;
    hash = Math.imul(hash, 31) + symbol;
  }
  const length = Math.min(end - start, 4);
  return (Math.imul(hash, 5) + length) & 255;
}

function markQuotations({ tokens, quotations, text }: TextDocument, features: Uint16Array): void {
  for (let i = 0; i < tokens.length; i++) {
    const unit = fold(text.charCodeAt(tokens.start[i] ?? 0));
    const isMark = tokens.kind[i] === TokenKind.punctuation && (unit === 0x22 || unit === 0x27);
    features[i * WIDTH + QUOTATION] = isMark ? QuotationState.strayMark : QuotationState.outside;
  }
  let from = 0; // quotations come in order of start
  for (const quotation of quotations) {
    while (from < tokens.length && (tokens.end[from] ?? 0) <= quotation.start) from++;
    let end = from;
    while (end < tokens.length && (tokens.start[end] ?? 0) < quotation.end) end++;
    const words = end - from - 2;
    const state =
      quotation.depth > 0
        ? QuotationState.nested
        : !quotation.closed
          ? QuotationState.open
          : words <= 3
            ? QuotationState.few
            : QuotationState.inside;
    for (let i = from; i < end; i++) {
      const start = tokens.start[i] ?? 0;
      features[i * WIDTH + QUOTATION] =
        start < quotation.inner.start
          ? QuotationState.openingMark
          : start >= quotation.inner.end && quotation.closed
            ? QuotationState.closingMark
            : state;
    }
  }
}

function markPlaces({ tokens, sentences, blocks, text }: TextDocument, features: Uint16Array): void {
  for (const sentence of sentences) {
    const block = blocks[sentence.block];
    const heading = block !== undefined && !/[.?!…:;"”’')。！？]/.test(text.charAt(block.end - 1));
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      let place = heading ? IN_HEADING : 0;
      if (i === sentence.firstToken)
        place |= FIRST_IN_SENTENCE | (sentence.start === block?.start ? FIRST_IN_BLOCK : 0);
      if (i > 0 && tokens.end[i - 1] === tokens.start[i]) place |= GLUED_TO_PREVIOUS;
      if (tokens.end[i] === tokens.start[i + 1]) place |= GLUED_TO_NEXT;
      features[i * WIDTH + PLACE] = place;
    }
  }
}

/** Gathers how each word is written all over the document, then tells each of its capitalised tokens. */
function markEvidence(doc: TextDocument, features: Uint16Array): void {
  const { tokens, sentences, text } = doc;
  const words = new WordTable(tokens.length);
  const slots = new Int32Array(tokens.length).fill(-1);
  const alike = alikeIn(doc);
  const titleCase = sentences.map(sentence => isTitleCase(sentence, features));
  for (const [index, sentence] of sentences.entries()) {
    let first = true; // of the words of the sentence or quotation
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (tokens.kind[i] !== TokenKind.word) {
        const unit = text.charCodeAt(tokens.start[i] ?? 0);
        if (unit === 0x3a || fold(unit) === 0x22) first = true;
        continue;
      }
      const shape = features[i * WIDTH + SHAPE] ?? 0;
      const same = alike[i]!;
      const slot =
        same === i ? words.slot(wordKey(text, tokens.start[i] ?? 0, tokens.end[i] ?? 0)) : slots[same]!;
      slots[i] = slot;
      if (shape === Shape.lower) words.add(slot, SEEN_LOWER);
      else if (shape !== Shape.clitic && shape !== Shape.caseless) {
        if (!first && !titleCase[index]) words.add(slot, SEEN_CAPITAL_INSIDE);
        if (isBracketed(doc, i)) words.add(slot, SEEN_IN_BRACKETS);
      }
      first = false;
    }
  }
  for (const [index, sentence] of sentences.entries()) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const slot = slots[i] ?? -1;
      const shape = features[i * WIDTH + SHAPE];
      const evidence = slot >= 0 && shape !== Shape.lower ? words.evidence(slot) : 0;
      features[i * WIDTH + EVIDENCE] = evidence | (titleCase[index] ? IN_TITLE_CASE : 0);
    }
  }
}

/** Whether nearly all longer words of a sentence are capitalised, so that a capital says nothing. */
function isTitleCase(sentence: Sentence, features: Uint16Array): boolean {
  let lower = 0;
  let capital = 0;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const shape = features[i * WIDTH + SHAPE];
    if (shape === Shape.lower) lower++;
    else if (shape === Shape.capitalised || shape === Shape.capitals || shape === Shape.mixed) capital++;
  }
  return capital >= 4 && capital > 2 * lower;
}

function isBracketed({ tokens, text }: TextDocument, i: number): boolean {
  const before = tokens.start[i - 1];
  const after = tokens.start[i + 1];
  if (before === undefined || after === undefined) return false;
  return text.charCodeAt(before) === 0x28 && text.charCodeAt(after) === 0x29;
}

/** Evidence by word key: open addressing over flat arrays. */
class WordTable {
  private readonly keys: Uint32Array;
  private readonly used: Uint8Array;
  private readonly bits: Uint8Array;
  private readonly mask: number;

  constructor(words: number) {
    let size = 64;
    while (size < 2 * words) size *= 2;
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.used = new Uint8Array(size);
    this.bits = new Uint8Array(size);
  }

  slot(key: number): number {
    let slot = key & this.mask;
    while (this.used[slot] && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    this.used[slot] = 1;
    return slot;
  }

  add(slot: number, bit: number): void {
    this.bits[slot] = (this.bits[slot] ?? 0) | bit;
  }

  evidence(slot: number): number {
    return this.bits[slot] ?? 0;
  }
}
