import type { Detection, Signal } from './article.ts';

/** Text nodes visited at most: a look must stay a look on a page of any size. */
const MAX_TEXTS = 4_000;

/** Says whether a page is a text to be read and whether that text is news, with the reasons. Reads a bounded part. */
export function detect(page: Document, url: string): Detection {
  const signals: Signal[] = [];
  const add = (name: string, weight: number, present: boolean): void => {
    if (present) signals.push({ name, weight });
  };
  const types = describedTypes(page);
  const path = pathOf(url);
  const cluster = largestCluster(page);
  const ogType = page.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  add('jsonLdNews', 2.5, /NewsArticle|ReportageNews|LiveBlogPosting/u.test(types));
  add('jsonLdArticle', 1.5, /"(?:\w*:)?(?:Article|BlogPosting|Report)"/u.test(types));
  add('ogArticle', 1.5, /article/iu.test(ogType));
  add('ogOther', -1, /product|profile/iu.test(ogType));
  add('longText', 1.5, cluster.chars > 800);
  add('someText', 1, cluster.chars > 300);
  add('littleText', -3, cluster.chars < 200);
  add('slugInAddress', 1.5, /[^/-]+(?:[-_][^/-]+){3,}/u.test(path));
  add('dateInAddress', 1, /\/20\d\d\/?[01]?\d/u.test(path));
  add('frontPage', -4, /^\/(?:[a-z]{2}\/?)?(?:index\.\w+)?$/iu.test(path));
  add(
    'legalPage',
    -4,
    /impressum|datenschutz|privacy|terms|cookie|contact|about|login|sign-?in|register/iu.test(path),
  );
  add('oneHeadline', 0.5, page.getElementsByTagName('h1').length === 1);
  const sum = signals.reduce((total, { weight }) => total + weight, -3);
  const score = 1 / (1 + Math.exp(-sum));
  return { isArticle: score > 0.4, isNews: score > 0.5, score, signals };
}

function describedTypes(page: Document): string {
  let types = '';
  for (const script of page.querySelectorAll('script[type*="ld+json" i]'))
    if (types.length < 100_000) types += (script.textContent ?? '').slice(0, 100_000);
  return types;
}

/** The element whose own paragraphs hold the most words. */
function largestCluster(page: Document): { chars: number } {
  const clusters = new Map<Element, number>();
  let chars = 0;
  const texts = page.createTreeWalker(page.body ?? page, 4);
  for (let i = 0; i < MAX_TEXTS && texts.nextNode(); i += 1) {
    const node = texts.currentNode as Text;
    const parent = node.parentElement;
    if (node.length < 40 || !parent || /^(?:script|style|noscript|a|button)$/u.test(parent.localName))
      continue;
    const cluster = /^(?:p|li|span|em|strong|b|i)$/u.test(parent.localName) ? parent.parentElement : parent;
    if (!cluster) continue;
    const sum = (clusters.get(cluster) ?? 0) + node.length;
    clusters.set(cluster, sum);
    chars = Math.max(chars, sum);
  }
  return { chars };
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return '';
  }
}
