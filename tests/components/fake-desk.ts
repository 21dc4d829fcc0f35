import type { Desk, ViewState } from '../../components/desk.ts';
import {
  DEFAULT_SETTINGS,
  importSettings,
  type Settings,
  settingsFile,
  withOrWithout,
} from '../../lib/browser/settings.ts';
import type { TabChange } from '../../lib/browser/tab-changes.ts';
import type { Reading } from '../../lib/brief/reading.ts';
import type { OutboxEntry, ProblemReport, ReportDraft } from '../../lib/report/report.ts';
import { BRIEF } from './fixture.ts';

export const READ: Reading = { status: 'ok', tabId: 1, url: BRIEF.article.url!, brief: BRIEF };

/** What a reader asked of the desk, to be looked at by a test. */
export interface DeskNotes {
  readonly calls: string[];
  draft: ReportDraft | null;
  view: ViewState | null;
  entries: OutboxEntry[];
  changeTab: (change: TabChange) => void;
  requestVerify: () => void;
  changeSettings: (patch: Partial<Settings>) => void; // as another view would
}

/** A desk that lives in memory; a test replaces what it is about. */
export function fakeDesk(overrides: Partial<Desk> = {}): { desk: Desk; notes: DeskNotes } {
  const notes: DeskNotes = {
    calls: [],
    draft: null,
    view: null,
    entries: [],
    changeTab: () => undefined,
    requestVerify: () => undefined,
    changeSettings: () => undefined,
  };
  let settings: Settings = { ...DEFAULT_SETTINGS, sitesOff: ['quiet.example'] };
  const settingsListeners = new Set<(settings: Settings) => void>();
  const change = (patch: Partial<Settings>): Settings => {
    settings = { ...settings, ...patch };
    for (const listener of settingsListeners) listener(settings);
    return settings;
  };
  notes.changeSettings = change;
  const desk: Desk = {
    surface: 'panel',
    hasMenus: true,
    read: async options => {
      notes.calls.push(`read${options?.anyway ? ' anyway' : ''}`);
      return READ;
    },
    onTabChange: listener => {
      notes.changeTab = listener;
      return () => undefined;
    },
    reveal: async ({ text }, spans) => {
      notes.calls.push(`reveal ${spans.map(({ start, end }) => text.slice(start, end)).join(' | ')}`);
      return { status: 'shown', count: spans.length, marked: true };
    },
    clearMarks: async () => void notes.calls.push('clearMarks'),
    verify: async () => ({ status: 'nothing_selected', tabId: 1 }),
    onVerifyRequest: listener => {
      notes.requestVerify = listener;
      return () => undefined;
    },
    requestAccess: async () => {
      notes.calls.push('requestAccess');
      return true;
    },
    openOptions: () => void notes.calls.push('openOptions'),
    questions: { suggest: async () => [], answer: async () => [] },
    corrections: { list: async () => [], add: async () => [], undo: async () => [] },
    outside: {
      plan: () => [],
      links: () => [],
      look: async ({ source }) => ({ status: 'empty', source, asOf: '' }),
      lookAsChosen: async ({ source }) => ({ status: 'empty', source, asOf: '' }),
      stop: () => undefined,
      chosen: async () => settings.askAlways,
      choose: async () => true,
      isPrivate: false,
      search: () => undefined,
    },
    library: {
      isPrivate: false,
      look: async () => ({
        address: BRIEF.article.url!,
        rememberedAt: null,
        isChanged: false,
        isOtherEngine: false,
        changes: [],
        related: [],
      }),
      remember: async () => ({ status: 'kept' }),
      list: async () => [],
      countUnread: async () => 0,
      forget: async () => undefined,
      forgetAll: async () => undefined,
      take: async () => ({ status: 'taken', added: 0, known: 0 }),
    },
    loadView: async () => notes.view,
    saveView: async view => void (notes.view = view),
    shortcuts: {
      list: async () => [
        { does: 'Open Onix', keys: 'Alt+Shift+O' },
        { does: 'Verify the selected text', keys: '' },
      ],
      change: async () => void notes.calls.push('changeShortcuts'),
    },
    factCheckKey: { load: async () => null, save: async () => undefined },
    settings: {
      get: async () => settings,
      onChange: listener => {
        settingsListeners.add(listener);
        return () => void settingsListeners.delete(listener);
      },
      set: async patch => change(patch),
      leaveSite: async (site, isLeft) => change({ sitesOff: withOrWithout(settings.sitesOff, site, isLeft) }),
      askAlways: async (source, isAlways) =>
        change({ askAlways: withOrWithout(settings.askAlways, source, isAlways) }),
      reset: async () => change(DEFAULT_SETTINGS),
      asFile: async () => settingsFile(settings),
      import: importSettings,
    },
    report: {
      environment: { extension: '0.1.0', browser: 'Chromium 156', language: 'en' },
      isPrivate: false,
      address: detail =>
        ({ full: 'https://courier.example/local/night-ferries', host: 'courier.example', none: undefined })[
          detail
        ],
      preview: draft => preview(draft, desk),
      submit: async report => {
        const entry: OutboxEntry = { id: report.id, state: 'waiting', report };
        notes.entries = [entry, ...notes.entries];
        notes.draft = null;
        return { status: 'kept', entry };
      },
      loadDraft: async () => notes.draft,
      saveDraft: async draft => void (notes.draft = draft),
      list: async () => notes.entries,
      countUnread: async () => 0,
      remove: async id => void (notes.entries = notes.entries.filter(entry => entry.id !== id)),
      mark: async (id, state) => {
        const entry = { ...notes.entries.find(it => it.id === id)!, state };
        notes.entries = notes.entries.map(it => (it.id === id ? entry : it));
        return entry;
      },
      isSent: false,
      retry: async id => notes.entries.find(it => it.id === id)!,
      mailUrl: () => null,
      trackerUrl: () => null,
      asText: report => JSON.stringify(report),
    },
    ...overrides,
  };
  return { desk, notes };
}

function preview(draft: ReportDraft, desk: Desk): ProblemReport {
  const { words, ...item } = draft.item;
  const address = desk.report.address(draft.address);
  return {
    schema: 1,
    id: '4f1c2a90-7d3e-4b7a-9c55-0a6f2d1e8b34',
    createdAt: '2026-11-20T09:15:00.000Z',
    kind: draft.kind,
    item: draft.includeWords && words !== undefined ? { ...item, words } : item,
    message: draft.message,
    ...(address === undefined ? {} : { address }),
    environment: desk.report.environment,
  };
}
