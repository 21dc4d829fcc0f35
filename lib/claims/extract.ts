import type { Player } from '../entities/players.ts';
import type { Attribution } from '../tagging/tagger.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { Shape, WordClass, wordsOf } from '../text/words.ts';
import { findHedges } from './certainty.ts';
import { weighCheckWorthiness } from './checkworthiness.ts';
import type { Claim, ClaimKind } from './claim.ts';
import { NOUN_CUES, cueOf } from './cues.ts';
import { indexMentions, mentionsIn, resolveSource } from './sources.ts';
import type { MentionIndex } from './sources.ts';
import { deedIn, withoutNarration } from './narration.ts';
import { completeOuter, findOuter, withoutSelf, withoutShared } from './nesting.ts';
import { withSpeakers } from './speakers.ts';
import { findStatus } from './status.ts';

/** From attributions to claims a reader can weigh, in reading order. */
export function extractClaims(
  doc: TextDocument,
  attributions: readonly Attribution[],
  players: readonly Player[],
): Claim[] {
  const mentions = indexMentions(players);
  const inOrder = attributions
    .filter(attribution => attribution.content.length > 0)
    .toSorted((a, b) => a.content[0]!.start - b.content[0]!.start);
  const whole = withoutSelf(doc.text, withoutShared(completeOuter(withoutNarration(doc, inOrder))));
  const spoken = withSpeakers(doc, whole, {
    speakerOf: source => {
      const { kind, playerId } = resolveSource(doc.text, source, mentions);
      return kind === 'person' ? playerId : undefined;
    },
    namedIn: span => personsNamed(mentions, span),
  });
  const bare = withoutPullQuotes(doc.text, spoken)
    .filter(isNew())
    .map((attribution, index) => toClaim(doc, attribution, mentions, `c${index + 1}`));
  const worth = weighCheckWorthiness(doc, bare);
  const claims = bare.map((claim, i) => ({ ...claim, ...worth[i]! }));
  for (const [inner, outer] of findOuter(claims)) inner.refersTo.push(outer.id);
  findStatus(doc, claims, claim => playersIn(claim, mentions));
  return claims;
}

/** A quotation set in print a second time, without its speaker, is no second claim. */
function withoutPullQuotes(text: string, attributions: readonly Attribution[]): readonly Attribution[] {
  if (attributions.every(({ cue }) => cue)) return attributions;
  const keyOf = ({ start, end }: Span): string =>
    text
      .slice(start, end)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const attributed = new Set(
    attributions.filter(({ cue }) => cue).flatMap(({ content }) => content.map(keyOf)),
  );
  return attributions.filter(
    ({ cue, content }) => cue || !content.every(piece => attributed.has(keyOf(piece))),
  );
}

/** Tells the first of several attributions of the same words to the same source. */
function isNew(): (attribution: Attribution) => boolean {
  const seen = new Set<string>();
  return ({ content, source }) => {
    const words = content.map(({ start, end }) => `${start}-${end}`).join();
    const key = `${words} ${source?.start ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}

/** The ids of the players that the content of a claim mentions. */
export function playersIn(claim: Claim, mentions: MentionIndex): Set<string> {
  const ids = new Set<string>();
  for (const piece of claim.content)
    for (const entry of mentionsIn(mentions, piece)) ids.add(entry.player.id);
  return ids;
}

function personsNamed(mentions: MentionIndex, span: Span): Set<string> {
  const named = mentionsIn(mentions, span).filter(({ name, player }) => name && player.type === 'person');
  return new Set(named.map(({ player }) => player.id));
}

type BareClaim = Omit<Claim, 'checkWorthiness' | 'checkReasons'>;

/** A claim by itself: what other claims say of it is not known yet. */
function toClaim(doc: TextDocument, attribution: Attribution, mentions: MentionIndex, id: string): BareClaim {
  const { cue } = attribution;
  const named = attribution.source && cutSource(doc, attribution.source, cue);
  const source = named && cue && isExpletive(doc, named, cue) ? null : named;
  const whole = cue ? withAntecedent(doc, cue, attribution.content) : attribution.content;
  const content = whole.map((piece, i) =>
    cue && i === whole.length - 1 && piece.start >= cue.end ? finished(doc, piece) : piece,
  );
  const { playerId, kind } = source ? resolveSource(doc.text, source, mentions) : { kind: 'none' as const };
  const hedges = findHedges(doc, { source, cue, content });
  return {
    id,
    source: source && { ...source, ...(playerId !== undefined && { playerId }) },
    sourceKind: kind,
    cue,
    content,
    kind: kindOf(doc, content),
    certainty: hedges.length > 0 ? 'hedged' : 'asserted',
    hedges,
    status: 'stated',
    disputedBy: [],
    refersTo: [],
  };
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'you']);

/** What a tagger or a rule took for a source, cut to those who speak: “she later” is she, “a field he” is he. */
function cutSource(doc: TextDocument, source: Span, cue: Span | null): Span | null {
  const { lower, class: classes, shape } = wordsOf(doc);
  let { first, end } = tokensIn(doc, source);
  const { subordinator, relative, preposition, possessive, conjunction, adverb, time } = WordClass;
  while (end - first > 1 && (classes[end - 1] === adverb || /^(?:who|that|which)$/.test(lower[end - 1]!)))
    end--;
  const opens = subordinator | relative | preposition | conjunction;
  while (
    end - first > 1 &&
    (lower[first] === "'s" ||
      classes[first]! & opens ||
      LOOSE.test(lower[first]!) ||
      isComma(lower, first)) &&
    lower[first] !== 'of'
  )
    first++;
  while (end - first > 1 && doc.tokens.kind[first] === TokenKind.punctuation) first++;
  // “Roe on Tuesday”
  if (end - first > 2 && classes[end - 1]! & time && lower[end - 2] === 'on') end -= 2;
  // “Minister | of Fisheries, Jo Roe”
  if (lower[first] === 'of') while (first > 0 && shape[first - 1]! & Shape.capital) first--;
  // “saying the average voter”
  if (end - first > 2 && cueOf(lower[first]!)?.form === 'ing') first++;
  // “Roe, a nurse, filed a suit”: the sentence has gone on
  for (let k = first + 1; k < end - 1; k++)
    if (isComma(lower, k) && isPastVerb(lower[k + 1]!, classes[k + 1]!)) end = k;
  const deed = deedIn(doc, source);
  if (deed >= 0) end = Math.min(end, deed);
  end = endOfCompound(doc, end);
  first = startOfPair(doc, first);
  // “the mayor's repeated | warning”, “cited their | claim”: whose it is
  const noun = cue && NOUN_CUES.has(lower[tokensIn(doc, cue).first]!);
  if (noun && lower[end - 1] !== "'s") {
    for (let k = end - 1; k > first; k--) if (lower[k] === "'s") end = k;
    if (classes[end - 1]! & possessive) first = end - 1;
  }
  // “Roe, via the Post”: where it was said is not who said it
  for (let k = first + 1; k < end; k++) if (lower[k] === 'via') end = k;
  while (end - first > 1 && lower[end - 1] === ',') end--;
  if (end - first > 1 && PRONOUNS.has(lower[end - 1]!)) first = end - 1;
  else if (PRONOUNS.has(lower[first]!) && !(shape[first + 1]! & Shape.capital)) end = first + 1;
  for (let k = first; k < end; k++) if (lower[k] === 'nor') return null; // “could neither confirm nor | deny”
  if (end - first === 1 && /^(?:the|a|an|of|to|in|on|for|by|with)$/.test(lower[first]!)) return null;
  return { start: doc.tokens.start[first]!, end: doc.tokens.end[end - 1]! };
}

function isComma(lower: readonly string[], i: number): boolean {
  return lower[i] === ',';
}

function isPastVerb(word: string, classes: number): boolean {
  return classes === 0 && cueOf(word) === undefined && /^(?:filed|\p{Ll}{3,}ed)$/u.test(word);
}

/** “It can be revealed that”, “it’s expected that”: nobody says so. */
function isExpletive(doc: TextDocument, source: Span, cue: Span): boolean {
  if (!/^it$/i.test(doc.text.slice(source.start, source.end))) return false;
  const { lower } = wordsOf(doc);
  const { end } = tokensIn(doc, cue);
  const passive = lower
    .slice(tokensIn(doc, source).end, end)
    .some(word => /^(?:is|was|be|been|'s)$/.test(word));
  return passive && lower[end] === 'that';
}

/** “an expert at the think-tank” does not end with “think”. */
function endOfCompound({ text, tokens }: TextDocument, end: number): number {
  let last = end;
  while (text.charAt(tokens.end[last - 1]!) === '-' && /\p{L}/u.test(text.charAt(tokens.end[last - 1]! + 1)))
    last += 2;
  return Math.min(last, tokens.length);
}

/** “Both Acme and | Brill said”: where a clause begins with two names, both speak. */
function startOfPair(doc: TextDocument, first: number): number {
  const { lower, class: classes, shape, opensSentence } = wordsOf(doc);
  const isName = (i: number): boolean => (shape[i]! & Shape.capital) !== 0 && classes[i] === 0;
  if (!isName(first) || lower[first - 1] !== 'and') return first;
  let start = first - 1;
  while (start > 0 && isName(start - 1)) start--;
  if (start === first - 1) return first;
  const before = lower[start - 1];
  if (before === 'both') return start - 1;
  const opens = opensSentence[start] === 1 || before === ',' || before === 'that';
  return opens || (classes[start - 1] ?? 0) & WordClass.subordinator ? start : first;
}

/** “showed | a sign that bans boats”: content that begins with the “that” of a noun begins with the noun. */
function withAntecedent(doc: TextDocument, cue: Span, content: readonly Span[]): Span[] {
  const [piece, ...rest] = content as [Span, ...Span[]];
  const { lower, class: classes } = wordsOf(doc);
  const { first } = tokensIn(doc, piece);
  const { end } = tokensIn(doc, cue);
  const isPart = lower[first] === 'that' && first > end && first - end <= MOST_BETWEEN;
  if (!isPart || !stands(lower, classes, first) || NOUN_CUES.has(lower[first - 1]!)) return [...content];
  for (let k = end; k < first; k++) {
    if (doc.tokens.kind[k] === TokenKind.punctuation && lower[k] !== '-') return [...content];
  }
  return [{ start: doc.tokens.start[end]!, end: piece.end }, ...rest];
}
const MOST_BETWEEN = 14;

/** “as much as 3 million in | ‘savings’”: content that ends where no clause can, goes on up to the next mark. */
function finished(doc: TextDocument, piece: Span): Span {
  const { lower, class: classes } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const { preposition, conjunction, determiner, possessive, auxiliary, pronoun } = WordClass;
  const last = end - 1;
  const hangs = (classes[last]! & (preposition | conjunction | determiner | possessive)) !== 0;
  const isOwner = /^['’]$/.test(lower[last]!) && !isQuoted(doc, doc.tokens.start[last]! - 1);
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

/** Whether “that” stands for the noun before it: a verb follows it. */
function stands(lower: readonly string[], classes: Uint16Array, that: number): boolean {
  const verb = that + 1;
  const { auxiliary, determiner } = WordClass;
  if ((classes[verb] ?? 0) & auxiliary) return true;
  if (classes[verb] !== 0 || !/(?:ed|[^s]s|read)$/.test(lower[verb]!)) return false;
  const next = lower[verb + 1] ?? '';
  return ((classes[verb + 1] ?? 0) & determiner) !== 0 || /ing$|^["“]/.test(next);
}

/** Adverbs before whoever speaks; “Indeed” and “Here” begin names as well. */
const LOOSE = /^(?:\p{L}{3,}ly|also|even|now|then|later|still|yet|meanwhile|however)$/u;

/** Direct: every word stands in quotation marks; mixed: some do. */
function kindOf(doc: TextDocument, content: readonly Span[]): ClaimKind {
  let inside = 0;
  let outside = 0;
  for (const piece of content) {
    const { first, end } = tokensIn(doc, piece);
    for (let i = first; i < end; i++) {
      if (doc.tokens.kind[i] === TokenKind.punctuation) continue;
      if (isQuoted(doc, doc.tokens.start[i]!)) inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}

function isQuoted(doc: TextDocument, offset: number): boolean {
  const { quotations } = doc;
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  // quotations are nested at most a few deep: the outermost one that starts before may be a few back
  for (let k = low - 1; k >= 0 && k >= low - 8; k--) {
    if (quotations[k]!.end > offset) return true;
    if (quotations[k]!.depth === 0) return false;
  }
  return false;
}
