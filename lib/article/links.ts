import type { Span } from '../text/span.ts';

/** A link in the article's body, by the words it is set on; http(s) only. */
export interface Link extends Span {
  href: string;
}

/** The most that is handed over with an article; an honest one has fewer. */
export const MAX_LINKS = 300;
/** A longer address says more than where it leads, and is left out. */
export const MAX_HREF = 2_048; // UTF-16 units

/** Where a link leads, for a page at `base` (none known: undefined); null where that is no web page. */
export function webAddress(href: string, base: string | undefined): string | null {
  try {
    const address = new URL(href, base);
    return /^https?:$/u.test(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

/** The links of an article that fit. */
export const boundLinks = (links: readonly Link[]): Link[] =>
  links.filter(({ href }) => href.length <= MAX_HREF).slice(0, MAX_LINKS);
