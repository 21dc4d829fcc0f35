import * as z from 'zod/mini';
import type { Asked, NotMeasured } from '../verify/outside.ts';
import type { Office, Person, WhoService } from '../verify/who.ts';
import type { Client, JsonRequest } from './client.ts';

export const WIKIDATA_HOST = 'www.wikidata.org';

const HUMAN = 'Q5';
const MAX_CANDIDATES = 3; // each costs a request
const DAY_MS = 24 * 3_600_000;
const SPACING_MS = 1_000;
const Id = z.string().check(z.regex(/^Q[1-9]\d{0,9}$/));

const SearchReply = z.object({
  search: z.array(z.object({ id: Id, label: z.optional(z.string()), description: z.optional(z.string()) })),
});

const Snak = z.object({ snaktype: z.string(), datavalue: z.optional(z.object({ value: z.unknown() })) });
const Statement = z.object({
  rank: z.string(),
  mainsnak: Snak,
  qualifiers: z.optional(z.record(z.string(), z.array(Snak))),
});
const ClaimsReply = z.object({ claims: z.record(z.string(), z.array(Statement)) });
const LabelsReply = z.object({
  entities: z.record(
    z.string(),
    z.object({ labels: z.optional(z.record(z.string(), z.object({ value: z.string() }))) }),
  ),
});
type Statement = z.infer<typeof Statement>;
type Snak = z.infer<typeof Snak>;

/** Wikidata's people and their offices (property P39), one request after the other. */
export function createWikidata(client: Client): WhoService {
  const get = <T>(
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
    return client.getJson({ url, schema, cacheMs: DAY_MS, spacingMs: SPACING_MS, explain });
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

    async findOffices(id, language) {
      const held = await statements(id, 'P39');
      if (held.status === 'not_measured') return held;
      const ids = [...new Set(held.value.flatMap(({ mainsnak }) => itemOf(mainsnak) ?? []))].slice(0, 50);
      if (ids.length === 0) return { ...held, value: [] };
      const languages = [...new Set([base(language), 'en'])];
      const labels = await get(
        { action: 'wbgetentities', ids: ids.join('|'), props: 'labels', languages: languages.join('|') },
        LabelsReply,
      );
      if (labels.status === 'not_measured') return labels;
      return map(held, all =>
        all.flatMap((statement): Office[] => {
          const office = itemOf(statement.mainsnak);
          const names = office === null ? undefined : labels.value.entities[office]?.labels;
          const label = languages.map(each => names?.[each]?.value).find(Boolean);
          return label === undefined ? [] : [{ label, ...dates(statement) }];
        }),
      );
    },
  };
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
