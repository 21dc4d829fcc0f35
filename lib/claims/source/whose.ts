import { list } from '../../text/list.ts';
import type { Attribution } from '../../tagging/tagger.ts';
import type { Range, Sentence, TextDocument } from '../../text/document.ts';
import { spanOf, tokensIn } from '../../text/parse.ts';
import type { Span } from '../../text/span.ts';
import { FORMS_OF_BE, WordClass } from '../../text/words.ts';
import { CHARGES, Frame, HEARSAY_ADVERBS, HEARSAY_PASSIVES, NOUN_CUES, cueOf } from '../cues.ts';
import { startOfVerb, subjectInstead } from './heads.ts';
import type { Place } from './heads.ts';
import { isNested } from '../nesting.ts';
import {
  MAX_SCAN,
  hasClass,
  isAuxiliary,
  isCapital,
  isFiniteVerb,
  isPronoun,
  isPunctuation,
  isQuoted,
  readForAttribution,
  readWithin,
  toSpan,
  wordAt,
} from '../find/reading.ts';
import type { Reading } from '../find/reading.ts';
import {
  STUDIES,
  findSubject,
  isDocument,
  phraseAfter,
  phraseBefore,
  sentenceSubject,
  trimSource,
} from '../find/subject.ts';
import { findVerbs, isPassive } from '../find/verbs.ts';

/** Attributions further apart in reading order are not looked at for the outer one and the one before. */
const NEAR = 3;

/**
 * Gives the words whoever they are of, where a tagger or a rule took somebody near by: behind “by”, before “who”, inside
 * what somebody else said. In order of content; linear.
 */
export function withOwnSources(doc: TextDocument, attributions: readonly Attribution[]): Attribution[] {
  const reading = readForAttribution(doc);
  return attributions.map((found, at) => {
    if (!found.cue) return found;
    const attribution = withBy(reading, withHead(reading, found, found.cue));
    const { source, cue } = attribution;
    const range = tokensIn(doc, cue);
    const place = { reading, sentence: doc.sentences[doc.tokens.sentence[range.first]!]!, cue: range };
    if (wordAt(reading, range.end - 1) === 'by' && cueOf(wordAt(reading, range.end - 2)))
      return withAgent(place, attribution);
    if (source && isHearsay(place, source)) return withoutAnybody(place, attribution);
    const near = attributions.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    const own = ownSource(place, attribution, near);
    if (own === null) return { ...attribution, source: null };
    return own ? { ...attribution, source: own } : attribution;
  });
}

/** “the harbour | board said”, “his | neighbour pointed out”: a noun before the verb is of who speaks, not of the cue. */
function withHead(
  reading: Reading,
  attribution: Attribution,
  cue: Span,
): Attribution & { readonly cue: Span } {
  const { source } = attribution;
  const { doc, words } = reading;
  const { first, end } = tokensIn(doc, cue);
  const noun = wordAt(reading, first);
  const isNoun =
    words.class[first] === 0 && !isCapital(reading, first) && !cueOf(noun) && !isPunctuation(reading, first);
  if (!source || !isNoun || isFiniteVerb(reading, first) || tokensIn(doc, source).end !== first)
    return { ...attribution, cue };
  let verb = first + 1;
  while (verb < end && words.class[verb] === WordClass.adverb) verb++;
  const form = verb < end ? cueOf(wordAt(reading, verb))?.form : undefined;
  if (form !== 'past' && form !== 's' && !(form === 'base' && noun.endsWith('s')))
    return { ...attribution, cue };
  const start = doc.tokens.start[verb]!;
  return {
    ...attribution,
    source: { start: source.start, end: doc.tokens.end[first]! },
    cue: { start, end: cue.end },
  };
}

/** “The photo | was denied | by | Roe”: “by” belongs to the cue, and what was denied to the content. */
function withBy(
  reading: Reading,
  attribution: Attribution & { readonly cue: Span },
): Attribution & { readonly cue: Span } {
  const { source, cue, content } = attribution;
  const { tokens } = reading.doc;
  const { first, end } = tokensIn(reading.doc, cue);
  const isPassive = end - first > 1 && FORMS_OF_BE.has(wordAt(reading, end - 2));
  if (!isPassive || !source || wordAt(reading, end) !== 'by') return attribution;
  if (!((cueOf(wordAt(reading, end - 1))?.frames ?? 0) & Frame.object)) return attribution;
  const whole = { start: cue.start, end: tokens.end[end]! };
  const named = tokensIn(reading.doc, source);
  if (named.first === end + 1) return { ...attribution, cue: whole };
  if (named.end !== first) return attribution;
  const rest = content.flatMap(piece => {
    const start = Math.max(piece.start, tokens.start[end + 1] ?? piece.end);
    return start < piece.end ? [{ start, end: piece.end }] : [];
  });
  return { ...attribution, cue: whole, content: [source, ...rest] };
}

/** Undefined where the source may stay; null where nobody is named. */
function ownSource(
  place: Place,
  attribution: Attribution,
  near: readonly Attribution[],
): Span | null | undefined {
  const { reading, sentence, cue } = place;
  const { source } = attribution;
  const maker = makerOf(place, attribution);
  if (maker) return maker;
  if (!source) {
    if (isPassedOn(place)) return null; // “It broke and | is expected | to close”
    const shared = sharedSource(place, attribution, near) ?? quotedSource(place, attribution, near);
    return shared ?? ownerOf(place) ?? subjectOf(place);
  }
  const { first, end } = tokensIn(reading.doc, source);
  const group = groupOf(place, { first, end });
  if (group) return group;
  if (isTold(reading, end, cue)) return null;
  if (NOUN_CUES.has(wordAt(reading, cue.end - 1)) && isReceiver(reading, end, cue)) return null;
  const whole = antecedentOf(place, { first, end }) ?? headOf(place, { first, end });
  if (whole) return whole;
  if (namesNobody(reading, { first, end })) {
    const before = spanBefore(reading, sentence, cue.first);
    const isMore = before !== undefined && before.end > source.end;
    if (isArticle(reading, first) && isMore && before.start === source.start) return before;
    const shared = sharedSource(place, attribution, near) ?? openingSource(place);
    return shared ?? (isMore && !isArticle(reading, first) ? before : null);
  }
  if (end - first === 1 && /^(?:who|which)$/.test(wordAt(reading, first))) {
    const before = wordAt(reading, first - 1) === ',' ? first - 1 : first;
    return spanBefore(reading, sentence, before);
  }
  const isPaper = end === cue.first && isDocument(wordAt(reading, end - 1));
  const judge = isPaper ? whoJudges(place, { first, end }, near) : undefined;
  if (judge) return judge;
  const instead = subjectInstead(place, { first, end });
  if (instead || isPaper) return instead && toSpan(reading, instead);
  return innerSource(place, attribution, near) ?? participleSource(place, { first, end }, attribution, near);
}

/** “Roe | was told | that it leaked”: who was told of it does not tell it. */
function isTold(reading: Reading, end: number, cue: Range): boolean {
  const { frames = 0, form } = cueOf(wordAt(reading, cue.end - 1)) ?? {};
  if (end !== cue.first || form !== 'past' || !(frames & Frame.addressee)) return false;
  return isPassive(reading, { first: end, end: cue.end - 1 });
}

/** “clerks of | a mill | said”, “a study of two | towns | shows”: who is named behind “of” does not speak, but the noun before. */
function headOf({ reading, sentence, cue }: Place, { first, end }: Range): Span | undefined {
  const of = wordAt(reading, first - 1) === 'than' ? first - 3 : first - 1; // “of more than two”
  if (end !== cue.first || wordAt(reading, of) !== 'of' || isQuoted(reading, first)) return undefined;
  let head = of - 1;
  // “a study | in May | of …”
  for (let k = head; k >= sentence.firstToken && k > of - MOST_BETWEEN && isNominal(reading, k); k--)
    if (STUDIES.test(wordAt(reading, k))) head = k;
  const noun = wordAt(reading, head);
  const isPeople =
    isPlainWord(reading, head) && /[^s]s$/.test(noun) && !cueOf(noun) && !QUANTITIES.test(noun);
  if (head < sentence.firstToken || !(isPeople || STUDIES.test(noun))) return undefined;
  let start = head;
  while (start > sentence.firstToken && isDescribing(reading, start - 1)) start--;
  return toSpan(reading, { first: start, end });
}
const QUANTITIES =
  /^(?:thousands|hundreds|dozens|millions|billions|numbers|lots|kinds|sorts|types|scores|terms|years)$/;
const MOST_BETWEEN = 8;

/** A noun, a name, a number, or what joins them. */
function isNominal(reading: Reading, i: number): boolean {
  const isJoin = hasClass(reading, i, WordClass.preposition | WordClass.quantity | WordClass.time);
  return isJoin || (!isPunctuation(reading, i) && reading.words.class[i] === 0 && !isFiniteVerb(reading, i));
}

/** What stands before a noun: “an | older”, “this | year's”. */
function isDescribing(reading: Reading, i: number): boolean {
  const bits = reading.words.class[i]!;
  const isQualifier =
    (bits & (WordClass.determiner | WordClass.quantity | WordClass.possessive | WordClass.time)) !== 0;
  if (wordAt(reading, i) === "'s") return true;
  return !isPunctuation(reading, i) && !isFiniteVerb(reading, i) && (isQualifier || bits === 0);
}

/** “The board | has received | complaints that”: others made them. */
function isReceiver(reading: Reading, end: number, cue: Range): boolean {
  if (cue.end - end > MOST_BEFORE) return false;
  for (let k = end; k < cue.end - 1; k++)
    if (
      /^(?:receiv|hear|heard$|got$|gets?$|fac(?:es?|ed|ing)$|field|investigat|prob(?:es?|ed|ing)$)/.test(
        wordAt(reading, k),
      )
    )
      return true;
  return false;
}
/** Tokens from a subject to what it receives. */
const MOST_BEFORE = 7;

/**
 * “has come under fire from | five towns | who claim”, “it backs the view of | Jo Roe |, who says”: who stands before
 * “who” speaks, and no verb with them.
 */
function antecedentOf({ reading, sentence, cue }: Place, { first, end }: Range): Span | undefined {
  let who = cue.first - 1;
  while (who > first && (isAuxiliary(reading, who) || reading.words.class[who] === WordClass.adverb)) who--;
  if (wordAt(reading, who) !== 'who' || end > who) return undefined;
  const stop = wordAt(reading, who - 1) === ',' ? who - 1 : who;
  if (end !== stop) {
    const isSeparate = stop - end > 1 && wordAt(reading, end) !== ',' && isPlainWord(reading, stop - 1);
    const phrase = isSeparate ? phraseBefore(reading, sentence, stop) : null;
    return phrase ? toSpan(reading, trimSource(reading, nearestNoun(reading, phrase))) : undefined;
  }
  let before = first - 1;
  while (reading.words.class[before] === WordClass.adverb) before--;
  if (end - first > LONGEST_ANTECEDENT) return toSpan(reading, nearestNoun(reading, { first, end }));
  if (!isAuxiliary(reading, before) || hasClass(reading, first, WordClass.pronoun)) return undefined;
  let start = first;
  while (start < end && !isPlainWord(reading, start)) start++;
  start++; // behind the verb
  // “no doubt confuse | quite a few”
  const { adverb, determiner, quantity } = WordClass;
  while (
    start < end - 1 &&
    isPlainWord(reading, start) &&
    hasClass(reading, start + 1, adverb | determiner | quantity)
  )
    start++;
  return start < end ? toSpan(reading, lastNoun(reading, { first: start, end })) : undefined;
}

/** Tokens; a longer phrase before “who” is a clause that leads up to it. */
const LONGEST_ANTECEDENT = 8;

/** “the firms sell this to | a number of shops | who”: the last noun phrase of a long one. */
function nearestNoun(reading: Reading, phrase: Range): Range {
  return phrase.end - phrase.first > LONGEST_ANTECEDENT ? lastNoun(reading, phrase) : phrase;
}

function lastNoun(reading: Reading, { first, end }: Range): Range {
  let start = first;
  for (let k = first; k < end - 1; k++)
    if (hasClass(reading, k, WordClass.preposition) && wordAt(reading, k) !== 'of') start = k + 1;
  return { first: start, end };
}

function isPlainWord(reading: Reading, i: number): boolean {
  return reading.words.class[i] === 0 && !isCapital(reading, i) && !isPunctuation(reading, i);
}

/** “She met guards from Oslo, Bergen and | Turku |, saying …”: whoever a preposition leads up to does not speak. */
function participleSource(
  { reading, sentence, cue }: Place,
  { first, end }: Range,
  attribution: Attribution,
  near: readonly Attribution[],
): Span | undefined {
  const isBare = cue.end - cue.first === 1 && wordAt(reading, cue.first).endsWith('ing');
  if (!isBare || end > cue.first || first <= sentence.firstToken || isQuoted(reading, cue.first))
    return undefined;
  let led = first - 1;
  while (led > sentence.firstToken && led > first - MAX_SCAN && isListed(reading, led)) led--;
  const word = wordAt(reading, led);
  if (!LEADING.has(word) || (word === 'to' && wordAt(reading, led - 1) === 'according')) return undefined;
  if (isDocument(wordAt(reading, led - 1))) return undefined; // “a letter from the board”
  const told = toldBefore(attribution, near, sentence);
  if (told) return told;
  const subject = sentenceSubject(reading, sentence);
  return subject && subject.end <= led ? toSpan(reading, trimSource(reading, subject)) : undefined;
}
const LEADING = list('including against with into on in at from about over between to');

/** A name, a comma or “and” of a list. */
function isListed(reading: Reading, i: number): boolean {
  return isCapital(reading, i) || /^(?:,|and|the)$/.test(wordAt(reading, i));
}

/** The source of the attribution before one in its sentence. */
function toldBefore(
  attribution: Attribution,
  near: readonly Attribution[],
  sentence: Sentence,
): Span | null | undefined {
  return near.findLast(
    other =>
      other !== attribution &&
      other.source &&
      other.cue &&
      other.source.end <= other.cue.start &&
      other.source.start >= sentence.start &&
      other.cue.end <= attribution.cue!.start,
  )?.source;
}

function isArticle(reading: Reading, i: number): boolean {
  return /^(?:an?|the)$/.test(wordAt(reading, i));
}

/** “Meanwhile”, “and”: words that lead up to a clause. */
function isLink({ words }: Reading, i: number): boolean {
  const { conjunction, subordinator, adverb, determiner } = WordClass;
  const bits = words.class[i]!;
  if (bits === adverb && words.lower[i]!.endsWith('ly')) return false; // “Kimberly”
  return (bits & (conjunction | subordinator | adverb)) !== 0 && (bits & determiner) === 0;
}

/** “The talks follow | claims | by | two guards | on Monday that …”: whoever makes what a noun tells stands behind it. */
function makerOf({ reading, sentence, cue }: Place, { content }: Attribution): Span | undefined {
  if (!NOUN_CUES.has(wordAt(reading, cue.end - 1)) || !/^(?:by|from)$/.test(wordAt(reading, cue.end)))
    return undefined;
  const end = phraseAfter(reading, sentence, cue.end + 1);
  const that = content.map(piece => tokensIn(reading.doc, piece).first).find(first => first > cue.end);
  if (end === cue.end + 1 || that === undefined || that < end || that - end > MOST_BEFORE) return undefined;
  if (wordAt(reading, that) !== 'that') return undefined;
  return toSpan(reading, trimSource(reading, { first: cue.end + 1, end }));
}

/** “It was | the mayor’s | own frank admission that …”. */
function ownerOf({ reading, sentence, cue }: Place): Span | undefined {
  if (!NOUN_CUES.has(wordAt(reading, cue.end - 1)) || wordAt(reading, cue.end) !== 'that') return undefined;
  for (let k = cue.first; k > sentence.firstToken && k > cue.first - MOST_ADJECTIVES; k--) {
    if (wordAt(reading, k - 1) === "'s") return spanBefore(reading, sentence, k - 1);
    const isPart = wordAt(reading, k - 1) === '-' || !isPunctuation(reading, k - 1);
    if (!isPart || (reading.words.class[k - 1]! & ~WordClass.adverb) !== 0) return undefined;
  }
  return undefined;
}
const MOST_ADJECTIVES = 6;

/** “The board | was unanimous and | warned …”: the verb before it has the subject. */
function sharedSource(
  place: Place,
  attribution: Attribution,
  near: readonly Attribution[],
): Span | undefined {
  const { reading, sentence, cue } = place;
  const first = startOfVerb(place);
  const isKnown = /^(?:past|s)$/.test(cueOf(wordAt(reading, cue.end - 1))?.form ?? '');
  const isFinite = isKnown || isFiniteVerb(reading, cue.end - 1);
  if (!/^(?:and|but)$/.test(wordAt(reading, first - 1)) || !isFinite || isQuoted(reading, cue.first))
    return undefined;
  if (first - 1 <= sentence.firstToken) return undefined;
  const told = toldBefore(attribution, near, sentence);
  // “It has fewer (the guards say | they | know), but also shows”
  const isOther =
    told &&
    wordAt(reading, cue.end - 1).endsWith('s') &&
    PLURAL.has(wordAt(reading, tokensIn(reading.doc, told).first));
  if (told && !isOther) return told;
  const subject = isKnown ? sentenceSubject(reading, sentence) : null;
  return subject && subject.end < first ? toSpan(reading, trimSource(reading, subject)) : undefined;
}

/** ““It rains. It pours,” Roe said|,” adding that …”: behind the last sentence of a quotation whoever is quoted goes on. */
function quotedSource(
  { reading, sentence, cue }: Place,
  attribution: Attribution,
  near: readonly Attribution[],
): Span | undefined {
  const isBare = cue.end - cue.first === 1 && cueOf(wordAt(reading, cue.first))?.form === 'ing';
  if (!isBare || !isQuoted(reading, sentence.firstToken) || isQuoted(reading, cue.first)) return undefined;
  const quoting = near.findLast(
    other =>
      other !== attribution &&
      other.content.some(({ start, end }) => start <= sentence.start && sentence.start < end),
  );
  return quoting?.source ?? undefined;
}

/** “towns such as Bonn, | Oslo and Turku |, say”: those who are named as examples stand for all of them. */
function groupOf({ reading, sentence, cue }: Place, { first, end }: Range): Span | undefined {
  let as = first - 1;
  while (as > sentence.firstToken && as > first - MAX_EXAMPLES && isListed(reading, as)) as--;
  if (wordAt(reading, as) !== 'as' || wordAt(reading, as - 1) !== 'such' || end > cue.first) return undefined;
  const noun = wordAt(reading, as - 2) === ',' ? as - 3 : as - 2;
  if (!isPlainWord(reading, noun) || !wordAt(reading, noun).endsWith('s')) return undefined;
  let start = noun;
  while (start > sentence.firstToken && isDescribing(reading, start - 1)) start--;
  return toSpan(reading, { first: start, end });
}
/** Tokens between “such as” and the last of the examples. */
const MAX_EXAMPLES = 16;

/** “While | denying that …, Roe left”: a participle that opens a sentence has the subject of its main clause. */
function openingSource({ reading, sentence, cue }: Place): Span | undefined {
  if (cue.first > sentence.firstToken + 1 || cueOf(wordAt(reading, cue.first))?.form !== 'ing')
    return undefined;
  const subject = sentenceSubject(reading, sentence);
  return subject && subject.first >= cue.end ? toSpan(reading, trimSource(reading, subject)) : undefined;
}

const PLURAL = list('they we i you these those');

/** “His wife, a nurse, | thought it held”, “… to claim that the firm | wants to stay”: the subject of a verb that has one. */
function subjectOf({ reading, sentence, cue }: Place): Span | undefined {
  if (isQuoted(reading, cue.first) || wordAt(reading, cue.first) === 'to') return undefined;
  const verbs = findVerbs(reading, sentence);
  const v = verbs.findIndex(({ at }) => cue.first <= at && at < cue.end);
  const verb = verbs[v];
  if (!verb || verb.passive || !/^(?:past|s)$/.test(verb.cue.form)) return undefined;
  // “food, described as old”, “a test called ‘Mind’”
  if (/^(?:call|describe|dub|label|name|term)$/.test(verb.cue.lemma)) return undefined;
  const subject = findSubject(reading, sentence, verbs, v);
  const own = subject && trimSource(reading, subject);
  return own && own.end <= cue.first && !namesNobody(reading, own) ? toSpan(reading, own) : undefined;
}

/** “and”, “the”: a link or an article alone. */
function namesNobody(reading: Reading, { first, end }: Range): boolean {
  return end - first === 1 && (isLink(reading, first) || isArticle(reading, first));
}

/** “Roe denied | the reports | saying …”: who thinks something of a document speaks, not the document. */
function whoJudges(
  { reading, sentence }: Place,
  document: Range,
  near: readonly Attribution[],
): Span | undefined {
  let verb = document.first - 1;
  while (verb > sentence.firstToken && reading.words.class[verb] === WordClass.adverb) verb--;
  const cue = cueOf(wordAt(reading, verb));
  if (!cue || cue.form !== 'past' || !JUDGING.has(cue.lemma)) return undefined;
  const at = reading.doc.tokens.start[verb]!;
  const judge = near.find(other => other.source && other.cue && other.cue.start <= at && at < other.cue.end);
  return judge?.source ?? spanBefore(reading, sentence, verb);
}
const JUDGING = list(
  'deny confirm reject dismiss dispute refute rebut condemn denounce criticise criticize slam blast welcome praise applaud question challenge oppose deplore',
);

/** “She said | the members | had agreed to …”: inside what she said somebody else is the subject. */
function innerSource(
  { reading, sentence, cue }: Place,
  { source, cue: span, content }: Attribution,
  near: readonly Attribution[],
): Span | undefined {
  const outer = near.find(
    other => other.cue && other.cue !== span && isNested({ cue: span, content }, other),
  );
  const piece = outer?.content.find(({ start, end }) => start <= span!.start && span!.end <= end);
  if (!piece || !source || (piece.start <= source.start && source.end <= piece.end)) return undefined;
  if (/^(?:to|as|that)$/.test(wordAt(reading, cue.first)) || wordAt(reading, cue.first).endsWith('ing'))
    return undefined;
  const clipped = {
    ...sentence,
    firstToken: Math.max(sentence.firstToken, tokensIn(reading.doc, piece).first),
  };
  const within = isQuoted(reading, cue.first) ? readWithin(reading) : reading;
  let end = cue.first;
  while (end > clipped.firstToken && reading.words.class[end - 1] === WordClass.adverb) end--;
  if (/^(?:and|but)$/.test(wordAt(reading, end - 1))) return undefined; // “to find it | and | are optimistic”
  const subject = phraseBefore(within, clipped, end);
  if (!subject || isPronoun(reading, subject.end - 1)) return undefined;
  return toSpan(reading, trimSource(within, subject));
}

/** “He | reportedly | fled”, “Roe was | said | to have fled”, “Roe, | considered | mad,”: whom it is told of does not tell it. */
function isHearsay(place: Place, source: Span): boolean {
  const { reading, cue } = place;
  const isAside = isInAside({ reading, cue }, tokensIn(reading.doc, source));
  if (cue.end - cue.first === 1) return HEARSAY_ADVERBS.has(wordAt(reading, cue.end - 1)) || isAside;
  return isPassedOn(place) && source.end <= reading.doc.tokens.start[cue.first]!;
}

/** “was said”, “is widely believed”, “has been charged”: nobody is named who says so. */
function isPassedOn({ reading, cue }: Place): boolean {
  const last = wordAt(reading, cue.end - 1);
  const isAdverb = reading.words.class[cue.end - 2] === WordClass.adverb;
  if (!FORMS_OF_BE.has(wordAt(reading, cue.end - (isAdverb ? 3 : 2)))) return false;
  const isVerdict = last === 'found' && wordAt(reading, cue.end) === 'guilty';
  return HEARSAY_PASSIVES.has(last) || CHARGES.has(last) || isVerdict;
}

/** “Roe, considered one of the best,”, “hills, thought to be old,”; not “Roe, the mayor, considered it”. */
function isInAside({ reading, cue }: Pick<Place, 'reading' | 'cue'>, { first, end }: Range): boolean {
  const verb = wordAt(reading, cue.first);
  if (wordAt(reading, cue.first - 1) !== ',' || end > cue.first - 1) return false;
  if (/^(?:thought|believed)$/.test(verb)) return wordAt(reading, cue.end) === 'to';
  const isNext = end === cue.first - 1 && !reading.words.lower.slice(first, end).includes(',');
  return isNext && /^(?:considered|regarded|deemed)$/.test(verb);
}

function withoutAnybody({ reading, cue }: Place, attribution: Attribution): Attribution {
  const { source, content } = attribution;
  const isSubject = source && tokensIn(reading.doc, source).end === cue.first;
  return { ...attribution, source: null, content: isSubject ? [source, ...content] : content };
}

/** “was told by | engineers | that …”: whoever stands behind “by” speaks, and whoever stands before it does not. */
function withAgent({ reading, sentence, cue }: Place, attribution: Attribution): Attribution {
  const { source, content } = attribution;
  const { doc } = reading;
  const from = doc.tokens.start[cue.end] ?? 0;
  const isNamed = source !== null && source.start >= from;
  const end = phraseAfter(reading, sentence, cue.end);
  if (!isNamed) {
    if (end === cue.end || /^(?:far|then|now)$/.test(wordAt(reading, cue.end))) return attribution;
    if (MEANS.has(wordAt(reading, cue.end))) return { ...attribution, source: null };
  }
  const agent = isNamed ? source : spanOf(doc, trimSource(reading, { first: cue.end, end }));
  // “The plan | was rejected by | guards | who feared it”
  const hasSubject = content.some(piece => piece.end <= doc.tokens.start[cue.first]!);
  if (isNamed && !hasSubject) return attribution;
  const pieces = content.flatMap(piece => {
    if (piece.start >= agent.end || piece.end <= from) return [piece];
    const next = tokensIn(doc, agent).end;
    const rest = doc.tokens.start[next] ?? piece.end;
    const goesOn = rest < piece.end && (!hasSubject || TOLD_OF.has(wordAt(reading, next)));
    return goesOn ? [{ start: rest, end: piece.end }] : [];
  });
  return pieces.length > 0 ? { ...attribution, source: agent, content: pieces } : attribution;
}

/** “was asked by guards | to leave”, “was seen by many | as a threat”: what goes on behind who tells it. */
const TOLD_OF = list('to that as for of about if whether over');

/** “was informed by letter”. */
const MEANS = list('letter email e-mail mail text phone telephone post fax message law');

function spanBefore(reading: Reading, sentence: Sentence, end: number): Span | undefined {
  const phrase = phraseBefore(reading, sentence, end);
  return phrase ? toSpan(reading, trimSource(reading, phrase)) : undefined;
}
