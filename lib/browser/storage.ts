import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { Brief, SummaryLength } from '../brief/brief.ts';
import { Correction } from '../report/corrections.ts';
import { OutboxEntry } from '../report/report.ts';
import { Span } from '../text/span.ts';

/**
 * What is stored, and where. Settings last (settings.ts, `storage.local`); what belongs to a tab or a reading
 * session lives in memory (`storage.session`) and goes with the browser. Everything read is parsed: an older or
 * broken value is replaced by the default, never trusted.
 */

/** The reader's own key for Google's fact-check search: never synced, exported or reported. */
export async function loadFactCheckKey(): Promise<string | null> {
  const { factCheckKey } = await browser.storage.local.get('factCheckKey');
  return typeof factCheckKey === 'string' && factCheckKey !== '' ? factCheckKey : null;
}

export async function saveFactCheckKey(key: string | null): Promise<void> {
  if (key) await browser.storage.local.set({ factCheckKey: key });
  else await browser.storage.local.remove('factCheckKey');
}

/** The last brief of a tab, with what verification needs beside it. */
const TabBrief = z.object({
  summaryLength: SummaryLength,
  brief: Brief,
  claimReviews: z.array(z.unknown()),
  links: z.array(z.extend(Span, { href: z.string() })),
});
export type TabBrief = z.infer<typeof TabBrief>;

const briefKey = (tabId: number) => `brief:${tabId}`;

export async function loadBrief(tabId: number): Promise<TabBrief | null> {
  return sessionItem(briefKey(tabId), TabBrief);
}

/** Keeps a tab's brief. Session memory is small: when it is full the other tabs' briefs and old answers make room. */
export async function saveBrief(tabId: number, value: TabBrief): Promise<void> {
  const item = { [briefKey(tabId)]: value };
  try {
    await browser.storage.session.set(item);
  } catch {
    const keys = Object.keys(await browser.storage.session.get(null)).filter(key =>
      /^(?:brief|outside:cache):/.test(key),
    );
    await browser.storage.session.remove(keys);
    await browser.storage.session.set(item).catch(() => undefined); // not kept: it is simply made again when asked for
  }
}

export const dropBrief = (tabId: number): Promise<void> => browser.storage.session.remove(briefKey(tabId));

/** Words the reader asked to verify, waiting for the panel of that window to open. */
const VerifyRequest = z.object({ tabId: z.int(), text: z.string() });
type VerifyRequest = z.infer<typeof VerifyRequest>;

const requestKey = (tabId: number) => `verify:${tabId}`;

export const saveVerifyRequest = (request: VerifyRequest): Promise<void> =>
  browser.storage.session.set({ [requestKey(request.tabId)]: request });

export const loadVerifyRequest = (tabId: number): Promise<VerifyRequest | null> =>
  sessionItem(requestKey(tabId), VerifyRequest);

export const dropVerifyRequest = (tabId: number): Promise<void> =>
  browser.storage.session.remove(requestKey(tabId));

/** Calls `listener` whenever a right-click leaves words to verify. Returns how to stop. */
export function onVerifyRequest(listener: (tabId: number) => void): () => void {
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    for (const [key, { newValue }] of Object.entries(changes))
      if (key.startsWith('verify:') && newValue !== undefined) listener(Number(key.slice('verify:'.length)));
  };
  const { onChanged } = browser.storage.session;
  onChanged.addListener(changed);
  return () => onChanged.removeListener(changed);
}

/** Reports made in private windows: in memory only. */
const PrivateReports = z.array(OutboxEntry);

export const loadPrivateReports = async (): Promise<OutboxEntry[]> =>
  (await sessionItem('privateReports', PrivateReports)) ?? [];

export const savePrivateReports = (entries: OutboxEntry[]): Promise<void> =>
  browser.storage.session.set({ privateReports: entries });

/** Corrections made in private windows, by article: in memory only. */
const PrivateCorrections = z.array(Correction);
const correctionsItem = (key: string) => `corrections:${key}`;

export const loadPrivateCorrections = async (key: string): Promise<Correction[]> =>
  (await sessionItem(correctionsItem(key), PrivateCorrections)) ?? [];

export const savePrivateCorrections = (key: string, corrections: Correction[]): Promise<void> =>
  browser.storage.session.set({ [correctionsItem(key)]: corrections });

/** Says that something of a private window is in memory. */
export const notePrivate = (): Promise<void> => browser.storage.session.set({ private: true });

export const isPrivateNoted = async (): Promise<boolean> =>
  (await sessionItem('private', z.boolean())) ?? false;

/**
 * Forgets what was written in private windows, and with it what does not tell where it was written: how the views
 * were left and what other places answered. Briefs go with their tabs.
 */
export async function dropPrivate(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null)).filter(key =>
    /^(?:private$|privateReports$|draft$|corrections:|view:|outside:cache:)/.test(key),
  );
  await browser.storage.session.remove(keys);
}

/** Where a view was left: opaque here, the view parses it. */
export const loadView = (key: string): Promise<unknown> => sessionItem(`view:${key}`, z.unknown());
export const saveView = (key: string, state: unknown): Promise<void> =>
  browser.storage.session.set({ [`view:${key}`]: state });

async function sessionItem<T>(key: string, schema: z.ZodMiniType<T>): Promise<T | null> {
  const value = (await browser.storage.session.get(key))[key];
  const parsed = schema.safeParse(value);
  return value !== undefined && parsed.success ? parsed.data : null;
}
