import type { BlockKind } from './article.ts';
import { scoreBlocks, type BlockWeights } from './block-model.ts';
import { readsLikeProse, Within, type Frame, type PageBlock } from './blocks.ts';
import type { Metadata } from './metadata.ts';

/** A block that was chosen for the body, and what it is there. */
export interface BodyBlock {
  readonly block: PageBlock;
  readonly kind: BlockKind;
}

/** What the reader came for, out of everything the page shows. */
export interface Body {
  readonly blocks: readonly BodyBlock[];
  readonly captions: readonly string[];
}

/** A block belongs to the body above the first of these; the others are for pages where that leaves no prose. */
const LIMITS = [0.1, -0.7, -1.5, -2.5];

/** Less prose than this is no article: a lower limit may find one. */
const MIN_PROSE = 140;

/** Chooses the article's blocks and says what each of them is. */
export function chooseBody(blocks: readonly PageBlock[], metadata: Metadata, weights: BlockWeights): Body {
  const scores = scoreBlocks(blocks, metadata, weights);
  let chosen: PageBlock[] = [];
  for (const limit of LIMITS) {
    chosen = blocks.filter((_block, i) => scores[i]! > limit);
    if (proseIn(chosen) >= MIN_PROSE) break;
  }
  const standfirsts = standfirstsOf(chosen, metadata);
  return {
    blocks: chosen.map(block => ({ block, kind: standfirsts.has(block) ? 'standfirst' : kindOf(block) })),
    captions: captionsOf(blocks, chosen),
  };
}

function proseIn(blocks: readonly PageBlock[]): number {
  let chars = 0;
  for (const { text } of blocks) if (readsLikeProse(text)) chars += text.length;
  return chars;
}

const HEADING = /^H[1-6]$/u;

export function kindOf({ frame }: PageBlock): BlockKind {
  const { tag, within } = frame;
  if (HEADING.test(tag) || within & Within.heading) return 'heading';
  if (within & Within.quote) return 'quote';
  if (tag === 'TR' || within & Within.table) return 'table';
  if (within & Within.item) return 'list';
  return 'paragraph';
}

/** Names publishers give the element of a standfirst. */
const STANDFIRST =
  /stand-?first|sub-?(?:title|head|deck)|\bdek\b|\bdeck\b|summary|\bintro\b|\blead\b|\blede\b|excerpt|perex|ingress|chapo|sapo|abstract|description|teaser|vorspann|entradilla|bajada|sommario|strapline/iu;

const MAX_STANDFIRST = 700;

/**
 * What stands between headline and body and sums the article up: before the element that holds most of the body, or
 * first in it under a name of its own or as a headline of second rank.
 */
function standfirstsOf(chosen: readonly PageBlock[], metadata: Metadata): Set<PageBlock> {
  const standfirsts = new Set<PageBlock>();
  const home = homeOf(chosen);
  if (!home) return standfirsts;
  for (const [i, block] of chosen.entries()) {
    const { frame, text } = block;
    const isOutside = frame.parent !== home;
    if (i > 4 || text.length > MAX_STANDFIRST || chosen.length < 3) break;
    const isNamed = isNamedStandfirst(frame, home);
    const isSecondHeadline =
      HEADING.test(frame.tag) &&
      i === 0 &&
      readsLikeProse(text) &&
      !chosen.slice(1).some(other => other.frame.tag === frame.tag && other.frame.parent === frame.parent);
    if (
      isNamed ||
      isSecondHeadline ||
      (isOutside && metadata.description !== '' && i === 0 && !isInside(frame, home))
    )
      standfirsts.add(block);
    else break;
  }
  return standfirsts;
}

/** The element whose children most of the chosen words are. */
function homeOf(chosen: readonly PageBlock[]): Frame | null {
  const chars = new Map<Frame, number>();
  let home: Frame | null = null;
  for (const { frame, text } of chosen) {
    if (!frame.parent) continue;
    const sum = (chars.get(frame.parent) ?? 0) + text.length;
    chars.set(frame.parent, sum);
    if (!home || sum > chars.get(home)!) home = frame.parent;
  }
  return home;
}

function isInside(frame: Frame, home: Frame): boolean {
  for (let around: Frame | null = frame.parent; around; around = around.parent)
    if (around === home) return true;
  return false;
}

function isNamedStandfirst(frame: Frame, home: Frame): boolean {
  let around: Frame | null = frame;
  for (let i = 0; i < 3 && around && around !== home; i += 1, around = around.parent) {
    if (around.element.contains(home.element)) return false;
    const { element } = around;
    if (
      STANDFIRST.test(
        `${element.getAttribute('class') ?? ''} ${element.id} ${element.getAttribute('itemprop') ?? ''}`,
      )
    )
      return true;
  }
  return false;
}

/** Words under pictures, from the first block of the body to the last, and right before it. */
function captionsOf(blocks: readonly PageBlock[], chosen: readonly PageBlock[]): string[] {
  const inBody = new Set(chosen);
  const first = blocks.findIndex(block => inBody.has(block));
  const last = blocks.findLastIndex(block => inBody.has(block));
  const captions = blocks
    .slice(Math.max(0, first - 6), last + 1)
    .filter(block => block.frame.within & Within.caption && !inBody.has(block))
    .map(({ text }) => text);
  return [...new Set(captions)];
}
