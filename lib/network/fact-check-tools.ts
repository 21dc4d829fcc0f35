import * as z from 'zod/mini';
import type { NotMeasured } from '../verify/outside.ts';
import type { FactCheck, SearchFactChecks } from '../verify/fact-checks.ts';
import type { Client } from './client.ts';

export const FACT_CHECK_HOST = 'factchecktools.googleapis.com';

const CACHE_MS = 6 * 3_600_000;
const MAX_CLAIMS = 100; // ten are asked for
const text = z.optional(z.string().check(z.maxLength(5_000)));

const Review = z.object({
  publisher: z.optional(z.object({ name: text, site: text })),
  url: text,
  title: text,
  reviewDate: text,
  textualRating: text,
});
const Claim = z.object({
  text,
  claimant: text,
  claimReview: z.optional(z.array(Review).check(z.maxLength(MAX_CLAIMS))),
});

/** Every field is optional; nothing found is `{}`. */
const Reply = z.object({ claims: z.optional(z.array(Claim).check(z.maxLength(MAX_CLAIMS))) });

/** Google Fact Check Tools with the reader's own key; without one it is never asked. */
export function createFactCheckTools(client: Client, key: string | null): SearchFactChecks {
  return async (words, language) => {
    if (!key) return { status: 'not_measured', reason: 'no_key' };
    const url = new URL(`https://${FACT_CHECK_HOST}/v1alpha1/claims:search`);
    url.search = new URLSearchParams({
      query: words,
      languageCode: language,
      pageSize: '10',
      key,
    }).toString();
    const asked = await client.getJson({ url, schema: Reply, cacheMs: CACHE_MS, spacingMs: 1_000, explain });
    return asked.status === 'ok' ? { ...asked, value: checksOf(asked.value) } : asked;
  };
}

function explain(status: number, body: string): NotMeasured | null {
  if (status === 400) return body.includes('API_KEY_INVALID') ? 'bad_key' : 'query_rejected';
  if (status === 403 && body.includes('unregistered callers')) return 'no_key';
  return status === 401 || status === 403 ? 'bad_key' : null;
}

function checksOf({ claims = [] }: z.infer<typeof Reply>): FactCheck[] {
  return claims.flatMap(({ text: claim, claimant, claimReview = [] }) =>
    claim === undefined
      ? []
      : claimReview.map(({ publisher, url, title, reviewDate, textualRating }) => ({
          claim,
          claimant,
          publisher: publisher?.name ?? publisher?.site,
          title,
          url,
          date: reviewDate,
          rating: textualRating,
        })),
  );
}
