import { isShadowed, own } from './shadow.ts';

type Counted = 'a' | 'p' | 'li' | 'h2' | 'img' | 'article' | 'time' | 'input' | 'code' | 'pre' | 'figcaption';

/** What a page is made of. */
export interface Make {
  /** What is asked for what is somewhere in it: the page, or of a large one its head. */
  readonly root: ParentNode | null;
  readonly elements: number;
  count(name: Counted): number;
  named(name: 'a' | 'p' | 'h1'): ArrayLike<Element>;
}

/** A page of more elements is judged by its first ones. */
const MAX_ELEMENTS = 12_000;
const FIRST_ELEMENTS = 3_000;

/**
 * What a page is made of. The browser keeps count; no element is touched, for the first one that is costs as much as
 * all the rest of a glance.
 */
export function makeOf(page: Document): Make {
  const all = page.getElementsByTagName('*');
  if (all[MAX_ELEMENTS]) return makeOfFirst(page, all);
  return {
    root: page,
    elements: all.length,
    count: name => page.getElementsByTagName(name).length,
    named: name => page.getElementsByTagName(name),
  };
}

function makeOfFirst(page: Document, all: ArrayLike<Element>): Make {
  const byName = new Map<string, Element[]>();
  for (let i = 0; i < FIRST_ELEMENTS; i += 1) {
    const element = all[i]!;
    const name = own(element, 'localName');
    const known = byName.get(name);
    if (known) known.push(element);
    else byName.set(name, [element]);
  }
  const named = (name: string): Element[] => byName.get(name) ?? [];
  return { root: page.head, elements: FIRST_ELEMENTS, count: name => named(name).length, named };
}

/** What the texts of a page come to, in characters. */
export interface Sight {
  readonly linkChars: number;
  readonly longLinks: number; // links of headline length
  readonly prose: number; // in stretches of sentence length outside links
  readonly sentences: number;
  readonly veryLong: number; // stretches of several sentences
  readonly inArticle: number; // stretches inside an `<article>`
  readonly cluster: number; // prose in the element that holds most
  readonly clusterParagraphs: number;
  readonly words: string; // the beginning of the prose
}

/** An element around the words, and the prose that stands in it. */
interface Holder {
  readonly around: Holder | null;
  chars: number;
  paragraphs: number;
  last: Element | null; // the paragraph counted last
}

const MIN_PROSE = 40; // characters
const VERY_LONG = 200;
/** Less of it in paragraphs, and other texts are looked at. */
const LITTLE_PROSE = 400;
const MAX_WORDS = 2_000;
const SENTENCE_ENDS = '.!?。！？…';

const MAX_PARAGRAPHS = 120;
const MAX_TEXTS = 2_500;
const MAX_LINKS = 80; // each stands for as many as are left out

const PRESSED = 'a,button,label';
const SILENT = `${PRESSED},script,style,noscript,template,textarea,select,svg`;
const INLINE = ' abbr b bdi cite em font i mark q s small span strong sub sup time u ';
const PARAGRAPHS = ' p li blockquote ';

/** Most pages say in their `<p>` what they are, and the browser finds those; of others every text is asked. */
export function see(page: Document, make: Make): Sight {
  const sight = readProse(page, make, false);
  return sight.prose < LITTLE_PROSE ? readProse(page, make, true) : sight;
}

function readProse(page: Document, make: Make, isOfTexts: boolean): Sight {
  let linkChars = 0;
  let longLinks = 0;
  let prose = 0;
  let sentences = 0;
  let veryLong = 0;
  let inArticle = 0;
  let cluster = 0;
  let clusterParagraphs = 0;
  let beginning = '';
  const holders = new Map<Element, Holder>();

  const holderOf = (element: Element | null, isInner: boolean): Holder | null => {
    if (!element) return null;
    let holder = holders.get(element);
    if (!holder) {
      const around = isInner ? holderOf(own(element, 'parentElement'), false) : null;
      holders.set(element, (holder = { around, chars: 0, paragraphs: 0, last: null }));
    }
    return holder;
  };
  const add = (holder: Holder | null, paragraph: Element, size: number): void => {
    if (!holder) return;
    holder.chars += size;
    if (holder.last !== paragraph) holder.paragraphs += 1;
    holder.last = paragraph;
    if (holder.chars < cluster) return;
    cluster = holder.chars;
    clusterParagraphs = holder.paragraphs;
  };
  const take = (words: string, size: number, paragraph: Element, around: Element | null): void => {
    prose += size;
    if (size > VERY_LONG) veryLong += 1;
    if (paragraph.closest('article')) inArticle += 1;
    if (beginning.length < MAX_WORDS) beginning += ` ${words.slice(0, MAX_WORDS)}`;
    const { length } = words;
    if (SENTENCE_ENDS.includes(words[length - 1]!) || SENTENCE_ENDS.includes(words[length - 2]!))
      sentences += 1;
    const holder = holderOf(around, true);
    add(holder, paragraph, size);
    // one level further up, if each paragraph has a box of its own
    add(holder?.around ?? null, paragraph, size * 0.6);
  };

  const paragraphs = make.named('p');
  for (let i = 0; !isOfTexts && i < MAX_PARAGRAPHS; i += 1) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    const words = paragraph.textContent.trim();
    const size = sizeOf(words);
    if (size < MIN_PROSE || paragraph.closest(PRESSED)) continue;
    const inner = paragraph.firstElementChild;
    if (inner?.localName === 'a' && inner.textContent.length * 2 > words.length) continue;
    take(words, size, paragraph, own(paragraph, 'parentElement'));
  }
  const texts = isOfTexts && page.body ? page.createTreeWalker(page.body, 4) : null; // NodeFilter.SHOW_TEXT
  for (let i = 0; texts && i < MAX_TEXTS; i += 1) {
    const text = texts.nextNode() as Text | null;
    if (!text) break;
    if (text.length * 3 < MIN_PROSE) continue;
    const words = text.data.trim();
    const size = sizeOf(words);
    let element: Element | null = size < MIN_PROSE ? null : text.parentElement;
    if (!element || isShadowed(element) || element.closest(SILENT)) continue;
    while (element && INLINE.includes(` ${element.localName} `)) element = own(element, 'parentElement');
    if (!element) continue;
    const isParagraph = PARAGRAPHS.includes(` ${element.localName} `);
    take(words, size, element, isParagraph ? own(element, 'parentElement') : element);
  }
  const links = make.named('a');
  const { length } = links;
  const step = Math.ceil(length / MAX_LINKS);
  for (let i = 0; i < length; i += step) {
    const size = sizeOf(links[i]!.textContent.trim());
    linkChars += size * step;
    if (size > 30) longLinks += step;
  }
  return {
    linkChars,
    longLinks,
    prose,
    sentences,
    veryLong,
    inArticle,
    cluster,
    clusterParagraphs,
    words: beginning,
  };
}

/** A sign of a script without spaces says as much as three letters of another. */
function sizeOf(words: string): number {
  const middle = words.charCodeAt(words.length >> 1);
  return middle >= 0x30_40 && middle <= 0xd7_af ? words.length * 3 : words.length;
}
