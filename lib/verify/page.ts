import * as z from 'zod/mini';
import type { Brief } from '../brief/brief.ts';
import { parseText } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import type { Evidence, PageReview } from './evidence.ts';

const words = z.string().check(z.minLength(1), z.maxLength(5_000));
const Organisation = z.object({ name: z.optional(words), url: z.optional(words) });

/** The page's own fact-check markup (schema.org ClaimReview), as far as anything is made of it. */
const ClaimReview = z.object({
  claimReviewed: words,
  author: z.optional(z.unknown()),
  reviewRating: z.optional(z.unknown()),
});
const Rating = z.object({ alternateName: z.optional(words), name: z.optional(words) });

/** The share of a reviewed claim's words that a sentence must hold to be about it. */
const MIN_SHARED = 0.5;

/**
 * Rung c: which words of the article the page's own fact-check markup is about, and what it says of them. What is
 * broken in the markup is left out; a review whose statement stands nowhere in the article is not listed.
 */
export function verifyOnPage(brief: Brief, claimReviews: readonly unknown[]): Evidence {
  const reviews = claimReviews.flatMap(readReview);
  if (reviews.length === 0) return { rung: 'page', status: 'empty', reason: 'no_markup', items: [] };
  const items = reviews.flatMap(review => {
    const place = placeOf(brief, review.claim);
    return place ? [{ ...place, relation: 'links' as const, review }] : [];
  });
  return items.length > 0
    ? { rung: 'page', status: 'ok', items }
    : { rung: 'page', status: 'empty', reason: 'other_claim', items: [] };
}

function readReview(node: unknown): PageReview[] {
  const review = ClaimReview.safeParse(node);
  if (!review.success) return [];
  const { claimReviewed, author, reviewRating } = review.data;
  const by = first(Organisation, author);
  const rating = first(Rating, reviewRating);
  const host = by?.url !== undefined && URL.canParse(by.url) ? new URL(by.url).host : '';
  const said = rating?.alternateName ?? rating?.name;
  return [
    {
      claim: claimReviewed,
      ...(said === undefined ? {} : { rating: said }),
      ...(by?.name === undefined ? {} : { author: by.name }),
      ...(host === '' ? {} : { host }),
    },
  ];
}

/** One of what may be a list; null where nothing of it has the shape. */
function first<T>(schema: z.ZodMiniType<T>, value: unknown): T | null {
  for (const each of Array.isArray(value) ? (value as unknown[]).slice(0, 5) : [value]) {
    const parsed = schema.safeParse(each);
    if (parsed.success) return parsed.data;
  }
  return null;
}

/** The claim that says what was reviewed, else the sentence that does. */
function placeOf(brief: Brief, reviewed: string): (Span & { claimId?: string }) | null {
  const { text, blocks } = brief.article;
  const wanted = wordsOf(reviewed);
  const claim = best(brief.claims, wanted, ({ content }) =>
    content.map(({ start, end }) => text.slice(start, end)).join(' '),
  );
  if (claim) return { claimId: claim.id, start: claim.content[0]!.start, end: claim.content.at(-1)!.end };
  const sentence = best(parseText(text, blocks).sentences, wanted, ({ start, end }) =>
    text.slice(start, end),
  );
  return sentence && { start: sentence.start, end: sentence.end };
}

/** The one that holds most of the wanted words, if it is enough of them. */
function best<T>(all: readonly T[], wanted: ReadonlySet<string>, read: (one: T) => string): T | null {
  let found: T | null = null;
  let most = MIN_SHARED;
  for (const one of all) {
    const own = wordsOf(read(one));
    let shared = 0;
    for (const word of wanted) if (own.has(word)) shared++;
    const share = shared / (wanted.size || 1);
    if (share > most) {
      found = one;
      most = share;
    }
  }
  return found;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
