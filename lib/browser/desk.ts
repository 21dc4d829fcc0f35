import browser from 'webextension-polyfill';
import type { Tabs } from 'webextension-polyfill';
import { bugs } from '../../package.json';
import type { Article } from '../article/article.ts';
import { type Answer, QUESTION_MAX, type Suggestion } from '../brief/answer.ts';
import type { Brief, Claim } from '../brief/brief.ts';
import type { Passage, Reading, Reveal } from '../brief/reading.ts';
import type { ShownClaim, Verification } from '../verify/verification.ts';
import { newEntry } from '../report/outbox.ts';
import { composeReport, mailUrl, reportText, trackerUrl, trimAddress } from '../report/compose.ts';
import type {
  AddressDetail,
  Environment,
  OutboxEntry,
  ProblemReport,
  ReportDraft,
} from '../report/report.ts';
import { articleAddress, withoutHash } from '../text/address.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { Span } from '../text/span.ts';
import { claimKey, type Correction } from '../report/corrections.ts';
import { askToLook, askToSend, mayLook } from './consent.ts';
import { loadCorrections, saveCorrections } from './corrections.ts';
import { REPORT_ENDPOINT, scheduleDelivery } from './delivery.ts';
import { loadDraft, saveDraft } from './draft.ts';
import type { OutsideEvidence, OutsideSource } from '../verify/outside.ts';
import {
  countUnreadArticles,
  forget,
  forgetAll,
  listRemembered,
  lookInLibrary,
  remember,
} from './library.ts';
import { hasMenus } from './menus.ts';
import { ask } from './messages.ts';
import { countUnreadReports, listReports, putReport, removeReport } from './outbox.ts';
import { linksOut, planOutside, searchPhrase } from './outside.ts';
import { hasPanel, openPanel } from './panel.ts';
import { originPattern } from './reader.ts';
import {
  askAlways,
  importSettings,
  leaveSite,
  loadSettings,
  onSettings,
  resetSettings,
  saveSettings,
  settingsFile,
} from './settings.ts';
import { changeShortcuts, listShortcuts } from './shortcuts.ts';
import * as storage from './storage.ts';
import { inTurn } from './turns.ts';

type Surface = 'popup' | 'panel';

/** A claim, and the article it is of. */
interface ClaimOf {
  readonly article: Article;
  readonly claim: Claim;
}

/** A source, and what the reader was told it is sent. */
interface Planned {
  readonly source: OutsideSource;
  readonly sends: readonly string[];
}

/** A view's tab: the one it was opened for (`?tab=`, a view in its own tab), else the active one of its window. */
async function currentTab(): Promise<Tabs.Tab | null> {
  const wanted = Number(new URLSearchParams(location.search).get('tab'));
  if (wanted > 0) return browser.tabs.get(wanted).catch(() => null);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** Everything a view can ask for, for the tab it is about. */
export async function openDesk(surface: Surface) {
  let tab = await currentTab();
  const windowId = tab?.windowId;
  const tabId = () => tab?.id ?? -1;
  let hasKey = false; // known once something is verified: only then is it asked for
  // Every view begins by reading; the page is read while the view is being made.
  let early = tab?.id === undefined ? null : ask('readTab', { tabId: tab.id, anyway: false });
  early?.catch(() => undefined); // told to whoever takes it up

  return {
    surface,
    hasMenus: hasMenus(),

    async read({ anyway = false } = {}): Promise<Reading> {
      const [begun, before] = [early, tab?.id];
      early = null;
      tab = await currentTab();
      if (tab?.id === undefined) return { status: 'unreadable', tabId: -1, reason: 'closed' };
      if (begun && !anyway && tab.id === before) return begun;
      return ask('readTab', { tabId: tab.id, anyway });
    },
    onTabChange: (listener: (change: TabChange) => void) => onTabChange(() => tab, windowId, listener),

    reveal: ({ text }: Article, passages: readonly Passage[]): Promise<Reveal> => {
      const places = passages.map(place => ({ ...place, words: text.slice(place.start, place.end) }));
      return ask('reveal', { tabId: tabId(), places });
    },
    async clearMarks(): Promise<void> {
      await ask('clearMarks', { tabId: tabId() });
    },

    questions: {
      suggest: ({ text }: Article): Promise<Suggestion[]> =>
        ask('suggestQuestions', { tabId: tabId(), fingerprint: fingerprint(text) }),
      answer: ({ text }: Article, question: string): Promise<Answer[] | null> =>
        ask('answerQuestion', {
          tabId: tabId(),
          fingerprint: fingerprint(text),
          question: question.slice(0, QUESTION_MAX),
        }),
    },

    async verify(of?: ClaimOf): Promise<Verification> {
      tab = await currentTab();
      hasKey = (await storage.loadFactCheckKey()) !== null;
      return ask('verifySelection', { tabId: tabId(), ...(of && { claim: asShown(of) }) });
    },
    onVerifyRequest(listener: () => void): () => void {
      void currentTab()
        .then(current => (current?.id === undefined ? null : storage.loadVerifyRequest(current.id)))
        .then(waiting => waiting && listener());
      return storage.onVerifyRequest(requested => {
        void currentTab().then(current => current?.id === requested && listener());
      });
    },

    outside: {
      plan: (brief: Brief, place: Span) => planOutside(brief, place, hasKey),
      links: linksOut,
      /** Asks one source; call it in the click that named it. */
      look: ({ source, sends }: Planned, place: Span): Promise<OutsideEvidence> => {
        const consent = askToLook(source); // first: the browser asks only inside the click
        return consent.then(given =>
          given
            ? ask('lookOutside', { tabId: tabId(), source, place, sends: [...sends] })
            : { status: 'not_measured', source, reason: 'aborted' },
        );
      },
      lookAsChosen: async ({ source, sends }: Planned, place: Span): Promise<OutsideEvidence> =>
        (await mayLook(source))
          ? ask('lookOutside', { tabId: tabId(), source, place, sends: [...sends] })
          : { status: 'not_measured', source, reason: 'no_permission' },
      stop: (source: OutsideSource) =>
        void ask('stopLooking', { tabId: tabId(), source }).catch(() => undefined), // a worker that has gone asks nothing
      chosen: async () => (tab?.incognito ? [] : (await loadSettings()).askAlways),
      choose: (source: OutsideSource, isAlways: boolean): Promise<boolean> => {
        const consent = isAlways ? askToLook(source) : Promise.resolve(true); // first: the browser asks only inside the click
        return consent.then(given => given && askAlways(source, isAlways).then(() => true));
      },
      isPrivate: tab?.incognito ?? false,
      search: searchPhrase,
    },

    requestAccess: (): Promise<boolean> => requestAccess(tab?.url),
    ...(surface === 'popup' && hasPanel() && windowId !== undefined
      ? {
          openPanel: () => {
            openPanel(windowId);
            globalThis.close();
          },
        }
      : {}),
    openOptions,

    ...(await openOptionsDesk(() => tab)),

    /** What the reader corrects in an article shows at the next `read`. */
    corrections: {
      list: (article: Article) => corrections(article, tab?.incognito ?? false, known => known),
      add: (article: Article, correction: Correction) =>
        corrections(article, tab?.incognito ?? false, known => [...known, correction]),
      undo: (article: Article, index: number) =>
        corrections(article, tab?.incognito ?? false, known => known.toSpliced(index, 1)),
    },

    loadView: () => storage.loadView(surface),
    saveView: (state: unknown) => storage.saveView(surface, state),
  };
}

function asShown({ article, claim }: ClaimOf): ShownClaim {
  return { start: claim.content[0]!.start, words: claimKey(article.text, claim) };
}

/** Changes the corrections of an article and answers them as they now are; an article without address has none. */
async function corrections(
  article: Article,
  isPrivate: boolean,
  change: (known: Correction[]) => Correction[],
): Promise<Correction[]> {
  const address = articleAddress(article);
  if (address === null) return [];
  return inTurn('corrections', async () => {
    const known = await loadCorrections(address, isPrivate);
    const changed = change(known);
    if (changed !== known) await saveCorrections(address, changed, isPrivate);
    return changed;
  });
}

const settingsDesk = {
  get: loadSettings,
  onChange: onSettings,
  set: saveSettings,
  leaveSite,
  askAlways,
  reset: resetSettings,
  asFile: async () => settingsFile(await loadSettings()),
  import: importSettings,
};

const shortcutsDesk = { list: listShortcuts, change: changeShortcuts };

const openOptions = () => void browser.runtime.openOptionsPage();

/** What the welcome page needs: settings and shortcuts alone. */
export function openWelcomeDesk() {
  return { hasMenus: hasMenus(), settings: settingsDesk, shortcuts: shortcutsDesk, openOptions };
}

/** What the options page needs: settings and reports, no tab. */
export async function openOptionsDesk(tab: () => Tabs.Tab | null = () => null) {
  const isPrivate = tab()?.incognito ?? browser.extension.inIncognitoContext ?? false;
  return {
    settings: settingsDesk,
    shortcuts: shortcutsDesk,
    factCheckKey: { load: storage.loadFactCheckKey, save: storage.saveFactCheckKey },
    library: {
      isPrivate,
      look: lookInLibrary,
      remember: (brief: Brief) => remember(brief, { isPrivate }),
      list: listRemembered,
      countUnread: countUnreadArticles,
      forget,
      forgetAll,
    },
    report: reportDesk(await environment(), isPrivate, () => tab()?.url),
  };
}

function reportDesk(environment: Environment, isPrivate: boolean, pageUrl: () => string | undefined) {
  // The id and time of what is being previewed stay until it is submitted or dropped.
  let pending = newIdentity();
  const isSent = REPORT_ENDPOINT !== '' && !isPrivate; // what is written in a private window stays the reader's to hand over
  const put = isPrivate ? putPrivate : putReport;
  const list = isPrivate ? storage.loadPrivateReports : listReports;

  return {
    environment,
    isPrivate,
    address: (detail: AddressDetail) => trimAddress(pageUrl(), detail),
    preview: (draft: ReportDraft): ProblemReport =>
      composeReport(draft, { ...pending, environment, pageUrl: pageUrl() }),
    async submit(report: ProblemReport) {
      const consent = isSent ? askToSend() : null; // first: the browser asks only inside the click
      const entry = newEntry(report);
      try {
        await put(entry);
      } catch (error) {
        const full = error instanceof DOMException && error.name === 'QuotaExceededError';
        return { status: 'not_kept' as const, reason: full ? ('full' as const) : ('closed' as const) };
      }
      pending = newIdentity();
      await saveDraft(null, isPrivate).catch(() => undefined); // kept is kept; a stale draft is only untidy
      if (isSent) void consent?.then(deliver);
      return { status: 'kept' as const, entry };
    },
    loadDraft: () => loadDraft(isPrivate),
    async saveDraft(draft: ReportDraft | null): Promise<void> {
      if (!draft) pending = newIdentity();
      // The reader may come back to it from another page: it stays about the one it was begun on.
      const begunOn = draft?.pageUrl ?? trimAddress(pageUrl(), 'full');
      await saveDraft(draft && { ...draft, ...(begunOn && { pageUrl: begunOn }) }, isPrivate);
    },
    list,
    countUnread: isPrivate ? () => Promise.resolve(0) : countUnreadReports,
    remove: (id: string) => (isPrivate ? removePrivate(id) : removeReport(id)),
    async mark(id: string, state: 'handed_over' | 'delivered'): Promise<OutboxEntry> {
      const entry = (await list()).find(known => known.id === id);
      if (!entry) throw new Error(`No report ${id}`);
      const marked = { ...entry, state };
      await put(marked);
      return marked;
    },
    /** Tries a report once more that had failed or waits for its turn. */
    async retry(id: string): Promise<OutboxEntry> {
      const consent = askToSend();
      const entry = (await list()).find(known => known.id === id);
      if (!entry) throw new Error(`No report ${id}`);
      await put(newEntry(entry.report));
      await consent;
      await deliver();
      return (await list()).find(known => known.id === id) ?? entry;
    },
    /** Whether reports go to the project's endpoint by themselves. */
    isSent,
    mailUrl: (report: ProblemReport) => mailUrl(bugs.email, report),
    trackerUrl: (report: ProblemReport) => trackerUrl(bugs.url, report),
    asText: reportText,
  };
}

/** Sets the alarm before asking, so that a background that dies is woken for it again. */
async function deliver(): Promise<void> {
  await scheduleDelivery().catch(() => undefined); // then what is asked here, or the next start, does it
  await ask('deliverReports', {}).catch(() => undefined); // the alarm will do it
}

const newIdentity = () => ({ id: crypto.randomUUID(), createdAt: new Date().toISOString() });

async function putPrivate(entry: OutboxEntry): Promise<void> {
  const others = (await storage.loadPrivateReports()).filter(known => known.id !== entry.id);
  await storage.savePrivateReports([entry, ...others]);
}

async function removePrivate(id: string): Promise<void> {
  await storage.savePrivateReports((await storage.loadPrivateReports()).filter(entry => entry.id !== id));
}

async function environment(): Promise<Environment> {
  return {
    extension: browser.runtime.getManifest().version,
    browser: await browserName(),
    language: browser.i18n.getUILanguage(),
  };
}

/** Name and main version; Firefox tells, Chromium puts it into its brands. */
async function browserName(): Promise<string> {
  const info = await browser.runtime.getBrowserInfo?.().catch(() => null);
  if (info) return `${info.name} ${info.version}`;
  return /(?:Edg|Chrome|Chromium)\/\d+/.exec(navigator.userAgent)?.[0].replace('/', ' ') ?? 'unknown';
}

/** Asks for the page's own site, or for every site where the browser hides the address. Must run inside a click. */
function requestAccess(url: string | undefined): Promise<boolean> {
  const origins = url && /^https?:/.test(url) ? [originPattern(url)] : ['http://*/*', 'https://*/*'];
  return browser.permissions.request({ origins });
}

/** As components/desk.ts tells them apart. */
type TabChange = 'tab' | 'address' | 'content';

/**
 * Calls back when the window shows another tab, or its tab another page, or a page has come in or renamed itself, or
 * the settings have changed. What other windows do is not its business.
 */
function onTabChange(
  current: () => Tabs.Tab | null,
  ownWindow: number | undefined,
  listener: (change: TabChange) => void,
): () => void {
  const activated = ({ windowId }: Tabs.OnActivatedActiveInfoType) => {
    if (windowId === ownWindow) listener('tab');
  };
  const updated = (id: number, { status, title, url }: Tabs.OnUpdatedChangeInfoType) => {
    if (id !== current()?.id) return;
    const isOther = url !== undefined && withoutHash(url) !== withoutHash(current()?.url ?? '');
    if (isOther) listener('address');
    else if (status === 'complete' || title !== undefined || url !== undefined) listener('content');
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  const stop = onSettings(() => listener('content')); // of the same page another summary, perhaps
  return () => {
    stop();
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
