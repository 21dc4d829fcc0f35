import type { Player } from '../entities/players.ts';
import type { Attribution } from '../tagging/tagger.ts';
import { withoutDateline } from '../text/datelines.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { sentenceIndexAt, tokensIn } from '../text/parse.ts';
import { isQuotedAt } from '../text/quotations.ts';
import { foldWords } from '../text/quote.ts';
import { lastStartingBy } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { findHedges } from './certainty.ts';
import { beforeGloss } from './charges.ts';
import { weighCheckWorthiness } from './checkworthiness.ts';
import { byContent } from './claim.ts';
import type { Claim, ClaimKind } from './claim.ts';
import { withoutUnlikely } from './claimhood.ts';
import type { Candidate } from './claimhood.ts';
import {
  beforeDeed,
  beforeTurn,
  beforeOccasion,
  beforeVerb,
  finished,
  withAntecedent,
  withBothMarks,
  withDoing,
  withInfinitive,
  withList,
  withMainClause,
  withPredicate,
  withSeries,
  withSubject,
  withinAside,
  withinClause,
  withoutClause,
  withoutSource,
} from './content-ends.ts';
import { beforeHandover, withoutNarrator } from './source/handover.ts';
import { indexMentions, mentionsIn, sourceResolver } from './source/sources.ts';
import type { MentionIndex, Source } from './source/sources.ts';
import { withoutNarration } from './telling/narration.ts';
import {
  completeOuter,
  findOuter,
  withoutInside,
  withoutNext,
  withoutOuter,
  withoutSelf,
  withoutShared,
} from './nesting.ts';
import { findPosts, withItems, withPosts } from './posts.ts';
import type { BlockKinds } from './posts.ts';
import { cutSource, isExpletive } from './source/source-words.ts';
import { joinParagraphs, withSpeakers } from './source/speakers.ts';
import { findStatus } from './status/status.ts';
import { tellUnnamed } from './source/unnamed.ts';
import { withOwnSources } from './source/whose.ts';

/** From attributions to claims a reader can weigh, in reading order; `kinds` are those of the document's blocks, where known. */
export function extractClaims(
  doc: TextDocument,
  attributions: readonly Attribution[],
  players: readonly Player[],
  kinds: BlockKinds = [],
): Claim[] {
  const candidates = findCandidates(doc, attributions, players, kinds);
  const bare = withoutUnlikely(doc, candidates, players, kinds).map(({ claim }, index): BareClaim => ({
    id: `c${index + 1}`,
    ...claim,
    status: 'stated',
    disputedBy: [],
    refersTo: [],
  }));
  resolveIt(doc, bare);
  const worth = weighCheckWorthiness(doc, bare);
  const claims = bare.map((claim, i) => ({ ...claim, ...worth[i]! }));
  for (const [inner, outer] of findOuter(claims)) inner.refersTo.push(outer.id);
  const mentions = indexMentions(players);
  findStatus(doc, claims, claim => playersIn(claim, mentions));
  tellUnnamed(doc.text, claims);
  return claims;
}

/** The same before it is judged whether they are claims at all (lib/claims/claimhood.ts). */
export function findCandidates(
  doc: TextDocument,
  attributions: readonly Attribution[],
  players: readonly Player[],
  kinds: BlockKinds,
): Candidate[] {
  const mentions = indexMentions(players);
  const resolve = sourceResolver(doc.text, mentions);
  const inOrder = attributions.filter(attribution => attribution.content.length > 0).toSorted(byContent);
  const own = withOwnSources(doc, withoutNarration(doc, inOrder));
  const posts = findPosts(doc, kinds);
  const told = withPosts(doc.text, withItems(doc, kinds, own), posts);
  const held = withoutNext(doc.text, withoutOuter(doc.text, withoutInside(completeOuter(told))));
  const whole = withoutSelf(doc.text, withoutShared(held));
  const spoken = withSpeakers(doc, joinParagraphs(doc, whole), {
    speakerOf: source => {
      const { kind, playerId } = resolve(source);
      return kind === 'person' ? playerId : undefined;
    },
    namedIn: span => personsNamed(mentions, span),
    onlyIn: span => {
      if (personsNamed(mentions, span).size !== 1) return undefined;
      return mentionsIn(mentions, span).find(({ name, player }) => name && player.type === 'person');
    },
  });
  const candidates = withoutPullQuotes(doc, spoken)
    .filter(isNew(doc.text))
    .map(attribution => ({ claim: toClaim(doc, attribution, resolve), seen: attribution.seen }))
    .sort((a, b) => byContent(a.claim, b.claim)); // what was cut may begin further up now
  const posted = new Set(posts.map(({ content }) => content[0]!.start));
  for (const { claim } of candidates)
    if (!claim.cue && posted.has(claim.content[0]!.start)) claim.kind = 'direct';
  return candidates;
}

/** A quotation, or sentences of one, set in print a second time without its speaker, or as the heading over itself, is no second claim. */
function withoutPullQuotes(doc: TextDocument, attributions: readonly Attribution[]): readonly Attribution[] {
  if (attributions.every(({ cue }) => cue)) return attributions;
  const { text } = doc;
  const keyOf = ({ start, end }: Span): string => foldWords(text.slice(start, end));
  const quoted = attributions
    .filter(({ cue }) => cue)
    .flatMap(({ content }) => content.flatMap(piece => bySentence(doc, piece)));
  const letters = new Set(quoted.map(piece => hashLetters(text, [piece])));
  let keys: ReadonlySet<string> | undefined; // folding words takes long: only where the same letters come a second time
  const isQuoted = (piece: Span): boolean =>
    letters.has(hashLetters(text, [piece])) && (keys ??= new Set(quoted.map(keyOf))).has(keyOf(piece));
  let heading = '';
  return attributions
    .toReversed()
    .filter(({ cue, content }) => {
      if (cue) return true;
      const key = content.map(keyOf).join(' ');
      const isHeading = key.length >= LEAST_REPEATED && heading.startsWith(key);
      heading = key;
      return !isHeading && !content.every(piece => bySentence(doc, piece).every(isQuoted));
    })
    .toReversed();
}

/** What a piece of text has of each of its sentences. */
function bySentence({ sentences }: TextDocument, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  for (let s = Math.max(0, lastStartingBy(sentences, start)); (sentences[s]?.start ?? end) < end; s++)
    parts.push({ start: Math.max(start, sentences[s]!.start), end: Math.min(end, sentences[s]!.end) });
  return parts;
}

/**
 * Tells the first of several attributions of the same words to the same source, here or elsewhere in the text. Folding
 * words takes long: it is done where the same letters come a second time.
 */
function isNew(text: string): (attribution: Attribution) => boolean {
  const letters = new Map<number, Attribution | null>(); // null: its place and words are among the following
  const places = new Set<string>();
  const told = new Set<string>(); // words
  const wordsIn = ({ source, cue, content }: Attribution): string =>
    [source, cue, ...content]
      .map(part => (part ? foldWords(text.slice(part.start, part.end)) : ''))
      .join('|');
  return attribution => {
    const hash = hashLetters(text, attribution.content);
    const first = letters.get(hash);
    letters.set(hash, first === undefined ? attribution : null);
    if (first === undefined) return true;
    if (first) {
      places.add(placeOf(first));
      told.add(wordsIn(first));
    }
    const place = placeOf(attribution);
    const words = wordsIn(attribution);
    if (places.has(place) || (words.length >= LEAST_REPEATED && told.has(words))) return false;
    places.add(place);
    told.add(words);
    return true;
  };
}

/** Where the source and the content of an attribution are. */
function placeOf({ source, content }: Attribution): string {
  return [source?.start, ...content.flatMap(({ start, end }) => [start, end])].join(' ');
}

/** The same for spans of the same words, whatever their case and the marks between them: of the letters a to z alone. */
function hashLetters(text: string, spans: readonly Span[]): number {
  let sum = 0;
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at) | 0x20; // lower case
      if (unit >= 0x61 && unit <= 0x7a) sum = Math.imul(sum ^ unit, 0x01000193);
    }
  }
  return sum;
}

/** Characters; “he said no” may be said twice. */
const LEAST_REPEATED = 40;

/** “It argued …” right after what a body said: the body went on. In order of content; linear. */
function resolveIt(doc: TextDocument, claims: readonly BareClaim[]): void {
  let last: { playerId: string; sentence: number } | undefined;
  for (const claim of claims) {
    const { source, cue } = claim;
    if (!source || !cue) continue;
    const sentence = sentenceIndexAt(doc, cue.start);
    const isIt = doc.text.slice(source.start, source.end) === 'It' && source.playerId === undefined;
    if (isIt && last && sentence - last.sentence === 1) {
      claim.source = { ...source, playerId: last.playerId };
      claim.sourceKind = 'organisation';
    }
    const playerId = claim.sourceKind === 'organisation' ? claim.source?.playerId : undefined;
    last = playerId === undefined ? undefined : { playerId, sentence };
  }
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

/** A claim by itself. */
function toClaim(
  doc: TextDocument,
  attribution: Attribution,
  resolve: (source: Span) => Source,
): Candidate['claim'] {
  const whose = attribution.source && withoutDateline(doc, attribution.source);
  const named = whose && cutSource(doc, whose, attribution.cue);
  const source = named && attribution.cue && isExpletive(doc, named, attribution.cue) ? null : named;
  const { cue, content: pieces } = bounded(doc, { ...attribution, source });
  const content = ordered(pieces);
  const { playerId, kind } = source ? resolve(source) : { kind: 'none' as const };
  const hedges = findHedges(doc, { source, cue, content });
  return {
    source: source && { ...source, ...(playerId !== undefined && { playerId }) },
    sourceKind: kind,
    cue,
    content,
    kind: kindOf(doc, content),
    certainty: hedges.length > 0 ? 'hedged' : 'asserted',
    hedges,
  };
}

/** Pieces as they stand in the text; each was bounded by itself, and what another has already is left out. */
function ordered(pieces: Span[]): Span[] {
  if (pieces.length === 1) return pieces;
  const row: Span[] = [];
  for (const piece of pieces.toSorted((a, b) => a.start - b.start))
    if (piece.start >= (row.at(-1)?.end ?? 0)) row.push(piece);
  return row;
}

/** Cue and content as they are shown: where each begins and ends. */
function bounded(
  doc: TextDocument,
  { source, cue, content }: Attribution,
): Pick<Attribution, 'cue' | 'content'> {
  if (!cue) return { cue, content: content.map(piece => withBothMarks(doc, withoutDateline(doc, piece))) };
  const own = withoutNarrator(doc, cue, content);
  const told = source ? withoutSource(doc, source, cue, own) : own;
  const whole = withInfinitive(doc, cue, withDoing(doc, cue, withAntecedent(doc, cue, told)));
  const verb = whole.cue;
  const last = whole.content.length - 1;
  return {
    cue: verb,
    content: whole.content.map((piece, i) => {
      if (piece.start < verb.start) {
        const subject = !source && last === 1 ? withoutClause(doc, piece) : piece;
        const clause = source && last === 0 ? withMainClause(doc, verb, subject) : subject;
        return withBothMarks(doc, withoutDateline(doc, clause));
      }
      const named = withSubject(doc, source, verb, piece);
      const opening = withinAside(doc, verb, withinClause(doc, source, verb, named));
      const clause = beforeTurn(
        doc,
        verb,
        beforeOccasion(doc, verb, beforeDeed(doc, verb, beforeVerb(doc, source, verb, opening))),
      );
      const ended = beforeHandover(doc, verb, beforeGloss(doc, source, verb, clause));
      return withBothMarks(doc, i === last ? withEnd(doc, ended) : ended);
    }),
  };
}

/** The last piece of content, up to where it comes to its end. */
function withEnd(doc: TextDocument, piece: Span): Span {
  return withSeries(doc, withList(doc, withPredicate(doc, finished(doc, piece))));
}

/** Direct: every word stands in quotation marks; mixed: some do. */
function kindOf(doc: TextDocument, content: readonly Span[]): ClaimKind {
  let inside = 0;
  let outside = 0;
  for (const piece of content) {
    const { first, end } = tokensIn(doc, piece);
    for (let i = first; i < end; i++) {
      if (doc.tokens.kind[i] === TokenKind.punctuation) continue;
      if (isQuotedAt(doc.quotations, doc.tokens.start[i]!)) inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
