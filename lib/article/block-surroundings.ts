import { readsLikeProse, Within, type Frame, type PageBlock } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { attributeOf } from './shadow.ts';
import { AT_ONCE, type Work } from '../work.ts';
import { isSignCode, isWordCode, nextHash } from './words.ts';

/** All blocks whose elements look the same by name and class. */
interface Likes {
  count: number;
  chars: number;
  prose: number;
  inCluster: number;
  linkChars: number;
}

/** What is known of all blocks of a page together. */
export interface Surroundings {
  readonly chars: number;
  readonly prose: number; // characters that read like sentences, links and page furniture left out
  readonly proseBefore: Float64Array;
  readonly clusters: ReadonlyMap<Frame, number>; // prose whose paragraphs stand in the same element, or one deeper
  readonly cluster: Frame | null; // the largest of them
  readonly clusterProse: number;
  readonly clusterStart: number; // its first block
  readonly clusterEnd: number; // and its last
  readonly isHopeless: readonly boolean[]; // menus, lists of links, what stands above the headline: nobody need judge it
  readonly like: readonly Likes[];
  readonly headlineFrame: Frame | null;
  readonly headline: number; // index of the block that shows the headline, or 0
  readonly offset: Float64Array; // characters before a block
  readonly title: Float32Array; // likeness to the headline
  readonly description: Float32Array; // likeness to the page's description
  readonly copies: Float32Array; // how often the page shows exactly these words
  readonly quoted: Float32Array; // the beginning stands in another block too
}

/** Reads the page around its blocks once. */
export function* surroundings(blocks: readonly PageBlock[], metadata: Metadata): Work<Surroundings> {
  const n = blocks.length;
  const names = new Map<Frame, string>();
  const likes = new Map<string, Likes>();
  const like: Likes[] = [];
  const copies = new Map<string, number>();
  const offset = new Float64Array(n);
  const isHopeless: boolean[] = [];
  let chars = 0;
  const hashes: number[][] = [];
  const clusters = yield* largestCluster(blocks);
  const headline = blocks.findIndex(({ frame }) => metadata.headline?.contains(frame.element));
  const top = storyStart(headline, clusters);
  for (let i = 0; i < n; i += 1) {
    if (i % AT_ONCE === 0) yield;
    const block = blocks[i]!;
    const { text, frame, linkChars } = block;
    const isInside = isInCluster(clusters, i);
    isHopeless.push(i < top || (!isInside && isMenu(block)));
    hashes.push(isHopeless[i] ? NO_WORDS : wordHashes(text));
    offset[i] = chars;
    chars += text.length;
    const own = lookNameOf(names, frame);
    const name = frame.parent ? `${own}<${lookNameOf(names, frame.parent)}` : own;
    let group = likes.get(name);
    if (!group) likes.set(name, (group = { count: 0, chars: 0, prose: 0, inCluster: 0, linkChars: 0 }));
    group.count += 1;
    group.chars += text.length;
    group.linkChars += linkChars;
    if (isInside) group.inCluster += text.length;
    if (readsLikeProse(text) && linkChars < text.length / 2) group.prose += text.length;
    like.push(group);
    copies.set(text, (copies.get(text) ?? 0) + 1);
  }
  const titles = [metadata.title, metadata.alternateTitle].map(wordHashes);
  const description = wordHashes(metadata.description);
  const quoted = yield* repeatedBeginnings(hashes);
  const title = new Float32Array(n);
  const summary = new Float32Array(n);
  for (const [i, words] of hashes.entries()) {
    if (i % AT_ONCE === 0) yield;
    if (words.length <= 80) title[i] = Math.max(...titles.map(it => likeness(words, it)));
    if (words.length <= 150) summary[i] = likeness(words, description);
  }
  return {
    chars,
    ...clusters,
    isHopeless,
    like,
    headlineFrame: blocks[headline]?.frame ?? null,
    headline: Math.max(0, headline),
    offset,
    title,
    description: summary,
    copies: Float32Array.from(blocks, ({ text }) => copies.get(text) ?? 1),
    quoted,
  };
}

const NO_WORDS: number[] = [];

/** Less prose than this below a headline: the story may well stand above it. */
const MIN_STORY = 300; // characters
const MIN_STORY_SHARE = 0.3;

/** Index of the first block that can belong to the story: the headline's, where there is one and a story below it. */
function storyStart(headline: number, { prose, proseBefore }: Clusters): number {
  if (headline < 0) return 0;
  const below = prose - proseBefore[headline]!;
  return below >= Math.max(MIN_STORY, prose * MIN_STORY_SHARE) ? headline : 0;
}

/** A third of most pages: links among links, or few words in a menu or at the foot of the page. */
function isMenu({ text, frame, linkChars }: PageBlock): boolean {
  if ((frame.within & (Within.nav | Within.footer)) !== 0 && !readsLikeProse(text)) return true;
  if (linkChars <= text.length * 0.9 || frame.tag.startsWith('H')) return false;
  const { parent } = frame;
  const grand = parent?.parent;
  return !parent || (isOfLinks(parent, 0.9) && (!grand || isOfLinks(grand, 0.7)));
}

const isOfLinks = ({ chars, linkChars }: Frame, share: number): boolean => linkChars > chars * share;

/** Whether a block stands in the largest cluster. */
export function isInCluster(
  { cluster, clusterStart, clusterEnd }: Pick<Clusters, 'cluster' | 'clusterStart' | 'clusterEnd'>,
  i: number,
): boolean {
  return cluster !== null && i >= clusterStart && i <= clusterEnd;
}

/** Share of words two texts have in common, 0..1. */
function likeness(words: readonly number[], others: readonly number[]): number {
  if (words.length === 0 || others.length === 0) return 0;
  let common = 0;
  for (const word of words) if (others.includes(word)) common += 1;
  return (2 * common) / (words.length + others.length);
}

type Clusters = Pick<
  Surroundings,
  'prose' | 'proseBefore' | 'clusters' | 'cluster' | 'clusterProse' | 'clusterStart' | 'clusterEnd'
>;

const FURNITURE = Within.nav | Within.footer | Within.aside | Within.dialog | Within.link | Within.caption;

/** The element whose own paragraphs say most; a paragraph counts half for the element around that. */
function* largestCluster(blocks: readonly PageBlock[]): Work<Clusters> {
  const clusters = new Map<Frame, number>();
  const proseBefore = new Float64Array(blocks.length);
  let prose = 0;
  let cluster: Frame | null = null;
  let clusterProse = 0;
  const add = (around: Frame | null | undefined, chars: number): void => {
    if (!around) return;
    const sum = (clusters.get(around) ?? 0) + chars;
    clusters.set(around, sum);
    if (sum <= clusterProse) return;
    cluster = around;
    clusterProse = sum;
  };
  for (const [i, { text, frame, linkChars }] of blocks.entries()) {
    if (i % AT_ONCE === 0) yield;
    proseBefore[i] = prose;
    if (frame.within & FURNITURE || linkChars > text.length * 0.3 || !readsLikeProse(text)) continue;
    prose += text.length;
    add(frame.parent, text.length);
    add(frame.parent?.parent, text.length / 2);
  }
  const { start: clusterStart, blocks: inside } = cluster ?? { start: 0, blocks: 1 };
  return {
    prose,
    proseBefore,
    clusters,
    cluster,
    clusterProse,
    clusterStart,
    clusterEnd: clusterStart + inside - 1,
  };
}

/** Element names and classes of a block and its parent: blocks of one kind share it. */
function lookNameOf(names: Map<Frame, string>, frame: Frame): string {
  let name = names.get(frame);
  if (name === undefined) {
    name = `${frame.tag}.${attributeOf(frame.element, 'class') ?? ''}`;
    names.set(frame, name);
  }
  return name;
}

const GRAM = 6; // words that do not repeat by chance

/** 1 for each block whose first words stand in another, longer block too: pull quotes, teasers of the page itself. */
function* repeatedBeginnings(hashes: readonly (readonly number[])[]): Work<Float32Array> {
  const longest = new Map<number, number>(); // of the blocks with a gram that some block begins with
  const see = (gram: number, i: number): void => {
    if (hashes[longest.get(gram)!]!.length < hashes[i]!.length) longest.set(gram, i);
  };
  const first = hashes.map((words, i) => {
    if (words.length < GRAM) return -1;
    let gram = 0;
    for (let j = 0; j < GRAM; j += 1) gram = nextGram(gram, words[j]!);
    if (longest.has(gram)) see(gram, i);
    else longest.set(gram, i);
    return gram;
  });
  for (const [i, words] of hashes.entries()) {
    if (i % AT_ONCE === 0) yield;
    let gram = 0;
    for (const word of words) {
      gram = nextGram(gram, word);
      if (longest.has(gram)) see(gram, i);
    }
  }
  return Float32Array.from(first, (gram, i) => (gram >= 0 && longest.get(gram) !== i ? 1 : 0));
}

/** Five bits a word: of the word before the last six nothing is left. */
function nextGram(gram: number, word: number): number {
  return ((gram & 0x1ffffff) << 5) ^ word;
}

/** A number for each word, in order, or for each sign of a script without spaces; marks do not count. */
function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  let hash = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20;
    const isSign = isSignCode(code);
    if (!isSign && isWordCode(code)) {
      hash = nextHash(hash, code < 0x80 ? code | 0x20 : code);
      continue;
    }
    if (hash !== 0) hashes.push(hash);
    if (isSign) hashes.push(code);
    hash = 0;
  }
  return hashes;
}
