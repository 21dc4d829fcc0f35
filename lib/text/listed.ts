import { alikeIn } from './alike.ts';
import { oncePerDocument } from './document.ts';
import type { TextDocument } from './document.ts';
import { wordsOf } from './words.ts';

/** The words of all lists that were asked for, by numbers from 1 on. */
const vocabulary = new Map<string, number>();

/**
 * Makes a list ready to be asked about every token: a document is answered with whether the word of each, in lower case,
 * is on it (1) or not (0), or with the number it stands for there. Words are looked up once for all lists together.
 */
export function listed(
  list: Iterable<string> | ReadonlyMap<string, number>,
): (doc: TextDocument) => Uint16Array {
  let values: Uint16Array | undefined; // by number in the vocabulary
  return oncePerDocument(doc => {
    values ??= takeUp(
      list instanceof Map ? list : new Map(Array.from(list as Iterable<string>, word => [word, 1])),
    );
    const words = inVocabulary(doc);
    const found = new Uint16Array(words.length);
    for (let i = 0; i < found.length; i++) found[i] = values[words[i]!] ?? 0;
    return found;
  });
}

function takeUp(list: ReadonlyMap<string, number>): Uint16Array {
  for (const word of list.keys()) if (!vocabulary.has(word)) vocabulary.set(word, vocabulary.size + 1);
  const values = new Uint16Array(vocabulary.size + 1);
  for (const [word, value] of list) values[vocabulary.get(word)!] = value;
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
