import { list } from '../../text/list.ts';
import { TokenKind } from '../../text/document.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { WordClass } from '../../text/words.ts';
import { cueOf } from '../cues.ts';
import {
  hasClass,
  isAuxiliary,
  isCapital,
  isFiniteVerb,
  isPronoun,
  isPunctuation,
  isQuoted,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import type { VerbCue } from './verbs.ts';

/** Tokens an apposition may have to be shown with its source. */
const MAX_APPOSITION = 20;
/** Longer noun phrases are none. */
const MAX_PHRASE = 60;

/** The noun phrase that is the subject of verb `v` of a sentence; null where there is none to be found. */
export function findSubject(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  v: number,
): Range | null {
  const own = ownSubject(reading, sentence, verbs[v]!);
  return own === 'shared' ? mainSubject(reading, sentence, verbs, v) : own;
}

/** The subject that stands with a verb; `shared` where it has the one of another verb: “…, adding”, “and said”. */
function ownSubject(reading: Reading, sentence: Sentence, verb: VerbCue): Range | null | 'shared' {
  if (isBareParticiple(verb))
    return documentBefore(reading, sentence, verb) ?? claimantBefore(reading, sentence, verb) ?? 'shared';
  if (verb.from > sentence.firstToken && wordAt(reading, verb.first) === 'to')
    return whoWasMoved(reading, sentence, verb.from) ?? 'shared';
  return subjectBefore(reading, sentence, verb.from);
}

/** “was robbed by | a young man | claiming to be ill”: of somebody unknown it is told what they claim. */
function claimantBefore(reading: Reading, { firstToken }: Sentence, { from, cue }: VerbCue): Range | null {
  if (cue.lemma !== 'claim' || !CLAIMANTS.has(wordAt(reading, from - 1))) return null;
  for (let k = from - 2; k >= firstToken && k > from - MOST_DESCRIBING; k--) {
    if (/^(?:an?|two|three)$/.test(wordAt(reading, k))) return { first: k, end: from };
    if (reading.words.class[k] !== 0 || isPunctuation(reading, k)) return null;
  }
  return null;
}
const CLAIMANTS = list('man woman person boy girl caller stranger group men women people');
const MOST_DESCRIBING = 6;

/** The subject that ends before a verb group, which begins at token `from`; `shared` where it has the one of another verb. */
export function subjectBefore(reading: Reading, sentence: Sentence, from: number): Range | null | 'shared' {
  const k = from - 1;
  if (k < sentence.firstToken) return null;
  const before = wordAt(reading, k);
  if (/^(?:and|but|or|then)$/.test(before)) return 'shared';
  if (before === 'who' || before === 'which' || (before === 'that' && !cueOf(wordAt(reading, k - 1)))) {
    return phraseBefore(reading, sentence, wordAt(reading, k - 1) === ',' ? k - 1 : k);
  }
  if (before === ',' || before === ')' || DASHES.has(before)) {
    const open = openingMark(reading, sentence, k);
    if (open < 0) return 'shared';
    const phrase = phraseBefore(reading, sentence, open);
    // “is gone, and, given the rain, expects”
    if (!phrase && /^(?:and|but)$/.test(wordAt(reading, open - 1))) return 'shared';
    return phrase && withAppositions(reading, sentence, phrase, open, k);
  }
  return phraseBefore(reading, sentence, from);
}

/** “It led | Roe | to suggest”, “It allowed | Roe | to claim”: whom the verb before “to”, a token, moves or lets. */
export function whoWasMoved(reading: Reading, sentence: Sentence, to: number): Range | null {
  const phrase = phraseBefore(reading, sentence, to);
  if (!phrase) return null;
  let verb = phrase.end - 2; // “which led | Roe”
  while (verb >= phrase.first && !MOVED.has(wordAt(reading, verb))) verb--;
  return MOVED.has(wordAt(reading, verb)) ? { first: verb + 1, end: phrase.end } : null;
}
const MOVED = list(
  'led leads leading prompted prompts prompting forced forces forcing caused causing drove driving inspired inspiring moved pushed compelled provoked allow allows allowed allowing enable enables enabled enabling permit permits permitted',
);

const DASHES = new Set(['–', '—', '--', '-']);

function isBareParticiple({ cue, first, at }: VerbCue): boolean {
  return cue.form === 'ing' && first === at;
}

/** “a letter asking for”: a document speaks for itself. */
function documentBefore(reading: Reading, sentence: Sentence, verb: VerbCue): Range | null {
  const k = verb.from - 1;
  return k >= sentence.firstToken && isDocument(wordAt(reading, k))
    ? phraseBefore(reading, sentence, verb.from)
    : null;
}

const DOCUMENTS = list(
  'letter report article language resolution petition document law bill email message note memo tape video book text paper placard banner sign poster ad advertisement leaflet editorial song lawsuit',
);

/** Whether a noun is of something written, which speaks for itself. */
export function isDocument(noun: string): boolean {
  return DOCUMENTS.has(noun) || (noun.endsWith('s') && DOCUMENTS.has(noun.slice(0, -1)));
}

/** Nouns of what was looked into and tells what came of it. */
export const STUDIES = /^(?:stud(?:y|ies)|surveys?|polls?|review|analysis|trial|census)$/;

/** The mark that opens the parenthesis which token `close` closes, or -1. */
function openingMark(reading: Reading, sentence: Sentence, close: number): number {
  const mark = wordAt(reading, close);
  const wanted = mark === ')' ? '(' : mark;
  for (let k = close - 1; k > sentence.firstToken && k > close - 60; k--) {
    if (wordAt(reading, k) === wanted && !isQuoted(reading, k)) return k;
  }
  return -1;
}

/** “Roe, the mayor,” and “Roe, D-Utah, a doctor,” are shown whole; a participle or a relative clause is left off. */
function withAppositions(
  reading: Reading,
  sentence: Sentence,
  phrase: Range,
  open: number,
  close: number,
): Range {
  let { first, end } = phrase;
  const outer = first - 1;
  if (wordAt(reading, outer) === ',' && isCapital(reading, outer - 1) && isApposition(reading, outer, open)) {
    const name = phraseBefore(reading, sentence, outer);
    if (name && !hasClass(reading, name.first, WordClass.preposition | WordClass.pronoun)) {
      first = name.first;
      end = open;
    }
  }
  if (isApposition(reading, open, close)) end = close;
  return { first, end };
}

/** Whether the tokens between two marks describe what stands before them. */
export function isApposition(reading: Reading, open: number, close: number): boolean {
  if (close - open > MAX_APPOSITION || close - open < 2) return false;
  const begin = open + 1;
  const { preposition, relative, adverb, subordinator, pronoun, conjunction } = WordClass;
  const word = wordAt(reading, begin);
  if (word === 'of' || word === 'from') return true;
  if (word === 'apart' || word === 'aside') return false;
  if (hasClass(reading, begin, preposition | relative | adverb | subordinator | conjunction)) return false;
  if (hasClass(reading, begin, pronoun) && !hasClass(reading, begin, WordClass.quantity)) return false;
  if (!isCapital(reading, begin) && word.length > 4 && /(?:ing|ed)$/.test(word)) return false;
  for (let k = begin; k < close; k++) if (isAuxiliary(reading, k) || isQuoted(reading, k)) return false;
  return true;
}

/** The noun phrase that ends before token `end`, or null where there is none. */
export function phraseBefore(reading: Reading, sentence: Sentence, end: number): Range | null {
  let first = end;
  let stop = end;
  while (first > sentence.firstToken && end - first < MAX_PHRASE) {
    const k = first - 1;
    const word = wordAt(reading, k);
    if (isQuoted(reading, k) || word === 'that' || word === 'but') break;
    const called = startOfName(reading, k);
    if (called >= sentence.firstToken) {
      first = called;
      continue;
    }
    if (isPunctuation(reading, k) && word !== '-' && word !== '’' && word !== "'") break;
    const named = startOfUnnamed(reading, k);
    if (named > sentence.firstToken) {
      first = named;
      continue;
    }
    const isMore = word === 'than' && /^(?:more|less|fewer)$/.test(wordAt(reading, k - 1)); // “more than two”
    const joins = hasClass(reading, k, WordClass.subordinator | WordClass.relative);
    if (isAuxiliary(reading, k) || (joins && !isMore)) break;
    if (word === 'and' || word === 'or') {
      if (!joinsNouns(reading, sentence, k)) break;
    } else if (isFiniteVerb(reading, k)) {
      // “those who fled said”: the relative clause belongs to the phrase
      if (!/^(?:who|that|which)$/.test(wordAt(reading, k - 1)) || k - 1 <= sentence.firstToken) break;
      first = k - 1;
      continue;
    } else if (isParticiple(reading, k) && k > sentence.firstToken && followsNoun(reading, k)) stop = k;
    first = k;
    if (isPronoun(reading, k)) break;
  }
  return first < stop ? { first, end: stop } : null;
}

/** “a guard who asked | not to be named | said”: the first of these words, or -1. */
function startOfUnnamed(reading: Reading, k: number): number {
  if (!/^(?:named|identified|quoted)$/.test(wordAt(reading, k)) || wordAt(reading, k - 1) !== 'be') return -1;
  return wordAt(reading, k - 2) === 'to' && wordAt(reading, k - 3) === 'not' ? k - 3 : -1;
}

/** A few words in marks inside a phrase (“a ‘senior source’ said”): the opening mark, or -1. */
function startOfName(reading: Reading, close: number): number {
  if (!isPunctuation(reading, close) || !isQuoted(reading, close - 1)) return -1;
  let k = close - 1;
  while (isQuoted(reading, k) && k > close - 8) k--;
  const words = close - k - 1;
  return words > 5 || /^[,.?!]$/.test(wordAt(reading, close - 1)) || !isPunctuation(reading, k) ? -1 : k;
}

/** “an official speaking to reporters”: the phrase ends before the participle. */
function isParticiple(reading: Reading, k: number): boolean {
  const word = wordAt(reading, k);
  return word.length > 5 && word.endsWith('ing') && reading.words.class[k] === 0 && !isCapital(reading, k);
}

function followsNoun(reading: Reading, k: number): boolean {
  if (reading.words.class[k - 1] !== 0 || isPunctuation(reading, k - 1)) return false;
  // “where fresh polling suggests”: alone before it stands no noun but an adjective
  if (isCapital(reading, k - 1) || wordAt(reading, k - 1).endsWith('s')) return true;
  return !isPunctuation(reading, k - 2) && !hasClass(reading, k - 2, WordClass.relative);
}

/** Whether “and” at `k` joins two parts of one subject rather than two clauses. */
function joinsNouns(reading: Reading, sentence: Sentence, k: number): boolean {
  for (let j = k - 1; j >= sentence.firstToken && j > k - 10; j--) {
    const word = wordAt(reading, j);
    if (word === ',' && j === k - 1) return false;
    if (word === ',' || word === ';') return true;
    if (isAuxiliary(reading, j) || isPronoun(reading, j) || isFiniteVerb(reading, j) || isQuoted(reading, j))
      return false;
    if (hasClass(reading, j, WordClass.subordinator) || word === 'otherwise') return false; // “guards think otherwise and Roe”
  }
  return true;
}

/** Verbs that are asked for their subject on behalf of another one, at most. */
const MAX_VERBS = 12;

/** The subject of the sentence, for verbs without one of their own. */
function mainSubject(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  v: number,
): Range | null {
  const participle = verbs[v]!.cue.form === 'ing';
  for (let n = 0; n < v && n < MAX_VERBS; n++) {
    // a participle hangs on the first verb of the sentence, a coordinated verb on the one before it
    const earlier = verbs[participle ? n : v - 1 - n]!;
    if (isBareParticiple(earlier)) continue;
    const inverted = isPunctuation(reading, earlier.from - 1) && isQuoted(reading, earlier.from - 2);
    if (inverted) {
      const end = phraseAfter(reading, sentence, earlier.end);
      if (end > earlier.end) return { first: earlier.end, end };
    }
    const subject = ownSubject(reading, sentence, earlier);
    if (subject && subject !== 'shared') return subject;
  }
  return sentenceSubject(reading, sentence);
}

/** The noun phrase that begins the main clause of a sentence, its opening phrase aside. */
export function sentenceSubject(reading: Reading, sentence: Sentence): Range | null {
  let i = sentence.firstToken;
  // “However, …”, “Then in May, …”
  const { adverb, preposition, subordinator } = WordClass;
  if (reading.words.class[i] === adverb && wordAt(reading, i + 1) === ',') i += 2;
  else if (reading.words.class[i] === adverb && hasClass(reading, i + 1, preposition)) i++;
  const opener = wordAt(reading, i);
  if (hasClass(reading, i, preposition | subordinator) || opener.endsWith('ing')) {
    let k = i;
    while (k < sentence.endToken && wordAt(reading, k) !== ',') k++;
    // “Arguing that …, with the rain a day away, Roe …”
    if (wordAt(reading, k + 1) === 'with')
      for (k++; k < sentence.endToken && wordAt(reading, k) !== ',';) k++;
    if (k < sentence.endToken - 1) i = k + 1;
  }
  while (i < sentence.endToken - 1 && (isQuoted(reading, i) || isPunctuation(reading, i))) i++;
  if (cueOf(wordAt(reading, i))?.form === 'ing') return null; // “It is.” | Adding that …
  const end = clauseSubjectEnd(reading, sentence, i);
  return end > i ? { first: i, end } : null;
}

/** Where the noun phrase that begins a clause at `i` ends: before its verb, a comma, a relative. */
function clauseSubjectEnd(reading: Reading, sentence: Sentence, i: number): number {
  let end = i;
  while (end < sentence.endToken && end - i < 20) {
    if (end > i && wordAt(reading, end) === ',') {
      const listed = endOfNames(reading, sentence, end);
      if (listed === end) break;
      end = listed;
      continue;
    }
    if (isPunctuation(reading, end) && wordAt(reading, end) !== '-') break;
    if (isAuxiliary(reading, end)) break;
    if (
      hasClass(reading, end, WordClass.relative | WordClass.subordinator) &&
      wordAt(reading, end) !== 'that'
    )
      break;
    if (end > i && (isFiniteVerb(reading, end) || isPastCue(reading, end))) break;
    end++;
    if (isPronoun(reading, end - 1)) break;
  }
  return end;
}

/** “Roe|, Lund and Brandt | left”: where a list of names goes on at a comma, its end; otherwise the comma. */
function endOfNames(reading: Reading, { endToken }: Sentence, comma: number): number {
  let isList = false;
  let k = comma;
  for (; k < endToken && k < comma + MAX_APPOSITION; k++) {
    const word = wordAt(reading, k);
    if (word === 'and') isList = true;
    else if (!isCapital(reading, k) && (isList || word !== ',')) break;
  }
  return isList && isCapital(reading, comma - 1) && isCapital(reading, k - 1) ? k : comma;
}

function isPastCue(reading: Reading, i: number): boolean {
  return (
    !isCapital(reading, i) && wordAt(reading, i - 1) !== '-' && cueOf(wordAt(reading, i))?.form === 'past'
  );
}

/** The end of the subject that follows its verb: “said Roe, the mayor”; equals `i` if there is none. */
export function phraseAfter(reading: Reading, sentence: Sentence, i: number): number {
  let end = i;
  const { preposition, adverb, time, relative, subordinator, determiner } = WordClass;
  if (
    hasClass(reading, i, preposition | relative) ||
    reading.words.class[i] === adverb ||
    wordAt(reading, i) === 'that'
  )
    return i;
  while (end < sentence.endToken && end - i < 16) {
    const word = wordAt(reading, end);
    if (isQuoted(reading, end) || (isPunctuation(reading, end) && word !== '-')) break;
    if (hasClass(reading, end, relative | subordinator) || isAuxiliary(reading, end)) break;
    if (hasClass(reading, end, time)) break;
    if (end > i && (PLACE_OR_TIME.has(word) || isParticiple(reading, end))) break;
    end++;
    if (isPronoun(reading, end - 1)) break;
  }
  while (end > i && hasClass(reading, end - 1, preposition | determiner) && !isPronoun(reading, end - 1))
    end--;
  return end;
}
const PLACE_OR_TIME = list('on in at during after before when as');

/** The apposition after a phrase that ends at `end` (“, the mayor,”) included, where a mark closes it. */
export function withFollowingApposition(reading: Reading, sentence: Sentence, end: number): number {
  if (wordAt(reading, end) !== ',') return end;
  for (let k = end + 1; k < sentence.endToken + 1 && k <= end + MAX_APPOSITION; k++) {
    const closes = k >= sentence.endToken || (isPunctuation(reading, k) && wordAt(reading, k) !== '-');
    if (!closes) continue;
    return isApposition(reading, end, k) && !isOpenQuote(reading, k) ? k : end;
  }
  return end;
}

function isOpenQuote(reading: Reading, k: number): boolean {
  return isQuoted(reading, k + 1) && !isPunctuation(reading, k - 1);
}

/** Takes what is no part of the naming phrase off a source: “On Monday”, “However”, “but”. */
export function trimSource(reading: Reading, range: Range): Range {
  let { first, end } = range;
  while (first < end - 1) {
    const { conjunction, subordinator, determiner, adverb, time, preposition, quantity } = WordClass;
    if (hasClass(reading, first, conjunction | subordinator) && !hasClass(reading, first, determiner))
      first++;
    else if (hasClass(reading, first, adverb) && !hasClass(reading, first, determiner | quantity)) first++;
    else if (isPunctuation(reading, first) && wordAt(reading, first) !== '(') first++;
    else if (opensWithTime(reading, first)) first += 2;
    else if (hasClass(reading, first, preposition)) {
      const after = afterTime(reading, first, end);
      const next = after > 0 ? after : afterPlace(reading, first, end);
      if (next < 0) break;
      first = next;
    } else if (hasClass(reading, first, time) && isCapital(reading, first) && isTimeFollowed(reading, first))
      first++;
    else break;
  }
  while (end > first + 1 && (isTrailing(reading, end - 1) || isPunctuation(reading, end - 1))) end--;
  // “Roe on Monday”
  for (let k = end - 1; k > first && k > end - 4; k--) {
    if (hasClass(reading, end - 1, WordClass.time) && hasClass(reading, k, WordClass.preposition)) {
      end = k;
      break;
    }
  }
  if (end - first > 1 && hasClass(reading, end - 1, WordClass.time) && isCapital(reading, end - 1)) end--;
  return { first, end };
}

/** “Last year | the mayor”. */
function opensWithTime(reading: Reading, first: number): boolean {
  if (!/^(?:last|next|this)$/.test(wordAt(reading, first))) return false;
  return hasClass(reading, first + 1, WordClass.time) && isTimeFollowed(reading, first + 1);
}

function isTrailing(reading: Reading, i: number): boolean {
  return reading.words.class[i] === WordClass.adverb && !isCapital(reading, i); // Beverly is a name
}

function isTimeFollowed(reading: Reading, i: number): boolean {
  return hasClass(reading, i + 1, WordClass.determiner | WordClass.pronoun) || isCapital(reading, i + 1);
}

/** “On Monday Roe …”: the token after the time, or -1 where the phrase names no time. */
function afterTime(reading: Reading, first: number, end: number): number {
  const { time, determiner, preposition, quantity } = WordClass;
  let seen = false;
  let k = first + 1;
  for (; k < end; k++) {
    if (hasClass(reading, k, time)) seen = true;
    else if (reading.doc.tokens.kind[k] === TokenKind.number || hasClass(reading, k, quantity)) continue;
    else if (seen && hasClass(reading, k, determiner)) break;
    else if (
      !hasClass(reading, k, determiner | preposition) &&
      !/^(?:last|next|same|late|early)$/.test(wordAt(reading, k))
    )
      break;
  }
  return seen && k < end ? k : -1;
}

/** “In a televised briefing Roe …”: the next noun phrase after the one the preposition governs, or -1. */
function afterPlace(reading: Reading, first: number, end: number): number {
  let nouns = 0;
  for (let k = first + 1; k < end; k++) {
    if (nouns > 0 && hasClass(reading, k, WordClass.determiner | WordClass.pronoun)) return k;
    const plain = reading.words.class[k] === 0 && !isPunctuation(reading, k);
    // “in a briefing | Mayor Roe”, “on a visit to Bonn on Tuesday | Mayor Roe”
    const isOver = nouns > 0 && !isCapital(reading, k - 1) && reading.words.class[k - 1] === 0;
    const isTimed = k > first + 2 && hasClass(reading, k - 1, WordClass.time);
    if (plain && isCapital(reading, k) && (isOver || isTimed)) return k;
    if (plain) nouns++;
    else if (hasClass(reading, k, WordClass.preposition)) nouns = 0;
  }
  return -1;
}

/** Where the auxiliaries, or what else is a verb here, negation and adverbs before a token begin. */
export function startOfGroup(
  reading: Reading,
  { firstToken }: Sentence,
  i: number,
  isVerb: (reading: Reading, i: number) => boolean = isAuxiliary,
): number {
  let first = i;
  while (
    first > firstToken &&
    (isVerb(reading, first - 1) ||
      hasClass(reading, first - 1, WordClass.negation) ||
      reading.words.class[first - 1] === WordClass.adverb)
  )
    first--;
  return first;
}
