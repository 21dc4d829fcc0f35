import { list } from '../text/list.ts';
import type { Attribution } from '../tagging/tagger.ts';
import type { Range, Sentence, TextDocument } from '../text/document.ts';
import { spanOf, tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { WordClass } from '../text/words.ts';
import { HEARSAY_ADVERBS, HEARSAY_PASSIVES, NOUN_CUES, cueOf } from './cues.ts';
import { isNested } from './nesting.ts';
import {
  MAX_SCAN,
  isCapital,
  isPronoun,
  isPunctuation,
  isQuoted,
  readForAttribution,
  readWithin,
  toSpan,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import { isDocument, phraseAfter, phraseBefore, sentenceSubject, trimSource } from './subject.ts';

/** Attributions further apart in reading order are not looked at for the outer one and the one before. */
const NEAR = 3;

/**
 * Gives the words whoever they are of, where a tagger or a rule took somebody near by: behind “by”, before “who”, inside
 * what somebody else said. In order of content; linear.
 */
export function withOwnSources(doc: TextDocument, attributions: readonly Attribution[]): Attribution[] {
  const reading = readForAttribution(doc);
  return attributions.map((attribution, at) => {
    const { source, cue } = attribution;
    if (!cue) return attribution;
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

/** A cue with the sentence it stands in. */
interface Place {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly cue: Range; // tokens
}

/** Undefined where the source may stay; null where nobody is named. */
function ownSource(
  place: Place,
  attribution: Attribution,
  near: readonly Attribution[],
): Span | null | undefined {
  const { reading, sentence, cue } = place;
  const { source } = attribution;
  if (!source) return sharedSource(place, attribution, near) ?? ownerOf(place);
  const { first, end } = tokensIn(reading.doc, source);
  if (end - first === 1 && (isLink(reading, first) || isArticle(reading, first))) {
    const before = spanBefore(reading, sentence, cue.first);
    const isMore = before !== undefined && before.end > source.end;
    if (isArticle(reading, first)) return isMore && before.start === source.start ? before : null;
    return sharedSource(place, attribution, near) ?? (isMore ? before : null);
  }
  if (end - first === 1 && /^(?:who|which)$/.test(wordAt(reading, first))) {
    const before = wordAt(reading, first - 1) === ',' ? first - 1 : first;
    return spanBefore(reading, sentence, before);
  }
  if (end === cue.first && isDocument(wordAt(reading, end - 1)))
    return whoJudges(place, { first, end }, near);
  return innerSource(place, attribution, near) ?? participleSource(place, { first, end }, attribution, near);
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
  { reading, sentence, cue }: Place,
  attribution: Attribution,
  near: readonly Attribution[],
): Span | undefined {
  let first = cue.first;
  while (reading.words.class[first - 1] === WordClass.adverb) first--;
  const isFinite = /^(?:past|s)$/.test(cueOf(wordAt(reading, cue.end - 1))?.form ?? '');
  if (wordAt(reading, first - 1) !== 'and' || !isFinite || isQuoted(reading, cue.first)) return undefined;
  if (first - 1 <= sentence.firstToken) return undefined;
  const told = toldBefore(attribution, near, sentence);
  if (told) return told;
  const subject = sentenceSubject(reading, sentence);
  return subject && subject.end < first ? toSpan(reading, trimSource(reading, subject)) : undefined;
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
  const subject = phraseBefore(within, clipped, end);
  if (!subject || isPronoun(reading, subject.end - 1)) return undefined;
  return toSpan(reading, trimSource(within, subject));
}

/** “He | reportedly | fled”, “Roe was | said | to have fled”, “Roe, | considered | mad,”: whom it is told of does not tell it. */
function isHearsay({ reading, cue }: Place, source: Span): boolean {
  const last = wordAt(reading, cue.end - 1);
  const comma = cue.first - 1;
  const isAside =
    wordAt(reading, comma) === ',' && ASIDES.has(last) && source.end <= reading.doc.tokens.start[comma]!;
  if (cue.end - cue.first === 1) return HEARSAY_ADVERBS.has(last) || isAside;
  const isPassive = /^(?:is|are|was|were|been|being)$/.test(wordAt(reading, cue.end - 2));
  const isAdverb = reading.words.class[cue.end - 2] === WordClass.adverb;
  const before = isAdverb ? /^(?:is|are|was|were|been)$/.test(wordAt(reading, cue.end - 3)) : isPassive;
  return before && HEARSAY_PASSIVES.has(last) && source.end <= reading.doc.tokens.start[cue.first]!;
}

const ASIDES = list('considered regarded deemed thought believed');

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
  if (source && source.start >= from) return attribution;
  const end = phraseAfter(reading, sentence, cue.end);
  if (end === cue.end || /^(?:far|then|now)$/.test(wordAt(reading, cue.end))) return attribution;
  if (MEANS.has(wordAt(reading, cue.end))) return { ...attribution, source: null };
  const agent = spanOf(doc, trimSource(reading, { first: cue.end, end }));
  const pieces = content.flatMap(piece => {
    if (piece.start >= agent.end || piece.end <= agent.start) return [piece];
    const rest = doc.tokens.start[tokensIn(doc, agent).end] ?? piece.end;
    return rest < piece.end ? [{ start: rest, end: piece.end }] : [];
  });
  return pieces.length > 0 ? { ...attribution, source: agent, content: pieces } : attribution;
}

/** “was informed by letter”. */
const MEANS = list('letter email e-mail mail text phone telephone post fax message law');

function spanBefore(reading: Reading, sentence: Sentence, end: number): Span | undefined {
  const phrase = phraseBefore(reading, sentence, end);
  return phrase ? toSpan(reading, trimSource(reading, phrase)) : undefined;
}
