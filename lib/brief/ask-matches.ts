import { COUSIN_LETTERS } from './ask-index.ts';
import type { Akin, AskIndex } from './ask-index.ts';
import type { AskedWord, Question } from './ask-question.ts';
import { addScaled, normalise, rarityOf } from './ask-senses.ts';
import { PEOPLES } from './ask-stems.ts';
import { writeUnitVector } from './meanings.ts';

/** Where the words of a question stand: rows of sentences, one a word. */
export interface Matches {
  /** The keys that meet each word. */
  readonly keys: readonly (readonly number[])[];
  readonly exact: Uint8Array;
  /** How well the sentence meets the word in other words, less than 1. */
  readonly other: Float32Array;
  /** How well it meets it in any way, 0..1: in other words, or in one whose meaning is only somewhat alike. */
  readonly met: Float32Array;
  readonly weights: Float32Array; // of each word: how rare it is in the text
  readonly rarities: Float32Array; // and in English, 0..1; names are rare
  /** Of each sentence: BM25 with what is met in other words and next door; the best has 1. */
  readonly sight: Float32Array;
  readonly topical: Float32Array; // the cosine of what sentence and question are about
  readonly total: number; // sentences
  readonly known: number; // weight that stands in the text
  readonly whole: number; // weight of all words
}

/** What a word counts that says what is asked for: “country” in “which country”. */
const LIGHT = 0.4;
/** What a year counts for its century, a pronoun for the name, a word of the same family, and at most one that is akin. */
const OF_CENTURY = 0.95;
const MEANT = 0.85;
const KIN = 0.7;
const MAX_AKIN = 0.69;
/** What a word in the sentence before or after counts at first sight, and one in other words. */
const BEFORE = 0.45;
const AFTER = 0.2;
const OTHER = 0.8;
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
/** Initials stand for so many words at most. */
const MAX_INITIALS = 5;

/** Finds a question's words in the text. Linear in the words of the text, for each word of the question. */
export function matchWords(index: AskIndex, question: Question): Matches {
  const { doc, postings, meanings, averageLength } = index;
  const total = doc.sentences.length;
  const count = question.words.length;
  const exact = new Uint8Array(count * total);
  const other = new Float32Array(count * total);
  const met = new Float32Array(count * total);
  const weights = new Float32Array(count);
  const rarities = new Float32Array(count).fill(1);
  const sight = new Float32Array(total);
  const sense = new Float32Array(meanings?.dimensions ?? 0);
  let whole = 0;
  let known = 0;
  const keys = question.words.map((word, w) => {
    const row = w * total;
    const { ids, share } = occurrences(index, word);
    let frequency = 0;
    for (const id of ids) frequency += postings[id]!.length;
    const rarity = rarityAmong(total, frequency);
    const weight = question.light.has(word.stem) ? LIGHT * rarity : rarity;
    weights[w] = weight;
    whole += weight;
    known += weight * share;
    for (const id of ids) {
      for (const [s, times] of postings[id]!) {
        const sentence = doc.sentences[s]!;
        const length = (sentence.endToken - sentence.firstToken) / averageLength;
        sight[s]! += weight * share * saturation(times, length);
        if (share === 1) exact[row + s] = 1;
        else other[row + s] = share;
      }
    }
    if (readVector(index, word.lower)) {
      if (!word.isName) rarities[w] = rarityOf(vector);
      addScaled(sense, 0, vector, 0, sense.length, weight * rarities[w]!);
    }
    const meet = (id: number, share: number): void => {
      for (const [s] of postings[id]!) if (other[row + s]! < share) other[row + s] = share;
    };
    if (!word.isName) {
      for (const [id, deviations] of akinTo(index, word)) {
        if (ids.includes(id)) continue;
        if (deviations > 0) meet(id, Math.min(1, (deviations - 1.2) / 3) * MAX_AKIN);
        const share = somewhatAlike(Math.abs(deviations));
        for (const [s] of postings[id]!) if (met[row + s]! < share) met[row + s] = share;
      }
    }
    if (!word.isNumber) for (const id of familyOf(index, word)) if (!ids.includes(id)) meet(id, KIN);
    const own = index.ids.get(word.stem);
    if (own !== undefined)
      for (const [s, names] of index.meant)
        if (other[row + s]! < MEANT && names.includes(own)) other[row + s] = MEANT;
    return ids;
  });
  matchInitials(index, question, (w, s, inSight) => {
    if (exact[w * total + s] === 0) sight[s]! += inSight * weights[w]!;
    exact[w * total + s] = 1;
  });
  matchCenturies(index, question, other);
  for (let at = 0; at < met.length; at++) met[at] = exact[at] === 0 ? Math.max(met[at]!, other[at]!) : 1;
  finishSight(sight, weights, exact, other);
  return {
    keys,
    exact,
    other,
    met,
    weights,
    rarities,
    sight,
    topical: topicalOf(index, sense),
    total,
    known,
    whole,
  };
}

/**
 * BM25 (Robertson and Zaragoza 2009, “The Probabilistic Relevance Framework”) of sentences: what a word counts by how
 * rare it is among them …
 */
function rarityAmong(total: number, frequency: number): number {
  return Math.max(Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)) || 0, LEAST_RARITY);
}
const LEAST_RARITY = 0.1;

/** … and by how often it stands in one, `length` times as long as they are on average. */
function saturation(times: number, length: number): number {
  return (times * (K1 + 1)) / (times + K1 * (1 - B + B * length));
}
const K1 = 1.2;
const B = 0.3; // of documents 0.75 is usual

/** Adds to first sight what is met in other words or next door; then the best has 1. */
function finishSight(
  sight: Float32Array,
  weights: Float32Array,
  exact: Uint8Array,
  other: Float32Array,
): void {
  const total = sight.length;
  for (const [w, weight] of weights.entries()) {
    const row = w * total;
    for (let s = 0; s < total; s++) {
      if (exact[row + s] !== 0) continue;
      const before = s > 0 && exact[row + s - 1] !== 0 ? BEFORE : 0;
      const after = s + 1 < total && exact[row + s + 1] !== 0 ? AFTER : 0;
      sight[s]! += weight * Math.max(other[row + s]! * OTHER, before, after);
    }
  }
  let best = 1e-6;
  for (const each of sight) best = Math.max(best, each);
  for (let s = 0; s < total; s++) sight[s]! /= best;
}

function topicalOf({ doc, senses }: AskIndex, sense: Float32Array): Float32Array {
  const topical = new Float32Array(doc.sentences.length);
  if (!senses) return topical;
  normalise(sense, 0, sense.length);
  for (let s = 0, at = 0; s < topical.length; s++)
    for (let d = 0; d < sense.length; d++, at++) topical[s]! += sense[d]! * senses[at]!;
  return topical;
}

/** The keys that meet a word: its own; else what its letters stand for; else its family; else a slip of the keys. */
function occurrences(index: AskIndex, word: AskedWord): { ids: readonly number[]; share: number } {
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
  if (family.length === 0 && cousins.length > 0 && readVector(index, word.lower))
    family.push(...cousins.filter(id => cosine(index, id) > COUSIN_COSINE));
  const mayBeSlip = word.isName || !readVector(index, word.lower); // what English knows is no slip of something else
  if (family.length === 0 && word.stem.length >= SLIP_LETTERS && !word.isNumber && mayBeSlip)
    for (const [id, key] of index.keys.entries()) if (isSlip(word.stem, key)) family.push(id);
  return { ids: family, share: family.length > 0 ? KIN : 0 };
}

/** Words that differ in their endings alone: “invest” and “investor”, but neither “interest” nor “interview”. */
function familyOf(index: AskIndex, { stem, lower }: AskedWord): number[] {
  if (stem.length < FAMILY_LETTERS) return [];
  const { cousins, keys } = index;
  const group = cousins.get(stem.slice(0, COUSIN_LETTERS)) ?? [];
  return group.filter(id => {
    const key = keys[id]!;
    if (Math.abs(key.length - stem.length) > FAMILY_DIFFERENCE) return false;
    const shorter = Math.min(key.length, stem.length);
    let same = 0;
    while (same < shorter && key[same] === stem[same]) same++;
    if (same < FAMILY_LETTERS || same < shorter - 2) return false;
    return same >= shorter - 1 || !readVector(index, lower) || cosine(index, id) > FAMILY_COSINE;
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

/** The vector of the word that is being compared; one thing is done at a time. */
let vector = new Float32Array(0);

function readVector({ meanings, vectors }: AskIndex, word: string): boolean {
  if (!meanings || !vectors) return false;
  if (vector.length !== meanings.dimensions) vector = new Float32Array(meanings.dimensions);
  return writeUnitVector(meanings, word, 0, word.length, vector);
}

/** The cosine of the word read last and a word of the text. */
function cosine({ vectors }: AskIndex, id: number): number {
  let sum = 0;
  const offset = id * vector.length;
  for (let d = 0; d < vector.length; d++) sum += vector[d]! * vectors![offset + d]!;
  return sum;
}

/**
 * The words of the text of a like meaning: how many deviations their cosines stand out, for all words of a text are
 * somewhat alike; below zero where the cosine is small all the same.
 */
function akinTo(index: AskIndex, word: AskedWord): readonly Akin[] {
  const known = index.akin.get(word.lower);
  if (known) return known;
  const akin: Akin[] = [];
  if (readVector(index, word.lower)) {
    const all = new Float32Array(index.keys.length);
    let sum = 0;
    let squares = 0;
    for (let id = 0; id < all.length; id++) {
      const each = cosine(index, id);
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

/** What a word counts whose meaning is only somewhat alike. */
function somewhatAlike(deviations: number): number {
  return Math.min((deviations - 1) / 6, 0.6);
}

/** “EU” meets “European Union” and the other way round, where both ways are used. */
function matchInitials(
  { acronyms, ids, postings }: AskIndex,
  { words }: Question,
  meet: (word: number, sentence: number, inSight: number) => void,
): void {
  for (const [w, word] of words.entries()) {
    const [first, ...rest] = acronyms.get(word.lower) ?? [];
    if (first === undefined) continue;
    for (const [s] of postings[first]!)
      if (rest.every(id => postings[id]!.some(([where]) => where === s))) meet(w, s, 0); // the name is long: it would outweigh all other words
  }
  for (let from = 0; from < words.length; from++) {
    let letters = '';
    for (let to = from; to < Math.min(words.length, from + MAX_INITIALS); to++) {
      if (!words[to]!.isName || words[to]!.isNumber) break;
      letters += words[to]!.lower[0]!;
      const id =
        letters.length > 1 ? (ids.get(letters) ?? ids.get(`${letters.split('').join('.')}.`)) : undefined;
      if (id !== undefined) for (const [s] of postings[id]!) for (let w = from; w <= to; w++) meet(w, s, KIN);
    }
  }
}

/** “17th century” and “1600s” meet the years from 1600 on. */
function matchCenturies(index: AskIndex, { words }: Question, other: Float32Array): void {
  const total = index.doc.sentences.length;
  for (const [w, { lower }] of words.entries()) {
    const nth = words[w + 1]?.lower === 'century' ? /^(\d\d)th$/.exec(lower) : null;
    const years = nth ? String(Number(nth[1]) - 1) : /^(\d\d)00s$/.exec(lower)?.[1];
    if (years === undefined) continue;
    for (const [id, key] of index.keys.entries()) {
      if (!key.startsWith(years) || !/^\d{4}/.test(key)) continue;
      for (const [s] of index.postings[id]!)
        other[w * total + s] = Math.max(other[w * total + s]!, OF_CENTURY);
    }
  }
}
