import { foldSpace } from '../text/quote.ts';
import { isAside } from './aside.ts';
import type { PageBlock } from './blocks.ts';
import { clean } from './clean.ts';
import { isNode, listOf, valuesOf, type JsonLd, type JsonLdNode } from './json-ld.ts';
import type { Meta } from './meta.ts';
import { attributeOf, own } from './shadow.ts';
import type { Work } from '../work.ts';
import { folded } from './words.ts';

/** Whose page it is, and where its headline stands. */
interface Place {
  readonly siteName: string;
  readonly url: string;
  readonly headline: Element | null;
}

/**
 * The people who wrote the article: as the publisher declares them, else as the page shows them. An agency only where
 * no person signs; never the publisher itself, an address, a date or a desk.
 */
export function* bylineOf(
  page: Document,
  ld: JsonLd,
  article: JsonLdNode | null,
  meta: Meta,
  place: Place,
): Work<string[]> {
  const declared = article ? valuesOf(ld, article, 'author').flatMap(authorNames) : [];
  return (
    firstPeople([declared, META.flatMap(name => meta.all(name)), cardAuthors(meta)], place) ??
    (yield* shownPeople(page, place))
  );
}

const META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'cxenseparse:author',
];

/** Twitter's cards have labelled lines, and one of them may name the author. */
function cardAuthors(meta: Meta): string[] {
  return ['1', '2']
    .filter(n => CARD_LABEL.test(meta.first(`twitter:label${n}`)))
    .map(n => meta.first(`twitter:data${n}`));
}

const CARD_LABEL =
  /^(?:(?:written|interview) by|author|escrito por|verfasst von|écrit par|scritto da|autor)/i;

function firstPeople(sources: readonly (readonly string[])[], place: Place): string[] | null {
  for (const source of sources) {
    const people = source.flatMap(text => peopleIn(text, place));
    if (people.length > 0) return preferPeople([...new Set(people)]);
  }
  return null;
}

function authorNames(author: unknown): string[] {
  if (typeof author === 'string') return [author];
  if (!isNode(author)) return [];
  return listOf(author['name'])
    .flatMap(name => (isNode(name) ? listOf(name['@value']) : [name]))
    .filter(name => typeof name === 'string');
}

/** Where pages show who wrote, the surest first. */
const BYLINES = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class*="byline" i] a, [data-testid*="byline" i] a',
  '[class*="byline" i], [data-testid*="byline" i]',
  '[class*="author-name" i], [class*="author_name" i], [class*="authorname" i]',
  'a[href*="/author/" i], a[href*="/authors/" i], a[href*="/autor/" i], a[href*="/autoren/" i], a[href*="/auteur/" i]',
  '[class~="author" i], [class*="article-author" i], [class*="article__author" i], [class*="post-author" i]',
];

/** Much else is called so too: the first that holds a full name, and that name alone. */
const LIKELY_BYLINES =
  '.reader-credits, [class*="author" i], [class*="autor" i], [class*="reporter" i], [class*="writer" i]';

const MAX_SHOWN = 90; // characters

function* shownPeople(page: Document, place: Place): Work<string[]> {
  for (const selector of BYLINES) {
    yield;
    const found: string[] = [];
    const elements = page.querySelectorAll(selector);
    for (let i = 0; i < elements.length && i < 20 && found.length < 4; i += 1) {
      const element = elements[i]!;
      if (isAside(element, place.headline)) continue;
      const text = clean(attributeOf(element, 'content') ?? own(element, 'textContent') ?? '');
      const isNew = !found.some(other => other.includes(text) || text.includes(other));
      if (text.length >= 3 && text.length <= MAX_SHOWN && isNew) found.push(text);
    }
    const people = firstPeople([found], place);
    if (people) return people;
  }
  yield;
  const likely = page.querySelectorAll(LIKELY_BYLINES);
  for (let i = 0; i < likely.length && i < 40; i += 1) {
    if (isAside(likely[i]!, place.headline)) continue;
    const text = clean(own(likely[i]!, 'textContent') ?? '');
    const people = text.length > MAX_SHOWN ? [] : peopleIn(text, place).filter(isFullName);
    if (people.length > 0) return people;
  }
  return [];
}

/** How a line begins that says who wrote: `By`, `Von`, `Text:`, `作者：`. */
const LEAD =
  /^(?:(?:text|story|words|analysis|opinion|commentary|review|column|essay|reported|written|posted|published|article|interview|updated|edited|escrito|verfasst|écrit) )?(?:by|von|par|por|di|da|af|av|door|od|oleh|autor(?:ka|in|a|es)?|auteurs?|authors?|text|texte|texto|testo|tekst|interview|penulis|reporter|автор|текст)(?: ?: ?| )|^(?:作者|记者|記者|文|责编|責任編集|责任编辑) ?[:：/／]? ?/i;

const BEFORE_BODY = 8; // blocks
const AFTER_BODY = 3;

/** People a line of their own names, right above the body or right below it; for pages that declare nobody. */
export function signedBy(
  blocks: readonly PageBlock[],
  body: readonly PageBlock[],
  siteName: string,
  url: string,
): string[] {
  const first = blocks.indexOf(body[0]!);
  const last = blocks.indexOf(body.at(-1)!);
  const lines = [
    ...blocks.slice(Math.max(0, first - BEFORE_BODY), first + 2),
    ...blocks.slice(Math.max(first + 2, last), last + 1 + AFTER_BODY),
  ];
  for (const block of lines) {
    if (block.text.length > MAX_SHOWN) continue;
    const line = block.text.replace(/^[\s(（[]+|[\s)）\]]{1,20}$/gu, '');
    if (!LEAD.test(line) && !isSignature(block)) continue;
    const people = peopleIn(line, { siteName, url, headline: null });
    if (people.length > 0 && people.every(isFullName)) return people;
  }
  return [];
}

/** In print, who wrote stands below the last line, bold and to the right. */
function isSignature({ frame, text, strongChars }: PageBlock): boolean {
  const style = attributeOf(frame.element, 'style') ?? '';
  return strongChars > text.length * 0.9 && /text-align\s?:\s?(?:right|end)/i.test(style);
}

/** Two words with a capital each, or a name in a script without spaces or capitals. */
function isFullName(name: string): boolean {
  if (/^[\u3040-\u9fff\uac00-\ud7af·・]{2,12}$/u.test(name)) return true;
  const words = name.split(' ');
  return words.length >= 2 && words.length <= 4 && words.every(word => word !== word.toLowerCase());
}

/** The names of people in a byline; nothing for the publisher, an address, a date or a sentence. */
function peopleIn(text: string, place: Place): string[] {
  const parts = clean(text)
    .split(' ')
    .filter(word => !word.includes('@') && !/^https?:/i.test(word))
    .join(' ')
    .replace(LEAD, '')
    .split(/[,;|/•·、，；]| [-–—] | (?:and|und|et|y|e|og|och|en|&|with|mit|avec|con|dan) /i)
    .map(name =>
      foldSpace(name)
        .replace(LEAD, '')
        .replace(/^[-–—\s]+|[-–—.\s]{1,20}$/gu, ''),
    );
  // "The Outlet, Hamburg, Germany" is an address
  const [outlet, ...rest] = parts;
  if (rest.length === 2 && isOutlet(outlet!, place) && rest.every(part => !part.includes(' '))) return [];
  return parts.filter(name => isPerson(name, place));
}

/** Words that name a desk or a role, not a person. */
const DESK =
  /^(?:admin\w*|agency|agenturen|anonym\w*|anónimo|by|contributors?|copyright|correspondents?|desk|digital|drucken|editor\w*|eksperci|email|facebook|follow|guest|interview|learn|magazine|media|nachrichten|newsdesk|newsroom|news|office|online|posted|press|publi\w*|redac\w*|redak\w*|red|reporters?|staff|share|super|team|twitter|whatsapp|the|unknown|user|view|web|webmaster|writers?|written|www|zeitung|on|of|more|about|all|posts|photo\w*|foto\w*|фото)$/i;

/** What the last word of somebody's office is: “Chief Political Correspondent”. */
const OFFICE =
  / (?:editor(?:-at-large|-in-chief)?|correspondent|reporter|columnist|writer|contributor|critic|analyst|journalist|producer)s?$/i;

/** Words that make the name of a body of people. */
const ORGANISATION =
  /(?:^|\s)(?:GmbH|AG|eG|e\.?\s?V|Inc|Ltd|LLC|Verein|Verband|Institut|Stiftung|Department|Ministry|University|Team)\b/u;

function isPerson(name: string, place: Place): boolean {
  if (name.length < 2 || name.length > 60 || /[\d@<>{}_()[\]&:]|\.[a-z]/.test(name)) return false;
  const words = name.split(' ');
  if (words.length > 6 || (words.length > 2 && !/^[A-Z\u00c0-\uffff]/.test(name))) return false;
  // an account, not a name
  if (words.length === 1 && /^[a-z-]{5,}$/u.test(name)) return false;
  if (ORGANISATION.test(name) || OFFICE.test(name) || /^(?:foto|photo|фото|bild|image)/i.test(name))
    return false;
  return !isOutlet(name, place);
}

/** The outlet itself, or a desk of it: every word names one or the other. */
function isOutlet(name: string, { siteName, url }: Place): boolean {
  const bare = folded(name);
  if (bare === '' || bare === folded(siteName)) return true;
  // “CNN Business”: who signs so is called by three letters and what the desk does
  if (/^[A-Z]{2,5}$/.test(siteName) && name.startsWith(`${siteName} `)) return true;
  const outlet = new Set([...folded(siteName).split(' '), ...hostNames(url)]);
  return (
    outlet.has(bare.replaceAll(' ', '')) || bare.split(' ').every(word => outlet.has(word) || DESK.test(word))
  );
}

const AGENCY =
  /^(?:reuters|associated press|ap|afp|agence france-presse|deutsche presse-agentur|dpa|apa|ansa|efe|upi|pti|ani|bloomberg|xinhua|tass|kyodo|sid|sda|epd|kna|lusa|belga|anp|ritzau|ntb|tt|pap|ctk|čtk)\b/i;

/** An agency signs only where no person does. */
function preferPeople(names: string[]): string[] {
  const people = names.filter(
    name => !AGENCY.test(name) && (name.includes(' ') || /[\u0590-\uffff]/.test(name)),
  );
  return people.length > 0 ? people : names.slice(0, 3);
}

/** What the host of an address can be called. */
export function hostNames(url: string): Set<string> {
  try {
    const host = new URL(url).hostname.replace(/^www\./u, '');
    const parts = host.split('.');
    return new Set([
      ...parts,
      ...parts.flatMap(part => part.split('-')),
      host.replaceAll('.', ''),
      host.replaceAll(/[-.]/gu, ''),
    ]);
  } catch {
    return new Set();
  }
}
