import { isOfSite } from '../text/address.ts';
import type { ReaderOrder } from './reader.ts';

/**
 * The browser as page scripts need it: they only send and answer, and stay small, so neither the polyfill nor Zod
 * comes with them. Both browsers answer promises under the name they know.
 */
interface PageApi {
  runtime: {
    sendMessage(message: object): Promise<unknown>;
    onMessage: {
      addListener(
        listener: (
          order: ReaderOrder,
          sender: object,
          reply: (answer: unknown) => void,
        ) => boolean | undefined,
      ): void;
    };
  };
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
}

/** Read off the global object: a bare `browser` would make the bundler bring the polyfill along. */
const { browser, chrome } = globalThis as { browser?: PageApi; chrome?: PageApi };
const api = (browser ?? chrome) as PageApi;

/** Tells the background whether this page is a news article. After an update nobody listens: that is no error. */
export async function tellLooked(isNews: boolean): Promise<void> {
  try {
    await api.runtime.sendMessage({ verb: 'pageLooked', body: { isNews } });
  } catch {
    // Chromium throws it before there is a promise
  }
}

/** Whether the reader wants this site looked at. Reads leniently: what is not understood counts as unset. */
export async function isLookingWanted(host: string): Promise<boolean> {
  const { settings } = await api.storage.local.get('settings');
  const { detect, sitesOff } = (settings ?? {}) as { detect?: unknown; sitesOff?: unknown };
  return (
    detect !== false && !(Array.isArray(sitesOff) && sitesOff.some(site => isOfSite(host, String(site))))
  );
}

/** Answers the background's orders. Only our own extension can send them. */
export function answerOrders(handle: (order: ReaderOrder) => Promise<unknown>): void {
  api.runtime.onMessage.addListener((order, _sender, reply) => {
    // The packaged sample page hears what the views ask of the background as well.
    if (typeof order.order !== 'string') return undefined;
    handle(order).then(reply, (error: unknown) => {
      reply(undefined);
      throw error;
    });
    return true; // the answer comes later
  });
}
