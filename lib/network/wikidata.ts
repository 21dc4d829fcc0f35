import * as z from 'zod/mini';
import type { Asked, NotMeasured } from '../verify/outside.ts';
import type { Office, Person, WhoService } from '../verify/who.ts';
import type { Client, JsonRequest } from './client.ts';

export const WIKIDATA_HOST = 'www.wikidata.org';

const HUMAN = 'Q5';
const MAX_CANDIDATES = 3; // each costs a request
const DAY_MS = 24 * 3_600_000;
const SPACING_MS = 1_000;
const SLOW_MS = 6_000; // what is left to a client that was refused
const MAX_REQUESTS = 8; // of one look
const MAX_IDS = 50; // of one request
const Id = z.string().check(z.regex(/^Q[1-9]\d{0,9}$/));

const text = z.string().check(z.maxLength(1_000));

const SearchReply = z.object({
  search: z
    .array(z.object({ id: Id, label: z.optional(text), description: z.optional(text) }))
    .check(z.maxLength(50)),
});

const Snak = z.object({ snaktype: z.string(), datavalue: z.optional(z.object({ value: z.unknown() })) });
const Statement = z.object({
  rank: z.string(),
  mainsnak: Snak,
  qualifiers: z.optional(z.record(z.string(), z.array(Snak))),
});
const ClaimsReply = z.object({
  claims: z.record(z.string(), z.array(Statement).check(z.maxLength(500))),
});
const EntitiesReply = z.object({
  entities: z.record(
    z.string(),
    z.object({
      modified: z.optional(text),
      labels: z.optional(z.record(z.string(), z.object({ value: text }))),
      sitelinks: z.optional(z.record(z.string(), z.object({ url: z.optional(text) }))),
    }),
  ),
});
type Statement = z.infer<typeof Statement>;
type Snak = z.infer<typeof Snak>;

/** Wikidata's people and their offices (property P39), one request after the other. */
export function createWikidata(client: Client, agent: string): WhoService {
  let sent = 0;
  const get = async <T>(
    parameters: Record<string, string>,
    schema: JsonRequest<T>['schema'],
  ): Promise<Asked<T>> => {
    const url = new URL(`https://${WIKIDATA_HOST}/w/api.php`);
    url.search = new URLSearchParams({
      ...parameters,
      format: 'json',
      formatversion: '2',
      origin: '*',
    }).toString();
    const asked = await client.getJson({
      url,
      schema,
      cacheMs: DAY_MS,
      spacingMs: SPACING_MS,
      slowMs: SLOW_MS,
      onlyKept: sent >= MAX_REQUESTS,
      headers: { 'Api-User-Agent': agent }, // who asks, as Wikimedia wants to know: the program, never the reader
      explain,
    });
    if (asked.status === 'not_measured' || !asked.fromCache) sent++;
    return asked;
  };
  const statements = async (id: string, property: string): Promise<Asked<Statement[]>> =>
    map(await get({ action: 'wbgetclaims', entity: id, property }, ClaimsReply), ({ claims }) =>
      (claims[property] ?? []).filter(({ rank }) => rank !== 'deprecated'),
    );

  return {
    async findPeople(name, language) {
      const hits = await get(
        { action: 'wbsearchentities', search: name, language: base(language), type: 'item', limit: '7' },
        SearchReply,
      );
      if (hits.status === 'not_measured') return hits;
      const people: Person[] = [];
      for (const { id, label, description } of hits.value.search.slice(0, MAX_CANDIDATES)) {
        const kinds = await statements(id, 'P31');
        if (kinds.status === 'not_measured') return kinds;
        if (kinds.value.some(({ mainsnak }) => itemOf(mainsnak) === HUMAN))
          people.push({ id, label: label ?? name, description });
      }
      return { ...hits, value: people };
    },

    async findRecord(id, language) {
      const held = await statements(id, 'P39');
      if (held.status === 'not_measured') return held;
      const ids = [...new Set([id, ...held.value.flatMap(({ mainsnak }) => itemOf(mainsnak) ?? [])])];
      const languages = [...new Set([base(language), 'en'])];
      const entities = await get(
        {
          action: 'wbgetentities',
          ids: ids.slice(0, MAX_IDS).join('|'),
          props: 'info|labels|sitelinks/urls',
          languages: languages.join('|'),
          sitefilter: languages.map(each => `${each}wiki`).join('|'),
        },
        EntitiesReply,
      );
      return map(entities, ({ entities: found }) => ({
        offices: held.value.flatMap((statement): Office[] => {
          const office = itemOf(statement.mainsnak);
          const names = office === null ? undefined : found[office]?.labels;
          const label = languages.map(each => names?.[each]?.value).find(Boolean);
          return label === undefined ? [] : [{ label, ...dates(statement) }];
        }),
        changed: found[id]?.modified,
        encyclopedia: languages
          .map(each => wikipediaPage(found[id]?.sitelinks?.[`${each}wiki`]?.url))
          .find(Boolean),
      }));
    },
  };
}

/** A page of Wikipedia, or nothing: a reply does not decide where a link leads. */
function wikipediaPage(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return protocol === 'https:' && host.endsWith('.wikipedia.org') ? url : undefined;
}

/** Errors come as HTTP 200 with an `error` object. */
function explain(_status: number, text: string): NotMeasured | null {
  if (!text.startsWith('{"error"')) return null;
  return /"code":\s*"(?:maxlag|ratelimited)"/.test(text) ? 'rate_limited' : 'query_rejected';
}

const base = (language: string): string => language.split('-', 1)[0] ?? 'en';

function map<A, B>(asked: Asked<A>, change: (value: A) => B): Asked<B> {
  return asked.status === 'ok' ? { ...asked, value: change(asked.value) } : asked;
}

const ItemValue = z.object({ id: Id });
const TimeValue = z.object({ time: z.string(), precision: z.int() });

function itemOf({ snaktype, datavalue }: Snak): string | null {
  const item = snaktype === 'value' ? ItemValue.safeParse(datavalue?.value) : null;
  return item?.success ? item.data.id : null;
}

function dates({ qualifiers = {} }: Statement): Pick<Office, 'from' | 'to' | 'ended'> {
  const [end] = qualifiers['P582'] ?? [];
  return {
    from: dateOf(qualifiers['P580']?.[0]),
    to: dateOf(end),
    ended: end !== undefined && end.snaktype !== 'novalue',
  };
}

/** `+2017-05-14T00:00:00Z` cut to the precision stated (11 day, 10 month, 9 year); never through `Date`. */
function dateOf(snak: Snak | undefined): string | undefined {
  const time = snak?.snaktype === 'value' ? TimeValue.safeParse(snak.datavalue?.value) : null;
  const length = time?.success ? { 11: 10, 10: 7, 9: 4 }[time.data.precision] : undefined;
  if (!time?.success || length === undefined) return undefined;
  return /^\+(\d{4}-\d{2}-\d{2})T/.exec(time.data.time)?.[1]?.slice(0, length);
}
