import { TokenKind } from '../text/document.ts';
import { list } from '../text/list.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { parseText, tokenAt } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { Shape, WordClass, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { keyOf } from './ask-question.ts';
import { rarityOf, sensesOf } from './ask-senses.ts';
import type { Brief } from './brief.ts';
import { writeUnitVector } from './meanings.ts';
import type { WordMeanings } from './meanings.ts';

/** What a token can be the answer to. */
export const Fit = { person: 1, organisation: 2, place: 4, time: 8, number: 16, name: 32 } as const;

/** An article made ready for any number of questions. */
export interface AskIndex {
  readonly doc: TextDocument;
  readonly words: Words;
  readonly brief: Brief;
  /** The number of each key (`keyOf`) of the text; the keys by their numbers; the key of each token, -1 for marks. */
  readonly ids: ReadonlyMap<string, number>;
  readonly keys: readonly string[];
  readonly tokenKey: Int32Array;
  /** For each key the sentences it stands in, and how often; none for small words. */
  readonly postings: readonly (readonly Posting[])[];
  /** Keys by their first three letters, to meet “invasion” with “invade” and “France” with “French”. */
  readonly cousins: ReadonlyMap<string, readonly number[]>;
  /** What the initials of the text's own names stand for. */
  readonly acronyms: ReadonlyMap<string, readonly number[]>;
  /** A unit vector for each key, zeros where unknown; null without word vectors. */
  readonly vectors: Float32Array | null;
  readonly meanings: WordMeanings | null;
  /** What each sentence is about (`sensesOf`); null without word vectors. */
  readonly senses: Float32Array | null;
  /** What each key is worth: how rare it is in the text, 0 and up, and in English, 0..1 (`rarityOf`). */
  readonly weights: Float32Array;
  readonly rarities: Float32Array;
  /** What words of questions are akin to, once they have been looked up: keys, and deviations above the mean. */
  readonly akin: Map<string, readonly Akin[]>;
  /** `Fit` bits of each token. */
  readonly fit: Uint8Array;
  /** For each sentence that leans on the one before the keys of what that one begins with. */
  readonly inherited: readonly (readonly number[])[];
  /** For each sentence the names its pronouns and nominals stand for, by their keys. */
  readonly meant: ReadonlyMap<number, readonly number[]>;
  readonly averageLength: number; // tokens a sentence
}

/** A word of the text by its key, and how many deviations above the mean its likeness to a word asked is; negative where it is small all the same. */
export type Akin = readonly [key: number, deviations: number];
type Posting = readonly [sentence: number, count: number];

/** Words of one family share so many first letters. */
export const COUSIN_LETTERS = 3;

/** Reads an article once. Linear in the text. */
export function indexForQuestions(brief: Brief, meanings: WordMeanings | null): AskIndex {
  const doc = splitSentences(parseText(brief.article.text, brief.article.blocks));
  const words = wordsOf(doc);
  const ids = new Map<string, number>();
  const keys: string[] = [];
  const forms: string[] = []; // a word each key was cut from
  const postings: [number, number][][] = [];
  const sentencesOf: number[] = []; // of each key, small words too
  const tokenKey = new Int32Array(doc.tokens.length).fill(-1);
  for (const [s, sentence] of doc.sentences.entries()) {
    const here = new Set<number>();
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (doc.tokens.kind[i]! > TokenKind.number) continue;
      const key = keyOf(words, i);
      let id = ids.get(key);
      if (id === undefined) {
        id = keys.length;
        ids.set(key, id);
        keys.push(key);
        forms.push(words.lower[i]!);
        postings.push([]);
        sentencesOf.push(0);
      }
      tokenKey[i] = id;
      here.add(id);
      if (key.startsWith(' ')) continue;
      const last = postings[id]!.at(-1);
      if (last?.[0] === s) last[1]++;
      else postings[id]!.push([s, 1]);
    }
    for (const id of here) sentencesOf[id]!++;
  }
  const vectors = meanings && unitVectors(forms, meanings);
  const dimensions = meanings?.dimensions ?? 0;
  const rarities = Float32Array.from(forms, (_, id) => (vectors ? rarityOf(vectors, id * dimensions) : 1));
  const weights = Float32Array.from(sentencesOf, count => Math.log(1 + doc.sentences.length / count));
  const isWord = (token: number): boolean => tokenKey[token]! >= 0 && postings[tokenKey[token]!]!.length > 0;
  const weightOf = (token: number): number =>
    isWord(token) ? weights[tokenKey[token]!]! * rarities[tokenKey[token]!]! : 0;
  return {
    doc,
    words,
    brief,
    ids,
    keys,
    tokenKey,
    postings,
    cousins: groupCousins(keys),
    acronyms: findAcronyms(doc, words, tokenKey),
    vectors,
    meanings,
    senses: vectors && sensesOf(doc, weightOf, tokenKey, vectors, dimensions),
    weights,
    rarities,
    akin: new Map(),
    inherited: findInherited(doc, words, tokenKey, isWord),
    fit: findFits(doc, words, brief),
    meant: findMeant(doc, brief, tokenKey),
    averageLength: doc.tokens.length / Math.max(1, doc.sentences.length),
  };
}

/** A sentence of more tokens is too long to be an answer: its parts are, between semicolons and commas far enough apart. */
const LONG = 100;
const PART = 50;
/** A note in brackets has so many tokens at most: “[12]”, “[citation needed]”. */
const NOTE = 4;

/**
 * Cuts long sentences at semicolons and commas, and all after a note that follows a full stop: “… in 1904.[3] The mill
 * …”. The paragraph after a question is of one block with it.
 */
function splitSentences(doc: TextDocument): TextDocument {
  const { tokens, text } = doc;
  const mark = (i: number): string => text[tokens.start[i]!]!;
  const endsInNote = (i: number, from: number): boolean => {
    if (mark(i) !== ']') return false;
    let open = i;
    while (open > from && i - open < NOTE && mark(open) !== '[') open--;
    return open > from && mark(open) === '[' && mark(open - 1) === '.';
  };
  const sentences: Sentence[] = [];
  const sentenceOf = new Uint32Array(tokens.length);
  let block = -1;
  for (const [s, whole] of doc.sentences.entries()) {
    const before = doc.sentences[s - 1];
    if (before?.block !== whole.block) block = before && asks(doc, before) ? block : whole.block;
    const isLong = whole.endToken - whole.firstToken > LONG;
    let from = whole.firstToken;
    for (let i = from; i < whole.endToken; i++) {
      sentenceOf[i] = sentences.length;
      const isLast = i + 1 === whole.endToken;
      const isCut = isLong && (mark(i) === ';' || (mark(i) === ',' && i - from >= PART));
      if (!isLast && !isCut && !endsInNote(i, from)) continue;
      const start = from === whole.firstToken ? whole.start : tokens.start[from]!;
      const end = isLast ? whole.end : tokens.end[i]!;
      sentences.push({ start, end, block, firstToken: from, endToken: i + 1 });
      from = i + 1;
    }
  }
  return { ...doc, sentences, tokens: { ...tokens, sentence: sentenceOf } };
}

/** Whether a sentence is a question, which answers nothing. */
export function asks({ text }: TextDocument, { start, end }: Span): boolean {
  return /\?["”’')]*$/.test(text.slice(Math.max(start, end - 4), end));
}

function groupCousins(keys: readonly string[]): Map<string, number[]> {
  const cousins = new Map<string, number[]>();
  for (const [id, key] of keys.entries()) {
    if (key.length <= COUSIN_LETTERS || key.startsWith(' ')) continue;
    const start = key.slice(0, COUSIN_LETTERS);
    const group = cousins.get(start);
    if (group) group.push(id);
    else cousins.set(start, [id]);
  }
  return cousins;
}

/** Initials of names of two to six words: “EU” for “European Union”. */
function findAcronyms(doc: TextDocument, words: Words, tokenKey: Int32Array): Map<string, number[]> {
  const acronyms = new Map<string, number[]>();
  let letters = '';
  let keys: number[] = [];
  const close = (): void => {
    if (letters.length >= 2 && letters.length <= 6 && !acronyms.has(letters)) acronyms.set(letters, keys);
    letters = '';
    keys = [];
  };
  for (const sentence of doc.sentences) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if ((words.shape[i]! & (Shape.capital | Shape.allCaps)) === Shape.capital && tokenKey[i]! >= 0) {
        letters += words.lower[i]![0]!;
        keys.push(tokenKey[i]!);
      } else if (!INSIDE_NAMES.has(words.lower[i]!)) close();
    }
    close();
  }
  return acronyms;
}
const INSIDE_NAMES = new Set(['of', 'the', 'and', 'for']);

function unitVectors(forms: readonly string[], meanings: WordMeanings): Float32Array {
  const vectors = new Float32Array(forms.length * meanings.dimensions);
  for (const [id, form] of forms.entries())
    writeUnitVector(meanings, form, 0, form.length, vectors, id * meanings.dimensions);
  return vectors;
}

function findFits(doc: TextDocument, words: Words, brief: Brief): Uint8Array {
  const fit = new Uint8Array(doc.tokens.length);
  const mark = (span: Span, bit: number): void => {
    for (let i = tokenAt(doc, span.start); i < doc.tokens.length && doc.tokens.start[i]! < span.end; i++)
      fit[i]! |= bit;
  };
  for (const { type, mentions } of brief.players)
    for (const mention of mentions) if (mention.form === 'name') mark(mention, Fit[type]);
  for (const entry of brief.timeline) mark(entry, Fit.time);
  const isQuantity = (i: number): boolean => (words.class[i]! & WordClass.quantity) !== 0;
  for (let i = 0; i < doc.tokens.length; i++) {
    const lower = words.lower[i]!;
    if (doc.tokens.kind[i] === TokenKind.number)
      fit[i]! |= YEAR.test(lower) ? Fit.number | Fit.time : Fit.number;
    else if (lower === 'several' || (isQuantity(i) && (lower !== 'one' || isQuantity(i + 1))))
      fit[i]! |= Fit.number; // “one of the”
    else if (DATING.has(lower) || (words.class[i]! & WordClass.time && words.shape[i]! & Shape.capital))
      fit[i]! |= Fit.time;
    else if (words.shape[i]! & Shape.capital && (!words.opensSentence[i] || fit[i])) fit[i]! |= Fit.name;
  }
  return fit;
}
const YEAR = /^(?:1\d|20)\d\ds?$/;
const DATING = list('century centuries decade decades yesterday today tomorrow');

/** So many tokens at the beginning of a sentence say what it is about, if no auxiliary comes before. */
const SUBJECT_TOKENS = 10;

function findInherited(
  doc: TextDocument,
  words: Words,
  tokenKey: Int32Array,
  isWord: (token: number) => boolean,
): number[][] {
  const inherited: number[][] = [];
  let subject: number[] = [];
  let block = -1;
  for (const sentence of doc.sentences) {
    if (sentence.block !== block) subject = [];
    block = sentence.block;
    const leans = LEANING.has(words.lower[sentence.firstToken] ?? '');
    inherited.push(leans ? subject : []);
    const own: number[] = [];
    const end = Math.min(sentence.endToken, sentence.firstToken + SUBJECT_TOKENS);
    for (let i = sentence.firstToken; i < end; i++) {
      if (own.length > 0 && words.class[i]! & WordClass.auxiliary) break;
      if (isWord(i)) own.push(tokenKey[i]!);
    }
    subject = leans ? [...subject, ...own].slice(-2 * SUBJECT_TOKENS) : own;
  }
  return inherited;
}

/** A sentence that begins so leans on the one before. */
export const LEANING = list('he she it they this these that those his her its their the such both');

function findMeant(doc: TextDocument, brief: Brief, tokenKey: Int32Array): Map<number, number[]> {
  const meant = new Map<number, number[]>();
  for (const { mentions } of brief.players) {
    const name = mentions.find(mention => mention.form === 'name');
    if (!name) continue;
    const keys: number[] = [];
    for (let i = tokenAt(doc, name.start); i < doc.tokens.length && doc.tokens.start[i]! < name.end; i++)
      if (tokenKey[i]! >= 0) keys.push(tokenKey[i]!);
    for (const mention of mentions) {
      const sentence = doc.tokens.sentence[tokenAt(doc, mention.start)];
      if (mention.form === 'name' || sentence === undefined) continue;
      const list = meant.get(sentence);
      if (list) list.push(...keys);
      else meant.set(sentence, [...keys]);
    }
  }
  return meant;
}
