import { clean } from './clean.ts';
import { textOf, type JsonLd, type JsonLdNode } from './json-ld.ts';
import type { Meta } from './meta.ts';
import { attributeOf, own } from './shadow.ts';
import { folded, wordsOf } from './words.ts';

/** What an article is called; '' where nobody says. */
export interface Titles {
  title: string;
  alternateTitle: string;
  headline: Element | null; // the element that shows the title
}

/** The title the page shows, else the one it declares, and another one where it has two. */
export function titlesOf(
  page: Document,
  ld: JsonLd,
  article: JsonLdNode | null,
  meta: Meta,
  siteName: string,
): Titles {
  const declared = [
    article ? textOf(ld, article, 'headline') : '',
    meta.first('og:title', 'twitter:title', 'parsely-title', 'dc.title', 'title'),
    page.querySelector('title')?.textContent ?? '',
  ]
    .map(title => withoutSite(clean(title), siteName))
    .filter(title => title !== '');
  const headline = headlineOf(page, declared);
  const shown = headline ? clean(own(headline, 'textContent') ?? '') : '';
  // a kicker above the headline belongs to it where the publisher's own title says so
  const whole = declared[0] ?? '';
  const hasKicker = shown !== '' && whole.endsWith(`: ${shown}`) && declared[1] === whole;
  const title = hasKicker ? whole : shown || whole;
  return { title, alternateTitle: declared.find(other => folded(other) !== folded(title)) ?? '', headline };
}

/**
 * The h1 that says what the page's own description says, or the only one that can be a headline. A lesser heading only
 * where it says the same as the description before any h1 does, and does not stand over the comments on it.
 */
function headlineOf(page: Document, declared: readonly string[]): Element | null {
  let best: Element | null = null;
  let bestScore = 0;
  for (const [heading, text] of headingsOf(page)) {
    const likeness = likenessOfAny(text, declared);
    const isLesser = heading.localName === 'h2' && attributeOf(heading, 'itemprop') === null;
    if (isLesser && (best || likeness < 0.8)) continue;
    const words = text.split(' ').length;
    const isPlain = heading.localName === 'h1' && words >= 3 && !heading.closest('nav, footer, aside');
    const score = likeness + (isPlain ? 0.3 : 0) + (heading.localName === 'h1' ? 0.1 : 0);
    if (score > bestScore + 0.05 && (likeness >= 0.5 || isPlain)) {
      best = heading;
      bestScore = score;
    }
  }
  return best;
}

const HEADINGS = 'h1, [itemprop~="headline"], h2:not([class*="comment"])';
const MAX_HEADINGS = 150;

/** The first headings that can be a headline by their length, with their words. */
function headingsOf(page: Document): [Element, string][] {
  const headings: [Element, string][] = [];
  const elements = page.querySelectorAll(HEADINGS);
  for (let i = 0; i < elements.length && i < MAX_HEADINGS; i += 1) {
    const element = elements[i]!;
    const text = clean(own(element, 'textContent') ?? '');
    if (text.length >= 2 && text.length <= 400 && own(element, 'localName') !== 'meta')
      headings.push([element, text]);
  }
  return headings;
}

const likenessOfAny = (text: string, titles: readonly string[]): number =>
  Math.max(0, ...titles.map(title => likenessOf(text, title)));

/** Share of words two titles have in common, 0..1. */
export function likenessOf(a: string, b: string): number {
  const left = wordsOf(a);
  const right = new Set(wordsOf(b));
  if (left.length === 0 || right.size === 0) return 0;
  const common = left.filter(word => right.has(word)).length;
  return (2 * common) / (left.length + right.size);
}

/** A title without the name of the site behind or before it. */
function withoutSite(title: string, siteName: string): string {
  const parts = title.split(/ [|–—·»:-] | ?\| ?/u);
  if (parts.length < 2) return title;
  const site = folded(siteName);
  const isSite = (part: string): boolean =>
    site !== '' && (folded(part) === site || site.includes(folded(part)));
  const last = parts.at(-1)!;
  const first = parts[0]!;
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·»:-]{1,20}$/u, '');
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|–—·»:-]+/u, '');
  return title;
}
