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

const MAX_ARTICLES = 250; // the most the service gives
const words = z.string().check(z.maxLength(2_000));

const Reply = z.object({
  articles: z.optional(
    z
      .array(
        z.object({
          url: words,
          title: words,
          domain: words,
          seendate: z.optional(words),
          sentence: z.optional(z.string().check(z.maxLength(10_000))),
        }),
      )
      .check(z.maxLength(MAX_ARTICLES)),
  ),
});

/** The GDELT Project's index of news of the last three months (DOC 2.0): best effort. */
export const createGdelt = (client: Client): SearchPapers =>
  searcher(client, '/api/v2/doc/doc', gdeltQuery, { timespan: '3m', sort: 'hybridrel' });

/** Its index of sentences of the last three days (Context 2.0), asked for words in a row. */
export const createGdeltContext = (client: Client): SearchPapers =>
  searcher(client, '/api/v2/context/context', phraseQuery, { timespan: '72h' });

/** Both are one host with one rhythm. Refusals are texts, often with status 200. */
function searcher(
  client: Client,
  path: string,
  write: (query: Query) => string,
  parameters: Record<string, string>,
): SearchPapers {
  return async query => {
    const asking = write(query);
    if (asking === '') return { status: 'not_measured', reason: 'query_rejected' };
    const url = new URL(`https://${GDELT_HOST}${path}`);
    url.search = new URLSearchParams({
      query: asking,
      mode: 'artlist',
      format: 'json',
      maxrecords: '50',
      ...parameters,
    }).toString();
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

/** The statement's words in a row, in quotation marks; "" where it has none. */
export function phraseQuery({ phrase }: Query): string {
  const plain = (phrase ?? '').replaceAll(/[^\p{L}\p{N}'’-]+/gu, ' ').trim();
  return plain === '' ? '' : `"${plain}"`;
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
  return {
    url,
    title: plainText(title),
    domain,
    seen,
    sentence: sentence === undefined ? undefined : plainText(sentence),
  };
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** The index keeps the commonest entities of HTML as they were, and sets spaces before punctuation. */
const plainText = (text: string): string =>
  text
    .replaceAll(/&(amp|quot|apos|#39|lt|gt|nbsp);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replaceAll(/ ([,.:;!?])/g, '$1');
