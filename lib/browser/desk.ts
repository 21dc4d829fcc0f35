import browser from 'webextension-polyfill';
import type { Tabs } from 'webextension-polyfill';
import type { Article } from '../article/article.ts';
import { type Answer, QUESTION_MAX, type Suggestion } from '../brief/answer.ts';
import type { Brief } from '../brief/brief.ts';
import type { Passage, Reading, Reveal } from '../brief/reading.ts';
import { claimKey, Correction } from '../report/corrections.ts';
import { articleAddress } from '../text/address.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { ClaimOf, ShownClaim, Verification } from '../verify/verification.ts';
import { requestAccess } from './access.ts';
import { changeCorrections, loadCorrections } from './corrections.ts';
import { environment } from './environment.ts';
import {
  countUnreadArticles,
  forget,
  forgetAll,
  listRemembered,
  lookInLibrary,
  remember,
  takeArticles,
} from './library.ts';
import { hasMenus } from './menus.ts';
import { ask, tell } from './messages.ts';
import { openOutsideDesk } from './outside-desk.ts';
import { hasPanel, openPanel } from './panel.ts';
import { openReportDesk } from './report-desk.ts';
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
import { onTabChange, type TabChange } from './tab-changes.ts';

type Surface = 'popup' | 'panel';

/** A view's tab: the one it was opened for (`?tab=`, a view in its own tab), else the active one of its window. */
async function currentTab(): Promise<Tabs.Tab | null> {
  const wanted = Number(new URLSearchParams(location.search).get('tab'));
  if (wanted > 0) return browser.tabs.get(wanted).catch(() => null);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** Everything a view can ask for, for the tab it is about; components/desk.ts says what each thing is. */
export async function openDesk(surface: Surface) {
  let tab = await currentTab();
  const windowId = tab?.windowId;
  const tabId = () => tab?.id ?? -1;
  let hasKey = false; // known once something is verified: only then is it asked for
  // Every view begins by reading; the page is read while the view is being made.
  let early = tab?.id === undefined ? null : ask('readTab', { tabId: tab.id, anyway: false });
  early?.catch(() => undefined); // told to whoever takes it up
  const options = await openOptionsDesk(() => tab);
  const { isPrivate } = options.report;

  return {
    ...options,
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
    onVerifyRequest,

    outside: openOutsideDesk({ tabId, hasKey: () => hasKey, isPrivate }),

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

    corrections: correctionsDesk(isPrivate, () => tell('reread', { tabId: tabId() })),

    loadView: () => storage.loadView(surface),
    saveView: (state: unknown) => storage.saveView(surface, state),
  };
}

function asShown({ article, claim }: ClaimOf): ShownClaim {
  return { start: claim.content[0]!.start, words: claimKey(article.text, claim) };
}

/** Whatever is waiting for the tab that is shown, or arrives for it. */
function onVerifyRequest(listener: () => void): () => void {
  const hear = async (requested?: number) => {
    const id = (await currentTab())?.id;
    if (id === undefined) return;
    if (requested === undefined ? await storage.loadVerifyRequest(id) : requested === id) listener();
  };
  const hearIfAny = (requested?: number) => void hear(requested).catch(() => undefined); // where that cannot be told there is none
  hearIfAny();
  return storage.onVerifyRequest(hearIfAny);
}

/** What the reader corrects in an article shows at the next `read`; `onChange` lets other views do that. */
function correctionsDesk(isPrivate: boolean, onChange: () => void) {
  const textOf = (correction: Correction) => JSON.stringify(Correction.parse(correction));
  const without = (known: Correction[], one: Correction) => known.filter(it => textOf(it) !== textOf(one));
  const change = async (article: Article, to: (known: Correction[]) => Correction[]) => {
    const changed = await changeCorrections(article, isPrivate, to);
    onChange();
    return changed;
  };
  return {
    list: (article: Article) => loadCorrections(articleAddress(article), isPrivate),
    add: (article: Article, correction: Correction) =>
      change(article, known => [...without(known, correction), correction]),
    undo: (article: Article, correction: Correction) => change(article, known => without(known, correction)),
  };
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

/** What the options page needs: settings, reports and the library, no tab. */
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
      take: (text: string) => takeArticles(text, { isPrivate }),
    },
    report: openReportDesk({
      environment: await environment(),
      isPrivate,
      pageUrl: () => tab()?.url,
    }),
  };
}
