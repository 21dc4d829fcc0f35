import { findAttributions } from '../../lib/claims/attribution.ts';
import type { Claim } from '../../lib/claims/claim.ts';
import { extractClaims } from '../../lib/claims/extract.ts';
import { readUtterances } from '../../lib/claims/utterances.ts';
import type { Utterance } from '../../lib/claims/utterances.ts';
import { findNames } from '../../lib/entities/names.ts';
import { findPlayers } from '../../lib/entities/players.ts';
import { parseText } from '../../lib/text/parse.ts';
import type { Span } from '../../lib/text/span.ts';

/** A claim told by its words: content where it first stands in the text, the others nearest before it; '' is no source. */
export type Told = readonly [source: string, cue: string, content: string];

/** The claims the rules find in a text as utterances, and one that they do not find. */
export function read(text: string, told?: Told): Utterance[] {
  const doc = parseText(text);
  const attributions = [...findAttributions(doc), ...(told ? [attribute(text, told)] : [])];
  const claims = extractClaims(doc, attributions, findPlayers(doc, findNames(doc)));
  return readUtterances(doc, claims, () => new Set());
}

/** The claims of a text that are told, and no others. */
export function claimsOf(text: string, told: readonly Told[]): Claim[] {
  const doc = parseText(text);
  return extractClaims(
    doc,
    told.map(each => attribute(text, each)),
    findPlayers(doc, findNames(doc)),
  );
}

function attribute(text: string, [source, cue, content]: Told) {
  const told = placeOf(content, text.indexOf(content));
  const nearest = (words: string) => {
    const before = text.lastIndexOf(words, told.start);
    return placeOf(words, before < 0 ? text.indexOf(words) : before);
  };
  return {
    source: source === '' ? null : nearest(source),
    cue: nearest(cue),
    content: [told],
    confidence: 1,
  };
}

function placeOf(words: string, start: number): Span {
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}
