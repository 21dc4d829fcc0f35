import { isAside } from './aside.ts';
import { bylineOf } from './byline.ts';
import { clean } from './clean.ts';
import { readMeta, type Meta } from './meta.ts';
import { attributeOf, own } from './shadow.ts';
import { dateInAddress, shownDate } from './shown-date.ts';
import { folded, wordsOf } from './words.ts';
import type { Article, ArticleType } from './article.ts';
import { isNode, readJsonLd, textOf, typesOf, valuesOf, type JsonLd, type JsonLdNode } from './json-ld.ts';

/** What a page says about its article, apart from the text itself. */
export interface Metadata {
  readonly title: string;
  readonly alternateTitle: string;
  readonly headline: Element | null; // the element that shows the title
  readonly byline: string[];
  readonly publishedTime: string;
  readonly modifiedTime: string;
  readonly siteName: string;
  readonly section: string;
  readonly language: string;
  readonly type: ArticleType;
  readonly canonicalUrl: string;
  readonly description: string;
  readonly isPaywalled: boolean; // by the publisher's own word
  readonly declaredChars: number; // length of the whole article by the publisher's own word, 0 if not said
  readonly claimReviews: readonly unknown[];
}

const MAX_CLAIM_REVIEWS = 20;

/** Reads the metadata of `page`, which was loaded from `url`. */
export function readMetadata(page: Document, url: string): Metadata {
  const ld = readJsonLd(page);
  const meta = readMeta(page);
  const canonicalUrl = canonicalOf(page, meta, url);
  const article = articleNode(ld, canonicalUrl, url);
  const siteName = siteNameOf(page, ld, article, meta);
  const titles = titlesOf(page, ld, article, meta, siteName);
  const section = sectionOf(ld, article, meta);
  return {
    ...titles,
    byline: bylineOf(page, ld, article, meta, { siteName, url, headline: titles.headline }),
    publishedTime: publishedOf(page, url, ld, article, meta, titles.headline),
    modifiedTime: modifiedOf(page, ld, article, meta),
    siteName,
    section,
    language: languageOf(page, ld, article, meta),
    type: typeOf(ld, article, meta, section, url, titles),
    canonicalUrl,
    description: clean(meta.first('og:description', 'description', 'twitter:description')),
    isPaywalled: isPaywalled(article, meta),
    declaredChars: declaredChars(article),
    claimReviews: ld.nodes.filter(node => typesOf(node).includes('ClaimReview')).slice(0, MAX_CLAIM_REVIEWS),
  };
}

/** The metadata as the article carries it: what is unknown is left out. */
export function articleFields(
  metadata: Metadata,
  url: string,
): Omit<Article, 'text' | 'blocks' | 'captions'> {
  const { title, alternateTitle, byline, publishedTime, modifiedTime, siteName, section, language, type } =
    metadata;
  return {
    ...(url && { url }),
    ...(metadata.canonicalUrl && { canonicalUrl: metadata.canonicalUrl }),
    ...(siteName && { siteName }),
    title,
    ...(alternateTitle && alternateTitle !== title && { alternateTitle }),
    ...(section && { section }),
    ...(byline.length > 0 && { byline }),
    ...(publishedTime && { publishedTime }),
    ...(modifiedTime && { modifiedTime }),
    language,
    type,
  };
}

// ---- which of the described things is this page's article ----

const ARTICLE_TYPE =
  /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|SatiricalArticle|AdvertiserContentArticle|ScholarlyArticle|TechArticle|SocialMediaPosting|Review)$/u;

function articleNode(ld: JsonLd, ...addresses: string[]): JsonLdNode | null {
  const articles = ld.nodes.filter(node => typesOf(node).some(type => ARTICLE_TYPE.test(type)));
  const here = new Set(addresses.map(bareAddress).filter(address => address !== ''));
  const own = articles.filter(node =>
    [
      textOf(ld, node, 'url'),
      textOf(ld, node, '@id'),
      ...valuesOf(ld, node, 'mainEntityOfPage').map(addressOf),
    ].some(address => here.has(bareAddress(address))),
  );
  const described = (node: JsonLdNode): number =>
    Number(node['headline'] !== undefined) +
    Number(node['datePublished'] !== undefined) +
    Number(node['author'] !== undefined);
  const best = (nodes: readonly JsonLdNode[]): JsonLdNode | null =>
    nodes.reduce<JsonLdNode | null>((a, b) => (a && described(a) >= described(b) ? a : b), null);
  return best(own) ?? (articles.length <= 2 ? best(articles) : null);
}

function addressOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isNode(value)) return '';
  const address = value['@id'] ?? value['url'];
  return typeof address === 'string' ? address : '';
}

/** An address without what does not tell pages apart. */
function bareAddress(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, '')
    .replace(/[?#].*$/su, '')
    .replace(/\/$/u, '');
}

function canonicalOf(page: Document, meta: Meta, url: string): string {
  const link = page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? meta.first('og:url');
  if (!link) return '';
  try {
    const address = new URL(link, url || undefined);
    return /^https?:$/u.test(address.protocol) ? address.href : '';
  } catch {
    return '';
  }
}

// ---- titles ----

interface Titles {
  title: string;
  alternateTitle: string;
  headline: Element | null;
}

function titlesOf(
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

/** The h1 that says what the page's own description says, or the only one that can be a headline. */
function headlineOf(page: Document, declared: readonly string[]): Element | null {
  let best: Element | null = null;
  let bestScore = 0;
  const headings = page.querySelectorAll('h1, [itemprop~="headline"]');
  for (let i = 0; i < headings.length && i < 30; i += 1) {
    const heading = headings[i]!;
    const text = clean(own(heading, 'textContent') ?? '');
    if (text.length < 2 || text.length > 400 || own(heading, 'localName') === 'meta') continue;
    const likeness = Math.max(0, ...declared.map(title => likenessOf(text, title)));
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

// ---- times ----

function publishedOf(
  page: Document,
  url: string,
  ld: JsonLd,
  article: JsonLdNode | null,
  meta: Meta,
  headline: Element | null,
): string {
  return firstTime(
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

function modifiedOf(page: Document, ld: JsonLd, article: JsonLdNode | null, meta: Meta): string {
  return firstTime(
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

function firstTime(...sources: (() => string)[]): string {
  for (const source of sources) {
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

// ---- the rest ----

function siteNameOf(page: Document, ld: JsonLd, article: JsonLdNode | null, meta: Meta): string {
  const declared = meta.first('og:site_name', 'application-name', 'al:android:app_name');
  if (declared) return clean(nameOfSite(declared));
  const publisher = article ? textOf(ld, article, 'publisher') : '';
  if (publisher && !publisher.startsWith('http')) return clean(publisher);
  return clean(page.querySelector('[itemprop~="publisher"] [itemprop~="name"]')?.textContent ?? '').slice(
    0,
    80,
  );
}

/** Some outlets give their address for a name: the host is what a reader knows. */
const nameOfSite = (declared: string): string =>
  /^https?:/iu.test(declared) && URL.canParse(declared)
    ? new URL(declared).hostname.replace(/^www\./u, '')
    : declared;

function sectionOf(ld: JsonLd, article: JsonLdNode | null, meta: Meta): string {
  const section =
    meta.first('article:section', 'parsely-section', 'section') ||
    (article ? textOf(ld, article, 'articleSection') : '');
  return clean(section).slice(0, 80);
}

function languageOf(page: Document, ld: JsonLd, article: JsonLdNode | null, meta: Meta): string {
  const candidates = [
    page.documentElement?.getAttribute('lang') ?? '',
    page.documentElement?.getAttribute('xml:lang') ?? '',
    article ? textOf(ld, article, 'inLanguage') : '',
    meta.first('og:locale', 'content-language', 'dc.language', 'language'),
  ];
  for (const candidate of candidates) {
    const tag = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*/i.exec(candidate.trim())?.[0].replaceAll('_', '-');
    try {
      if (tag) return Intl.getCanonicalLocales(tag)[0] ?? 'und';
    } catch {
      // not a language tag after all
    }
  }
  return 'und';
}

const TYPES: readonly (readonly [RegExp, ArticleType])[] = [
  [/^LiveBlogPosting$/u, 'live'],
  [/^AdvertiserContentArticle$/u, 'sponsored'],
  [/^OpinionNewsArticle$/u, 'opinion'],
  [/^(?:AnalysisNewsArticle|BackgroundNewsArticle)$/u, 'analysis'],
  [/^(?:ReviewNewsArticle|Review|CriticReview)$/u, 'review'],
  [/^(?:ReportageNewsArticle|NewsArticle)$/u, 'news'],
];

/** How outlets head what they write as it happens. */
const LIVE_TITLE =
  /^(?:live|live[- ]?(?:blog|ticker|updates?)|newsblog|en direct|en vivo|minuto a minuto|diretta)(?: ?[:|–—]| - )|[–—|-] (?:live|live updates|as it happened)$/i;

function typeOf(
  ld: JsonLd,
  article: JsonLdNode | null,
  meta: Meta,
  section: string,
  url: string,
  { title, alternateTitle }: Titles,
): ArticleType {
  const types = article ? typesOf(article) : [];
  if (ld.nodes.some(node => typesOf(node).includes('LiveBlogPosting'))) return 'live';
  const where = `${section} ${pathOf(url)}`;
  if (/\b(?:live-?blog|live-?ticker|liveticker|en-direct|minuto-a-minuto)\b|\/live\//i.test(where))
    return 'live';
  if ([title, alternateTitle].some(each => LIVE_TITLE.test(each))) return 'live';
  if (/\b(?:sponsored|advertorial|paid-?post|partner-?content|brand-?studio)\b/i.test(where))
    return 'sponsored';
  for (const [pattern, type] of TYPES)
    if (type !== 'news' && types.some(name => pattern.test(name))) return type;
  if (
    /\b(?:opinion|opinions|commentisfree|editorial|editorials|columnists?|kommentar|meinung|opinión|tribune)\b/i.test(
      where,
    )
  )
    return 'opinion';
  if (/\b(?:analysis|analyse|explainer|explainers)\b/i.test(where)) return 'analysis';
  if (/\b(?:reviews?|kritik)\b/i.test(where)) return 'review';
  for (const [pattern, type] of TYPES) if (types.some(name => pattern.test(name))) return type;
  return /^newsarticle$/i.test(meta.first('og:type')) ? 'news' : 'unknown';
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname.toLowerCase();
  } catch {
    return '';
  }
}

function isPaywalled(article: JsonLdNode | null, meta: Meta): boolean {
  const free = article?.['isAccessibleForFree'];
  if (typeof free === 'boolean') return !free;
  if (typeof free === 'string') return /false$/i.test(free);
  return /^(?:locked|metered|paid|premium)$/i.test(meta.first('article:content_tier'));
}

const CHARS_PER_WORD = 6;

function declaredChars(article: JsonLdNode | null): number {
  const body = article?.['articleBody'];
  const words = Number(article?.['wordCount'] ?? 0);
  return Math.max(typeof body === 'string' ? body.length : 0, words > 0 ? words * CHARS_PER_WORD : 0);
}
