/**
 * What a page looks like at a glance, as numbers, for the trees of `detect-weights.ts`. At most a fixed number of
 * nodes is visited, whatever the size of the page. The same code runs at training and on the page.
 */
const FEATURES: Record<string, (look: Look) => number> = {
  // the address
  slugWords: ({ path }) => Math.max(...path.split('/').map(part => part.split(/[-_+]|%20/u).length)),
  lastPart: ({ path }) => Math.min(100, (/[^/]*$/u.exec(path)?.[0] ?? '').length),
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
  ogArticle: ({ meta }) => (/article/iu.test(meta('og:type')) ? 1 : 0),
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
  rules: ({ words, sampled }) => (1000 * (words.match(RULES)?.length ?? 0)) / sampled,

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
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|homepage|default|start|startseite|inicio|accueil)(?:\.\w{2,5})?\/?)?$/iu;
const LIST_PATH =
  /\/(?:category|categories|categor[ií]a|tags?|topics?|themen?|thema|sections?|rubrik|ressort|authors?|autore?n?|search|suche|archives?|archiv|pages?|latest|newsticker|ticker|overview|nachrichten|collections?|feed)(?:\/[^/]*){0,2}$/iu;
const ARTICLE_PATH =
  /\/(?:articles?|story|stories|news|blogs?|posts?|artikel|artikkel|noticias?|notizie|actualites?|opinion|politics|world|20\d\d)\//iu;
const FORM =
  /\b(?:log.?[io]n|sign.?(?:in|up)|register|registration|registrieren|anmeld(?:en|ung)|account|password|passwort|recover\w*|contact|kontakt|subscribe|newsletters?|abo|checkout|cart|warenkorb|search|suche\w*)\b/iu;
const LEGAL =
  /\b(?:impressum|imprint|datenschutz\w*|privacy|cookies?|terms|nutzungsbedingungen|agb|legal|legales|l[ée]gales|privacidad|confidentialit[ée]|disclaimer|licen[sc]e|accessibility|barrierefreiheit|(?:about|contact).us|über.uns|masthead|editorial.(?:policy|standards|guidelines)|faq|help|hilfe|careers|advertise)\b/iu;
const TALK_PATH =
  /(?:^|[./])(?:forums?|community|discuss\w*|threads?|questions|showthread|viewtopic|topic|boards?|groups?)(?:[./?-]|$)/iu;
const GUIDE_PATH =
  /(?:^|[./])(?:docs?|documentation|developers?|api|reference|manual|guide|guides|wiki|support|kb|learn|tutorials?|en-us\/library)(?:[./-]|$)/iu;

// Words in the text: who speaks to whom tells a report from a leaflet, a forum and a contract
const YOU = /\b(?:you|your|yours|sie|ihre?[mnrs]?|vous|votre|vos|usted|ustedes)\b/giu;
const WE = /\b(?:we|our|ours|us|wir|unsere?[mnrs]?|nous|notre|nos|nosotros|nuestr[ao]s?)\b/giu;
const I = /\b(?:i|my|me|ich|mein|je|yo)\b/giu;
const SAID =
  /\b(?:said|says|told|according|sagte|sagt|laut|erklärte|declared|dijo|según|selon|disse|secondo)\b/giu;
const RULES =
  /\b(?:shall|must|personal data|privacy|cookies?|third part(?:y|ies)|consent|terms|liab\w+|daten|einwilligung|verantwortlich\w*|haftung|gemäß|dsgvo|gdpr|art\.|abs\.)(?![\p{L}])/giu;

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
const MAX_WORDS = 12_000;

function lookAt(page: Document, url: string): Look {
  const tags: Record<string, number> = {};
  let elements = 0;
  for (
    let element = page.firstElementChild;
    element && elements < MAX_ELEMENTS;
    element = following(element)
  ) {
    elements += 1;
    const name = element.localName;
    tags[name] = (tags[name] ?? 0) + 1;
  }
  const { host, path } = addressOf(url);
  const text = lookAtText(page);
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
    words: text.words,
    sampled: Math.max(200, text.words.length),
  };
}

/** The next element in document order. */
function following(element: Element): Element | null {
  if (element.firstElementChild) return element.firstElementChild;
  let around: Element | null = element;
  while (around && !around.nextElementSibling) around = around.parentElement;
  return around?.nextElementSibling ?? null;
}

function share({ tags, elements }: Look, name: string): number {
  return (100 * (tags[name] ?? 0)) / Math.max(1, elements);
}

/** What a page calls itself, in its address and above its text. */
function labels({ path, title, heading }: Look): string {
  return `${path.replaceAll('_', '-')}\n${title}\n${heading}`;
}

function addressOf(url: string): { host: string; path: string } {
  try {
    const { hostname, pathname } = new URL(url);
    return { host: hostname, path: pathname };
  } catch {
    return { host: '', path: '/' };
  }
}

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
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
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
  };
  if (!page.body) return look;
  const clusters = new Map<Element, { chars: number; paragraphs: Set<Element> }>();
  const texts = page.createTreeWalker(page.body, SHOW_TEXT);
  for (let i = 0; i < MAX_TEXTS && texts.nextNode(); i += 1) {
    const node = texts.currentNode as Text;
    if (node.length < 3) continue;
    let parent = node.parentElement;
    if (!parent || SILENT.has(parent.localName)) continue;
    const data = node.data.trim();
    if (data === '') continue;
    // a letter of a script without spaces says as much as three of another
    const isCjk = CJK.test(data);
    const size = isCjk ? data.length * 3 : data.length;
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
    if (/[.!?。！？…][”"’»)]?$/u.test(data)) look.sentences += 1;
    addToClusters(clusters, parent, size);
  }
  for (const { chars, paragraphs } of clusters.values()) {
    if (chars <= look.cluster) continue;
    look.cluster = chars;
    look.clusterParagraphs = paragraphs.size;
  }
  return look;
}

/** Paragraphs belong together if the same element holds them, one level further up if each has a box of its own. */
function addToClusters(
  clusters: Map<Element, { chars: number; paragraphs: Set<Element> }>,
  paragraph: Element,
  size: number,
): void {
  const isParagraph =
    paragraph.localName === 'p' || paragraph.localName === 'li' || paragraph.localName === 'blockquote';
  const holder = isParagraph ? paragraph.parentElement : paragraph;
  for (const [element, part] of [
    [holder, 1],
    [holder?.parentElement, 0.6],
  ] as const) {
    if (!element) continue;
    let cluster = clusters.get(element);
    if (!cluster) clusters.set(element, (cluster = { chars: 0, paragraphs: new Set() }));
    cluster.chars += part * size;
    cluster.paragraphs.add(paragraph);
  }
}
