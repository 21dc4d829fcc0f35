import { list } from '../text/list.ts';
import type { Range, Sentence } from '../text/document.ts';
import { WordClass } from '../text/words.ts';
import { trimContent } from './content.ts';
import { ADJECTIVE_CUES, ATTITUDES, CHARGES, Frame } from './cues.ts';
import { add } from './found.ts';
import type { Found } from './found.ts';
import {
  MAX_SCAN,
  hasClass,
  isAuxiliary,
  isFiniteVerb,
  isPunctuation,
  isQuoted,
  looksLikeClause,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import { phraseAfter, phraseBefore, trimSource } from './subject.ts';
import { isPassive } from './verbs.ts';
import type { VerbCue } from './verbs.ts';

/** “claims by residents that …”, “the mayor's warning that …”. */
export function readNoun(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  let that = i + 1;
  while (wordAt(reading, that) !== 'that') {
    const stops = isPunctuation(reading, that) && wordAt(reading, that) !== '-';
    if (that >= sentence.endToken || that > i + 13 || stops || isQuoted(reading, that)) return;
    if (isAuxiliary(reading, that) || hasClass(reading, that, WordClass.relative)) return;
    that++;
  }
  if (isAuxiliary(reading, that + 1)) return;
  const next = wordAt(reading, i + 1);
  const before = wordAt(reading, i - 1);
  let source: Range | null = null;
  if (next === 'by' || next === 'from' || next === 'of')
    source = upToTime(reading, { first: i + 2, end: that });
  else if (next !== 'that' && !hasClass(reading, i + 1, WordClass.preposition | WordClass.time)) return;
  else if (before === "'s" || before === "'" || before === '’')
    source = phraseBefore(reading, sentence, i - 1);
  else if (hasClass(reading, i - 1, WordClass.possessive)) source = { first: i - 1, end: i };
  else if (/^(?:the|a)$/.test(before) && isFiniteVerb(reading, i - 2))
    source = phraseBefore(reading, sentence, i - 2);
  let end = that + 1;
  while (end < sentence.endToken && end < that + MAX_SCAN) {
    if (wordAt(reading, end) === ',' && /^(?:but|while|although|which)$/.test(wordAt(reading, end + 1)))
      break;
    end++;
  }
  add(reading, found, source, { first: i, end: i + 1 }, [trimContent(reading, that, end)], 0.7);
}

/** “officials on Tuesday”: the source ends before the time. */
function upToTime(reading: Reading, { first, end }: Range): Range {
  for (let k = first + 1; k < end; k++) {
    if (hasClass(reading, k, WordClass.time)) {
      const at = hasClass(reading, k - 1, WordClass.preposition | WordClass.determiner) ? k - 1 : k;
      return { first, end: Math.max(first + 1, at) };
    }
  }
  return { first, end };
}

/** “The mayor is confident that …”, “remained sceptical of the plan”, “is worried it may leak”. */
export function readAdjective(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  let first = i;
  let verb = false;
  while (first > sentence.firstToken) {
    const isVerb = isAuxiliary(reading, first - 1) || REMAINING.has(wordAt(reading, first - 1));
    const isNot = hasClass(reading, first - 1, WordClass.negation);
    if (!isVerb && !isNot && reading.words.class[first - 1] !== WordClass.adverb) break;
    verb ||= isVerb;
    first--;
  }
  const word = wordAt(reading, i);
  const next = wordAt(reading, i + 1);
  const cue = { first, end: i + 1 };
  if (ADJECTIVE_CUES.has(word) && next === 'that' && first < i) {
    const content = trimContent(reading, i + 1, sentence.endToken);
    add(reading, found, phraseBefore(reading, sentence, first), cue, [content], 0.6);
    return;
  }
  const source = verb && ATTITUDES.has(word) ? phraseBefore(reading, sentence, first) : null;
  if (!source || NOBODY_ELSE.test(wordAt(reading, source.end - 1))) return;
  const end = hearsayEnd(reading, sentence, i + 1);
  const isClause =
    hasClass(reading, i + 1, WordClass.determiner | WordClass.pronoun) &&
    looksLikeClause(reading, i + 1, end);
  if (isClause || ATTITUDES.get(word)!.has(next))
    add(reading, found, source, cue, [trimContent(reading, i + 1, end)], 0.6);
}
const REMAINING = list('remain remains remained');
/** Whoever writes, whoever reads, and nobody in particular. */
const NOBODY_ELSE = /^(?:i|we|you|it|there|who|which|that|anyone|anybody|nobody|one)$/;

/** Where a hearsay clause that begins before `from` ends. */
function hearsayEnd(reading: Reading, sentence: Sentence, from: number): number {
  let end = from;
  while (end < sentence.endToken && end < from + MAX_SCAN) {
    const word = wordAt(reading, end);
    if (word === ';' || (word === ',' && HEARSAY_TURNS.has(wordAt(reading, end + 1)))) break;
    end++;
  }
  return end;
}
const HEARSAY_TURNS = list('but and while which who although according with as when');

/** “The van was allegedly stolen”, “for allegedly taking bribes”: the clause around the adverb, without it. */
export function readHearsay(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  i: number,
  found: Found,
): void {
  if (verbs.some(verb => verb.first <= i && i < verb.end)) return;
  let first = i;
  const detached =
    hasClass(reading, i - 1, WordClass.preposition | WordClass.determiner) ||
    /^(?:and|,)$/.test(wordAt(reading, i - 1));
  if (!detached) {
    while (first > sentence.firstToken && first > i - MAX_SCAN) {
      const k = first - 1;
      if (isPunctuation(reading, k) && wordAt(reading, k) !== '-') break;
      if (hasClass(reading, k, WordClass.relative | WordClass.subordinator) || wordAt(reading, k) === 'but')
        break;
      first = k;
    }
  }
  const content = [
    trimContent(reading, first, i),
    trimContent(reading, i + 1, hearsayEnd(reading, sentence, i + 1)),
  ];
  add(
    reading,
    found,
    null,
    { first: i, end: i + 1 },
    content.filter(range => range.first < range.end),
    0.7,
  );
}

/** “It is believed to be …”, “He was charged with …”: the words around the cue. */
export function readPassive(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  let first = i;
  while (
    first > sentence.firstToken &&
    (isAuxiliary(reading, first - 1) ||
      hasClass(reading, first - 1, WordClass.negation) ||
      reading.words.class[first - 1] === WordClass.adverb)
  )
    first--;
  if (!isPassive(reading, { first, end: i })) return;
  const next = wordAt(reading, i + 1);
  const charge = CHARGES.has(wordAt(reading, i)) && /^(?:with|of)$/.test(next);
  if (next !== 'to' && next !== 'that' && !charge) return;
  const subject = next === 'that' ? null : phraseBefore(reading, sentence, first);
  const rest = trimContent(reading, i + 1, hearsayEnd(reading, sentence, i + 1));
  add(
    reading,
    found,
    null,
    { first, end: i + 1 },
    subject ? [trimSource(reading, subject), rest] : [rest],
    0.7,
  );
}

/** “The plan was rejected by ministers”, “is described by critics as unfair”. */
export function readPassiveBy(reading: Reading, sentence: Sentence, verb: VerbCue, found: Found): void {
  if (!(verb.cue.frames & (Frame.object | Frame.as))) return;
  const by = verb.end + 1;
  const isMany = MANY.test(wordAt(reading, by)) && wordAt(reading, by + 1) === 'as';
  const end = isMany ? by + 1 : phraseAfter(reading, sentence, by);
  const subject = phraseBefore(reading, sentence, verb.from);
  if (end === by || !subject) return;
  if (/^(?:it|him|her|them)$/.test(wordAt(reading, subject.end - 1))) return; // “the Wall, as it is called by farmers”
  const content = [trimSource(reading, subject)];
  const isAs = wordAt(reading, end) === 'as';
  if (!isAs && !(verb.cue.frames & Frame.object)) return; // “is seen by guards”
  if (isAs) content.push(trimContent(reading, end, hearsayEnd(reading, sentence, end)));
  add(reading, found, { first: by, end }, { first: verb.first, end: by }, content, 0.6);
}
const MANY = /^(?:many|most|some|others|all|both)$/;

/** “The move was seen as a threat”: by whom, nobody says. */
export function readPassiveAs(reading: Reading, sentence: Sentence, verb: VerbCue, found: Found): void {
  const subject = phraseBefore(reading, sentence, verb.from);
  if (!subject) return;
  const words = trimContent(reading, verb.end, hearsayEnd(reading, sentence, verb.end));
  const cue = { first: verb.first, end: verb.end };
  add(reading, found, null, cue, [trimSource(reading, subject), words], 0.7);
}
