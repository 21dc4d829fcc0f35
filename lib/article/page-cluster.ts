import { isShadowed, own } from './shadow.ts';

/** The element that holds most of the prose of a page. */
export interface Cluster {
  readonly chars: number;
  readonly paragraphs: number;
}

/** An element around the words, and the prose that stands in it. */
interface Holder extends Cluster {
  readonly around: Holder | null;
  chars: number;
  paragraphs: number;
  last: Element | null; // the paragraph counted last
}

const MIN_PROSE = 40; // characters
/** Less of it in paragraphs, and other texts are looked at. */
const LITTLE_PROSE = 400;
const MAX_PARAGRAPHS = 120;
const MAX_TEXTS = 2_500;

const PRESSED = 'a,button,label';
const SILENT = `${PRESSED},script,style,noscript,template,textarea,select,svg`;
const INLINE = ' abbr b bdi cite em font i mark q s small span strong sub sup time u ';
const PARAGRAPHS = ' p li blockquote ';

/** Most pages keep their prose in `<p>`, and the browser finds those; of others every text is asked. */
export function clusterOf(page: Document): Cluster {
  const holders = new Map<Element, Holder>();
  let prose = 0;
  let largest: Cluster = { chars: 0, paragraphs: 0 };

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
    if (holder.chars >= largest.chars) largest = holder;
  };
  const take = (size: number, paragraph: Element, around: Element | null): void => {
    prose += size;
    const holder = holderOf(around, true);
    add(holder, paragraph, size);
    // one level further up, if each paragraph has a box of its own
    add(holder?.around ?? null, paragraph, size * 0.6);
  };

  const paragraphs = page.getElementsByTagName('p');
  for (let i = 0; i < MAX_PARAGRAPHS; i += 1) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    const words = paragraph.textContent.trim();
    const size = sizeOf(words);
    if (size < MIN_PROSE || paragraph.closest(PRESSED)) continue;
    const inner = paragraph.firstElementChild;
    if (inner?.localName === 'a' && inner.textContent.length * 2 > words.length) continue;
    take(size, paragraph, own(paragraph, 'parentElement'));
  }
  if (prose >= LITTLE_PROSE || !page.body) return largest;

  holders.clear();
  largest = { chars: 0, paragraphs: 0 };
  const texts = page.createTreeWalker(page.body, 4); // NodeFilter.SHOW_TEXT
  for (let i = 0; i < MAX_TEXTS; i += 1) {
    const text = texts.nextNode() as Text | null;
    if (!text) break;
    if (text.length * 3 < MIN_PROSE) continue;
    const size = sizeOf(text.data.trim());
    let element: Element | null = size < MIN_PROSE ? null : text.parentElement;
    if (!element || isShadowed(element) || element.closest(SILENT)) continue;
    while (element && INLINE.includes(` ${element.localName} `)) element = own(element, 'parentElement');
    if (!element) continue;
    const isParagraph = PARAGRAPHS.includes(` ${element.localName} `);
    take(size, element, isParagraph ? own(element, 'parentElement') : element);
  }
  return largest;
}

/** A sign of a script without spaces says as much as three letters of another. */
function sizeOf(words: string): number {
  const middle = words.charCodeAt(words.length >> 1);
  return middle >= 0x30_40 && middle <= 0xd7_af ? words.length * 3 : words.length;
}
