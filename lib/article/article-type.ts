import type { ArticleType } from './article.ts';
import { typesOf, type JsonLd, type JsonLdNode } from './json-ld.ts';
import type { Meta } from './meta.ts';
import type { Titles } from './titles.ts';
import { wordsOf } from './words.ts';

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

/** Words in a section's name or an address that say what stands there; looked for without a pattern to compile. */
const WHERE = {
  live: ['liveblog', 'live-blog', 'liveticker', 'live-ticker', 'en-direct', 'minuto-a-minuto'],
  sponsored:
    'sponsored advertorial paid-post paidpost partner-content partnercontent brand-studio brandstudio'.split(
      ' ',
    ),
  opinion:
    'opinion opinions commentisfree editorial editorials columnist columnists kommentar meinung opinión tribune'.split(
      ' ',
    ),
  analysis: ['analysis', 'analyse', 'explainer', 'explainers'],
  review: ['review', 'reviews', 'kritik'],
} as const satisfies Partial<Record<ArticleType, readonly string[]>>;

/** What kind of piece the publisher says this is: by its title, its place on the site, or what it declares. */
export function typeOf(
  ld: JsonLd,
  article: JsonLdNode | null,
  meta: Meta,
  section: string,
  url: string,
  { title, alternateTitle }: Titles,
): ArticleType {
  const types = article ? typesOf(article) : [];
  if (ld.nodes.some(node => typesOf(node).includes('LiveBlogPosting'))) return 'live';
  const path = pathOf(url);
  const where = `-${wordsOf(`${section} ${path}`).join('-')}-`;
  const isIn = (type: keyof typeof WHERE): boolean => WHERE[type].some(name => where.includes(`-${name}-`));
  if (isIn('live') || path.includes('/live/')) return 'live';
  if ([title, alternateTitle].some(each => LIVE_TITLE.test(each))) return 'live';
  if (isIn('sponsored')) return 'sponsored';
  for (const [pattern, type] of TYPES)
    if (type !== 'news' && types.some(name => pattern.test(name))) return type;
  for (const type of ['opinion', 'analysis', 'review'] as const) if (isIn(type)) return type;
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
