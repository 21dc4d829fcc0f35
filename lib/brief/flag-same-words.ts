import type { Claim } from '../claims/claim.ts';
import { contentWords, overlap } from '../text/content-words.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { Shape, wordsIn, wordsOf } from '../text/words.ts';
import type { Flag } from './brief.ts';
import type { Story } from './story.ts';

/** Fewer shared words in a row may be chance. */
const SAME_WORDS = 6;

interface Quoted {
  readonly claim: Claim;
  readonly source: Span;
  readonly piece: Span;
  readonly words: readonly string[];
}

/** The same quoted words put into the mouths of two people. */
export function findSameWords({ doc, claims }: Story): Flag[] {
  const seen = new Map<string, Quoted>();
  const flags: Flag[] = [];
  for (const quoted of quotedPieces(doc, claims)) {
    if (quoted.words.length < SAME_WORDS || !isNamed(doc, quoted.source)) continue;
    const key = quoted.words.join(' ');
    const before = seen.get(key);
    if (!before) seen.set(key, quoted);
    else if (areDifferent(doc, before, quoted))
      flags.push({
        kind: 'same-words-two-speakers',
        ...quoted.piece,
        related: [before.piece, before.source, quoted.source],
        because: doc.text.slice(quoted.piece.start, quoted.piece.end),
      });
  }
  return flags;
}

/** Two speakers for sure: other players, and not a name in common, as two forms of one name would have. */
function areDifferent(doc: TextDocument, a: Quoted, b: Quoted): boolean {
  if (a.claim.source?.playerId === b.claim.source?.playerId || a.piece.start === b.piece.start) return false;
  return overlap(contentWords(doc, [a.source]), contentWords(doc, [b.source])) === 0;
}

/** A pronoun may have been given to the wrong person. */
function isNamed(doc: TextDocument, source: Span): boolean {
  const { shape, opensSentence } = wordsOf(doc);
  const { first, end } = tokensIn(doc, source);
  for (let i = first; i < end; i++)
    if (shape[i]! & Shape.capital && (opensSentence[i] === 0 || end - first > 1)) return true;
  return false;
}

function quotedPieces(doc: TextDocument, claims: readonly Claim[]): Quoted[] {
  return claims.flatMap(claim =>
    claim.kind === 'direct' && claim.source?.playerId !== undefined
      ? claim.content.map(({ start, end }) => ({
          claim,
          source: { start: claim.source!.start, end: claim.source!.end },
          piece: { start, end },
          words: wordsIn(doc, tokensIn(doc, { start, end })),
        }))
      : [],
  );
}
