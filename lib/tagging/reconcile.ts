import { TokenKind } from '../text/document.ts';
import type { Quotation, Range, TextDocument } from '../text/document.ts';
import { clauseStarters, isQuestionPut } from '../text/clauses.ts';
import { tokensIn } from '../text/parse.ts';
import type { Reading } from './roles.ts';
import { wordsOf } from '../text/words.ts';

/** Reads the attribution of a cue that seemed too unlikely at first, if there is one between these tokens. */
export type SecondLook = (among: Range) => Reading | null;

/**
 * Makes what was read cue by cue agree with the quotation marks and with each other:
 * content ends where its quotation ends, every longer quotation belongs to somebody, nothing is told twice.
 */
export function reconcile(
  doc: TextDocument,
  segment: Range,
  readings: Reading[],
  lookAgain: SecondLook,
): Reading[] {
  const quotations = quotationsIn(doc, segment);
  for (const reading of readings) {
    withoutExpletive(doc, reading);
    withoutSubject(doc, reading);
    withoutFigures(doc, reading);
    reading.content = inOneBlock(doc, reading);
    reading.source = sourceInOneBlock(doc, reading);
  }
  for (const { words } of quotations) dropScraps(doc, words, readings);
  for (const quoted of quotations) {
    for (const reading of readings) fillQuotation(reading, quoted, readings);
  }
  for (const reading of readings) dropStrays(doc, quotations, reading);
  for (const reading of readings) splitAtCues(doc, quotations, reading, readings);
  for (const quoted of quotations) {
    const length = countWords(doc, quoted.words);
    if (length < (isUtterance(doc, quoted.words) ? SHORT : LONG)) continue;
    if (coverage(quoted.words, readings) < COVERED) adopt(doc, quoted, quotations, readings, lookAgain);
    else vouch(doc, quoted, readings);
  }
  for (const { words } of quotations) dropScraps(doc, words, readings);
  for (const reading of readings) {
    openClauses(doc, reading);
    finishClauses(doc, reading, readings);
    endConcession(doc, quotations, reading);
  }
  for (const reading of readings) {
    reading.content = reading.content.flatMap(piece => trimmed(doc, quotations, piece));
    reading.source = (reading.source && trimmed(doc, quotations, reading.source)[0]) ?? null;
  }
  return withoutRepeats(
    readings.filter(
      reading =>
        reading.content.length > 0 && reading.confidence >= LEAST_CONFIDENCE && !asksOnly(doc, reading),
    ),
  ).sort((a, b) => firstToken(a) - firstToken(b));
}

/** Below it, a reading is more often wrong than right. */
const LEAST_CONFIDENCE = 0.32;

/** Confidence of what only quotation marks tell. */
const BY_MARKS = 0.7;

/** A quotation this far inside somebody's content belongs to them. */
const COVERED = 0.5;

/** Quotations of fewer words are names and words held at arm's length. */
const SHORT = 3;

/** Quotations of fewer words need nobody who says them. */
const LONG = 5;

interface Quoted {
  readonly quotation: Quotation;
  readonly words: Range; // tokens between the marks
}

function quotationsIn(doc: TextDocument, segment: Range): Quoted[] {
  const quoted: Quoted[] = [];
  const start = doc.tokens.start[segment.first] ?? 0;
  const end = doc.tokens.end[segment.end - 1] ?? 0;
  for (const quotation of doc.quotations) {
    if (quotation.depth > 0 || quotation.end <= start) continue;
    if (quotation.start >= end) break;
    const words = tokensIn(doc, quotation.inner);
    if (words.first < segment.first || words.end > segment.end) continue;
    if (countWords(doc, words) >= SHORT) quoted.push({ quotation, words });
  }
  return quoted;
}

function countWords(doc: TextDocument, { first, end }: Range): number {
  let words = 0;
  for (let i = first; i < end; i++) if ((doc.tokens.kind[i] ?? 0) <= TokenKind.number) words++;
  return words;
}

/** Content does not run over the end of a block: the pieces in the cue's block, or those in the nearest other. */
function inOneBlock(doc: TextDocument, { cue, content }: Reading): Range[] {
  const pieces = content.flatMap(piece => splitAtBlocks(doc, piece));
  const home = blockOf(doc, (cue ?? content[0])?.first ?? 0);
  const distance = (piece: Range): number => Math.abs(blockOf(doc, piece.first) - home);
  const least = Math.min(...pieces.map(distance));
  return pieces.filter(piece => distance(piece) === least);
}

function splitAtBlocks(doc: TextDocument, { first, end }: Range): Range[] {
  const pieces: Range[] = [];
  let start = first;
  // a block ends where one of its sentences does
  for (let next = first; next < end;) {
    next = Math.min(end, doc.sentences[sentenceOf(doc, next)]?.endToken ?? end);
    if (next < end && blockOf(doc, next) === blockOf(doc, start)) continue;
    pieces.push({ first: start, end: next });
    start = next;
  }
  return pieces;
}

function blockOf(doc: TextDocument, token: number): number {
  return doc.sentences[doc.tokens.sentence[token] ?? 0]?.block ?? 0;
}

/** "It" in "it is believed" is nobody. */
function withoutExpletive(doc: TextDocument, reading: Reading): void {
  if (!reading.source || !reading.cue || reading.source.end - reading.source.first > 1) return;
  const word = (i: number): string => doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]).toLowerCase();
  if (word(reading.source.first) === 'it' && PASSIVE.test(word(reading.cue.first))) reading.source = null;
}

/** “She is called a rebel by some”, “it was described by Roe”: whoever stands before the passive does not speak. */
function withoutSubject(doc: TextDocument, reading: Reading): void {
  const { source, cue } = reading;
  if (!source || !cue || source.end > cue.first || cue.end - cue.first < 2) return;
  const words = doc.text.slice(doc.tokens.start[cue.end - 2], doc.tokens.end[cue.end - 1]);
  if (SPOKEN_OF.test(words)) reading.source = null;
}

const SPOKEN_OF =
  /^(?:called|considered|described|regarded|seen|viewed|hailed|dubbed|labell?ed|branded|termed|deemed|critici[sz]ed|condemned|rejected|denounced|dismissed|opposed|praised|welcomed|questioned) by$/;

const PASSIVE = /^(?:is|was|has|had|'s|’s)$/;

/** “1959” is no cue, and a mark is no part of one. */
function withoutFigures(doc: TextDocument, reading: Reading): void {
  if (reading.cue) {
    const { first } = reading.cue;
    let { end } = reading.cue;
    while (end > first && isMark(doc, end - 1)) end--;
    reading.cue = end > first ? { first, end } : null;
  }
  const { cue } = reading;
  if (!cue) return;
  for (let i = cue.first; i < cue.end; i++) if (doc.tokens.kind[i] === TokenKind.word) return;
  reading.cue = null;
}

/** Nobody's name runs over the end of a block: the part nearest to the cue. */
function sourceInOneBlock(doc: TextDocument, { source, cue }: Reading): Range | null {
  if (!source) return null;
  const parts = splitAtBlocks(doc, source);
  return (cue && source.first >= cue.end ? parts[0] : parts.at(-1)) ?? null;
}

/** A question without a source that opens a sentence. */
function asksOnly(doc: TextDocument, { source, cue }: Reading): boolean {
  if (source || !cue) return false;
  const { firstToken } = doc.sentences[sentenceOf(doc, cue.first)]!;
  return isQuestionPut(wordsOf(doc).lower, cue.first, firstToken);
}

/** Content that covers one end of a quotation, and nobody else's the rest, covers all of it. */
function fillQuotation(reading: Reading, { words }: Quoted, readings: readonly Reading[]): void {
  for (let i = 0; i < reading.content.length; i++) {
    const piece = reading.content[i]!;
    const startsInside = piece.first >= words.first - 1 && piece.first < words.end;
    const endsInside = piece.end > words.first && piece.end <= words.end;
    if (!startsInside || !endsInside || words.end - words.first <= piece.end - piece.first) continue;
    const fromStart = piece.first <= words.first + NEAR;
    const toEnd = piece.end >= words.end - NEAR;
    if (!fromStart && !toEnd) continue;
    const whole = { first: Math.min(piece.first, words.first), end: words.end };
    const rest = fromStart ? { first: piece.end, end: words.end } : { first: words.first, end: piece.first };
    const others = readings.filter(other => other !== reading);
    if (coverage(rest, others) > 0 || readings.some(other => other.cue && overlap(other.cue, rest) > 0))
      continue;
    reading.content = merged(reading.content.with(i, whole));
    return;
  }
}

/** Tokens by which content may miss the end of a quotation. */
const NEAR = 2;

/** A quotation to which the words of its own sentence lead up goes on with nothing: “That led Bo to shout ‘…’”. */
function dropStrays(doc: TextDocument, quotations: readonly Quoted[], reading: Reading): void {
  const { content, cue, source } = reading;
  if (content.length < 2 || !cue) return;
  reading.content = content.filter((piece, i) => {
    const quoted = i > 0 && quotations.find(({ words }) => overlap(words, piece) > 0);
    if (!quoted) return true;
    if (!isLedUpTo(doc, quoted.words)) return true;
    const { firstToken } = doc.sentences[sentenceOf(doc, quoted.words.first)]!;
    const isOwn = (range: Range): boolean => range.end > firstToken;
    return isOwn(cue) || (source && isOwn(source)) || isOwn(content[i - 1]!);
  });
}

/** Whether some words of its sentence stand before a quotation. */
function isLedUpTo(doc: TextDocument, { first }: Range): boolean {
  const { firstToken } = doc.sentences[sentenceOf(doc, first)]!;
  return countWords(doc, { first: firstToken, end: first }) >= SHORT;
}

/**
 * A quotation goes on after the words of another only if it says so: what is behind them is a claim of whoever spoke
 * last. And what stands before “She added: ‘…’” was said before she added anything.
 */
function splitAtCues(
  doc: TextDocument,
  quotations: readonly Quoted[],
  reading: Reading,
  readings: Reading[],
): void {
  const { content, cue, source } = reading;
  for (let i = content.length - 1; i > 0; i--) {
    const before = content[i - 1]!;
    const after = content[i]!;
    if (![before, after].every(piece => quotations.some(({ words }) => overlap(words, piece) > 0))) continue;
    const gap = { first: before.end, end: after.first };
    const between = readings.findLast(
      other => other !== reading && other.cue && overlap(other.cue, gap) > 0 && coverage(gap, [other]) > 0,
    );
    if (between) {
      readings.push({ source: between.source, cue: null, content: content.slice(i), confidence: BY_MARKS });
      reading.content = content.slice(0, i);
      return;
    }
    if (!cue || overlap(cue, gap) === 0 || !introduces(doc, gap, cue)) continue;
    const earlier = content.slice(0, i);
    const holder = readings.find(
      other => other !== reading && other.cue && coverage(earlier[0]!, [other]) > COVERED,
    );
    if (holder) holder.content = merged([...holder.content, ...earlier]);
    else readings.push({ source, cue: null, content: earlier, confidence: BY_MARKS });
    reading.content = content.slice(i);
    return;
  }
}

/** Whether between two quotations the first sentence is over, and a colon or comma leads from the cue to the second. */
function introduces(doc: TextDocument, { first, end }: Range, cue: Range): boolean {
  const { tokens, text } = doc;
  const mark = (i: number): string => text.charAt(tokens.start[i] ?? 0);
  let k = end - 1;
  while (k >= cue.end && isMark(doc, k) && !/[:,]/.test(mark(k))) k--;
  return k >= cue.end && /[:,]/.test(mark(k)) && text.charAt((tokens.end[first - 1] ?? 0) - 1) === '.';
}

/** A quotation belongs to the nearest cue; others who have more to say lose what they have of it. */
function dropScraps(doc: TextDocument, words: Range, readings: readonly Reading[]): void {
  const inside = (piece: Range): boolean => piece.first >= words.first - 1 && piece.end <= words.end + 1;
  const claiming = readings.filter(({ content }) => content.some(inside));
  const full = claiming.filter(reading => coverage(words, [reading]) >= COVERED);
  const owner = full.toSorted((a, b) => cueDistance(doc, a, words) - cueDistance(doc, b, words))[0];
  if (!owner) return;
  for (const reading of claiming) {
    if (reading === owner) continue;
    const others = reading.content.filter(piece => !inside(piece));
    const speaksWithin = reading.cue === null || overlap(reading.cue, words) > 0; // what is quoted reports it
    if (others.length > 0 || !speaksWithin) reading.content = others;
  }
}

/** Content that begins right after the word that opens its clause, and the cue before that, begins with it. */
function openClauses(doc: TextDocument, reading: Reading): void {
  const { cue } = reading;
  if (!cue) return;
  const { start, end } = doc.tokens;
  reading.content = reading.content.map(piece => {
    const opener = piece.first - 1;
    if (opener !== cue.end || !OPENERS.test(doc.text.slice(start[opener], end[opener]))) return piece;
    return { first: opener, end: piece.end };
  });
}

const OPENERS = /^(?:that|to|whether|if|how|why|what|who|when|where)$/;

/** Content that stops where no clause can end, a word of the same clause next, runs to the end of its sentence. */
function finishClauses(doc: TextDocument, reading: Reading, readings: readonly Reading[]): void {
  const isTaken = (rest: Range): boolean =>
    readings.some(
      ({ cue, source }) =>
        (cue !== null && overlap(cue, rest) > 0) || (source !== null && overlap(source, rest) > 0),
    );
  reading.content = merged(
    reading.content.map(piece => {
      if (!reading.cue || piece.first < reading.cue.end || !runsOn(doc, piece.end)) return piece;
      const sentence = doc.sentences[sentenceOf(doc, piece.end - 1)];
      let end = sentence?.endToken ?? piece.end;
      while (end > piece.end && isMark(doc, end - 1)) end--;
      const rest = { first: piece.end, end };
      return end > piece.end && !isTaken(rest) ? { first: piece.first, end } : piece;
    }),
  );
}

/** “While Roe says it is safe, the river rises”: what is conceded ends with its clause. */
function endConcession(doc: TextDocument, quotations: readonly Quoted[], reading: Reading): void {
  const { cue } = reading;
  if (!cue) return;
  const { firstToken } = doc.sentences[sentenceOf(doc, cue.first)]!;
  if (!CONCESSIONS.test(doc.text.slice(doc.tokens.start[firstToken], doc.tokens.end[firstToken]))) return;
  for (let k = firstToken; k < cue.first; k++) if (isComma(doc, k)) return; // the cue is the main clause's
  reading.content = reading.content.map(piece => {
    if (piece.first < cue.end || sentenceOf(doc, piece.first) !== sentenceOf(doc, cue.first)) return piece;
    for (let k = piece.first + 1; k + 3 < piece.end; k++) {
      if (isComma(doc, k) && !quotations.some(({ words }) => words.first <= k && k < words.end))
        return { first: piece.first, end: k };
    }
    return piece;
  });
}

const CONCESSIONS = /^(?:While|Although|Though)$/;

function isComma(doc: TextDocument, token: number): boolean {
  return doc.text.charAt(doc.tokens.start[token] ?? 0) === ',';
}

/** Whether the token goes on with the clause of the one before. */
function runsOn(doc: TextDocument, token: number): boolean {
  const { tokens, text } = doc;
  if (token >= tokens.length || tokens.kind[token] !== TokenKind.word) return false;
  if (isMark(doc, token - 1) && text.charAt(tokens.start[token - 1]!) !== ')') return false;
  if (sentenceOf(doc, token) !== sentenceOf(doc, token - 1)) return false;
  return !clauseStarters.has(text.slice(tokens.start[token], tokens.end[token]).toLowerCase());
}

function isMark(doc: TextDocument, token: number): boolean {
  return doc.tokens.kind[token] === TokenKind.punctuation;
}

/** Tokens from cue to quotation; a sentence between them counts as many. */
function cueDistance(doc: TextDocument, { cue }: Reading, { first, end }: Range): number {
  if (!cue) return Infinity;
  const before = cue.end <= first;
  const apart = before ? first - cue.end : Math.max(0, cue.first - end);
  const together = sentenceOf(doc, cue.first) === sentenceOf(doc, before ? first : end - 1);
  return together ? apart : apart + SENTENCE_BETWEEN;
}

const SENTENCE_BETWEEN = 20;

/** Finds somebody for a quotation that no content covers. */
function adopt(
  doc: TextDocument,
  quoted: Quoted,
  quotations: readonly Quoted[],
  readings: Reading[],
  lookAgain: SecondLook,
): void {
  const { quotation, words } = quoted;
  const around = sentencesAround(doc, words);
  const found =
    lookAgain({ first: around.first, end: words.first }) ?? lookAgain({ first: words.end, end: around.end });
  if (found) found.content = inOneBlock(doc, found);
  if (found && coverage(words, [found]) >= COVERED && !readings.some(other => sameCue(other, found))) {
    found.confidence = Math.max(found.confidence, BY_MARKS);
    readings.push(found);
    fillQuotation(found, quoted, readings);
    return;
  }
  const before = readings.reduce<Reading | undefined>((last, reading) => {
    const at = lastToken(reading);
    return at <= words.first && at >= (last ? lastToken(last) : 0) ? reading : last;
  }, undefined);
  const blocks = before ? blockOf(doc, words.first) - blockOf(doc, lastToken(before) - 1) : Infinity;
  const next =
    before !== undefined &&
    isParted(doc, words) &&
    sentenceOf(doc, words.first) - sentenceOf(doc, lastToken(before) - 1) <= 1;
  if (next && isQuoted(quotations, before) && blocks <= (quotation.continues ? 1 : 0)) {
    before.content = merged([...before.content, words]);
  } else if (endsLikeSentence(doc, words)) {
    const runsInto = before && lastToken(before) >= words.first - 1;
    const source = runsInto || (next && blocks === 0 && !isLedUpTo(doc, words)) ? before.source : null;
    readings.push({ source, cue: null, content: [words], confidence: BY_MARKS });
  }
}

/** A whole sentence in quotation marks is somebody's words; whose, is told only where the reading is likely. */
function vouch(doc: TextDocument, { words }: Quoted, readings: readonly Reading[]): void {
  if (!endsLikeSentence(doc, words)) return;
  const holding = readings.filter(reading => coverage(words, [reading]) >= COVERED);
  const best = holding.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (!best || best.confidence >= BY_MARKS) return;
  if (best.confidence < LIKELY) {
    best.source = null;
    best.cue = null;
    best.content = merged([...best.content, words]); // “You believed | that it held”
  }
  best.confidence = BY_MARKS;
}

/** Readings below are not good enough to name somebody. */
const LIKELY = 0.45;

function sentenceOf(doc: TextDocument, token: number): number {
  return doc.tokens.sentence[token] ?? 0;
}

function isQuoted(quotations: readonly Quoted[], { content }: Reading): boolean {
  const last = content.at(-1);
  return last !== undefined && quotations.some(({ words }) => overlap(words, last) > 0);
}

/** “Out with them all!”, “It is over.”: said by somebody, however short; other marks may also end the sentence around a title. */
function isUtterance(doc: TextDocument, { first, end }: Range): boolean {
  const mark = doc.text.charAt((doc.tokens.end[end - 1] ?? 0) - 1);
  const opens = first - 1 <= (doc.sentences[sentenceOf(doc, first)]?.firstToken ?? 0);
  return mark === '!' || (/[.?]/.test(mark) && opens);
}

/** Whether a quotation begins a sentence or stands behind a comma: not “to shouts of ‘Out with them all!’”. */
function isParted(doc: TextDocument, { first }: Range): boolean {
  const before = first - 2; // the opening mark is in between
  return before < 0 || isMark(doc, before) || sentenceOf(doc, before) !== sentenceOf(doc, first);
}

function endsLikeSentence(doc: TextDocument, words: Range): boolean {
  return (
    /[.?!,…]/.test(doc.text.charAt((doc.tokens.end[words.end - 1] ?? 0) - 1)) ||
    countWords(doc, words) >= 2 * LONG
  );
}

function sentencesAround(doc: TextDocument, words: Range): Range {
  const first = doc.sentences[doc.tokens.sentence[words.first] ?? 0];
  const last = doc.sentences[doc.tokens.sentence[words.end - 1] ?? 0];
  return { first: first?.firstToken ?? words.first, end: last?.endToken ?? words.end };
}

/** A piece without the comma before its cue and without marks around all of it; nothing if nothing is left. */
function trimmed(doc: TextDocument, quotations: readonly Quoted[], piece: Range): Range[] {
  let { first, end } = piece;
  const mark = (i: number): string =>
    doc.tokens.kind[i] === TokenKind.punctuation ? doc.text.charAt(doc.tokens.start[i] ?? 0) : '';
  for (let changed = true; changed && first < end;) {
    changed = true;
    if (/[,:;–—-]/.test(mark(first))) first++;
    else if (/[,:;–—-]/.test(mark(end - 1))) end--;
    else if (opens(quotations, first, end)) first++;
    else if (closes(quotations, first, end)) end--;
    else changed = false;
  }
  return first < end ? [{ first, end }] : [];
}

/** Whether a quotation opens with this token and holds all the rest. */
function opens(quotations: readonly Quoted[], first: number, end: number): boolean {
  return quotations.some(({ words }) => words.first === first + 1 && words.end + 1 >= end);
}

function closes(quotations: readonly Quoted[], first: number, end: number): boolean {
  return quotations.some(({ words }) => words.end === end - 1 && words.first - 1 <= first);
}

/** Of two readings with nearly the same content, the surer one. */
function withoutRepeats(readings: readonly Reading[]): Reading[] {
  const kept: Reading[] = [];
  for (const reading of readings.toSorted((a, b) => b.confidence - a.confidence)) {
    if (!kept.some(other => likeness(other, reading) > REPEATED)) kept.push(reading);
  }
  return kept;
}

const REPEATED = 0.85;

/** Tokens in both contents over tokens in either. */
function likeness(a: Reading, b: Reading): number {
  let both = 0;
  for (const x of a.content) for (const y of b.content) both += overlap(x, y);
  return both === 0 ? 0 : both / (lengthOf(a) + lengthOf(b) - both);
}

/** How much of a range the content of these readings covers together, 0..1. */
function coverage(range: Range, readings: readonly Reading[]): number {
  const pieces: Range[] = [];
  for (const { content } of readings)
    for (const piece of content) if (overlap(piece, range) > 0) pieces.push(piece);
  if (pieces.length === 0) return 0; // most are nowhere near
  const covered = merged(pieces).reduce((sum, piece) => sum + overlap(piece, range), 0);
  return range.end > range.first ? covered / (range.end - range.first) : 0;
}

function overlap(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.first, b.first));
}

function lengthOf({ content }: Reading): number {
  return content.reduce((sum, { first, end }) => sum + end - first, 0);
}

function sameCue(a: Reading, b: Reading): boolean {
  return a.cue !== null && b.cue !== null && overlap(a.cue, b.cue) > 0;
}

function firstToken({ content }: Reading): number {
  return Math.min(...content.map(piece => piece.first));
}

function lastToken({ content, cue, source }: Reading): number {
  return Math.max(cue?.end ?? 0, source?.end ?? 0, ...content.map(piece => piece.end));
}

/** Pieces in order, those that touch made one. */
function merged(pieces: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const piece of pieces.toSorted((a, b) => a.first - b.first)) {
    const last = out.at(-1);
    if (last && piece.first <= last.end)
      out[out.length - 1] = { first: last.first, end: Math.max(last.end, piece.end) };
    else out.push(piece);
  }
  return out;
}
