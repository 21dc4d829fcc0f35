import { clusterOf } from './page-cluster.ts';
import { FRONT, GUIDE, OFFICE, STORY, TALK } from './page-words.ts';

/**
 * What a page looks like, as numbers, for the trees of `detect-weights.ts`, which know them by their place. The same
 * code runs at training and on the page.
 *
 * Every page pays for this anew: the first element that a script gets hold of costs half as much as a whole glance, and
 * each function takes longer to compile than to run. So the browser counts, in its own code, and nothing but numbers
 * comes out of it.
 */

/** A page of more elements takes too long to count. Hardly a text has as many: of 1,800 saved pages the largest has 5,000. */
const MAX_ELEMENTS = 20_000;
const MAX_LABEL = 300; // characters

/** What the browser counts, the address and the title; null for a page too large to be counted. */
export function glanceAt(page: Document, url: string) {
  if (page.getElementsByTagName('*')[MAX_ELEMENTS]) return null;
  const title = page.title.slice(0, MAX_LABEL);
  return {
    ...addressFeatures(url, title),
    titleChars: title.length,
    links: page.getElementsByTagName('a').length,
    paragraphs: page.getElementsByTagName('p').length,
    inputs: page.getElementsByTagName('input').length,
    ogArticle: ask(page, 'count(/html/head/meta[@property = "og:type"][contains(@content, "article")])'),
    described: ask(
      page,
      `count(/descendant::script[contains(@type, "ld+json")][contains(., 'Article"') or contains(., 'BlogPosting"')])`,
    ),
    headingChars: Math.min(MAX_LABEL, ask(page, 'string-length(normalize-space(/descendant::h1))')),
    // of the first ones, so that paragraphs that stand in one another cost no more than others
    longParagraphs: ask(page, 'count(/descendant::p[position() <= 60][string-length() > 400])'),
    neighbours: count(page, 'p ~ p ~ p ~ p ~ p'), // paragraphs that come after four others
    byline: count(page, '[class*="byline"],[class*="author"]'),
  };
}

/** What takes a look at the texts to know, and what only tells something beside it. */
export function studyOf(page: Document) {
  const { chars, paragraphs } = clusterOf(page);
  return {
    clusterChars: chars,
    clusterParagraphs: paragraphs,
    clusterLength: chars / Math.max(1, paragraphs),
    headings2: page.getElementsByTagName('h2').length,
    images: page.getElementsByTagName('img').length,
    times: page.getElementsByTagName('time').length,
    captions: page.getElementsByTagName('figcaption').length,
    code: page.getElementsByTagName('code').length,
    ogImage: ask(page, 'count(/html/head/meta[@property = "og:image"])'),
    articleBody: count(
      page,
      '[itemprop~="articleBody"],[class*="article-body"],[class*="articleBody"],[class*="entry-content"],[class*="post-content"]',
    ),
    basket: count(page, '[class*="add-to-cart"],[class*="addtocart"],[itemprop~="price"],[class*="price"]'),
  };
}

/** A list, even where one would do: an element that was found would have to be handed over. */
function count(page: Document, selector: string): number {
  return page.querySelectorAll(selector).length;
}

/** What an XPath expression comes to: it can tell how long a text is, which a selector cannot. */
function ask(page: Document, expression: string): number {
  return page.evaluate(expression, page, null, 1, null).numberValue; // XPathResult.NUMBER_TYPE
}

/** Stands in for an address that is not known: as many words and letters as usual, so it says nothing either way. */
const USUAL_ADDRESS = '/the-a-b-c';

/** What an address and a title say, read by hand: a `URL` costs more than the rest of it. */
function addressFeatures(url: string, title: string) {
  const start = url.indexOf('://') + 3;
  const parts = (start < 3 ? USUAL_ADDRESS : url.slice(start).split('#', 1)[0]!.split('?', 1)[0]!)
    .toLowerCase()
    .replaceAll('_', '-')
    .replaceAll('.', '-')
    .replaceAll('%20', '-')
    .replaceAll('+', '-')
    .split('/');
  const last = parts.length - 1;
  let slugWords = 0;
  let dateInPath = 0;
  let frontPath = 1;
  let articlePath = 0;
  let office = 0;
  let talk = 0;
  let guide = 0;
  // the title, as if it came after the path, and before it the host
  for (let i = 0; i <= last + 1; i += 1) {
    const words = i > last ? title.toLowerCase().split(' ') : parts[i]!.split('-');
    const isPath = i > 0 && i <= last;
    if (isPath && words.length > slugWords) slugWords = words.length;
    if (isPath && i < last && STORY.has(parts[i]!)) articlePath = 1;
    let before = '';
    for (let k = 0; k < words.length; k += 1) {
      const word = words[k]!;
      // any word of the host, and the first of a part of the path
      if (i === 0 || (isPath && k === 0)) {
        if (TALK.has(word)) talk = 1;
        if (GUIDE.has(word)) guide = 1;
      }
      // two words may be one: "log in"
      if (i > 0 && (OFFICE.has(word) || OFFICE.has(before + word))) office = 1;
      before = word;
      if (!isPath) continue;
      const { length } = word;
      if (length > 2 && !FRONT.has(word)) frontPath = 0;
      // 2026 or 20261123
      if ((length === 4 || length === 8) && (word.startsWith('20') || word.startsWith('19'))) dateInPath = 1;
    }
  }
  const lastPart = Math.min(100, parts[last]!.length);
  return { slugWords, lastPart, dateInPath, frontPath, articlePath, office, talk, guide };
}
