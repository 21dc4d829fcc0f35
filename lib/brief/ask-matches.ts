import type { AskIndex } from './ask-index.ts';
import { KIN, akinTo, familyOf, occurrences, vectorOf } from './ask-kin.ts';
import type { AskedWord, Question } from './ask-question.ts';
import { addScaled, normalise, rarityOf } from './ask-senses.ts';
import { finishSight, rarityAmong, saturation } from './ask-sight.ts';

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
/** What a year counts for its century, a pronoun for the name, and at most a word that is akin. */
const OF_CENTURY = 0.95;
const MEANT = 0.85;
const MAX_AKIN = 0.69;
/** Initials stand for so many words at most. */
const MAX_INITIALS = 5;

/** Finds a question's words in the text. Linear in the words of the text, for each word of the question. */
export function matchWords(index: AskIndex, question: Question): Matches {
  const matcher = new Matcher(index, question);
  const keys = question.words.map((word, w) => matcher.match(word, w));
  return matcher.finish(keys);
}

/** Fills the rows of a question, word by word. */
class Matcher {
  private readonly index: AskIndex;
  private readonly question: Question;
  private readonly total: number; // sentences: the length of a row
  private readonly exact: Uint8Array;
  private readonly other: Float32Array;
  private readonly somewhat: Float32Array; // as `other`, by words whose meaning is only somewhat alike
  private readonly weights: Float32Array;
  private readonly rarities: Float32Array;
  private readonly sight: Float32Array;
  private readonly sense: Float32Array; // of all words together
  private whole = 0;
  private known = 0;

  constructor(index: AskIndex, question: Question) {
    const count = question.words.length;
    const total = index.doc.sentences.length;
    this.index = index;
    this.question = question;
    this.total = total;
    this.exact = new Uint8Array(count * total);
    this.other = new Float32Array(count * total);
    this.somewhat = new Float32Array(count * total);
    this.weights = new Float32Array(count);
    this.rarities = new Float32Array(count).fill(1);
    this.sight = new Float32Array(total);
    this.sense = new Float32Array(index.meanings?.dimensions ?? 0);
  }

  /** Fills the row of word `w`; returns the keys that meet it. */
  match(word: AskedWord, w: number): readonly number[] {
    const { index, question, total, sense } = this;
    const { ids, share } = occurrences(index, word);
    const frequency = ids.reduce((sum, id) => sum + index.postings[id]!.length, 0);
    const rarity = rarityAmong(total, frequency);
    const weight = question.light.has(word.stem) ? LIGHT * rarity : rarity;
    this.weights[w] = weight;
    this.whole += weight;
    this.known += weight * share;
    for (const id of ids) this.takeKey(id, w, share, weight);
    const vector = vectorOf(index, word.lower);
    if (vector) {
      if (!word.isName) this.rarities[w] = rarityOf(vector);
      addScaled(sense, 0, vector, 0, sense.length, weight * this.rarities[w]!);
    }
    if (!word.isName) this.takeAkin(word, w, ids);
    if (!word.isNumber)
      for (const id of familyOf(index, word)) if (!ids.includes(id)) this.raise(this.other, w, id, KIN);
    this.takeMeant(word, w);
    return ids;
  }

  /** What is met, when the rows of all words are filled. */
  finish(keys: readonly (readonly number[])[]): Matches {
    const { index, question, exact, other, somewhat, weights, rarities, sight, total, known, whole } = this;
    for (const { w, s, inSight } of meetInitials(index, question)) {
      if (exact[w * total + s] === 0) sight[s]! += inSight * weights[w]!;
      exact[w * total + s] = 1;
    }
    matchCenturies(index, question, other);
    const met = somewhat.map((share, at) => (exact[at] === 0 ? Math.max(share, other[at]!) : 1));
    finishSight(sight, weights, exact, other);
    const topical = topicalOf(index, this.sense);
    return { keys, exact, other, met, weights, rarities, sight, topical, total, known, whole };
  }

  /** Where a key that meets a word stands. */
  private takeKey(id: number, w: number, share: number, weight: number): void {
    const { doc, postings, averageLength } = this.index;
    for (const [s, times] of postings[id]!) {
      const { firstToken, endToken } = doc.sentences[s]!;
      this.sight[s]! += weight * share * saturation(times, (endToken - firstToken) / averageLength);
      if (share === 1) this.exact[w * this.total + s] = 1;
      else this.other[w * this.total + s] = share;
    }
  }

  /** Where words of a like meaning stand. */
  private takeAkin(word: AskedWord, w: number, ids: readonly number[]): void {
    for (const [id, deviations] of akinTo(this.index, word)) {
      if (ids.includes(id)) continue;
      if (deviations > 0) this.raise(this.other, w, id, Math.min(1, (deviations - 1.2) / 3) * MAX_AKIN);
      this.raise(this.somewhat, w, id, somewhatAlike(Math.abs(deviations)));
    }
  }

  /** Where pronouns stand for a name. */
  private takeMeant({ stem }: AskedWord, w: number): void {
    const own = this.index.ids.get(stem);
    if (own === undefined) return;
    for (const [s, names] of this.index.meant) {
      const at = w * this.total + s;
      if (this.other[at]! < MEANT && names.includes(own)) this.other[at] = MEANT;
    }
  }

  /** Raises what a word is met by in the sentences of a key, where it is less. */
  private raise(rows: Float32Array, w: number, id: number, share: number): void {
    for (const [s] of this.index.postings[id]!) {
      const at = w * this.total + s;
      if (rows[at]! < share) rows[at] = share;
    }
  }
}

/** What a word counts whose meaning is only somewhat alike. */
function somewhatAlike(deviations: number): number {
  return Math.min((deviations - 1) / 6, 0.6);
}

function topicalOf({ doc, senses }: AskIndex, sense: Float32Array): Float32Array {
  const topical = new Float32Array(doc.sentences.length);
  if (!senses) return topical;
  normalise(sense, 0, sense.length);
  for (let s = 0, at = 0; s < topical.length; s++)
    for (let d = 0; d < sense.length; d++, at++) topical[s]! += sense[d]! * senses[at]!;
  return topical;
}

/** “EU” meets “European Union” and the other way round, where both ways are used: word `w` in sentence `s`. */
function* meetInitials(
  { acronyms, ids, postings }: AskIndex,
  { words }: Question,
): Generator<{ w: number; s: number; inSight: number }> {
  for (const [w, word] of words.entries()) {
    const [first, ...rest] = acronyms.get(word.lower) ?? [];
    if (first === undefined) continue;
    for (const [s] of postings[first]!)
      if (rest.every(id => postings[id]!.some(([where]) => where === s))) yield { w, s, inSight: 0 }; // the name is long: it would outweigh all other words
  }
  for (const { from, end, letters } of initialsIn(words)) {
    const id = ids.get(letters) ?? ids.get(`${letters.split('').join('.')}.`);
    if (id === undefined) continue;
    for (const [s] of postings[id]!) for (let w = from; w < end; w++) yield { w, s, inSight: KIN };
  }
}

/** “eu” of “European Union”: the initials of words `[from, end)` that may have some. */
function* initialsIn(words: readonly AskedWord[]): Generator<{ from: number; end: number; letters: string }> {
  for (let from = 0; from < words.length; from++) {
    let letters = '';
    for (let to = from; to < Math.min(words.length, from + MAX_INITIALS); to++) {
      if (!words[to]!.isName || words[to]!.isNumber) break;
      letters += words[to]!.lower[0]!;
      if (letters.length > 1) yield { from, end: to + 1, letters };
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
