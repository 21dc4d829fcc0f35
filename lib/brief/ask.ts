import { contentWords, stem } from '../text/contentWords.ts';
import { TokenKind } from '../text/document.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { parseText } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { Shape, WordClass, wordClass, wordsOf } from '../text/words.ts';
import type { Brief } from './brief.ts';

/** Words of the article that answer a question, in their sentence; best first in a list. */
export interface Answer extends Span {
  sentence: Span;
  score: number;
}

/** An article made ready for questions: where each stem stands. */
export interface Questions {
  readonly doc: TextDocument;
  readonly brief: Brief;
  /** Sentences (index, how often) by stem. */
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** Stems by their first letters, to meet “invasion” with “invade”. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  readonly averageLength: number;
}

type Posting = readonly [sentence: number, count: number];

/** At most so many answers are given. */
const MAX_ANSWERS = 5;
/** The share of a question's weight that a sentence and its neighbours must meet, or the article does not say. */
const MIN_COVERED = 0.23;
/** Two words are of one family if so many first letters agree. */
const FAMILY = 5;
/** What a word of the same family counts, and one in the sentence before or after. */
const KIN = 0.7;
const BEFORE = 0.45;
const AFTER = 0.2;
/** What the wanted kind of answer (a date for “when”) adds, in mean word weights. */
const FITTING = 1;

/** Reads an article once for any number of questions. */
export function prepareQuestions(brief: Brief): Questions {
  const doc = parseText(brief.article.text, brief.article.blocks);
  const words = wordsOf(doc);
  const postings = new Map<string, [number, number][]>();
  for (const [index, sentence] of doc.sentences.entries()) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (doc.tokens.kind[i]! > TokenKind.number || isEmptyWord(words.class[i]!)) continue;
      const key = stem(words.lower[i]!);
      const list = postings.get(key);
      if (!list) postings.set(key, [[index, 1]]);
      else if (list.at(-1)![0] === index) list.at(-1)![1]++;
      else list.push([index, 1]);
    }
  }
  const families = new Map<string, string[]>();
  for (const key of postings.keys()) {
    if (key.length < FAMILY) continue;
    const family = families.get(key.slice(0, FAMILY));
    if (family) family.push(key);
    else families.set(key.slice(0, FAMILY), [key]);
  }
  const averageLength = doc.tokens.length / Math.max(1, doc.sentences.length);
  return { doc, brief, postings, families, averageLength };
}

function isEmptyWord(classes: number): boolean {
  return (classes & ~(WordClass.time | WordClass.quantity | WordClass.adverb)) !== 0;
}

/** What a sentence has of a question: its own words, and those of its neighbours. */
interface Match {
  score: number;
  covered: number; // weight of the question's words met here or next door
}

/** The sentences that answer a question, best first; none where the article does not say. */
export function answer(questions: Questions, question: string): Answer[] {
  const { doc } = questions;
  const asked = questionWords(question);
  if (asked.length === 0) return [];
  const matches = new Map<number, Match>();
  let whole = 0;
  for (const word of asked) whole += matchWord(questions, word, matches);
  const wanted = expected(question);
  const stems = new Set(asked);
  const best = [...matches]
    .filter(([, match]) => match.covered >= MIN_COVERED * whole)
    .sort((a, b) => b[1].score - a[1].score || a[0] - b[0])
    .slice(0, 2 * MAX_ANSWERS);
  const mean = whole / asked.length;
  return best
    .map(([s, match]) => toAnswer(questions, doc.sentences[s]!, wanted, stems, match.score, mean, whole))
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, MAX_ANSWERS);
}

/** Adds what one word of the question finds; returns what the word weighs, the rarer the more. */
function matchWord(questions: Questions, word: string, matches: Map<number, Match>): number {
  const { doc, averageLength } = questions;
  const { list, share } = occurrences(questions, word);
  const total = doc.sentences.length;
  const weight = Math.log(1 + (total - list.length + 0.5) / (list.length + 0.5));
  const near = new Map<number, number>();
  for (const [s, count] of list) {
    const sentence = doc.sentences[s]!;
    const length = (sentence.endToken - sentence.firstToken) / averageLength;
    near.set(s, (share * count * 2.2) / (count + 1.2 * (0.8 + 0.2 * length)));
  }
  const add = (s: number, gain: number, covered: number): void => {
    if (s < 0 || s >= total) return;
    const match = matches.get(s) ?? { score: 0, covered: 0 };
    match.score += gain * weight;
    match.covered += covered * weight;
    matches.set(s, match);
  };
  for (const [s, gain] of near) {
    add(s, gain, share);
    // a neighbour that lacks the word has a little of it
    if (!near.has(s + 1)) add(s + 1, BEFORE * share, BEFORE * share);
    if (!near.has(s - 1)) add(s - 1, AFTER * share, AFTER * share);
  }
  return weight;
}

/** Where a stem stands, or a word of its family does. */
function occurrences(
  { postings, families }: Questions,
  word: string,
): { list: readonly Posting[]; share: number } {
  const list = postings.get(word);
  if (list) return { list, share: 1 };
  const kin = word.length >= FAMILY ? families.get(word.slice(0, FAMILY)) : undefined;
  const nearest = kin?.find(other => Math.abs(other.length - word.length) <= 4);
  return { list: (nearest !== undefined && postings.get(nearest)) || [], share: KIN };
}

function questionWords(question: string): string[] {
  const asked = new Set<string>();
  for (const [word] of question.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}.]*/gu)) {
    if (isEmptyWord(wordClass(word)) || ASKING.has(word)) continue;
    asked.add(stem(word.replace(/\.$/, '')));
  }
  return [...asked];
}
const ASKING = new Set(
  'what who whom whose which when where why how much many does did do was were is are say said'.split(' '),
);

type Wanted = 'person' | 'place' | 'time' | 'number' | 'cause' | 'anything';

/** The kind of answer a question asks for. */
function expected(question: string): Wanted {
  const asked = question.toLowerCase();
  if (
    /\bhow (?:many|much|old|long|far|often|high|tall|big)\b|\bwhat (?:percentage|percent|number|share|amount)\b/.test(
      asked,
    )
  )
    return 'number';
  if (/\bwhen\b|\b(?:what|which) (?:year|day|month|date|century)\b/.test(asked)) return 'time';
  if (/\bwhere\b|\b(?:what|which) (?:city|country|place|town|state)\b/.test(asked)) return 'place';
  if (/\bwho(?:m|se)?\b/.test(asked)) return 'person';
  return /\bwhy\b/.test(asked) ? 'cause' : 'anything';
}

/** Marks the answering words where their kind is known, else the sentence. */
function toAnswer(
  { doc, brief }: Questions,
  sentence: Sentence,
  wanted: Wanted,
  asked: ReadonlySet<string>,
  score: number,
  mean: number,
  whole: number,
): Answer {
  const place = { start: sentence.start, end: sentence.end };
  const span = spanOf(doc, brief, sentence, wanted, asked);
  return {
    ...(span ?? place),
    sentence: place,
    score: (score + (span ? FITTING * mean : 0)) / (whole + mean),
  };
}

function spanOf(
  doc: TextDocument,
  brief: Brief,
  sentence: Sentence,
  wanted: Wanted,
  asked: ReadonlySet<string>,
): Span | undefined {
  const words = wordsOf(doc);
  const isAsked = (span: Span): boolean => [...contentWords(doc, [span])].some(word => asked.has(word));
  if (wanted === 'person' || wanted === 'place') {
    const type = wanted === 'person' ? 'person' : 'place';
    for (const player of brief.players) {
      if (player.type !== type && !(wanted === 'person' && player.type === 'organisation')) continue;
      const mention = player.mentions.find(
        m => m.form === 'name' && m.start >= sentence.start && m.end <= sentence.end,
      );
      if (mention && !isAsked(mention)) return { start: mention.start, end: mention.end };
    }
    return undefined;
  }
  if (wanted === 'time') {
    const date = brief.timeline.find(entry => entry.start >= sentence.start && entry.end <= sentence.end);
    return date && { start: date.start, end: date.end };
  }
  if (wanted === 'number') {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const number = doc.tokens.kind[i] === TokenKind.number || words.class[i]! & WordClass.quantity;
      if (!number || words.shape[i]! & Shape.capital || asked.has(stem(words.lower[i]!))) continue;
      return { start: doc.tokens.start[i]!, end: doc.tokens.end[i]! };
    }
    return undefined;
  }
  if (wanted === 'cause') {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (words.lower[i] === 'because' || (words.lower[i] === 'due' && words.lower[i + 1] === 'to'))
        return { start: doc.tokens.start[i]!, end: sentence.end };
    }
  }
  return undefined;
}
