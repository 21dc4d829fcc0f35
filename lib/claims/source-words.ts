import { TokenKind } from '../text/document.ts';
import type { Range, TextDocument } from '../text/document.ts';
import { endsAfter } from '../text/endings.ts';
import { list } from '../text/list.ts';
import { tokensIn, spanOf } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { Shape, WordClass, wordsOf } from '../text/words.ts';
import { NOUN_CUES, cueOf } from './cues.ts';
import { deedIn } from './narration.ts';
import {
  afterClause,
  afterPlace,
  beforeTime,
  beforeVerb,
  wholeDescription,
  wholeName,
  withoutBroken,
  withoutOccasion,
} from './source-ends.ts';

/** Words that a title or a name before a source may have, at most. */
const MOST_WORDS = 8;

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'you']);

/** What a tagger or a rule took for a source, cut to those who speak: “she later” is she, “a field he” is he. */
export function cutSource(doc: TextDocument, source: Span, cue: Span | null): Span | null {
  const { lower, class: classes, shape } = wordsOf(doc);
  let { first, end } = tokensIn(doc, source);
  const { subordinator, relative, preposition, possessive, conjunction, adverb, auxiliary } = WordClass;
  while (end - first > 1 && (classes[end - 1] === adverb || /^(?:who|that|which)$/.test(lower[end - 1]!)))
    end--;
  const opens = subordinator | relative | preposition | conjunction;
  while (
    end - first > 1 &&
    (lower[first] === "'s" || classes[first]! & opens || isLoose(lower[first]!) || isComma(lower, first)) &&
    lower[first] !== 'of'
  )
    first++;
  while (end - first > 1 && doc.tokens.kind[first] === TokenKind.punctuation) first++;
  first = afterPlace(doc, { first, end });
  first = afterOpening(doc, first, end);
  end = beforeTime(doc, { first, end });
  // “Minister | of Fisheries, Jo Roe”
  const of = first;
  if (lower[of] === 'of')
    while (first > 0 && first > of - MOST_WORDS && shape[first - 1]! & Shape.capital) first--;
  if (lower[of] === 'of' && first === of) first = startOfShare(doc, of);
  // “saying the average voter”
  if (end - first > 2 && cueOf(lower[first]!)?.form === 'ing') first++;
  // “Roe, a nurse, filed a suit”: the sentence has gone on
  for (let k = first + 1; k < end - 1; k++)
    if (isComma(lower, k) && isPastVerb(lower[k + 1]!, classes[k + 1]!)) end = k;
  const deed = deedIn(doc, source);
  if (deed >= 0) end = Math.min(end, deed);
  // “attacks by | Roe and allies | , who”: not the attacks
  if (lower[end] === 'who' || (isComma(lower, end) && lower[end + 1] === 'who'))
    for (let k = first + 1; k < end - 1; k++) if (lower[k] === 'by') first = k + 1;
  end = endOfCompound(doc, end);
  first = startOfPair(doc, first);
  // “the mayor's repeated | warning”, “cited their | claim”: whose it is
  const told = cue && tokensIn(doc, cue);
  const isVerb =
    told &&
    ((classes[told.first]! & auxiliary) !== 0 || (told.end - told.first > 1 && cueOf(lower[told.first]!)));
  const noun = told && !isVerb && NOUN_CUES.has(lower[told.end - 1]!);
  if (noun && lower[end - 1] !== "'s" && told.first - end <= 1) {
    for (let k = end - 1; k > first; k--) if (lower[k] === "'s") end = k;
    if (classes[end - 1]! & possessive) first = end - 1;
  }
  const isDeed = told && told.first === end && !cueOf(lower[told.end - 1]!); // “Roe's | declaration”
  if ((noun || isDeed) && end - first > 1 && lower[end - 1] === "'s") end--;
  // “a first faint | suggestion that”: it does not say whose
  if (noun && told.first === end && !cueOf(lower[told.end - 1]!) && isDescription(doc, { first, end }))
    return null;
  // “Roe, via the Post”: where it was said is not who said it
  for (let k = first + 1; k < end; k++) if (lower[k] === 'via') end = k;
  const isFinite = told && !lower[told.first]!.endsWith('ing');
  if (isFinite && told.first >= end && told.first - end <= 1) first = afterClause(doc, { first, end });
  end = withoutOccasion(doc, { first, end: beforeVerb(doc, { first, end }) });
  if (told && !noun) ({ first, end } = wholeName(doc, { first, end }, told));
  ({ first, end } = withinMarks(doc, { first, end }));
  if (told && told.end <= first && end > first + 1) end = wholeDescription(doc, { first, end });
  if (told && told.first > end) end = withoutBroken(doc, { first, end });
  if (told && told.first > end) end = endOfList(doc, end, told.first);
  if (told && told.end === first && lower[first - 1] === 'to') end = endOfPlural(doc, end);
  // “Roe, the mayor, in a | video”, “Roe, for his | part”
  while (
    end - first > 1 &&
    (isComma(lower, end - 1) || classes[end - 1]! & preposition || HANGING.test(lower[end - 1]!))
  )
    end--;
  if (end - first > 1 && PRONOUNS.has(lower[end - 1]!)) first = end - 1;
  else if (PRONOUNS.has(lower[first]!) && !(shape[first + 1]! & Shape.capital)) end = first + 1;
  if (end - first === 1 && /^(?:the|a|an|of|to|in|on|for|by|with)$/.test(lower[first]!)) return null;
  return spanOf(doc, { first, end });
}

/** “MI) | Roe”, “to the U.S. | Mr. Roe”, “our forecasts | — ahead of Roe”: what a mark parts from the name is none of it. */
function withinMarks(doc: TextDocument, { first, end }: Range): Range {
  const { lower } = wordsOf(doc);
  let from = first;
  let isOpen = false;
  for (let k = first; k < end - 1; k++) {
    if (lower[k] === '(') isOpen = true;
    else if (lower[k] === ')') {
      if (!isOpen) from = k + 1;
      isOpen = false;
    } else if (k > from && /^(?:—|–|--)$/.test(lower[k]!)) return { first: from, end: k };
    // the full stop of “U.S.” was the end of a sentence
    if (k > from && /^(?:mr|mrs|ms)\.?$/.test(lower[k]!) && /^(?:\.|u\.s\.)$/.test(lower[k - 1]!)) from = k;
  }
  return { first: from, end };
}

/** “Over half (55%) | of farmers”: how many they are. */
function startOfShare(doc: TextDocument, of: number): number {
  const { lower, class: classes, shape } = wordsOf(doc);
  let first = of;
  if (lower[first - 1] === ')') while (first > 0 && first > of - MOST_WORDS && lower[first] !== '(') first--;
  const { quantity } = WordClass;
  const isShare = (k: number): boolean =>
    (classes[k]! & quantity) !== 0 || (shape[k]! & Shape.digit) !== 0 || SHARES.test(lower[k]!);
  let start = first;
  while (start > 0 && start > of - 2 * MOST_WORDS && isShare(start - 1)) start--;
  return start < first ? start : of;
}
const SHARES =
  /^(?:half|third|thirds|quarters?|per|cent|percent|%|majority|over|about|nearly|almost|around|roughly|-)$/;

/** Whether an article and words in lower case are all there is, and none of them is of a body. */
function isDescription(doc: TextDocument, { first, end }: Range): boolean {
  const { lower, class: classes, shape } = wordsOf(doc);
  if (!(classes[first]! & WordClass.determiner) || classes[first]! & WordClass.possessive) return false;
  for (let k = first; k < end; k++) {
    if ((k > first && shape[k]! & Shape.capital) || BODY.test(lower[k]!)) return false;
  }
  return true;
}
const BODY =
  /^(?:government|company|firm|council|ministry|police|court|bank|union|party|president|minister|mayor|governor|prosecution|white)$/;

/** “Roe, Lund | and Brandt | said”: where a list of names goes on up to the verb, its end. */
function endOfList(doc: TextDocument, end: number, verb: number): number {
  const { lower, shape } = wordsOf(doc);
  const and = isComma(lower, end) ? end + 1 : end;
  if (lower[and] !== 'and' || !(shape[end - 1]! & Shape.capital) || verb - and > MOST_WORDS) return end;
  for (let k = and + 1; k < verb; k++) if (!(shape[k]! & Shape.capital)) return end;
  return verb > and + 1 ? verb : end;
}

/** “according to the mill | owners who”: the noun that a phrase was cut before. */
function endOfPlural(doc: TextDocument, end: number): number {
  const { lower, class: classes, shape } = wordsOf(doc);
  const isNoun = (k: number): boolean => classes[k] === 0 && (shape[k]! & Shape.capital) === 0;
  if (end + 1 >= doc.tokens.length || !isNoun(end) || !isNoun(end - 1) || !/[^s]s$/.test(lower[end]!))
    return end;
  const { relative, preposition } = WordClass;
  const isOver =
    doc.tokens.kind[end + 1] === TokenKind.punctuation ||
    (classes[end + 1]! & (relative | preposition)) !== 0;
  return isOver ? end + 1 : end;
}

function isComma(lower: readonly string[], i: number): boolean {
  return lower[i] === ',';
}

function isPastVerb(word: string, classes: number): boolean {
  return classes === 0 && cueOf(word) === undefined && /^\p{Ll}{3,}ed$/u.test(word);
}

/** “It can be revealed that”, “it’s expected that”: nobody says so. */
export function isExpletive(doc: TextDocument, source: Span, cue: Span): boolean {
  const words = doc.text.slice(source.start, source.end);
  if (!/^it(?:['’]s)?$/i.test(words)) return false;
  const { lower } = wordsOf(doc);
  const { end } = tokensIn(doc, cue);
  const passive = lower
    .slice(tokensIn(doc, source).end, end)
    .some(word => /^(?:is|was|be|been|'s)$/.test(word));
  return (passive || words.endsWith('s')) && lower[end] === 'that';
}

/** “an expert at the think-tank” does not end with “think”. */
function endOfCompound({ text, tokens }: TextDocument, end: number): number {
  let last = end;
  while (text.charAt(tokens.end[last - 1]!) === '-' && /\p{L}/u.test(text.charAt(tokens.end[last - 1]! + 1)))
    last += 2;
  return Math.min(last, tokens.length);
}

/** “Both Acme and | Brill said”: where a clause begins with two names, both speak. */
function startOfPair(doc: TextDocument, first: number): number {
  const { lower, class: classes, shape, opensSentence } = wordsOf(doc);
  const isName = (i: number): boolean => (shape[i]! & Shape.capital) !== 0 && classes[i] === 0;
  const isKin = first > 0 && /^(?:his|her|their)$/.test(lower[first]!); // “Roe and | his wife”
  if (!(isName(first) || isKin) || lower[first - 1] !== 'and') return first;
  let start = first - 1;
  while (start > 0 && start > first - MOST_WORDS && isName(start - 1)) start--;
  if (start === first - 1) return first;
  const before = lower[start - 1];
  if (before === 'both') return start - 1;
  const opens = opensSentence[start] === 1 || before === ',' || before === 'that';
  return opens || (classes[start - 1] ?? 0) & WordClass.subordinator ? start : first;
}

/** “growing among | farmers”, “most crucially | the miners”: what leads up to those who speak. */
function afterOpening(doc: TextDocument, first: number, end: number): number {
  const { lower, class: classes, shape } = wordsOf(doc);
  if (end - first < 3) return first;
  const isAdverb = /^(?:most|more)$/.test(lower[first]!) && lower[first + 1]?.endsWith('ly') === true;
  const isParticiple =
    classes[first] === 0 && (shape[first]! & Shape.capital) === 0 && endsAfter(lower[first]!, 3, 'ing');
  const isLed = isParticiple && (classes[first + 1]! & WordClass.preposition) !== 0;
  return isAdverb || isLed ? first + 2 : first;
}

/** Words that something must follow. */
const HANGING = /^(?:an?|the|my|our|your|his|its|their)$/;

/** Adverbs before whoever speaks; “Indeed” and “Here” begin names as well. */
const LOOSE = list('also even now then later still yet meanwhile however');
const isLoose = (word: string): boolean =>
  LOOSE.has(word) || (word.endsWith('ly') && /^\p{L}{3,}ly$/u.test(word));
