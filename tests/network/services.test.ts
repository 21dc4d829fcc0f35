import { describe, expect, it } from 'vitest';
import type { Client, JsonRequest } from '../../lib/network/client.ts';
import { createFactCheckTools } from '../../lib/network/fact-check-tools.ts';
import { createGdelt, createGdeltContext, gdeltQuery, phraseQuery } from '../../lib/network/gdelt.ts';
import { createWayback } from '../../lib/network/wayback.ts';
import { createWikidata } from '../../lib/network/wikidata.ts';
import type { Asked } from '../../lib/verify/outside.ts';
import { statementOf } from '../../lib/text/statement.ts';
import type { Query } from '../../lib/verify/query.ts';

const AS_OF = '2026-05-04T09:00:00.000Z';

/** A client whose answers are parsed as real ones are; `reply` gets the address and gives the JSON or the refusal. */
function answering(reply: (url: URL) => unknown, refusal?: { status: number; text: string }) {
  const urls: string[] = [];
  const kept: string[] = []; // asked of memory alone
  const client: Client = {
    getJson<T>(request: JsonRequest<T>): Promise<Asked<T>> {
      urls.push(request.url.href);
      if (request.onlyKept) {
        kept.push(request.url.href);
        return Promise.resolve({ status: 'not_measured', reason: 'enough' });
      }
      const reason = refusal && request.explain?.(refusal.status, refusal.text);
      if (reason) return Promise.resolve({ status: 'not_measured', reason });
      const parsed = request.schema.safeParse(reply(request.url));
      return Promise.resolve(
        parsed.success
          ? { status: 'ok', value: parsed.data, asOf: AS_OF, fromCache: false }
          : { status: 'not_measured', reason: 'bad_response' },
      );
    },
  };
  return { client, urls, kept };
}

const query: Query = {
  names: [{ name: 'Ada Brandt', type: 'person' }],
  numbers: ['40'],
  words: ['Ada', 'Brandt', '40', 'bridges', 'repaired', 'before', 'winter'],
  phrase: 'forty bridges repaired before winter',
  statement: statementOf('forty bridges repaired before winter', 'en'),
  language: 'en-GB',
  articleDate: '2026-05-04T08:00:00Z',
  host: 'paper.example',
};

describe('fact-check tools', () => {
  it('is never asked without a key', async () => {
    const { client, urls } = answering(() => ({}));
    expect(await createFactCheckTools(client, null)('bridges', 'en')).toMatchObject({ reason: 'no_key' });
    expect(urls).toEqual([]);
  });

  it('takes an empty object for nothing found', async () => {
    const { client } = answering(() => ({}));
    expect(await createFactCheckTools(client, 'K')('bridges', 'en')).toMatchObject({
      status: 'ok',
      value: [],
    });
  });

  it('gives each review with its publisher’s own rating', async () => {
    const review = {
      publisher: { site: 'facts.example' },
      url: 'https://facts.example/1',
      title: 'No, not forty',
      textualRating: 'Mostly wrong',
    };
    const { client } = answering(() => ({
      claims: [{ text: 'Forty bridges', claimReview: [review, {}] }, { claimReview: [review] }],
    }));
    expect(await createFactCheckTools(client, 'K')('bridges', 'en')).toMatchObject({
      value: [
        { claim: 'Forty bridges', publisher: 'facts.example', rating: 'Mostly wrong' },
        { claim: 'Forty bridges' },
      ],
    });
  });

  it.each([
    [400, '{"error":{"details":[{"reason":"API_KEY_INVALID"}]}}', 'bad_key'],
    [400, '{"error":{"message":"no query"}}', 'query_rejected'],
    [403, '{"error":{"status":"PERMISSION_DENIED"}}', 'bad_key'],
    [403, '{"error":{"details":[{"reason":"SERVICE_DISABLED"}]}}', 'bad_key'],
    [403, '{"error":{"message":"Method doesn\'t allow unregistered callers"}}', 'no_key'],
  ])('understands %i %s', async (status, text, reason) => {
    const { client } = answering(() => ({}), { status, text });
    expect(await createFactCheckTools(client, 'K')('bridges', 'en')).toMatchObject({ reason });
  });
});

describe('wikidata', () => {
  const item = (id: string) => ({ snaktype: 'value', datavalue: { value: { id } } });
  const time = (value: string, precision: number) => ({
    snaktype: 'value',
    datavalue: { value: { time: value, precision } },
  });
  const reply = (url: URL): unknown => {
    const p = url.searchParams;
    if (p.get('action') === 'wbsearchentities')
      return {
        search: [
          { id: 'Q11', label: 'Ada Brandt', description: 'politician' },
          { id: 'Q12', label: 'Ada Brandt (ship)' },
        ],
      };
    if (p.get('action') === 'wbgetentities')
      return {
        entities: {
          Q11: {
            modified: '2026-04-01T00:00:00Z',
            sitelinks: { enwiki: { url: 'https://en.wikipedia.org/wiki/Ada_Brandt' } },
          },
          Q50: { labels: { en: { value: 'Minister of Roads' } } },
        },
      };
    if (p.get('property') === 'P31')
      return {
        claims: { P31: [{ rank: 'normal', mainsnak: item(p.get('entity') === 'Q11' ? 'Q5' : 'Q11446') }] },
      };
    return {
      claims: {
        P39: [
          {
            rank: 'normal',
            mainsnak: item('Q50'),
            qualifiers: { P580: [time('+2024-00-00T00:00:00Z', 9)], P582: [{ snaktype: 'somevalue' }] },
          },
          {
            rank: 'preferred',
            mainsnak: item('Q50'),
            qualifiers: { P580: [time('+2025-03-14T00:00:00Z', 11)] },
          },
          { rank: 'deprecated', mainsnak: item('Q50') },
          { rank: 'normal', mainsnak: { snaktype: 'novalue' } },
        ],
      },
    };
  };

  it('finds humans only', async () => {
    const { client } = answering(reply);
    expect(await createWikidata(client, 'Onix/test').findPeople('Ada Brandt', 'en-GB')).toMatchObject({
      value: [{ id: 'Q11', description: 'politician' }],
    });
  });

  it('gives offices with dates as precise as recorded, without the deprecated', async () => {
    const { client } = answering(reply);
    expect(await createWikidata(client, 'Onix/test').findRecord('Q11', 'en')).toMatchObject({
      value: {
        offices: [
          { label: 'Minister of Roads', from: '2024', ended: true },
          { label: 'Minister of Roads', from: '2025-03-14', ended: false },
        ],
        changed: '2026-04-01T00:00:00Z',
        encyclopedia: 'https://en.wikipedia.org/wiki/Ada_Brandt',
      },
    });
  });

  it.each(['javascript:alert(1)', 'https://evil.example/wiki/Ada', 'http://en.wikipedia.org/wiki/Ada', 'x'])(
    'leads to no other encyclopedia: %s',
    async url => {
      const { client } = answering(() => ({
        claims: {},
        entities: { Q11: { sitelinks: { enwiki: { url } } } },
      }));
      expect(await createWikidata(client, 'Onix/test').findRecord('Q11', 'en')).toEqual({
        status: 'ok',
        asOf: AS_OF,
        fromCache: false,
        value: { offices: [], changed: undefined, encyclopedia: undefined },
      });
    },
  );

  it('sends eight requests for one look at most; then what is kept already is all', async () => {
    const { client, urls, kept } = answering(reply);
    const service = createWikidata(client, 'Onix/test');
    for (let i = 0; i < 10; i++) await service.findRecord(`Q${i + 1}`, 'en');
    expect(urls.length - kept.length).toBe(8);
    expect(await service.findRecord('Q99', 'en')).toMatchObject({ reason: 'enough' });
  });

  it('asks only Wikidata, anonymously, for the name alone', async () => {
    const { client, urls } = answering(reply);
    await createWikidata(client, 'Onix/test').findPeople('Ada Brandt', 'en-GB');
    for (const url of urls) {
      expect(new URL(url).host).toBe('www.wikidata.org');
      expect(new URL(url).searchParams.get('origin')).toBe('*');
      expect(url).not.toContain('bridges');
    }
  });

  it('refuses ids that are none', async () => {
    const { client } = answering(() => ({ search: [{ id: 'Q1|Q2', label: 'x' }] }));
    expect(await createWikidata(client, 'Onix/test').findPeople('x y', 'en')).toMatchObject({
      reason: 'bad_response',
    });
  });

  it('recognises an error that comes as 200', async () => {
    const { client } = answering(() => ({}), { status: 200, text: '{"error":{"code":"maxlag"}}' });
    expect(await createWikidata(client, 'Onix/test').findPeople('x y', 'en')).toMatchObject({
      reason: 'rate_limited',
    });
  });
});

describe('gdelt', () => {
  it('sends at most four plain words', () => {
    expect(gdeltQuery(query)).toBe('Brandt bridges repaired before');
    expect(gdeltQuery({ ...query, words: ['domain:evil', '"quoted"', '(or)', 'a', 'roads'] })).toBe(
      'domainevil quoted roads',
    );
  });

  it('is not asked where nothing distinctive is left', async () => {
    const { client, urls } = answering(() => ({}));
    expect(await createGdelt(client)({ ...query, words: ['a', '7'] })).toMatchObject({
      reason: 'query_rejected',
    });
    expect(urls).toEqual([]);
  });

  it('reads articles, and an empty object as none', async () => {
    const article = {
      url: 'https://other.example/a',
      title: 'Bridges',
      domain: 'other.example',
      seendate: '20260501T101500Z',
    };
    expect(await createGdelt(answering(() => ({ articles: [article] })).client)(query)).toMatchObject({
      value: [{ title: 'Bridges', seen: '2026-05-01T10:15:00Z' }],
    });
    expect(await createGdelt(answering(() => ({})).client)(query)).toMatchObject({ status: 'ok', value: [] });
  });

  it.each([
    ['Please limit requests to one every 5 seconds or contact us.', 'rate_limited'],
    ['Your query was too short or too long.', 'query_rejected'],
    ["Parentheses may only be used around OR'd statements.", 'query_rejected'],
    ['Invalid/Unsupported Country.', 'query_rejected'],
  ])('understands “%s”', async (text, reason) => {
    const { client } = answering(() => ({}), { status: 200, text });
    expect(await createGdelt(client)(query)).toMatchObject({ reason });
  });
});

describe('gdelt, the same words', () => {
  it('asks for a few words in a row, in quotation marks and without others', async () => {
    expect(phraseQuery({ ...query, phrase: 'the "forty" (bridges)' })).toBe('"the forty bridges"');
    expect(phraseQuery({ ...query, phrase: null })).toBe('');
    const { client, urls } = answering(() => ({}));
    await createGdeltContext(client)(query);
    const url = new URL(urls[0]!);
    expect(url.pathname).toBe('/api/v2/context/context');
    expect(url.searchParams.get('query')).toBe(`"${query.phrase}"`);
    expect(await createGdeltContext(client)({ ...query, phrase: null })).toMatchObject({
      reason: 'query_rejected',
    });
    expect(urls).toHaveLength(1);
  });

  it('shows entities and punctuation as they are written', async () => {
    const article = {
      url: 'https://other.example/a',
      title: 'Paris , France : “a &amp; b”',
      domain: 'other.example',
      sentence: 'He said &quot;no&quot; .',
    };
    expect(await createGdeltContext(answering(() => ({ articles: [article] })).client)(query)).toMatchObject({
      value: [{ title: 'Paris, France: “a & b”', sentence: 'He said "no".' }],
    });
  });
});

describe('hostile replies are bad responses', () => {
  const many = <T>(one: T) => Array.from({ length: 10_000 }, () => one);
  const nested: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  const articles = { url: 'https://a.example/', title: 'T', domain: 'a.example' };

  it.each<[string, unknown]>([
    ['10,000 entries', { claims: many({ text: 'x' }), articles: many(articles), search: many({ id: 'Q1' }) }],
    ['nested', nested],
    ['wrong types', { claims: 'x', articles: { 0: 1 }, search: 7, archived_snapshots: [] }],
    [
      'huge strings',
      {
        claims: [{ text: 'x'.repeat(9_000) }],
        articles: [{ ...articles, title: 'x'.repeat(9_000) }],
        search: [{ id: 'Q1', label: 'x'.repeat(9_000) }],
        archived_snapshots: { closest: { available: true, url: 'x'.repeat(9_000), timestamp: '2' } },
      },
    ],
    ['null', null],
  ])('%s', async (_case, reply) => {
    const { client } = answering(() => reply);
    const asked = [
      await createFactCheckTools(client, 'K')('bridges', 'en'),
      await createGdelt(client)(query),
      await createGdeltContext(client)(query),
      await createWikidata(client, 'Onix/test').findPeople('Ada Brandt', 'en'),
      await createWayback(client)('https://a.example/'),
    ];
    expect(asked.map(each => each.status === 'not_measured' && each.reason)).toEqual(
      asked.map(() => 'bad_response'),
    );
  });
});

describe('wayback', () => {
  it.each([
    [
      'a copy',
      {
        closest: {
          available: true,
          url: 'http://web.archive.org/web/20260501101500/https://a.example/',
          timestamp: '20260501101500',
        },
      },
      [{ url: 'https://web.archive.org/web/20260501101500/https://a.example/', date: '2026-05-01' }],
    ],
    [
      'a copy that lies elsewhere',
      { closest: { available: true, url: 'https://evil.example/web/1/', timestamp: '20260501101500' } },
      [],
    ],
    ['none', {}, []],
    ['one that is not available', { closest: { available: false, url: 'x', timestamp: '2' } }, []],
  ])('%s', async (_case, archived_snapshots, value) => {
    const { client } = answering(() => ({ archived_snapshots }));
    expect(await createWayback(client)('https://a.example/')).toMatchObject({ value });
  });
});
