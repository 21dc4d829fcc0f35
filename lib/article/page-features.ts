import { FRONT, GUIDE, OFFICE, STORY, TALK } from './page-words.ts';

/**
 * What a page looks like, as numbers, for the trees of `detect-weights.ts`, which know them by their place. The same
 * code runs at training and on the page.
 *
 * Every page pays for this anew: the first element that a script gets hold of costs as much as a whole glance, the first
 * question in XPath half of it, and each function takes longer to compile than to run. So the browser counts, in its own
 * code, and nothing but numbers comes out of it; how long the paragraphs are is asked only where the counts do not tell.
 */

/** What the numbers of a glance are. */
export const GLANCED = [
  'neighbours', // paragraphs that come after four others
  'slugWords', // of the longest part of the address
  'depth', // of the address
  'datePath',
  'frontPath',
  'articlePath',
  'office',
  'talk',
  'guide',
  'titleChars',
  'inputs',
  'figures',
  'ogArticle',
  'authorDeclared',
  'articleParagraphs',
  'byline',
  'prices',
] as const;

/** What the numbers of a study are, which come after those of a glance. */
export const STUDIED = [
  'described',
  'wordy', // paragraphs with words of their own
  'long', // paragraphs
  'wordyAround', // wordy paragraphs around the fifth
  'articleBody',
  'code',
  'images',
  'times',
  'links',
] as const;

/** A page of more elements takes too long to count. Hardly a text has as many: of 1,800 saved pages the largest has 5,000. */
const MAX_ELEMENTS = 20_000;
const MAX_LABEL = 300; // characters

/** What the browser counts, the address and the title; null for a page too large to be counted. */
export function glanceAt(page: Document, url: string): number[] | null {
  if (page.getElementsByTagName('*')[MAX_ELEMENTS]) return null; // its length would count on to the end
  const { title } = page;
  return [
    count(page, 'p ~ p ~ p ~ p ~ p'),
    ...addressFeatures(url),
    Math.min(MAX_LABEL, title.length * lettersOf(title)),
    tagged(page, 'input'),
    tagged(page, 'figure'),
    count(page, 'head > meta[property="og:type"][content*="article"]'),
    count(page, 'meta[name="author"]'),
    count(page, 'article p'),
    count(page, '[class*="byline"],[class*="author"]'),
    count(page, '[class*="price"]'),
  ];
}

/** How many elements a page has that is not too large to be counted: after a glance the browser knows. */
export function elementsOf(page: Document): number {
  return tagged(page, '*');
}

/** Near the root, where nearly all stand: looking everywhere takes three times as long. */
const DESCRIPTION = `/script[contains(@type, "ld+json")][contains(., 'Article"') or contains(., 'BlogPosting"')]`;

/** Of the first ones, so that paragraphs that stand in one another cost no more than others. */
const PARAGRAPHS = '/descendant::p[position() <= 60]';

/** How long the paragraphs are and where they stand, and what only tells something beside that. */
export function studyOf(page: Document): number[] {
  const letters = lettersOf(page.title);
  const words = `[text()[string-length() > ${60 / letters}]]`;
  // a text has its middle there; the first paragraphs often stand before it
  const around = `(${PARAGRAPHS}${words})[5]/../../*/p${words}`;
  return [
    ask(page, `count(/*/*${DESCRIPTION}) + count(/*/*/*${DESCRIPTION})`),
    ask(page, `count(${PARAGRAPHS}[text()[string-length() > ${80 / letters}]])`),
    ask(page, `count(${PARAGRAPHS}[string-length() > ${200 / letters}])`),
    ask(page, `count(${around})`),
    count(page, '.article-body,.entry-content,.post-content,.article__body,.article-content'),
    tagged(page, 'code'),
    tagged(page, 'img'),
    tagged(page, 'time'),
    tagged(page, 'a'),
  ];
}

/** Whether there are words anywhere, be it in no paragraph. */
export function hasLongText(page: Document): boolean {
  const least = 80 / lettersOf(page.title);
  return (
    ask(
      page,
      `count(/descendant::text()[string-length() > ${least}][string-length(normalize-space()) > ${least}][not(parent::script or parent::style or parent::noscript or parent::a)])`,
    ) > 0
  );
}

/** How many letters of other scripts a sign is worth: three in those without spaces. A title tells which a page is in. */
function lettersOf(title: string): number {
  const middle = title.charCodeAt(title.length >> 1);
  return middle >= 0x3040 && middle <= 0xd7af ? 3 : 1;
}

const MIN_PROSE = 30; // characters of a paragraph
const MOST_PARAGRAPHS = 120;

/** How many characters of prose the first paragraphs of a page hold that is too large to be counted. */
export function proseOf(page: Document): number {
  const paragraphs = page.getElementsByTagName('p');
  let chars = 0;
  for (let i = 0; i < MOST_PARAGRAPHS; i += 1) {
    const size = paragraphs[i]?.textContent.length ?? 0;
    if (size > MIN_PROSE) chars += size;
  }
  return chars;
}

/** A live collection, of which the browser keeps count. */
function tagged(page: Document, name: string): number {
  return page.getElementsByTagName(name).length;
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

/** What an address says, by the first word of each of its parts, read by hand: a `URL` costs more than the rest of it. */
function addressFeatures(url: string): number[] {
  const start = url.indexOf('://') + 3;
  const parts = (start < 3 ? USUAL_ADDRESS : url.slice(start).split('#', 1)[0]!.split('?', 1)[0]!)
    .toLowerCase()
    .replaceAll('_', '-')
    .replaceAll('.', '-')
    .split('/');
  const depth = parts.length - 1;
  let slugWords = 0;
  let datePath = 0;
  let frontPath = 1;
  let articlePath = 0;
  let office = 0;
  let talk = 0;
  let guide = 0;
  for (let i = 0; i <= depth; i += 1) {
    const part = parts[i]!;
    const words = part.split('-');
    // any word of the host
    for (let k = i > 0 ? 1 : words.length; k > 0; k -= 1) {
      const word = words[k - 1]!;
      if (TALK.has(word)) talk = 1;
      if (GUIDE.has(word)) guide = 1;
    }
    if (i === 0) continue;
    const word = words[0]!;
    if (words.length > slugWords) slugWords = words.length;
    if (i < depth && STORY.has(word)) articlePath = 1;
    if (part.length > 2 && !FRONT.has(word)) frontPath = 0;
    if (OFFICE.has(word) || OFFICE.has(words.join(''))) office = 1;
    // 2026 or 20261123
    if ((word.length === 4 || word.length === 8) && (word.startsWith('20') || word.startsWith('19')))
      datePath = 1;
  }
  return [slugWords, depth, datePath, frontPath, articlePath, office, talk, guide];
}
