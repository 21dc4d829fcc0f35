import { LONGEST_ABBREVIATION, anywhere, asListed, beforeName, sentenceStarters } from './abbreviations.ts';
import { Character, characterClass, codePointClass, isLetter } from './characters.ts';
import { TokenKind } from './document.ts';
import type { Sentence } from './document.ts';
import type { Span } from './span.ts';
import type { TokenColumns } from './tokens.ts';

/** Tokens after which a sentence ends wherever it is: no writer's is as long, and what looks at pairs stays quick. */
const LONGEST_SENTENCE = 400;

/** Splits blocks into sentences and says which sentence each token stands in. A block always ends a sentence. */
export function splitSentences(
  text: string,
  blocks: readonly Span[],
  tokens: TokenColumns,
): { sentences: Sentence[]; sentence: Uint32Array } {
  const sentences: Sentence[] = [];
  const sentence = new Uint32Array(tokens.length);
  let token = 0;
  for (const [block, span] of blocks.entries()) {
    let endToken = token;
    while (endToken < tokens.length && (tokens.start[endToken] ?? 0) < span.end) endToken++;
    while (token < endToken) {
      const next = sentenceEnd(text, tokens, token, Math.min(endToken, token + LONGEST_SENTENCE));
      sentence.fill(sentences.length, token, next);
      sentences.push({
        start: tokens.start[token] ?? 0,
        end: tokens.end[next - 1] ?? 0,
        block,
        firstToken: token,
        endToken: next,
      });
      token = next;
    }
  }
  return { sentences, sentence };
}

/** The token after the last one of the sentence that starts at `first`. */
function sentenceEnd(text: string, tokens: TokenColumns, first: number, limit: number): number {
  for (let i = first; i < limit; i++) {
    if (endsLine(text, tokens, i, limit)) return i + 1;
    if (!couldEnd(text, tokens, i, first)) continue;
    let next = i + 1;
    while (next < limit && isTerminal(text, tokens, next)) next++; // "?!"
    const marks = next;
    while (next < limit && isCloser(text, tokens, next)) next++;
    if (next >= limit) return limit;
    if (startsSentence(text, tokens, i, next, limit, next > marks)) return next;
    i = next - 1;
  }
  return limit;
}

function unitOf(text: string, tokens: TokenColumns, i: number): number {
  return text.charCodeAt(tokens.start[i] ?? 0);
}

function lengthOf(tokens: TokenColumns, i: number): number {
  return (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
}

/** 。！？ and their kin end a sentence whatever follows. */
function isFullWidthEnd(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff61;
}

/** . ? ! … ؟ ۔ । ॥ ։ ። */
function isTerminal(text: string, tokens: TokenColumns, i: number): boolean {
  const unit = unitOf(text, tokens, i);
  if (unit < 0x80)
    return (unit === 0x2e || unit === 0x3f || unit === 0x21) && tokens.kind[i] === TokenKind.punctuation;
  return (
    unit === 0x2026 ||
    unit === 0x61f ||
    unit === 0x6d4 ||
    unit === 0x964 ||
    unit === 0x965 ||
    unit === 0x589 ||
    unit === 0x1362 ||
    unit === 0x203c ||
    unit === 0x2047 ||
    unit === 0x2049 ||
    isFullWidthEnd(unit)
  );
}

/** Whether the token may end a sentence: a mark, or an abbreviation with its full stop. */
function couldEnd(text: string, tokens: TokenColumns, i: number, first: number): boolean {
  if (isTerminal(text, tokens, i)) {
    const itemNumber =
      i === first + 1 && tokens.kind[first] === TokenKind.number && lengthOf(tokens, first) < 3;
    return !itemNumber; // "1. Wash your hands"
  }
  return (
    tokens.kind[i] === TokenKind.word &&
    lengthOf(tokens, i) > 1 &&
    text.charCodeAt((tokens.end[i] ?? 0) - 1) === 0x2e
  );
}

function isCloser(text: string, tokens: TokenColumns, i: number): boolean {
  if (tokens.kind[i] !== TokenKind.punctuation) return false;
  const start = tokens.start[i] ?? 0;
  const unit = text.charCodeAt(start);
  if (unit === 0x29 || unit === 0x5d || unit === 0x7d) return true; // ) ] }
  if (unit === 0x300d || unit === 0x300f || unit === 0xff09) return true; // 」 』 ）
  const quotation =
    unit === 0x22 ||
    unit === 0x27 ||
    (unit >= 0x2018 && unit <= 0x201d) ||
    unit === 0xab ||
    unit === 0xbb ||
    unit === 0x203a;
  if (!quotation) return false;
  const touches = start === (tokens.end[i - 1] ?? 0);
  const spaceAfter = start + 1 >= text.length || !isLetter(codePointClass(text, start + 1));
  return touches && spaceAfter;
}

/** Whether token `next` begins a sentence after the terminal token `end` (and closers, if any). */
function startsSentence(
  text: string,
  tokens: TokenColumns,
  end: number,
  next: number,
  limit: number,
  closers: boolean,
): boolean {
  const unit = unitOf(text, tokens, end);
  if (isFullWidthEnd(unit)) return true;
  const gap = (tokens.start[next] ?? 0) > (tokens.end[next - 1] ?? 0);
  const word = firstWord(text, tokens, next, limit);
  if (word < 0) return gap && tokens.kind[next] !== TokenKind.punctuation;
  const character = codePointClass(text, tokens.start[word] ?? 0);
  if (character === Character.lower) return false;
  if (!gap && !closers && unit !== 0x3f && unit !== 0x21)
    return (
      character === Character.upper &&
      tokens.kind[end] !== TokenKind.word &&
      startsLong(text, tokens, end, word)
    );
  if (tokens.kind[end] === TokenKind.word) return abbreviationEnds(text, tokens, end, word);
  if (closers && isSpeakerAhead(text, tokens, word, limit)) return false;
  return true;
}

/** "…closed.The mayor": a full stop glued to the next sentence, as careless pages have it. */
function startsLong(text: string, tokens: TokenColumns, end: number, word: number): boolean {
  const before = codePointClass(text, Math.max(0, (tokens.start[end] ?? 0) - 1));
  return before === Character.lower && lengthOf(tokens, word) > 1;
}

/** The first word or number at or after `i`, past opening marks; -1 if another mark comes first. */
function firstWord(text: string, tokens: TokenColumns, i: number, limit: number): number {
  for (let at = i; at < limit && at < i + 4; at++) {
    const kind = tokens.kind[at];
    if (kind === TokenKind.word || kind === TokenKind.number) return at;
    if (kind === TokenKind.punctuation && /[,;:.!?%)\]}/]/.test(text.charAt(tokens.start[at] ?? 0)))
      return -1;
  }
  return -1;
}

/** Whether an abbreviation also ends the sentence: only before a word that mostly starts one. */
function abbreviationEnds(text: string, tokens: TokenColumns, end: number, word: number): boolean {
  if (tokens.kind[word] === TokenKind.number) return false;
  const name = asListed(text.slice(tokens.start[end] ?? 0, (tokens.end[end] ?? 1) - 1));
  if (beforeName.has(name)) return false;
  const start = tokens.start[word] ?? 0;
  const stop = tokens.end[word] ?? 0;
  if (stop - start > 9) return !isAbbreviation(name) && name.length > 2;
  return sentenceStarters.has(text.slice(start, stop).toLowerCase());
}

function isAbbreviation(name: string): boolean {
  return name.length <= LONGEST_ABBREVIATION && (anywhere.has(name) || name.includes('.'));
}

/** Verbs that take up a quotation that ended in ? or !: “Who pays?” Ortiz asked. */
const SPEAKING =
  /^(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|shouted|tweeted|cried|yelled|joked)$/;

/** Whether, after a closing quotation mark, one to four capitalised words and a verb of speaking follow. */
function isSpeakerAhead(text: string, tokens: TokenColumns, word: number, limit: number): boolean {
  for (let i = word; i < limit && i < word + 5; i++) {
    const start = tokens.start[i] ?? 0;
    const character = characterClass(text.charCodeAt(start));
    if (character === Character.upper || text.charCodeAt(start) === 0x2d) continue;
    return i > word && SPEAKING.test(text.slice(start, Math.min(tokens.end[i] ?? 0, start + 10)));
  }
  return false;
}

/** A line break inside a block ends a sentence unless the line plainly runs on. */
function endsLine(text: string, tokens: TokenColumns, i: number, limit: number): boolean {
  if (i + 1 >= limit) return false;
  const from = tokens.end[i] ?? 0;
  const to = tokens.start[i + 1] ?? 0;
  if (to === from || (to === from + 1 && text.charCodeAt(from) === 0x20)) return false;
  let newline = from;
  while (newline < to && text.charCodeAt(newline) !== 0x0a) newline++;
  if (newline === to) return false;
  if (codePointClass(text, to) === Character.lower) return false;
  const last = text.charCodeAt(from - 1);
  return last !== 0x2c && last !== 0x2d && last !== 0x3b;
}
