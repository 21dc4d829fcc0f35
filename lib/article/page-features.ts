/**
 * What a page looks like at a glance, as numbers, for the trees of `detect-weights.ts`. At most a fixed number of
 * nodes is visited, whatever the size of the page. The same code runs at training and on the page.
 */
const FEATURES: Record<string, (look: Look) => number> = {
  // the address
  pathDepth: ({ path }) => path.split('/').length - 2,
  slugWords: ({ path }) => Math.max(...path.split('/').map(part => part.split(/[-_+]|%20/u).length)),
  lastPart: ({ path }) => Math.min(100, (/[^/]*$/u.exec(path)?.[0] ?? '').length),
  dateInPath: ({ path }) => (/[/-](?:19|20)\d\d[/-]?[01]\d(?:[/-]|\d\d)/u.test(path) ? 1 : 0),
  idInPath: ({ path }) => (/\d{5,}|[\da-f]{8}-[\da-f]{4}/u.test(path) ? 1 : 0),
  htmlPath: ({ path }) => (/\.(?:s?html?|php|aspx?|ece|story)$/u.test(path) ? 1 : 0),
  folderPath: ({ path }) => (path.length > 1 && path.endsWith('/') ? 1 : 0),
  frontPath: ({ path }) => (FRONT_PATH.test(path) ? 1 : 0),
  listPath: ({ path }) => (LIST_PATH.test(path) ? 1 : 0),
  articlePath: ({ path }) => (ARTICLE_PATH.test(path) ? 1 : 0),
  formPath: ({ path }) => (FORM_PATH.test(path) ? 1 : 0),
  shopPath: ({ path }) => (SHOP_PATH.test(path) ? 1 : 0),
  legalPath: ({ path }) => (LEGAL.test(path) ? 1 : 0),
  talkPath: ({ host, path }) => (TALK_PATH.test(`${host}${path}`) ? 1 : 0),
  guidePath: ({ host, path }) => (GUIDE_PATH.test(`${host}${path}`) ? 1 : 0),
  query: ({ query }) => Math.min(60, query.length),

  // what the publisher says
  describedNews: ({ described }) => (/NewsArticle|LiveBlogPosting/u.test(described) ? 1 : 0),
  describedArticle: ({ described }) =>
    /"(?:\w+:)?(?:Article|BlogPosting|Report|TechArticle)"/u.test(described) ? 1 : 0,
  describedList: ({ described }) =>
    /"(?:ItemList|CollectionPage|SearchResultsPage|ProfilePage)"/u.test(described) ? 1 : 0,
  describedThing: ({ described }) =>
    /"(?:Product|SoftwareApplication|Service|LocalBusiness|Course|JobPosting|Event|Recipe)"/u.test(described)
      ? 1
      : 0,
  describedTalk: ({ described }) =>
    /"(?:DiscussionForumPosting|QAPage|FAQPage|Question)"/u.test(described) ? 1 : 0,
  described: ({ described }) => (described ? 1 : 0),
  headlines: ({ described }) => Math.min(5, described.split('"headline"').length - 1),
  published: ({ described }) => Math.min(5, described.split('"datePublished"').length - 1),
  ogArticle: ({ meta }) => (/article/iu.test(meta('og:type')) ? 1 : 0),
  ogWebsite: ({ meta }) => (/website|blog/iu.test(meta('og:type')) ? 1 : 0),
  ogOther: ({ meta }) => (/product|profile|video|object|company|forum/iu.test(meta('og:type')) ? 1 : 0),
  publishedMeta: ({ meta }) =>
    meta('article:published_time') || meta('date') || meta('pubdate') || meta('parsely-pub-date') ? 1 : 0,
  sectionMeta: ({ meta }) =>
    meta('article:section') || meta('article:tag') || meta('news_keywords') ? 1 : 0,
  authorMeta: ({ meta }) => (meta('author') || meta('article:author') ? 1 : 0),

  // the headline
  titleWords: ({ title }) => Math.min(30, title.split(/\s+/u).length),
  titleChars: ({ title }) => Math.min(200, title.length),
  legalTitle: ({ title, heading }) => (LEGAL_TITLE.test(`${title}\n${heading}`) ? 1 : 0),
  formTitle: ({ title, heading }) => (FORM_TITLE.test(`${title}\n${heading}`) ? 1 : 0),
  headings1: ({ tags }) => Math.min(6, tags['h1'] ?? 0),
  headingChars: ({ heading }) => Math.min(200, heading.length),
  headingInTitle: ({ title, heading }) =>
    heading.length > 8 && title.startsWith(heading.slice(0, 24)) ? 1 : 0,

  // the text
  clusterChars: ({ text }) => Math.log2(1 + text.cluster),
  clusterParagraphs: ({ text }) => Math.min(60, text.clusterParagraphs),
  clusterLength: ({ text }) => Math.min(800, text.cluster / Math.max(1, text.clusterParagraphs)),
  clusterShare: ({ text }) => text.cluster / Math.max(1, text.chars),
  clusterOfProse: ({ text }) => text.cluster / Math.max(1, text.prose),
  clusters: ({ text }) => Math.log2(1 + text.clusters),
  linkShare: ({ text }) => text.linkChars / Math.max(1, text.chars),
  linksPerChar: ({ text, tags }) => (1000 * (tags['a'] ?? 0)) / (300 + text.prose),
  longLinks: ({ text }) => text.longLinks / Math.max(1, text.longLinks + text.clusterParagraphs),
  sentences: ({ text }) => (100 * text.sentences) / Math.max(1, text.prose),
  listedProse: ({ text }) => text.listed / Math.max(1, text.prose),
  isCjk: ({ text }) => (text.cjk > 0 ? 1 : 0),
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
  headings3: look => share(look, 'h3'),
  images: look => share(look, 'img'),
  articles: ({ tags }) => Math.min(20, tags['article'] ?? 0),
  times: ({ tags }) => Math.min(12, tags['time'] ?? 0),
  inputs: look => share(look, 'input') + share(look, 'select'),
  textAreas: ({ tags }) => Math.min(3, tags['textarea'] ?? 0),
  buttons: look => share(look, 'button'),
  cells: look => share(look, 'td'),
  code: ({ tags }) => Math.min(10, (tags['code'] ?? 0) + (tags['pre'] ?? 0)),
  quotes: ({ tags }) => Math.min(5, tags['blockquote'] ?? 0),
  captions: ({ tags }) => Math.min(5, tags['figcaption'] ?? 0),
  password: ({ page }) => (page.querySelector('input[type="password"]') ? 1 : 0),
  byline: ({ page }) =>
    page.querySelector('[rel~="author"],[itemprop~="author"],[class*="byline"],[class*="author"]') ? 1 : 0,
  articleBody: ({ page }) =>
    page.querySelector(
      '[itemprop~="articleBody"],[class*="article-body"],[class*="articleBody"],[class*="entry-content"],[class*="post-content"]',
    )
      ? 1
      : 0,
  comments: ({ page }) => (page.querySelector('[id*="comment"],[class*="comment"]') ? 1 : 0),
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
const FORM_PATH =
  /(?:log-?in|log-?on|sign-?in|sign-?up|register|registration|registrier\w*|anmeld\w*|account|forgot|password|passwort|reset|recover\w*|contact(?:-?us)?|kontakt|subscribe|abo(?:nnement)?|checkout|cart|basket|warenkorb|search|suche)(?:[./?]|$)/iu;
const SHOP_PATH =
  /\/(?:products?|shop|store|item|dp|buy|produkte?|services?|pricing|solutions?|features|about|company|careers?|jobs?)(?:\/|$|\.)/iu;
const LEGAL =
  /(?:impressum|imprint|datenschutz|data-?protection|privacy|cookies?-?(?:policy|richtlinie)?|terms|conditions|nutzungsbedingungen|agb|legal|disclaimer|mentions-?legales|aviso-?legal|privacidad|confidentialite|cgu|cgv|copyright|licen[sc]e|accessibility|barrierefreiheit|ueber-?uns|about-?us|masthead|editorial-?(?:policy|standards|guidelines)|code-?of-?(?:conduct|ethics)|mediadaten|faq|hilfe|help)(?:[-_./]|$)/iu;
const TALK_PATH =
  /(?:^|[./])(?:forums?|community|discuss\w*|threads?|questions|showthread|viewtopic|topic|boards?|groups?)(?:[./?-]|$)/iu;
const GUIDE_PATH =
  /(?:^|[./])(?:docs?|documentation|developers?|api|reference|manual|guide|guides|wiki|support|kb|learn|tutorials?|en-us\/library)(?:[./-]|$)/iu;
const LEGAL_TITLE =
  /\b(?:impressum|imprint|datenschutz\w*|privacy|cookies?|terms (?:of|and)|nutzungsbedingungen|allgemeine geschäftsbedingungen|agb|legal notice|mentions légales|aviso legal|privacidad|disclaimer|accessibility statement|barrierefreiheit|über uns|about us|kontakt|contact us)\b/iu;
const FORM_TITLE =
  /\b(?:log ?in|sign (?:in|up)|register|registration|anmelden|registrieren|create (?:an |your )?account|forgot\w* password|reset|password|passwort|contact|kontakt|search results?|suchergebnisse?|subscribe|shopping cart|checkout|newsletter)\b/iu;

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
  readonly query: string;
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
  const all = page.getElementsByTagName('*');
  let elements = 0;
  for (; elements < MAX_ELEMENTS; elements += 1) {
    const element = all[elements];
    if (!element) break;
    const name = element.localName;
    tags[name] = (tags[name] ?? 0) + 1;
  }
  const { host, path, query } = addressOf(url);
  const text = lookAtText(page);
  return {
    page,
    host,
    path,
    query,
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

function share({ tags, elements }: Look, name: string): number {
  return (100 * (tags[name] ?? 0)) / Math.max(1, elements);
}

function addressOf(url: string): { host: string; path: string; query: string } {
  try {
    const { hostname, pathname, search } = new URL(url);
    return { host: hostname, path: pathname, query: search };
  } catch {
    return { host: '', path: '/', query: '' };
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
  listed: number; // of these, in list items
  sentences: number;
  cluster: number; // characters of prose in the element that holds most
  clusterParagraphs: number;
  clusters: number; // elements that hold some prose
  cjk: number;
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
    listed: 0,
    sentences: 0,
    cluster: 0,
    clusterParagraphs: 0,
    clusters: 0,
    cjk: 0,
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
    if (isCjk) look.cjk += 1;
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
    if (parent.localName === 'li') look.listed += size;
    if (/[.!?。！？…][”"’»)]?$/u.test(data)) look.sentences += 1;
    addToClusters(clusters, parent, size);
  }
  for (const { chars, paragraphs } of clusters.values()) {
    if (chars > 150) look.clusters += 1;
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
