import { list } from '../../text/list.ts';
import { listed } from '../../text/listed.ts';
import { oncePerDocument } from '../../text/document.ts';
import type { Range, Sentence, TextDocument } from '../../text/document.ts';
import { Shape, WordClass, wordsOf } from '../../text/words.ts';
import { cueOf } from '../cues.ts';
import {
  hasClass,
  isAuxiliary,
  isCapital,
  isFiniteVerb,
  isOpeningMark,
  isPronoun,
  isPunctuation,
  isQuoted,
  quotationRange,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import { phraseAfter, phraseBefore } from './subject.ts';
import type { VerbCue } from './verbs.ts';

/** Whose words a quotation is, where no verb of saying tells it. */
export interface Wording {
  readonly source: Range;
  readonly cue: Range | null;
  readonly quotation: number;
}

/** What somebody can do with “it” to put something into words: “as Roe put it”. */
const PUT = list(
  'put puts phrased phrases termed terms called calls couched couches described describes expressed expresses worded',
);

/** The words of these turns of phrase that are looked for. */
const openingsIn = listed(['as', 'words', 'opinion', 'view', 'quoted']);

/** Tokens of a name, and between it and its words. */
const MOST_NAMED = 8;
const MOST_BETWEEN = 6;

/**
 * The quotations of a sentence whose speaker is named by a turn of phrase: “…”, as Roe put it; in the words of Roe,
 * “…”; in Roe's words, “…”; “…,” the Post quoted Roe. Linear.
 */
export function findWordings(reading: Reading, sentence: Sentence): Wording[] {
  const found: Wording[] = [];
  const opens = openingsIn(reading.doc);
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    if (!opens(i) || isQuoted(reading, i)) continue;
    const word = wordAt(reading, i);
    if (word === 'quoted') {
      found.push(...readQuoting(reading, sentence, i));
      continue;
    }
    const wording = word === 'as' ? readAsPut(reading, sentence, i) : readInWords(reading, sentence, i);
    if (wording) found.push(wording);
  }
  const labelled = readLabel(reading, sentence);
  if (labelled) found.push(labelled);
  return found;
}

/** “Lena Brandt: ‘…’”, “Mayor Lund again: ‘…’”: nothing but a name leads up to a quotation, or stands over it. */
function readLabel(reading: Reading, sentence: Sentence): Wording | undefined {
  const { firstToken: first, endToken } = sentence;
  const last = endToken - 1;
  const isLine = wordAt(reading, last) === ':' && isOpeningMark(reading, endToken);
  if (isLine && isCapital(reading, first + 1) && endOfCalling(reading, first) === last)
    return { source: { first, end: last }, cue: null, quotation: reading.quoted[endToken + 1]! };
  const colon = endOfName(reading, first, endToken);
  const end = wordAt(reading, colon - 1) === 'again' ? colon - 1 : colon;
  if (wordAt(reading, colon) !== ':' || end <= first || !isOpeningMark(reading, colon + 1)) return undefined;
  // “Lena Brandt, deputy mayor: ‘…’”
  const isCalled = isCapital(reading, first + 1) && reading.words.lower.slice(first + 2, end).includes(',');
  if (!isCapital(reading, first) || !(isCalled || isCapital(reading, end - 1))) return undefined;
  if (end - first === 1 && !namesWithin(reading.doc).has(wordAt(reading, first))) return undefined;
  return { source: { first, end }, cue: null, quotation: reading.quoted[colon + 2]! };
}

/** Words with a capital that is not owed to the start of a sentence or a label: a name, not “Verdict”. */
const namesWithin: (doc: TextDocument) => ReadonlySet<string> = oncePerDocument(doc => {
  const { lower, shape, opensSentence } = wordsOf(doc);
  return new Set(
    lower.filter((_, i) => shape[i]! & Shape.capital && !opensSentence[i] && lower[i + 1] !== ':'),
  );
});

/**
 * A paragraph that is a quotation and a name: “…” – Lena Brandt, mayor at that time; ‘…’: Brandt; or one over
 * “— Lena Brandt” or “Lena Brandt, mayor”.
 */
export function findSignature(reading: Reading, quotation: number): Range | undefined {
  const { doc } = reading;
  const { first, end } = quotationRange(reading, quotation);
  const { sentences, tokens } = doc;
  const block = (i: number): number => sentences[tokens.sentence[i]!]!.block;
  const opens = first < 2 || block(first - 2) !== block(first);
  const mark = isQuoted(reading, end) ? end + 2 : end + 1;
  if (!opens || isQuoted(reading, mark - 1) || mark + 1 >= tokens.length) return undefined;
  const gap = doc.text.slice(tokens.end[mark - 1], tokens.start[mark]);
  const isDash = /^(?:[–—-]|--)$/.test(wordAt(reading, mark));
  if (isDash || gap.includes('\n')) {
    const from = isDash ? mark + 1 : mark;
    const to = endOfCalling(reading, from);
    const isName = isDash || (isCapital(reading, from + 1) && isApposed(reading, from, to));
    return isName && to > from && isCapital(reading, from) && wordAt(reading, to) !== ':'
      ? { first: from, end: to }
      : undefined;
  }
  if (wordAt(reading, mark) !== ':') return undefined;
  const name = endOfName(reading, mark + 1, sentences[tokens.sentence[mark + 1]!]!.endToken);
  const ends = name >= tokens.length || block(name) !== block(mark);
  return ends && name > mark + 1 && isCapital(reading, mark + 1) ? { first: mark + 1, end: name } : undefined;
}

/** “Lena Brandt, mayor”: a comma soon after a name. */
function isApposed(reading: Reading, first: number, end: number): boolean {
  return reading.words.lower.slice(first + 2, Math.min(end - 1, first + MOST_NAMED)).includes(',');
}

/** Tokens of a name with all that somebody is. */
const MOST_SIGNED = 24;

/**
 * Where somebody's name and calling end that fill the rest of a paragraph, what stands in brackets or before a colon at
 * its end aside; `first` where they do not, for there is a verb or a full stop.
 */
function endOfCalling(reading: Reading, first: number): number {
  const { sentences, tokens } = reading.doc;
  const { pronoun, possessive, relative, subordinator } = WordClass;
  const { block } = sentences[tokens.sentence[first]!]!;
  const isOver = (i: number): boolean =>
    i >= tokens.length || sentences[tokens.sentence[i]!]!.block !== block;
  for (let i = first; i < first + MOST_SIGNED; i++) {
    const word = wordAt(reading, i);
    if (isOver(i) || word === '(' || (word === ':' && isOver(i + 1))) return i;
    if (isPunctuation(reading, i) && !/^[,&/-]$/.test(word)) break;
    const isParticiple = word.endsWith('ed') && hasClass(reading, i + 1, WordClass.preposition);
    if (isAuxiliary(reading, i) || (isFiniteVerb(reading, i) && !isParticiple)) break;
    if (hasClass(reading, i, pronoun | possessive | relative | subordinator) && word !== 'as') break;
  }
  return first;
}

/** Where what can be a name and a calling ends: before a verb, most prepositions, or a mark other than a comma. */
function endOfName(reading: Reading, first: number, limit: number): number {
  const { preposition, auxiliary, relative, subordinator, time } = WordClass;
  let i = first;
  for (; i < limit && i < first + MOST_NAMED; i++) {
    if (isFiniteVerb(reading, i) || (isPunctuation(reading, i) && !/^[,-]$/.test(wordAt(reading, i)))) break;
    const isClosed = hasClass(reading, i, preposition | auxiliary | relative | subordinator | time);
    if (isClosed && wordAt(reading, i) !== 'of') break;
  }
  return i;
}

/** “…,” Roe sighs; “…,” sighed Roe; “…,” Roe went on, “…”: a comma within the marks makes a speaker of who comes next. */
export function findUtterer(reading: Reading, sentence: Sentence, quotation: number): Utterance | undefined {
  const { first, end: stop } = quotationRange(reading, quotation);
  const isInside = wordAt(reading, stop) === ',';
  const close = isInside ? stop + 1 : stop;
  const at = isInside ? close + 1 : close + 2;
  if (!isPunctuation(reading, close) || isQuoted(reading, close)) return undefined;
  if (!isInside && wordAt(reading, close + 1) !== ',') return undefined;
  if (first - 1 > reading.doc.sentences[reading.doc.tokens.sentence[first]!]!.firstToken) return undefined;
  if (isAct(reading, at)) {
    const end = phraseAfter(reading, sentence, at + 1);
    const names = isCapital(reading, at + 1) || hasClass(reading, at + 1, WordClass.determiner);
    if (!names || end === at + 1 || !isDone(reading, sentence, end)) return undefined;
    return { source: { first: at + 1, end }, cue: { first: at, end: at + 1 } };
  }
  const { determiner, pronoun, possessive } = WordClass;
  if (!isCapital(reading, at) && !hasClass(reading, at, determiner | pronoun | possessive)) return undefined;
  let verb = at + 1;
  while (verb < sentence.endToken && verb < at + MOST_NAMED && !isAct(reading, verb)) {
    if (isPunctuation(reading, verb) && wordAt(reading, verb) !== '-') return undefined;
    if (isAuxiliary(reading, verb) || cueOf(wordAt(reading, verb))) return undefined;
    verb++;
  }
  if (!isAct(reading, verb)) return undefined;
  const end = PARTICLES.has(wordAt(reading, verb + 1)) ? verb + 2 : verb + 1;
  return isDone(reading, sentence, end)
    ? { source: { first: at, end: verb }, cue: { first: verb, end } }
    : undefined;
}

/** Who utters a quotation, and how. */
interface Utterance {
  readonly source: Range;
  readonly cue: Range;
}

const PARTICLES = new Set(['on', 'out', 'in', 'back', 'up']);

/** A verb of which the rules know nothing: “sighs”, “chuckled”, “went”. */
function isAct(reading: Reading, i: number): boolean {
  const word = wordAt(reading, i);
  if (isCapital(reading, i) || reading.words.class[i] !== 0 || isPunctuation(reading, i) || cueOf(word))
    return false;
  const subject = reading.words.class[i - 1] === WordClass.adverb ? i - 2 : i - 1;
  const isPresent = /[^s]s$/.test(word) && (isCapital(reading, subject) || isPronoun(reading, subject));
  return isPresent || isFiniteVerb(reading, i);
}

/** Whether nothing is done to anything: the clause ends here, or goes on with where, when and how. */
function isDone(reading: Reading, sentence: Sentence, i: number): boolean {
  const { preposition, adverb, time, subordinator } = WordClass;
  return (
    i >= sentence.endToken ||
    isPunctuation(reading, i) ||
    hasClass(reading, i, preposition | adverb | time | subordinator)
  );
}

/** “…”, as Roe put it. */
function readAsPut(reading: Reading, sentence: Sentence, as: number): Wording | undefined {
  let verb = as + 2;
  while (verb < as + MOST_NAMED && !(PUT.has(wordAt(reading, verb)) && wordAt(reading, verb + 1) === 'it')) {
    if (isPunctuation(reading, verb) && wordAt(reading, verb) !== '-') return undefined;
    verb++;
  }
  if (verb >= as + MOST_NAMED || isQuoted(reading, verb)) return undefined;
  const quotation = quotationBeside(reading, sentence, as, verb + 2);
  if (quotation < 0) return undefined;
  return { source: { first: as + 1, end: verb }, cue: { first: verb, end: verb + 2 }, quotation };
}

/** “in the words of Roe, ‘…’”, “in Roe's own words, ‘…’”, “in the opinion of Roe, ‘…’”. */
function readInWords(reading: Reading, sentence: Sentence, at: number): Wording | undefined {
  if (wordAt(reading, at + 1) === 'of') {
    if (wordAt(reading, at - 1) !== 'the' || wordAt(reading, at - 2) !== 'in') return undefined;
    const end = phraseAfter(reading, sentence, at + 2);
    const quotation = end > at + 2 ? quotationBeside(reading, sentence, at - 2, end) : -1;
    if (quotation < 0) return undefined;
    return { source: { first: at + 2, end }, cue: { first: at - 2, end: at + 2 }, quotation };
  }
  const own = wordAt(reading, at - 1) === 'own' ? at - 1 : at;
  const isOwner = /^(?:'s|’s|['’])$/.test(wordAt(reading, own - 1));
  const end = isOwner ? own - 1 : own;
  if (!isOwner && !hasClass(reading, own - 1, WordClass.possessive)) return undefined;
  const named = isOwner ? phraseBefore(reading, sentence, end) : { first: end - 1, end };
  if (!named) return undefined;
  let first = named.first;
  while (first < end && wordAt(reading, first - 1) !== 'in') first++;
  if (first >= end) return undefined;
  const quotation = quotationBeside(reading, sentence, first - 1, at + 1);
  return quotation < 0 ? undefined : { source: { first, end }, cue: { first: own, end: at + 1 }, quotation };
}

/** “…,” the Post quoted Roe: it is Roe who said it, and the Post that says so. */
function readQuoting(reading: Reading, sentence: Sentence, at: number): Wording[] {
  const agency = phraseBefore(reading, sentence, at);
  if (!agency || !isCapital(reading, at + 1)) return [];
  const end = phraseAfter(reading, sentence, at + 1);
  const quotation = quotationBefore(reading, agency.first);
  if (quotation < 0 || end === at + 1) return [];
  const cue = { first: at, end: at + 1 };
  return [
    { source: { first: at + 1, end }, cue, quotation },
    { source: agency, cue, quotation },
  ];
}

/** The quotation that ends right before `first`, or else the next one soon after `end`; -1 if there is none. */
function quotationBeside(reading: Reading, sentence: Sentence, first: number, end: number): number {
  const before = quotationBefore(reading, first);
  if (before >= 0) return before;
  for (let k = end; k < sentence.endToken && k < end + MOST_BETWEEN; k++)
    if (isOpeningMark(reading, k)) return reading.quoted[k + 1]!;
  return -1;
}

function quotationBefore(reading: Reading, first: number): number {
  let k = first - 1;
  while (k > first - 4 && isPunctuation(reading, k) && !isQuoted(reading, k)) k--;
  return reading.quoted[k] ?? -1;
}

/** Words in marks that somebody calls something by are so many at most. */
const MOST_CALLED = 16;

/**
 * “described as ‘…’ by Roe”, “described by Roe as ‘…’”, “was dubbed ‘…’”: what something is called, and by whom if that
 * is told.
 */
export function findNamer(
  reading: Reading,
  sentence: Sentence,
  { end, passive }: VerbCue,
): { words: Range; source: Range | null; cueEnd: number } | undefined {
  const isBefore = wordAt(reading, end) === 'by';
  const to = isBefore ? phraseAfter(reading, sentence, end + 1) : end;
  const as = wordAt(reading, to) === 'as' ? to + 1 : to;
  const mark = hasClass(reading, as, WordClass.determiner) ? as + 1 : as;
  if (!isOpeningMark(reading, mark)) return undefined;
  const words = quotationRange(reading, reading.quoted[mark + 1]!);
  if (words.end - words.first > MOST_CALLED) return undefined;
  if (isBefore) {
    const isNamed = to > end + 1 && as > to;
    return isNamed ? { words, source: { first: end + 1, end: to }, cueEnd: end + 1 } : undefined;
  }
  const by = words.end + 1;
  const last = wordAt(reading, by) === 'by' ? phraseAfter(reading, sentence, by + 1) : 0;
  if (last > by + 1) return { words, source: { first: by + 1, end: last }, cueEnd: as };
  return passive ? { words, source: null, cueEnd: as } : undefined;
}
