import { list } from '../../text/list.ts';
import type { Range, TextDocument } from '../../text/document.ts';
import { tokensIn } from '../../text/parse.ts';
import { isQuotedAt } from '../../text/quotations.ts';
import type { Span } from '../../text/span.ts';
import { Shape, WordClass, wordsOf } from '../../text/words.ts';
import { looksFinite } from '../content-ends.ts';
import { cueOf } from '../cues.ts';

/** Content up to where the article goes on in its own voice. */
export function beforeHandover(doc: TextDocument, cue: Span, piece: Span): Span {
  const { lower, class: classes, shape } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const said = tokensIn(doc, cue);
  if (first < said.end) return piece;
  const place = { doc, lower, class: classes, shape, cue: said, first, end };
  const over =
    endOfRelative(place) ??
    endOfInfinitive(place) ??
    endOfPast(place) ??
    endBeforeDenial(place) ??
    endBeforeVerdict(place) ??
    endOfNamed(place);
  return over === undefined || over <= first ? piece : { start: piece.start, end: doc.tokens.end[over - 1]! };
}

/** Where a cue and its content stand, by tokens. */
interface Place {
  readonly doc: TextDocument;
  readonly lower: readonly string[];
  readonly class: Uint16Array;
  readonly shape: Uint8Array;
  readonly cue: Range;
  readonly first: number;
  readonly end: number;
}

/** “Brandt, who said that it froze, | left”: with a relative clause what is said in it is over. */
function endOfRelative({ doc, lower, class: classes, cue, first, end }: Place): number | undefined {
  let who = cue.first - 1;
  while (classes[who]! & (WordClass.auxiliary | WordClass.adverb) && who > 0) who--;
  if (!/^(?:who|which)$/.test(lower[who]!) || lower[who - 1] !== ',') return undefined;
  let verb = lower[first] === 'to';
  for (let k = first; k + 2 < end; k++) {
    if (lower[k] === ',') {
      const isInside = isQuotedAt(doc.quotations, doc.tokens.start[k]!);
      const next = isInside ? k + 2 : k + 1;
      const isClosed = !isInside || !isQuotedAt(doc.quotations, doc.tokens.start[next]!);
      if (verb && isClosed && looksFinite(lower, classes, next)) return isInside ? next : k;
    }
    verb ||=
      looksFinite(lower, classes, k) || (classes[k] === 0 && (classes[k - 1]! & WordClass.pronoun) !== 0);
  }
  return undefined;
}

/** “promised to mend it | but did not”, “is expected to close, | but the talks failed”: an infinitive is no clause. */
function endOfInfinitive(place: Place): number | undefined {
  const { doc, lower, class: classes, first, end } = place;
  const isTold = (classes[first]! & WordClass.pronoun) !== 0 || OBJECTS.has(lower[first]!);
  const to = isTold ? first + 1 : first;
  if (lower[to] !== 'to' || classes[to + 1] !== 0) return undefined;
  for (let k = to + 2; k + 2 < end; k++) {
    if (classes[k]! & (WordClass.relative | WordClass.subordinator) || lower[k] === ':') return undefined;
    if (isQuotedAt(doc.quotations, doc.tokens.start[k]!) || cueOf(lower[k]!)?.form === 'base')
      return undefined;
    if (!/^(?:and|but|so)$/.test(lower[k]!)) continue;
    const isParted = lower[k - 1] === ',';
    const isDone = isAuxiliary(classes, k + 1) ? lower[k] === 'but' : isDeed(place, k + 1);
    const isThat = lower[k + 1] === 'that' && isAuxiliary(classes, k + 2); // “but that is long ago”
    if (isDone || isThat || ((isParted || lower[k] === 'but') && opensClause(lower, classes, k + 1, end)))
      return isParted ? k - 1 : k;
  }
  return undefined;
}
const OBJECTS = list('me him her us them');

/** “painted the gate”, “hit Bonn”, not “painted gates”. */
function isDeed({ lower, class: classes, shape }: Place, k: number): boolean {
  const isFollowed = classes[k + 1] !== 0 || (shape[k + 1]! & Shape.capital) !== 0;
  return isFollowed && looksFinite(lower, classes, k);
}

function isAuxiliary(classes: Uint16Array, k: number): boolean {
  return (classes[k]! & WordClass.auxiliary) !== 0;
}

/** “said that it would close, | but the farmers have left”: what was said stands in the past, and what follows does not. */
function endOfPast({ doc, lower, class: classes, cue, first, end }: Place): number | undefined {
  let but = first;
  while (but < end && lower[but] !== 'but') but++;
  if (but + 2 >= end || cueOf(lower[cue.end - 1]!)?.form !== 'past') return undefined;
  const comma = lower[but - 1] === ',' ? but - 1 : but - 2; // “…,” but
  const verb = verbOfClause(lower, classes, but + 1, end);
  if (lower[comma] !== ',' || verb <= but + 1 || !/^(?:has|have|is|are|remains?)$/.test(lower[verb]!))
    return undefined;
  let isPast = false;
  for (let k = first; k < but; k++) {
    if (!isAuxiliary(classes, k) || lower[k] === "'s" || isQuotedAt(doc.quotations, doc.tokens.start[k]!))
      continue;
    if (!PAST.has(lower[k]!)) return undefined;
    isPast = true;
  }
  if (!isPast || isQuotedAt(doc.quotations, doc.tokens.start[but]!)) return undefined;
  return comma === but - 1 ? comma : but;
}
const PAST = list('would had was were could might did should be been being not having');

function opensClause(lower: readonly string[], classes: Uint16Array, first: number, end: number): boolean {
  return verbOfClause(lower, classes, first, end) > first;
}

/** The verb of a clause that begins at a token with its subject; -1 where none is near. */
function verbOfClause(lower: readonly string[], classes: Uint16Array, first: number, end: number): number {
  const { preposition, relative, subordinator, conjunction } = WordClass;
  if (classes[first]! & (preposition | relative | subordinator | conjunction)) return -1;
  for (let k = first; k < end && k < first + LONGEST_SUBJECT; k++) {
    if (/^[,;:]$/.test(lower[k]!) || classes[k]! & (relative | subordinator)) return -1;
    if (lower[k] !== 'to' && looksFinite(lower, classes, k)) return k;
  }
  return -1;
}
const LONGEST_SUBJECT = 9;

/** “a gate Brandt says he mended | and which leaks”: a second clause on what the first one is on. */
function endOfNamed({ doc, lower, class: classes, first, end }: Place): number | undefined {
  for (let k = first + 1; k + 2 < end; k++) {
    if (classes[k]! & WordClass.relative) return undefined;
    if (!/^(?:and|but)$/.test(lower[k]!) || !/^(?:which|who)$/.test(lower[k + 1]!)) continue;
    if (isQuotedAt(doc.quotations, doc.tokens.start[k]!)) return undefined;
    return lower[k - 1] === ',' ? k - 1 : k;
  }
  return undefined;
}

/** “that it was late, | which the guards deny”: what others make of it is not said by who said it. */
function endBeforeDenial({ doc, lower, class: classes, first, end }: Place): number | undefined {
  if (!DENYING.test(lower[end - 1]!)) return undefined;
  for (let k = end - 2; k > first + 2 && k > end - LONGEST_SUBJECT; k--) {
    if (looksFinite(lower, classes, k)) return undefined;
    if (lower[k] !== 'which' || k === end - 2) continue;
    const isQuoted = isQuotedAt(doc.quotations, doc.tokens.start[k]!);
    return lower[k - 1] === ',' && !isQuoted ? k - 1 : undefined;
  }
  return undefined;
}
const DENYING = /^(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|contest(?:s|ed)?)$/;

/** “that it was late, | a charge the guards call ‘absurd’”: nor is what is named so to tell what others make of it. */
function endBeforeVerdict({ doc, lower, first, end }: Place): number | undefined {
  for (let k = Math.max(first + 2, end - LONGEST_VERDICT); k + 4 < end; k++) {
    if (lower[k] !== ',' || !/^an?$/.test(lower[k + 1]!) || !TAKEN_UP.has(lower[k + 2]!)) continue;
    if (isQuotedAt(doc.quotations, doc.tokens.start[k]!)) return undefined;
    const isJudged = lower.slice(k + 4, end).some(word => DENYING.test(word) || JUDGING.has(word));
    return isJudged ? k : undefined;
  }
  return undefined;
}
const TAKEN_UP = list(
  'claim charge allegation accusation assertion suggestion characterisation characterization',
);
const JUDGING = list('call calls called dismiss dismisses dismissed describe describes described');
/** Tokens. */
const LONGEST_VERDICT = 20;

/**
 * Content without what is none of it: a phrase of when or where it was said, before the cue (“Last year, she told us |
 * …”), and what the article tells behind a quotation and its cue (“…,” she said, | and left).
 */
export function withoutNarrator(doc: TextDocument, cue: Span, content: readonly Span[]): Span[] {
  const [first] = content as [Span];
  if (content.length === 1 || first.end > cue.start) return [...content];
  const { lower } = wordsOf(doc);
  // “LUND: | According to Brandt, it floods”
  const isLabel = doc.text.charAt(first.end) === ':' && first.end - first.start < LONGEST_LABEL;
  if (isLabel && !/\b[a-z]/.test(doc.text.slice(first.start, first.end))) return content.slice(1);
  // “Each year, Brandt said, | it floods” is hers
  const isInserted = lower[tokensIn(doc, content[1]!).first - 1] === ',';
  if (!isInserted && isOccasion(doc, first)) return content.slice(1);
  const isQuoted = (piece: Span): boolean => isQuotedAt(doc.quotations, piece.start);
  if (!isQuoted(first)) return [...content];
  const isOver = /[.?!]/.test(doc.text.charAt(first.end - 1));
  const own = content.findIndex(piece => {
    if (piece.start < cue.end || /["“”«»]/.test(doc.text.slice(piece.start - 1, piece.end + 1))) return false;
    const { first: start } = tokensIn(doc, piece);
    return isOver || /^(?:and|but|;)$/.test(lower[start - 1]!) || /^(?:and|but)$/.test(lower[start]!);
  });
  return own > 0 ? content.slice(0, own) : [...content];
}

/** “Earlier this year”, “In an article on dams”: a time, or where something was said, and no verb. */
function isOccasion(doc: TextDocument, piece: Span): boolean {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  let isTime = false;
  let isPlace = false;
  for (let k = first; k < end; k++) {
    if (isQuotedAt(doc.quotations, doc.tokens.start[k]!)) continue;
    if (looksFinite(lower, classes, k) && lower[k] !== 'titled') return false;
    isTime ||= (classes[k]! & WordClass.time) !== 0;
    isPlace ||= /^(?:article|interview|statement|speech|letter|email|post|essay|column|tweet)$/.test(
      lower[k]!,
    );
  }
  const isLed = /^(?:in|on|at)$/.test(lower[first]!);
  return (isTime && end - first <= LONGEST_TIME) || (isPlace && isLed);
}
/** Tokens. */
const LONGEST_TIME = 4;
/** UTF-16 units. */
const LONGEST_LABEL = 40;
