import type { Claim } from '../claims/claim.ts';
import { contentWords } from '../claims/contentWords.ts';
import type { TextDocument } from '../text/document.ts';
import type { Flag } from './brief.ts';

/** Fewer quoted words than this say too little about their topic. */
const MIN_QUOTED_WORDS = 4;

/** What is worth a second look in this article, each with its place and its reason. */
export function findFlags(doc: TextDocument, claims: readonly Claim[]): Flag[] {
  return findQuotesOutOfPlace(doc, claims);
}

/** A whole quoted statement none of whose meaning words comes back anywhere else in the article. */
function findQuotesOutOfPlace(doc: TextDocument, claims: readonly Claim[]): Flag[] {
  const quoted = claims.filter(claim => claim.kind === 'direct' && claim.source !== null);
  if (quoted.length === 0 || doc.sentences.length < 8) return [];
  const counts = new Map<string, number>();
  for (const sentence of doc.sentences) {
    for (const word of contentWords(doc, [sentence])) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return quoted.flatMap(claim => {
    const own = contentWords(doc, claim.content);
    if (own.size < MIN_QUOTED_WORDS) return [];
    for (const word of own) if ((counts.get(word) ?? 0) > 1) return [];
    const { start } = claim.content[0]!;
    const { end } = claim.content.at(-1)!;
    const cited = claim.source ? [{ start: claim.source.start, end: claim.source.end }] : [];
    return [
      {
        kind: 'quote-out-of-place' as const,
        start,
        end,
        related: cited,
        because: [...own].slice(0, 6).join(', '),
      },
    ];
  });
}
