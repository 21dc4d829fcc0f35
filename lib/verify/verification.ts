import * as z from 'zod/mini';
import type { Article } from '../article/article.ts';
import { Brief, type Claim } from '../brief/brief.ts';
import { Obstacle } from '../brief/reading.ts';
import { Span } from '../text/span.ts';
import { WebAddress } from '../text/web-address.ts';
import { Evidence } from './evidence.ts';
import { LibraryEvidence } from './library.ts';

/** A claim, and the article it is of. */
export interface ClaimOf {
  readonly article: Article;
  readonly claim: Claim;
}

/** A claim as the reader was shown it; where the article has been read anew since, it is still known by its words. */
export const ShownClaim = z.object({ start: z.int(), words: z.string() });
export type ShownClaim = z.infer<typeof ShownClaim>;

/** The answer to "verify what I selected": the words, their place if they are in the body, and what was found. */
export const Verification = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ok'),
    tabId: z.int(),
    selection: z.string(),
    span: z.nullable(Span),
    brief: Brief,
    evidence: z.array(Evidence),
    library: LibraryEvidence,
  }),
  z.object({ status: z.literal('nothing_selected'), tabId: z.int() }),
  z.object({ status: z.literal('moved'), tabId: z.int() }), // the article has no such claim any more
  z.object({
    status: z.literal('unreadable'),
    tabId: z.int(),
    reason: Obstacle,
    frame: z.optional(WebAddress), // of the frame that takes up most of what the page shows
  }),
]);
export type Verification = z.infer<typeof Verification>;
