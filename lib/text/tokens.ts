import {
  LONGEST_ABBREVIATION,
  alsoWords,
  anywhere,
  asListed,
  beforeName,
  calendar,
} from './abbreviations.ts';
import { Character, codePointClass, isLetter, isWordCharacter, unitsAt } from './characters.ts';
import { TokenKind } from './document.ts';
import type { Span } from './span.ts';

/** Tokens as growing columns; `sentence` is filled in by the sentence rule. */
export interface TokenColumns {
  length: number;
  start: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
  kind: Uint8Array<ArrayBuffer>;
}

const FULL_STOP = 0x2e;
const HYPHEN = 0x2d;
const SMALL_C = 0x63;
const AMPERSAND = 0x26;
const AT = 0x40;

/**
 * Takes blocks apart into words, numbers, punctuation and symbols.
 * A hyphen is a token ("Kyiv" "-" "born"), so is a clitic ("Ortiz" "'s", "did" "n't");
 * "O'Neill", "AT&T", "U.S." and "Mr." are one.
 */
export function tokenize(text: string, blocks: readonly Span[]): TokenColumns {
  const room = (text.length >> 2) + 16; // English needs a token per five characters
  const columns: TokenColumns = {
    length: 0,
    start: new Uint32Array(room),
    end: new Uint32Array(room),
    kind: new Uint8Array(room),
  };
  for (const block of blocks) tokenizeBlock(text, block, columns);
  return columns;
}

function tokenizeBlock(text: string, block: Span, columns: TokenColumns): void {
  const limit = block.end;
  let at = block.start;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    const character = codePointClass(text, at);
    if (character === Character.space) {
      at++;
    } else if (character === Character.digit) {
      at = push(columns, at, numberEnd(text, at, limit), TokenKind.number);
    } else if (character === Character.ideograph) {
      at = push(columns, at, Math.min(limit, at + unitsAt(text, at)), TokenKind.word);
    } else if (isWordCharacter(character)) {
      at = pushWord(text, at, limit, columns);
    } else if (unit === AT && joinsAddress(text, at, limit, columns)) {
      at = pushAddress(text, at, limit, columns);
    } else if (character === Character.punctuation) {
      at = push(columns, at, runEnd(text, at, limit), TokenKind.punctuation);
    } else {
      at = push(columns, at, Math.min(limit, at + unitsAt(text, at)), TokenKind.symbol);
    }
  }
}

function push(columns: TokenColumns, start: number, end: number, kind: number): number {
  if (columns.length === columns.start.length) grow(columns);
  columns.start[columns.length] = start;
  columns.end[columns.length] = end;
  columns.kind[columns.length] = kind;
  columns.length++;
  return end;
}

function grow(columns: TokenColumns): void {
  const room = columns.start.length * 2;
  const start = new Uint32Array(room);
  const end = new Uint32Array(room);
  const kind = new Uint8Array(room);
  start.set(columns.start);
  end.set(columns.end);
  kind.set(columns.kind);
  columns.start = start;
  columns.end = end;
  columns.kind = kind;
}

/** "1,500.25", "10:30", "24/7", "1990s", "5th": digits, single separators between them, letters at the end. */
function numberEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    const character = codePointClass(text, at);
    if (character === Character.digit || isLetter(character) || character === Character.mark) {
      at += unitsAt(text, at);
    } else if (
      (unit === FULL_STOP || unit === 0x2c || unit === 0x3a || unit === 0x2f) &&
      at + 1 < limit &&
      codePointClass(text, at + 1) === Character.digit
    ) {
      at++;
    } else {
      break;
    }
  }
  return Math.min(at, limit);
}

/** "..." and "--" and "''" are one token each; any other mark stands alone. */
function runEnd(text: string, start: number, limit: number): number {
  const unit = text.charCodeAt(start);
  let at = start + unitsAt(text, start);
  if (unit === FULL_STOP || unit === HYPHEN) {
    while (at < limit && text.charCodeAt(at) === unit) at++;
  } else if ((unit === 0x27 || unit === 0x60) && at < limit && text.charCodeAt(at) === unit) {
    at++;
  }
  return Math.min(at, limit);
}

/** Pushes the word at `start`, its clitic if it has one, and returns where the next token may start. */
function pushWord(text: string, start: number, limit: number, columns: TokenColumns): number {
  let at = start;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    const character = codePointClass(text, at);
    if (isWordCharacter(character) && character !== Character.ideograph) {
      at += unitsAt(text, at);
      continue;
    }
    if (at === start || at + 1 >= limit || !isLetter(codePointClass(text, at + 1))) break;
    if (isApostrophe(unit)) {
      const clitic = cliticEnd(text, at, limit);
      if (clitic > 0) {
        push(columns, start, at, TokenKind.word);
        return push(columns, at, clitic, TokenKind.word);
      }
      if (isNegation(text, at, limit) && at - 1 > start) {
        push(columns, start, at - 1, TokenKind.word);
        return push(columns, at - 1, at + 2, TokenKind.word);
      }
      at++;
    } else if (unit === AMPERSAND) {
      at++;
    } else if (unit === FULL_STOP && joinsAcrossStop(text, start, at)) {
      at++;
    } else {
      break;
    }
  }
  at = Math.min(at, limit);
  if (isWebAddress(text, start, at, limit))
    return push(columns, start, addressEnd(text, at, limit), TokenKind.symbol);
  if (at < limit && text.charCodeAt(at) === FULL_STOP && keepsStop(text, start, at, limit)) at++;
  return push(columns, start, at, TokenKind.word);
}

/** Whether the @ at `at` stands inside an e-mail address. */
function joinsAddress(text: string, at: number, limit: number, columns: TokenColumns): boolean {
  const touches = columns.length > 0 && columns.end[columns.length - 1] === at;
  return touches && at + 1 < limit && isWordCharacter(codePointClass(text, at + 1));
}

/** Tokens an e-mail address may have had before its @. */
const LONGEST_MAILBOX = 9;

/** Makes one token of an e-mail address, what is before its @ included. */
function pushAddress(text: string, at: number, limit: number, columns: TokenColumns): number {
  let start = at;
  for (let taken = 0; taken < LONGEST_MAILBOX && columns.length > 0; taken++) {
    const last = columns.length - 1;
    if (columns.end[last] !== start || /^[([{<,;:"'“”]/.test(text.charAt(columns.start[last] ?? 0))) break;
    start = columns.start[last] ?? 0;
    columns.length = last;
  }
  return push(columns, start, addressEnd(text, at + 1, limit), TokenKind.symbol);
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

/** The end of "'s", "'re", "'ve", "'ll", "'d" or "'m" at `at`, or -1. */
function cliticEnd(text: string, at: number, limit: number): number {
  const first = text.charCodeAt(at + 1) | 0x20;
  const oneLetter = at + 2 >= limit || !isWordCharacter(codePointClass(text, at + 2));
  if (oneLetter) return first === 0x73 || first === 0x64 || first === 0x6d ? at + 2 : -1;
  if (at + 3 < limit && isWordCharacter(codePointClass(text, at + 3))) return -1;
  const second = text.charCodeAt(at + 2) | 0x20;
  const known =
    (second === 0x65 && (first === 0x72 || first === 0x76)) || (first === 0x6c && second === 0x6c);
  return known ? at + 3 : -1;
}

/** Whether the apostrophe at `at` is that of "n't". */
function isNegation(text: string, at: number, limit: number): boolean {
  return (
    (text.charCodeAt(at - 1) | 0x20) === 0x6e &&
    (text.charCodeAt(at + 1) | 0x20) === 0x74 &&
    (at + 2 >= limit || !isWordCharacter(codePointClass(text, at + 2)))
  );
}

/** A full stop between letters joins initials ("U.S") and addresses ("bbc.co.uk"), not a sentence to the next. */
function joinsAcrossStop(text: string, start: number, at: number): boolean {
  const before = at - 1;
  const single = before === start || text.charCodeAt(before - 1) === FULL_STOP;
  return single || codePointClass(text, at + 1) === Character.lower;
}

/** Whether the full stop at `at` belongs to the word before it: initials and abbreviations. */
function keepsStop(text: string, start: number, at: number, limit: number): boolean {
  const length = at - start;
  if (length === 1) {
    if (text.charCodeAt(start) === SMALL_C) return nextIsDigit(text, at + 1, limit); // “c. 1450”
    return codePointClass(text, start) === Character.upper && nextIsName(text, at + 1, limit);
  }
  if (text.charCodeAt(at - 2) === FULL_STOP && length <= 2 * LONGEST_ABBREVIATION) return true;
  if (length > LONGEST_ABBREVIATION) return false;
  const word = asListed(text.slice(start, at));
  if (!beforeName.has(word) && !anywhere.has(word) && !calendar.has(word)) return false;
  if (!alsoWords.has(word)) return true;
  return codePointClass(text, start) === Character.upper && nextIsName(text, at + 1, limit);
}

/** Whether a capital or a digit follows, after a space or two. */
function nextIsName(text: string, at: number, limit: number): boolean {
  const next = classAfterSpace(text, at, limit);
  return next === Character.upper || next === Character.digit;
}

function nextIsDigit(text: string, at: number, limit: number): boolean {
  return classAfterSpace(text, at, limit) === Character.digit;
}

/** The class of what follows, past a space or two; -1 at the end. */
function classAfterSpace(text: string, at: number, limit: number): number {
  let next = at;
  while (next < limit && next < at + 2 && codePointClass(text, next) === Character.space) next++;
  return next < limit ? codePointClass(text, next) : -1;
}

function isWebAddress(text: string, start: number, at: number, limit: number): boolean {
  const length = at - start;
  return (
    (length === 4 || length === 5) &&
    at + 2 < limit &&
    text.charCodeAt(at) === 0x3a &&
    text.charCodeAt(at + 1) === 0x2f &&
    text.charCodeAt(at + 2) === 0x2f &&
    /^https?$/i.test(text.slice(start, at))
  );
}

function addressEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && codePointClass(text, at) !== Character.space) at++;
  while (at > start && /[.,;:!?)\]}>'"’”]/.test(text.charAt(at - 1))) at--;
  return at;
}
