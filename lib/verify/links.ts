import type { Link } from '../article/links.ts';
import { overlaps } from '../text/span.ts';
import type { Span } from '../text/span.ts';

/** The links a passage sets, but not those to other places of the same page; each page once. */
export function linksIn(links: readonly Link[], passage: Span, address: string | undefined): Link[] {
  const seen = new Set([pageOf(address ?? '')]);
  return links.filter(link => {
    const page = pageOf(link.href);
    const isNew = page !== '' && !seen.has(page) && overlaps(link, passage);
    if (isNew) seen.add(page);
    return isNew;
  });
}

/** An address without its fragment; "" if it is no web page. */
function pageOf(href: string): string {
  if (!URL.canParse(href)) return '';
  const url = new URL(href);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url.href : '';
}
