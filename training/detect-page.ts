import { scoreBlocks } from '../lib/article/block-model.ts';
import { readBlocks } from '../lib/article/blocks.ts';
import { BLOCK_WEIGHTS } from '../lib/article/block-weights.ts';
import { chooseBody } from '../lib/article/body.ts';
import { readMetadata } from '../lib/article/metadata.ts';
import { elementsOf, glanceAt, hasLongText, studyOf } from '../lib/article/page-features.ts';
import { atOnce } from '../lib/work.ts';

/** Features of a page, and after them how many elements it has and whether words: as it is, at an address that says nothing, and cut to a short item at either address. */
export interface Looks {
  readonly own: readonly number[];
  readonly elsewhere: readonly number[];
  readonly short: readonly number[] | null; // null where it is short already
  readonly shortElsewhere: readonly number[] | null;
}

/** Runs in a browser; `page` is a parsed copy, of which a short item is made. */
export function looksOf(page: Document, url: string, nowhere: string): Looks {
  const looks = () => [featuresOf(page, url), featuresOf(page, nowhere)] as const;
  const [own, elsewhere] = looks();
  if (!shorten(page, url)) return { own, elsewhere, short: null, shortElsewhere: null };
  const [short, shortElsewhere] = looks();
  return { own, elsewhere, short, shortElsewhere };
}

function featuresOf(page: Document, url: string): number[] {
  const glance = glanceAt(page, url);
  if (!glance) throw new Error('A page too large to be judged is nothing to learn from');
  return [...glance, ...studyOf(page), elementsOf(page), Number(hasLongText(page))];
}

const SHORT_CHARS = 450;

/** Leaves a few paragraphs of the article; says whether anything had to go. */
function shorten(page: Document, url: string): boolean {
  const metadata = readMetadata(page, url);
  const all = readBlocks(page);
  const { blocks } = atOnce(chooseBody(all, metadata, atOnce(scoreBlocks(all, metadata, BLOCK_WEIGHTS))));
  let chars = 0;
  let hasGone = false;
  for (const { block } of blocks) {
    chars += block.text.length;
    if (chars <= SHORT_CHARS || chars === block.text.length) continue;
    for (const { node } of block.runs) node.data = '';
    if (!/\S/u.test(block.frame.element.textContent)) block.frame.element.remove();
    hasGone = true;
  }
  return hasGone;
}
