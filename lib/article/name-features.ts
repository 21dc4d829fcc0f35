import type { Frame, PageBlock } from './blocks.ts';
import { attributeOf, hasAttributes } from './shadow.ts';
import { isWordCode, nextHash } from './words.ts';

/**
 * What the names in the markup and the first words of a block say, as hashed buckets: `class="c-share__label"` is
 * `share`, `label` and their pieces. A bucket's weight is learned; two names in one bucket share it.
 */
export const BUCKETS = 4096;

/** Buckets of the names an element carries, without regard to how far it is from a block. */
export function nameGrams(element: Element): number[] {
  const names: number[] = [];
  if (!hasAttributes(element)) return names;
  for (const attribute of [
    'class',
    'id',
    'itemprop',
    'data-testid',
    'data-component',
    'data-module',
    'rel',
    'aria-label',
  ]) {
    const value = attributeOf(element, attribute);
    if (value) addGrams(value, names);
  }
  return names;
}

const MAX_CHARS = 160;
const MAX_GRAMS = 60;

/** Whole words and, of long ones, four-letter pieces: compounds are written without a border. */
function addGrams(value: string, grams: number[]): void {
  const text = value.slice(0, MAX_CHARS);
  let start = -1;
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    const isLower = code >= 0x61 && code <= 0x7a;
    const isUpper = code >= 0x41 && code <= 0x5a;
    const startsWord = isUpper && start >= 0 && !isUpperAt(text, i - 1);
    if (start >= 0 && (startsWord || !(isLower || isUpper))) {
      addWord(text, start, i, grams);
      start = -1;
    }
    if (start < 0 && (isLower || isUpper)) start = i;
    if (grams.length >= MAX_GRAMS) return;
  }
}

function isUpperAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code >= 0x41 && code <= 0x5a;
}

function addWord(text: string, start: number, end: number, grams: number[]): void {
  if (end - start < 2) return;
  grams.push(hashOf(text, start, end, WHOLE));
  if (end - start > 6) for (let i = start; i + 4 <= end; i += 2) grams.push(hashOf(text, i, i + 4, PIECE));
}

const WHOLE = 7;
const PIECE = 11;

/** Of ASCII letters, whatever their case; everything else as it is. */
function hashOf(text: string, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    hash = nextHash(hash, code < 0x80 ? code | 0x20 : code);
  }
  return hash;
}

/** The bucket of a hash, another one for each way it can stand there; again nothing grows beyond 30 bits. */
function bucketOf(hash: number, seed: number): number {
  return ((((hash ^ (hash >>> 12)) & 0xfffff) * 1021 + seed * 12_289) >>> 10) & (BUCKETS - 1);
}

/** The buckets of what the block's own element is called. */
export function ownBuckets(grams: readonly number[]): number[] {
  return grams.map(gram => bucketOf(gram, 0));
}

/** The buckets of what the elements around it are called, the nearest first. */
export function outerBuckets(frames: readonly (readonly number[])[]): number[] {
  return frames.flatMap((grams, i) => {
    const nearness = i === 0 ? 1 : i < 3 ? 2 : 3;
    return grams.map(gram => bucketOf(gram, nearness));
  });
}

const NEAR = 80; // characters
const TAIL = 40;
const MAX_WORDS = 16;

/** Buckets of the words a block begins and ends with, of all of them if it is short, and of where its links lead. */
export function wordBuckets({ text, frame, inline, links }: PageBlock): number[] {
  const words = firstHashes(text.slice(0, NEAR));
  const buckets: number[] = [];
  const add = (hash: number, seed: number): void => void buckets.push(bucketOf(hash, seed));
  for (let i = 0; i < 3 && i < words.length; i += 1) add(words[i]!, 21 + i);
  if (words.length > 1) add(nextHash(words[0]!, words[1]!), 31);
  if (text.length < NEAR) for (const word of words) add(word, 41);
  const last = (text.length < NEAR ? words : firstHashes(text.slice(-TAIL))).slice(-4);
  for (const [i, word] of last.entries()) add(word, 51 + last.length - i);
  for (const { href } of links.slice(0, 2))
    for (const word of firstHashes(href.slice(0, NEAR))) if (word !== SLASH) add(word, 61);
  if (inline) add(hashOf(inline.localName, 0, inline.localName.length, WHOLE), 62);
  add(hashOf(frame.tag, 0, frame.tag.length, WHOLE), 63);
  return buckets;
}

const SLASH = 0x2f;

/** Hashes of the first words, and marks; of a figure only its length counts. */
function firstHashes(text: string): number[] {
  const words: number[] = [];
  let hash = 0;
  for (let i = 0; i <= text.length && words.length < MAX_WORDS; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20;
    if (isWordCode(code)) {
      hash = nextHash(hash, code >= 0x30 && code <= 0x39 ? 0x30 : code < 0x80 ? code | 0x20 : code);
      continue;
    }
    if (hash !== 0) words.push(hash);
    hash = 0;
    if (code > 0x20 && code !== 0xa0) words.push(code);
  }
  return words;
}

const FRAMES = 11;

/** A frame and those around it, nearest first, the body left out. */
export function framesAround(frame: Frame | null): Frame[] {
  const frames: Frame[] = [];
  for (let around = frame; around && around.tag !== 'BODY' && frames.length < FRAMES; around = around.parent)
    frames.push(around);
  return frames;
}
