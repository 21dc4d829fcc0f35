import type { Claim } from '../claims/claim.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import type { Flag } from './brief.ts';

/** Fewer shared words in a row may be chance. */
const SAME_WORDS = 6;
/** So many claims and more, and all from one source, is worth a word; fewer say little. */
const SINGLE_SOURCE_CLAIMS = 6;
const UNNAMED_CLAIMS = 4;

/** What is worth a second look in this article, each with its place and its reason. */
export function findFlags(doc: TextDocument, claims: readonly Claim[]): Flag[] {
  return [...findSameWords(doc, claims), ...findSingleSource(doc, claims), ...findUnnamed(claims)].sort(
    (a, b) => a.start - b.start,
  );
}

/** The same quoted words put into the mouths of two people. */
function findSameWords(doc: TextDocument, claims: readonly Claim[]): Flag[] {
  const seen = new Map<string, { claim: Claim; piece: Span }>();
  const flags: Flag[] = [];
  for (const claim of claims) {
    if (claim.kind !== 'direct' || claim.source?.playerId === undefined) continue;
    for (const piece of claim.content) {
      const words = quotedWords(doc, piece);
      if (words.length < SAME_WORDS) continue;
      const key = words.join(' ');
      const before = seen.get(key);
      if (!before) seen.set(key, { claim, piece });
      else if (before.claim.source?.playerId !== claim.source.playerId) {
        const related = [before.piece, before.claim.source!, claim.source].map(({ start, end }) => ({
          start,
          end,
        }));
        flags.push({
          kind: 'same-words-two-speakers',
          ...piece,
          related,
          because: doc.text.slice(piece.start, piece.end),
        });
      }
    }
  }
  return flags;
}

function quotedWords(doc: TextDocument, piece: Span): string[] {
  const { lower } = wordsOf(doc);
  const { first, end } = tokensIn(doc, piece);
  const words: string[] = [];
  for (let i = first; i < end; i++) if (doc.tokens.kind[i]! <= TokenKind.number) words.push(lower[i]!);
  return words;
}

/** Every claim of the article comes from one and the same source. */
function findSingleSource(doc: TextDocument, claims: readonly Claim[]): Flag[] {
  const sourced = claims.filter(claim => claim.source !== null);
  const id = sourced[0]?.source?.playerId;
  if (id === undefined || sourced.length < SINGLE_SOURCE_CLAIMS || sourced.length < claims.length) return [];
  if (sourced.some(claim => claim.source!.playerId !== id)) return [];
  const places = sourced.map(claim => claim.source!);
  const first = places.reduce((most, place) =>
    place.end - place.start > most.end - most.start ? place : most,
  );
  const others = places.filter(place => place !== first);
  const name = doc.text.slice(first.start, first.end);
  return [
    {
      kind: 'single-source',
      start: first.start,
      end: first.end,
      related: others.map(({ start, end }) => ({ start, end })),
      because: name,
    },
  ];
}

/** Most of what is claimed rests on people the article does not name. */
function findUnnamed(claims: readonly Claim[]): Flag[] {
  const unnamed = claims.filter(claim => claim.sourceKind === 'anonymous' && claim.source !== null);
  if (unnamed.length < UNNAMED_CLAIMS || unnamed.length < claims.length / 2) return [];
  const [first, ...others] = unnamed.map(claim => claim.source!);
  return [
    {
      kind: 'unnamed-sources',
      start: first!.start,
      end: first!.end,
      related: others.map(({ start, end }) => ({ start, end })),
      because: `${unnamed.length} / ${claims.length}`,
    },
  ];
}
