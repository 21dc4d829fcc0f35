import { alikeIn } from '../text/alike.ts';
import { TokenKind } from '../text/document.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import { WordClass, isCapital, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';

/** What the capitals of a text say. */
export interface Capitals {
  /** How often a word stands inside a sentence with a capital. */
  readonly upper: ReadonlyMap<string, number>;
  /** How often without, where it is of no closed class. */
  readonly lower: ReadonlyMap<string, number>;
  /** By sentence: 1 where it is set in title case or capitals, so that a capital says nothing. */
  readonly loud: Uint8Array;
}

/** Counts capitals. Linear. */
export function countCapitals(doc: TextDocument): Capitals {
  const words = wordsOf(doc);
  const upper = new Map<string, number>();
  const lower = new Map<string, number>();
  const alike = alikeIn(doc);
  const plain = new Int32Array(doc.tokens.length); // how often a spelling stands without, by its first token
  const loud = Uint8Array.from(doc.sentences, sentence => (isLoud(doc, words, sentence) ? 1 : 0));
  for (const [s, { firstToken, endToken }] of doc.sentences.entries()) {
    if (loud[s]) continue;
    for (let i = firstToken; i < endToken; i++) {
      if (doc.tokens.kind[i] !== TokenKind.word) continue;
      const word = words.lower[i]!;
      if (!isCapital(words, i)) {
        if (words.class[i] === 0) plain[alike[i]!]!++;
      } else if (!opens(doc, words, i)) upper.set(word, (upper.get(word) ?? 0) + 1);
    }
  }
  for (let i = 0; i < plain.length; i++) {
    const word = words.lower[i]!;
    if (plain[i]! > 0) lower.set(word, (lower.get(word) ?? 0) + plain[i]!);
  }
  return { upper, lower, loud };
}

/** “Ferries Stop Running at Night”: no full stop, and capitals where other words have none. */
function isLoud(doc: TextDocument, words: Words, { firstToken, endToken }: Sentence): boolean {
  if (ENDS.has(words.lower[endToken - 1]!)) return false;
  let open = 0; // words that could do without
  let capitals = 0;
  for (let i = firstToken; i < endToken; i++) {
    if (doc.tokens.kind[i] !== TokenKind.word || words.class[i]! & ~(WordClass.time | WordClass.adverb))
      continue;
    if (words.lower[i]!.length < 3) continue;
    open++;
    if (isCapital(words, i)) capitals++;
  }
  return open >= 4 && capitals / open > 0.75;
}
const ENDS = list('. ! ?');

/** Whether a capital at token `i` is owed to its place: sentence start, after an opening quotation mark or colon. */
export function opens(doc: TextDocument, words: Words, i: number): boolean {
  if (words.opensSentence[i]) return true;
  const before = i > 0 ? words.lower[i - 1]! : '';
  return OPENERS.has(before) && doc.tokens.kind[i - 1] === TokenKind.punctuation;
}
const OPENERS = new Set(['“', '"', '‘', "'", '«', '„', ':', '–', '—', '--', '•', '(', '[', '...', '…', '”']);
