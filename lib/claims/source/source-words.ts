import type { TextDocument } from '../../text/document.ts';
import type { Range } from '../../text/document.ts';
import { tokensIn, spanOf } from '../../text/parse.ts';
import type { Span } from '../../text/span.ts';
import { WordClass, isCapital, wordsOf } from '../../text/words.ts';
import type { Words } from '../../text/words.ts';
import { NOUN_CUES, cueOf } from '../cues.ts';
import {
  beforeClause,
  beforeDeed,
  beforeLink,
  beforeOccasion,
  beforeOwned,
  beforeTime,
  beforeVerb,
  beforeVia,
  withinMarks,
  withoutBroken,
  withoutHanging,
} from './source-ends.ts';
import {
  afterBy,
  afterClause,
  afterLink,
  afterOpening,
  afterPlace,
  afterTelling,
  onlyOwner,
  onlyPronoun,
} from './source-starts.ts';
import {
  wholeCompound,
  wholeDescription,
  wholeList,
  wholeName,
  wholePair,
  wholePlural,
  wholeTitle,
} from './source-wholes.ts';
import type { Cut, TakenSource } from './taken-source.ts';

/**
 * What a tagger or a rule took for a source, cut to those who speak or made whole: “she later” is she, “a field he” is
 * he. Null where it does not say who.
 */
export function cutSource(doc: TextDocument, source: Span, cue: Span | null): Span | null {
  const words = wordsOf(doc);
  const taken = tokensIn(doc, source);
  const told = cue && tokensIn(doc, cue);
  const whole = { doc, words, taken, cue: told, isOfNoun: told !== null && isNoun(words, told) };
  let range = taken;
  for (const cut of TO_OWNER) range = cut(whole, range);
  if (isDescriptionOfNoun(whole, range)) return null;
  for (const cut of TO_SPEAKER) range = cut(whole, range);
  return isNobody(words, range) ? null : spanOf(doc, range);
}

/** Whether a cue is a noun: “the mayor's repeated | warning”, not “has said”. */
function isNoun({ lower, class: classes }: Words, { first, end }: Range): boolean {
  const isGroup = end - first > 1 && cueOf(lower[first]!) !== undefined;
  const isVerb = (classes[first]! & WordClass.auxiliary) !== 0 || isGroup;
  return !isVerb && NOUN_CUES.has(lower[end - 1]!);
}

/** What is done first, to whom something is told of; in this order, for each looks at what the ones before it left. */
const TO_OWNER: readonly Cut[] = [
  beforeLink, // “she | later”
  afterLink, // “but | she”
  afterPlace, // “At the opening, | Lena Brandt”
  afterOpening, // “growing among | farmers”
  beforeTime, // “Roe | on Tuesday”
  wholeTitle, // “| Minister | of Fisheries”
  afterTelling, // “saying | the average voter”
  beforeClause, // “Roe, a nurse |, filed a suit”
  beforeDeed, // “Brandt | attended the show”
  afterBy, // “attacks by | Roe |, who”
  wholeCompound, // “the think |-tank”
  wholePair, // “| Acme and | Brill”
  onlyOwner, // “cited | their | claim”
  beforeOwned, // “Roe |'s | declaration”
];

/** What is done then, to whoever speaks. */
const TO_SPEAKER: readonly Cut[] = [
  beforeVia, // “Roe, | via the Post”
  afterClause, // “guards said | Roe”
  beforeVerb, // “Roe | was seen”
  beforeOccasion, // “Roe | in an interview”
  wholeName, // “the New York | Times”
  withinMarks, // “MI) | Roe”
  wholeDescription, // “Brandt, head of the | office”
  withoutBroken, // “Brandt |, one | of its guards”
  wholeList, // “Roe, Lund | and Brandt”
  wholePlural, // “the mill | owners who”
  withoutHanging, // “Roe |, for his”
  onlyPronoun, // “a field | he”
];

/** “a first faint | suggestion that”: it does not say whose. */
function isDescriptionOfNoun({ words, cue, isOfNoun }: TakenSource, { first, end }: Range): boolean {
  const { lower, class: classes } = words;
  if (!isOfNoun || cue!.first !== end || cueOf(lower[cue!.end - 1]!)) return false;
  if (!(classes[first]! & WordClass.determiner) || classes[first]! & WordClass.possessive) return false;
  for (let k = first; k < end; k++)
    if ((k > first && isCapital(words, k)) || BODY.test(lower[k]!)) return false;
  return true;
}
/** Whoever can warn or promise without a name. */
const BODY =
  /^(?:government|company|firm|council|ministry|police|court|bank|union|party|president|minister|mayor|governor|prosecution|white)$/;

/** A word that leads up to a noun, and none behind it. */
function isNobody({ lower }: Words, { first, end }: Range): boolean {
  return end - first === 1 && /^(?:the|a|an|of|to|in|on|for|by|with)$/.test(lower[first]!);
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
