import { list } from '../../text/list.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { WordClass } from '../../text/words.ts';
import { MODALS, NEGATIVE } from '../cues.ts';
import { hasClass, isCapital, isPunctuation, wordAt } from './reading.ts';
import type { Reading } from './reading.ts';
import type { VerbCue } from './verbs.ts';

/** “Anglers believe | otherwise”, “a survey shows | otherwise”: the word alone says that something is not so. */
export function readOtherwise(reading: Reading, sentence: Sentence, verb: VerbCue): Range | undefined {
  if (!isOtherwise(reading, verb) || verb.passive || isSupposed(reading, sentence, verb)) return undefined;
  return { first: verb.end, end: verb.end + 1 };
}

/** Whether a verb by which somebody holds something is followed by “otherwise” and nothing that belongs to it. */
export function isOtherwise(reading: Reading, { cue, end }: Pick<VerbCue, 'cue' | 'end'>): boolean {
  if (!HOLDING.has(cue.lemma)) return false;
  const word = wordAt(reading, end);
  if (word === 'differently') return !hasClass(reading, end + 1, WordClass.preposition); // “think differently about it”
  return word === 'otherwise' && !isAttribute(reading, end + 1);
}
const HOLDING = list(
  'say claim argue insist contend assert state maintain believe think suspect feel suggest indicate imply show find rule testify',
);

/** “call the | otherwise | calm town”, “otherwise | healthy”: a word that “otherwise” goes with. */
function isAttribute(reading: Reading, i: number): boolean {
  return reading.words.class[i] === 0 && !isPunctuation(reading, i) && !isCapital(reading, i);
}

/** “unless the mayor says otherwise”, “might think otherwise”, “nobody says otherwise”, “to say otherwise”: nobody does. */
function isSupposed(reading: Reading, { firstToken }: Sentence, { first, at, from }: VerbCue): boolean {
  for (let k = first; k < at; k++) {
    const word = wordAt(reading, k);
    if (word === 'to' || MODALS.has(word) || NEGATIVE.has(word)) return true;
  }
  for (let k = from - 1; k >= firstToken && !isPunctuation(reading, k); k--) {
    const word = wordAt(reading, k);
    if (SUPPOSING.has(word) || NEGATIVE.has(word)) return true;
    if (/^(?:who|that)$/.test(word)) return k === from - 1; // “those who say otherwise”
  }
  return false;
}
const SUPPOSING = list('unless until if whether should anyone anybody someone somebody you one');
