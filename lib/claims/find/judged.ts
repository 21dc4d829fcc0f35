import { list } from '../../text/list.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { WordClass } from '../../text/words.ts';
import { trimContent } from './content.ts';
import { MODALS, NOUN_CUES } from '../cues.ts';
import { add } from './found.ts';
import type { Found } from './found.ts';
import { hearsayEnd } from './hearsay.ts';
import { mainVerbBehind } from './nouns.ts';
import {
  hasClass,
  isAuxiliary,
  isCapital,
  isFiniteVerb,
  isPunctuation,
  isQuoted,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import { phraseAfter, trimSource } from './subject.ts';
import type { VerbCue } from './verbs.ts';

/** Whether a verb is a passive by which somebody passes judgement on something, whatever it is. */
export function isJudging({ passive, cue }: VerbCue): boolean {
  return passive && JUDGING.has(cue.lemma);
}
const JUDGING = list(
  'reject dispute refute rebut condemn denounce deplore decry oppose criticise criticize praise applaud welcome object deny confirm',
);
/** The same in which people are turned away or received. */
const RECEIVING = list('reject welcome deny');

/** Confidence of a turn of phrase that means one thing only. */
const PLAIN = 0.95;

/**
 * “The march was criticised by a former guard”, “the toll has been praised for its clarity by anglers”, “was opposed for
 * years by farmers”: whoever stands behind “by” judges what `subject` names. Whether it is such a turn of phrase.
 */
export function readJudged(
  reading: Reading,
  sentence: Sentence,
  verb: VerbCue,
  subject: Range | null,
  found: Found,
): boolean {
  if (!subject || hasModal(reading, verb)) return false;
  if (RECEIVING.has(verb.cue.lemma) && PERSONS.test(wordAt(reading, subject.end - 1))) return false;
  const by = findBy(reading, sentence, verb);
  if (by < 0) return false;
  const end = beforeGround(reading, { first: by + 1, end: phraseAfter(reading, sentence, by + 1) });
  if (end === by + 1) return false;
  const ground =
    by > verb.end ? { first: verb.end, end: by } : { first: end, end: hearsayEnd(reading, sentence, end) };
  const isGiven = GROUND.test(wordAt(reading, ground.first)) && !isOfTime(reading, ground);
  const judged = wholeSubject(reading, sentence, verb, trimSource(reading, subject));
  const content = isGiven ? [judged, trimContent(reading, ground.first, ground.end)] : [judged];
  const cue = { first: verb.first, end: by === verb.end ? by + 1 : verb.end };
  add(reading, found, { first: by + 1, end }, cue, content, PLAIN);
  return true;
}

/** “may be rejected by the court”: nobody has. */
function hasModal(reading: Reading, { first, at }: VerbCue): boolean {
  return reading.words.lower.slice(first, at).some(word => MODALS.has(word));
}

/** “That | toll was criticised”, “A bill backed by Oslo that asks for | a toll was criticised”: from where the sentence begins. */
function wholeSubject(reading: Reading, sentence: Sentence, { from }: VerbCue, subject: Range): Range {
  if (isBroughtByNoun(reading, sentence, from)) return { first: sentence.firstToken, end: from };
  const { firstToken } = sentence;
  const isOpening = hasClass(reading, firstToken, WordClass.determiner) && subject.first > firstToken;
  if (!isOpening || hasClass(reading, from - 1, WordClass.relative)) return subject; // “that was criticised”
  for (let k = firstToken + 1; k < subject.first; k++) {
    if (isPunctuation(reading, k) && !isListed(reading, k)) return subject;
    if (isAuxiliary(reading, k) || isQuoted(reading, k)) return subject;
    if (hasClass(reading, k, WordClass.subordinator) || isTold(reading, k)) return subject;
  }
  return { first: firstToken, end: from };
}

/** “A report that the dam leaks | was denied”: whether a verb is that of what a noun brings with “that”. */
function isBroughtByNoun(reading: Reading, sentence: Sentence, verb: number): boolean {
  const { firstToken } = sentence;
  let isNoun = false;
  for (let k = firstToken; k < verb && k < firstToken + MOST_BROUGHT; k++) {
    isNoun ||= NOUN_CUES.has(wordAt(reading, k));
    if (isNoun && wordAt(reading, k) === 'that') return mainVerbBehind(reading, sentence, k) === verb;
    if (isPunctuation(reading, k) && !/^['’]$/.test(wordAt(reading, k))) return false;
    if (isAuxiliary(reading, k) || isFiniteVerb(reading, k)) return false;
  }
  return false;
}
/** Tokens from the first of a sentence to “that”. */
const MOST_BROUGHT = 18;

/** “Oslo|, Bergen|, and Kiel”. */
function isListed(reading: Reading, k: number): boolean {
  return (
    wordAt(reading, k) === '-' ||
    (isCapital(reading, k - 1) && (isCapital(reading, k + 1) || wordAt(reading, k + 1) === 'and'))
  );
}

/** Whether a verb is one of a sentence, and no participle: “backed by”. */
function isTold(reading: Reading, k: number): boolean {
  return isFiniteVerb(reading, k) && wordAt(reading, k + 1) !== 'by';
}

const PERSONS = /^(?:he|she|they|him|her|them|who|man|woman|men|women|people)$/;
/** What opens the ground of a judgement: “for its cost”, “as too dear”. */
const GROUND = /^(?:for|as|over)$/;

/** “criticised | by”, “criticised for its cost | by”, “rejected on Monday | by”: the token of “by”, or -1. */
function findBy(reading: Reading, { endToken }: Sentence, { end }: VerbCue): number {
  if (wordAt(reading, end) === 'by') return end;
  if (!GROUND.test(wordAt(reading, end)) && !/^(?:on|in|last|this)$/.test(wordAt(reading, end))) return -1;
  for (let k = end + 1; k < endToken && k < end + MOST_GROUND; k++) {
    const isClause = isAuxiliary(reading, k) || hasClass(reading, k, WordClass.relative | WordClass.pronoun);
    if (isPunctuation(reading, k) || isQuoted(reading, k) || isClause) return -1;
    if (wordAt(reading, k) !== 'by') continue;
    // “for the damage done by rain”, “in a letter by Roe”
    const isOfGround = isFiniteVerb(reading, k - 1) || wordAt(reading, k - 1).endsWith('en');
    const isHere = GROUND.test(wordAt(reading, end)) || isOfTime(reading, { first: end, end: k });
    return isOfGround || !isHere ? -1 : k;
  }
  return -1;
}
/** Tokens. */
const MOST_GROUND = 9;

/** “for years”, “on Monday”. */
function isOfTime(reading: Reading, { end }: Range): boolean {
  return hasClass(reading, end - 1, WordClass.time);
}

/** “praised by anglers | for its clarity”, “| for being late”: not “the Centre for Fishing”. */
function beforeGround(reading: Reading, { first, end }: Range): number {
  for (let k = first + 1; k + 1 < end; k++) {
    if (wordAt(reading, k) !== 'for') continue;
    const next = wordAt(reading, k + 1);
    if (hasClass(reading, k + 1, WordClass.possessive) || /^[a-z]+ing$/.test(next) || next === 'not')
      return k;
  }
  return end;
}
