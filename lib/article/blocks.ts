import { attributeOf, hasAttributes, isShadowed, own } from './shadow.ts';
import { list } from '../text/list.ts';
import { atOnce, type Work } from '../work.ts';

/** The visible text of a page, block by block, each piece with the text node it came from. The page is only read. */

/** Words of one text node inside a block: `[start, end)` of the block's text is `data` with its white space folded. */
export interface Run {
  readonly node: Text;
  readonly data: string; // as it was when the block was read
  readonly start: number;
  readonly end: number;
  readonly piece: number; // runs of one piece follow each other on the page with nothing in between
}

/** A link inside a block; offsets into the block's text, the address as the markup has it. */
interface BlockLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** An element on the way from the body to a block, with what is known of the text in it. */
export interface Frame {
  readonly element: Element;
  readonly tag: string;
  readonly parent: Frame | null;
  readonly depth: number;
  readonly within: number; // bits of `Within`, its own and its ancestors'
  readonly start: number; // index of the first block in it
  chars: number;
  linkChars: number;
  blocks: number;
  prose: number; // characters in blocks that read like sentences
}

/** What a block may stand in. */
export const Within = {
  nav: 1,
  aside: 2,
  footer: 4,
  figure: 8,
  caption: 16,
  table: 32,
  quote: 64,
  heading: 128,
  item: 256,
  dialog: 512,
  link: 1024, // the block stands inside a link
} as const;

/** A paragraph, heading, list item, table row or whatever else the page shows as a unit. */
export interface PageBlock {
  readonly text: string;
  readonly frame: Frame;
  readonly runs: readonly Run[];
  readonly links: readonly BlockLink[];
  readonly linkChars: number;
  readonly strongChars: number; // in <b>, <strong>, <em>, <i>
  readonly inline: Element | null; // the innermost element around the first words, if not the block's own
}

/** More than this would take seconds: the page is not read. */
export class PageTooLarge extends Error {
  constructor() {
    super('the page is too large to be read');
    this.name = 'PageTooLarge';
  }
}

const MAX_NODES = 80_000;
const MAX_CHARS = 2_000_000; // UTF-16 units of text, and the longest that stands in one piece:
const MAX_PIECE = 500_000;
const MAX_DEPTH = 1_000;

const ELEMENT = 1;
const TEXT = 3;

const BLOCK = list(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE CAPTION TBODY THEAD TFOOT TR UL',
);
const SKIP = list(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT EMBED CANVAS VIDEO AUDIO PICTURE IMG SELECT TEXTAREA INPUT BUTTON HEAD LINK META DATALIST PROGRESS METER MAP APPLET FRAMESET NOEMBED NOFRAMES',
);
const CELL = new Set(['TD', 'TH']);
const STRONG = new Set(['B', 'STRONG', 'EM', 'I', 'U']);

const TAG_WITHIN: Record<string, number> = {
  NAV: Within.nav,
  ASIDE: Within.aside,
  FOOTER: Within.footer,
  FIGURE: Within.figure,
  FIGCAPTION: Within.figure | Within.caption,
  CAPTION: Within.caption,
  TABLE: Within.table,
  BLOCKQUOTE: Within.quote,
  LI: Within.item,
  DD: Within.item,
  DT: Within.item,
  DIALOG: Within.dialog,
};

const ROLE_WITHIN: Record<string, number> = {
  navigation: Within.nav,
  complementary: Within.aside,
  contentinfo: Within.footer,
  dialog: Within.dialog,
  alertdialog: Within.dialog,
  heading: Within.heading,
};

/** Reads the blocks of `page`. Throws `PageTooLarge`. */
export function readBlocks(page: Document): PageBlock[] {
  return atOnce(readingBlocks(page));
}

/** The same with pauses; a page whose open elements change meanwhile is read once more, without. */
export function* readingBlocks(page: Document): Work<PageBlock[]> {
  const reader = new BlockReader(page.body);
  for (const step of reader.reading()) {
    yield step;
    if (!reader.isInPlace(page.body)) return readBlocks(page);
  }
  return reader.blocks;
}

/** Nodes read without a pause. */
const NODES_AT_ONCE = 500;

/** An element whose children are being read, and what was around it. */
interface OpenElement {
  readonly element: Element;
  readonly role: Role;
  readonly frame: Frame | null;
  readonly link: string;
  readonly linkStart: number;
}

/** What an element means for the words in it. */
type Role = 'block' | 'link' | 'strong' | 'none';

class BlockReader {
  readonly blocks: PageBlock[] = [];
  private readonly around: OpenElement[] = []; // the outermost first
  private node: Node | null = null; // the next to be read
  private frame: Frame | null = null;
  private nodes = 0;
  private chars = 0;
  private open: OpenBlock = emptyBlock();
  private link = ''; // where the link around the words leads, if one does
  private linkDepth = 0;
  private linkStart = 0;
  private strongDepth = 0;

  constructor(body: Element | null) {
    if (body) this.enter(body, 'BODY');
  }

  *reading(): Work<void> {
    for (;;) {
      const { node } = this;
      if (!node) {
        const left = this.around.pop();
        if (!left) return;
        this.leave(left);
        this.node = this.around.length > 0 ? own(left.element, 'nextSibling') : null;
        continue;
      }
      if (++this.nodes > MAX_NODES) throw new PageTooLarge();
      const isText = node.nodeType === TEXT;
      const isForm = !isText && isShadowed(node);
      this.node = isForm ? own(node, 'nextSibling') : node.nextSibling;
      if (isText) this.words(node as Text);
      else if (isForm || node.nodeType === ELEMENT) this.child(node as Element, isForm);
      if (this.nodes % NODES_AT_ONCE === 0) yield;
    }
  }

  /** Whether everything that is being read still stands where it was entered. */
  isInPlace(body: Element | null): boolean {
    const { around, node } = this;
    if (around[0] && around[0].element !== body) return false;
    const inside = around.every(
      ({ element }, i) => i === 0 || own(element, 'parentNode') === around[i - 1]!.element,
    );
    return inside && (!node || own(node, 'parentNode') === around.at(-1)?.element);
  }

  private child(element: Element, isForm: boolean): void {
    // SVG and MathML write their names in lower case
    const tag = isForm ? 'FORM' : element.localName.toUpperCase();
    if (tag === 'BR') this.breakLine();
    else if (SKIP.has(tag) || isHidden(element)) this.open.piece += 1;
    else this.enter(element, tag);
  }

  private enter(element: Element, tag: string): void {
    if (this.around.length > MAX_DEPTH) throw new PageTooLarge();
    const { frame, link, linkStart } = this;
    const role = this.roleOf(element, tag);
    this.around.push({ element, role, frame, link, linkStart });
    if (role === 'block') {
      if (tag === 'P' && isInitialOf(this.open.text, element)) this.open.space = false;
      else this.close();
      this.frame = frameOf(element, tag, frame, this.linkDepth > 0, this.blocks.length);
    } else if (role === 'link') {
      this.link = element.getAttribute('href') ?? '';
      this.linkStart = -1;
      this.linkDepth += 1;
    } else if (role === 'strong') this.strongDepth += 1;
    this.node = tag === 'FORM' ? own(element, 'firstChild') : element.firstChild;
  }

  private leave({ role, frame, link, linkStart }: OpenElement): void {
    if (role === 'block') {
      this.close();
      if (frame) addTo(frame, this.frame!);
      this.frame = frame;
    } else if (role === 'link') {
      this.linkDepth -= 1;
      this.closeLink();
      this.link = link;
      this.linkStart = linkStart;
    } else if (role === 'strong') this.strongDepth -= 1;
  }

  /** A cell is a block of its own in a table that lays out the page; in a table of data, a row is the block. */
  private roleOf(element: Element, tag: string): Role {
    if (BLOCK.has(tag)) return 'block';
    if (CELL.has(tag)) {
      if (this.frame?.tag !== 'TR' || hasBlocks(element)) return 'block';
      this.mark('\t');
      return 'none';
    }
    if (tag === 'A') return 'link';
    return STRONG.has(tag) ? 'strong' : 'none';
  }

  private closeLink(): void {
    const { open, link, linkStart } = this;
    const end = open.runs.at(-1)?.end ?? 0; // a line break behind its words is none of them
    if (link !== '' && linkStart >= 0 && end > linkStart)
      open.links.push({ start: linkStart, end, href: link });
    this.linkStart = -1;
  }

  private words(node: Text): void {
    const data = node.data;
    this.chars += data.length;
    if (data.length > MAX_PIECE || this.chars > MAX_CHARS) throw new PageTooLarge();
    const words = data.replace(/\s+/gu, ' ');
    if (words === '') return;
    const { open } = this;
    const core = words.trim();
    if (core === '') {
      open.space = true;
      return;
    }
    if (open.text !== '' && !endsWithMark(open.text) && (open.space || words.startsWith(' ')))
      open.text += ' ';
    if (open.runs.length === 0) open.inline = node.parentElement;
    const start = open.text.length;
    open.text += core;
    const end = open.text.length;
    if (this.linkDepth > 0) {
      open.linkChars += core.length;
      if (this.linkStart < 0) this.linkStart = start;
    }
    if (this.strongDepth > 0) open.strongChars += core.length;
    open.runs.push({ node, data, start, end, piece: open.piece });
    open.space = words.endsWith(' ');
    open.breaks = 0;
  }

  /** One line break is a border inside a block; two in a row end it. */
  private breakLine(): void {
    this.open.breaks += 1;
    if (this.open.breaks > 1) this.close();
    else this.mark('\n');
  }

  private mark(mark: '\n' | '\t'): void {
    const { open } = this;
    open.piece += 1;
    open.space = false;
    if (open.text !== '' && !endsWithMark(open.text)) open.text += mark;
  }

  private close(): void {
    const { open, frame } = this;
    this.closeLink();
    if (open.runs.length === 0 || !frame) {
      open.space = false;
      if (open.text !== '') this.open = emptyBlock();
      return;
    }
    const { runs, links, linkChars, strongChars } = open;
    const inline = open.inline === frame.element ? null : open.inline;
    const block = { text: open.text.trimEnd(), frame, runs, links, linkChars, strongChars, inline };
    this.blocks.push(block);
    count(block);
    this.open = emptyBlock();
  }
}

/** The block that is being read. */
interface OpenBlock {
  text: string;
  runs: Run[];
  links: BlockLink[];
  linkChars: number;
  strongChars: number;
  inline: Element | null;
  piece: number;
  breaks: number;
  space: boolean; // white space was seen and waits for the next word
}

function emptyBlock(): OpenBlock {
  return {
    text: '',
    runs: [],
    links: [],
    linkChars: 0,
    strongChars: 0,
    inline: null,
    piece: 0,
    breaks: 0,
    space: false,
  };
}

/** Whether a single capital before a paragraph is its first letter, set large: `<span>T</span><p>he mill`. */
function isInitialOf(text: string, paragraph: Element): boolean {
  return /^\p{Lu}$/u.test(text) && /^\s?\p{Ll}/u.test(paragraph.textContent);
}

function endsWithMark(text: string): boolean {
  return text.endsWith('\n') || text.endsWith('\t');
}

function frameOf(element: Element, tag: string, parent: Frame | null, inLink: boolean, start: number): Frame {
  let within = (parent?.within ?? 0) | (TAG_WITHIN[tag] ?? 0);
  if (hasAttributes(element)) {
    const role = attributeOf(element, 'role');
    if (role) within |= ROLE_WITHIN[role.toLowerCase()] ?? 0;
  }
  if (inLink) within |= Within.link;
  const depth = (parent?.depth ?? 0) + 1;
  return { element, tag, parent, depth, within, start, chars: 0, linkChars: 0, blocks: 0, prose: 0 };
}

/** Adds a block's size to the element it is the text of; those around get it when that one has been read. */
function count({ text, frame, linkChars }: PageBlock): void {
  frame.chars += text.length;
  frame.linkChars += linkChars;
  frame.blocks += 1;
  if (readsLikeProse(text) && linkChars < text.length / 2) frame.prose += text.length;
}

function addTo(frame: Frame, { chars, linkChars, blocks, prose }: Frame): void {
  frame.chars += chars;
  frame.linkChars += linkChars;
  frame.blocks += blocks;
  frame.prose += prose;
}

/** Long enough to be a sentence, and with the marks of one. Scripts without spaces say more in fewer letters. */
export function readsLikeProse(text: string): boolean {
  if (text.length < 25) return false;
  if (SIGNS.test(text)) return true;
  return text.length >= 60 && MARKS.test(text);
}

const SIGNS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;
const MARKS = /[.,;:!?…।۔؟،]/;

/** Ends with the mark of a sentence, if need be behind a closing quotation mark or bracket. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？।۔؟]["'”’»“‘›」）)\]]{0,2}$/.test(text.slice(-3));
}

/** Names of what a style sheet shows to nobody, or to no eye. */
const UNSEEN =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-only|-text)?|show-for-sr|element-invisible|tooltip-?text|tooltip-content|rollover-block)(?:$|[\s_-])/i;

/** What the markup itself hides; a style sheet may hide more. */
function isHidden(element: Element): boolean {
  if (!hasAttributes(element)) return false;
  if (attributeOf(element, 'hidden') !== null) return true;
  const style = attributeOf(element, 'style');
  if (style !== null && /display\s?:\s?none|visibility\s?:\s?hidden/i.test(style)) return true;
  const name = attributeOf(element, 'class');
  return name !== null && name.length > 6 && UNSEEN.test(name.slice(0, 200));
}

function hasBlocks(cell: Element): boolean {
  for (let child = cell.firstElementChild; child; child = child.nextElementSibling) {
    if (isShadowed(child)) return true;
    if (BLOCK.has(child.localName.toUpperCase()) && (child.localName !== 'p' || child.nextElementSibling))
      return true;
  }
  return false;
}
