import * as z from 'zod/mini';
import type { Brief } from '../brief/brief.ts';
import type { Evidence } from './evidence.ts';

/** The page's own fact-check markup (schema.org ClaimReview), read leniently. */
export const ClaimReview = z.object({
  claimReviewed: z.string(),
  url: z.optional(z.string()),
  reviewRating: z.optional(z.object({ alternateName: z.optional(z.string()) })),
});
export type ClaimReview = z.infer<typeof ClaimReview>;

/** The share of a reviewed claim's words that a sentence must hold to be about it. */
const MIN_SHARED = 0.5;

/** Rung c: which sentences of the article the page's own fact-check markup is about. */
export function verifyOnPage(brief: Brief, claimReviews: readonly unknown[]): Evidence {
  const reviews = claimReviews.flatMap(node => {
    const review = ClaimReview.safeParse(node);
    return review.success ? [review.data] : [];
  });
  if (reviews.length === 0) return { rung: 'page', status: 'empty', reason: 'no_markup', items: [] };
  const items = reviews.flatMap(review => {
    const claim = bestClaim(brief, review.claimReviewed);
    if (!claim) return [];
    const { start } = claim.content[0]!;
    const { end } = claim.content.at(-1)!;
    return [{ claimId: claim.id, start, end, relation: 'links' as const }];
  });
  return items.length > 0
    ? { rung: 'page', status: 'ok', items }
    : { rung: 'page', status: 'empty', reason: 'other_claim', items: [] };
}

function bestClaim(brief: Brief, reviewed: string): Brief['claims'][number] | undefined {
  const wanted = wordsOf(reviewed);
  let best: Brief['claims'][number] | undefined;
  let most = MIN_SHARED;
  for (const claim of brief.claims) {
    const own = wordsOf(
      claim.content.map(({ start, end }) => brief.article.text.slice(start, end)).join(' '),
    );
    let shared = 0;
    for (const word of wanted) if (own.has(word)) shared++;
    const share = shared / (wanted.size || 1);
    if (share > most) {
      best = claim;
      most = share;
    }
  }
  return best;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
