import { list } from '../text/list.ts';
/** Whether a lower-case word can be a finite verb, by its form alone: of an open class, in “-ed” or “-s”, or irregular. */
export function canBeVerb(word: string): boolean {
  return (word.length > 3 && (word.endsWith('s') || word.endsWith('ed'))) || IRREGULAR.has(word);
}

const IRREGULAR = list(
  'went came took made gave got saw knew became began broke brought built bought caught chose cut drew drove fell felt fought found flew forgot held hit kept led left lost met paid put ran rose sat sold sent shot shut spoke spent stood struck taught thought threw won wore wrote set read let hurt cost beat bore grew lay swore tore woke told swam sank shook said make want need have see know think take come look',
);
