import type { IncomingMessage, ServerResponse } from 'node:http';
import { FACT_CHECK_HOST } from '../../lib/network/fact-check-tools.ts';
import { GDELT_HOST } from '../../lib/network/gdelt.ts';
import { ARCHIVE_HOST } from '../../lib/network/wayback.ts';
import { WIKIDATA_HOST } from '../../lib/network/wikidata.ts';
import type { Service } from './proxy.ts';

/** The services Onix can ask, each answering as the test last told it. Replies are made up after their contracts. */
export class Sources {
  readonly hosts: Record<string, Service> = Object.fromEntries(
    [ARCHIVE_HOST, FACT_CHECK_HOST, GDELT_HOST, WIKIDATA_HOST].map(host => [
      host,
      (request: IncomingMessage, response: ServerResponse) => this.answer(request, response),
    ]),
  );
  answer: Service = (_request, response) => void response.writeHead(500).end();
}

/** Any value as a service sends it: JSON, with status and headers. */
export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Service =>
  (_request, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(value));

/** Words instead of JSON, as several services refuse. */
export const text =
  (body: string, status = 200, headers: Record<string, string> = {}): Service =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);

/** Never an answer; the connection stays open. */
export const silence: Service = () => undefined;
/** A connection that breaks in the middle of the answer. */
export const cut: Service = (_request, response) => {
  response.writeHead(200, { 'content-length': '5000' });
  response.write('{"claims":[');
  setTimeout(() => response.destroy(), 20);
};
export const elsewhere: Service = (_request, response) =>
  void response.writeHead(302, { location: 'https://collector.example/' }).end();

const many = <T>(one: T): T[] => Array.from({ length: 10_000 }, () => one);
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

/** What no service may send, whichever it is. */
export const HOSTILE: readonly (readonly [string, Service])[] = [
  ['a page instead of an answer', text('<html><script>alert(1)</script>Welcome to the hotel</html>')],
  ['wrong types', json({ claims: 'x', search: 7, articles: {}, archived_snapshots: [] })],
  ['deep nesting', text(deep)],
  [
    '10,000 entries',
    json({
      claims: many({ text: 'x' }),
      search: many({ id: 'Q1' }),
      articles: many({ url: 'https://a.example/', title: 'x', domain: 'a' }),
      archived_snapshots: many(0),
    }),
  ],
];

const item = (id: string) => ({
  snaktype: 'value',
  property: 'P39',
  datavalue: { type: 'wikibase-entityid', value: { id } },
});
const since = (time: string) => ({
  snaktype: 'value',
  property: 'P580',
  datavalue: { type: 'time', value: { time, precision: 11 } },
});

/** Wikidata with one farmer who holds an office, answering what is asked of it. */
export const wikidata =
  (people = 1): Service =>
  (request, response) => {
    const asked = new URL(request.url ?? '/', 'https://www.wikidata.org').searchParams;
    const reply = () => {
      switch (asked.get('action') ?? '') {
        case 'wbsearchentities':
          return {
            search: Array.from({ length: people }, (_, i) => ({
              id: `Q${i + 11}`,
              label: asked.get('search'),
              description: `farmer ${i + 1}`,
            })),
          };
        case 'wbgetclaims':
          return asked.get('property') === 'P31'
            ? { claims: { P31: [{ id: 'a', rank: 'normal', mainsnak: item('Q5') }] } }
            : {
                claims: {
                  P39: [
                    {
                      id: 'b',
                      rank: 'normal',
                      mainsnak: item('Q50'),
                      qualifiers: { P580: [since('+2024-03-14T00:00:00Z')] },
                    },
                  ],
                },
              };
        default:
          return {
            entities: {
              Q11: { modified: '2026-09-01T10:00:00Z', sitelinks: {} },
              Q50: { labels: { en: { language: 'en', value: 'Member of the Island Council' } } },
            },
          };
      }
    };
    json(reply())(request, response);
  };
