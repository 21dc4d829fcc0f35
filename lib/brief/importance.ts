import { list } from '../text/list.ts';
import type { Player } from '../entities/players.ts';
import { stem } from '../text/content-words.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { isCapitalInside, wordClass, wordsOf } from '../text/words.ts';

/**
 * Which words of an article its readers would use to sum it up: a logistic regression for each word and each pair
 * of neighbours (after Hong and Nenkova 2014, “Improving the Estimation of Word Importance”), learned from five
 * summaries each of 52 texts of six kinds (GUM: Zeldes 2017; CC BY 4.0, texts CC BY 2.5 and CC BY-SA 3.0).
 */

/** What speaks for a word or pair, by name. */
type Features = Readonly<Record<string, number>>;

/** Two words next to each other in a sentence. */
export interface Pair {
  readonly first: number; // word ids
  readonly second: number;
  readonly sentence: number; // where it comes first, counted in the sentences that were read
  readonly inTitle: boolean;
  count: number;
}

/** The words of some sentences, by id, with what speaks for their being needed in a summary. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly isFunction: readonly boolean[]; // whether a word says nothing on its own
  readonly features: readonly Features[]; // of each word
  readonly pairs: readonly Pair[];
  readonly wordAt: Int32Array; // for each token its word, -1 for marks and where nothing was read
  readonly pairAt: Int32Array; // for each token its pair with the word before it, or -1
}

/** How likely (0..1) a reader's summary holds each word and each pair of a vocabulary. */
export interface Importance {
  readonly word: Float64Array;
  readonly pair: Float64Array;
}

/** Only the players that a summary would name. */
const CENTRAL_PLAYERS = 8;

/** Words that hold sentences together: each has its own chance to be in a summary. */
const FUNCTION_WORDS = list(
  'the of a in and to on for is was by with from as at that an it has have are be been were which his her their its after who this or but also',
);

/** What is known of a word while the sentences are read. */
interface Seen {
  count: number;
  first: number; // sentence
  lastBlock: number;
  blocks: number;
  proper: boolean;
}

/** Reads the words of some sentences of a document, in order. Linear in their length. */
export function readVocabulary(
  doc: TextDocument,
  sentences: readonly Sentence[],
  title: string,
  players: readonly Player[],
): Vocabulary {
  const { tokens } = doc;
  const read = wordsOf(doc);
  const headline = splitWords(title);
  const counter = new Counter(headline, tokens.length);
  const wordAt = new Int32Array(tokens.length).fill(-1);
  const pairAt = new Int32Array(tokens.length).fill(-1);
  for (const [s, sentence] of sentences.entries()) {
    let before = -1;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (tokens.kind[i]! > TokenKind.number) continue;
      const id = counter.countWord(read.lower[i]!, s, sentence.block, isCapitalInside(read, i));
      wordAt[i] = id;
      if (before >= 0) pairAt[i] = counter.countPair(before, id, s);
      before = id;
    }
  }
  const { words, seen, pairs } = counter;
  const inTitle = new Set(headline);
  const stemsInTitle = new Set(headline.map(stem));
  const salience = salienceByWord(players);
  const isFunction = words.map(isFunctionWord);
  const features = words.map((word, id) =>
    isFunction[id]
      ? functionFeatures(word, inTitle.has(word))
      : wordFeatures(word, seen[id]!, stemsInTitle.has(stem(word)), salience.get(word) ?? 0),
  );
  return { words, isFunction, features, pairs, wordAt, pairAt };
}

/** Numbers words and pairs of words as they come, and counts them. */
class Counter {
  readonly words: string[] = [];
  readonly seen: Seen[] = []; // by word
  readonly pairs: Pair[] = [];
  private readonly ids = new Map<string, number>();
  private readonly pairIds = new Map<number, number>();
  private readonly headlinePairs: ReadonlySet<string>;
  private readonly most: number;

  /** `most`: no more words come than that. */
  constructor(headline: readonly string[], most: number) {
    this.headlinePairs = new Set(headline.slice(1).map((word, i) => `${headline[i]} ${word}`));
    this.most = most;
  }

  countWord(word: string, sentence: number, block: number, isProper: boolean): number {
    let id = this.ids.get(word);
    if (id === undefined) {
      id = this.words.push(word) - 1;
      this.ids.set(word, id);
      this.seen.push({ count: 0, first: sentence, lastBlock: -1, blocks: 0, proper: false });
    }
    const seen = this.seen[id]!;
    seen.count++;
    if (seen.lastBlock !== block) {
      seen.lastBlock = block;
      seen.blocks++;
    }
    if (isProper) seen.proper = true;
    return id;
  }

  countPair(first: number, second: number, sentence: number): number {
    const key = first * this.most + second;
    let pair = this.pairIds.get(key);
    if (pair === undefined) {
      const inTitle = this.headlinePairs.has(`${this.words[first]} ${this.words[second]}`);
      pair = this.pairs.push({ first, second, sentence, inTitle, count: 0 }) - 1;
      this.pairIds.set(key, pair);
    }
    this.pairs[pair]!.count++;
    return pair;
  }
}

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a word says nothing on its own: a single letter or one of the closed classes. */
function isFunctionWord(word: string): boolean {
  return word.length < 2 || FUNCTION_WORDS.has(word) || wordClass(word) !== 0;
}

function functionFeatures(word: string, inTitle: boolean): Features {
  const own = FUNCTION_WORDS.has(word) ? word : 'other';
  return { bias: 1, [`“${own}”`]: 1, functionInTitle: inTitle ? 1 : 0 };
}

function wordFeatures(word: string, about: Seen, inTitle: boolean, salience: number): Features {
  return {
    bias: 1,
    title: inTitle ? 1 : 0,
    count: Math.log(about.count),
    blocks: Math.log(about.blocks),
    early: 1 / (1 + about.first),
    first: about.first === 0 ? 1 : 0,
    second: about.first === 1 ? 1 : 0,
    third: about.first === 2 ? 1 : 0,
    proper: about.proper ? 1 : 0,
    number: /\d/.test(word) ? 1 : 0,
    player: salience,
    length: Math.min(word.length, 12) / 12,
  };
}

function salienceByWord(players: readonly Player[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { name, aliases, salience } of players.slice(0, CENTRAL_PLAYERS)) {
    for (const word of splitWords([name, ...aliases].join(' '))) {
      if (!isFunctionWord(word)) found.set(word, Math.max(found.get(word) ?? 0, salience));
    }
  }
  return found;
}

/** What speaks for a pair, given how important its words are. */
export function pairFeatures(vocabulary: Vocabulary, pair: Pair, importance: Float64Array): Features {
  const [one, two] = [importance[pair.first]!, importance[pair.second]!];
  const opens = vocabulary.isFunction[pair.first]!;
  const closes = vocabulary.isFunction[pair.second]!;
  return {
    bias: 1,
    least: Math.min(one, two),
    logFirst: Math.log(one + 0.001),
    logSecond: Math.log(two + 0.001),
    count: Math.log(pair.count),
    early: 1 / (1 + pair.sentence),
    first: pair.sentence === 0 ? 1 : 0,
    second: pair.sentence === 1 ? 1 : 0,
    opensWithFunction: opens ? 1 : 0,
    closesWithFunction: closes ? 1 : 0,
    functionOnly: opens && closes ? 1 : 0,
    title: pair.inTitle ? 1 : 0,
  };
}

/** How likely each word and pair is to be in a reader's summary. */
export function weighVocabulary(
  vocabulary: Vocabulary,
  { words, pairs }: ImportanceWeights = IMPORTANCE_WEIGHTS,
): Importance {
  const word = Float64Array.from(vocabulary.features, features => chance(features, words));
  const pair = Float64Array.from(vocabulary.pairs, each =>
    chance(pairFeatures(vocabulary, each, word), pairs),
  );
  return { word, pair };
}

function chance(features: Features, weights: Features): number {
  let sum = 0;
  for (const name in features) sum += (weights[name] ?? 0) * features[name]!;
  return 1 / (1 + Math.exp(-sum));
}

/** What features weigh, by name. */
export interface ImportanceWeights {
  readonly words: Features;
  readonly pairs: Features;
}

/** `node training/importance.ts` prints these tables. */
export const IMPORTANCE_WEIGHTS: ImportanceWeights = {
  words: {
    bias: -2.762,
    '“other”': -0.597,
    functionInTitle: 1.26,
    title: 1.718,
    count: 0.871,
    blocks: 0.19,
    early: 1.155,
    first: 0.419,
    second: 0.472,
    third: 0.274,
    proper: 0.181,
    number: -0.662,
    player: 0.872,
    length: -1.284,
    '“at”': 0.269,
    '“and”': 3.493,
    '“which”': 0.653,
    '“of”': 2.562,
    '“on”': 1.128,
    '“have”': 0.047,
    '“an”': 1.352,
    '“the”': 3.392,
    '“is”': 1.075,
    '“a”': 2.868,
    '“it”': 0.229,
    '“its”': 0.901,
    '“this”': 0.93,
    '“in”': 2.629,
    '“has”': 0.326,
    '“been”': -0.127,
    '“or”': 0.016,
    '“was”': 0.592,
    '“to”': 2.619,
    '“as”': 1.241,
    '“from”': 0.965,
    '“by”': 1.188,
    '“that”': 1.109,
    '“for”': 1.946,
    '“his”': 1.122,
    '“be”': 0.233,
    '“but”': -0.244,
    '“are”': 0.333,
    '“also”': -0.28,
    '“their”': 0.566,
    '“with”': 1.638,
    '“after”': 0.352,
    '“were”': -0.028,
    '“who”': 0.471,
    '“her”': 0.309,
  },
  pairs: {
    bias: -2.569,
    least: 0.08,
    logFirst: 0.331,
    logSecond: 0.376,
    count: 0.927,
    early: 2.28,
    first: -0.515,
    second: 0.141,
    opensWithFunction: -0.587,
    closesWithFunction: -0.836,
    functionOnly: 0.456,
    title: 1.792,
  },
};
