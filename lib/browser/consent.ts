import browser from 'webextension-polyfill';
import type { OutsideSource } from '../verify/outside.ts';

/** Firefox's own consent to data leaving the device; Chrome has none and asks for none. */
interface DataCollection {
  data_collection?: string[];
}

/** What a report holds, in Firefox's words. */
const REPORT = ['technicalAndInteraction', 'websiteContent'];

/** What a question to a source outside holds: words of the article; for the archive the page's address. */
const LOOK = { words: ['searchTerms', 'websiteContent'], address: ['browsingActivity'] };

const isFirefox = (): boolean => import.meta.env.FIREFOX;

/** Asks the reader, in the browser's own dialogue, whether reports may be sent. Call it first thing in a click. */
export const askToSend = (): Promise<boolean> => request(REPORT);

/** Whether reports may be sent. */
export const maySend = (): Promise<boolean> => holds(REPORT);

/** The same for a question to a source outside; false: the reader said no, and nothing may be asked. */
export const askToLook = (source: OutsideSource): Promise<boolean> => request(kindsOf(source));

/** Whether a source may be asked without a click, because the reader once said yes and has not taken it back. */
export const mayLook = (source: OutsideSource): Promise<boolean> => holds(kindsOf(source));

const kindsOf = (source: OutsideSource): string[] => (source === 'archive' ? LOOK.address : LOOK.words);

async function holds(kinds: string[]): Promise<boolean> {
  if (!isFirefox()) return true;
  const { data_collection: given } = (await browser.permissions.getAll()) as DataCollection;
  return kinds.every(kind => given?.includes(kind) ?? false);
}

async function request(kinds: string[]): Promise<boolean> {
  if (!isFirefox()) return true;
  const permissions: DataCollection = { data_collection: kinds };
  return browser.permissions.request(permissions as never).catch(() => false);
}
