import { readsLikeProse, Within, type Frame, type PageBlock } from './blocks.ts';
import type { Metadata } from './metadata.ts';
import { attributeOf } from './shadow.ts';
import type { Work } from './work.ts';
import { isSignCode, isWordCode } from './words.ts';

/** Blocks looked at without a pause. */
export const AT_ONCE = 200;

/** All blocks whose elements look the same by name and class. */
export interface Likes {
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
  readonly inCluster: readonly boolean[];
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
  let chars = 0;
  let headline = -1;
  const hashes: number[][] = [];
  const clusters = largestCluster(blocks);
  for (let i = 0; i < n; i += 1) {
    if (i % AT_ONCE === 0) yield;
    const { text, frame, linkChars } = blocks[i]!;
    hashes.push(wordHashes(text));
    offset[i] = chars;
    chars += text.length;
    const own = lookNameOf(names, frame);
    const name = frame.parent ? `${own}<${lookNameOf(names, frame.parent)}` : own;
    let group = likes.get(name);
    if (!group) likes.set(name, (group = { count: 0, chars: 0, prose: 0, inCluster: 0, linkChars: 0 }));
    group.count += 1;
    group.chars += text.length;
    group.linkChars += linkChars;
    if (clusters.inCluster[i]) group.inCluster += text.length;
    if (readsLikeProse(text) && linkChars < text.length / 2) group.prose += text.length;
    like.push(group);
    copies.set(text, (copies.get(text) ?? 0) + 1);
    if (headline < 0 && metadata.headline?.contains(frame.element)) headline = i;
  }
  const titles = [metadata.title, metadata.alternateTitle].map(wordHashes);
  const description = wordHashes(metadata.description);
  return {
    chars,
    ...clusters,
    like,
    headlineFrame: blocks[headline]?.frame ?? null,
    headline: Math.max(0, headline),
    offset,
    title: Float32Array.from(hashes, words =>
      words.length > 80 ? 0 : Math.max(...titles.map(title => likeness(words, title))),
    ),
    description: Float32Array.from(hashes, words => (words.length > 150 ? 0 : likeness(words, description))),
    copies: Float32Array.from(blocks, ({ text }) => copies.get(text) ?? 1),
    quoted: yield* repeatedBeginnings(hashes),
  };
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
  | 'prose'
  | 'proseBefore'
  | 'clusters'
  | 'cluster'
  | 'clusterProse'
  | 'clusterStart'
  | 'clusterEnd'
  | 'inCluster'
>;

const FURNITURE = Within.nav | Within.footer | Within.aside | Within.dialog | Within.link | Within.caption;

/** The element whose own paragraphs say most; a paragraph counts half for the element around that. */
function largestCluster(blocks: readonly PageBlock[]): Clusters {
  const clusters = new Map<Frame, number>();
  const proseBefore = new Float64Array(blocks.length);
  let prose = 0;
  let cluster: Frame | null = null;
  let clusterProse = 0;
  for (const [i, { text, frame, linkChars }] of blocks.entries()) {
    proseBefore[i] = prose;
    if (frame.within & FURNITURE || linkChars > text.length * 0.3 || !readsLikeProse(text)) continue;
    prose += text.length;
    for (const [around, part] of [
      [frame.parent, 1],
      [frame.parent?.parent, 0.5],
    ] as const) {
      if (!around) continue;
      const sum = (clusters.get(around) ?? 0) + part * text.length;
      clusters.set(around, sum);
      if (sum > clusterProse) {
        cluster = around;
        clusterProse = sum;
      }
    }
  }
  const inCluster = blocks.map(({ frame }) => isAround(cluster, frame));
  const clusterStart = Math.max(0, inCluster.indexOf(true));
  const clusterEnd = Math.max(0, inCluster.lastIndexOf(true));
  return { prose, proseBefore, clusters, cluster, clusterProse, clusterStart, clusterEnd, inCluster };
}

function isAround(outer: Frame | null, frame: Frame): boolean {
  let around: Frame | null = frame;
  while (around && outer && around.depth > outer.depth) around = around.parent;
  return around !== null && around === outer;
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
  const owner = new Map<number, number>();
  const first = new Int32Array(hashes.length);
  for (const [i, words] of hashes.entries()) {
    if (i % AT_ONCE === 0) yield;
    for (let j = 0; j + GRAM <= words.length; j += 1) {
      let gram = 0;
      for (let k = 0; k < GRAM; k += 1) gram = (Math.imul(gram, 0x01_00_01_93) ^ words[j + k]!) | 0;
      if (j === 0) first[i] = gram;
      const known = owner.get(gram);
      if (known === undefined || hashes[known]!.length < words.length) owner.set(gram, i);
    }
  }
  return Float32Array.from(first, (gram, i) => (gram !== 0 && owner.get(gram) !== i ? 1 : 0));
}

/** A number for each word, in order, or for each sign of a script without spaces; marks do not count. */
function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  let hash = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20;
    const isSign = isSignCode(code);
    if (!isSign && isWordCode(code)) {
      hash = (Math.imul(hash, 31) + (code < 0x80 ? code | 0x20 : code)) | 0;
      continue;
    }
    if (hash !== 0) hashes.push(hash);
    if (isSign) hashes.push(code);
    hash = 0;
  }
  return hashes;
}
