import { alikeIn } from './alike.ts';
import { oncePerDocument } from './document.ts';
import type { TextDocument } from './document.ts';
import { wordsOf } from './words.ts';

/** The words of all lists that were asked for, by numbers from 1 on. */
const vocabulary = new Map<string, number>();

type List = readonly string[] | ReadonlySet<string> | ReadonlyMap<string, number>;

/**
 * Makes a list ready to be asked about every token: a document is answered with whether the word of a token, in lower
 * case, is on it (1) or not (0), or with the number it stands for there. Words are looked up once for all lists together.
 */
export function listed(list: List): (doc: TextDocument) => (token: number) => number {
  let known: Uint16Array = new Uint16Array(0); // by number in the vocabulary
  return oncePerDocument(doc => {
    if (known.length <= vocabulary.size) known = valuesOf(list);
    const values = known;
    const words = inVocabulary(doc);
    return token => values[words[token]!] ?? 0;
  });
}

/** What all words of the vocabulary stand for in a list, which is taken up into it. */
function valuesOf(list: List): Uint16Array {
  const own = list instanceof Map ? list : new Map(Array.from(list as Iterable<string>, word => [word, 1]));
  for (const word of own.keys()) if (!vocabulary.has(word)) vocabulary.set(word, vocabulary.size + 1);
  const values = new Uint16Array(vocabulary.size + 1);
  for (const [word, value] of own as ReadonlyMap<string, number>) values[vocabulary.get(word)!] = value;
  return values;
}

const lookUps = oncePerDocument(doc => ({ words: new Uint16Array(doc.tokens.length), size: 0 }));

/** For each token the number of its word, 0 where no list has it; anew where the vocabulary has grown since. */
function inVocabulary(doc: TextDocument): Uint16Array {
  const lookUp = lookUps(doc);
  const { words, size } = lookUp;
  if (size === vocabulary.size) return words;
  const { lower } = wordsOf(doc);
  const alike = alikeIn(doc);
  for (let i = 0; i < words.length; i++)
    words[i] = alike[i] === i ? (vocabulary.get(lower[i]!) ?? 0) : words[alike[i]!]!;
  lookUp.size = vocabulary.size;
  return words;
}
