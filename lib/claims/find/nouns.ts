import { list } from '../../text/list.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { WordClass } from '../../text/words.ts';
import { trimContent } from './content.ts';
import { add } from './found.ts';
import type { Found } from './found.ts';
import {
  hasClass,
  isAuxiliary,
  isCapital,
  isFiniteVerb,
  isOpeningMark,
  isPunctuation,
  isQuoted,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import { phraseAfter, startOfGroup, subjectBefore } from './subject.ts';

/** Nouns that bring what somebody says by “of”, where it is told whose they are. */
const OF_WRONGS = list('accusation accusations allegation allegations claim claims suspicion suspicions');

/** “the union's accusation | of theft”, “her claims | of having seen it”; not “Oslo's claim to the island”. */
export function readOwned(reading: Reading, sentence: Sentence, noun: number, found: Found): void {
  if (!OF_WRONGS.has(wordAt(reading, noun)) || wordAt(reading, noun + 1) !== 'of') return;
  const source = ownerOf(reading, sentence, noun);
  if (!source || isCapital(reading, noun + 2)) return; // “the company's claim of May”
  const isDoing = /^[a-z]{2,}ing$/.test(wordAt(reading, noun + 2));
  const end = phraseAfter(reading, sentence, noun + (isDoing ? 3 : 2));
  if (end === noun + 2 || hasClass(reading, end, WordClass.time) || isOpeningMark(reading, end)) return;
  add(reading, found, source, { first: noun, end: noun + 1 }, [trimContent(reading, noun + 1, end)], SURE);
}
const SURE = 0.9;
const CERTAIN = 0.95;

/** “the union's | accusation”, “her repeated | accusation”. */
function ownerOf(reading: Reading, sentence: Sentence, noun: number): Range | null {
  for (let k = noun - 1; k >= sentence.firstToken && k > noun - MOST_DESCRIBING; k--) {
    if (isQuoted(reading, k) || isAuxiliary(reading, k)) return null;
    if (/^['’]s?$/.test(wordAt(reading, k))) return nearestNoun(reading, sentence, k);
    if (hasClass(reading, k, WordClass.possessive))
      return OWN.test(wordAt(reading, k)) ? null : { first: k, end: k + 1 };
    if (isPunctuation(reading, k) || reading.words.class[k] !== 0) return null;
  }
  return null;
}

/** “no sign of | the old mill owner|'s claim”. */
function nearestNoun(reading: Reading, { firstToken }: Sentence, end: number): Range | null {
  let first = end;
  while (first > firstToken && reading.words.class[first - 1] === 0 && !isPunctuation(reading, first - 1))
    first--;
  if (first === end || isFiniteVerb(reading, first)) return null;
  if (first > firstToken && hasClass(reading, first - 1, WordClass.determiner)) first--;
  return { first, end };
}

const OWN = /^(?:my|our|your|its)$/;
/** Tokens. */
const MOST_DESCRIBING = 4;

/** What may be put forward without being asserted. */
export const PROSPECTS: ReadonlySet<string> = list('possibility prospect');
const RAISING = list('raised raises raise raising');

/** “The port raised the possibility | of a strike”, “| that it would close”; not “the leak raised the possibility of a flood”. */
export function readProspect(reading: Reading, sentence: Sentence, noun: number, found: Found): void {
  const verb = noun - 2;
  if (!RAISING.has(wordAt(reading, verb)) || wordAt(reading, noun - 1) !== 'the') return;
  if (!/^(?:of|that)$/.test(wordAt(reading, noun + 1))) return;
  const first = startOfGroup(reading, sentence, verb);
  const source = subjectBefore(reading, sentence, first);
  if (source === 'shared' || !source || !isSpeaker(reading, source)) return;
  const end = endOfClause(reading, sentence, noun + 2);
  add(reading, found, source, { first, end: noun + 1 }, [trimContent(reading, noun + 1, end)], CERTAIN);
}

/** Whether a subject is a name, a person or people, and no event. */
function isSpeaker(reading: Reading, { first, end }: Range): boolean {
  const word = wordAt(reading, end - 1);
  return (isCapital(reading, end - 1) && end > first) || /^(?:he|she|they)$/.test(word) || PEOPLE.has(word);
}
const PEOPLE = list(
  'official officials minister ministers general generals government governments union unions office company companies spokesman spokeswoman spokesperson police expert experts leader leaders lawyer lawyers scientist scientists resident residents farmer farmers council committee commission board court judge president mayor',
);

/** Where what is put forward ends: at “but”, “however”, a comma before another clause, or with the sentence. */
function endOfClause(reading: Reading, { endToken }: Sentence, from: number): number {
  for (let k = from; k < endToken; k++) {
    const word = wordAt(reading, k);
    if (word === ';' || /^(?:but|however|although|though|while)$/.test(word)) return k;
    if (word === ',' && hasClass(reading, k + 1, WordClass.relative | WordClass.conjunction)) return k;
  }
  return endToken;
}

/**
 * “The claim that the dam was old | was denied”: where the noun is the subject, what it brings ends before the second
 * verb. The token, or -1 where it is not plain which verb that is.
 */
export function mainVerbBehind(reading: Reading, sentence: Sentence, that: number): number {
  let verbs = 0;
  let second = -1;
  for (let k = that + 1; k < sentence.endToken && !isPunctuation(reading, k); k++) {
    if (isQuoted(reading, k) || hasClass(reading, k, WordClass.relative | WordClass.subordinator)) return -1;
    if (/^(?:and|or|than)$/.test(wordAt(reading, k))) return -1;
    if (!isAuxiliary(reading, k) && !isFiniteVerb(reading, k)) continue;
    const isSameGroup =
      isAuxiliary(reading, k - 1) || hasClass(reading, k - 1, WordClass.negation | WordClass.adverb);
    if (isSameGroup && verbs > 0) continue;
    if (!isAuxiliary(reading, k) && verbs > 0) return -1; // “held”, or “those | held”
    verbs++;
    if (verbs === 2) second = k;
  }
  return verbs === 2 ? second : -1;
}
