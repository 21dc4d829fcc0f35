import { isAside } from './aside.ts';
import { clean } from './clean.ts';
import { textOf, type JsonLd, type JsonLdNode } from './json-ld.ts';
import type { Meta } from './meta.ts';
import { attributeOf, own } from './shadow.ts';
import { dateInAddress, shownDate } from './shown-date.ts';
import type { Work } from '../work.ts';

/** When the article was published: as the publisher declares it, else as the page or its address shows it; '': unknown. */
export function* publishedOf(
  page: Document,
  url: string,
  ld: JsonLd,
  article: JsonLdNode | null,
  meta: Meta,
  headline: Element | null,
): Work<string> {
  return yield* firstTime(
    () => (article ? textOf(ld, article, 'datePublished') : ''),
    () =>
      meta.first(
        'article:published_time',
        'article:published',
        'og:published_time',
        'parsely-pub-date',
        'datepublished',
      ),
    () => declaredAt(page, '[itemprop~="datePublished"]'),
    () =>
      meta.first(
        'sailthru.date',
        'dcterms.created',
        'dc.date.issued',
        'dc.date',
        'dcterms.date',
        'pubdate',
        'publish-date',
        'publishdate',
        'date',
      ),
    () => (article ? textOf(ld, article, 'dateCreated') : ''),
    () => declaredAt(page, 'time[pubdate], article time[datetime], main time[datetime], time[datetime]'),
    () => shownTime(page, headline),
    () => dateInAddress(url),
  );
}

const DATES =
  'time, [class*="date" i], [class*="published" i], [class*="timestamp" i], [class*="meta" i], [class*="byline" i], [id*="date" i]';

/** The first day the page shows where pages show it. */
function shownTime(page: Document, headline: Element | null): string {
  const elements = page.querySelectorAll(DATES);
  for (let i = 0; i < elements.length && i < 60; i += 1) {
    const element = elements[i]!;
    const text = own(element, 'textContent') ?? '';
    if (text.length > 400 || isAside(element, headline)) continue;
    const date = shownDate(clean(text));
    if (date) return date;
  }
  return '';
}

/** When it was changed last, by the publisher's word alone; '': unknown. */
export function* modifiedOf(
  page: Document,
  ld: JsonLd,
  article: JsonLdNode | null,
  meta: Meta,
): Work<string> {
  return yield* firstTime(
    () => (article ? textOf(ld, article, 'dateModified') : ''),
    () =>
      meta.first(
        'article:modified_time',
        'article:modified',
        'og:updated_time',
        'datemodified',
        'last-modified',
        'dcterms.modified',
      ),
    () => declaredAt(page, '[itemprop~="dateModified"]'),
  );
}

function declaredAt(page: Document, selector: string): string {
  const element = page.querySelector(selector);
  if (!element) return '';
  return (
    attributeOf(element, 'datetime') ?? attributeOf(element, 'content') ?? own(element, 'textContent') ?? ''
  );
}

function* firstTime(...sources: (() => string)[]): Work<string> {
  for (const source of sources) {
    yield;
    const text = source();
    const time = isoTime(text) || shownDate(text.trim());
    if (time) return time;
  }
  return '';
}

/** A time as ISO 8601, as precise as the page has it: a day stays a day, a time without a zone gets none. */
export function isoTime(raw: string): string {
  const text = raw.trim();
  const iso =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ]{1,2}(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i.exec(
      text,
    );
  if (!iso) return '';
  const [, year, month, day, hour, minute, second, zone] = iso;
  const date = `${year}-${month}-${day}`;
  if (Number.isNaN(Date.parse(date)) || Number(year) < 1900) return '';
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second ?? '00'}${zoneOf(zone)}`;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (/^[+-]/u.test(zone)) return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return 'Z';
}
