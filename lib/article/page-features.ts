/**
 * What a page looks like at a glance, as numbers, for the trees of `detect-weights.ts`. At most a fixed number of
 * nodes is visited, whatever the size of the page. The same code runs at training and on the page.
 */
const FEATURES: Record<string, (look: Look) => number> = {
  // the address
  slugWords: ({ path }) => Math.max(...path.split('/').map(part => part.split(/[-_+]|%20/u).length)),
  lastPart: ({ path }) => Math.min(100, path.length - path.lastIndexOf('/') - 1),
  dateInPath: ({ path }) => (/[/-](?:19|20)\d\d[/-]?[01]\d(?:[/-]|\d\d)/u.test(path) ? 1 : 0),
  idInPath: ({ path }) => (/\d{5,}|[\da-f]{8}-[\da-f]{4}/u.test(path) ? 1 : 0),
  frontPath: ({ path }) => (FRONT_PATH.test(path) ? 1 : 0),
  listPath: ({ path }) => (LIST_PATH.test(path) ? 1 : 0),
  articlePath: ({ path }) => (ARTICLE_PATH.test(path) ? 1 : 0),
  formPage: look => (FORM.test(labels(look)) ? 1 : 0),
  legalPage: look => (LEGAL.test(labels(look)) ? 1 : 0),
  talkPath: ({ host, path }) => (TALK_PATH.test(`${host}${path}`) ? 1 : 0),
  guidePath: ({ host, path }) => (GUIDE_PATH.test(`${host}${path}`) ? 1 : 0),
  // what the publisher says
  describedNews: ({ described }) => (/NewsArticle|LiveBlogPosting/u.test(described) ? 1 : 0),
  describedList: ({ described }) =>
    /"(?:ItemList|CollectionPage|SearchResultsPage|ProfilePage)"/u.test(described) ? 1 : 0,
  headlines: ({ described }) => Math.min(5, described.split('"headline"').length - 1),
  ogArticle: ({ meta }) => (/article/i.test(meta('og:type')) ? 1 : 0),
  sectionMeta: ({ meta }) =>
    meta('article:section') || meta('article:tag') || meta('news_keywords') ? 1 : 0,
  authorMeta: ({ meta }) => (meta('author') || meta('article:author') ? 1 : 0),

  // the headline
  headingChars: ({ heading }) => Math.min(200, heading.length),
  // the text
  clusterChars: ({ text }) => Math.log2(1 + text.cluster),
  clusterParagraphs: ({ text }) => Math.min(60, text.clusterParagraphs),
  clusterLength: ({ text }) => Math.min(800, text.cluster / Math.max(1, text.clusterParagraphs)),
  clusterShare: ({ text }) => text.cluster / Math.max(1, text.chars),
  linkShare: ({ text }) => text.linkChars / Math.max(1, text.chars),
  linksPerChar: ({ text, tags }) => (1000 * (tags['a'] ?? 0)) / (300 + text.prose),
  longLinks: ({ text }) => text.longLinks / Math.max(1, text.longLinks + text.clusterParagraphs),
  sentences: ({ text }) => (100 * text.sentences) / Math.max(1, text.prose),
  addressed: ({ words, sampled }) => (1000 * (words.match(YOU)?.length ?? 0)) / sampled,
  ourselves: ({ words, sampled }) => (1000 * (words.match(WE)?.length ?? 0)) / sampled,
  oneself: ({ words, sampled }) => (1000 * (words.match(I)?.length ?? 0)) / sampled,
  reported: ({ words, sampled }) => (1000 * (words.match(SAID)?.length ?? 0)) / sampled,
  quotations: ({ words, sampled }) => (1000 * (words.match(/[“”„«»"]/gu)?.length ?? 0)) / sampled,
  figures: ({ words, sampled }) => (1000 * (words.match(/\d/gu)?.length ?? 0)) / sampled,

  // what it is made of, for each hundred elements
  paragraphs: look => share(look, 'p'),
  items: look => share(look, 'li'),
  headings2: look => share(look, 'h2'),
  images: look => share(look, 'img'),
  articles: ({ tags }) => Math.min(20, tags['article'] ?? 0),
  times: ({ tags }) => Math.min(12, tags['time'] ?? 0),
  inputs: look => share(look, 'input') + share(look, 'select'),
  code: ({ tags }) => Math.min(10, (tags['code'] ?? 0) + (tags['pre'] ?? 0)),
  captions: ({ tags }) => Math.min(5, tags['figcaption'] ?? 0),
  byline: ({ page }) =>
    page.querySelector('[rel~="author"],[itemprop~="author"],[class*="byline"],[class*="author"]') ? 1 : 0,
  articleBody: ({ page }) =>
    page.querySelector(
      '[itemprop~="articleBody"],[class*="article-body"],[class*="articleBody"],[class*="entry-content"],[class*="post-content"]',
    )
      ? 1
      : 0,
  basket: ({ page }) =>
    page.querySelector('[class*="add-to-cart"],[class*="addtocart"],[itemprop~="price"],[class*="price"]')
      ? 1
      : 0,
};

export const PAGE_FEATURES: readonly string[] = Object.keys(FEATURES);
const COMPUTE = Object.values(FEATURES);

/** Features of the page as loaded from `url`. */
export function pageFeatures(page: Document, url: string): Float32Array {
  const look = lookAt(page, url);
  return Float32Array.from(COMPUTE, compute => compute(look));
}

// Words in addresses and titles, in the languages of the news. Whole words only.
const FRONT_PATH =
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|homepage|default|start|startseite|inicio|accueil)(?:\.\w{2,5})?\/?)?$/;
const LIST_PATH =
  /\/(?:category|categories|categor[ií]a|tags?|topics?|themen?|thema|sections?|rubrik|ressort|authors?|autore?n?|search|suche|archives?|archiv|pages?|latest|newsticker|ticker|overview|nachrichten|collections?|feed)(?:\/[^/]*){0,2}$/;
const ARTICLE_PATH =
  /\/(?:articles?|story|stories|news|blogs?|posts?|artikel|artikkel|noticias?|notizie|actualites?|opinion|politics|world|20\d\d)\//;
const FORM =
  /\b(?:log.?[io]n|sign.?(?:in|up)|register|registration|registrieren|anmeld(?:en|ung)|account|password|passwort|recover\w*|contact|kontakt|subscribe|newsletters?|abo|checkout|cart|warenkorb|search|suche\w*)\b/;
const LEGAL =
  /\b(?:impressum|imprint|datenschutz\w*|privacy|cookies?|terms|nutzungsbedingungen|agb|legal|legales|l[ée]gales|privacidad|confidentialit[ée]|disclaimer|licen[sc]e|accessibility|barrierefreiheit|(?:about|contact).us|über.uns|masthead|editorial.(?:policy|standards|guidelines)|faq|help|hilfe|careers|advertise)\b/;
const TALK_PATH =
  /(?:^|[./])(?:forums?|community|discuss\w*|threads?|questions|showthread|viewtopic|topic|boards?|groups?)(?:[./?-]|$)/;
const GUIDE_PATH =
  /(?:^|[./])(?:docs?|documentation|developers?|api|reference|manual|guide|guides|wiki|support|kb|learn|tutorials?|en-us\/library)(?:[./-]|$)/;

// Words in the text: who speaks to whom tells a report from a leaflet, a forum and a contract
const YOU = /\b(?:you|your|yours|sie|ihre?[mnrs]?|vous|votre|vos|usted|ustedes)\b/g;
const WE = /\b(?:we|our|ours|us|wir|unsere?[mnrs]?|nous|notre|nos|nosotros|nuestr[ao]s?)\b/g;
const I = /\b(?:i|my|me|ich|mein|je|yo)\b/g;
const SAID =
  /\b(?:said|says|told|according|sagte|sagt|laut|erklärte|declared|dijo|según|selon|disse|secondo)\b/g;
/** Everything the features are computed from. */
interface Look {
  readonly page: Document;
  readonly host: string;
  readonly path: string;
  readonly title: string;
  readonly heading: string;
  readonly described: string;
  readonly meta: (name: string) => string;
  readonly tags: Readonly<Record<string, number>>;
  readonly elements: number;
  readonly text: TextLook;
  readonly words: string; // the beginning of the prose
  readonly sampled: number; // its length, never 0
}

const MAX_ELEMENTS = 5_000;
const MAX_TEXTS = 5_000;
const MAX_META = 200;
const MAX_DESCRIPTION = 60_000;
const MAX_WORDS = 3_000;

function lookAt(page: Document, url: string): Look {
  const { host, path } = addressOf(url);
  const text = lookAtText(page);
  const { tags, elements } = text.isWhole ? countNatively(page) : countSome(page);
  return {
    page,
    host,
    path,
    title: page.title.slice(0, 300),
    heading: (page.getElementsByTagName('h1')[0]?.textContent ?? '').trim().slice(0, 300),
    described: descriptionOf(page),
    meta: metaOf(page),
    tags,
    elements,
    text,
    words: text.words.toLowerCase(),
    sampled: Math.max(200, text.words.length),
  };
}

const COUNTED = [
  'p',
  'li',
  'h2',
  'img',
  'article',
  'time',
  'input',
  'select',
  'code',
  'pre',
  'figcaption',
  'a',
];

type Counts = Pick<Look, 'tags' | 'elements'>;

/** By the browser itself: fast, but it looks at every element. */
function countNatively(page: Document): Counts {
  const tags: Record<string, number> = {};
  for (const name of COUNTED) tags[name] = page.getElementsByTagName(name).length;
  return { tags, elements: page.getElementsByTagName('*').length };
}

/** The first elements of a page too large to look at as a whole. */
function countSome(page: Document): Counts {
  const tags: Record<string, number> = {};
  let elements = 0;
  const walker = page.createTreeWalker(page, SHOW_ELEMENT); // a form's fields cannot lead it in circles
  for (; elements < MAX_ELEMENTS && walker.nextNode(); elements += 1) {
    const name = (walker.currentNode as Element).localName;
    tags[name] = (tags[name] ?? 0) + 1;
  }
  return { tags, elements };
}

function share({ tags, elements }: Look, name: string): number {
  return (100 * (tags[name] ?? 0)) / Math.max(1, elements);
}

/** What a page calls itself, in its address and above its text. */
function labels({ path, title, heading }: Look): string {
  return `${path.replaceAll('_', '-')}\n${title}\n${heading}`.toLowerCase();
}

function addressOf(url: string): { host: string; path: string } {
  try {
    const { hostname, pathname } = new URL(url);
    return { host: hostname, path: pathname.toLowerCase() };
  } catch {
    return { host: '', path: USUAL_PATH };
  }
}

/** Stands in for an address that is not known: as many words and letters as usual, so it says nothing either way. */
const USUAL_PATH = '/a-b-c-d';

function metaOf(page: Document): (name: string) => string {
  const values = new Map<string, string>();
  const elements = page.getElementsByTagName('meta');
  for (let i = 0; i < MAX_META; i += 1) {
    const element = elements[i];
    if (!element) break;
    const name = element.getAttribute('property') ?? element.getAttribute('name');
    if (name) values.set(name.toLowerCase(), element.getAttribute('content') ?? '');
  }
  return name => values.get(name) ?? '';
}

/** The beginning of the page's JSON-LD, unparsed: only the names in it count. */
function descriptionOf(page: Document): string {
  let text = '';
  const blocks = page.querySelectorAll('script[type*="ld+json"]');
  for (let i = 0; i < blocks.length && text.length < MAX_DESCRIPTION; i += 1)
    text += (blocks[i]!.textContent ?? '').slice(0, MAX_DESCRIPTION);
  return text;
}

interface TextLook {
  chars: number;
  linkChars: number;
  longLinks: number; // links of headline length
  prose: number; // characters in stretches of sentence length outside links
  sentences: number;
  cluster: number; // characters of prose in the element that holds most
  clusterParagraphs: number;
  words: string;
  isWhole: boolean; // all of the page was looked at
}

const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'em',
  'font',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
]);
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'option',
  'title',
  'button',
  'label',
]);
const SHOW_TEXT = 4;
const SHOW_ELEMENT = 1;

function lookAtText(page: Document): TextLook {
  const look: TextLook = {
    chars: 0,
    linkChars: 0,
    longLinks: 0,
    prose: 0,
    sentences: 0,
    cluster: 0,
    clusterParagraphs: 0,
    words: '',
    isWhole: false,
  };
  if (!page.body) return look;
  const clusters = new Map<Element, Cluster>();
  const texts = page.createTreeWalker(page.body, SHOW_TEXT);
  for (let i = 0; i < MAX_TEXTS; i += 1) {
    const node = texts.nextNode() as Text | null;
    if (!node) {
      look.isWhole = true;
      break;
    }
    if (node.length < 3) continue;
    const data = node.data.trim();
    if (data === '') continue;
    let parent = node.parentElement;
    if (!parent || SILENT.has(parent.localName)) continue;
    // a sign of a script without spaces says as much as three letters of another
    const first = data.charCodeAt(data.length >> 1);
    const size = first >= 0x30_40 && first <= 0xd7_af ? data.length * 3 : data.length;
    look.chars += size;
    let inLink = false;
    while (parent && INLINE.has(parent.localName)) {
      if (parent.localName === 'a') inLink = true;
      parent = parent.parentElement;
    }
    if (!parent) continue;
    if (inLink || parent.parentElement?.localName === 'a') {
      look.linkChars += size;
      if (size > 30) look.longLinks += 1;
      continue;
    }
    if (size < 40) continue;
    look.prose += size;
    if (look.words.length < MAX_WORDS) look.words += ` ${data.slice(0, MAX_WORDS)}`;
    if (SENTENCE_END.test(data.slice(-2))) look.sentences += 1;
    const isParagraph = PARAGRAPH.has(parent.localName);
    const holder = isParagraph ? parent.parentElement : parent;
    if (!holder) continue;
    addTo(clusters, holder, parent, size);
    // one level further up, if each paragraph has a box of its own
    if (holder.parentElement) addTo(clusters, holder.parentElement, parent, size * 0.6);
  }
  for (const { chars, paragraphs } of clusters.values()) {
    if (chars <= look.cluster) continue;
    look.cluster = chars;
    look.clusterParagraphs = paragraphs;
  }
  return look;
}

const PARAGRAPH = new Set(['p', 'li', 'blockquote']);
const SENTENCE_END = /[.!?。！？…]/u;

/** Prose that one element holds, and in how many paragraphs. */
interface Cluster {
  chars: number;
  paragraphs: number;
  last: Element;
}

function addTo(clusters: Map<Element, Cluster>, holder: Element, paragraph: Element, size: number): void {
  const cluster = clusters.get(holder);
  if (!cluster) {
    clusters.set(holder, { chars: size, paragraphs: 1, last: paragraph });
    return;
  }
  cluster.chars += size;
  if (cluster.last !== paragraph) cluster.paragraphs += 1;
  cluster.last = paragraph;
}
