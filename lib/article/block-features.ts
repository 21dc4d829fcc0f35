import { signedLog } from './block-context.ts';
import { isInCluster, type Surroundings } from './block-surroundings.ts';
import { lookOf, type Look } from './block-look.ts';
import { Within, type Frame, type PageBlock } from './blocks.ts';

/** Names of the features, in order; apart, since the script that reads pages has no use for them. */
export const BLOCK_FEATURES: readonly string[] = [
  'chars',
  'words',
  'linkShare',
  'ending',
  'sentences',
  'digits',
  'capitals',
  'marks',
  'strong',
  'isDiv',
  'headingLevel',
  'figure',
  'caption',
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
  'clusterShare',
  'grandClusterShare',
  'inCluster',
  'likeCluster',
  'clusterDepth',
  'clusterBefore',
  'clusterAfter',
  'clusterPlace',
  'pageProse',
  'pageClusterShare',
  'pageBlocks',
  'upToCluster',
  'downToCluster',
  'upToHeadline',
  'downToHeadline',
  'clusterArticle',
  'headlineArticle',
  'articleProse',
  'proseBefore',
  'prevChars',
  'prevLinks',
  'prevHeading',
  'nextChars',
  'nextLinks',
  'next2Chars',
  'prev2Chars',
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

/** Features of a block. */
export const BLOCK_WIDTH = 58;

/** Fills the features of a block into a row. */
type Filler = (i: number, row: Float32Array, offset: number) => void;

/**
 * What a block and its surroundings look like, as numbers, for the trees of `block-weights.ts`. One long function:
 * most pages are read once, by code that no engine has compiled yet. The same code runs at training and on the page;
 * a change here needs new weights.
 */
export function blockFeatures(blocks: readonly PageBlock[], page: Surroundings): Filler {
  const looks: (Look | undefined)[] = [];
  const lookAt = (i: number): Look | undefined => {
    const block = blocks[i];
    return block && (looks[i] ??= lookOf(block));
  };
  const { cluster, headlineFrame } = page;
  const clusterArticle = articleAround(cluster);
  const headlineArticle = articleAround(headlineFrame);
  return (i, row, offset) => {
    const block = blocks[i]!;
    const { frame } = block;
    const { tag, parent } = frame;
    const grand = parent?.parent ?? null;
    const article = articleAround(frame);
    const look = lookAt(i)!;
    const prev = lookAt(i - 1);
    const next = lookAt(i + 1);
    const like = page.like[i]!;
    let at = offset;
    row[at++] = look.chars; // chars
    row[at++] = look.words; // words
    row[at++] = look.linkShare; // linkShare
    row[at++] = look.ending; // ending
    row[at++] = look.sentences; // sentences
    row[at++] = look.digits; // digits
    row[at++] = look.capitals; // capitals
    row[at++] = look.marks; // marks
    row[at++] = block.strongChars / block.text.length; // strong
    row[at++] = tag === 'DIV' ? 1 : 0; // isDiv
    row[at++] = levelOf(tag); // headingLevel
    row[at++] = bit(frame, Within.figure); // figure
    row[at++] = bit(frame, Within.caption); // caption
    row[at++] = frame.depth; // depth
    row[at++] = frame.blocks; // frameBlocks
    row[at++] = charsIn(parent); // parentChars
    row[at++] = proseIn(parent); // parentProse
    row[at++] = linksIn(parent); // parentLinks
    row[at++] = blocksIn(parent); // parentBlocks
    row[at++] = charsIn(grand); // grandChars
    row[at++] = proseIn(grand); // grandProse
    row[at++] = linksIn(grand); // grandLinks
    row[at++] = blocksIn(grand); // grandBlocks
    row[at++] = clusterOf(page, parent); // clusterShare
    row[at++] = clusterOf(page, grand); // grandClusterShare
    row[at++] = isInCluster(page, i) ? 1 : 0; // inCluster
    row[at++] = like.inCluster / like.chars; // likeCluster
    row[at++] = frame.depth - (cluster?.depth ?? 0); // clusterDepth
    row[at++] = signedLog(i - page.clusterStart); // clusterBefore
    row[at++] = signedLog(i - page.clusterEnd); // clusterAfter
    row[at++] = (i - page.clusterStart) / Math.max(1, page.clusterEnd - page.clusterStart); // clusterPlace
    row[at++] = log(page.prose); // pageProse
    row[at++] = page.clusterProse / Math.max(1, page.prose); // pageClusterShare
    row[at++] = log(blocks.length); // pageBlocks
    row[at++] = levels(frame, cluster); // upToCluster
    row[at++] = levels(cluster, frame); // downToCluster
    row[at++] = levels(frame, headlineFrame); // upToHeadline
    row[at++] = levels(headlineFrame, frame); // downToHeadline
    row[at++] = article === clusterArticle ? 1 : 0; // clusterArticle
    row[at++] = article === headlineArticle ? 1 : 0; // headlineArticle
    row[at++] = article ? article.prose / Math.max(1, page.prose) : -1; // articleProse
    row[at++] = page.proseBefore[i]! / Math.max(1, page.prose); // proseBefore
    row[at++] = prev?.chars ?? -1; // prevChars
    row[at++] = prev?.linkShare ?? -1; // prevLinks
    row[at++] = prev ? levelOf(blocks[i - 1]!.frame.tag) : -1; // prevHeading
    row[at++] = next?.chars ?? -1; // nextChars
    row[at++] = next?.linkShare ?? -1; // nextLinks
    row[at++] = lookAt(i + 2)?.chars ?? -1; // next2Chars
    row[at++] = lookAt(i - 2)?.chars ?? -1; // prev2Chars
    row[at++] = Math.log2(like.count); // likeCount
    row[at++] = log(like.prose); // likeProse
    row[at++] = like.linkChars / like.chars; // likeLinks
    row[at++] = signedLog(i - page.headline); // headlineBlocks
    row[at++] = signedLog(page.offset[i]! - page.offset[page.headline]!); // headlineChars
    row[at++] = page.title[i]!; // title
    row[at++] = page.description[i]!; // description
    row[at++] = Math.log2(page.copies[i]!); // copies
    row[at++] = page.quoted[i]!; // quoted
  };
}

const log = (value: number): number => Math.log2(1 + value);

function bit({ within }: Frame, bits: number): number {
  return within & bits ? 1 : 0;
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
  return frame ? log(frame.chars) : -1;
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

function clusterOf(page: Surroundings, frame: Frame | null): number {
  return frame ? (page.clusters.get(frame) ?? 0) / Math.max(1, page.clusterProse) : -1;
}

function levelOf(tag: string): number {
  return tag.length === 2 && tag.startsWith('H') && tag !== 'HR' ? Number(tag[1]) : 0;
}
