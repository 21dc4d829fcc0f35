import { list } from '../../text/list.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { WordClass } from '../../text/words.ts';
import { Frame, cueOf } from '../cues.ts';
import {
  MAX_SCAN,
  hasClass,
  isAuxiliary,
  isCapital,
  isFiniteVerb,
  isPronoun,
  isPunctuation,
  isQuoted,
  wordAt,
} from '../find/reading.ts';
import type { Reading } from '../find/reading.ts';
import { findSubject, phraseBefore, sentenceSubject, trimSource, whoWasMoved } from '../find/subject.ts';
import { findVerbs } from '../find/verbs.ts';

/** A cue with the sentence it stands in. */
export interface Place {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly cue: Range; // tokens
}

/**
 * Whom a verb has for its subject where a noun near by was taken for it: one that stands in another clause, one that a
 * preposition leads up to, or the second of two that “and” joins. Undefined where the noun may stay.
 */
export function subjectInstead(place: Place, taken: Range): Range | undefined {
  const { reading, cue } = place;
  if (taken.end > cue.first || isQuoted(reading, cue.first)) return undefined;
  const source = withoutRest(reading, taken);
  const word = wordAt(reading, cue.first);
  if (word === 'to') return whoMayTell(place, source);
  if (cueOf(word)?.form === 'ing') return ofClauseWithin(place, taken) ?? doerOf(place, source);
  return (
    beforeAnd(place, taken) ??
    behindList(place, source) ??
    beforeRelative(place, source) ??
    outsideRelative(place, source) ??
    nextToVerb(place, source) ??
    headOfPhrase(place, source) ??
    withFirstHalf(place, source)
  );
}

/** “It did not name | the town and | said”: whoever does what stands before “and”. */
function beforeAnd(place: Place, taken: Range): Range | undefined {
  const { reading, sentence } = place;
  const and = taken.end - 1;
  const form = cueOf(wordAt(reading, place.cue.end - 1))?.form;
  if (and <= taken.first || wordAt(reading, and) !== 'and' || taken.end !== startOfVerb(place))
    return undefined;
  if (form !== 'past' && form !== 's') return undefined;
  const subject = lastSubject(reading, sentence, taken.first);
  return subject && subject.end <= taken.first ? subject : undefined;
}

/** “Lund, who lives in Bonn, near | Kiel |, said”: a comma closes what is told of whoever says it. */
function outsideRelative(place: Place, { first, end }: Range): Range | undefined {
  const { reading, sentence } = place;
  const start = startOfVerb(place);
  if (wordAt(reading, start - 1) !== ',' || !isFinite(place)) return undefined;
  let comma = start - 2;
  const least = Math.max(sentence.firstToken, start - MAX_SCAN);
  while (comma > least && !opensRelative(reading, comma)) comma--;
  if (comma <= least || isQuoted(reading, comma)) return undefined;
  if (first < comma) {
    // “Shares fell after | the maker |, which owns it, said”
    const maker = nounBefore(reading, least, comma);
    const isSubject = maker && CLAUSAL.has(wordAt(reading, maker.first - 1)) && maker.first > end;
    return isSubject && hasVerb(reading, end, maker.first) ? maker : undefined;
  }
  const noun = phraseBefore(reading, sentence, comma);
  return noun && isBoundary(reading, sentence, noun.first) ? trimSource(reading, noun) : undefined;
}

/** “|, who lives”, “|, whose house”. */
function opensRelative(reading: Reading, comma: number): boolean {
  return wordAt(reading, comma) === ',' && /^(?:who|which|whose)$/.test(wordAt(reading, comma + 1));
}

/** “in Bonn, Kiel and Oslo, | the board | said”: a comma that none closes parts who speaks from what is said. */
function behindList(place: Place, { first, end }: Range): Range | undefined {
  const { reading } = place;
  if (end !== startOfVerb(place)) return undefined;
  let comma = end - 1;
  while (comma > first && wordAt(reading, comma) !== ',') comma--;
  if (comma === first || !hasClass(reading, comma + 1, WordClass.determiner)) return undefined;
  let isList = false;
  for (let k = first; k < end; k++) {
    if (wordAt(reading, k) !== 'and') continue;
    if (k > comma) return undefined;
    isList = true;
  }
  return isList ? { first: comma + 1, end } : undefined;
}

/** “The body that | sets rules, known as Acme, | said”: not what is told of a noun, but the noun. */
function beforeRelative({ reading, sentence }: Place, { first, end }: Range): Range | undefined {
  const isVerb =
    reading.words.class[first] === 0 && !isCapital(reading, first) && /[^s]s$/.test(wordAt(reading, first));
  if (!isVerb || !/^(?:that|which|who)$/.test(wordAt(reading, first - 1))) return undefined;
  const words = new Set(reading.words.lower.slice(first, end));
  const hasObject = hasClass(reading, first + 1, WordClass.determiner) || words.has(',');
  if (!hasObject || words.has('and')) return undefined; // “that guards | say”
  const noun = phraseBefore(reading, sentence, wordAt(reading, first - 2) === ',' ? first - 2 : first - 1);
  return noun ? trimSource(reading, noun) : undefined;
}

/** “he | returns, the mayor”, “votes | by”: a pronoun alone, and no preposition at the end. */
function withoutRest(reading: Reading, { first, end }: Range): Range {
  if (isPronoun(reading, first) && wordAt(reading, first) !== 'who') return { first, end: first + 1 };
  const isHanging = end - first > 1 && hasClass(reading, end - 1, WordClass.preposition);
  return { first, end: isHanging ? end - 1 : end };
}

/** Where a verb begins, its adverbs included. */
export function startOfVerb({ reading, cue }: Place): number {
  let first = cue.first;
  while (reading.words.class[first - 1] === WordClass.adverb) first--;
  return first;
}

/** Whether a cue is a verb with a subject of its own: “said”, “has said”, “says”, “say”. */
function isFinite({ reading, cue }: Place): boolean {
  const form = cueOf(wordAt(reading, cue.end - 1))?.form;
  return form !== undefined && form !== 'ing';
}

/** “It has fewer (| half of the guards | say so)”, “Lund fell after | the board | said it”: who stands with the verb. */
function nextToVerb(place: Place, source: Range): Range | undefined {
  const { reading, sentence } = place;
  const start = startOfVerb(place);
  if (source.end >= start - 1 || source.end < start - MAX_SCAN || !isFinite(place)) return undefined;
  const before = wordAt(reading, start - 1);
  if (/^(?:and|but|or|then|who|which|that)$/.test(before)) return undefined;
  // “The board, which met in Bonn, | said”: a comma closes what is said of the noun
  const isHe = source.end - source.first === 1 && isPronoun(reading, source.first);
  if (!isHe && (isPunctuation(reading, start - 1) || !hasVerb(reading, source.end, start))) return undefined;
  const firstToken = Math.max(sentence.firstToken, start - MAX_SCAN);
  const near = { ...sentence, firstToken, endToken: Math.min(sentence.endToken, place.cue.end + 1) };
  const verbs = findVerbs(reading, near);
  const v = verbs.findIndex(({ at }) => place.cue.first <= at && at < place.cue.end);
  if (v < 0 || verbs[v]!.passive) return undefined;
  const subject = findSubject(reading, near, verbs, v);
  if (!subject || subject.first < source.end || subject.end > start) return undefined;
  const own = trimSource(reading, subject);
  const isLed = hasClass(reading, own.first, WordClass.preposition);
  return !isLed && isBoundary(reading, sentence, subject.first) ? own : undefined;
}

function hasVerb(reading: Reading, first: number, end: number): boolean {
  for (let k = first; k < end; k++) if (isAuxiliary(reading, k) || isFiniteVerb(reading, k)) return true;
  return false;
}

/** Whether a clause can begin at a token: at the start of its sentence, behind a mark or a word that joins clauses. */
function isBoundary(reading: Reading, { firstToken }: Sentence, first: number): boolean {
  return (
    first === firstToken ||
    /^[,;:("“‘–—]$/.test(wordAt(reading, first - 1)) ||
    hasClass(reading, first - 1, WordClass.conjunction | WordClass.subordinator)
  );
}

/** “Guards living near | the mill | say”, “Brandt in | a note | warned”: not whom a preposition leads up to, but who is so. */
function headOfPhrase(place: Place, source: Range): Range | undefined {
  const { reading, sentence } = place;
  const start = startOfVerb(place);
  const led = source.first - 1;
  const isLed =
    hasClass(reading, led, WordClass.preposition) && !hasClass(reading, led, WordClass.subordinator);
  if (source.end !== start || !isLed || CLAUSAL.has(wordAt(reading, led)) || !isFinite(place))
    return undefined;
  const phrase = phraseBefore(reading, sentence, start);
  if (!phrase || phrase.first >= led || !isBoundary(reading, sentence, phrase.first)) return undefined;
  const own = trimSource(reading, phrase);
  if (own.first >= led || hasClass(reading, own.first, WordClass.preposition)) return undefined;
  return isNounPhrase(reading, own.first, Math.min(led, own.end)) ? own : undefined;
}
/** Prepositions that begin a clause as often. */
const CLAUSAL = list('after before since until till as than like');

/** “The board and | its allies | said”: both do. */
function withFirstHalf(place: Place, source: Range): Range | undefined {
  const { reading, sentence } = place;
  const start = startOfVerb(place);
  const and = source.first - 1;
  if (wordAt(reading, and) !== 'and' || source.end !== start) return undefined;
  const named = beforeName(reading, sentence, and);
  if (named) return { first: named.first, end: source.end };
  const half = phraseBefore(reading, sentence, and);
  if (!half || half.end !== and || !isBoundary(reading, sentence, half.first)) return undefined;
  const { preposition, pronoun, time } = WordClass;
  const { first } = trimSource(reading, half);
  if (hasClass(reading, first, preposition) || hasClass(reading, and - 1, time)) return undefined;
  if (hasClass(reading, first, pronoun) && and - first > 1) return undefined;
  const isAlone = and - first === 1 && !isCapital(reading, first) && !wordAt(reading, first).endsWith('s');
  if (isAlone && !hasClass(reading, first, pronoun)) return undefined; // “two per cent higher and | the index | said”
  return isNounPhrase(reading, first, and) ? { first, end: source.end } : undefined;
}

/** “| The head of the mill|, Lena Brandt, and”: a noun with a name beside it, before “and”. */
function beforeName(reading: Reading, sentence: Sentence, and: number): Range | undefined {
  let open = and - 2;
  while (open > sentence.firstToken && isCapital(reading, open)) open--;
  if (wordAt(reading, and - 1) !== ',' || wordAt(reading, open) !== ',' || open > and - 3) return undefined;
  const phrase = phraseBefore(reading, sentence, open);
  if (phrase?.end !== open || !isBoundary(reading, sentence, phrase.first)) return undefined;
  const noun = trimSource(reading, phrase);
  const isNoun =
    hasClass(reading, noun.first, WordClass.determiner) && isNounPhrase(reading, noun.first, open);
  return isNoun ? noun : undefined;
}

/** Whether some words can be a noun with what describes it, and no clause: “prices rise” is none. */
function isNounPhrase(reading: Reading, first: number, end: number): boolean {
  const isName = (k: number): boolean => isCapital(reading, k) && !reading.words.opensSentence[k];
  const isPlain = (k: number): boolean =>
    reading.words.class[k] === 0 && !isName(k) && !isPunctuation(reading, k);
  for (let k = first; k < end; k++) {
    if (isAuxiliary(reading, k) || isFiniteVerb(reading, k)) return false;
    if (isPlain(k) && k + 1 < end && isPlain(k + 1) && /[^s]s$/.test(wordAt(reading, k))) return false;
  }
  return true;
}

/** “It let | Brandt | claim”, “This allowed | Brandt | to claim”. */
function whoMayTell({ reading, sentence, cue }: Place, source: Range): Range | undefined {
  const moved = whoWasMoved(reading, sentence, cue.first);
  return moved && moved.first >= source.end ? trimSource(reading, moved) : undefined;
}

/** Who does what a participle tells: “tried to win | votes | by saying”, “blasted | Lund | for saying”, “with | guards | warning”. */
function doerOf(place: Place, source: Range): Range | undefined {
  const { reading, sentence } = place;
  const start = startOfVerb(place);
  const before = wordAt(reading, start - 1);
  if (WAYS.has(before) && source.end === start - 1) {
    const subject = lastSubject(reading, sentence, start - 1);
    return subject && subject.end <= source.first ? subject : undefined;
  }
  if (before === 'for' && source.end < start - 1) {
    let first = start - 1;
    while (isCapital(reading, first - 1) && first > source.end) first--;
    const isObject = first < start - 1 && isFiniteVerb(reading, first - 1);
    return isObject ? { first, end: start - 1 } : undefined;
  }
  return withWhom(place, source) ?? agentBefore(place, source) ?? ofLastClause(place, source);
}

/** “The appeal was heard by | Lena Brandt |, arguing”: whoever does it behind “by”. */
function agentBefore(place: Place, source: Range): Range | undefined {
  const { reading } = place;
  const start = startOfVerb(place);
  if (wordAt(reading, start - 1) !== ',') return undefined;
  let by = start - 2;
  while (by > source.end && by > start - LONGEST_WITH && isCapital(reading, by)) by--;
  const isAgent = by < start - 2 && wordAt(reading, by) === 'by' && isAuxiliary(reading, source.end);
  return isAgent ? { first: by + 1, end: start - 1 } : undefined;
}

/** “| Lund left after | a court | upheld it, rejecting”: of a clause taken for its subject, whoever its last part is of. */
function ofClauseWithin({ reading }: Place, { first, end }: Range): Range | undefined {
  for (let k = end - 2; k > first; k--) {
    if (!/^(?:after|when|because|as)$/.test(wordAt(reading, k))) continue;
    const isNoun = isCapital(reading, k + 1) || hasClass(reading, k + 1, WordClass.determiner);
    return isNoun && hasVerb(reading, first, k) ? { first: k + 1, end } : undefined;
  }
  return undefined;
}

/** “Lund left, but | the board | stayed, saying”: the subject of the last clause with one of its own. */
function ofLastClause(place: Place, source: Range): Range | undefined {
  const { reading, sentence } = place;
  const start = startOfVerb(place);
  if (wordAt(reading, start - 1) !== ',') return undefined;
  let opener = start - 2;
  const least = Math.max(source.end, start - MAX_SCAN);
  const { frames = 0 } = cueOf(wordAt(reading, place.cue.first)) ?? {};
  // “Lund left after the court met, rejecting it”, not “Lund left after the court met, saying”
  const joining = frames & (Frame.clause | Frame.quote) ? JOINING : ALL_JOINING;
  while (opener > least && !(joining.has(wordAt(reading, opener)) && !isQuoted(reading, opener))) opener--;
  if (opener <= least) return undefined;
  const subject = sentenceSubject(reading, { ...sentence, firstToken: opener + 1 });
  const { determiner, pronoun } = WordClass;
  const isNoun = isCapital(reading, opener + 1) || hasClass(reading, opener + 1, determiner | pronoun);
  if (!isNoun || subject?.first !== opener + 1) return undefined;
  const verb = subject.end < start - 1 ? subject.end : verbWithin(reading, subject);
  const isClause =
    isAuxiliary(reading, verb) ||
    isFiniteVerb(reading, verb) ||
    reading.words.class[verb] === WordClass.adverb ||
    verb < subject.end;
  return isClause ? trimSource(reading, { first: subject.first, end: verb }) : undefined;
}

/** “a court | upheld | the ban”: a word that an article follows, and no noun leads up to, or the end. */
function verbWithin(reading: Reading, { first, end }: Range): number {
  let verb = end - 2;
  while (
    verb > first &&
    !(reading.words.class[verb] === 0 && hasClass(reading, verb + 1, WordClass.determiner))
  )
    verb--;
  const isVerb = verb > first + 1 && !isCapital(reading, verb) && reading.words.class[verb - 1] === 0;
  return isVerb ? verb : end;
}
const JOINING = list('but and while whereas where ;');
const ALL_JOINING = new Set([...JOINING, 'after', 'when', 'because']);
const WAYS = list('by while without');

/** “It fell, with | guards | warning”, “despite | Lund | agreeing”, “it fell, | Lena Brandt | writing that”: who stands with it. */
function withWhom(place: Place, source: Range): Range | undefined {
  const { reading } = place;
  const start = startOfVerb(place);
  let first = start;
  while (first > source.end && first > start - LONGEST_WITH && !LED.has(wordAt(reading, first - 1))) first--;
  const led = wordAt(reading, first - 1);
  if (first === start || !LED.has(led) || (led === ',' && !isCapital(reading, start - 1))) return undefined;
  const { conjunction } = WordClass;
  // “with tariffs and warning”, “, and Lund warning”
  if (hasClass(reading, start - 1, conjunction) || hasClass(reading, first, conjunction)) return undefined;
  for (let k = first; k < start; k++)
    if (isPunctuation(reading, k) || isFiniteVerb(reading, k) || isAuxiliary(reading, k)) return undefined;
  const isAbsolute =
    led !== 'with' || wordAt(reading, first - 2) === ',' || wordAt(reading, start) !== 'saying';
  return isAbsolute ? { first, end: start } : undefined;
}
const LONGEST_WITH = 7;
const LED = list('with despite ,');

/** The subject of the last verb before a token. */
function lastSubject(reading: Reading, sentence: Sentence, end: number): Range | undefined {
  let verb = end - 1;
  const last = Math.max(sentence.firstToken, end - MAX_SCAN);
  while (verb > last && !isFiniteVerb(reading, verb) && !isAuxiliary(reading, verb)) verb--;
  while (verb > last && (isAuxiliary(reading, verb - 1) || hasClass(reading, verb - 1, WordClass.adverb)))
    verb--;
  if (verb <= last) return undefined;
  if (/^(?:who|which|that)$/.test(wordAt(reading, verb - 1)))
    return nounBefore(reading, last, wordAt(reading, verb - 2) === ',' ? verb - 2 : verb - 1);
  const subject = phraseBefore(reading, sentence, verb);
  return subject ? trimSource(reading, subject) : undefined;
}

/** “a warning to | the board of Bonn |, which”: the noun that ends before a token, from `least` on. */
function nounBefore(reading: Reading, least: number, end: number): Range | undefined {
  const { preposition, conjunction, subordinator, relative } = WordClass;
  let first = end;
  while (first > least) {
    const k = first - 1;
    const word = wordAt(reading, k);
    const isMark = isPunctuation(reading, k) && !/^[-’']$/.test(word);
    const isLink = hasClass(reading, k, preposition | conjunction | subordinator | relative) && word !== 'of';
    if (isMark || isLink || isAuxiliary(reading, k) || isFiniteVerb(reading, k)) break;
    first = k;
    if (hasClass(reading, k, WordClass.determiner) && wordAt(reading, k - 1) !== 'of') break;
  }
  return first < end ? { first, end } : undefined;
}
