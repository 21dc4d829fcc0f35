import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { vi } from 'vitest';
import { openDesk } from '../../lib/browser/desk.ts';
import { loadCorrections } from '../../lib/browser/corrections.ts';
import { listRemembered } from '../../lib/browser/library.ts';
import { listReports } from '../../lib/browser/outbox.ts';
import { DEFAULT_SETTINGS, loadSettings, type Settings } from '../../lib/browser/settings.ts';
import type { Article } from '../../lib/article/article.ts';
import type { Correction } from '../../lib/report/corrections.ts';
import type { ReportDraft } from '../../lib/report/report.ts';
import { seeded } from '../support/random.ts';
import { Life, World, type Fault } from './world.ts';

const STEPS = 14;
const PATIENCE_MS = 5_000;

/** How often each thing happened in all runs together. */
export const tally = {
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
    assert.equal(new Set(found).size, found.length, `${what} twice`);
    for (const id of this.sure) assert.ok(found.includes(id), `${what} lost`);
    for (const id of found) assert.ok(this.sure.has(id) || this.maybe.has(id), `${what} ${id} came back`);
  }
}

const UNREADABLE = { id: 'of-a-newer-version', type: 'praise', state: 'sealed' };

/** Looks into a database past the modules under test, which have made it. */
async function inStore<T>(
  name: string,
  store: string,
  use: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(name);
  const db = await answered(opening);
  try {
    return await answered(use(db.transaction(store, 'readwrite').objectStore(store)));
  } finally {
    db.close();
  }
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => failed(request.error));
  });

const draft = (message: string): ReportDraft => ({
  kind: 'other',
  item: { type: 'brief', label: 'The whole brief' },
  message,
  address: 'none',
  includeWords: false,
});

export const textOf = (turn: number): string =>
  `Nora Quist said the crane would come down. “It is worn out,” she said in report ${turn}. Owen Hart denied that on Monday.`;

const ANSWERS = ['takes', 'takes', 'takes and breaks off', 'is busy', 'is away'] as const;

/** One reader's session in a browser where anything may break. */
export class Session {
  readonly world: World;
  readonly reports = new Ledger();
  readonly library = new Ledger();
  readonly corrections = new Ledger();
  settings: Settings[] = []; // any of them may be stored
  readonly #random: () => number;
  readonly #article: string;
  #view = new Life('view');
  #turn = 0;

  constructor(seed: number, start: () => void, enter: (world: World) => void) {
    this.#random = seeded(seed);
    this.#article = `https://paper.test/${seed}`;
    this.world = new World(start);
    enter(this.world);
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
    await this.#leaveWhatOthersStored();
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

  /** An older version kept its settings here, a newer one a report and a correction this one cannot read. */
  async #leaveWhatOthersStored(): Promise<void> {
    this.settings = [{ ...DEFAULT_SETTINGS, theme: 'dark', detect: false, sitesOff: ['paper.test'] }];
    this.world.local.set('settings', {
      version: 1,
      theme: 'dark',
      detect: false,
      sitesOff: ['paper.test', 7],
    });
    await Promise.all([listReports(), loadCorrections(this.#article, false)]); // makes the databases
    await inStore('onix-corrections', 'corrections', store => store.put([UNREADABLE], this.#article));
    await inStore('onix-outbox', 'reports', store => store.put(UNREADABLE));
  }

  async #checkWhatOthersStored(): Promise<void> {
    const reports = await inStore('onix-outbox', 'reports', store => store.getAll());
    assert.deepEqual(reports, [UNREADABLE]);
    const corrected = await inStore('onix-corrections', 'corrections', store => store.get(this.#article));
    assert.deepEqual((corrected as unknown[]).at(-1), UNREADABLE);
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
    } else if (roll < 0.36) world.tell('storage.local.onChanged', { settings: {} });
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
    let broken: assert.AssertionError | null = null;
    const done = world
      .live(view, () => action(this, this.#random))
      .then(
        () => (isDone = true),
        (error: unknown) => {
          isDone = true; // said to the reader; what is lost then is in nobody's ledger
          if (error instanceof assert.AssertionError) broken = error;
        },
      );
    const end = performance.now() + PATIENCE_MS;
    while (!isDone && !view.isOver && performance.now() < end)
      await new Promise(resolve => setImmediate(resolve));
    if (view.isOver) tally.viewsClosed += 1;
    else assert.ok(isDone, `a step that never ends: ${action.name}`);
    if (broken !== null) throw broken;
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
    assert.deepEqual(
      entries.filter(({ state }) => state !== 'delivered' && state !== 'failed'),
      [],
    );
    for (const { id, state } of entries) if (state === 'delivered') assert.ok(this.world.taken.includes(id));
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
      assert.equal(reading.status, 'ok', JSON.stringify(reading));
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
      const settings = await loadSettings();
      assert.ok(
        this.settings.some(known => isDeepStrictEqual(known, settings)),
        'settings lost',
      );
      await this.#deliverAll();
      for (const { id } of await listReports()) await desk.report.remove(id);
      assert.deepEqual(await desk.report.list(), []);
      await this.#checkWhatOthersStored();
    });
  }
}

export const OWN_VIEW = { id: 'onix', url: 'chrome-extension://onix/popup.html' };

type Action = (session: Session, random: () => number) => Promise<unknown>;

/** Everything a reader does that is to last, and what may be asked on the way. */
const ACTIONS: Action[] = [
  async function reads() {
    const desk = await openDesk('popup');
    const reading = await desk.read();
    assert.ok(['ok', 'unreadable'].includes(reading.status));
  },
  async function shows() {
    const desk = await openDesk('panel');
    const reading = await desk.read();
    if (reading.status !== 'ok') return;
    const shown = await desk.reveal(reading.brief.article, [{ start: 0, end: 10, manner: 'words' }]);
    assert.ok(['shown', 'moved', 'unreadable'].includes(shown.status));
    await desk.clearMarks();
  },
  async function verifies() {
    const desk = await openDesk('panel');
    const found = await desk.verify();
    assert.ok(['ok', 'nothing_selected', 'unreadable'].includes(found.status));
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

export const correctionOf = (number: number): Correction => ({
  type: 'hide_sentence',
  words: `Sentence ${number}`,
});
