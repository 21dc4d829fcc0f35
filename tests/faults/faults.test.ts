import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import background from '../../entrypoints/background.ts';
import { openDesk } from '../../lib/browser/desk.ts';
import { listRemembered } from '../../lib/browser/library.ts';
import { listReports } from '../../lib/browser/outbox.ts';
import { loadSettings, type Settings } from '../../lib/browser/settings.ts';
import type { Article } from '../../lib/article/article.ts';
import type { Correction } from '../../lib/report/corrections.ts';
import type { ReportDraft } from '../../lib/report/report.ts';
import { seeded } from '../support/random.ts';
import { Life, World, type Fault } from './world.ts';

/** `npm run faults` makes a thousand. */
const RUNS = Number(process.env['FAULT_RUNS'] ?? 200);
const SEED = Number(process.env['FAULT_SEED'] ?? 11);
const STEPS = 14;
const PATIENCE_MS = 5_000;

// Each run has its own world; the modules under test see the one of the run.
const now = vi.hoisted(() => {
  vi.stubEnv('WXT_REPORT_URL', 'https://reports.test/'); // before anything that reads it
  return { world: null as unknown as World };
});

vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_target, key) => Reflect.get(now.world.api, key) }),
}));

/** The databases are real ones in memory; a life that is over opens none and writes nothing. */
vi.mock('idb', async importOriginal => {
  const { openDB } = await importOriginal<typeof import('idb')>();
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

/** How often each thing happened in all runs together. */
const tally = {
  runs: 0,
  steps: 0,
  calls: 0,
  kills: 0,
  refusals: 0,
  restarts: 0,
  viewsClosed: 0,
  reports: 0,
  delivered: 0,
  unhandled: 0,
};
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

/** What the reader was told is kept, and what may or may not be: what was going on when something died. */
class Ledger {
  readonly sure = new Set<string>();
  readonly maybe = new Set<string>();
  readonly gone = new Set<string>();

  begin(id: string): void {
    this.maybe.add(id);
  }
  keep(id: string): void {
    this.maybe.delete(id);
    this.sure.add(id);
  }
  drop(id: string): void {
    this.sure.delete(id);
    this.maybe.add(id);
  }
  forget(id: string): void {
    this.maybe.delete(id);
    this.gone.add(id);
  }
  check(found: readonly string[], what: string): void {
    expect(new Set(found).size, `${what} twice`).toBe(found.length);
    for (const id of this.sure) expect(found, `${what} lost`).toContain(id);
    for (const id of found)
      expect(this.sure.has(id) || this.maybe.has(id), `${what} ${id} came back`).toBe(true);
  }
}

const draft = (message: string): ReportDraft => ({
  kind: 'other',
  item: { type: 'brief', label: 'The whole brief' },
  message,
  address: 'none',
  includeWords: false,
});

const textOf = (turn: number): string =>
  `Nora Quist said the crane would come down. “It is worn out,” she said in report ${turn}. Owen Hart denied that on Monday.`;

const ANSWERS = ['takes', 'takes', 'takes and breaks off', 'is busy', 'is away'] as const;

/** One reader's session in a browser where anything may break. */
class Session {
  readonly world: World;
  readonly reports = new Ledger();
  readonly library = new Ledger();
  readonly corrections = new Ledger();
  settings: Settings[] = []; // any of them may be stored
  readonly #random: () => number;
  readonly #article: string;
  #view = new Life('view');
  #turn = 0;

  constructor(seed: number) {
    this.#random = seeded(seed);
    this.#article = `https://paper.test/${seed}`;
    this.world = new World(() => background.main());
    now.world = this.world;
    this.world.tabs.set(1, this.#newPage());
    this.world.tabs.set(2, { ...this.#newPage(), url: 'https://paper.test/other' });
  }

  #newPage() {
    return { url: this.#article, text: textOf(0), hasReader: false, incognito: false };
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  async run(): Promise<void> {
    this.world.endpoint = () => ANSWERS[Math.floor(this.#random() * ANSWERS.length)]!;
    this.settings = [await loadSettings()];
    for (let step = 0; step < STEPS; step += 1) {
      this.world.dice = this.#chance(0.75) ? this.#dice : null;
      await this.#step();
      this.#accident();
      tally.steps += 1;
    }
    this.world.dice = null;
    this.world.restart();
    tally.restarts += 1;
    await this.#check();
  }

  readonly #dice = (_call: string, life: Life | undefined): Fault => {
    const roll = this.#random();
    if (roll < 0.06) return life?.kind === 'background' || roll < 0.02 ? 'kill before' : null;
    if (roll < 0.1) return life?.kind === 'background' || roll < 0.07 ? 'kill after' : null;
    return roll < 0.13 ? 'refuse' : null;
  };

  /** What happens beside whatever the reader does. */
  #accident(): void {
    const { world } = this;
    const roll = this.#random();
    if (roll < 0.1) world.killBackground();
    else if (roll < 0.14) {
      world.restart();
      tally.restarts += 1;
    } else if (roll < 0.18) world.update();
    else if (roll < 0.26) {
      world.tabs.set(1, { ...this.#newPage(), text: textOf(++this.#turn) }); // the page was loaded anew
      world.tell('tabs.onUpdated', 1, { status: 'complete' });
    } else if (roll < 0.32) {
      world.tabs.delete(1);
      world.tell('tabs.onRemoved', 1);
      world.tabs.set(1, this.#newPage());
    } else if (roll < 0.36) world.tell('storage.onChanged', { settings: {} }, 'local');
    else if (roll < 0.4) vi.setSystemTime(Date.parse('2026-05-04') + (this.#random() - 0.5) * 4e10); // some weeks off
    else if (roll < 0.44)
      world.tell(
        'contextMenus.onClicked',
        { menuItemId: 'verify', selectionText: 'the crane' },
        { id: 1, windowId: 1 },
      );
  }

  /** One thing a reader does in a view, which may be closed in the middle; a step that dies ends with the view. */
  async #step(): Promise<void> {
    const { world } = this;
    if (this.#view.isOver || this.#chance(0.2)) this.#view = new Life('view');
    const view = this.#view;
    const action = ACTIONS[Math.floor(this.#random() * ACTIONS.length)]!;
    let isDone = false;
    const done = world
      .live(view, () => action(this, this.#random))
      .then(
        () => (isDone = true),
        () => (isDone = true), // said to the reader; what is lost then is in nobody's ledger
      );
    const end = performance.now() + PATIENCE_MS;
    while (!isDone && !view.isOver && performance.now() < end)
      await new Promise(resolve => setImmediate(resolve));
    if (view.isOver) tally.viewsClosed += 1;
    else expect(isDone, `a step that never ends: ${action.name}`).toBe(true);
    if (isDone) await done;
  }

  /** With an endpoint that works, every report arrives; those the reader removed stay away. */
  async #deliverAll(): Promise<void> {
    this.world.endpoint = () => 'takes';
    for (let day = 0; day < 3; day += 1) {
      vi.setSystemTime(Date.now() + 25 * 3_600_000);
      await this.world.send({ verb: 'deliverReports', body: {} }, OWN_VIEW);
    }
    const entries = await listReports();
    expect(entries.filter(({ state }) => state !== 'delivered' && state !== 'failed')).toEqual([]);
    for (const { id, state } of entries) if (state === 'delivered') expect(this.world.taken).toContain(id);
    this.reports.check(
      entries.map(({ id }) => id),
      'a report',
    );
    tally.delivered += entries.length;
  }

  async #check(): Promise<void> {
    const { world } = this;
    world.end(this.#view);
    await world.live(new Life('view'), async () => {
      const desk = await openDesk('popup');
      const reading = await desk.read({ anyway: true });
      expect(reading.status, JSON.stringify(reading)).toBe('ok');
      const article = reading.status === 'ok' ? reading.brief.article : ({} as Article);
      this.reports.check(
        (await listReports()).map(({ id }) => id),
        'a report',
      );
      const mine = (await listRemembered()).filter(({ address }) => address === this.#article);
      this.library.check(
        mine.map(({ address }) => address),
        'an article',
      );
      const corrected = await desk.corrections.list(article);
      this.corrections.check(
        corrected.map(each => JSON.stringify(each)),
        'a correction',
      );
      expect(this.settings).toContainEqual(await loadSettings());
      await this.#deliverAll();
      for (const { id } of await listReports()) await desk.report.remove(id);
      expect(await desk.report.list()).toEqual([]);
    });
  }
}

const OWN_VIEW = { id: 'onix', url: 'chrome-extension://onix/popup.html' };

type Action = (session: Session, random: () => number) => Promise<unknown>;

/** Everything a reader does that is to last, and what may be asked on the way. */
const ACTIONS: Action[] = [
  async function reads() {
    const desk = await openDesk('popup');
    const reading = await desk.read();
    expect(['ok', 'unreadable']).toContain(reading.status);
  },
  async function shows() {
    const desk = await openDesk('panel');
    await desk.read();
    const shown = await desk.reveal([{ start: 0, end: 10, manner: 'words' }]);
    expect(['shown', 'moved', 'unreadable']).toContain(shown.status);
    await desk.clearMarks();
  },
  async function verifies() {
    const desk = await openDesk('panel');
    const found = await desk.verify();
    expect(['ok', 'nothing_selected', 'unreadable']).toContain(found.status);
  },
  async function sets(session, random) {
    const desk = await openDesk('popup');
    const summaryLength = (['short', 'normal', 'long'] as const)[Math.floor(random() * 3)]!;
    session.settings.push(...session.settings.map(known => ({ ...known, summaryLength })));
    session.settings = [await desk.settings.set({ summaryLength })];
  },
  async function reports(session, random) {
    const desk = await openDesk('popup');
    const written = draft(`Something is wrong, ${random()}`);
    await desk.report.saveDraft(written);
    const report = desk.report.preview(written);
    session.reports.begin(report.id);
    const { status } = await desk.report.submit(report);
    if (status === 'kept') session.reports.keep(report.id);
    tally.reports += 1;
  },
  async function removes(session, random) {
    const desk = await openDesk('popup');
    const ids = [...session.reports.sure];
    const id = ids[Math.floor(random() * ids.length)];
    if (id === undefined) return;
    session.reports.drop(id);
    await desk.report.remove(id);
    session.reports.forget(id);
  },
  async function corrects(session, random) {
    const desk = await openDesk('popup');
    const reading = await desk.read({ anyway: true });
    if (reading.status !== 'ok') return;
    const correction = correctionOf(random());
    const key = JSON.stringify(correction);
    session.corrections.begin(key);
    await desk.corrections.add(reading.brief.article, correction);
    session.corrections.keep(key);
  },
  async function remembers(session) {
    const desk = await openDesk('popup');
    const reading = await desk.read({ anyway: true });
    if (reading.status !== 'ok') return;
    const address = reading.brief.article.url!;
    if (!session.library.sure.has(address)) session.library.begin(address);
    const { status } = await desk.library.remember(reading.brief);
    if (status === 'kept') session.library.keep(address);
  },
  async function delivers(session) {
    await session.world.send({ verb: 'deliverReports', body: {} }, OWN_VIEW);
  },
  async function looksAtPages(session) {
    await session.world.send(
      { verb: 'pageLooked', body: { isNews: true } },
      { id: 'onix', url: 'https://paper.test/1', tab: { id: 1 } },
    );
  },
];

const correctionOf = (number: number): Correction => ({ type: 'hide_sentence', words: `Sentence ${number}` });

describe(`${RUNS} sessions with random deaths, refusals, restarts and updates`, () => {
  it('lose nothing the reader was told is kept, and end with a brief', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-05-04') });
    for (let run = 0; run < RUNS; run += 1) {
      const session = new Session(SEED * 100_000 + run);
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
