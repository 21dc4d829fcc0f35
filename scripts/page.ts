import { JSDOM, VirtualConsole } from 'jsdom';

/** The parser wants an address where none is known; `.invalid` is reserved and resolves nowhere. */
const NO_ADDRESS = 'https://page.invalid/';

/**
 * Parses HTML by the HTML standard into a Document and hands it to `use`; no script runs and nothing is fetched.
 * The window is closed afterwards, so memory does not grow over many pages. An address that is not known is `''`.
 */
export function withPage<Result>(
  html: string,
  url: string | undefined,
  use: (page: Document, url: string) => Result,
): Result {
  const address = url && URL.canParse(url) && /^https?:/i.test(url) ? url : '';
  const { window } = new JSDOM(html, { url: address || NO_ADDRESS, virtualConsole: new VirtualConsole() });
  try {
    return use(window.document, address);
  } finally {
    window.close();
  }
}
