import * as z from 'zod/mini';
import { Span } from '../text/span.ts';

/** How a place in the article bears on the words that were selected. */
export const Relation = z.enum([
  'says',
  'disputes',
  'confirms',
  'unconfirmed',
  'declines',
  'differs',
  'near',
  'links',
]);
export type Relation = z.infer<typeof Relation>;

/** A fact-check as the page itself marks it up: its own statement, in its own words. */
export const PageReview = z.object({
  claim: z.string(),
  rating: z.optional(z.string()),
  author: z.optional(z.string()),
  host: z.optional(z.string()), // of the author's own address
});
export type PageReview = z.infer<typeof PageReview>;

/** What one kind of evidence has to say. `empty`: looked and found nothing, which says nothing about truth. */
export const Evidence = z.object({
  rung: z.enum(['article', 'library', 'page', 'fact-checks', 'who', 'papers', 'archive']),
  status: z.enum(['ok', 'empty', 'not_measured']),
  reason: z.optional(z.string()),
  items: z.array(
    z.extend(Span, {
      claimId: z.optional(z.string()),
      relation: Relation,
      against: z.optional(z.boolean()), // `says`: who is named denies or rejects it
      figure: z.optional(Span), // `differs`: the other number or date itself
      href: z.optional(z.string()), // `links`: where the words lead; http(s) only
      review: z.optional(PageReview), // `page`: what the page says of these words
    }),
  ),
});
export type Evidence = z.infer<typeof Evidence>;
