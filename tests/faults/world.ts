import { AsyncLocalStorage } from 'node:async_hooks';
import type { ReaderOrder } from '../../lib/browser/reader.ts';

/**
 * A browser in memory that can break. Whatever runs belongs to a life (the background, a view, a page); when a life
 * ends, its code goes no further: what it asks of the browser is never answered, and whoever waits for its reply
 * hears that nobody is there.
 */
export class Life {
  readonly kind: 'background' | 'view';
  isOver = false;
  readonly listeners = new Map<string, Set<Listener>>();

  constructor(kind: Life['kind']) {
    this.kind = kind;
  }
}

type Listener = (...values: never[]) => unknown;

/** What can go wrong; the world asks its dice before every call. */
export type Fault = 'kill before' | 'kill after' | 'refuse' | null;

export interface Page {
  url: string;
  text: string;
  hasReader: boolean;
  incognito: boolean;
}

type EndpointAnswer = 'takes' | 'takes and breaks off' | 'is busy' | 'is away';

const lives = new AsyncLocalStorage<Life>();
const NOBODY = 'Could not establish connection. Receiving end does not exist.';
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

export class World {
  readonly local = new Map<string, unknown>();
  readonly session = new Map<string, unknown>();
  readonly tabs = new Map<number, Page>();
  readonly taken: string[] = []; // ids of reports the endpoint took, once for each time
  activeTab = 1;
  sessionQuota = Infinity; // UTF-16 units
  /** What the endpoint for reports does with the next one. */
  endpoint: () => EndpointAnswer = () => 'takes';
  /** Decides what happens at a call; none: everything works. */
  dice: ((call: string, life: Life | undefined) => Fault) | null = null;
  calls = 0;
  kills = 0;
  refusals = 0;
  readonly #start: () => void;
  #background: Life | null = null;
  readonly #waiting = new Map<Life, Set<(error: Error) => void>>();
  readonly #locks = new Map<string, { holder: Life | undefined; next: (() => void)[] }>();

  constructor(start: () => void) {
    this.#start = start;
  }

  /** Runs code as a life, as long as that lasts. */
  live<T>(life: Life, run: () => T): T {
    return lives.run(life, run);
  }

  end(life: Life): void {
    if (life.isOver) return;
    life.isOver = true;
    if (life.kind === 'background') this.kills += 1;
    if (this.#background === life) this.#background = null;
    for (const [name, lock] of this.#locks)
      if (lock.holder === life) {
        this.#locks.delete(name);
        for (const next of lock.next) next();
      }
    for (const fail of this.#waiting.get(life) ?? []) fail(new Error(NOBODY));
    this.#waiting.delete(life);
  }

  killBackground(): void {
    if (this.#background) this.end(this.#background);
  }

  /** The browser is closed and opened again: what lived in memory is gone. */
  restart(): void {
    this.killBackground();
    this.session.clear();
    for (const page of this.tabs.values()) page.hasReader = false;
    this.tell('runtime.onStartup');
  }

  update(): void {
    this.killBackground();
    for (const page of this.tabs.values()) page.hasReader = false;
    this.tell('runtime.onInstalled', { reason: 'update' });
  }

  background(): Life {
    if (this.#background) return this.#background;
    const life = new Life('background');
    this.#background = life;
    this.live(life, this.#start);
    return life;
  }

  /** Tells the background of an event, waking it. */
  tell(event: string, ...values: unknown[]): void {
    const life = this.background();
    for (const listener of life.listeners.get(event) ?? [])
      this.live(life, () => listener(...(values as never[])));
  }

  /** A message to the background, from our own page or from a content script. */
  send(message: unknown, sender: object): Promise<unknown> {
    const life = this.background();
    return new Promise((answer, fail) => {
      const waiting = this.#waiting.get(life) ?? new Set();
      this.#waiting.set(life, waiting.add(fail));
      const reply = (value: unknown) => {
        if (!life.isOver) answer(structuredClone(value));
      };
      for (const listener of life.listeners.get('runtime.onMessage') ?? [])
        this.live(life, () =>
          (listener as (...all: unknown[]) => unknown)(structuredClone(message), sender, reply),
        );
    });
  }

  /** Every call to the browser passes here. */
  async call<T>(name: string, run: () => T | Promise<T>): Promise<T> {
    const life = lives.getStore();
    if (life?.isOver) return never();
    this.calls += 1;
    const fault = this.dice?.(name, life) ?? null;
    if (fault === 'refuse') {
      this.refusals += 1;
      throw new DOMException(`${name} was refused`, 'QuotaExceededError');
    }
    if (fault === 'kill before' && life) {
      this.end(life);
      return never();
    }
    await Promise.resolve();
    if (life?.isOver) return never();
    const result = await run();
    if (fault === 'kill after' && life) this.end(life);
    return life?.isOver ? never() : result;
  }

  /** Web locks, let go when their holder dies. */
  async lock<T>(name: string, run: () => Promise<T>): Promise<T> {
    const life = lives.getStore();
    for (let lock = this.#locks.get(name); lock; lock = this.#locks.get(name)) {
      const { next } = lock;
      await new Promise<void>(resume => next.push(resume));
    }
    if (life?.isOver) return never();
    const held = { holder: life, next: [] as (() => void)[] };
    this.#locks.set(name, held);
    try {
      return await run();
    } finally {
      if (this.#locks.get(name) === held) {
        this.#locks.delete(name);
        for (const next of held.next) next();
      }
    }
  }

  /** The endpoint for reports: takes each as often as it comes, and says so or not. */
  take(id: string): Response {
    const answer = this.endpoint();
    if (answer === 'is away') throw new TypeError('Failed to fetch');
    if (answer === 'is busy') return new Response('', { status: 429, headers: { 'Retry-After': '1' } });
    this.taken.push(id);
    return new Response(answer === 'takes' ? JSON.stringify({ id }) : '{"id":"');
  }

  /** What the reader script in a page answers. */
  #read(page: Page, order: ReaderOrder): unknown {
    switch (order.order) {
      case 'read':
        return {
          status: 'ok',
          article: {
            url: page.url,
            title: 'The crane',
            language: 'en',
            type: 'news',
            text: page.text,
            blocks: [{ start: 0, end: page.text.length, kind: 'paragraph' }],
          },
          claimReviews: [],
          links: [],
        };
      case 'reveal':
        return { status: 'shown', count: 1, marked: true };
      case 'clear':
        return true;
      case 'selection':
        return { text: page.text.slice(0, 20), span: { start: 0, end: 20 } };
    }
  }

  /** The extension API, as the polyfill has it. */
  readonly api = (() => {
    const event = (name: string) => ({
      addListener: (listener: Listener) => {
        const life = lives.getStore();
        const known = life?.listeners.get(name) ?? new Set();
        life?.listeners.set(name, known.add(listener));
      },
      removeListener: (listener: Listener) => void lives.getStore()?.listeners.get(name)?.delete(listener),
    });
    const area = (name: string, items: Map<string, unknown>) => ({
      get: (key: string | null) =>
        this.call(`${name}.get`, () =>
          structuredClone(Object.fromEntries([...items].filter(([known]) => key === null || known === key))),
        ),
      set: (values: object) =>
        this.call(`${name}.set`, () => {
          if (name === 'session' && JSON.stringify([...items, values]).length > this.sessionQuota) {
            this.refusals += 1;
            throw new Error('QUOTA_BYTES quota exceeded');
          }
          for (const [key, value] of Object.entries(structuredClone(values))) items.set(key, value);
        }),
      remove: (keys: string | string[]) =>
        this.call(`${name}.remove`, () => {
          for (const key of [keys].flat()) items.delete(key);
        }),
      onChanged: event(`storage.${name}.onChanged`),
    });
    const tab = (id: number) => {
      const page = this.tabs.get(id);
      if (!page) throw new Error(`No tab with id: ${id}.`);
      return { id, windowId: 1, url: page.url, incognito: page.incognito, active: id === this.activeTab };
    };
    const nothing = (name: string) => () => this.call(name, () => undefined);
    return {
      runtime: {
        id: 'onix',
        getURL: (path: string) => `chrome-extension://onix${path.startsWith('/') ? path : `/${path}`}`,
        getManifest: () => ({ version: '0.1.0' }),
        sendMessage: (message: unknown) =>
          this.call('runtime.sendMessage', () =>
            this.send(message, { id: 'onix', url: 'chrome-extension://onix/popup.html' }),
          ),
        onMessage: event('runtime.onMessage'),
        onInstalled: event('runtime.onInstalled'),
        onStartup: event('runtime.onStartup'),
      },
      storage: {
        local: area('local', this.local),
        session: area('session', this.session),
      },
      tabs: {
        get: (id: number) => this.call('tabs.get', () => tab(id)),
        query: () =>
          this.call('tabs.query', () => (this.tabs.has(this.activeTab) ? [tab(this.activeTab)] : [])),
        sendMessage: (id: number, order: ReaderOrder) =>
          this.call('tabs.sendMessage', () => {
            const page = this.tabs.get(id);
            if (!page?.hasReader) throw new Error(NOBODY);
            return structuredClone(this.#read(page, order));
          }),
        onRemoved: event('tabs.onRemoved'),
        onActivated: event('tabs.onActivated'),
        onUpdated: event('tabs.onUpdated'),
      },
      scripting: {
        executeScript: ({ target }: { target: { tabId: number } }) =>
          this.call('scripting.executeScript', () => {
            tab(target.tabId);
            const page = this.tabs.get(target.tabId)!;
            if (page.hasReader) return [{}];
            page.hasReader = true;
            return [{ result: structuredClone(this.#read(page, { order: 'read', anyway: false })) }];
          }),
        insertCSS: nothing('scripting.insertCSS'),
      },
      action: {
        setBadgeText: nothing('action'),
        setBadgeBackgroundColor: nothing('action'),
        setTitle: nothing('action'),
      },
      alarms: {
        create: nothing('alarms.create'),
        clear: nothing('alarms.clear'),
        onAlarm: event('alarms.onAlarm'),
      },
      contextMenus: {
        update: nothing('contextMenus.update'),
        create: () => undefined,
        onClicked: event('contextMenus.onClicked'),
      },
      commands: { onCommand: event('commands.onCommand') },
      permissions: {
        contains: () => this.call('permissions.contains', () => true),
        getAll: () =>
          this.call('permissions.getAll', () => ({
            data_collection: ['technicalAndInteraction', 'websiteContent'],
          })),
        request: () => this.call('permissions.request', () => true),
      },
      i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
      sidebarAction: { open: nothing('sidebarAction.open') },
    };
  })();
}
