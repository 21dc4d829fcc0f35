import type { Frame, PageBlock } from './blocks.ts';
import { attributeOf } from './shadow.ts';
import { isWordCode } from './words.ts';

/**
 * What the names in the markup and the first words of a block say, as hashed buckets: `class="c-share__label"` is
 * `share`, `label` and their pieces. A bucket's weight is learned; two names in one bucket share it.
 */
export const NAME_BUCKETS = 4096;
export const WORD_BUCKETS = 2048;

/** Buckets of the names an element carries, without regard to how far it is from a block. */
export function nameGrams(element: Element): number[] {
  const names: number[] = [];
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
      addWord(text.slice(start, i).toLowerCase(), grams);
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

function addWord(word: string, grams: number[]): void {
  if (word.length < 2) return;
  grams.push(hash(word, 7));
  if (word.length > 6)
    for (let i = 0; i + 4 <= word.length; i += 2) grams.push(hash(word.slice(i, i + 4), 11));
}

/** The bucket of a gram that stands at that distance. */
export function nameBucket(gram: number, nearness: number): number {
  return (
    (Math.imul(gram ^ Math.imul(nearness + 1, 0x9e_37_79_b1), 0x85_eb_ca_6b) >>> 16) & (NAME_BUCKETS - 1)
  );
}

/** 0: the block's own element, 1: its parent, 2: the next two, 3: further away. */
export function nearnessOf(distance: number): number {
  return distance < 2 ? distance : distance < 4 ? 2 : 3;
}

const MAX_WORDS = 16;

/** Buckets of the words a block begins and ends with, and of all of them if it is short. */
export function wordBuckets({ text, frame, inline }: PageBlock): number[] {
  const words = firstWords(text.slice(0, 80).toLowerCase());
  const buckets: number[] = [];
  const add = (value: number, seed: number): void => {
    buckets.push(((Math.imul(value ^ seed, 0x85_eb_ca_6b) ^ (value >>> 9)) >>> 11) & (WORD_BUCKETS - 1));
  };
  for (let i = 0; i < 3 && i < words.length; i += 1) add(words[i]!, 21 + i);
  if (words.length > 1) add(Math.imul(words[0]!, 31) ^ words[1]!, 31);
  if (text.length < 80) for (const word of words) add(word, 41);
  add(text.charCodeAt(text.length - 1), 51);
  if (inline) add(hash(inline.localName, 61), 61);
  add(hash(frame.tag, 71), 71);
  return buckets;
}

/** Numbers for words and marks; of a figure only its length counts. */
function firstWords(text: string): number[] {
  const words: number[] = [];
  let value = 0;
  for (let i = 0; i <= text.length && words.length < MAX_WORDS; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20;
    if (isWordCode(code)) {
      value = Math.imul(value ^ (code >= 0x30 && code <= 0x39 ? 0x30 : code), 0x01_00_01_93) ^ 0x5bd1;
      continue;
    }
    if (value !== 0) words.push(value);
    value = 0;
    if (code > 0x20 && code !== 0xa0) words.push(Math.imul(code, 0x9e_37_79_b1));
  }
  return words;
}

function hash(word: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < word.length; i += 1) value = Math.imul(value ^ word.charCodeAt(i), 0x01_00_01_93);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c_1b_3c_6d) ^ (value >>> 12);
}

/** The frames around a block, nearest first, the body left out. */
export function framesAround(frame: Frame): Frame[] {
  const frames: Frame[] = [];
  for (
    let around: Frame | null = frame;
    around && around.tag !== 'BODY' && frames.length < 12;
    around = around.parent
  )
    frames.push(around);
  return frames;
}
