import { TokenKind } from '../text/document.ts';
import type { Range, Sentence, TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import { Shape, WordClass, isCapital } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { opens } from './capitals.ts';
import { NAME_GOES_ON, OWNERS, PARTICLES, ROLE_NOUNS } from './lexicon.ts';

/** The runs of capitals, particles and joints of a sentence, in which names stand. */
export function findRuns(doc: TextDocument, words: Words, { firstToken, endToken }: Sentence): Range[] {
  const runs: Range[] = [];
  let i = firstToken;
  while (i < endToken) {
    if (!startsName(doc, words, i)) {
      i++;
      continue;
    }
    const end = runEnd(doc, words, i, endToken);
    runs.push({ first: i, end });
    i = end;
  }
  return runs;
}

/** A capitalised word that is not one of those every sentence may begin with. */
function startsName(doc: TextDocument, words: Words, i: number): boolean {
  if (doc.tokens.kind[i] !== TokenKind.word) return false;
  const word = words.lower[i]!;
  if (!isCapital(words, i))
    return words.lower[i + 1] === '-' && isCapital(words, i + 2) && ARTICLES.has(word);
  if (words.shape[i]! & Shape.allCaps && word.length > 1 && word !== 'it') return true;
  if (words.class[i]! & WordClass.time) return false;
  return (words.class[i]! & ~WordClass.quantity & ~WordClass.adverb) === 0 || !opens(doc, words, i);
}

/** Arabic articles, which open names in lower case: “al-Masri”. */
const ARTICLES = new Set(['al', 'el', 'ash', 'as', 'an', 'ar']);

/** Where the run of capitals, particles and joints that begins at `i` ends. */
function runEnd(doc: TextDocument, words: Words, i: number, limit: number): number {
  let end = i + 1;
  let goesOn = opensChain(words.lower[i]!);
  while (end < limit) {
    if (isNamePart(doc, words, end)) {
      goesOn ||= opensChain(words.lower[end]!);
      end++;
      continue;
    }
    const joint = jointLength(doc, words, end, limit, goesOn);
    if (joint === 0) break;
    end += joint;
  }
  return end;
}

function opensChain(word: string): boolean {
  return NAME_GOES_ON.has(word) || ROLE_NOUNS.has(word);
}

/** Whether a token is a word of a name: with a capital, and no day or month. */
export function isNamePart(doc: TextDocument, words: Words, i: number): boolean {
  if (doc.tokens.kind[i] !== TokenKind.word || !isCapital(words, i)) return false;
  return (words.class[i]! & WordClass.time) === 0;
}

/** Tokens between two parts of one name: particles, hyphens, “&”, “of the” after a head; 0 if the name ends. */
function jointLength(doc: TextDocument, words: Words, i: number, limit: number, goesOn: boolean): number {
  const word = words.lower[i]!;
  if ((word === '-' || word === '‑') && i + 1 < limit && touches(doc, i)) {
    if (isCapital(words, i + 1)) return 1;
    return isSecondHalf(words, i) ? 2 : 0;
  }
  // “Farmers' Union”, “People's Party”
  if (
    OWNERS.has(words.lower[i - 1]!) &&
    /^['’]s?$/.test(word) &&
    i + 1 < limit &&
    isNamePart(doc, words, i + 1)
  )
    return 1;
  if (word === '&' && i + 1 < limit && isCapital(words, i + 1)) return 1;
  let length = 0;
  if (PARTICLES.has(word)) {
    length = i + 1 < limit && PARTICLES.has(words.lower[i + 1]!) ? 2 : 1;
    if (words.lower[i + length] === '-') length++;
  } else if (goesOn && (word === 'of' || word === 'for' || word === 'and' || word === 'on')) {
    length = words.lower[i + 1] === 'the' ? 2 : 1;
  }
  return length > 0 && i + length < limit && isNamePart(doc, words, i + length) ? length : 0;
}

/** “Sun-ho”: a short half in lower case after a short half with a capital that a name precedes. */
export function isSecondHalf(words: Words, hyphen: number): boolean {
  const half = words.lower[hyphen + 1]!;
  const short = half.length <= 6 && words.lower[hyphen - 1]!.length <= 6;
  return (
    short &&
    !isCapital(words, hyphen + 1) &&
    isCapital(words, hyphen - 2) &&
    words.class[hyphen + 1] === 0 &&
    !COMPOUNDS.has(half) &&
    !half.endsWith('ed')
  );
}
const COMPOUNDS = list('based born led run style era wide level type like area held owned bound made built');

function touches(doc: TextDocument, i: number): boolean {
  return doc.tokens.end[i - 1] === doc.tokens.start[i] && doc.tokens.end[i] === doc.tokens.start[i + 1];
}
