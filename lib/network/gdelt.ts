import * as z from 'zod/mini';
import type { NotMeasured } from '../verify/outside.ts';
import type { PaperArticle, SearchPapers } from '../verify/papers.ts';
import type { Query } from '../verify/query.ts';
import type { Client } from './client.ts';

export const GDELT_HOST = 'api.gdeltproject.org';

const CACHE_MS = 15 * 60_000;
const SPACING_MS = 5_000; // what the service asks of everybody
const TIMEOUT_MS = 15_000;
const MAX_QUERY = 200; // characters
const MIN_WORD = 4;
const MAX_WORDS = 4;

const Reply = z.object({
  articles: z.optional(
    z.array(
      z.object({
        url: z.string(),
        title: z.string(),
        domain: z.string(),
        seendate: z.optional(z.string()),
        sentence: z.optional(z.string()),
      }),
    ),
  ),
});

/** The GDELT Project's index of news (DOC 2.0): best effort. Its refusals are texts, often with status 200. */
export function createGdelt(client: Client): SearchPapers {
  return async query => {
    const words = gdeltQuery(query);
    if (words === '') return { status: 'not_measured', reason: 'query_rejected' };
    const url = new URL(`https://${GDELT_HOST}/api/v2/doc/doc`);
    const parameters = {
      query: words,
      mode: 'artlist',
      format: 'json',
      maxrecords: '50',
      timespan: '3m',
      sort: 'hybridrel',
    };
    url.search = new URLSearchParams(parameters).toString();
    const asked = await client.getJson({
      url,
      schema: Reply,
      cacheMs: CACHE_MS,
      spacingMs: SPACING_MS,
      timeoutMs: TIMEOUT_MS,
      explain,
    });
    return asked.status === 'ok' ? { ...asked, value: (asked.value.articles ?? []).map(articleOf) } : asked;
  };
}

/** Two to four distinctive words; operators and marks of the query language never come from the article. */
export function gdeltQuery({ words }: Query): string {
  return words
    .map(word => word.replaceAll(/[^\p{L}\p{N}]+/gu, ''))
    .filter(word => word.length >= MIN_WORD)
    .slice(0, MAX_WORDS)
    .join(' ')
    .slice(0, MAX_QUERY);
}

function explain(_status: number, body: string): NotMeasured | null {
  const said = body.slice(0, 200).trimStart();
  if (said.startsWith('{')) return null;
  if (said.startsWith('Please limit requests')) return 'rate_limited';
  if (/^(?:Your query|Queries containing|Parentheses|Invalid|Unsupported|The )/.test(said))
    return 'query_rejected';
  return null;
}

function articleOf({
  url,
  title,
  domain,
  seendate,
  sentence,
}: NonNullable<z.infer<typeof Reply>['articles']>[number]): PaperArticle {
  const stamp = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(seendate ?? '');
  const seen = stamp ? `${stamp[1]}-${stamp[2]}-${stamp[3]}T${stamp[4]}:${stamp[5]}:${stamp[6]}Z` : undefined;
  return { url, title, domain, seen, sentence };
}
