import type { Player } from '../../entities/players.ts';
import type { Span } from '../../text/span.ts';
import type { SourceKind } from '../claim.ts';

/** Who stands behind the words that name a source. */
export interface Source {
  playerId?: string;
  kind: SourceKind;
}

/**
 * Every mention of a player in order of place, to find who a span names without reading all of them; none inside
 * another, since the University of Oslo is not Oslo.
 */
export interface MentionIndex {
  readonly starts: readonly number[];
  readonly entries: readonly { start: number; end: number; player: Player; name: boolean }[];
}

/** Puts the mentions of all players in order of place, the outermost of each place alone. */
export function indexMentions(players: readonly Player[]): MentionIndex {
  const all = players
    .flatMap(player =>
      player.mentions.map(({ start, end, form }) => ({ start, end, player, name: form === 'name' })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  const entries = all.filter(entry => entry.end > end && (end = entry.end));
  return { starts: entries.map(entry => entry.start), entries };
}

/** The mentions inside a span. */
export function mentionsIn(index: MentionIndex, span: Span): MentionIndex['entries'] {
  let low = 0;
  let high = index.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.starts[middle]! < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < index.entries.length && index.entries[end]!.end <= span.end) end++;
  return index.entries.slice(low, end);
}

const OFFICE =
  /\b(?:officials?|authorit(?:y|ies)|spokes(?:man|woman|person|people)|ministry|government|police|court|judges?|department|agency|council|office|army|military|prosecutors?|administration|embassy|regulators?)\b/i;
const DOCUMENT =
  /\b(?:report|study|statement|document|documents|letter|memo|paper|survey data|book|article|website|web site|lawsuit|complaint|indictment|filing|records?|review|analysis|audit|email|tweet|press release|slideshow|presentation|memorandum|transcript|videos?|recording|footage|leaflet|poster|banner|plaque|invitation|editorial|law|bill|resolution|treaty|contract|files?|figures|data|research|newspaper)\b/i;
const POLL = /\b(?:polls?|surveys?|census|referendum)\b/i;
const ANONYMOUS =
  /\b(?:sources?|insiders?|anonymous|unnamed|unidentified|people familiar|persons? familiar|official who|condition of anonymity)\b/i;

/** Tells who stands behind source phrases, and of each only once. */
export function sourceResolver(text: string, mentions: MentionIndex): (span: Span) => Source {
  const known = new Map<number, Source>();
  return span => {
    const place = span.start * (text.length + 1) + span.end;
    const source = known.get(place) ?? resolveSource(text, span, mentions);
    known.set(place, source);
    return source;
  };
}

/** The player a source phrase names, and what kind of source it is. */
function resolveSource(text: string, span: Span, mentions: MentionIndex): Source {
  const words = text.slice(span.start, span.end);
  const inside = mentionsIn(mentions, span);
  if (isPair(text, span, inside)) return { kind: 'group' };
  const described = describedFirst(text, span, inside);
  if (described) return named(described);
  // “Acme and Brill” is neither
  const [left, right] = inside.slice(-2);
  if (
    left &&
    right &&
    right.end === span.end &&
    /^,? and (?:the )?$/i.test(text.slice(left.end, right.start))
  )
    return { kind: 'group' };
  const person = inside.findLast(entry => entry.player.type === 'person' && !isOther(text, entry, span));
  if (person) return named(person.player);
  if (ANONYMOUS.test(words)) return { kind: 'anonymous' };
  if (POLL.test(words)) return { kind: 'poll' };
  // “the ministry of Ruritania” is the ministry, “Ruritanian officials” are officials
  const body = inside.findLast(
    entry =>
      (entry.end >= trimmedEnd(text, span) || coversMost(entry, span)) &&
      !isOther(text, entry, span) &&
      !isWhereabouts(text, entry, span),
  );
  if (body) return named(body.player);
  const before = describedBefore(text, span, mentions);
  if (before) return named(before);
  if (DOCUMENT.test(words)) return { kind: 'document' };
  if (OFFICE.test(words)) return { kind: 'office' };
  return { kind: 'group' };
}

/** “Mayor Jo Roe and her lawyer, Tom Reyes”: two persons, of whom neither speaks alone. */
function isPair(text: string, span: Span, inside: MentionIndex['entries']): boolean {
  if (inside.length < 2) return false;
  const named = inside.filter(({ name, player }) => name && player.type === 'person');
  const [first, second] = named;
  if (!first || !second || first.player === second.player) return false;
  if (named.some(entry => isOther(text, entry, span))) return false;
  if (/\b(?:of|for|with|from|by|between|to) /.test(text.slice(span.start, first.start))) return false;
  const between = text.slice(Math.max(first.end, second.start - LONGEST_NAME), second.start);
  return /(?:^|[ ,])and (?:(?:the|an?|his|her|its|their) )?(?:[\p{L}.’'-]+,? ){0,4}$/u.test(between);
}

/** A player as a source; a place that speaks does so as a body. */
function named({ id, type }: Player): Source {
  return { playerId: id, kind: type === 'person' ? 'person' : 'organisation' };
}

/** “Acme, the firm that supplies Ruritania”, “Jo Roe, a friend of Tom Reyes”: who is named first and then described. */
function describedFirst(text: string, span: Span, [first]: MentionIndex['entries']): Player | undefined {
  if (!first?.name || first.end >= span.end) return undefined;
  const before = text.slice(span.start, first.start);
  const opensDescription = DESCRIBING.test(text.slice(first.end, Math.min(span.end, first.end + 12)));
  return opensDescription && !PREPOSITION.test(before) ? first.player : undefined;
}
const DESCRIBING = /^, (?:an?|the|one|its|his|her|their|which|who|whose|once|now|also|formerly)\s/;
/** “endorsed by Acme, | a firm | which said”: whom a description with a relative clause follows. */
function describedBefore(text: string, span: Span, mentions: MentionIndex): Player | undefined {
  const last = mentionsIn(mentions, { start: span.start - LONGEST_NAME, end: span.start }).at(-1);
  const isDescribed = last?.name && DESCRIBING.test(text.slice(last.end, last.end + 12));
  if (!isDescribed || last.end + 2 !== span.start || last.player.type === 'place') return undefined;
  return /^ (?:which|who|that) /.test(text.slice(span.end, span.end + 7)) ? last.player : undefined;
}
const LONGEST_NAME = 80;
const PREPOSITION = /[,’']|\b(?:of|for|at|with|from|by|in|to)\s/;

/** Whether a person in a source phrase is not who speaks: “Roe's lawyer”, “her mother”, “a letter to Roe”. */
function isOther(
  text: string,
  { start, end, name, player }: MentionIndex['entries'][number],
  span: Span,
): boolean {
  if (span.end > end && /^['’]s? /.test(text.slice(end, end + 3))) return true;
  if (!name && end < span.end && /^(?:his|her)$/i.test(text.slice(start, end)))
    return !DOCUMENT.test(text.slice(end, span.end));
  if (start <= span.start) return false;
  const before = text.slice(Math.max(span.start, start - 30), start);
  const speaksFor = player.type === 'person' && isForSomebody(before);
  const isWithin = player.type === 'person' && isInRelative(text.slice(span.start, start));
  return speaksFor || isWithin || ADDRESSED.test(before) || OBTAINED.test(before) || isInPassing(before);
}
/** “a spokesman for Roe”, “lawyers for Roe”: speaks on behalf of somebody, and is not them. */
function isForSomebody(before: string): boolean {
  return (
    / (?:for|to|of) /.test(before) &&
    /\b(?:spokes\w+|lawyers?|attorneys?|solicitors?|barristers?|counsel|representatives?|aides?|advis[eo]rs?|agents?|publicists?|relatives|friends?|famil(?:y|ies)|critics|opponents|supporters|allies) (?:for|to|of) (?:\p{Lu}[\p{L}.]* )*$/u.test(
      before,
    )
  );
}
/** “those who know Roe”, “the hospital where Roe works”. */
function isInRelative(before: string): boolean {
  return /\b(?:who|whom|whose|which|that|where|when) /.test(
    before.slice(before.lastIndexOf(',') + 1).slice(-85),
  );
}
/** “the union, led by Roe”, “leaders including Roe”, “research published in the Lancet”: named in passing. */
function isInPassing(before: string): boolean {
  return (
    /(?:by|including|as|in) /.test(before) &&
    /(?:\b(?:led|headed|run|chaired|founded|owned|backed|represented|hired|appointed|elected|treated|killed|injured) by|\b(?:including|such as)|\bpublished (?:\w+ )?in)(?: the)?(?: journal)? (?:\p{Lu}[\p{L}.]* )*$/u.test(
      before,
    )
  );
}
const ADDRESSED = /\b(?:letter|email|message|memo|note) to [^,]{0,20}$/;
/** “an invitation obtained by Acme”. */
const OBTAINED =
  /\b(?:obtained|seen|reviewed|viewed|heard|shared|provided|leaked|sent) (?:by|with|to) (?:the )?$/;

/** “many in Ruritania”, “a man from Oslo”, “a report in the Post of Oslo”: not the place speaks, but somebody there. */
function isWhereabouts(
  text: string,
  { start, player }: MentionIndex['entries'][number],
  span: Span,
): boolean {
  if (player.type !== 'place') return false;
  const before = text.slice(span.start, start);
  return THERE.test(before) || HEAD.test(before) || (DOCUMENT.test(before) && before.endsWith(' of '));
}
const THERE = /\b(?:in|from|near|across|around|outside|at) (?:the )?$/;
/** “the governor of Ruritania”: one person, not the place. */
const HEAD =
  /\b(?:governors?|mayors?|presidents?|ministers?|premiers?|chancellors?|king|queen|leaders?|ambassadors?|heads?|chiefs?|(?:arch)?bishops?|residents|people|citizens|natives?) of (?:the )?$/i;

function trimmedEnd(text: string, span: Span): number {
  let { end } = span;
  while (end > span.start && /[\s.,;:"”’']/.test(text.charAt(end - 1))) end--;
  return end;
}

function coversMost(entry: Span, span: Span): boolean {
  return entry.end - entry.start >= 0.6 * (span.end - span.start);
}
