import type { Browser } from 'puppeteer-core';
import { GECKO_ID } from '../../scripts/gecko-id.ts';

/** What Firefox answers to `script.evaluate`. */
type Evaluated =
  | { type: 'success'; result: { type: string; value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** Puppeteer's own connection to Firefox; it has no public name for it. */
interface BidiBrowser {
  connection: { send: (method: string, params: object) => Promise<{ result: unknown }> };
}

/** Firefox's own window, where toolbar, menus and sidebar live: the reader's hands on the browser. */
export interface GeckoWindow {
  /** Evaluates an expression in the browser's window; promises are awaited, the value comes back as JSON. */
  evaluate: (expression: string) => Promise<unknown>;
  /** A BiDi command that puppeteer has no name for. */
  send: (method: string, params: object) => Promise<unknown>;
}

/** Needs the browser to be started with `--remote-allow-system-access`. */
export async function geckoWindow(browser: Browser): Promise<GeckoWindow> {
  const { connection } = browser as unknown as BidiBrowser;
  const send = async (method: string, params: object) => (await connection.send(method, params)).result;
  const tree = (await send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })) as {
    contexts: { context: string; url: string }[];
  };
  const window = tree.contexts.findLast(({ url }) => url.endsWith('browser.xhtml'));
  if (!window) throw new Error('Firefox shows no window');
  const evaluate = async (expression: string) => {
    const answer = (await send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      awaitPromise: true,
      target: { context: window.context },
    })) as Evaluated;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    const { value } = answer.result;
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : undefined;
  };
  return { evaluate, send };
}

/** The extension as Firefox knows it, in the browser's window. */
export const EXTENSION = `WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension`;

/** How Firefox writes the id where it names menu items and sidebars. */
export const WIDGET_ID = GECKO_ID.replaceAll(/[^\w-]/g, '_');
