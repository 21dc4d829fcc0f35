import { alikeIn } from './alike.ts';
import { TokenKind, oncePerDocument } from './document.ts';
import type { TextDocument } from './document.ts';
import { tokensIn } from './parse.ts';
import type { Span } from './span.ts';
import { WordClass, wordsOf } from './words.ts';

/** For each token its stem if it carries meaning (a number, or a word of an open class), else "". */
export const stemsOf: (doc: TextDocument) => readonly string[] = oncePerDocument(doc => {
  const { lower, class: classes } = wordsOf(doc);
  const alike = alikeIn(doc);
  const { kind, length } = doc.tokens;
  const stems: string[] = [];
  const stemAt = (i: number): string => {
    const word = lower[i]!;
    if (alike[i] !== i) return stems[alike[i]!]!;
    if (kind[i] === TokenKind.number) return word;
    return kind[i] !== TokenKind.word || word.length < 3 || classes[i]! & ~OPEN ? '' : stem(word);
  };
  for (let i = 0; i < length; i++) stems.push(stemAt(i));
  return stems;
});
const OPEN = WordClass.time | WordClass.quantity;

/** The stems of a document's tokens as numbers, 0 and up in the order they are met; -1: none. */
interface StemNumbers {
  readonly of: Int32Array;
  readonly count: number; // of different stems
  readonly byName: ReadonlyMap<string, number>;
}

/** What is compared often is compared faster by numbers than by words. */
export const stemNumbers: (doc: TextDocument) => StemNumbers = oncePerDocument(doc => {
  const stems = stemsOf(doc);
  const alike = alikeIn(doc);
  const of = new Int32Array(stems.length).fill(-1);
  const known = new Map<string, number>();
  for (let i = 0; i < stems.length; i++) {
    const word = stems[i]!;
    if (word === '') continue;
    if (alike[i] !== i) {
      of[i] = of[alike[i]!]!;
      continue;
    }
    const number = known.get(word);
    of[i] = number ?? known.size;
    if (number === undefined) known.set(word, known.size);
  }
  return { of, count: known.size, byName: known };
});

/** Some stems of a document by their numbers, each once, to be compared over and over. */
export class StemSet {
  readonly stems: readonly number[];
  readonly #marks: Uint8Array; // a place for every stem of the document, clean between any two comparisons

  constructor(stems: readonly number[], marks: Uint8Array) {
    this.stems = stems;
    this.#marks = marks;
  }

  has(stem: number): boolean {
    return this.stems.includes(stem);
  }

  /** The share of the smaller set that the other one holds too; 0 for empty sets. */
  overlap(other: StemSet): number {
    const least = Math.min(this.stems.length, other.stems.length);
    if (least === 0) return 0;
    const marks = this.#marks;
    let shared = 0;
    for (const stem of other.stems) marks[stem] = 1;
    for (const stem of this.stems) shared += marks[stem]!;
    for (const stem of other.stems) marks[stem] = 0;
    return shared / least;
  }
}

const stemMarks = oncePerDocument(doc => new Uint8Array(stemNumbers(doc).count));

/** The stems of tokens `[first, end)`. */
export function stemSet(doc: TextDocument, first: number, end: number): StemSet {
  const { of } = stemNumbers(doc);
  const marks = stemMarks(doc);
  const stems: number[] = [];
  for (let i = first; i < end; i++) {
    const stem = of[i]!;
    if (stem < 0 || marks[stem]) continue;
    marks[stem] = 1;
    stems.push(stem);
  }
  for (const stem of stems) marks[stem] = 0;
  return new StemSet(stems, marks);
}

/** The stems of the meaning words of some spans, so that “claims” meets “claimed”. */
export function contentWords(doc: TextDocument, spans: readonly Span[]): Set<string> {
  const stems = stemsOf(doc);
  const found = new Set<string>();
  for (const span of spans) {
    const { first, end } = tokensIn(doc, span);
    for (let i = first; i < end; i++) if (stems[i] !== '') found.add(stems[i]!);
  }
  return found;
}

/** A rough stem: English endings off, four letters kept at least. */
export function stem(word: string): string {
  if (word.length < 5) return word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word;
  for (const ending of ENDINGS_BY_LETTER[word.charCodeAt(word.length - 1)] ?? NONE) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) return word.slice(0, -ending.length);
  }
  return word;
}
const ENDINGS = [
  'ations',
  'ation',
  'ingly',
  'ments',
  'ment',
  'ings',
  'ions',
  'ing',
  'ion',
  'ies',
  'ied',
  'ed',
  'es',
  'ly',
  's',
  'e',
  'y',
];
/** The endings by the code of their last letter. */
const ENDINGS_BY_LETTER = Array.from({ length: 0x7b }, (_, code) =>
  ENDINGS.filter(ending => ending.charCodeAt(ending.length - 1) === code),
);
const NONE: readonly string[] = [];

/** The share of the smaller set that the other one holds too; 0 for empty sets. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size < b.size ? shareOf(a, b) : shareOf(b, a);
}

/** The share of `wanted` that `topic` holds; 0 where nothing is wanted. */
export function shareOf(wanted: ReadonlySet<string>, topic: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  let shared = 0;
  for (const word of wanted) if (topic.has(word)) shared++;
  return shared / wanted.size;
}
