import { isShadowed, own } from './shadow.ts';

/** What the texts of a page come to. */
export interface TextLook {
  chars: number;
  linkChars: number;
  longLinks: number; // links of headline length
  prose: number; // characters in stretches of sentence length outside links
  sentences: number;
  cluster: number; // characters of prose in the element that holds most
  clusterParagraphs: number;
  words: string;
}

/** What is seen of a page: its texts and what it is made of. */
export class Sight {
  readonly text: TextLook = {
    chars: 0,
    linkChars: 0,
    longLinks: 0,
    prose: 0,
    sentences: 0,
    cluster: 0,
    clusterParagraphs: 0,
    words: '',
  };
  tags: Record<string, number> = {};
  elements = 0;

  /** Takes in a text that stands in `holder`, or in something there to be pressed, as so many of its kind. */
  read(words: string, holder: Holder | null, times = 1): void {
    const look = this.text;
    // a sign of a script without spaces says as much as three letters of another
    const middle = words.charCodeAt(words.length >> 1);
    const size = middle >= 0x30_40 && middle <= 0xd7_af ? words.length * 3 : words.length;
    if (!holder) {
      look.chars += size * times;
      look.linkChars += size * times;
      if (size > 30) look.longLinks += times;
      return;
    }
    if (size < MIN_PROSE) return;
    look.chars += size;
    look.prose += size;
    if (look.words.length < MAX_WORDS) look.words += ` ${words.slice(0, MAX_WORDS)}`;
    if (SENTENCE_END.test(words.slice(-2))) look.sentences += 1;
    const around = holder.isParagraph ? (holder.around ?? holder) : holder;
    this.add(around, holder, size);
    // one level further up, if each paragraph has a box of its own
    if (around.around) this.add(around.around, holder, size * 0.6);
  }

  private add(around: Holder, paragraph: Holder, size: number): void {
    const look = this.text;
    around.chars += size;
    if (around.last !== paragraph) around.paragraphs += 1;
    around.last = paragraph;
    if (around.chars < look.cluster) return;
    look.cluster = around.chars;
    look.clusterParagraphs = around.paragraphs;
  }
}

/** An element around the words, and the prose that stands in it. */
interface Holder {
  readonly isParagraph: boolean;
  readonly around: Holder | null;
  chars: number;
  paragraphs: number;
  last: Holder | null; // the paragraph counted last
}

const MIN_PROSE = 40; // characters
const ENOUGH_PROSE = 400;
const MAX_WORDS = 3_000;
const SENTENCE_END = /[.!?。！？…]/u;

const MAX_ELEMENTS = 8_000;
const MAX_PARAGRAPHS = 300;
const MAX_LINKS = 120; // each stands for as many as are left out

/** Most pages say in their `<p>` and `<a>` what they are, and the browser finds those; others are walked through. */
export function see(page: Document): Sight {
  const all = page.getElementsByTagName('*');
  if (!all[MAX_ELEMENTS]) {
    const sight = glance(page);
    sight.elements = all.length;
    if (sight.text.prose >= ENOUGH_PROSE) return sight;
  }
  return walk(page);
}

const COUNTED = 'p li h2 img article time input select code pre figcaption a'.split(' ');

function glance(page: Document): Sight {
  const sight = new Sight();
  for (const name of COUNTED) sight.tags[name] = page.getElementsByTagName(name).length;

  const holders = new Map<Element, Holder>();
  const holderOf = (element: Element | null, level: number): Holder | null => {
    if (!element || level > 1) return null;
    let holder = holders.get(element);
    if (!holder)
      holders.set(element, (holder = holderIn(holderOf(own(element, 'parentElement'), level + 1), false)));
    return holder;
  };
  const paragraphs = page.getElementsByTagName('p');
  for (let i = 0; i < MAX_PARAGRAPHS; i += 1) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    const words = paragraph.textContent.trim();
    if (words.length * 3 < MIN_PROSE) continue;
    const inner = paragraph.firstElementChild;
    const isLink = inner?.localName === 'a' && inner.textContent.length * 2 > words.length;
    if (!isLink && !paragraph.closest('a'))
      sight.read(words, holderIn(holderOf(paragraph.parentElement, 0), true));
  }
  const links = page.getElementsByTagName('a');
  const step = Math.ceil(links.length / MAX_LINKS);
  for (let i = 0; i < links.length; i += step) sight.read(links[i]!.textContent.trim(), null, step);
  return sight;
}

/** What an element does to the text in it. */
const SILENT = 1; // none of it is read
const INLINE = 2;
const PRESSED = 3; // inline, and there to be pressed
const PARAGRAPH = 4;

const ROLES: ReadonlyMap<string, number> = new Map(
  (
    [
      ['script style noscript template textarea select svg iframe', SILENT],
      ['abbr b bdi cite em font i mark q s small span strong sub sup time u', INLINE],
      ['a button label', PRESSED],
      ['p li blockquote', PARAGRAPH],
    ] as const
  ).flatMap(([names, role]) => names.split(' ').map(name => [name, role] as const)),
);

const MAX_NODES = 8_000;
const MAX_DEPTH = 400;

/** Reads the page from the top, up to a number of nodes. */
function walk(page: Document): Sight {
  const sight = new Sight();
  let nodes = 0;
  let depth = 0;
  const read = (element: Element, holder: Holder, isPressed: boolean): void => {
    depth += 1;
    for (let node = own(element, 'firstChild'); node && nodes < MAX_NODES;) {
      nodes += 1;
      const isForm = isShadowed(node);
      if (isForm || node.nodeType === 1) {
        const name = isForm ? 'form' : (node as Element).localName;
        sight.elements += 1;
        sight.tags[name] = (sight.tags[name] ?? 0) + 1;
        const role = ROLES.get(name) ?? 0;
        if (role !== SILENT && depth < MAX_DEPTH) {
          const inner = role === INLINE || role === PRESSED ? holder : holderIn(holder, role === PARAGRAPH);
          read(node as Element, inner, isPressed || role === PRESSED);
        }
      } else if (node.nodeType === 3) {
        const { data } = node as Text;
        if (data.length > 2) sight.read(data.trim(), isPressed ? null : holder);
      }
      node = isForm ? own(node, 'nextSibling') : node.nextSibling;
    }
    depth -= 1;
  };
  if (page.body) read(page.body, holderIn(null, false), false);
  return sight;
}

function holderIn(around: Holder | null, isParagraph: boolean): Holder {
  return { isParagraph, around, chars: 0, paragraphs: 0, last: null };
}
