import { findAttributions } from '../../lib/claims/find/attribution.ts';
import type { Claim } from '../../lib/claims/claim.ts';
import { extractClaims } from '../../lib/claims/extract.ts';
import { readUtterances } from '../../lib/claims/status/utterances.ts';
import type { Utterance } from '../../lib/claims/status/utterances.ts';
import { findNames } from '../../lib/entities/names.ts';
import { findPlayers } from '../../lib/entities/players.ts';
import type { Attribution } from '../../lib/tagging/tagger.ts';
import { parseText } from '../../lib/text/parse.ts';
import type { Span } from '../../lib/text/span.ts';

/**
 * A claim told by its words: content where it first stands in the text, the others nearest before it, or else where
 * they first stand.
 */
export type Told = readonly [source: string | null, cue: string | null, content: string];

/** The claims the rules find in a text as utterances, and one that they do not find. */
export function read(text: string, told?: Told): Utterance[] {
  const doc = parseText(text);
  const attributions = [...findAttributions(doc), ...(told ? [attribution(text, ...told)] : [])];
  const claims = extractClaims(doc, attributions, findPlayers(doc, findNames(doc)));
  return readUtterances(doc, claims, () => new Set());
}

/** The claims of a text that are told, and no others. */
export function claimsOf(text: string, told: readonly Told[]): Claim[] {
  const doc = parseText(text);
  return extractClaims(
    doc,
    told.map(each => attribution(text, ...each)),
    findPlayers(doc, findNames(doc)),
  );
}

/** The attribution that is told by its words in a text. */
export function attribution(text: string, ...[source, cue, content]: Told): Attribution {
  const [told] = placesOf(text, content);
  const nearest = (words: string): Span => {
    const places = placesOf(text, words);
    return places.findLast(({ start }) => start <= told.start) ?? places[0];
  };
  return {
    source: source === null ? null : nearest(source),
    cue: cue === null ? null : nearest(cue),
    content: [told],
    confidence: 1,
  };
}

/** Where some words stand in a text, but not as a part of longer ones. It is an error if they do not. */
function placesOf(text: string, words: string): [Span, ...Span[]] {
  const isWithinWord = (at: number) => /[\p{L}\d]{2}/u.test(text.slice(Math.max(at - 1, 0), at + 1));
  const places: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!isWithinWord(start) && !isWithinWord(end)) places.push({ start, end });
  }
  const [first, ...others] = places;
  if (!first) throw new RangeError(`“${words}” is not in “${text}”`);
  return [first, ...others];
}
