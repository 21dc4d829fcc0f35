import type { Attribution } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { byContent } from './claim.ts';

/** What claims ask of the kinds of blocks (lib/article/article.ts), in their order. */
export type BlockKinds = readonly string[];

/** Blocks that a post may be set in. */
const MOST_BLOCKS = 4;
/** UTF-16 units in which a signature is looked for. */
const LONGEST_SIGNATURE = 120;

/** “— Lena Brandt (@brandt) November 18, 2019”: a name between a dash, if there is one, and an account. */
const SIGNATURE = /^(?:[—–-]{1,2} ?)?([^@()\n]{2,60}?) ?\(@\w{1,30}\)/u;
/** Words of a post; fewer are a heading above a picture. */
const LEAST_WORDS = 4;

/** What of a post is no words, wherever in its last word it begins: an address. */
const ADDRESS = /(?:https?:\/\/|pic\.twitter\.com\/)/;

/** Where the words of a post end before the addresses at its end. */
function beforeAddresses(text: string, { start, end }: Span): number {
  for (let to = end; to > start;) {
    const words = text.slice(start, to).trimEnd();
    const last = words.slice(Math.max(words.lastIndexOf(' '), words.lastIndexOf('\n')) + 1);
    const at = last.search(ADDRESS);
    if (at < 0) return start + words.length;
    to = start + words.length - last.length + at;
  }
  return start;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(word => /\p{L}/u.test(word)).length;
}

/** The posts of others that an article shows: the blocks set apart as a quote before a block that is a signature. Linear. */
export function findPosts({ text, blocks }: TextDocument, kinds: BlockKinds): Attribution[] {
  const posts: Attribution[] = [];
  for (const [i, block] of blocks.entries()) {
    if (kinds[i - 1] !== 'quote') continue;
    const signature = SIGNATURE.exec(
      text.slice(block.start, Math.min(block.end, block.start + LONGEST_SIGNATURE)),
    );
    if (!signature) continue;
    const content: Span[] = [];
    for (let k = i - 1; k >= 0 && i - k <= MOST_BLOCKS && kinds[k] === 'quote'; k--) {
      const { start, end } = blocks[k]!;
      const words = text.slice(start, end);
      if (SIGNATURE.test(words.slice(0, LONGEST_SIGNATURE))) break; // of the post before
      const to = beforeAddresses(text, { start, end });
      if (/\p{L}/u.test(text.slice(start, to))) content.unshift({ start, end: to });
    }
    const words = content.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
    if (words < LEAST_WORDS) continue;
    const name = /^.*[\p{L}\p{N}.]/su.exec(signature[1]!)?.[0] ?? ''; // no flags behind it
    if (name === '') continue;
    const start = block.start + signature[0].indexOf(name);
    posts.push({ source: { start, end: start + name.length }, cue: null, content, confidence: 1 });
  }
  return posts;
}

/** With the posts; what was made out of their words for nobody, or for an “I”, is theirs. In order of content; linear. */
export function withPosts(
  text: string,
  attributions: readonly Attribution[],
  posts: readonly Attribution[],
): Attribution[] {
  if (posts.length === 0) return [...attributions];
  const isTheirs = ({ source, cue, content }: Attribution): boolean => {
    const { start } = content[0]!;
    const post = posts.find(({ content: words }) =>
      words.some(piece => piece.start <= start && start < piece.end),
    );
    if (!post) return false;
    return !cue || !source || /^(?:I|we)\b/i.test(text.slice(source.start, source.end));
  };
  return [...attributions.filter(attribution => !isTheirs(attribution)), ...posts].sort(byContent);
}

/**
 * “Brandt also said:” before a list: every item is what she said, where the first was read as that. In order of content;
 * linear.
 */
export function withItems(
  { text, blocks }: TextDocument,
  kinds: BlockKinds,
  attributions: readonly Attribution[],
): Attribution[] {
  if (!kinds.includes('list')) return [...attributions];
  let at = 0;
  return attributions.map(attribution => {
    const { cue, content } = attribution;
    const [first] = content as [Span];
    while (at + 1 < blocks.length && blocks[at + 1]!.start <= first.start) at++;
    const lead = blocks[at - 1];
    if (!cue || content.length > 1 || kinds[at] !== 'list' || !lead || kinds[at - 1] === 'list')
      return attribution;
    const isLed = cue.start >= lead.start && cue.end <= lead.end && text.charAt(lead.end - 1) === ':';
    if (!isLed || first.start !== blocks[at]!.start) return attribution;
    const items: Span[] = [];
    for (let k = at; kinds[k] === 'list' && k < at + MOST_ITEMS; k++) items.push(blocks[k]!);
    return { ...attribution, content: items.map(({ start, end }) => ({ start, end })) };
  });
}
const MOST_ITEMS = 20;
