import { signedLog } from './block-context.ts';
import { surroundings, type Likes, type Surroundings } from './block-surroundings.ts';
import { endsSentence, Within, type Frame, type PageBlock } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import type { Work } from './work.ts';

/** Names of the features, in order; apart, since the script that reads pages has no use for them. */
export const BLOCK_FEATURES: readonly string[] = [
  'chars',
  'words',
  'linkShare',
  'ending',
  'sentences',
  'digits',
  'capitals',
  'strong',
  'isParagraph',
  'isItem',
  'isDiv',
  'headingLevel',
  'nav',
  'aside',
  'footer',
  'figure',
  'caption',
  'list',
  'quote',
  'markedBody',
  'depth',
  'frameBlocks',
  'parentChars',
  'parentProse',
  'parentLinks',
  'parentBlocks',
  'grandChars',
  'grandProse',
  'grandLinks',
  'grandBlocks',
  'greatChars',
  'greatLinks',
  'clusterShare',
  'grandClusterShare',
  'inCluster',
  'likeCluster',
  'clusterDepth',
  'clusterBefore',
  'clusterAfter',
  'clusterPlace',
  'pageProse',
  'pageProseShare',
  'pageClusterShare',
  'pageBlocks',
  'upToCluster',
  'downToCluster',
  'upToHeadline',
  'downToHeadline',
  'ownArticle',
  'proseBefore',
  'prevChars',
  'prevLinks',
  'prevEnding',
  'prevDigits',
  'prevHeading',
  'prevAlike',
  'nextChars',
  'nextLinks',
  'nextEnding',
  'nextAlike',
  'next2Chars',
  'next2Links',
  'prev2Chars',
  'prev2Links',
  'likeCount',
  'likeProse',
  'likeLinks',
  'headlineBlocks',
  'headlineChars',
  'title',
  'description',
  'copies',
  'quoted',
];

/**
 * What a block and its surroundings look like, as numbers, for the trees of `block-weights.ts`.
 * The same code runs at training and on the page; a change here needs new weights.
 */
const COMPUTE: readonly ((at: View) => number)[] = [
  // chars
  at => at.look.chars,
  // words
  at => at.look.words,
  // linkShare
  at => at.look.linkShare,
  // ending
  at => at.look.ending,
  // sentences
  at => at.look.sentences,
  // digits
  at => at.look.digits,
  // capitals
  at => at.look.capitals,
  // strong
  at => at.block.strongChars / at.block.text.length,

  // isParagraph
  at => is(at, 'P'),
  // isItem
  at => is(at, 'LI'),
  // isDiv
  at => is(at, 'DIV'),
  // headingLevel
  at => levelOf(at.frame.tag),
  // nav
  at => within(at, Within.nav),
  // aside
  at => within(at, Within.aside),
  // footer
  at => within(at, Within.footer),
  // figure
  at => within(at, Within.figure),
  // caption
  at => within(at, Within.caption),
  // list
  at => within(at, Within.list),
  // quote
  at => within(at, Within.quote),
  // markedBody
  at => within(at, Within.body),
  // depth
  at => at.frame.depth,
  // frameBlocks
  at => at.frame.blocks,

  // parentChars
  at => charsIn(at.parent),
  // parentProse
  at => proseIn(at.parent),
  // parentLinks
  at => linksIn(at.parent),
  // parentBlocks
  at => blocksIn(at.parent),
  // grandChars
  at => charsIn(at.grand),
  // grandProse
  at => proseIn(at.grand),
  // grandLinks
  at => linksIn(at.grand),
  // grandBlocks
  at => blocksIn(at.grand),
  // greatChars
  at => charsIn(at.great),
  // greatLinks
  at => linksIn(at.great),

  // clusterShare
  at => clusterOf(at, at.parent),
  // grandClusterShare
  at => clusterOf(at, at.grand),
  // inCluster
  at => (at.page.inCluster[at.i] ? 1 : 0),
  // likeCluster
  at => at.like.inCluster / at.like.chars,
  // clusterDepth
  at => at.frame.depth - (at.page.cluster?.depth ?? 0),
  // clusterBefore
  at => signedLog(at.i - at.page.clusterStart),
  // clusterAfter
  at => signedLog(at.i - at.page.clusterEnd),
  // clusterPlace
  at => (at.i - at.page.clusterStart) / Math.max(1, at.page.clusterEnd - at.page.clusterStart),
  // pageProse
  at => Math.log2(1 + at.page.prose),
  // pageProseShare
  at => at.page.prose / at.page.chars,
  // pageClusterShare
  at => at.page.clusterProse / Math.max(1, at.page.prose),
  // pageBlocks
  at => Math.log2(1 + at.page.like.length),
  // upToCluster
  at => levels(at.frame, at.page.cluster),
  // downToCluster
  at => levels(at.page.cluster, at.frame),
  // upToHeadline
  at => levels(at.frame, at.page.headlineFrame),
  // downToHeadline
  at => levels(at.page.headlineFrame, at.frame),
  // ownArticle
  at => (articleAround(at.frame) === articleAround(at.page.cluster) ? 1 : 0),
  // proseBefore
  at => at.page.proseBefore[at.i]! / Math.max(1, at.page.prose),

  // prevChars
  at => at.prev?.look.chars ?? -1,
  // prevLinks
  at => at.prev?.look.linkShare ?? -1,
  // prevEnding
  at => at.prev?.look.ending ?? -1,
  // prevDigits
  at => at.prev?.look.digits ?? -1,
  // prevHeading
  at => (at.prev ? levelOf(at.prev.frame.tag) : -1),
  // prevAlike
  at => alike(at, at.prev),
  // nextChars
  at => at.next?.look.chars ?? -1,
  // nextLinks
  at => at.next?.look.linkShare ?? -1,
  // nextEnding
  at => at.next?.look.ending ?? -1,
  // nextAlike
  at => alike(at, at.next),
  // next2Chars
  at => at.next?.next?.look.chars ?? -1,
  // next2Links
  at => at.next?.next?.look.linkShare ?? -1,
  // prev2Chars
  at => at.prev?.prev?.look.chars ?? -1,
  // prev2Links
  at => at.prev?.prev?.look.linkShare ?? -1,

  // likeCount
  at => Math.log2(at.like.count),
  // likeProse
  at => Math.log2(1 + at.like.prose),
  // likeLinks
  at => at.like.linkChars / at.like.chars,
  // headlineBlocks
  at => signedLog(at.i - at.page.headline),
  // headlineChars
  at => signedLog(at.page.offset[at.i]! - at.page.offset[at.page.headline]!),
  // title
  at => at.page.title[at.i]!,
  // description
  at => at.page.description[at.i]!,
  // copies
  at => Math.log2(at.page.copies[at.i]!),
  // quoted
  at => at.page.quoted[at.i]!,
];

/** Features of a block. */
export const BLOCK_WIDTH = COMPUTE.length;

/** What fills the features of a block into a row: most of a page's blocks are menus, and nobody asks for theirs. */
export function* blockFeatures(
  blocks: readonly PageBlock[],
  metadata: Metadata,
): Work<(i: number, row: Float32Array, offset: number) => void> {
  const page = yield* surroundings(blocks, metadata);
  const views = blocks.map((block, i) => new View(i, block, page));
  for (const [i, view] of views.entries()) {
    view.prev = views[i - 1] ?? null;
    view.next = views[i + 1] ?? null;
  }
  return (i, row, offset) => {
    for (let f = 0; f < BLOCK_WIDTH; f += 1) row[offset + f] = COMPUTE[f]!(views[i]!);
  };
}

/** A block with everything that is asked about it. */
class View {
  readonly i: number;
  readonly block: PageBlock;
  readonly page: Surroundings;
  readonly frame: Frame;
  readonly parent: Frame | null;
  readonly grand: Frame | null;
  readonly great: Frame | null;
  readonly like: Likes;
  prev: View | null = null;
  next: View | null = null;
  private looked: Look | null = null;

  constructor(i: number, block: PageBlock, page: Surroundings) {
    this.i = i;
    this.block = block;
    this.page = page;
    this.frame = block.frame;
    this.parent = this.frame.parent;
    this.grand = this.parent?.parent ?? null;
    this.great = this.grand?.parent ?? null;
    this.like = page.like[i]!;
  }

  get look(): Look {
    return (this.looked ??= lookOf(this.block));
  }
}

function is({ frame }: View, tag: string): number {
  return frame.tag === tag ? 1 : 0;
}

function within({ frame }: View, bit: number): number {
  return frame.within & bit ? 1 : 0;
}

function alike({ frame }: View, other: View | null): number {
  if (!other) return -1;
  return other.frame.parent === frame.parent && other.frame.tag === frame.tag ? 1 : 0;
}

/** How many elements lie between `frame` and what holds both it and `other`. */
function levels(frame: Frame | null, other: Frame | null): number {
  let a = frame;
  let b = other;
  let up = 0;
  while (a && b && a !== b) {
    if (a.depth >= b.depth) {
      if (a.depth === b.depth) b = b.parent;
      a = a.parent;
      up += 1;
    } else b = b.parent;
  }
  return up;
}

/** The nearest `<article>` around. */
export function articleAround(frame: Frame | null): Frame | null {
  let around = frame;
  while (around && around.tag !== 'ARTICLE') around = around.parent;
  return around;
}

function charsIn(frame: Frame | null): number {
  return frame ? Math.log2(1 + frame.chars) : -1;
}

function proseIn(frame: Frame | null): number {
  return frame ? frame.prose / frame.chars : -1;
}

function linksIn(frame: Frame | null): number {
  return frame ? frame.linkChars / frame.chars : -1;
}

function blocksIn(frame: Frame | null): number {
  return frame ? Math.log2(frame.blocks) : -1;
}

function clusterOf({ page }: View, frame: Frame | null): number {
  return frame ? (page.clusters.get(frame) ?? 0) / Math.max(1, page.clusterProse) : -1;
}

// ---- one block by itself ----

interface Look {
  readonly chars: number;
  readonly words: number;
  readonly linkShare: number;
  readonly ending: number; // 0: none, 1: comma, colon and the like, 2: end of a sentence
  readonly sentences: number; // per 100 characters
  readonly digits: number; // share
  readonly capitals: number; // share
}

function lookOf({ text, linkChars }: PageBlock): Look {
  let words = 1;
  let sentences = 0;
  let digits = 0;
  let capitals = 0;
  const length = text.length;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    if (code <= 0x20) words += 1;
    else if (code >= 0x61 && code <= 0x7a) continue;
    else if (code >= 0x30 && code <= 0x39) digits += 1;
    else if (isCapital(code)) capitals += 1;
    else if (isSentenceMark(code)) sentences += 1;
  }
  return {
    chars: Math.log2(1 + length),
    words: Math.log2(words),
    linkShare: linkChars / length,
    ending: endingOf(text),
    sentences: (100 * sentences) / length,
    digits: digits / length,
    capitals: capitals / length,
  };
}

/** Of the Latin, Greek and Cyrillic scripts, near enough. */
function isCapital(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) || (code >= 0x3_91 && code <= 0x4_2f) || (code >= 0xc0 && code <= 0xde)
  );
}

function isSentenceMark(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x30_02 || code === 0x9_64;
}

function endingOf(text: string): number {
  if (endsSentence(text)) return 2;
  return /[,:;…\-–—)\]]$/.test(text.slice(-1)) ? 1 : 0;
}

function levelOf(tag: string): number {
  return tag.length === 2 && tag.startsWith('H') && tag !== 'HR' ? Number(tag[1]) : 0;
}
