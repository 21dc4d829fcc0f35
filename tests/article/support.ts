import { JSDOM, VirtualConsole } from 'jsdom';

/** A page as the command line sees it: parsed after the HTML standard, nothing run, nothing loaded. */
export function pageOf(html: string, url = 'https://example.test/'): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}
