import * as z from 'zod/mini';
import { type Brief, ClaimKind } from '../lib/brief/brief.ts';
import type { Answer, Suggestion } from '../lib/brief/answer.ts';
import type { Article } from '../lib/article/article.ts';
import type { Passage, Reading, Reveal } from '../lib/brief/reading.ts';
import type { Keeping, LibraryLook, Taking } from '../lib/library/library.ts';
import type { Remembered } from '../lib/library/remembered.ts';
import type { ClaimOf, Verification } from '../lib/verify/verification.ts';
import type { HandOver } from '../lib/report/compose.ts';
import type { Correction } from '../lib/report/corrections.ts';
import type {
  AddressDetail,
  Environment,
  OutboxEntry,
  ProblemReport,
  ReportDraft,
} from '../lib/report/report.ts';
import type { Import, Settings } from '../lib/browser/settings.ts';
import type { OutsidePlan } from '../lib/browser/outside.ts';
import type { OutsideLink } from '../lib/browser/outside-links.ts';
import type { Shortcut } from '../lib/browser/shortcuts.ts';
import type { TabChange } from '../lib/browser/tab-changes.ts';
import type { Span } from '../lib/text/span.ts';
import type { OutsideEvidence, OutsideSource } from '../lib/verify/outside.ts';

export type TabName = ViewState['tab'];
export type Grouping = ViewState['grouping'];

/** What the reader was looking at; it survives closing. Of another article (`url`) it counts for nothing. */
export const ViewState = z.object({
  url: z.string(),
  tab: z.enum(['summary', 'players', 'claims', 'next', 'ask']),
  grouping: z.enum(['reading', 'speaker']),
  speaker: z.nullable(z.string()), // a key of `speakerKey`; null: everybody
  kind: z.nullable(ClaimKind),
  disputed: z.boolean(),
  hedged: z.boolean(),
  question: z.string(), // the last one asked; empty: none
  worthChecking: z.boolean(),
  openPlayer: z.nullable(z.string()), // the id of the player whose statements are unfolded
  scrollPx: z.number(),
});
export type ViewState = z.infer<typeof ViewState>;

/** What became of a submitted report. Where it was not kept, the form keeps the reader's words on screen. */
export type Submission =
  | { readonly status: 'kept'; readonly entry: OutboxEntry }
  | { readonly status: 'not_kept'; readonly reason: 'full' | 'closed' };

/** Sources outside the device; each is asked only in the click that names it. */
export interface OutsideDesk {
  plan(brief: Brief, place: Span): readonly OutsidePlan[];
  links(brief: Brief, place: Span): readonly OutsideLink[];
  /** Asks one source what was planned; call it first thing in the click that named it. */
  look(plan: OutsidePlan, place: Span): Promise<OutsideEvidence>;
  /** Asks one source because the reader chose once that it always is; in no click, so no consent is asked for. */
  lookAsChosen(plan: OutsidePlan, place: Span): Promise<OutsideEvidence>;
  /** Calls off what is being asked. */
  stop(source: OutsideSource): void;
  /** The sources to be asked without a click; in a private window none. */
  chosen(): Promise<readonly OutsideSource[]>;
  /** Saves or withdraws that choice; first thing in a click. False: the browser's consent was refused. */
  choose(source: OutsideSource, isAlways: boolean): Promise<boolean>;
  readonly isPrivate: boolean;
  /** Searches for the words of a link with the reader's own search engine, in a tab. */
  search(words: string): void;
}

/** The articles the reader chose to remember. */
export interface LibraryDesk {
  readonly isPrivate: boolean; // a private window: nothing is written
  look(brief: Brief): Promise<LibraryLook>;
  /** Remembers the article as it is now, in place of what was remembered of it. */
  remember(brief: Brief): Promise<Keeping>;
  /** Latest first. */
  list(): Promise<Remembered[]>;
  /** How many entries are there that this version of Onix cannot read. */
  countUnread(): Promise<number>;
  forget(address: string): Promise<void>;
  forgetAll(): Promise<void>;
  /** Takes in the articles of a file that was saved here or in another browser, all of them or none. */
  take(text: string): Promise<Taking>;
}

/** Questions about the article that was read. */
export interface QuestionsDesk {
  suggest(article: Article): Promise<Suggestion[]>;
  /** Best first; empty: the article does not say. null: the tab has another text by now and must be read again. */
  answer(article: Article, question: string): Promise<Answer[] | null>;
}

/** What the reader put right for themselves; it shows at the next reading, and is kept for the article. */
export interface CorrectionsDesk {
  list(article: Article): Promise<Correction[]>;
  add(article: Article, correction: Correction): Promise<Correction[]>;
  undo(article: Article, correction: Correction): Promise<Correction[]>;
}

/** Everything a view can ask for. The views know nothing else of the browser. */
export interface Desk {
  readonly surface: 'popup' | 'panel';
  /** Whether selected text has a menu, and a keyboard its shortcuts: not in Firefox for Android. */
  readonly hasMenus: boolean;

  /** Reads the active tab; `anyway` reads a page that is no article. */
  read(options?: { anyway?: boolean }): Promise<Reading>;
  /** Calls `listener` when the window shows something else, or the page may have changed. Returns how to stop. */
  onTabChange(listener: (change: TabChange) => void): () => void;

  /**
   * Marks all passages of the article on the page and scrolls to the first *in the list's order*. Replaces earlier
   * marks.
   */
  reveal(article: Article, passages: readonly Passage[]): Promise<Reveal>;
  clearMarks(): Promise<void>;

  /** Verifies a claim of the brief, or what a right-click left waiting, else what is selected on the page. */
  verify(claim?: ClaimOf): Promise<Verification>;
  /** A right-click arrived; called at once (asynchronously) if one is already waiting. Returns how to stop. */
  onVerifyRequest(listener: () => void): () => void;

  /** Asks for the site's permission; called first thing in a click. */
  requestAccess(): Promise<boolean>;
  /** Popup only, absent where the browser has no panel; called first thing in a click. */
  openPanel?(): void;
  openOptions(): void;

  readonly questions: QuestionsDesk;
  readonly outside: OutsideDesk;
  readonly library: LibraryDesk;
  readonly corrections: CorrectionsDesk;
  readonly report: ReportDesk;
  readonly settings: SettingsDesk;
  readonly shortcuts: ShortcutsDesk;
  readonly factCheckKey: KeyDesk;

  /** As it was saved, or null; the view parses it. */
  loadView(): Promise<unknown>;
  saveView(state: ViewState): Promise<void>;
}

/** The welcome page asks for less still. */
export type WelcomeDesk = Pick<Desk, 'hasMenus' | 'settings' | 'shortcuts' | 'openOptions'>;

/** The reader's own key for the fact-check search: on this device only. */
export interface KeyDesk {
  load(): Promise<string | null>;
  save(key: string | null): Promise<void>;
}

/** The shortcuts the browser listens for anywhere. */
export interface ShortcutsDesk {
  list(): Promise<Shortcut[]>;
  /** Shows the browser's own page where they can be changed. */
  change(): Promise<void>;
}

export interface SettingsDesk {
  get(): Promise<Settings>;
  /** Calls `listener` whenever they were changed, here or in another view. Returns how to stop. */
  onChange(listener: (settings: Settings) => void): () => void;
  set(patch: Partial<Settings>): Promise<Settings>;
  /** Never looks at a site, or does so again; what another window chose meanwhile stays. */
  leaveSite(site: string, isLeft: boolean): Promise<Settings>;
  /** Asks a source at every verification, or only when its button is pressed; likewise. */
  askAlways(source: OutsideSource, isAlways: boolean): Promise<Settings>;
  /** Back to what they were after installing. */
  reset(): Promise<Settings>;
  /** The settings as a file; the key is not in it. */
  asFile(): Promise<string>;
  /** Takes the settings of such a file, all of them or none. */
  import(text: string): Promise<Import>;
}

export interface ReportDesk {
  readonly environment: Environment;
  readonly isPrivate: boolean; // a private window: reports are kept in memory only, and the form says so
  /** The address of the page as it would leave; undefined: nothing of it. */
  address(detail: AddressDetail): string | undefined;
  /** Exactly what would leave. Its id and time stay the same until it is submitted or the draft is dropped. */
  preview(draft: ReportDraft): ProblemReport;
  /** Puts what was previewed into the outbox, and drops the draft, before it resolves. */
  submit(report: ProblemReport): Promise<Submission>;
  loadDraft(): Promise<ReportDraft | null>;
  saveDraft(draft: ReportDraft | null): Promise<void>;
  /** Latest first. */
  list(): Promise<OutboxEntry[]>;
  /** How many entries are there that this version of Onix cannot read. */
  countUnread(): Promise<number>;
  remove(id: string): Promise<void>;
  /** The reader took it further ('handed_over': the tracker was opened; 'delivered': the reader says it is sent). */
  mark(id: string, state: 'handed_over' | 'delivered'): Promise<OutboxEntry>;
  /** Whether reports go to the project's endpoint by themselves; in the default build they go nowhere. */
  readonly isSent: boolean;
  /** Tries a report once more that failed or waits; call it first thing in a click. */
  retry(id: string): Promise<OutboxEntry>;
  /** A letter ready to be sent; null: the project has no mailbox and the route is not offered. */
  mailUrl(report: ProblemReport): HandOver | null;
  /** null: no tracker is configured and the route is not offered. */
  trackerUrl(report: ProblemReport): HandOver | null;
  /** For the clipboard and for a file. */
  asText(report: ProblemReport): string;
}

/** The options page needs no tab, so it gets a smaller desk. */
export type OptionsDesk = Pick<Desk, 'report' | 'settings' | 'shortcuts' | 'factCheckKey' | 'library'>;
