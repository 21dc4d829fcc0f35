import { bylineOf, hostNames } from './byline.ts';
import { clean } from './clean.ts';
import { correctionsOf } from './corrections.ts';
import { readMeta, type Meta } from './meta.ts';
import { modifiedOf, publishedOf } from './times.ts';
import { titlesOf } from './titles.ts';
import { atOnce, type Work } from '../work.ts';
import type { Article, ArticleType } from './article.ts';
import { articleNode } from './article-node.ts';
import { typeOf } from './article-type.ts';
import { readJsonLd, textOf, typesOf, type JsonLd, type JsonLdNode } from './json-ld.ts';
import { webAddress } from './links.ts';
import { folded } from './words.ts';

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
  readonly corrections: string[];
  readonly claimReviews: readonly unknown[];
}

const MAX_CLAIM_REVIEWS = 20;

/** Reads the metadata of `page`, which was loaded from `url`. */
export function readMetadata(page: Document, url: string): Metadata {
  return atOnce(readingMetadata(page, url));
}

/** The same with pauses: many searches through the whole page. */
export function* readingMetadata(page: Document, url: string): Work<Metadata> {
  const ld = readJsonLd(page);
  yield;
  const meta = readMeta(page);
  yield;
  const canonicalUrl = canonicalOf(page, meta, url);
  const article = articleNode(ld, canonicalUrl, url);
  const siteName = siteNameOf(page, ld, article, meta, url);
  yield;
  const titles = titlesOf(page, ld, article, meta, siteName);
  const section = sectionOf(ld, article, meta);
  yield;
  const byline = yield* bylineOf(page, ld, article, meta, { siteName, url, headline: titles.headline });
  const publishedTime = yield* publishedOf(page, url, ld, article, meta, titles.headline);
  const modifiedTime = yield* modifiedOf(page, ld, article, meta);
  return {
    ...titles,
    byline,
    publishedTime,
    modifiedTime,
    siteName,
    section,
    language: languageOf(page, ld, article, meta),
    type: typeOf(ld, article, meta, section, url, titles),
    canonicalUrl,
    description: clean(meta.first('og:description', 'description', 'twitter:description')),
    isPaywalled: isPaywalled(article, meta),
    declaredChars: declaredChars(article),
    corrections: article ? correctionsOf(ld, article) : [],
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
  const { corrections } = metadata;
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
    ...(corrections.length > 0 && { corrections }),
    language,
    type,
  };
}

function canonicalOf(page: Document, meta: Meta, url: string): string {
  const link = page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? meta.first('og:url');
  return (link && webAddress(link, url || undefined)) || '';
}

function siteNameOf(page: Document, ld: JsonLd, article: JsonLdNode | null, meta: Meta, url: string): string {
  const title = folded(meta.first('og:title'));
  const names = ['og:site_name', 'application-name', 'al:android:app_name'].map(name => meta.first(name));
  const declared = names.find(name => name !== '' && folded(name) !== title); // some give the headline for a name
  if (declared) return withoutSlogan(clean(nameOfSite(declared)), url);
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

/** Of “Daily news and views - Example” what the address says, of “The Example | example.org” what it does not. */
function withoutSlogan(name: string, url: string): string {
  const parts = name.split(/ [|–—-] /u);
  const hosts = new Set([...hostNames(url)].map(host => host.replaceAll('-', '')));
  const isHost = (part: string): boolean => hosts.has(folded(part).replaceAll(' ', ''));
  if (parts.length < 2 || !parts.some(isHost)) return name;
  return parts.find(part => isHost(part) && !part.includes('.')) ?? parts.find(part => !isHost(part)) ?? name;
}

function sectionOf(ld: JsonLd, article: JsonLdNode | null, meta: Meta): string {
  const declared =
    meta.first('article:section', 'parsely-section', 'section') ||
    (article ? textOf(ld, article, 'articleSection') : '');
  const section = clean(declared).slice(0, 80);
  const [first, ...rest] = section.split(' - ');
  if (NO_SECTION.test(first!)) return '';
  return rest.every(part => part === first) ? first! : section; // “News - News”
}

/** What systems call a section that nobody named. */
const NO_SECTION = /^(?:all|articles?|posts?|tags?|default|undefined|null|uncategori[sz]ed)$/i;

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
