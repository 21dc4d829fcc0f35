import { TokenKind } from '../../text/document.ts';
import { endsAfter } from '../../text/endings.ts';
import { list } from '../../text/list.ts';
import { WordClass, isCapital } from '../../text/words.ts';
import { cueOf } from '../cues.ts';
import { isBeforeCue, isPlain } from './taken-source.ts';
import type { Cut, TakenSource } from './taken-source.ts';

const { subordinator, relative, preposition, possessive, conjunction, determiner, adverb } = WordClass;

/** “but | she”, “, | Roe”: links, loose adverbs and marks before whoever speaks. */
export const afterLink: Cut = ({ doc, words: { lower, class: classes } }, { first, end }) => {
  const opens = subordinator | relative | preposition | conjunction;
  let from = first;
  while (
    end - from > 1 &&
    lower[from] !== 'of' &&
    (classes[from]! & opens || /^(?:'s|,)$/.test(lower[from]!) || isLoose(lower[from]!))
  )
    from++;
  while (end - from > 1 && doc.tokens.kind[from] === TokenKind.punctuation) from++;
  return { first: from, end };
};

/** Adverbs before whoever speaks; “Indeed” and “Here” begin names as well. */
const LOOSE = list('also even now then later still yet meanwhile however');
const isLoose = (word: string): boolean =>
  LOOSE.has(word) || (word.endsWith('ly') && /^\p{L}{3,}ly$/u.test(word));

/** “At the opening of the dam, | Lena Brandt”: a phrase of where and when, led by a preposition, is over at its comma. */
export const afterPlace: Cut = ({ words }, { first, end }) => {
  const { lower, class: classes, opensSentence } = words;
  const isLed = first > 0 && opensSentence[first - 1] === 1 && LED.has(lower[first - 1]!);
  if (!isLed || isCapital(words, first)) return { first, end };
  let comma = first;
  while (comma < end - 1 && lower[comma] !== ',') comma++;
  const isName = isCapital(words, comma + 1) || (classes[comma + 1]! & determiner) !== 0;
  return { first: comma < end - 1 && isName ? comma + 1 : first, end };
};
const LED = list(
  'at in on during after before despite following amid amidst with since until within throughout',
);

/** “growing among | farmers”, “most crucially | the miners”: what leads up to those who speak. */
export const afterOpening: Cut = (source, { first, end }) => {
  const { lower, class: classes } = source.words;
  if (end - first < 3) return { first, end };
  const isAdverb = /^(?:most|more)$/.test(lower[first]!) && lower[first + 1]!.endsWith('ly');
  const isParticiple = isPlain(source, first) && endsAfter(lower[first]!, 3, 'ing');
  const isLed = isParticiple && (classes[first + 1]! & preposition) !== 0;
  return { first: isAdverb || isLed ? first + 2 : first, end };
};

/** “saying | the average voter”. */
export const afterTelling: Cut = ({ words: { lower } }, { first, end }) => {
  const isTelling = end - first > 2 && cueOf(lower[first]!)?.form === 'ing';
  return { first: isTelling ? first + 1 : first, end };
};

/** “attacks by | Roe and allies | , who”: not the attacks. */
export const afterBy: Cut = ({ words: { lower } }, { first, end }) => {
  if (lower[lower[end] === ',' ? end + 1 : end] !== 'who') return { first, end };
  let by = end - 2;
  while (by > first && lower[by] !== 'by') by--;
  return { first: by > first ? by + 1 : first, end };
};

/** “the mayor | 's repeated | warning”, “cited | their | claim”: whose it is. */
export const onlyOwner: Cut = ({ words: { lower, class: classes }, cue, isOfNoun }, { first, end }) => {
  if (!isOfNoun || lower[end - 1] === "'s" || cue!.first - end > 1) return { first, end };
  let owner = first + 1;
  while (owner < end && lower[owner] !== "'s") owner++;
  return { first: classes[owner - 1]! & possessive ? owner - 1 : first, end: owner };
};

/** “Reuters cited | an official”, “it began when | Roe”, “guards said | Roe”: where a phrase in front of its verb begins. */
export const afterClause: Cut = (source, range) => {
  const { cue, words } = source;
  const { first, end } = range;
  const isNext = isBeforeCue(source, range) && !isBeforeCue(source, range, 2);
  if (!isNext || words.lower[cue!.first]!.endsWith('ing')) return range;
  const { lower, class: classes } = words;
  let start = end - first > 2 && isDetached(source, first) ? first + 1 : first;
  let isClause = false; // “guards who left when it froze”
  for (let k = first + 1; k < end - 1; k++) {
    if (/^(?:who|which|that|,)$/.test(lower[k - 1]!)) continue;
    const isOpener = OPENERS.has(lower[k]!);
    isClause ||= (classes[k]! & relative) !== 0 && !isOpener;
    const isMore = lower[k] === 'than' && /^(?:more|less|fewer)$/.test(lower[k - 1]!); // “a study of more than two towns”
    if ((isOpener && !isClause && !isMore) || isTold(source, k)) start = k + 1;
  }
  while (start > first && start < end - 1 && classes[start]! & (preposition | subordinator)) start++;
  return { first: start, end };
};
const OPENERS = list('when because although though whereas whether what than');

/** “it keeps in | place | an old board”: a word of what comes before. */
function isDetached(source: TakenSource, first: number): boolean {
  const { lower, opensSentence } = source.words;
  return /^(?:an?|the)$/.test(lower[first + 1] ?? '') && isPlain(source, first) && !opensSentence[first];
}

/** “guards | said | Roe”: a verb of telling with what it tells behind it. */
function isTold({ doc, words: { lower, class: classes } }: TakenSource, k: number): boolean {
  return (
    cueOf(lower[k]!)?.form === 'past' &&
    (classes[k + 1]! & (preposition | adverb | conjunction)) === 0 &&
    doc.tokens.kind[k + 1] === TokenKind.word &&
    (classes[k - 1]! & determiner) === 0 &&
    lower[k - 1] !== '-'
  );
}

/** “a field | he”, “he |, the mayor”: a pronoun stands for itself; “He Jiankui” is a name. */
export const onlyPronoun: Cut = ({ words }, { first, end }) => {
  const { lower } = words;
  if (end - first > 1 && PRONOUNS.has(lower[end - 1]!)) return { first: end - 1, end };
  const isAlone = PRONOUNS.has(lower[first]!) && !isCapital(words, first + 1);
  return { first, end: isAlone ? first + 1 : end };
};
const PRONOUNS = list('he she they it we i you');
