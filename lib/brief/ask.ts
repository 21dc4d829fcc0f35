import { contentWords, stem } from '../claims/contentWords.ts';
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
  readonly postings: ReadonlyMap<string, readonly [sentence: number, count: number][]>;
  readonly averageLength: number;
}

/** At most so many answers are given. */
const MAX_ANSWERS = 5;
/** The share of a question's weight that a sentence must meet, or the article does not say. */
const MIN_MATCH = 0.45;

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
  return { doc, brief, postings, averageLength: doc.tokens.length / Math.max(1, doc.sentences.length) };
}

function isEmptyWord(classes: number): boolean {
  return (classes & ~(WordClass.time | WordClass.quantity | WordClass.adverb)) !== 0;
}

/** The sentences that answer a question, best first; none where the article does not say. */
export function answer(questions: Questions, question: string): Answer[] {
  const { doc, postings } = questions;
  const asked = questionWords(question);
  if (asked.length === 0) return [];
  const scores = new Map<number, number>();
  const matched = new Map<number, number>();
  const total = doc.sentences.length;
  let whole = 0;
  for (const word of asked) {
    const list = postings.get(word) ?? [];
    const rarity = Math.log(1 + (total - list.length + 0.5) / (list.length + 0.5));
    whole += rarity;
    for (const [s, count] of list) {
      const sentence = doc.sentences[s]!;
      const length = (sentence.endToken - sentence.firstToken) / questions.averageLength;
      const gain = (rarity * count * 2.2) / (count + 1.2 * (0.25 + 0.75 * length));
      scores.set(s, (scores.get(s) ?? 0) + gain);
      matched.set(s, (matched.get(s) ?? 0) + rarity);
    }
  }
  const wanted = expected(question);
  return [...scores]
    .filter(([s]) => matched.get(s)! >= MIN_MATCH * whole)
    .map(([s, score]) => toAnswer(questions, doc.sentences[s]!, wanted, asked, score / whole))
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, MAX_ANSWERS);
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
  asked: readonly string[],
  score: number,
): Answer {
  const whole = { start: sentence.start, end: sentence.end };
  const span = spanOf(doc, brief, sentence, wanted, new Set(asked));
  return { ...(span ?? whole), sentence: whole, score: score + (span && wanted !== 'anything' ? 0.15 : 0) };
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
