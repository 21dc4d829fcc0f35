import { COUSIN_LETTERS } from './ask-index.ts';
import type { Akin, AskIndex } from './ask-index.ts';
import type { AskedWord } from './ask-question.ts';
import { PEOPLES } from './ask-stems.ts';
import { writeUnitVector } from './meanings.ts';

/** What a word of the same family counts, and one that initials stand for. */
export const KIN = 0.7;
/** Words of one family whose spelling differs early must be so much alike in meaning. */
const COUSIN_COSINE = 0.55;
/** A long family shares so many letters and differs by so many; with two letters apart it must be so much alike. */
const FAMILY_LETTERS = 5;
const FAMILY_DIFFERENCE = 4;
const FAMILY_COSINE = 0.3;
/** Words are akin if their cosine is so many deviations above the mean of the text's words, and not small. */
const AKIN_DEVIATIONS = 2.6;
const AKIN_COSINE = 0.35;
/** What is akin to so many words is kept. */
const MAX_AKIN_WORDS = 500;
/** So short a word has too many neighbours for a slip of the keys to be told. */
const SLIP_LETTERS = 6;

/** The keys that meet a word: its own; else what its letters stand for; else its family; else a slip of the keys. */
export function occurrences(index: AskIndex, word: AskedWord): { ids: readonly number[]; share: number } {
  const own = index.ids.get(word.stem);
  if (own !== undefined) return { ids: [own], share: 1 };
  const initials = index.acronyms.get(word.lower);
  if (initials) return { ids: initials, share: KIN };
  const family = familyOf(index, word);
  for (const other of PEOPLES.get(word.stem) ?? []) {
    const id = index.ids.get(other);
    if (id !== undefined && !family.includes(id)) family.push(id);
  }
  const cousins = index.cousins.get(word.stem.slice(0, COUSIN_LETTERS)) ?? [];
  const vector = family.length === 0 ? vectorOf(index, word.lower) : null;
  if (vector) family.push(...cousins.filter(id => cosine(index, vector, id) > COUSIN_COSINE));
  const mayBeSlip = word.isName || !vector; // what English knows is no slip of something else
  if (family.length === 0 && word.stem.length >= SLIP_LETTERS && !word.isNumber && mayBeSlip)
    for (const [id, key] of index.keys.entries()) if (isSlip(word.stem, key)) family.push(id);
  return { ids: family, share: family.length > 0 ? KIN : 0 };
}

/** Words that differ in their endings alone: “invest” and “investor”, but neither “interest” nor “interview”. */
export function familyOf(index: AskIndex, { stem, lower }: AskedWord): number[] {
  if (stem.length < FAMILY_LETTERS) return [];
  const { cousins, keys } = index;
  const group = cousins.get(stem.slice(0, COUSIN_LETTERS)) ?? [];
  const vector = group.length > 0 ? vectorOf(index, lower) : null;
  return group.filter(id => {
    const key = keys[id]!;
    if (Math.abs(key.length - stem.length) > FAMILY_DIFFERENCE) return false;
    const shorter = Math.min(key.length, stem.length);
    let same = 0;
    while (same < shorter && key[same] === stem[same]) same++;
    if (same < FAMILY_LETTERS || same < shorter - 2) return false;
    return same >= shorter - 1 || !vector || cosine(index, vector, id) > FAMILY_COSINE;
  });
}

/** Whether two words that begin alike differ in one letter, or in two that changed places. */
function isSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0] && right.length === 2;
}

/** The unit vector of a word; null where English has none. */
export function vectorOf({ meanings, vectors }: AskIndex, word: string): Float32Array | null {
  if (!meanings || !vectors) return null;
  const vector = new Float32Array(meanings.dimensions);
  return writeUnitVector(meanings, word, 0, word.length, vector) ? vector : null;
}

/** The cosine of a vector and a word of the text. */
function cosine({ vectors }: AskIndex, vector: Float32Array, id: number): number {
  let sum = 0;
  const offset = id * vector.length;
  for (let d = 0; d < vector.length; d++) sum += vector[d]! * vectors![offset + d]!;
  return sum;
}

/**
 * The words of the text of a like meaning: how many deviations their cosines stand out, for all words of a text are
 * somewhat alike; below zero where the cosine is small all the same.
 */
export function akinTo(index: AskIndex, word: AskedWord): readonly Akin[] {
  const known = index.akin.get(word.lower);
  if (known) return known;
  const akin: Akin[] = [];
  const vector = vectorOf(index, word.lower);
  if (vector) {
    const all = new Float32Array(index.keys.length);
    let sum = 0;
    let squares = 0;
    for (let id = 0; id < all.length; id++) {
      const each = cosine(index, vector, id);
      all[id] = each;
      sum += each;
      squares += each * each;
    }
    const mean = sum / all.length;
    const deviation = Math.sqrt(Math.max(squares / all.length - mean * mean, 1e-6));
    for (let id = 0; id < all.length; id++) {
      const deviations = (all[id]! - mean) / deviation;
      if (deviations < 1 || index.postings[id]!.length === 0) continue;
      akin.push([id, deviations > AKIN_DEVIATIONS && all[id]! > AKIN_COSINE ? deviations : -deviations]);
    }
  }
  if (index.akin.size >= MAX_AKIN_WORDS) index.akin.clear();
  index.akin.set(word.lower, akin);
  return akin;
}
