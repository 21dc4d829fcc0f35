import { TokenKind } from '../text/document.ts';
import type { Quotation, TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import { isQuotedAt } from '../text/quotations.ts';
import { lastStartingBy } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { WordClass, wordsOf } from '../text/words.ts';
import { NOUN_CUES } from './cues.ts';

/** “showed | a sign that bans boats”: content that begins with the “that” of a noun begins with the noun. */
export function withAntecedent(doc: TextDocument, cue: Span, content: readonly Span[]): Span[] {
  const [piece, ...rest] = content as [Span, ...Span[]];
  const { lower, class: classes } = wordsOf(doc);
  const { first } = tokensIn(doc, piece);
  const { end } = tokensIn(doc, cue);
  const isPart = lower[first] === 'that' && first > end && first - end <= MOST_BETWEEN;
  if (!isPart || !stands(lower, classes, first) || NOUN_CUES.has(lower[first - 1]!)) return [...content];
  // “announced last Monday that …”
  if (classes[first - 1]! & WordClass.time) return [...content];
  for (let k = end; k < first; k++) {
    if (doc.tokens.kind[k] === TokenKind.punctuation && lower[k] !== '-') return [...content];
  }
  return [{ start: doc.tokens.start[end]!, end: piece.end }, ...rest];
}
const MOST_BETWEEN = 14;

/** “is thought by | doctors to be ill”: content that begins with who tells it begins behind them. */
export function withoutSource(doc: TextDocument, source: Span, cue: Span, content: readonly Span[]): Span[] {
  if (!doc.text.slice(cue.start, cue.end).endsWith(' by')) return [...content];
  return content.map(piece => {
    const next = tokensIn(doc, source).end;
    const rest = doc.tokens.start[next] ?? Infinity;
    return piece.start === source.start && rest < piece.end ? { start: rest, end: piece.end } : piece;
  });
}

/** A piece that holds the one mark of a quotation holds the other too; a whole sentence needs neither: “Out!” | as they came. */
export function withBothMarks(doc: TextDocument, { start, end }: Span): Span {
  const opened = outermostAt(doc, start);
  const closed = outermostAt(doc, end - 1);
  const to = closed?.closed && closed.inner.end === end && start < closed.start ? closed.end : end;
  if (opened?.inner.start !== start || end <= opened.inner.end) return { start, end: to };
  const isLast = doc.quotations[lastStartingBy(doc.quotations, end - 1)]!.start < opened.end;
  const isSentence = isLast && /[.?!]/.test(doc.text.charAt(opened.inner.end - 1));
  return end <= opened.end || isSentence
    ? { start, end: opened.inner.end }
    : { start: opened.start, end: to };
}

/** The outermost quotation around an offset. */
function outermostAt({ quotations }: TextDocument, offset: number): Quotation | undefined {
  // nested at most a few deep
  for (let k = lastStartingBy(quotations, offset), low = k - DEEPEST; k >= 0 && k > low; k--)
    if (quotations[k]!.depth === 0) return quotations[k]!.end > offset ? quotations[k] : undefined;
  return undefined;
}
const DEEPEST = 8;

/** “as much as 3 million in | ‘savings’”: content that ends where no clause can, goes on up to the next mark. */
export function finished(doc: TextDocument, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const { preposition, conjunction, determiner, possessive, auxiliary, pronoun } = WordClass;
  const last = end - 1;
  const hangs = (classes[last]! & (preposition | conjunction | determiner | possessive)) !== 0;
  const isOwner = /^['’]$/.test(lower[last]!) && !isQuotedAt(doc.quotations, doc.tokens.start[last]! - 1);
  const { kind, sentence, length } = doc.tokens;
  if (!(hangs || isOwner) || end >= length || sentence[end] !== sentence[last]) return piece;
  if (kind[end] === TokenKind.punctuation && !isMark(lower[end]!)) return piece;
  // “calls itself a port and | is none”
  if (classes[last]! & conjunction && classes[end]! & (auxiliary | pronoun) && last > first)
    return { start: piece.start, end: doc.tokens.end[last - 1]! };
  let to = end;
  while (to < length && sentence[to] === sentence[last] && to < end + MOST_LEFT) {
    if (kind[to] === TokenKind.punctuation && !isMark(lower[to]!) && lower[to] !== '-') break;
    to++;
  }
  while (to > end && classes[to - 1]! & conjunction) to--;
  return to > end ? { start: piece.start, end: doc.tokens.end[to - 1]! } : piece;
}
const MOST_LEFT = 40;

function isMark(word: string): boolean {
  return /^["“”‘’'«»]$/.test(word);
}

/**
 * Whether “that” stands for the noun before it: a verb follows it. Stricter than `isRelative` of the rules (content.ts),
 * for which a preposition after the verb is enough: “told guards that boats on the lake sank”.
 */
function stands(lower: readonly string[], classes: Uint16Array, that: number): boolean {
  const verb = that + 1;
  const { auxiliary, determiner } = WordClass;
  if ((classes[verb] ?? 0) & auxiliary) return true;
  if (classes[verb] !== 0 || !/(?:ed|[^s]s|read)$/.test(lower[verb]!)) return false;
  const next = lower[verb + 1] ?? '';
  return ((classes[verb + 1] ?? 0) & determiner) !== 0 || /ing$|^["“]/.test(next);
}
