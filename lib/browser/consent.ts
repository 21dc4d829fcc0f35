import browser from 'webextension-polyfill';

/** Firefox's own consent to data leaving the device; Chrome has none and asks for none. */
interface DataCollection {
  data_collection?: string[];
}

/** What a report holds, in Firefox's words. */
const NEEDED = ['technicalAndInteraction', 'websiteContent'];

const isFirefox = (): boolean => import.meta.env.FIREFOX;

/** Asks the reader, in the browser's own dialogue, whether reports may be sent. Call it first thing in a click. */
export async function askToSend(): Promise<void> {
  if (!isFirefox()) return;
  const permissions: DataCollection = { data_collection: NEEDED };
  await browser.permissions.request(permissions as never).catch(() => false); // asked again at the next report
}

/** Whether reports may be sent. */
export async function maySend(): Promise<boolean> {
  if (!isFirefox()) return true;
  const { data_collection: given } = (await browser.permissions.getAll()) as DataCollection;
  return NEEDED.every(kind => given?.includes(kind) ?? false);
}
