import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import background from '../../entrypoints/background.ts';
import { openDesk } from '../../lib/browser/desk.ts';
import { correctionOf, OWN_VIEW, Session, tally, textOf } from './session.ts';
import { Life, World } from './world.ts';

/** `npm run faults` makes a thousand. */
const RUNS = Number(process.env['FAULT_RUNS'] ?? 200);
const SEED = Number(process.env['FAULT_SEED'] ?? 11);

// Each run has its own world; the modules under test see the one of the run.
type OpenDB = (name: string, version: number, callbacks: never) => Promise<object>;

const now = vi.hoisted(() => {
  vi.stubEnv('WXT_REPORT_URL', 'https://reports.test/'); // before anything that reads it
  return { world: null as unknown as World };
});

vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_target, key) => Reflect.get(now.world.api, key) }),
}));

/** The databases are real ones in memory; a life that is over opens none and writes nothing. */
vi.mock('idb', async importOriginal => {
  const { openDB } = await importOriginal<{ openDB: OpenDB }>();
  const guarded = (db: object): object =>
    new Proxy(db, {
      get(target, key) {
        const value = Reflect.get(target, key) as unknown;
        if (typeof value !== 'function') return value;
        if (!['get', 'getAll', 'put', 'delete', 'clear', 'count'].includes(String(key)))
          return (...values: unknown[]) => Reflect.apply(value, target, values) as unknown;
        return (...values: unknown[]) =>
          now.world.call(`indexedDB.${String(key)}`, () => Reflect.apply(value, target, values) as unknown);
      },
    });
  return {
    openDB: (name: string, version: number, callbacks: never) =>
      now.world.call('indexedDB.open', async () => guarded(await openDB(name, version, callbacks))),
  };
});

const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);

beforeAll(() => {
  vi.stubGlobal('location', { search: '' });
  vi.stubGlobal('chrome', undefined);
  vi.stubGlobal('fetch', (address: string, { headers }: { headers?: Record<string, string> } = {}) =>
    address.startsWith('https://reports.test/')
      ? now.world.call('fetch', () => now.world.take(headers?.['Idempotency-Key'] ?? ''))
      : Promise.reject(new TypeError('Failed to fetch')),
  );
  vi.stubGlobal('navigator', {
    userAgent: 'Chrome/140',
    onLine: true,
    locks: { request: (name: string, run: () => Promise<unknown>) => now.world.lock(name, run) },
  });
  process.on('unhandledRejection', note);
});
afterAll(() => {
  process.off('unhandledRejection', note);
  console.log('faults:', JSON.stringify({ seed: SEED, ...tally }));
});

describe(`${RUNS} sessions with random deaths, refusals, restarts and updates`, () => {
  it('lose nothing the reader was told is kept, and end with a brief', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-05-04') });
    for (let run = 0; run < RUNS; run += 1) {
      const session = new Session(
        SEED * 100_000 + run,
        () => background.main(),
        world => void (now.world = world),
      );
      try {
        await session.run();
      } catch (error) {
        throw new Error(`In run ${run} of seed ${SEED}`, { cause: error });
      } finally {
        const { calls, kills, refusals } = session.world;
        tally.runs += 1;
        tally.calls += calls;
        tally.kills += kills;
        tally.refusals += refusals;
      }
    }
    vi.useRealTimers();
    tally.unhandled = unhandled.length;
    expect(unhandled).toEqual([]);
    expect(tally.kills).toBeGreaterThan(RUNS);
  }, 600_000);
});

describe('many at once', () => {
  beforeAll(() => {
    vi.useRealTimers();
  });

  it('two windows that correct and set things at the same moment keep what both did', async () => {
    const world = new World(() => background.main());
    now.world = world;
    world.tabs.set(1, { url: 'https://paper.test/two', text: textOf(0), hasReader: false, incognito: false });
    const change = (turn: number) =>
      world.live(new Life('view'), async () => {
        const desk = await openDesk('popup');
        const reading = await desk.read();
        if (reading.status !== 'ok') throw new Error(reading.status);
        await Promise.all([
          desk.corrections.add(reading.brief.article, correctionOf(turn)),
          desk.settings.set(turn === 1 ? { badge: false } : { theme: 'dark' }),
        ]);
        return reading.brief.article;
      });
    const [article] = await Promise.all([change(1), change(2)]);
    const kept = await world.live(new Life('view'), async () => {
      const desk = await openDesk('popup');
      return { corrections: await desk.corrections.list(article), settings: await desk.settings.get() };
    });
    expect(kept.corrections).toHaveLength(2);
    expect(kept.settings).toMatchObject({ badge: false, theme: 'dark' });
  });

  it('thirty tabs are all read, though session memory holds two of their briefs', async () => {
    const world = new World(() => background.main());
    now.world = world;
    for (let id = 1; id <= 30; id += 1)
      world.tabs.set(id, {
        url: `https://paper.test/${id}`,
        text: textOf(id),
        hasReader: false,
        incognito: false,
      });
    world.sessionQuota = 8_000;
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const reply = await world.send(
          { verb: 'readTab', body: { tabId: index + 1, anyway: false } },
          OWN_VIEW,
        );
        return (reply as { ok: { status: string } }).ok.status;
      }),
    );
    expect(statuses).toEqual(Array.from({ length: 30 }, () => 'ok'));
    expect(world.refusals).toBeGreaterThan(0);
    expect(unhandled).toEqual([]);
  });
});
