import { TokenKind } from '../../text/document.ts';
import type { Range } from '../../text/document.ts';
import { endsAfter } from '../../text/endings.ts';
import { list } from '../../text/list.ts';
import { IRREGULAR_PASTS, WordClass, isCapital } from '../../text/words.ts';
import { cueOf } from '../cues.ts';
import type { Words } from '../../text/words.ts';
import { isBeforeCue } from './taken-source.ts';
import type { Cut, TakenSource } from './taken-source.ts';

const { adverb, auxiliary, determiner, possessive, preposition, pronoun, relative, time } = WordClass;

/** “she | later”, “Roe | who”. */
export const beforeLink: Cut = ({ words: { lower, class: classes } }, { first, end }) => {
  let to = end;
  while (to - first > 1 && (classes[to - 1] === adverb || /^(?:who|that|which)$/.test(lower[to - 1]!))) to--;
  return { first, end: to };
};

/** “Roe | on Tuesday”, “Roe | last week”, “Roe | at that time”: the phrase ends before when it was. */
export const beforeTime: Cut = ({ words: { lower, class: classes } }, { first, end }) => {
  const last = end - 1;
  if (end - first < 2 || !((classes[last]! & time) !== 0 || lower[last] === 'time')) return { first, end };
  let start = last;
  if (/^(?:last|this|next|that|the|same|earlier|late|early)$/.test(lower[start - 1]!)) start--;
  if (lower[start - 1] === 'earlier') start--;
  const isAt = /^(?:on|at|in|by|late|early)$/.test(lower[start - 1]!);
  if (isAt) start--;
  const isTime = isAt || /^(?:last|this|next|that|earlier)$/.test(lower[start]!);
  if (!isTime || start <= first) return { first, end };
  const isPart = lower[start - 1]!.endsWith('ed') || (classes[start - 1]! & time) !== 0; // “figures released in July this year”
  return { first, end: isPart ? end : start };
};

/** “Roe, a nurse |, filed a suit”: the sentence has gone on. */
export const beforeClause: Cut = ({ words: { lower, class: classes } }, { first, end }) => {
  for (let k = first + 1; k < end - 1; k++)
    if (lower[k] === ',' && isPastVerb(lower[k + 1]!, classes[k + 1]!)) return { first, end: k };
  return { first, end };
};

function isPastVerb(word: string, classes: number): boolean {
  return classes === 0 && cueOf(word) === undefined && /^\p{Ll}{3,}ed$/u.test(word);
}

/** “Brandt | attended the show”: a deed, and no source. */
export const beforeDeed: Cut = (source, { first, end }) => {
  const deed = deedIn(source.words, source.taken);
  return { first, end: deed > first ? Math.min(end, deed) : end };
};

/** The verb of what was taken for a source and is more, or -1: “Brandt attended the | show”; not “guards asked about it”. */
export function deedIn(words: Words, { first, end }: Range): number {
  const { lower, class: classes } = words;
  for (let k = first + 1; k < end - 1; k++) {
    if (classes[k] !== 0 || isCapital(words, k) || !endsAfter(lower[k]!, 3, 'ed')) continue;
    const isNamed = isCapital(words, k - 1) && (classes[k - 1]! & relative) === 0;
    if (isNamed && ((classes[k + 1]! & (determiner | pronoun)) !== 0 || isCapital(words, k + 1))) return k;
  }
  return -1;
}

/** “Roe | 's | declaration”: of whom something is told by a noun. */
export const beforeOwned: Cut = ({ words: { lower }, cue, isOfNoun }, { first, end }) => {
  const isOfDeed = cue?.first === end && !cueOf(lower[cue.end - 1]!);
  const isOwner = (isOfNoun || isOfDeed) && end - first > 1 && lower[end - 1] === "'s";
  return { first, end: isOwner ? end - 1 : end };
};

/** “Roe, | via the Post”: where it was said is not who said it. */
export const beforeVia: Cut = ({ words: { lower } }, { first, end }) => {
  let via = first + 1;
  while (via < end && lower[via] !== 'via') via++;
  return { first, end: Math.min(via, end) };
};

/** “Roe | was seen”, “Roe of Oslo | disagreed”, “the results | announced”: the phrase ends before what its own verb says. */
export const beforeVerb: Cut = (source, range) => {
  const { first, end } = range;
  const { class: classes } = source.words;
  // of “Roe, who was mayor” the rest is a clause
  for (let k = first + 1; k < end && !(classes[k]! & relative); k++)
    if (isOwnVerb(source, range, k)) return { first, end: k };
  return range;
};

function isOwnVerb({ doc, words }: TakenSource, { first, end }: Range, k: number): boolean {
  const { lower, class: classes } = words;
  if (doc.tokens.kind[k] !== TokenKind.word || isCapital(words, k)) return false;
  if (isCapital(words, k - 1) && isCapital(words, k + 1)) return false; // “Casa do Porto”
  const before = classes[k - 1]!;
  if (classes[k]! & auxiliary) return lower[k] !== "'s" && (before & (determiner | preposition)) === 0;
  if (classes[k] !== 0 || lower[k - 1] === '-' || before & (preposition | possessive)) return false;
  if (before & determiner && lower[k - 1] !== 'another') return false;
  const hasObject = k + 1 < end && (classes[k + 1]! & determiner) !== 0;
  if (IRREGULAR_PASTS.has(lower[k]!) && (hasObject || FINITE.has(lower[k]!))) return true;
  return k === end - 1 && k > first && endsAfter(lower[k]!, 3, 'ed') && lower[k - 1] !== ',';
}
/** Pasts that are no participles. */
const FINITE = list(
  'went came took gave saw knew began broke drew drove fell flew forgot rose spoke threw wore wrote became chose did ran',
);

/** “Lund | in an interview with the Post”, “Lund | to reporters”: the phrase ends where it tells how she said it. */
export const beforeOccasion: Cut = (source, { first, end }) => {
  const { words } = source;
  const { lower, class: classes } = words;
  let isName = true; // so far
  let isClause = false; // “those who left when it froze”
  for (let k = first; k < end; k++) {
    const word = lower[k]!;
    isClause ||= (classes[k]! & relative) !== 0 && !WHEN.has(word);
    const isWhen = word === 'during' || (WHEN.has(word) && !isClause);
    const isHow = isName && (isWhoOrAs(source, first, k) || isToWhom(source, first, k));
    if (k > first && (isWhen || isHow || isWhere(source, k, end, isName))) return { first, end: k };
    if (SAID_IN.test(word)) return { first, end }; // “a statement on its website” is one
    isName &&= isCapital(words, k) && !ENVOY.test(word);
  }
  return { first, end };
};
const WHEN = list('when while because');
/** Who represents somebody, or was there: what follows “to” and “at” is part of it. */
const ENVOY =
  /^(?:ambassadors?|envoys?|advis[eo]rs?|representatives?|delegates?|aides?|assistants?|secretary|counsel|spokes\w+|visitors?|witness(?:es)?)$/;

/** “said | Lena | who came from Bonn”, “said | Lena | as she left”. */
function isWhoOrAs(
  { words: { lower, class: classes, opensSentence } }: TakenSource,
  first: number,
  k: number,
): boolean {
  const isSheWho = lower[k] === 'who' || (lower[k] === 'as' && (classes[k + 1]! & pronoun) !== 0);
  return isSheWho && !opensSentence[first];
}

/** “Lund | to reporters”. */
function isToWhom({ words: { lower } }: TakenSource, first: number, k: number): boolean {
  return lower[k] === 'to' && k - first <= LONGEST_NAME;
}
/** Tokens of a name. */
const LONGEST_NAME = 4;

/** “in a letter”, “at a press | briefing”, “on her blog”: whether a preposition leads to where somebody spoke. */
function isWhere({ words: { lower } }: TakenSource, k: number, end: number, isName: boolean): boolean {
  const word = lower[k]!;
  if (word === 'at' && !/^(?:an?|the|his|her|their|its)$/.test(lower[k + 1] ?? '')) return false;
  const places = word === 'in' || word === 'at' ? SAID_IN : word === 'on' && isName ? SAID_ON : undefined;
  if (!places) return false;
  for (let j = k + 1; j <= end && j < k + MOST_BETWEEN; j++) if (places.test(lower[j] ?? '')) return true;
  return false;
}
/** What a preposition says of where somebody spoke stands this close behind it. */
const MOST_BETWEEN = 8;
/** Where somebody says something, and not who: “in a letter”, “on her blog”, “at the opening”. */
const SAID_IN =
  /^(?:statements?|interviews?|videos?|letters?|e-?mails?|speech|speeches|releases?|messages?|memos?|notes?|columns?|articles?|testimon(?:y|ies)|briefings?|posts?|tweets?|reports?|analys[ei]s|documents?|filings?|podcasts?|remarks|comments?|addresse?s?|bulletins?|broadcasts?|conferences?|summit|ceremony|meetings?|rally|hearings?|events?|debates?|conversations?|calls?|opening|launch)$/;
const SAID_ON =
  /^(?:twitter|facebook|instagram|telegram|x|tiktok|youtube|linkedin|weibo|blogs?|pages?|profiles?|accounts?|feeds?|websites?|site|television|tv|radio|show|programmes?|programs?|podcasts?|air|stage|cnn|bbc|fox|msnbc|cbs|nbc|abc)$/;

/** “MI) | Roe”, “to the U.S. | Mr. Roe”, “our forecasts | — ahead of Roe”: what a mark parts from the name is none of it. */
export const withinMarks: Cut = ({ words: { lower } }, { first, end }) => {
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
};

/** “Brandt, head of the harbour and one | of its guards | said”: what somebody is, broken off at “of”, is left out. */
export const withoutBroken: Cut = (source, range) => {
  const { first, end } = range;
  const { lower } = source.words;
  if (!isBeforeCue(source, range, 1) || lower[end] !== 'of' || !isCapital(source.words, first)) return range;
  let comma = end - 1;
  while (comma > first && lower[comma] !== ',') comma--;
  return { first, end: comma > first ? comma : end };
};

/** “Roe, the mayor |, in a”, “Roe |, for his”: words that something would have to follow. */
export const withoutHanging: Cut = ({ words: { lower, class: classes } }, { first, end }) => {
  let to = end;
  while (to - first > 1 && (classes[to - 1]! & preposition || HANGING.test(lower[to - 1]!))) to--;
  return { first, end: to };
};
const HANGING = /^(?:,|an?|the|my|our|your|his|its|their)$/;
