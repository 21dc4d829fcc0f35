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
  'links',
]);
export type Relation = z.infer<typeof Relation>;

/** What one kind of evidence has to say. `empty`: looked and found nothing, which says nothing about truth. */
export const Evidence = z.object({
  rung: z.enum(['article', 'library', 'page', 'fact-checks', 'who', 'papers', 'archive']),
  status: z.enum(['ok', 'empty', 'not_measured']),
  reason: z.optional(z.string()),
  items: z.array(
    z.extend(Span, {
      claimId: z.optional(z.string()),
      relation: Relation,
      figure: z.optional(Span), // `differs`: the other number or date itself
      href: z.optional(z.string()), // `links`: where the words lead; http(s) only
    }),
  ),
});
export type Evidence = z.infer<typeof Evidence>;
