import { see, type Make } from './page-sight.ts';
import { countSpoken, FORM, FRONT, GUIDE, labelOf, labelsOf, LEGAL, STORY, TALK } from './page-words.ts';

/**
 * What a page looks like, as numbers, for the trees of `detect-weights.ts`, which know them by their place. The same
 * code runs at training and on the page; each part is one function, since on every page anew a function takes longer
 * to compile than to run.
 */

const MAX_LABEL = 300;

/** What costs next to nothing to know: the address, the title, how often the browser counts an element. */
export function glanceAt(page: Document, url: string, make: Make) {
  const title = page.title.slice(0, MAX_LABEL);
  return {
    ...addressFeatures(url, title),
    ogArticle: has(make, 'meta[property="og:type"][content*="article" i]'),
    titleChars: title.length,
    links: Math.log2(1 + make.count('a')),
    paragraphs: Math.min(100, make.count('p')),
    items: Math.min(1_000, make.count('li')),
    articles: Math.min(20, make.count('article')),
    times: Math.min(12, make.count('time')),
    inputs: Math.min(30, make.count('input')),
    captions: Math.min(5, make.count('figcaption')),
  };
}

/** What takes a look at the texts, and some longer asking, to know. */
export function studyOf(page: Document, url: string, make: Make) {
  const heading = (make.named('h1')[0]?.textContent ?? '').trim().slice(0, MAX_LABEL);
  const described = descriptionOf(make);
  const sight = see(page, make);
  const { prose, cluster, clusterParagraphs } = sight;
  const chars = Math.max(1, prose + sight.linkChars);
  const spoken = countSpoken(sight.words);
  const perText = 1_000 / Math.max(200, sight.words.length);
  const perElement = 100 / Math.max(1, make.elements);
  return {
    headingChars: heading.length,
    headingInPath: sharedWords(url, heading),
    describedNews: described.includes('NewsArticle') || described.includes('LiveBlogPosting') ? 1 : 0,
    headlines: Math.min(5, described.split('"headline"', 6).length - 1),
    byline: has(make, '[rel~="author"],[itemprop~="author"],[class*="byline"],[class*="author"]'),
    articleBody: has(
      make,
      '[itemprop~="articleBody"],[class*="article-body"],[class*="articleBody"],[class*="entry-content"],[class*="post-content"]',
    ),
    basket: has(make, '[class*="add-to-cart"],[class*="addtocart"],[itemprop~="price"],[class*="price"]'),
    // the text
    clusterChars: Math.log2(1 + cluster),
    clusterParagraphs: Math.min(60, clusterParagraphs),
    clusterLength: Math.min(800, cluster / Math.max(1, clusterParagraphs)),
    clusterShare: cluster / chars,
    linksPerChar: (1_000 * make.count('a')) / (300 + prose),
    longLinks: sight.longLinks / Math.max(1, sight.longLinks + clusterParagraphs),
    sentences: (100 * sight.sentences) / Math.max(1, prose),
    veryLong: (100 * sight.veryLong) / Math.max(1, prose),
    inArticle: Math.min(60, sight.inArticle),
    addressed: spoken.addressed * perText,
    ourselves: spoken.ourselves * perText,
    quotations: spoken.quotations * perText,
    figures: spoken.figures * perText,
    // what it is made of, for each hundred elements
    headings2: make.count('h2') * perElement,
    images: make.count('img') * perElement,
    code: Math.min(10, make.count('code') + make.count('pre')),
  };
}

/** A list, even where one would do: an element that was found would have to be handed over. */
function has({ root }: Make, selector: string): number {
  return root && root.querySelectorAll(selector).length > 0 ? 1 : 0;
}

/** What an address and a title say, read by hand: a `URL` costs more than the rest of it. */
function addressFeatures(url: string, title: string) {
  const [host, path] = partsOf(url);
  const parts = path.split('/');
  const last = parts.length - 1;
  let slugWords = 0;
  let dateInPath = 0;
  let frontPath = 1;
  let articlePath = 0;
  let said = labelsOf(title.toLowerCase().split(' ')) & OFFICE;
  for (const label of host.split('.')) said |= labelOf(label) & PLACE;
  for (let i = 0; i <= last; i += 1) {
    const words = parts[i]!.split('-');
    slugWords = Math.max(slugWords, words.length);
    if (i < last && labelOf(parts[i]!) & STORY) articlePath = 1;
    said |= (labelsOf(words) & OFFICE) | (labelOf(words[0]!) & PLACE);
    for (const word of words) {
      if (word.length > 2 && !(labelOf(word) & FRONT)) frontPath = 0;
      // 2026 or 20261123
      if ((word.startsWith('20') || word.startsWith('19')) && (word.length === 4 || word.length === 8))
        dateInPath = 1;
    }
  }
  return {
    slugWords,
    lastPart: Math.min(100, parts[last]!.length),
    dateInPath,
    frontPath,
    articlePath,
    formOrLegal: said & OFFICE ? 1 : 0,
    talkPath: said & TALK ? 1 : 0,
    guidePath: said & GUIDE ? 1 : 0,
  };
}

/** Said of a page by any word of its address or title, and by the first of a part of the address alone. */
const OFFICE = FORM | LEGAL;
const PLACE = TALK | GUIDE;

/** Stands in for an address that is not known: as many words and letters as usual, so it says nothing either way. */
const USUAL_PATH = 'a-b-c-d';

/** Host and path in lower case, words in the path set apart by hyphens alone. */
function partsOf(url: string): [host: string, path: string] {
  const start = url.indexOf('://') + 3;
  if (start < 3) return ['', USUAL_PATH];
  const [address = ''] = url.slice(start).toLowerCase().split('#', 1)[0]!.split('?', 1);
  const slash = address.indexOf('/');
  if (slash < 0) return [address, ''];
  const path = address
    .slice(slash + 1)
    .replaceAll('_', '-')
    .replaceAll('.', '-')
    .replaceAll('%20', '-')
    .replaceAll('+', '-');
  return [address.slice(0, slash), path];
}

/** How many words of the heading stand in one part of the address, at most eight. */
function sharedWords(url: string, heading: string): number {
  const words = new Set(heading.toLowerCase().split(' '));
  let most = 0;
  for (const part of partsOf(url)[1].split('/')) {
    let shared = 0;
    for (const word of part.split('-')) if (word.length > 2 && words.has(word)) shared += 1;
    most = Math.max(most, shared);
  }
  return Math.min(8, most);
}

const MAX_DESCRIPTION = 60_000;

/** The beginning of the page's JSON-LD, unparsed: only the names in it count. */
function descriptionOf({ root }: Make): string {
  let text = '';
  const blocks = root?.querySelectorAll('script[type*="ld+json"]') ?? [];
  for (let i = 0; i < blocks.length && text.length < MAX_DESCRIPTION; i += 1)
    text += (blocks[i]!.textContent ?? '').slice(0, MAX_DESCRIPTION);
  return text;
}
