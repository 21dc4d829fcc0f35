import { list } from '../text/list.ts';
import type { Sentence } from '../text/document.ts';
import { Shape, WordClass } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Unit, Wanted } from './ask-asking.ts';
import { asks, Fit, LEANING } from './ask-index.ts';
import type { AskIndex } from './ask-index.ts';
import { matchWords } from './ask-matches.ts';
import type { Matches } from './ask-matches.ts';
import type { Question } from './ask-question.ts';
import { writeUnitVector } from './meanings.ts';

/**
 * What is known of a sentence as an answer to a question. Words are weighed by how rare they are in the text; shares
 * are of the weight of the question's words, `rare` ones of that times how rare the words are in English.
 */
export const FEATURES = [
  // the question's words
  'plain', // share that stands here, names and numbers apart
  'rare', // rare share that stands here
  'lacksRare', // and what stands here in no form
  'lacksName',
  'lacksNumber',
  'met', // rare share met here or near by, in any way
  'unmet', // what that leaves open, each word squared
  'metInBlock',
  'window', // share that stands here or next door
  'blockFirst', // share that stands not here, but in the first sentence of the paragraph
  'holdsName', // names that stand here, or at the beginning of the sentence this one leans on
  'sight', // BM25 of all of these, against the best sentence
  'topical', // how much the sentence is about what the question is about
  'small', // share of the small words, which say how things hang together
  'negated',
  // their order
  'pairs', // neighbours in the question that are neighbours here
  'bigrams',
  'startsMet', // the sentence begins with words of the question
  'defines', // “X is a …”
  // the kind of words that answer
  'person',
  'place',
  'time',
  'cause',
  'thing',
  'unit',
  'fitNear', // such words stand close to words of the question
  'nounThere', // “river” in “which river”
  'nounName', // a name akin to it
  'numberOfNoun', // “300 homes” for “how many homes”, by how akin the words after the number are
  // the sentence
  'left', // its other words (the logarithm of their number)
  'precise', // rare share of its words that is the question's
  'depth', // how far down its paragraph (the logarithm)
  'leans', // soon points back: “Since then it has …”
] as const;
/** One of them, by its name. */
export type Feature = (typeof FEATURES)[number];
/** What is known of one sentence. */
export type Features = Record<Feature, number>;

const NOTHING = Object.fromEntries(FEATURES.map(name => [name, 0])) as Features;

/** A sentence that may answer. */
interface AnswerCandidate {
  readonly sentence: number;
  readonly features: Features;
  /** Words of the kind that answers stand there. */
  readonly fits: boolean;
  /** The share of the question's weight that stands in no form in the sentence or next to it. */
  readonly missed: number;
}

/** What the question's words find in the text. */
export interface Findings {
  readonly candidates: readonly AnswerCandidate[];
  readonly wanted: Wanted;
  /** The share of the weight of the question's words that stands in the text at all. */
  readonly known: number;
  /** The rare weight of those that do; how rare those are that do not; and how many names do not. */
  readonly familiar: number;
  readonly strange: number;
  readonly strangeNames: number;
  readonly knowsName: boolean;
}

/** The features are computed for so many sentences, the best at first sight. */
const RANKED = 24;
/** A word that is only so much akin does not answer for the one that was asked for. */
const LOOSELY_AKIN = 0.5;

/** The sentences that may answer a question, with what is known of each. */
export function findAnswerCandidates(index: AskIndex, question: Question): Findings {
  const matches = matchWords(index, question);
  const { keys, sight, weights, rarities, known, whole } = matches;
  const best = [...sight.keys()]
    .filter(s => sight[s]! > 0 && !asks(index.doc, index.doc.sentences[s]!))
    .sort((a, b) => sight[b]! - sight[a]! || a - b)
    .slice(0, RANKED);
  const nounCosine = cosineWithNoun(index, question);
  let familiar = 0;
  let strange = 0;
  let strangeNames = 0;
  let knowsName = false;
  for (const [w, word] of question.words.entries()) {
    const isName = word.isName && !word.isNumber;
    if (keys[w]!.length > 0) {
      familiar += weights[w]! * rarities[w]!;
      knowsName ||= isName;
    } else if (isName) strangeNames++;
    else if (!word.isNumber) strange += rarities[w]!;
  }
  return {
    candidates: best.map(sentence => candidate(index, question, matches, sentence, nounCosine)),
    wanted: question.wanted,
    known: whole === 0 ? 0 : known / whole,
    familiar,
    strange,
    strangeNames,
    knowsName,
  };
}

function candidate(
  index: AskIndex,
  question: Question,
  matches: Matches,
  s: number,
  nounCosine: (token: number) => number,
): AnswerCandidate {
  const features = { ...NOTHING };
  const sentence = index.doc.sentences[s]!;
  const places = placesOf(index, matches, sentence);
  addWords(features, index, question, matches, s);
  addOrder(features, index, question, matches, sentence, places);
  const fits = addKind(features, index, question, matches, sentence, places, nounCosine);
  addRest(features, index, question, matches, sentence);
  return { sentence: s, features, fits, missed: missedIn(index, matches, s) };
}

function missedIn({ doc }: AskIndex, { exact, other, weights, total, whole }: Matches, s: number): number {
  const { block } = doc.sentences[s]!;
  let missed = 0;
  for (const [w, weight] of weights.entries()) {
    const row = w * total;
    const beside = [s - 1, s + 1].some(
      near => doc.sentences[near]?.block === block && exact[row + near] !== 0,
    );
    if (exact[row + s] === 0 && other[row + s]! <= LOOSELY_AKIN && !beside) missed += weight;
  }
  return missed / whole;
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

/** What a word counts that is met in the sentences before, in the one after, and further on. */
const NEAR = [
  [-1, 0.8],
  [1, 0.7],
  [-2, 0.5],
  [2, 0.4],
] as const;

function addWords(
  features: Features,
  { doc, words, inherited }: AskIndex,
  question: Question,
  { keys, exact, other, met, weights, rarities, sight, topical, total, known, whole }: Matches,
  s: number,
): void {
  const { block, firstToken, endToken } = doc.sentences[s]!;
  const inBlock = (near: number): boolean => doc.sentences[near]?.block === block;
  let opener = s;
  while (inBlock(opener - 1)) opener--;
  let end = s + 1;
  while (inBlock(end)) end++;
  const leans = LEANING.has(words.lower[firstToken] ?? '');
  const unit = Math.max(known, 0.3 * whole);
  let rareUnit = 0;
  for (const [w, weight] of weights.entries()) rareUnit += weight * rarities[w]!;
  features.sight = sight[s]!;
  features.topical = topical[s]!;
  features.depth = Math.log(1 + s - opener);
  for (let i = firstToken; i < Math.min(firstToken + SOON, endToken) && opener < s; i++)
    if (POINTING.has(words.lower[i]!)) features.leans = 1;
  for (const [w, word] of question.words.entries()) {
    const row = w * total;
    const stands = (near: number): boolean => inBlock(near) && exact[row + near] !== 0;
    const share = weights[w]! / unit;
    const rare = (weights[w]! * rarities[w]!) / rareUnit;
    let near = met[row + s]!;
    for (const [step, factor] of NEAR)
      if (inBlock(s + step)) near = Math.max(near, factor * met[row + s + step]!);
    features.met += rare * near;
    features.unmet += rare * (1 - near) ** 2;
    let inParagraph = 0;
    for (let each = opener; each < end; each++) inParagraph = Math.max(inParagraph, met[row + each]!);
    features.metInBlock += rare * inParagraph;
    if (stands(s) || stands(s - 1) || stands(s + 1)) features.window += share;
    if (word.isName && (stands(s) || keys[w]!.some(id => inherited[s]!.includes(id))))
      features.holdsName += share;
    if (word.isNumber && !stands(s)) features.lacksNumber += share;
    if (stands(s)) {
      features.rare += rare;
      if (!word.isName) features.plain += share;
      continue;
    }
    if (stands(opener)) features.blockFirst += share;
    if (other[row + s] !== 0) continue;
    features.lacksRare += rare;
    if (word.isName && !word.isNumber && !(leans && stands(s - 1))) features.lacksName += share;
  }
}

/** So many tokens are the beginning of a sentence. */
const SOON = 6;
const POINTING = list(
  'he she it they this these those such their his her its them him most some others another both one',
);

function addOrder(
  features: Features,
  { tokenKey, ids, words, weights: textWeights }: AskIndex,
  question: Question,
  { weights, known, whole }: Matches,
  { firstToken, endToken }: Sentence,
  places: readonly (readonly number[])[],
): void {
  const unit = Math.max(known, 0.3 * whole);
  let first = Infinity;
  for (const [w, list] of places.entries()) {
    if (list.length === 0) continue;
    first = Math.min(first, list[0]!);
    if (w === 0) continue;
    let gap = Infinity;
    for (const a of places[w - 1]!) for (const b of list) gap = Math.min(gap, b > a ? b - a : a - b + 1);
    if (gap <= 2) features.pairs += (weights[w]! + weights[w - 1]!) / (2 * unit);
  }
  features.startsMet = 1 / (1 + (first - firstToken) / 4); // 0 where none stands here

  const asked = question.keys.map(key => ids.get(key) ?? -2);
  let smallWhole = 1;
  for (const [r, id] of asked.entries()) {
    let stands = false;
    let runs = false;
    for (let i = firstToken; i < endToken; i++) {
      if (tokenKey[i] !== id) continue;
      stands = true;
      runs ||= i + 1 < endToken && tokenKey[i + 1] === asked[r + 1];
    }
    if (runs) features.bigrams += 1 / asked.length;
    const key = question.keys[r]!;
    if (id < 0 || !key.startsWith(' ') || ASKING.has(key)) continue;
    smallWhole += textWeights[id]!;
    if (stands) features.small += textWeights[id]!;
  }
  features.small /= smallWhole;
  if (
    question.wanted === 'thing' &&
    question.asksWhatItIs &&
    isDefined(words, question, weights, places, firstToken)
  )
    features.defines = 1;
}

/** “X is a …”, “The long name (X) was the …”: all but all of the question stands there before the verb. */
function isDefined(
  words: Words,
  question: Question,
  weights: Float32Array,
  places: readonly (readonly number[])[],
  firstToken: number,
): boolean {
  const met = new Set(places.flat());
  for (let i = firstToken; i < firstToken + MAX_SUBJECT; i++) {
    const verb = words.lower[i + 1] === ')' ? i + 2 : i + 1;
    if (!met.has(i) || !COPULAS.has(words.lower[verb] ?? '') || !ARTICLES.has(words.lower[verb + 1] ?? ''))
      continue;
    let before = 0;
    let whole = 0;
    for (const [w, list] of places.entries()) {
      if (question.light.has(question.words[w]!.stem)) continue;
      whole += weights[w]!;
      if (list.some(place => place <= i)) before += weights[w]!;
    }
    if (before > ALL_BUT_ALL * whole) return true;
  }
  return false;
}
/** So long is what is defined at most, in tokens. */
const MAX_SUBJECT = 14;
const ALL_BUT_ALL = 0.8;
const ASKING = new Set(
  'what which who whom whose when where why how do does did'.split(' ').map(word => ` ${word}`),
);
const COPULAS = list('is are was were means refers');
const ARTICLES = list('a an the one to');

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

/** “Which engineers” may be “Norwegian engineers”, no names. */
const DESCRIBED = new Set<Wanted>(['person', 'organisation', 'place']);
/** Words further away than this count little. */
const REACH = 8;

/** Adds what tells whether words of the kind that answers stand here, and says whether they do. */
function addKind(
  features: Features,
  index: AskIndex,
  question: Question,
  { keys, weights, whole }: Matches,
  { firstToken, endToken }: Sentence,
  places: readonly (readonly number[])[],
  nounCosine: (token: number) => number,
): boolean {
  const { words, fit, tokenKey, postings } = index;
  const { wanted, unit, noun } = question;
  const asked = new Set(keys.flat());
  const nouns = places[question.words.findIndex(({ stem }) => stem === noun)] ?? [];
  if (nouns.length > 0) features.nounThere = 1;
  let fits = false;
  for (let i = firstToken; i < endToken; i++) {
    const lower = words.lower[i]!;
    if (unit && UNITS[unit].test(lower)) {
      features.unit = 1;
      fits ||= unit === 'frequency'; // “daily” is no number
    }
    if (asked.has(tokenKey[i]!)) continue;
    if (wanted === 'cause' && CAUSES.has(lower)) {
      fits = true;
      features.cause = 1;
    }
    if (words.shape[i]! & Shape.capital) features.nounName = Math.max(features.nounName, nounCosine(i));
    const tellsNoun = DESCRIBED.has(wanted) && postings[tokenKey[i]!]?.length && nouns.includes(i + 1);
    if (!(fit[i]! & FITTING[wanted]) && !tellsNoun) continue;
    if (wanted === 'number' && fit[i]! & Fit.time && unit !== 'year') continue;
    fits = true;
    if (wanted === 'thing') continue;
    let near = 0;
    for (const [w, list] of places.entries()) {
      let gap = Infinity;
      for (const place of list) gap = Math.min(gap, Math.abs(place - i));
      near += weights[w]! * Math.exp(-gap / REACH);
    }
    features.fitNear = Math.max(features.fitNear, near / whole);
    if (wanted !== 'number') continue;
    for (let next = i + 1; next < Math.min(i + 5, endToken); next++)
      features.numberOfNoun = Math.max(features.numberOfNoun, nounCosine(next));
  }
  if (fits && (wanted === 'person' || wanted === 'place' || wanted === 'time' || wanted === 'thing'))
    features[wanted] = 1;
  return fits;
}

/** The cosine of a word of the text and the noun that is asked of; 0 for small words. */
function cosineWithNoun(index: AskIndex, { noun, words }: Question): (token: number) => number {
  const { meanings, vectors, tokenKey, postings } = index;
  const word = words.find(({ stem }) => stem === noun)?.lower;
  const vector = new Float32Array(meanings?.dimensions ?? 0);
  if (!word || !meanings || !vectors || !writeUnitVector(meanings, word, 0, word.length, vector))
    return () => 0;
  return token => {
    const id = tokenKey[token]!;
    if (id < 0 || postings[id]!.length === 0) return 0;
    let sum = 0;
    for (let d = 0; d < vector.length; d++) sum += vector[d]! * vectors[id * vector.length + d]!;
    return sum;
  };
}

/** Words that bring a cause; “since”, “so” and “to” mostly bring something else. */
const CAUSES = list('because due owing caused cause causes order reason reasons result therefore hence led');

const UNITS: Record<Unit, RegExp> = {
  percent: /^(?:%|percent|per-cent|cent|half|thirds?|quarters?|fifths?|majority)$/,
  money: /^(?:[$£€¥]|dollars?|pounds?|euros?|cents?|million|billion|trillion|%|percent)$/,
  duration: /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries)$/,
  age: /^(?:years?|age|ages|aged|old|months?)$/,
  frequency:
    /^(?:times?|once|twice|every|each|daily|weekly|monthly|yearly|annually|annual|hourly|biennially)$/,
  year: /^(?:1\d|20)\d\ds?$/,
  distance:
    /^(?:km|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m|feet|foot|ft|inch|inches|acres?|hectares?)$/,
};

function addRest(
  features: Features,
  { words, tokenKey, postings, weights, rarities }: AskIndex,
  question: Question,
  { keys }: Matches,
  { firstToken, endToken }: Sentence,
): void {
  const asked = new Set(keys.flat());
  let left = 0;
  let met = 0;
  let whole = 0;
  for (let i = firstToken; i < endToken; i++) {
    if (question.isNegated && (words.class[i]! & WordClass.negation || NEGATING.has(words.lower[i]!)))
      features.negated = 1;
    const id = tokenKey[i]!;
    if (id < 0 || postings[id]!.length === 0) continue;
    const weight = weights[id]! * rarities[id]!;
    whole += weight;
    if (asked.has(id)) met += weight;
    else left++;
  }
  features.left = Math.log(1 + left);
  features.precise = whole === 0 ? 0 : met / whole;
}
const NEGATING = list('only unable');
