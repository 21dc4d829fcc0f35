import type { Sentence } from '../text/document.ts';
import { Shape } from '../text/words.ts';
import { COUSIN_LETTERS, Fit } from './ask-index.ts';
import type { AskIndex } from './ask-index.ts';
import type { AskedWord, Question, Wanted } from './ask-question.ts';
import { writeUnitVector } from './meanings.ts';

/**
 * What is known of a sentence as an answer to a question. Words are weighed by how rare they are in the text;
 * shares are of the weight of the question's words that the text holds at all.
 */
export const FEATURES = [
  // the question's own words
  'bm25',
  'names', // share met: names
  'numbers',
  'plain', // other words
  'rarest', // the heaviest word of the question stands here
  'last',
  'lacksName', // share missed
  'lacksNumber',
  // words that mean the same, or nearly
  'family',
  'akin',
  'meant', // a pronoun stands for the name
  // words of the question that stand near by
  'before',
  'after',
  'near',
  'blockFirst',
  'blockBm25',
  // their order
  'pairs', // neighbours in the question that are neighbours here
  'pairsNear',
  'density',
  'run', // the longest run of words word for word, small ones too
  'bigrams',
  'small',
  'defines', // “X is a …”
  // the kind of words that answer
  'person',
  'organisation',
  'place',
  'time',
  'number',
  'cause',
  'thing',
  'fitNear', // such words stand close to words of the question
  'noun', // words akin to “river” in “which river”
  'nounName',
  'nounThere',
  'numberOfNoun', // “300 homes” for “how many homes”
  // the sentence
  'length',
  'opens', // its paragraph
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Record<Feature, number>;

const NOTHING = Object.fromEntries(FEATURES.map(name => [name, 0])) as Features;

/** A sentence that may answer. */
export interface Candidate {
  readonly sentence: number;
  readonly features: Features;
  /** The share of the question's weight that stands in no form in the sentence or next to it. */
  readonly missed: number;
}

/** What the question's words find in the text. */
export interface Findings {
  readonly candidates: readonly Candidate[];
  /** The share of the weight of the question's words that stands in the text at all. */
  readonly known: number;
}

/** The features are computed for so many sentences, the best by their words alone. */
const RANKED = 24;
/** What a word of the same family counts, a pronoun that stands for the name, and at most a word that is akin. */
const KIN = 0.7;
const MEANT = 0.85;
const MAX_AKIN = 0.69;
/** A word that is only so much akin does not answer for the one that was asked for. */
const LOOSELY_AKIN = 0.5;
/** What a word in the sentence before or after counts at first sight. */
const BEFORE = 0.45;
const AFTER = 0.2;
/** Words of one family whose spelling differs early must be so much alike in meaning. */
const COUSIN_COSINE = 0.55;
/** A long family shares so many letters that its meaning need not be asked. */
const FAMILY_LETTERS = 5;
/** Words are akin if their cosine is so many deviations above the mean of the text's words, and not small. */
const AKIN_DEVIATIONS = 2.2;
const AKIN_COSINE = 0.35;

/** Where the words of a question stand: rows of sentences, one a word. */
interface Matches {
  /** The keys that meet each word. */
  readonly keys: readonly (readonly number[])[];
  readonly exact: Uint8Array;
  readonly soft: Float32Array; // less than 1
  readonly weights: Float32Array;
  readonly bm25: Float32Array; // of each sentence
  readonly total: number; // sentences
  readonly known: number; // weight that stands in the text
  readonly whole: number; // weight of all words
}

/** The sentences that may answer a question, with what is known of each. */
export function findCandidates(index: AskIndex, question: Question): Findings {
  const matches = matchWords(index, question);
  const { known, whole } = matches;
  const best = atFirstSight(matches, question.words.length);
  return {
    candidates: best.map(sentence => ({
      sentence,
      features: featuresOf(index, question, matches, sentence),
      missed: missedIn(index, matches, sentence),
    })),
    known: whole === 0 ? 0 : known / whole,
  };
}

function matchWords(index: AskIndex, question: Question): Matches {
  const { doc, postings, averageLength } = index;
  const total = doc.sentences.length;
  const count = question.words.length;
  const exact = new Uint8Array(count * total);
  const soft = new Float32Array(count * total);
  const weights = new Float32Array(count);
  const bm25 = new Float32Array(total);
  let whole = 0;
  let known = 0;
  const keys = question.words.map((word, w) => {
    const { ids, share } = occurrences(index, word);
    let frequency = 0;
    for (const id of ids) frequency += postings[id]!.length;
    const weight = Math.max(Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)) || 0, 0.1);
    weights[w] = weight;
    whole += weight;
    known += weight * share;
    for (const id of ids) {
      for (const [s, times] of postings[id]!) {
        const length = lengthOf(doc.sentences[s]!) / averageLength;
        bm25[s]! += (weight * share * times * 2.2) / (times + 1.2 * (0.7 + 0.3 * length));
        if (share === 1) exact[w * total + s] = 1;
        else soft[w * total + s] = share;
      }
    }
    if (!word.isName) matchAkin(index, word, ids, soft, w * total);
    const own = index.ids.get(word.stem);
    if (own !== undefined) {
      for (const [s, names] of index.meant)
        if (exact[w * total + s] === 0 && names.includes(own)) soft[w * total + s] = MEANT;
    }
    return ids;
  });
  return { keys, exact, soft, weights, bm25, total, known, whole };
}

/** The keys that meet a word: its own; else what its letters stand for; else its family. */
function occurrences(index: AskIndex, word: AskedWord): { ids: readonly number[]; share: number } {
  const own = index.ids.get(word.stem);
  if (own !== undefined) return { ids: [own], share: 1 };
  const initials = index.acronyms.get(word.lower);
  if (initials) return { ids: initials, share: KIN };
  const cousins = index.cousins.get(word.stem.slice(0, COUSIN_LETTERS)) ?? [];
  const family = cousins.filter(
    id =>
      word.stem.length >= FAMILY_LETTERS &&
      index.keys[id]!.startsWith(word.stem.slice(0, FAMILY_LETTERS)) &&
      Math.abs(index.keys[id]!.length - word.stem.length) <= 4,
  );
  if (family.length === 0 && cousins.length > 0) {
    const known = readVector(index, word.lower);
    if (known) family.push(...cousins.filter(id => cosine(index, id) > COUSIN_COSINE));
  }
  return { ids: family, share: family.length > 0 ? KIN : 0 };
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

/** The same for all words of the text at once, into a list that is used again. */
function cosinesOf({ vectors, keys }: AskIndex): Float32Array {
  const word = vector;
  const rows = vectors!;
  if (cosines.length !== keys.length) cosines = new Float32Array(keys.length);
  const all = cosines;
  for (let id = 0, at = 0; id < all.length; id++) {
    let sum = 0;
    for (let d = 0; d < word.length; d++, at++) sum += word[d]! * rows[at]!;
    all[id] = sum;
  }
  return all;
}
let cosines = new Float32Array(0);

/**
 * Where words of a like meaning stand. All words of a text are somewhat alike, so what counts is how far a cosine
 * stands out among them.
 */
function matchAkin(
  index: AskIndex,
  word: AskedWord,
  own: readonly number[],
  soft: Float32Array,
  row: number,
): void {
  if (!readVector(index, word.lower)) return;
  const all = cosinesOf(index);
  let sum = 0;
  let squares = 0;
  for (const each of all) {
    sum += each;
    squares += each * each;
  }
  const mean = sum / all.length;
  const deviation = Math.sqrt(Math.max(squares / all.length - mean * mean, 1e-6));
  const least = Math.max(AKIN_COSINE, mean + AKIN_DEVIATIONS * deviation);
  for (let id = 0; id < all.length; id++) {
    if (all[id]! < least || own.includes(id)) continue;
    const outstanding = (all[id]! - mean) / deviation;
    const share = Math.min(1, (outstanding - 1.2) / 3) * MAX_AKIN;
    for (const [s] of index.postings[id]!) if (soft[row + s]! < share) soft[row + s] = share;
  }
}

/** The sentences with most of the question's words, their own and those next door. */
function atFirstSight({ exact, soft, weights, bm25, total }: Matches, count: number): number[] {
  const sight = Float32Array.from(bm25);
  for (let w = 0; w < count; w++) {
    const row = w * total;
    for (let s = 0; s < total; s++) {
      if (exact[row + s] !== 0) continue;
      const before = s > 0 && exact[row + s - 1] !== 0 ? BEFORE : 0;
      const after = s + 1 < total && exact[row + s + 1] !== 0 ? AFTER : 0;
      sight[s]! += weights[w]! * Math.max(soft[row + s]! * 0.8, before, after);
    }
  }
  return [...sight.keys()]
    .filter(s => sight[s]! > 0)
    .sort((a, b) => sight[b]! - sight[a]! || a - b)
    .slice(0, RANKED);
}

function missedIn({ doc }: AskIndex, { exact, soft, weights, total, whole }: Matches, s: number): number {
  const { block } = doc.sentences[s]!;
  let missed = 0;
  for (const [w, weight] of weights.entries()) {
    const row = w * total;
    const beside = [s - 1, s + 1].some(
      other => doc.sentences[other]?.block === block && exact[row + other] !== 0,
    );
    if (exact[row + s] === 0 && soft[row + s]! <= LOOSELY_AKIN && !beside) missed += weight;
  }
  return missed / whole;
}

function featuresOf(index: AskIndex, question: Question, matches: Matches, s: number): Features {
  const features = { ...NOTHING };
  const sentence = index.doc.sentences[s]!;
  const places = placesOf(index, matches, sentence);
  addWords(features, index, question, matches, s);
  addOrder(features, index, question, matches, sentence, places);
  addKind(features, index, question, matches, sentence, places);
  features.length = Math.log(lengthOf(sentence) / index.averageLength);
  return features;
}

/** The tokens of a sentence that meet each word of the question. */
function placesOf({ tokenKey }: AskIndex, { keys }: Matches, sentence: Sentence): number[][] {
  return keys.map(ids => {
    const places: number[] = [];
    if (ids.length === 0) return places;
    for (let i = sentence.firstToken; i < sentence.endToken; i++)
      if (ids.includes(tokenKey[i]!)) places.push(i);
    return places;
  });
}

function addWords(
  features: Features,
  { doc, words }: AskIndex,
  question: Question,
  { exact, soft, weights, bm25, total, known, whole }: Matches,
  s: number,
): void {
  const unit = Math.max(known, 0.3 * whole);
  const { block, firstToken } = doc.sentences[s]!;
  const inBlock = (other: number): boolean => doc.sentences[other]?.block === block;
  let opener = s;
  while (inBlock(opener - 1)) opener--;
  let best = 0;
  for (let other = opener; inBlock(other); other++) if (other !== s) best = Math.max(best, bm25[other]!);
  features.bm25 = bm25[s]! / unit;
  features.blockBm25 = best / unit;
  features.opens = opener === s ? 1 : 0;
  const continues = CONTINUING.has(words.lower[firstToken] ?? '') && inBlock(s - 1);
  const heaviest = weights.indexOf(Math.max(...weights));
  for (const [w, word] of question.words.entries()) {
    const row = w * total;
    const share = weights[w]! / unit;
    const holds = (other: number): boolean => inBlock(other) && exact[row + other] !== 0;
    if (exact[row + s] !== 0) {
      features[word.isNumber ? 'numbers' : word.isName ? 'names' : 'plain'] += share;
      if (w === heaviest) features.rarest = 1;
      if (w === question.words.length - 1) features.last = 1;
      continue;
    }
    const met = soft[row + s]!;
    if (met > KIN) features.meant += share;
    else if (met > MAX_AKIN) features.family += share;
    else features.akin += share * met;
    if (word.isName && met === 0 && !(continues && holds(s - 1)))
      features[word.isNumber ? 'lacksNumber' : 'lacksName'] += share;
    if (holds(opener)) features.blockFirst += share;
    if (holds(s - 1)) features.before += share;
    else if (holds(s + 1)) features.after += share;
    else if (holds(s - 2) || holds(s + 2)) features.near += share;
  }
}

/** Words that lean on the sentence before. */
const CONTINUING = new Set('he she it they this these that those his her its their the such both'.split(' '));

function addOrder(
  features: Features,
  { tokenKey, ids, words }: AskIndex,
  question: Question,
  { weights, known, whole }: Matches,
  sentence: Sentence,
  places: readonly (readonly number[])[],
): void {
  const unit = Math.max(known, 0.3 * whole);
  let first = Infinity;
  let last = -1;
  let met = 0;
  for (const [w, list] of places.entries()) {
    if (list.length === 0) continue;
    met += weights[w]!;
    first = Math.min(first, list[0]!);
    last = Math.max(last, list.at(-1)!);
    if (w === 0) continue;
    let gap = Infinity;
    for (const a of places[w - 1]!) for (const b of list) gap = Math.min(gap, b > a ? b - a : a - b + 1);
    if (gap <= 6) features[gap <= 2 ? 'pairs' : 'pairsNear'] += (weights[w]! + weights[w - 1]!) / (2 * unit);
  }
  if (last > first) features.density = (met / unit) * (1 - (last - first) / lengthOf(sentence));

  const asked = question.keys.map(key => ids.get(key) ?? -2);
  let run = 0;
  for (let r = 0; r < asked.length; r++) {
    let longest = 0;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      let same = 0;
      while (i + same < sentence.endToken && same < 6 && tokenKey[i + same] === asked[r + same]) same++;
      longest = Math.max(longest, same);
    }
    run = Math.max(run, longest);
    if (longest > 1) features.bigrams += 1 / asked.length;
    if (longest > 0 && question.keys[r]!.startsWith(' ')) features.small += 1 / asked.length;
  }
  features.run = run / 6;

  if (question.wanted !== 'thing' || question.words.length > 4) return;
  for (let i = sentence.firstToken; i < Math.min(sentence.firstToken + 5, sentence.endToken); i++) {
    const isAsked = places.some(list => list.includes(i));
    if (isAsked && COPULAS.has(words.lower[i + 1] ?? '') && ARTICLES.has(words.lower[i + 2] ?? ''))
      features.defines = 1;
  }
}
const COPULAS = new Set('is are was were means refers'.split(' '));
const ARTICLES = new Set('a an the one to'.split(' '));

/** What a token must be to answer. */
export const FITTING: Record<Wanted, number> = {
  person: Fit.person | Fit.organisation,
  organisation: Fit.organisation,
  place: Fit.place,
  time: Fit.time,
  number: Fit.number,
  cause: 0,
  thing: Fit.name | Fit.person | Fit.organisation | Fit.place,
};

function addKind(
  features: Features,
  index: AskIndex,
  question: Question,
  { keys }: Matches,
  { firstToken, endToken }: Sentence,
  places: readonly (readonly number[])[],
): void {
  const { words, fit, tokenKey } = index;
  const { wanted, noun } = question;
  const asked = new Set(keys.flat());
  const met = places.flat();
  const hasNoun = noun !== null && readVector(index, noun.lower);
  let nearest = Infinity;
  let fits = false;
  for (let i = firstToken; i < endToken; i++) {
    if (asked.has(tokenKey[i]!)) continue;
    if (fit[i]! & FITTING[wanted]) {
      fits = true;
      for (const place of met) nearest = Math.min(nearest, Math.abs(place - i));
    }
    if (wanted === 'cause' && CAUSES.has(words.lower[i]!)) fits = true;
    if (hasNoun && tokenKey[i]! >= 0 && index.postings[tokenKey[i]!]!.length > 0) {
      const feature = words.shape[i]! & Shape.capital ? 'nounName' : 'noun';
      features[feature] = Math.max(features[feature], cosine(index, tokenKey[i]!));
    }
  }
  if (fits) {
    features[wanted] = 1;
    features.fitNear = 1 / (1 + nearest);
  }
  if (!noun) return;
  const nouns = places[question.words.indexOf(noun)]!;
  if (nouns.length > 0) features.nounThere = 1;
  if (wanted !== 'number') return;
  for (const place of nouns)
    for (let i = Math.max(place - 4, firstToken); i < place; i++)
      if (fit[i]! & Fit.number) features.numberOfNoun = 1;
}

/** Words that bring a cause. */
const CAUSES = new Set(
  'because due owing since as so to caused cause causes reason reasons result therefore hence led after'.split(
    ' ',
  ),
);

function lengthOf(sentence: Sentence): number {
  return Math.max(sentence.endToken - sentence.firstToken, 1);
}
