import { TokenKind } from '../../text/document.ts';
import type { Range } from '../../text/document.ts';
import { endsAfter } from '../../text/endings.ts';
import { IRREGULAR_PASTS, Shape, WordClass, isCapital } from '../../text/words.ts';
import { cueOf } from '../cues.ts';
import { isBeforeCue, isOfName, isPlain } from './taken-source.ts';
import type { Cut, TakenSource } from './taken-source.ts';

const { conjunction, determiner, preposition, quantity, relative, subordinator } = WordClass;

/** Words that a title or a name before a source may have, at most. */
const MOST_WORDS = 8;

/** Tokens that a name may be missing, on either side. */
const MOST_MISSING = 6;

/** “| Minister | of Fisheries, Jo Roe”, “| Over half | of farmers”. */
export const wholeTitle: Cut = (source, { first: of, end }) => {
  const { words } = source;
  if (words.lower[of] !== 'of') return { first: of, end };
  let first = of;
  while (first > 0 && first > of - MOST_WORDS && isCapital(words, first - 1)) first--;
  return { first: first === of ? startOfShare(source, of) : first, end };
};

/** “| Over half (55%) | of farmers”: how many they are. */
function startOfShare({ words: { lower, class: classes, shape } }: TakenSource, of: number): number {
  let first = of;
  if (lower[first - 1] === ')') while (first > 0 && first > of - MOST_WORDS && lower[first] !== '(') first--;
  const isShare = (k: number): boolean =>
    (classes[k]! & quantity) !== 0 || (shape[k]! & Shape.digit) !== 0 || SHARES.test(lower[k]!);
  let start = first;
  while (start > 0 && start > of - 2 * MOST_WORDS && isShare(start - 1)) start--;
  return start < first ? start : of;
}
const SHARES =
  /^(?:half|third|thirds|quarters?|per|cent|percent|%|majority|over|about|nearly|almost|around|roughly|-)$/;

/** “an expert at the think-tank” does not end with “think”. */
export const wholeCompound: Cut = ({ doc: { text, tokens } }, { first, end }) => {
  let to = end;
  while (text.charAt(tokens.end[to - 1]!) === '-' && /\p{L}/u.test(text.charAt(tokens.end[to - 1]! + 1)))
    to += 2;
  return { first, end: Math.min(to, tokens.length) };
};

/** “| Both Acme and | Brill said”: where a clause begins with two names, both speak. */
export const wholePair: Cut = ({ words }, { first, end }) => {
  const { lower, class: classes, opensSentence } = words;
  const isName = (i: number): boolean => isCapital(words, i) && classes[i] === 0;
  const isKin = first > 0 && /^(?:his|her|their)$/.test(lower[first]!); // “Roe and | his wife”
  if (!(isName(first) || isKin) || lower[first - 1] !== 'and') return { first, end };
  let start = first - 1;
  while (start > 0 && start > first - MOST_WORDS && isName(start - 1)) start--;
  if (start === first - 1) return { first, end };
  const before = lower[start - 1];
  if (before === 'both') return { first: start - 1, end };
  const opens = opensSentence[start] === 1 || before === ',' || before === 'that';
  return { first: opens || (classes[start - 1] ?? 0) & subordinator ? start : first, end };
};

/** “The New York | Times”, “Council | Leader Jo Roe”, “Norway's | minister”: a name broken off is made whole. */
export const wholeName: Cut = (source, range) => {
  if (!source.cue || source.isOfNoun) return range;
  return { first: startOfName(source, range), end: endOfName(source, range) };
};

function endOfName(source: TakenSource, range: Range): number {
  const { first, end } = range;
  const { words, doc } = source;
  const limit = Math.min(end + MOST_MISSING, isBeforeCue(source, range) ? source.cue!.first : Infinity);
  const { sentence } = doc.tokens;
  let to = end;
  while (to < limit && isOfName(source, to - 1) && isOfName(source, to) && sentence[to] === sentence[first])
    to++;
  if (to > end) return to;
  // “those | in favour of it | say”
  if (end - first === 1 && words.lower[first] === 'those' && words.class[end]! & preposition) {
    while (to < limit && doc.tokens.kind[to] === TokenKind.word) to++;
    return to === source.cue!.first ? to : end;
  }
  // “a doctor at the University | of Oslo”
  const isOf = words.lower[end] === 'of' && OFFICE.test(words.lower[end - 1]!);
  if (!isOf || end + 1 >= limit || !isOfName(source, end - 1) || !isOfName(source, end + 1)) return end;
  to = end + 2;
  while (to < limit && isOfName(source, to)) to++;
  return to;
}
/** What is named after a place or a field: “the Bank of Oslo”. */
const OFFICE =
  /^(?:university|college|institute|school|department|ministry|bank|bureau|board|city|town|state|house|court|church|minister|secretary|director|president|head|office|academy|museum|society|association|council)$/;

function startOfName(source: TakenSource, { first }: Range): number {
  const { lower, class: classes, opensSentence } = source.words;
  const { sentence } = source.doc.tokens;
  const isHere = (i: number): boolean => isOfName(source, i) && sentence[i] === sentence[first];
  let from = first;
  while (from > first - MOST_MISSING && isOfName(source, from) && !opensSentence[from] && isHere(from - 1))
    from--;
  if (from < first) {
    const isLed = (classes[from - 1] ?? 0) & preposition && sentence[from - 1] === sentence[first];
    return isLed ? first : from; // “In Oslo | Mayor Roe”
  }
  const owner = first - 2;
  if (lower[first - 1] !== "'s" || !isHere(owner) || isOfName(source, owner - 1)) return first;
  return (classes[owner - 1] ?? 0) & preposition ? first : owner;
}

/**
 * “said Brandt, head of the | office”, “said Lund at a White House | briefing”: what somebody is, or where they said it,
 * broken off before its noun.
 */
export const wholeDescription: Cut = (source, range) => {
  const { words, cue } = source;
  const { lower, class: classes } = words;
  const { first, end } = range;
  if (!cue || cue.end > first || end - first < 2 || !isDescribed(source, range)) return range;
  const from = lower[end] === 'of' && isCapital(words, end - 1) ? end + 1 : end;
  // “said Lund before the | vote” is cut to Lund
  const link = (classes[from - 1]! & determiner) !== 0 ? from - 2 : from - 1;
  if (classes[link]! & preposition && lower[link] !== 'of') return range;
  if (!isNoun(source, from)) return range;
  const word = lower[from]!;
  const isVerb = cueOf(word) !== undefined || endsAfter(word, 2, 'ed') || IRREGULAR_PASTS.has(word);
  const isJoined = from > end || link < from - 1 || (classes[from - 1]! & (preposition | conjunction)) !== 0;
  if (!isJoined && (isCapital(words, from) || isVerb)) return range;
  let to = from;
  while (to < end + MOST_MISSING && isNoun(source, to)) to++;
  return { first, end: to };
};

/** Whether a comma or a preposition goes on about a name. */
function isDescribed({ words: { lower, class: classes } }: TakenSource, { first, end }: Range): boolean {
  for (let k = first + 1; k < end; k++) if (lower[k] === ',' || classes[k]! & preposition) return true;
  return false;
}

function isNoun({ doc, words }: TakenSource, k: number): boolean {
  const isOpen = doc.tokens.kind[k] === TokenKind.word && words.class[k] === 0 && !words.opensSentence[k];
  return isOpen && !endsAfter(words.lower[k]!, 2, 'ing');
}

/** “Roe, Lund | and Brandt | said”: where a list of names goes on up to the verb, its end. */
export const wholeList: Cut = (source, range) => {
  const { words, cue } = source;
  const { first, end } = range;
  if (!isBeforeCue(source, range, 1)) return range;
  const and = words.lower[end] === ',' ? end + 1 : end;
  const verb = cue!.first;
  if (words.lower[and] !== 'and' || !isCapital(words, end - 1) || verb - and > MOST_WORDS) return range;
  for (let k = and + 1; k < verb; k++) if (!isCapital(words, k)) return range;
  return { first, end: verb > and + 1 ? verb : end };
};

/** “according to the mill | owners who”: the noun that a phrase was cut before. */
export const wholePlural: Cut = (source, { first, end }) => {
  const { doc, words, cue } = source;
  const { lower, class: classes } = words;
  if (cue?.end !== first || lower[first - 1] !== 'to' || end + 1 >= doc.tokens.length) return { first, end };
  if (!isPlain(source, end) || !isPlain(source, end - 1) || !/[^s]s$/.test(lower[end]!))
    return { first, end };
  const isOver =
    doc.tokens.kind[end + 1] === TokenKind.punctuation ||
    (classes[end + 1]! & (relative | preposition)) !== 0;
  return { first, end: isOver ? end + 1 : end };
};
