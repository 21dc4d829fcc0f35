import { list } from '../../text/list.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { WordClass } from '../../text/words.ts';
import { opensClauseAt, trimContent } from './content.ts';
import { ADJECTIVE_CUES, ATTITUDES, CHARGES, Frame, HEARSAY_ADVERBS, MODALS } from '../cues.ts';
import { add } from './found.ts';
import type { Found } from './found.ts';
import { mainVerbBehind } from './nouns.ts';
import {
  MAX_SCAN,
  hasClass,
  isAuxiliary,
  isDash,
  isFiniteVerb,
  isPunctuation,
  isQuoted,
  looksLikeClause,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import {
  findSubject,
  phraseAfter,
  phraseBefore,
  sentenceSubject,
  startOfGroup,
  subjectBefore,
  trimSource,
} from './subject.ts';
import { isPassive } from './verbs.ts';
import type { VerbCue } from './verbs.ts';

/** “claims by residents that …”, “the mayor's warning that …”. */
export function readNoun(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  let that = i + 1;
  let behind = i; // where a clause that tells which of them there are begins
  while (wordAt(reading, that) !== 'that' || tellsWhich(reading, that)) {
    if (wordAt(reading, that) === 'that') behind = that;
    const stops = isPunctuation(reading, that) && wordAt(reading, that) !== '-';
    if (that >= sentence.endToken || that > behind + 13 || stops || isQuoted(reading, that)) return;
    const isOther = hasClass(reading, that, WordClass.relative) && that !== behind;
    if (isAuxiliary(reading, that) || isOther) return;
    that++;
  }
  if (isAuxiliary(reading, that + 1)) return;
  const next = wordAt(reading, i + 1);
  const before = wordAt(reading, i - 1);
  let source: Range | null = null;
  if (next === 'by' || next === 'from' || next === 'of')
    source = upToTime(reading, { first: i + 2, end: behind > i ? behind : that });
  else if (next !== 'that' && !hasClass(reading, i + 1, WordClass.preposition | WordClass.time)) return;
  else if (before === "'s" || before === "'" || before === '’')
    source = phraseBefore(reading, sentence, i - 1);
  else if (hasClass(reading, i - 1, WordClass.possessive)) source = { first: i - 1, end: i };
  else if (/^(?:the|a)$/.test(before) && isFiniteVerb(reading, i - 2))
    source = phraseBefore(reading, sentence, i - 2);
  const verb = opensWith(reading, sentence, i) ? mainVerbBehind(reading, sentence, that) : -1;
  if (verb >= 0) {
    add(reading, found, source, { first: i, end: i + 1 }, [trimContent(reading, that, verb)], 0.9);
    return;
  }
  const isOpener = opensSentence(reading, sentence, i);
  let end = that + 1;
  while (end < sentence.endToken && end < that + MAX_SCAN) {
    if (isOpener && wordAt(reading, end) === ',' && opensClauseAt(reading, end + 1, sentence.endToken)) break;
    if (wordAt(reading, end) === ',' && /^(?:but|while|although|which)$/.test(wordAt(reading, end + 1)))
      break;
    end++;
  }
  add(reading, found, source, { first: i, end: i + 1 }, [trimContent(reading, that, end)], 0.7);
}

/** “After the mayor's | claim that it leaks, guards left”: whether what stands before a noun puts off the main clause. */
function opensSentence(reading: Reading, { firstToken }: Sentence, noun: number): boolean {
  const isLed =
    wordAt(reading, firstToken) === 'following' ||
    hasClass(reading, firstToken, WordClass.preposition | WordClass.subordinator);
  for (let k = firstToken; isLed && k < noun; k++)
    if (isPunctuation(reading, k) || isAuxiliary(reading, k)) return false;
  return isLed;
}

/** “reports by papers | that include the Post | that it snowed”. */
function tellsWhich(reading: Reading, that: number): boolean {
  return /^includ(?:es?|ed)$/.test(wordAt(reading, that + 1));
}

/** “The mayor's old | claim”: whether a noun is what a sentence speaks of. */
function opensWith(reading: Reading, { firstToken }: Sentence, noun: number): boolean {
  for (let k = firstToken; k < noun; k++) {
    if (isAuxiliary(reading, k) || isFiniteVerb(reading, k) || isQuoted(reading, k)) return false;
    if (isPunctuation(reading, k) && !/^['’]$/.test(wordAt(reading, k))) return false;
    const { preposition, subordinator, relative } = WordClass;
    if (hasClass(reading, k, preposition | subordinator | relative)) return false;
  }
  return true;
}

/** “The view of farmers is that …”, “the mayor's position was that …”; not “the position is that”, which nobody holds. */
export function readView(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  const isOf = HOLDING.test(wordAt(reading, i + 1));
  let be = i + 1;
  while (be < i + MOST_HOLDERS && !isAuxiliary(reading, be) && !isPunctuation(reading, be)) be++;
  if (!/^(?:is|was|remains)$/.test(wordAt(reading, be)) || wordAt(reading, be + 1) !== 'that') return;
  if (isOf ? be === i + 2 : be !== i + 1) return;
  const source = isOf ? { first: i + 2, end: be } : ownerBefore(reading, sentence, i);
  if (!source || OWN.test(wordAt(reading, source.first))) return;
  const content = trimContent(reading, be + 1, hearsayEnd(reading, sentence, be + 1));
  add(reading, found, source, { first: i, end: isOf ? i + 2 : i + 1 }, [content], 0.95);
}
const OWN = /^(?:my|our|your|its)$/;
const HOLDING = /^(?:of|among)$/;
/** Tokens from the noun to its “is”. */
const MOST_HOLDERS = 12;

/** Whose something is: “the mayor's |”, “the mayor's long-held |”, “their |”. */
function ownerBefore(reading: Reading, sentence: Sentence, noun: number): Range | null {
  for (let k = noun - 1; k >= sentence.firstToken && k > noun - MOST_DESCRIBING; k--) {
    if (hasClass(reading, k, WordClass.possessive)) return { first: k, end: k + 1 };
    if (/^['’]s?$/.test(wordAt(reading, k))) return phraseBefore(reading, sentence, k);
    const isPart = wordAt(reading, k) === '-' || !isPunctuation(reading, k);
    if (!isPart || hasClass(reading, k, WordClass.determiner | WordClass.preposition)) return null;
  }
  return null;
}
const MOST_DESCRIBING = 6;

/** “It now appears that he drowned”: what has been learned since, by nobody in particular. */
export function readAppearance(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  if (wordAt(reading, i - 1) !== 'now' || wordAt(reading, i - 2) !== 'it') return;
  const next = wordAt(reading, i + 1);
  if (/^(?:to|as|like|unlikely|likely)$/.test(next)) return;
  if (next !== 'that' && !looksLikeClause(reading, i + 1, sentence.endToken)) return;
  const content = trimContent(reading, i + 1, hearsayEnd(reading, sentence, i + 1));
  add(reading, found, null, { first: i - 2, end: i + 1 }, [content], 0.95);
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
export function readAdjective(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  i: number,
  found: Found,
): void {
  const first = startOfGroup(reading, sentence, i, isCopula);
  const verb = reading.words.lower.slice(first, i).some((_word, k) => isCopula(reading, first + k));
  const word = wordAt(reading, i);
  const next = wordAt(reading, i + 1);
  const cue = { first, end: i + 1 };
  if (ADJECTIVE_CUES.has(word) && next === 'that' && first < i) {
    const content = trimContent(reading, i + 1, sentence.endToken);
    add(reading, found, phraseBefore(reading, sentence, first), cue, [content], 0.6);
    return;
  }
  const source = verb && ATTITUDES.has(word) ? subjectOf(reading, sentence, verbs, first) : null;
  if (!source || NOBODY_ELSE.test(wordAt(reading, source.end - 1))) return;
  const end = hearsayEnd(reading, sentence, i + 1);
  const isClause =
    hasClass(reading, i + 1, WordClass.determiner | WordClass.pronoun) &&
    looksLikeClause(reading, i + 1, end);
  if (isClause || ATTITUDES.get(word)!.has(next))
    add(reading, found, source, cue, [trimContent(reading, i + 1, end)], 0.6);
}
const REMAINING = list('remain remains remained');

/** Whether a token can lead up to how somebody is disposed: “is”, “has been”, “remained”. */
function isCopula(reading: Reading, i: number): boolean {
  return isAuxiliary(reading, i) || REMAINING.has(wordAt(reading, i));
}

/** Whoever is “glad”: the subject before “are glad”, or that of the verb before “and are glad”. */
function subjectOf(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  first: number,
): Range | null {
  const own = subjectBefore(reading, sentence, first);
  if (own !== 'shared') return own;
  const before = verbs.findLastIndex(({ end }) => end <= first);
  return before < 0 ? sentenceSubject(reading, sentence) : findSubject(reading, sentence, verbs, before);
}

/** Whoever writes, whoever reads, and nobody in particular. */
const NOBODY_ELSE = /^(?:i|we|you|it|there|who|which|that|anyone|anybody|nobody|one)$/;

/** Where a hearsay clause that begins before `from` ends. */
export function hearsayEnd(reading: Reading, sentence: Sentence, from: number): number {
  let end = from;
  while (end < sentence.endToken && end < from + MAX_SCAN) {
    const word = wordAt(reading, end);
    if (word === ';' || (word === ',' && HEARSAY_TURNS.has(wordAt(reading, end + 1)))) break;
    if (isDash(reading, end) && looksLikeClause(reading, end + 1, end + 5)) break; // “it is old — nobody has seen it”
    end++;
  }
  return end;
}
const HEARSAY_TURNS = list('but and while which who although according with as when having');

/** “The van was | allegedly | stolen”, “for | allegedly | taking bribes”: the clause around the adverb, without it. */
export function readHearsay(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  i: number,
  found: Found,
): void {
  if (verbs.some(verb => verb.first <= i && i < verb.end)) return;
  const before = beforeHearsay(reading, sentence, i);
  // “The mayor, who left, said the ferry was | reportedly late”: it is part of what somebody tells
  if (before && verbs.some(({ first, end }) => before.first <= first && end <= before.end)) return;
  const after = trimContent(reading, i + 1, endOfHearsay(reading, sentence, i + 1));
  const content = [...(before ? [before] : []), after].filter(({ first, end }) => first < end);
  add(reading, found, null, { first: i, end: i + 1 }, content, before ? 0.95 : 0.7);
}

/** “Roe, the mayor, has |”: the subject and the auxiliaries before an adverb. */
function beforeHearsay(reading: Reading, sentence: Sentence, adverb: number): Range | null {
  const first = startOfGroup(reading, sentence, adverb);
  // “for | allegedly taking bribes”
  if (hasClass(reading, first - 1, WordClass.preposition | WordClass.determiner)) return null;
  const subject = subjectBefore(reading, sentence, first);
  if (subject === 'shared' || !subject) return null;
  const named = trimSource(reading, subject);
  const isWhole = subject.end === first || isPunctuation(reading, subject.end);
  return isWhole && !hasClass(reading, named.first, WordClass.preposition)
    ? { first: named.first, end: adverb }
    : null;
}

/** Where what an adverb marks as hearsay ends: before “, which …”, “when it rained”, “and Roe reportedly fled”. */
function endOfHearsay(reading: Reading, sentence: Sentence, from: number): number {
  const end = hearsayEnd(reading, sentence, from);
  let and = end;
  for (let k = from + 1; k < end; k++) {
    if (wordAt(reading, k) === 'when' && opensClauseAt(reading, k + 1, end)) return k;
    if (wordAt(reading, k) === 'and') and = k;
    if (HEARSAY_ADVERBS.has(wordAt(reading, k))) return and < k ? and : end;
  }
  return end;
}

/** “It is believed to be …”, “He was charged with …”: the words around the cue. */
export function readPassive(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  const isVerdict = wordAt(reading, i) === 'guilty' && wordAt(reading, i - 1) === 'found';
  const verb = isVerdict ? i - 1 : i;
  const first = startOfGroup(reading, sentence, verb);
  if (!isPassive(reading, { first, end: verb })) return;
  const that = thatBehind(reading, i, first, sentence);
  if (that < 0 && !isPassedOn(reading, sentence, { first, end: i })) return;
  const isBare = that >= 0 || hasClass(reading, first - 1, WordClass.relative);
  const subject = isBare ? null : subjectBefore(reading, sentence, first);
  const from = that < 0 ? i + 1 : that;
  const rest = trimContent(reading, from, hearsayEnd(reading, sentence, from));
  add(
    reading,
    found,
    null,
    { first, end: i + 1 },
    subject && subject !== 'shared' ? [trimSource(reading, subject), rest] : [rest],
    0.7,
  );
}

/** Whether a passive, whose participle is token `end`, passes on what follows: “is said | to be”, “was charged | with”, “is considered | the best”. */
function isPassedOn(reading: Reading, sentence: Sentence, { first, end }: Range): boolean {
  const word = wordAt(reading, end);
  const next = wordAt(reading, end + 1);
  if (word === 'identified') return next === 'as';
  if (next === 'to') return true;
  if (CHARGES.has(word)) return /^(?:with|of|over|on)$/.test(next);
  if (word === 'considered') return /^(?:an?|the|one)$/.test(next);
  return OBSERVED.has(word) && isObserved(reading, sentence, first, end);
}

/** “It is said | that”, “it was reported, however, | that”, “it is claimed | the dam leaks”: the token, or -1. */
function thatBehind(reading: Reading, verb: number, first: number, { endToken }: Sentence): number {
  const opens = verb + 1;
  if (
    wordAt(reading, first - 1) === 'it' &&
    wordAt(reading, opens) !== 'that' &&
    hasClass(reading, opens, WordClass.determiner | WordClass.pronoun) &&
    !opensTime(reading, opens) &&
    looksLikeClause(reading, opens, endToken)
  )
    return opens;
  const isAside = wordAt(reading, verb + 1) === ',' && wordAt(reading, verb + 3) === ',';
  const that = isAside ? verb + 4 : verb + 1;
  return wordAt(reading, that) === 'that' ? that : -1;
}

/** “the next day”, “this week”. */
function opensTime(reading: Reading, i: number): boolean {
  return hasClass(reading, i + 1, WordClass.time) || hasClass(reading, i + 2, WordClass.time);
}

/** Whether it is told that something is there: “two fires were reported in the hills”; not “reported on Monday by a guard”. */
function isObserved(
  reading: Reading,
  { firstToken, endToken }: Sentence,
  first: number,
  verb: number,
): boolean {
  if (first === firstToken) return false;
  for (let k = first; k < verb; k++)
    if (hasClass(reading, k, WordClass.negation) || MODALS.has(wordAt(reading, k))) return false;
  for (let k = verb + 1; k < endToken && k < verb + MAX_SCAN && !isPunctuation(reading, k); k++)
    if (wordAt(reading, k) === 'by' && !hasClass(reading, k + 1, WordClass.time)) return false;
  return verb + 1 >= endToken || OBSERVED_IN.test(wordAt(reading, verb + 1));
}
const OBSERVED = list('reported expected rumoured rumored feared confirmed');
const OBSERVED_IN = /^(?:[.;]|in|at|on|near|from|across|among|dead|missing|injured|killed)$/;

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
  add(reading, found, { first: by, end }, { first: verb.first, end: by }, content, isAs ? 0.9 : 0.6);
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
