import { see, type TextLook } from './page-sight.ts';

/** Names of the features, in order; apart, since the script that runs on every page has no use for them. */
export const PAGE_FEATURES: readonly string[] = [
  'slugWords',
  'lastPart',
  'dateInPath',
  'idInPath',
  'frontPath',
  'listPath',
  'articlePath',
  'formPage',
  'legalPage',
  'talkPath',
  'guidePath',
  'describedNews',
  'describedList',
  'headlines',
  'ogArticle',
  'sectionMeta',
  'authorMeta',
  'headingChars',
  'clusterChars',
  'clusterParagraphs',
  'clusterLength',
  'clusterShare',
  'linkShare',
  'linksPerChar',
  'longLinks',
  'sentences',
  'addressed',
  'ourselves',
  'oneself',
  'reported',
  'quotations',
  'figures',
  'paragraphs',
  'items',
  'headings2',
  'images',
  'articles',
  'times',
  'inputs',
  'code',
  'captions',
  'byline',
  'articleBody',
  'basket',
];

/**
 * What a page looks like at a glance, as numbers, for the trees of `detect-weights.ts`. At most a fixed number of
 * nodes is visited, whatever the size of the page. The same code runs at training and on the page.
 */
const COMPUTE: readonly ((look: Look) => number)[] = [
  // the address
  // slugWords
  ({ path }) => Math.max(...path.split('/').map(part => part.split(/[-_+]|%20/u).length)),
  // lastPart
  ({ path }) => Math.min(100, path.length - path.lastIndexOf('/') - 1),
  // dateInPath
  ({ path }) => (/[/-](?:19|20)\d\d[/-]?[01]\d(?:[/-]|\d\d)/u.test(path) ? 1 : 0),
  // idInPath
  ({ path }) => (/\d{5,}|[\da-f]{8}-[\da-f]{4}/u.test(path) ? 1 : 0),
  // frontPath
  ({ path }) => (FRONT_PATH.test(path) ? 1 : 0),
  // listPath
  ({ path }) => (LIST_PATH.test(path) ? 1 : 0),
  // articlePath
  ({ path }) => (ARTICLE_PATH.test(path) ? 1 : 0),
  // formPage
  look => (FORM.test(labels(look)) ? 1 : 0),
  // legalPage
  look => (LEGAL.test(labels(look)) ? 1 : 0),
  // talkPath
  ({ host, path }) => (TALK_PATH.test(`${host}${path}`) ? 1 : 0),
  // guidePath
  ({ host, path }) => (GUIDE_PATH.test(`${host}${path}`) ? 1 : 0),
  // what the publisher says
  // describedNews
  ({ described }) => (/NewsArticle|LiveBlogPosting/u.test(described) ? 1 : 0),
  // describedList
  ({ described }) => (/"(?:ItemList|CollectionPage|SearchResultsPage|ProfilePage)"/u.test(described) ? 1 : 0),
  // headlines
  ({ described }) => Math.min(5, described.split('"headline"').length - 1),
  // ogArticle
  ({ meta }) => (/article/i.test(meta('og:type')) ? 1 : 0),
  // sectionMeta
  ({ meta }) => (meta('article:section') || meta('article:tag') || meta('news_keywords') ? 1 : 0),
  // authorMeta
  ({ meta }) => (meta('author') || meta('article:author') ? 1 : 0),

  // the headline
  // headingChars
  ({ heading }) => Math.min(200, heading.length),
  // the text
  // clusterChars
  ({ text }) => Math.log2(1 + text.cluster),
  // clusterParagraphs
  ({ text }) => Math.min(60, text.clusterParagraphs),
  // clusterLength
  ({ text }) => Math.min(800, text.cluster / Math.max(1, text.clusterParagraphs)),
  // clusterShare
  ({ text }) => text.cluster / Math.max(1, text.chars),
  // linkShare
  ({ text }) => text.linkChars / Math.max(1, text.chars),
  // linksPerChar
  ({ text, tags }) => (1000 * (tags['a'] ?? 0)) / (300 + text.prose),
  // longLinks
  ({ text }) => text.longLinks / Math.max(1, text.longLinks + text.clusterParagraphs),
  // sentences
  ({ text }) => (100 * text.sentences) / Math.max(1, text.prose),
  // addressed
  ({ words, sampled }) => (1000 * (words.match(YOU)?.length ?? 0)) / sampled,
  // ourselves
  ({ words, sampled }) => (1000 * (words.match(WE)?.length ?? 0)) / sampled,
  // oneself
  ({ words, sampled }) => (1000 * (words.match(I)?.length ?? 0)) / sampled,
  // reported
  ({ words, sampled }) => (1000 * (words.match(SAID)?.length ?? 0)) / sampled,
  // quotations
  ({ words, sampled }) => (1000 * (words.match(/[“”„«»"]/gu)?.length ?? 0)) / sampled,
  // figures
  ({ words, sampled }) => (1000 * (words.match(/\d/gu)?.length ?? 0)) / sampled,

  // what it is made of, for each hundred elements
  // paragraphs
  look => share(look, 'p'),
  // items
  look => share(look, 'li'),
  // headings2
  look => share(look, 'h2'),
  // images
  look => share(look, 'img'),
  // articles
  ({ tags }) => Math.min(20, tags['article'] ?? 0),
  // times
  ({ tags }) => Math.min(12, tags['time'] ?? 0),
  // inputs
  look => share(look, 'input') + share(look, 'select'),
  // code
  ({ tags }) => Math.min(10, (tags['code'] ?? 0) + (tags['pre'] ?? 0)),
  // captions
  ({ tags }) => Math.min(5, tags['figcaption'] ?? 0),
  // byline
  ({ page }) =>
    page.querySelector('[rel~="author"],[itemprop~="author"],[class*="byline"],[class*="author"]') ? 1 : 0,
  // articleBody
  ({ page }) =>
    page.querySelector(
      '[itemprop~="articleBody"],[class*="article-body"],[class*="articleBody"],[class*="entry-content"],[class*="post-content"]',
    )
      ? 1
      : 0,
  // basket
  ({ page }) =>
    page.querySelector('[class*="add-to-cart"],[class*="addtocart"],[itemprop~="price"],[class*="price"]')
      ? 1
      : 0,
];

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

const MAX_META = 200;
const MAX_DESCRIPTION = 60_000;

function lookAt(page: Document, url: string): Look {
  const { host, path } = addressOf(url);
  const { tags, elements, text } = see(page);
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
