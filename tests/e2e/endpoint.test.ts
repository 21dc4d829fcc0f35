import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, buildFolder } from '../../scripts/build.ts';
import { newEntry } from '../../lib/report/outbox.ts';
import type { OutboxEntry } from '../../lib/report/report.ts';
import { EXTENSION } from '../support/gecko.ts';
import { seeded } from '../support/random.ts';
import { BROWSERS } from '../support/reading.ts';
import { Session } from '../support/session.ts';
import { pause } from '../support/view.ts';

const REPORTS = 200;
const SEED = 20_260_504;
const OUT_DIR = '.output/with-endpoint';

/** Every way in which an endpoint can fail, by name; `taken` is what it does with a report before it answers. */
type Failure = 'refused' | 'broken' | 'busy' | 'slow' | 'truncated' | 'nonsense' | 'none';
const FAILURES: Failure[] = ['refused', 'broken', 'busy', 'slow', 'truncated', 'nonsense', 'none', 'none'];

/** An endpoint on this machine that keeps what it takes by key and fails at random, with a count of each failure. */
class Endpoint {
  readonly taken = new Map<string, string>();
  readonly requests: string[] = [];
  readonly failures = new Map<Failure, number>();
  fails = true;
  #random = seeded(SEED);
  #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.on('data', chunk => (body += String(chunk)));
      request.on('end', () => this.#answer(String(request.headers['idempotency-key']), body, response));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/reports`;
  }

  #answer(key: string, body: string, response: ServerResponse): void {
    this.requests.push(key);
    const failure = this.fails ? FAILURES[Math.floor(this.#random() * FAILURES.length)]! : 'none';
    this.failures.set(failure, (this.failures.get(failure) ?? 0) + 1);
    if (failure === 'refused') return void response.destroy();
    if (failure === 'broken') return void response.writeHead(500).end('oops');
    if (failure === 'busy') return void response.writeHead(429, { 'Retry-After': '1' }).end();
    const isNew = !this.taken.has(key); // from here on the report has arrived, whatever the answer
    this.taken.set(key, body);
    if (failure === 'truncated') {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{"id":"');
      return void setTimeout(() => response.destroy(), 5);
    }
    if (failure === 'nonsense') return void response.end('<p>Thanks!</p>');
    const reply = () => void response.writeHead(isNew ? 200 : 409).end(JSON.stringify({ id: key }));
    if (failure === 'slow') setTimeout(reply, 150);
    else reply();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

const entries = Array.from({ length: REPORTS }, (_, i) =>
  newEntry({
    schema: 1,
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    createdAt: new Date(Date.UTC(2026, 4, 4, 9, 0, i)).toISOString(),
    kind: 'other',
    item: { type: 'brief', label: 'The whole brief' },
    message: `Report number ${i}`,
    environment: { extension: '0.1.0', browser: 'test', language: 'en' },
  }),
);

/** In a page of the extension: puts entries into the outbox, or reads them all. */
const outbox = async (_api: unknown, put: OutboxEntry[]): Promise<OutboxEntry[]> => {
  const request = <T>(it: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      it.addEventListener('success', () => done(it.result));
      it.addEventListener('error', () => failed(it.error));
    });
  const opening = indexedDB.open('onix-outbox', 1);
  opening.addEventListener('upgradeneeded', () =>
    opening.result.createObjectStore('reports', { keyPath: 'id' }),
  );
  const db = await request(opening);
  const store = db.transaction('reports', 'readwrite').objectStore('reports');
  for (const entry of put) store.put(entry);
  const all = await request(store.getAll());
  db.close();
  return all as OutboxEntry[];
};

describe.each(BROWSERS)('reports to an endpoint in %s', name => {
  const endpoint = new Endpoint();
  let session: Session;

  beforeAll(async () => {
    const url = await endpoint.start();
    if (!(await build(name, { outDir: OUT_DIR, env: { WXT_REPORT_URL: url } })))
      throw new Error('The build failed');
    session = await Session.start(name, { extension: buildFolder(name, OUT_DIR) });
  }, 120_000);
  afterAll(async () => {
    await session?.close();
    await endpoint.close();
  });

  it('arrive exactly once each, through every failure and random worker deaths', async () => {
    if (name === 'firefox') await allowSending(session);
    const random = seeded(SEED);
    await session.inExtension(outbox, entries);
    let kills = 0;
    for (let round = 0; round < 40; round++) {
      endpoint.fails = round < 30;
      const now = await session.inExtension(outbox, []);
      const open = now.filter(({ state }) => state !== 'delivered');
      if (open.length === 0) break;
      // As the reader's "Try again" does: due at once.
      await session.inExtension(
        outbox,
        open.map(({ report }) => newEntry(report)),
      );
      const delivering = session.inExtension(async api => {
        await (api as never as { runtime: { sendMessage: (message: object) => Promise<unknown> } }).runtime
          .sendMessage({ verb: 'deliverReports', body: {} })
          .catch(() => undefined); // killed in the middle
        return null;
      });
      if (endpoint.fails && random() < 0.7) {
        await pause(200 + random() * 3_000);
        await session.killWorker();
        kills++; // the answer never comes; the next round asks anew
      } else await delivering;
    }

    const states = (await session.inExtension(outbox, [])).map(({ state }) => state);
    const failures = Object.fromEntries(endpoint.failures);
    console.log(`${name}: ${endpoint.requests.length} requests, ${kills} kills, answers`, failures);
    expect(states).toEqual(Array.from({ length: REPORTS }, () => 'delivered'));
    expect(endpoint.taken.size).toBe(REPORTS);
    for (const { id, report } of entries)
      expect(JSON.parse(endpoint.taken.get(id)!)).toMatchObject({ id, report });
    expect(kills).toBeGreaterThan(3);
  }, 240_000);
});

/** Firefox: gives the consent that the browser's own dialogue would ask for at the reader's first report. */
async function allowSending(session: Session): Promise<void> {
  const consent = {
    permissions: [],
    origins: [],
    data_collection: ['technicalAndInteraction', 'websiteContent'],
  };
  await (
    await session.gecko()
  ).evaluate(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add(${EXTENSION}.id, ${JSON.stringify(consent)}, ${EXTENSION});
  })()`);
}
