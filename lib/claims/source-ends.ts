import { list } from '../text/list.ts';
import { TokenKind } from '../text/document.ts';
import type { Range, TextDocument } from '../text/document.ts';
import { endsAfter } from '../text/endings.ts';
import { IRREGULAR_PASTS, Shape, WordClass, wordsOf } from '../text/words.ts';
import { cueOf } from './cues.ts';

/** Tokens that a name may be missing, on either side. */
const MOST_MISSING = 6;

/** Where somebody says something, and not who: “in a letter”, “on her blog”, “at the opening”. */
const SAID_IN =
  /^(?:statements?|interviews?|videos?|letters?|e-?mails?|speech|speeches|releases?|messages?|memos?|notes?|columns?|articles?|testimon(?:y|ies)|briefings?|posts?|tweets?|reports?|analys[ei]s|documents?|filings?|podcasts?|remarks|comments?|addresse?s?|bulletins?|broadcasts?|conferences?|summit|ceremony|meetings?|rally|hearings?|events?|debates?|conversations?|calls?|opening|launch)$/;
const SAID_ON =
  /^(?:twitter|facebook|instagram|telegram|x|tiktok|youtube|linkedin|weibo|blogs?|pages?|profiles?|accounts?|feeds?|websites?|site|television|tv|radio|show|programmes?|programs?|podcasts?|air|stage|cnn|bbc|fox|msnbc|cbs|nbc|abc)$/;

/** Tokens of a name. */
const LONGEST_NAME = 4;

/** What a preposition says of where somebody spoke stands this close behind it. */
const MOST_BETWEEN = 8;

/** “Lund | in an interview with the Post”, “Lund | to reporters”: the phrase ends where it tells how she said it. */
export function withoutOccasion(doc: TextDocument, { first, end }: Range): number {
  const { lower, class: classes, shape, opensSentence } = wordsOf(doc);
  let isName = true;
  let isClause = false; // “those who left when it froze”
  for (let k = first; k < end; k++) {
    const word = lower[k]!;
    isClause ||= (classes[k]! & WordClass.relative) !== 0 && !WHEN.has(word);
    if (k > first) {
      if (word === 'during' || (!isClause && WHEN.has(word))) return k;
      // “said | Lena | who came from Bonn”, “said | Lena | as she left”
      const isSheWho = word === 'who' || (word === 'as' && (classes[k + 1]! & WordClass.pronoun) !== 0);
      if (isName && isSheWho && !opensSentence[first]) return k;
      if (word === 'to' && isName && k - first <= LONGEST_NAME) return k;
      const places = word === 'in' || word === 'at' ? SAID_IN : word === 'on' && isName ? SAID_ON : undefined;
      const isPlace = word !== 'at' || /^(?:an?|the|his|her|their|its)$/.test(lower[k + 1] ?? '');
      for (let j = k + 1; places && isPlace && j <= end && j < k + MOST_BETWEEN; j++)
        if (places.test(lower[j] ?? '')) return k; // “at a press | briefing” as well
    }
    if (SAID_IN.test(word)) return end; // “a statement on its website” is one
    isName &&= (shape[k]! & Shape.capital) !== 0 && !ENVOY.test(word);
  }
  return end;
}
const WHEN = list('when while because');
const ENVOY =
  /^(?:ambassadors?|envoys?|advis[eo]rs?|representatives?|delegates?|aides?|assistants?|secretary|counsel|spokes\w+|visitors?|witness(?:es)?)$/;

/** “Roe | was seen”, “Roe of Oslo | disagreed”, “the results | announced”: the phrase ends before what its own verb says. */
export function beforeVerb(doc: TextDocument, { first, end }: Range): number {
  const { lower, class: classes, shape } = wordsOf(doc);
  const { auxiliary, determiner, relative, possessive, preposition } = WordClass;
  let isClause = false; // “Roe, who was mayor”
  for (let k = first + 1; k < end; k++) {
    if (classes[k]! & relative) isClause = true;
    if (isClause || doc.tokens.kind[k] !== TokenKind.word || shape[k]! & Shape.capital) continue;
    if (shape[k - 1]! & (shape[k + 1] ?? 0) & Shape.capital) continue; // “Casa do Porto”
    const before = classes[k - 1]!;
    if (classes[k]! & auxiliary && lower[k] !== "'s" && (before & (determiner | preposition)) === 0) return k;
    if (classes[k] !== 0 || lower[k - 1] === '-') continue;
    if (before & (preposition | possessive) || (before & determiner && lower[k - 1] !== 'another')) continue;
    const next = classes[k + 1] ?? 0;
    const hasObject = k + 1 < end && (next & determiner) !== 0;
    if (IRREGULAR_PASTS.has(lower[k]!) && (hasObject || FINITE.has(lower[k]!))) return k;
    const isLast = k === end - 1 && k > first;
    if (isLast && endsAfter(lower[k]!, 3, 'ed') && lower[k - 1] !== ',') return k;
  }
  return end;
}
/** Pasts that are no participles. */
const FINITE = list(
  'went came took gave saw knew began broke drew drove fell flew forgot rose spoke threw wore wrote became chose did ran',
);

/** “Reuters cited | an official”, “it began when | Roe”, “guards said | Roe”: where a phrase in front of its verb begins. */
export function afterClause(doc: TextDocument, { first, end }: Range): number {
  const { lower, class: classes } = wordsOf(doc);
  let start = first;
  let isClause = false; // “guards who left when it froze”
  for (let k = first + 1; k < end - 1; k++) {
    const before = lower[k - 1]!;
    // “it keeps in | place | an old board”
    if (k === first + 1 && /^(?:an?|the)$/.test(lower[k]!) && isPlainWord(doc, k - 1)) start = k;
    if (/^(?:who|which|that|,)$/.test(before)) continue;
    if (classes[k]! & WordClass.relative && !OPENERS.has(lower[k]!)) isClause = true;
    const isMore = lower[k] === 'than' && /^(?:more|less|fewer)$/.test(before); // “a study of more than two towns”
    if (!isClause && OPENERS.has(lower[k]!) && !isMore) start = k + 1;
    const cue = cueOf(lower[k]!);
    const next = classes[k + 1]!;
    const isTold =
      cue?.form === 'past' &&
      (next & (WordClass.preposition | WordClass.adverb | WordClass.conjunction)) === 0;
    if (
      isTold &&
      doc.tokens.kind[k + 1] === TokenKind.word &&
      (classes[k - 1]! & WordClass.determiner) === 0 &&
      before !== '-'
    )
      start = k + 1;
  }
  while (
    start > first &&
    start < end - 1 &&
    classes[start]! & (WordClass.preposition | WordClass.subordinator)
  )
    start++;
  return start;
}

function isPlainWord(doc: TextDocument, k: number): boolean {
  const { class: classes, shape, opensSentence } = wordsOf(doc);
  return classes[k] === 0 && !(shape[k]! & Shape.capital) && !opensSentence[k];
}
const OPENERS = list('when because although though whereas whether what than');

/** “The New York | Times”, “Council | Leader Jo Roe”, “Norway's | minister”: a name broken off is made whole. */
export function wholeName(doc: TextDocument, { first, end }: Range, cue: Range | null): Range {
  const { lower, class: classes, shape, opensSentence } = wordsOf(doc);
  const { kind, sentence } = doc.tokens;
  const isName = (i: number): boolean =>
    i >= 0 &&
    i < doc.tokens.length &&
    kind[i] === TokenKind.word &&
    (shape[i]! & Shape.capital) !== 0 &&
    classes[i] === 0;
  let from = first;
  let to = end;
  const stop = cue && cue.first >= end ? cue.first : Infinity;
  while (
    to < stop &&
    to < end + MOST_MISSING &&
    isName(to) &&
    isName(to - 1) &&
    sentence[to] === sentence[first]
  )
    to++;
  // “those | in favour of it”
  if (end - first === 1 && lower[first] === 'those' && to === end && classes[end]! & WordClass.preposition) {
    while (to < stop && to < end + MOST_MISSING && kind[to] === TokenKind.word) to++;
    if (to !== stop) to = end;
  }
  // “a doctor at the University | of Oslo”
  if (
    to === end &&
    lower[to] === 'of' &&
    to + 1 < stop &&
    isName(to - 1) &&
    isName(to + 1) &&
    isOffice(lower[to - 1]!)
  ) {
    to += 2;
    while (to < stop && to < end + MOST_MISSING && isName(to)) to++;
  }
  while (
    from > first - MOST_MISSING &&
    isName(from) &&
    isName(from - 1) &&
    !opensSentence[from] &&
    sentence[from - 1] === sentence[first]
  )
    from--;
  const opener = classes[from - 1] ?? 0;
  // “In Oslo | Mayor Roe”
  if (from < first && opener & WordClass.preposition && sentence[from - 1] === sentence[first]) from = first;
  if (
    lower[from - 1] === "'s" &&
    from === first &&
    isName(from - 2) &&
    sentence[from - 2] === sentence[first] &&
    !isName(from - 3)
  ) {
    const owner = from - 2;
    if (!((classes[owner - 1] ?? 0) & WordClass.preposition)) from = owner;
  }
  return { first: from, end: to };
}

/** What is named after a place or a field: “the Bank of Oslo”. */
function isOffice(word: string): boolean {
  return /^(?:university|college|institute|school|department|ministry|bank|bureau|board|city|town|state|house|court|church|minister|secretary|director|president|head|office|academy|museum|society|association|council)$/.test(
    word,
  );
}

/** “Roe | on Tuesday”, “Roe | last week”, “Roe | at that time”: the phrase ends before when it was. */
export function beforeTime(doc: TextDocument, { first, end }: Range): number {
  const { lower, class: classes } = wordsOf(doc);
  const last = lower[end - 1]!;
  if (end - first < 2 || !((classes[end - 1]! & WordClass.time) !== 0 || last === 'time')) return end;
  let start = end - 1;
  if (/^(?:last|this|next|that|the|same|earlier|late|early)$/.test(lower[start - 1]!)) start--;
  if (lower[start - 1] === 'earlier') start--;
  const isAt = /^(?:on|at|in|by|late|early)$/.test(lower[start - 1]!);
  if (isAt) start--;
  const isTime = isAt || /^(?:last|this|next|that|earlier)$/.test(lower[start]!);
  if (!isTime || start <= first) return end;
  const isPart = lower[start - 1]!.endsWith('ed') || (classes[start - 1]! & WordClass.time) !== 0; // “figures released in July this year”
  return isPart ? end : start;
}

/** “At the opening of the dam, | Lena Brandt”: a phrase of where and when, led by a preposition, is over at its comma. */
export function afterPlace(doc: TextDocument, { first, end }: Range): number {
  const { lower, class: classes, shape, opensSentence } = wordsOf(doc);
  if (first === 0 || shape[first]! & Shape.capital) return first;
  if (!opensSentence[first - 1] || !LED.has(lower[first - 1]!)) return first;
  for (let k = first; k < end - 1; k++) {
    if (lower[k] !== ',') continue;
    const isName = (shape[k + 1]! & Shape.capital) !== 0 || (classes[k + 1]! & WordClass.determiner) !== 0;
    return isName ? k + 1 : first;
  }
  return first;
}
const LED = list(
  'at in on during after before despite following amid amidst with since until within throughout',
);

/**
 * “said Brandt, head of the | office”, “said Lund at a White House | briefing”: what somebody is, or where they said it,
 * broken off before its noun.
 */
export function wholeDescription(doc: TextDocument, { first, end }: Range): number {
  const { lower, class: classes, shape, opensSentence } = wordsOf(doc);
  const { preposition, conjunction, determiner } = WordClass;
  const words = lower.slice(first + 1, end);
  if (!words.some((word, i) => word === ',' || (classes[first + 1 + i]! & preposition) !== 0)) return end;
  const isName = (k: number): boolean => (shape[k]! & Shape.capital) !== 0;
  const from = lower[end] === 'of' && isName(end - 1) ? end + 1 : end;
  // “said Lund before the | vote” is cut to Lund
  const link = (classes[from - 1]! & determiner) !== 0 ? from - 2 : from - 1;
  if (classes[link]! & preposition && lower[link] !== 'of') return end;
  const isNoun = (k: number): boolean =>
    k < doc.tokens.length &&
    doc.tokens.kind[k] === TokenKind.word &&
    classes[k] === 0 &&
    !opensSentence[k] &&
    !endsAfter(lower[k]!, 2, 'ing');
  if (!isNoun(from)) return end;
  const isVerb =
    cueOf(lower[from]!) !== undefined ||
    endsAfter(lower[from]!, 2, 'ed') ||
    IRREGULAR_PASTS.has(lower[from]!);
  const isJoined = from > end || link < from - 1 || (classes[from - 1]! & (preposition | conjunction)) !== 0;
  if (!isJoined && (isName(from) || isVerb)) return end;
  let to = from;
  while (to < end + MOST_MISSING && isNoun(to)) to++;
  return to;
}

/** “Brandt, head of the harbour and one | of its guards | said”: what somebody is, broken off at “of”, is left out. */
export function withoutBroken(doc: TextDocument, { first, end }: Range): number {
  const { lower, shape } = wordsOf(doc);
  if (lower[end] !== 'of' || !(shape[first]! & Shape.capital)) return end;
  const comma = lower.lastIndexOf(',', end - 1);
  return comma > first ? comma : end;
}
