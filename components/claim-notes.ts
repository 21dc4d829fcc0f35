import type { Brief, Claim, ClaimKind } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { statusWords } from './claim-status.ts';
import { formatList } from './language.ts';
import { wordsOf } from './passages.ts';

/** Quoted, paraphrased or both, in words. */
export function claimKindWords(kind: ClaimKind): string {
  switch (kind) {
    case 'direct':
      return t('kindDirect');
    case 'indirect':
      return t('kindIndirect');
    case 'mixed':
      return t('kindMixed');
  }
}

/** How a claim is told and stands, in words: quoted or not, how surely, what others say of it. */
export function claimNotes(brief: Brief, claim: Claim): string[] {
  const status = statusWords(brief, claim);
  return [
    claimKindWords(claim.kind),
    ...(claim.certainty === 'hedged' ? [hedgedWords(brief, claim)] : []),
    ...(status === null ? [] : [status]),
  ];
}

/** How surely it is told: with which words it is hedged, if they are known. */
export function hedgedWords({ article }: Brief, { hedges }: Claim): string {
  if (hedges.length === 0) return t('hedged');
  return t('hedgedWith', formatList(hedges.map(span => t('inQuotes', wordsOf(article, span)))));
}
