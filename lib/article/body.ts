import type { BlockKind } from './article.ts';
import { Within, type PageBlock } from './blocks.ts';
import { sharedWords, type Metadata } from './metadata.ts';

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

/** Chooses the article's blocks. `readable` says which share of each Readability takes for the article. */
export function chooseBody(
  blocks: readonly PageBlock[],
  readable: readonly number[],
  metadata: Metadata,
): Body {
  const chosen: BodyBlock[] = [];
  const captions: string[] = [];
  for (const [i, block] of blocks.entries()) {
    if (readable[i]! < 0.5) continue;
    if (block.frame.within & Within.caption) captions.push(block.text);
    else if (!isJunk(block, metadata)) chosen.push({ block, kind: kindOf(block) });
  }
  return { blocks: chosen, captions };
}

function isJunk({ text, linkChars, frame }: PageBlock, { title }: Metadata): boolean {
  if (linkChars > text.length * 0.75 && text.length < 300) return true;
  if (frame.within & (Within.nav | Within.footer)) return true;
  return text.length < 300 && sharedWords(text, title) > 0.8;
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
