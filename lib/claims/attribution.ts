import type { Attribution } from '../tagging/tagger.ts';
import type { Range, Sentence, TextDocument } from '../text/document.ts';
import { lastStartingBy } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { sentenceIndexAt, tokenAt } from '../text/parse.ts';
import { WordClass } from '../text/words.ts';
import { findContent, trimContent } from './content.ts';
import type { Content } from './content.ts';
import { findAnswers } from './interview.ts';
import { ADJECTIVE_CUES, CHARGES, Frame, HEARSAY_ADVERBS, HEARSAY_PASSIVES, NOUN_CUES } from './cues.ts';
import {
  hasClass,
  isAuxiliary,
  isCapital,
  isFiniteVerb,
  isOpeningMark,
  isPronoun,
  isPunctuation,
  isQuoted,
  looksLikeClause,
  quotationFrom,
  quotationRange,
  readForAttribution,
  readWithin,
  toSpan,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import {
  findSubject,
  isApposition,
  phraseAfter,
  phraseBefore,
  trimSource,
  withFollowingApposition,
} from './subject.ts';
import { findVerbs } from './verbs.ts';
import { findNamer, findSignature, findUtterer, findWordings } from './wording.ts';
import type { VerbCue } from './verbs.ts';

/** Tokens a search may go through, so that no sentence, however long, makes it slow. */
const MAX_SCAN = 200;

/** What the rules have found so far. */
interface Found {
  readonly attributions: Attribution[];
  /** Quotations that have their speaker. */
  readonly used: Set<number>;
}

/**
 * Who is reported to have said what: by quotation marks, attributing verbs and nouns, “according to”, hearsay.
 * What a quotation itself reports is read only where a cue is `seen` by others too, for people say “I think” all the time.
 */
export function findAttributions(doc: TextDocument, seen: readonly Span[] = []): Attribution[] {
  const reading = readForAttribution(doc);
  const found: Found = { attributions: [], used: new Set() };
  for (const sentence of doc.sentences) readSentence(reading, sentence, found);
  continueQuotations(reading, found);
  const within = readWithin(reading);
  readVerbsWithin(reading, within, found);
  found.attributions.push(...findReported(reading, within, seen));
  found.attributions.push(...findAnswers(doc));
  return found.attributions.sort(
    (a, b) => a.content[0]!.start - b.content[0]!.start || b.content[0]!.end - a.content[0]!.end,
  );
}

/** Every word that a cue without a verb begins with. */
const OTHER_CUES: ReadonlySet<string> = new Set([
  'according',
  ...NOUN_CUES,
  ...HEARSAY_ADVERBS,
  ...HEARSAY_PASSIVES,
  ...CHARGES,
  ...ADJECTIVE_CUES,
]);

function readSentence(reading: Reading, sentence: Sentence, found: Found): void {
  const verbs = findVerbs(reading, sentence);
  const taken = new Set<number>(); // tokens that are part of a cue
  for (let v = 0; v < verbs.length; v++) readVerb(reading, sentence, verbs, v, taken, found);
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const word = wordAt(reading, i);
    if (!OTHER_CUES.has(word) || isQuoted(reading, i) || taken.has(i)) continue;
    if (word === 'according' && wordAt(reading, i + 1) === 'to')
      readAccording(reading, sentence, i, i + 2, found);
    else if (NOUN_CUES.has(word)) readNoun(reading, sentence, i, found);
    else if (HEARSAY_ADVERBS.has(word)) readHearsay(reading, sentence, verbs, i, found);
    else if (HEARSAY_PASSIVES.has(word) || CHARGES.has(word)) readPassive(reading, sentence, i, found);
    else if (ADJECTIVE_CUES.has(word)) readAdjective(reading, sentence, i, found);
  }
  for (const q of quotationsEnding(reading, sentence)) {
    if (found.used.has(q)) continue;
    const signature = findSignature(reading, q);
    if (signature) add(reading, found, signature, null, [quotationRange(reading, q)], 0.95);
    const utterance = signature ? undefined : findUtterer(reading, sentence, q);
    if (!utterance) continue;
    const { source, cue } = utterance;
    const goesOn = quotationFrom(reading, Math.max(source.end, cue.end), sentence);
    const pieces = goesOn >= 0 ? [q, goesOn] : [q];
    add(
      reading,
      found,
      source,
      cue,
      pieces.map(piece => quotationRange(reading, piece)),
      0.9,
    );
  }
  for (const { source, cue, quotation } of findWordings(reading, sentence))
    add(reading, found, source, cue, [quotationRange(reading, quotation)], 0.95);
}

/** The quotations that end in a sentence, its last mark aside. */
function quotationsEnding({ quoted }: Reading, { firstToken, endToken }: Sentence): number[] {
  const ending: number[] = [];
  for (let i = firstToken + 1; i < endToken; i++)
    if (quoted[i]! !== quoted[i - 1]! && quoted[i - 1]! >= 0) ending.push(quoted[i - 1]!);
  return ending;
}

/** “Roe ‘called for a longer pier’”: the verb stands within the marks, and before them whoever it is said of. */
function readVerbsWithin(reading: Reading, within: Reading, found: Found): void {
  const { doc } = reading;
  for (const [q, { depth }] of doc.quotations.entries()) {
    const { first, end } = quotationRange(reading, q);
    if (depth > 0 || first >= end) continue;
    const sentence = doc.sentences[doc.tokens.sentence[first]!]!;
    const clipped = { ...sentence, firstToken: first, endToken: Math.min(end, sentence.endToken) };
    const [verb] = findVerbs(within, clipped);
    if (verb?.from !== first || verb.passive || verb.cue.form !== 'past') continue;
    let before = first - 1;
    while (isAuxiliary(reading, before - 1)) before--;
    const source = before > sentence.firstToken ? phraseBefore(reading, sentence, before) : null;
    const content = source && findContent(within, clipped, [verb], 0);
    if (content) add(reading, found, source, verb, [content.range], 0.95);
  }
}

/** What quotations report: “The harbour office says it is safe,” Roe said. Both lists in order; linear. */
function findReported(reading: Reading, within: Reading, seen: readonly Span[]): Attribution[] {
  const { doc } = reading;
  const reported: Attribution[] = [];
  let read = -1; // the last token of what was read before
  for (const cue of seen) {
    const at = tokenAt(doc, cue.start);
    if (!isQuoted(reading, at) || at <= read) continue;
    const sentence = doc.sentences[doc.tokens.sentence[at]!]!;
    const quotation = quotationRange(reading, reading.quoted[at]!);
    const clipped = {
      ...sentence,
      firstToken: Math.max(sentence.firstToken, quotation.first),
      endToken: Math.min(sentence.endToken, quotation.end),
    };
    read = clipped.endToken - 1;
    const found: Found = { attributions: [], used: new Set() };
    readSentence(within, clipped, found);
    reported.push(...found.attributions);
  }
  return reported.filter(({ source, cue }) => {
    if (!source || !cue || SPEAKER.test(doc.text.slice(source.start, source.end))) return false;
    const last = seen[lastStartingBy(seen, cue.end - 1)];
    const at = tokenAt(doc, cue.start);
    return (
      last !== undefined &&
      last.end > cue.start &&
      !isRestrictive(reading, at) &&
      !MODALS.has(wordAt(reading, at))
    );
  });
}

/** Whoever is quoted, whom they talk to, and nobody in particular. */
const SPEAKER =
  /^(?:I|we|you|it|they|people|some|many|most|others?|nobody|no one|everybody|everyone|somebody|someone)$|\b(?:me|us)$/i;

/** What somebody would say, nobody has said. */
const MODALS = new Set('will would can could may might shall should must'.split(' '));

/** “Leaders who believe that …”: it says which leaders, not what they said. */
function isRestrictive(reading: Reading, cue: number): boolean {
  return /^(?:who|that|which)$/.test(wordAt(reading, cue - 1)) && wordAt(reading, cue - 2) !== ',';
}

function add(
  reading: Reading,
  found: Found,
  source: Range | null,
  cue: Range | null,
  content: readonly Range[],
  confidence: number,
): void {
  const pieces = content.flatMap(range => toSpan(reading, range) ?? []);
  if (pieces.length === 0) return;
  for (const { first, end } of content) {
    for (let k = first; k < end; k++) if (isQuoted(reading, k)) found.used.add(reading.quoted[k]!);
  }
  found.attributions.push({
    source: (source && toSpan(reading, trimSource(reading, source))) ?? null,
    cue: (cue && toSpan(reading, cue)) ?? null,
    content: pieces,
    confidence,
  });
}

// ---------------------------------------------------------------- verbs

function readVerb(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  v: number,
  taken: Set<number>,
  found: Found,
): void {
  const verb = verbs[v]!;
  const next = wordAt(reading, verb.end);
  if (wordAt(reading, verb.first) === 'as' && verb.cue.form !== 'ing') {
    if (next === 'by') readAccording(reading, sentence, verb.first, verb.end + 1, found);
    return;
  }
  const namer =
    verb.cue.frames & Frame.as && verb.cue.form !== 'ing' ? findNamer(reading, sentence, verb) : undefined;
  if (namer) {
    const isAside = wordAt(reading, verb.from - 1) === ','; // “the path, described as …”
    const named = phraseBefore(reading, sentence, isAside ? verb.from - 1 : verb.from);
    const content = named ? [trimSource(reading, named), namer.words] : [namer.words];
    add(reading, found, namer.source, { first: verb.first, end: namer.cueEnd }, content, 0.95);
    return;
  }
  if (next === 'by' && verb.cue.form !== 'ing') {
    if (verb.passive) readPassiveBy(reading, sentence, verb, found);
    return;
  }
  if (verb.passive && !(verb.cue.frames & (Frame.addressee | Frame.as))) return;
  if (verb.passive && verb.cue.frames & Frame.as && next !== 'as') return;
  if (isQuestionPut(reading, sentence, verb)) return;
  const subject = findSpeaker(reading, sentence, verbs, v);
  const preposed = verb.passive ? undefined : findPreposed(reading, sentence, verb, subject);
  if (preposed) {
    if (preposed.quotation >= 0 && found.used.has(preposed.quotation)) return;
    const goesOn =
      preposed.quotation >= 0 && wordAt(reading, preposed.after) !== ';'
        ? quotationFrom(reading, preposed.after, sentence)
        : -1;
    const content = goesOn >= 0 ? [preposed.content, quotationRange(reading, goesOn)] : [preposed.content];
    mark(taken, verb.first, verb.end);
    add(reading, found, preposed.source, verb, content, 0.9);
    return;
  }
  const before = verb.passive ? null : contentOfWhich(reading, sentence, verb, subject);
  if (before) {
    mark(taken, verb.first, verb.end);
    add(reading, found, subject, verb, [before], 0.7);
    return;
  }
  const content = findContent(reading, sentence, verbs, v);
  if (!content || (wordAt(reading, verb.first) === 'to' && content.confidence < 0.9)) return;
  const cue = { first: cueStart(reading, verb), end: content.cueEnd ?? verb.end };
  mark(taken, cue.first, cue.end);
  readQuotingPaper(reading, sentence, verb, content, found);
  add(
    reading,
    found,
    verb.passive && verb.cue.frames & (Frame.as | Frame.addressee) ? null : subject,
    cue,
    [content.range],
    content.confidence,
  );
}

/** “Asked whether he would resign, he said no”: the reporter's question is nobody's claim. */
function isQuestionPut(reading: Reading, { firstToken }: Sentence, { first }: VerbCue): boolean {
  const opens = first === firstToken || (first === firstToken + 1 && wordAt(reading, firstToken) === 'when');
  return opens && ASKED.test(wordAt(reading, first));
}
const ASKED = /^(?:asked|questioned|pressed)$/;

/** “The van was stolen, which the firm denies.”: what stands before “which”, where nothing follows the verb. */
function contentOfWhich(
  reading: Reading,
  sentence: Sentence,
  verb: VerbCue,
  subject: Range | null,
): Range | null {
  const which = (subject?.first ?? verb.first) - 1;
  if (!subject || wordAt(reading, which) !== 'which' || wordAt(reading, which - 1) !== ',') return null;
  if (verb.end < sentence.endToken && !isPunctuation(reading, verb.end)) return null;
  const first = lastTurn(reading, sentence, which - 1);
  return which - 1 - first > 2 ? trimContent(reading, first, which - 1) : null;
}

function mark(taken: Set<number>, first: number, end: number): void {
  for (let k = first; k < end; k++) taken.add(k);
}

/** “was quoted as saying”: the cue begins with the verb that quotes, and so does the search for the source. */
function cueStart(reading: Reading, verb: VerbCue): number {
  if (
    wordAt(reading, verb.first) !== 'as' ||
    !/^(?:quoted|cited|reported)$/.test(wordAt(reading, verb.first - 1))
  )
    return verb.first;
  let first = verb.first - 1;
  while (isAuxiliary(reading, first - 1) || reading.words.class[first - 1] === WordClass.adverb) first--;
  return first;
}

function findSpeaker(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  v: number,
): Range | null {
  const verb = verbs[v]!;
  if (wordAt(reading, verb.first) !== 'as') return findSubject(reading, sentence, verbs, v);
  const first = cueStart(reading, verb);
  if (first < verb.first) return phraseBefore(reading, sentence, first);
  const quoting = quotingBefore(reading, sentence, verb);
  return quoting < 0 ? null : { first: quoting + 1, end: verb.first };
}

/** “quoted an official as saying”: the token that quotes, or -1. */
function quotingBefore(reading: Reading, sentence: Sentence, verb: VerbCue): number {
  if (wordAt(reading, verb.first) !== 'as') return -1;
  for (let k = verb.first - 1; k > sentence.firstToken && k > verb.first - 20; k--)
    if (/^(?:quot|cit|report)(?:es|ed|ing)$/.test(wordAt(reading, k))) return k;
  return -1;
}

/** What the paper says that “quoted an official as saying ‘…’”: that the official said so. */
function readQuotingPaper(
  reading: Reading,
  sentence: Sentence,
  verb: VerbCue,
  { range }: Content,
  found: Found,
): void {
  const quoting = quotingBefore(reading, sentence, verb);
  if (quoting < 0 || verb.first - quoting < 2 || wordAt(reading, quoting).endsWith('ing')) return;
  const paper = phraseBefore(reading, sentence, quoting);
  const isClosed = isQuoted(reading, range.end - 1) && isPunctuation(reading, range.end);
  const content = { first: quoting + 1, end: isClosed ? range.end + 1 : range.end };
  if (paper) add(reading, found, paper, { first: quoting, end: quoting + 1 }, [content], 0.7);
}

interface Preposed {
  content: Range;
  quotation: number; // -1: not in quotation marks
  source: Range | null;
  after: number; // token after the attribution
}

/** “…,” she said / “…,” said Roe / The road is open, officials said. */
function findPreposed(
  reading: Reading,
  sentence: Sentence,
  verb: VerbCue,
  subject: Range | null,
): Preposed | undefined {
  if (!(verb.cue.frames & (Frame.clause | Frame.quote))) return undefined;
  if (wordAt(reading, verb.first) === 'to') return undefined; // “too early to say”
  if (wordAt(reading, verb.end) === 'that') return undefined; // a claim of its own
  const inverted = verb.cue.form === 'ing' ? undefined : contentBefore(reading, sentence, verb.first);
  if (inverted && inverted.quotation >= 0) {
    const end = phraseAfter(reading, sentence, verb.end);
    const source =
      end > verb.end ? { first: verb.end, end: withFollowingApposition(reading, sentence, end) } : null;
    // “‘…’ announced in May”: it does not say by whom
    if (!source && !subject && hasClass(reading, verb.end, WordClass.preposition)) return undefined;
    return { ...inverted, source: source ?? subject, after: source?.end ?? verb.end };
  }
  if (
    inverted &&
    inverted.content.end - inverted.content.first > 4 &&
    isPlainInversion(reading, sentence, verb)
  ) {
    const end = phraseAfter(reading, sentence, verb.end);
    const source = { first: verb.end, end: withFollowingApposition(reading, sentence, end) };
    return { ...inverted, source, after: source.end };
  }
  if (!subject) return undefined;
  const before = contentBefore(reading, sentence, subject.first);
  if (!before || ASKED.test(wordAt(reading, before.content.first))) return undefined;
  if (before.quotation >= 0) {
    // “It is over.” She said it was: the sentence in marks is over, and the verb has words of its own
    const { inner } = reading.doc.quotations[before.quotation]!;
    const isOver = reading.doc.text.charAt(inner.end - 1) === '.';
    const here = before.content.end > sentence.firstToken && !isOver;
    const leadsOn = isOver && wordAt(reading, verb.end) === ',' && isOpeningMark(reading, verb.end + 1);
    return here || (endsClause(reading, sentence, verb) && !leadsOn)
      ? { ...before, source: subject, after: verb.end }
      : undefined;
  }
  if (!(verb.cue.frames & Frame.clause) || verb.cue.frames & Frame.thatOnly) return undefined;
  if (!endsClause(reading, sentence, verb) || before.content.end - before.content.first < 4) return undefined;
  return looksLikeClause(reading, before.content.first, before.content.end)
    ? { ...before, source: subject, after: verb.end }
    : undefined;
}

/** “The road is open, said Roe.”: a name or noun phrase and nothing more follows the verb. */
function isPlainInversion(reading: Reading, sentence: Sentence, verb: VerbCue): boolean {
  if (!/^(?:said|says|added|reported|reports)$/.test(wordAt(reading, verb.at)) || verb.first !== verb.at)
    return false;
  const end = phraseAfter(reading, sentence, verb.end);
  if (end === verb.end || end - verb.end > 12 || isOpeningMark(reading, end)) return false;
  for (let k = verb.end; k < end; k++) if (isFiniteVerb(reading, k)) return false;
  return (
    end >= sentence.endToken ||
    isPunctuation(reading, end) ||
    hasClass(reading, end, WordClass.time | WordClass.preposition)
  );
}

/** What ends just before token `i`: a quotation, or a clause before a comma. */
function contentBefore(
  reading: Reading,
  sentence: Sentence,
  i: number,
): { content: Range; quotation: number } | undefined {
  const floor = Math.max(
    i - 3,
    reading.doc.sentences[reading.doc.tokens.sentence[i]!]!.block === sentence.block
      ? blockStart(reading, sentence)
      : i,
  );
  for (let k = i - 1; k >= floor; k--) {
    if (isQuoted(reading, k)) {
      const quotation = reading.quoted[k]!;
      const range = quotationRange(reading, quotation);
      if (range.end - range.first < 2 && wordAt(reading, i - 1) !== ',' && wordAt(reading, k) !== ',')
        return undefined;
      const opening = range.first - 1;
      const parted = opening <= sentence.firstToken || isPunctuation(reading, opening - 1);
      if (parted) return { content: range, quotation };
      const closing = !isQuoted(reading, range.end) && isPunctuation(reading, range.end) ? 1 : 0; // its opening mark is in it
      return { content: { first: clauseStart(reading, sentence), end: range.end + closing }, quotation };
    }
    if (!isPunctuation(reading, k)) return undefined;
    if (
      wordAt(reading, k) === ',' &&
      k > sentence.firstToken &&
      !isQuoted(reading, k - 1) &&
      !isPunctuation(reading, k - 1)
    ) {
      return { content: { first: clauseStart(reading, sentence), end: k }, quotation: -1 };
    }
  }
  return undefined;
}

/** The first token of the sentence before, if it stands in the same block: “Why now?” she asked. */
function blockStart(reading: Reading, sentence: Sentence): number {
  const { doc } = reading;
  const index = doc.tokens.sentence[sentence.firstToken]! - 1;
  const before = doc.sentences[index];
  return before?.block === sentence.block ? before.firstToken : sentence.firstToken;
}

function clauseStart(reading: Reading, sentence: Sentence): number {
  let first = sentence.firstToken;
  while (/^(?:but|and)$/.test(wordAt(reading, first))) first++;
  return first;
}

/** Whether only a time, a place or the end of the sentence follows. */
function endsClause(reading: Reading, sentence: Sentence, verb: VerbCue): boolean {
  let i = verb.end;
  while (i < sentence.endToken && (!isPunctuation(reading, i) || wordAt(reading, i) === '-')) {
    if (i > verb.end + 6 || isAuxiliary(reading, i) || wordAt(reading, i) === 'that') return false;
    i++;
  }
  if (isOpeningMark(reading, i) || (wordAt(reading, i) === ':' && isOpeningMark(reading, i + 1)))
    return false;
  const bare = i === verb.end;
  const { preposition, time, adverb, determiner, pronoun } = WordClass;
  if (bare || hasClass(reading, verb.end, preposition | time | adverb)) return true;
  // “…, Roe told the Post.”
  if ((verb.cue.frames & Frame.addressee) === 0) return false;
  return isCapital(reading, verb.end) || hasClass(reading, verb.end, determiner | pronoun);
}

// ---------------------------------------------------------------- according to

/** “According to X, …”, “…, according to X”, “…, as reported by X”: `i` begins the cue, `at` the source. */
function readAccording(reading: Reading, sentence: Sentence, i: number, at: number, found: Found): void {
  let end = at;
  while (end < sentence.endToken && end - at < 20) {
    if (isQuoted(reading, end) || (isPunctuation(reading, end) && wordAt(reading, end) !== '-')) break;
    if (end > at && hasClass(reading, end, WordClass.relative | WordClass.subordinator)) break;
    if (end > at && /^(?:citing|quoting|speaking|he|she|they|it|we|i)$/.test(wordAt(reading, end))) break;
    end++;
  }
  if (end <= at) return;
  const { firstToken } = sentence;
  const initial = i === firstToken || (i - firstToken <= 2 && !isPunctuation(reading, i - 1));
  const aside = initial ? afterRelative(reading, sentence, end) : undefined;
  const stop = aside ?? closingComma(reading, sentence, end, initial);
  const source = { first: at, end: aside === undefined ? stop : end };
  const cue = { first: i, end: at };
  if (initial) {
    const unmarked = isPronoun(reading, stop) ? stop : unmarkedContent(reading, at, end);
    const from = wordAt(reading, stop) === ',' ? stop + 1 : unmarked;
    if (from === undefined) return;
    const rest = from > stop ? source : { first: at, end: from };
    add(reading, found, rest, cue, [trimContent(reading, from, sentence.endToken)], 0.9);
    return;
  }
  const before = wordAt(reading, i - 1) === ',' ? i - 1 : i;
  const content = [trimContent(reading, lastTurn(reading, sentence, before), before)];
  const rest = stop + 1;
  if (wordAt(reading, stop) === ',' && rest + 3 < sentence.endToken && !NEW_CLAUSE.has(wordAt(reading, rest)))
    content.push(trimContent(reading, rest, sentence.endToken));
  add(reading, found, source, cue, content, 0.9);
}
const NEW_CLAUSE = new Set('but and while which who although as'.split(' '));

/** The comma after a source and its appositions: “According to Roe, the mayor, …”. */
function closingComma(reading: Reading, sentence: Sentence, end: number, initial: boolean): number {
  if (wordAt(reading, end) !== ',') return end;
  for (let k = end + 1; k < sentence.endToken && k < end + 14; k++) {
    if (wordAt(reading, k) !== ',' || isQuoted(reading, k)) continue;
    const last = initial ? k + 3 < sentence.endToken : true;
    const turns = NEW_CLAUSE.has(wordAt(reading, k + 1)) || wordAt(reading, k + 1) === 'whereas';
    return last && !turns && isApposition(reading, end, k) && !looksLikeClause(reading, end + 1, k) ? k : end;
  }
  if (!initial && isApposition(reading, end, sentence.endToken - 1)) return sentence.endToken - 1;
  return end;
}

/** The comma that closes a relative clause: “According to a report, which nobody read, …”. */
function afterRelative(reading: Reading, sentence: Sentence, end: number): number | undefined {
  if (wordAt(reading, end) !== ',' || !hasClass(reading, end + 1, WordClass.relative)) return undefined;
  for (let k = end + 3; k + 3 < sentence.endToken && k < end + 24; k++)
    if (wordAt(reading, k) === ',' && !isQuoted(reading, k)) return k;
  return undefined;
}

/** “According to Roe nobody was hurt”: where no comma parts source and content, the content begins after the name. */
function unmarkedContent(reading: Reading, at: number, end: number): number | undefined {
  for (let k = at + 1; k < end; k++) {
    if (
      hasClass(reading, k, WordClass.determiner | WordClass.pronoun | WordClass.negation) &&
      !hasClass(reading, k - 1, WordClass.preposition)
    )
      return k;
    const isPlain = !isCapital(reading, k) && reading.words.class[k] === 0 && wordAt(reading, k + 1) !== '-'; // not “al-Roe”
    if (isCapital(reading, k - 1) && isPlain) return k;
  }
  return undefined;
}

/** The start of the clause that ends before `end`. */
function lastTurn(reading: Reading, sentence: Sentence, end: number): number {
  for (let k = end - 1; k > sentence.firstToken && k > end - MAX_SCAN; k--) {
    if (isQuoted(reading, k)) continue;
    if (wordAt(reading, k) === ';') return k + 1;
    if (
      wordAt(reading, k) === ',' &&
      /^(?:but|and|while|although)$/.test(wordAt(reading, k + 1)) &&
      looksLikeClause(reading, k + 2, end)
    )
      return k + 2;
  }
  return sentence.firstToken;
}

// ---------------------------------------------------------------- nouns, adjectives, hearsay

/** “claims by residents that …”, “the mayor's warning that …”. */
function readNoun(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  let that = i + 1;
  while (wordAt(reading, that) !== 'that') {
    const stops = isPunctuation(reading, that) && wordAt(reading, that) !== '-';
    if (that >= sentence.endToken || that > i + 13 || stops || isQuoted(reading, that)) return;
    if (isAuxiliary(reading, that) || hasClass(reading, that, WordClass.relative)) return;
    that++;
  }
  if (isAuxiliary(reading, that + 1)) return;
  const next = wordAt(reading, i + 1);
  const before = wordAt(reading, i - 1);
  let source: Range | null = null;
  if (next === 'by' || next === 'from' || next === 'of')
    source = upToTime(reading, { first: i + 2, end: that });
  else if (next !== 'that' && !hasClass(reading, i + 1, WordClass.preposition | WordClass.time)) return;
  else if (before === "'s" || before === "'" || before === '’')
    source = phraseBefore(reading, sentence, i - 1);
  else if (hasClass(reading, i - 1, WordClass.possessive)) source = { first: i - 1, end: i };
  else if (/^(?:the|a)$/.test(before) && isFiniteVerb(reading, i - 2))
    source = phraseBefore(reading, sentence, i - 2);
  let end = that + 1;
  while (end < sentence.endToken && end < that + MAX_SCAN) {
    if (wordAt(reading, end) === ',' && /^(?:but|while|although|which)$/.test(wordAt(reading, end + 1)))
      break;
    end++;
  }
  add(reading, found, source, { first: i, end: i + 1 }, [trimContent(reading, that, end)], 0.7);
}

/** “officials on Tuesday”: the source ends before the time. */
function upToTime(reading: Reading, { first, end }: Range): Range {
  for (let k = first + 1; k < end; k++) {
    if (hasClass(reading, k, WordClass.time)) {
      const at = hasClass(reading, k - 1, WordClass.preposition | WordClass.determiner) ? k - 1 : k;
      return { first, end: Math.max(first + 1, at) };
    }
  }
  return { first, end };
}

/** “The mayor is confident that …”. */
function readAdjective(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  if (wordAt(reading, i + 1) !== 'that') return;
  let first = i;
  while (
    first > sentence.firstToken &&
    (isAuxiliary(reading, first - 1) || reading.words.class[first - 1] === WordClass.adverb)
  )
    first--;
  if (first === i) return;
  const content = trimContent(reading, i + 1, sentence.endToken);
  add(reading, found, phraseBefore(reading, sentence, first), { first, end: i + 1 }, [content], 0.6);
}

/** Where a hearsay clause that begins before `from` ends. */
function hearsayEnd(reading: Reading, sentence: Sentence, from: number): number {
  let end = from;
  while (end < sentence.endToken && end < from + MAX_SCAN) {
    const word = wordAt(reading, end);
    if (word === ';' || (word === ',' && HEARSAY_TURNS.has(wordAt(reading, end + 1)))) break;
    end++;
  }
  return end;
}
const HEARSAY_TURNS = new Set('but and while which who although according with as when'.split(' '));

/** “The van was allegedly stolen”, “for allegedly taking bribes”: the clause around the adverb, without it. */
function readHearsay(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  i: number,
  found: Found,
): void {
  if (verbs.some(verb => verb.first <= i && i < verb.end)) return;
  let first = i;
  const detached =
    hasClass(reading, i - 1, WordClass.preposition | WordClass.determiner) ||
    /^(?:and|,)$/.test(wordAt(reading, i - 1));
  if (!detached) {
    while (first > sentence.firstToken && first > i - MAX_SCAN) {
      const k = first - 1;
      if (isPunctuation(reading, k) && wordAt(reading, k) !== '-') break;
      if (hasClass(reading, k, WordClass.relative | WordClass.subordinator) || wordAt(reading, k) === 'but')
        break;
      first = k;
    }
  }
  const content = [
    trimContent(reading, first, i),
    trimContent(reading, i + 1, hearsayEnd(reading, sentence, i + 1)),
  ];
  add(
    reading,
    found,
    null,
    { first: i, end: i + 1 },
    content.filter(range => range.first < range.end),
    0.7,
  );
}

/** “It is believed to be …”, “He was charged with …”: the words around the cue. */
function readPassive(reading: Reading, sentence: Sentence, i: number, found: Found): void {
  let first = i;
  while (
    first > sentence.firstToken &&
    (isAuxiliary(reading, first - 1) ||
      hasClass(reading, first - 1, WordClass.negation) ||
      reading.words.class[first - 1] === WordClass.adverb)
  )
    first--;
  let passive = false;
  for (let k = first; k < i; k++) passive ||= /^(?:is|are|was|were|been|be|being)$/.test(wordAt(reading, k));
  if (!passive) return;
  const next = wordAt(reading, i + 1);
  const charge = CHARGES.has(wordAt(reading, i)) && /^(?:with|of)$/.test(next);
  if (next !== 'to' && next !== 'that' && !charge) return;
  const subject = next === 'that' ? null : phraseBefore(reading, sentence, first);
  const rest = trimContent(reading, i + 1, hearsayEnd(reading, sentence, i + 1));
  add(
    reading,
    found,
    null,
    { first, end: i + 1 },
    subject ? [trimSource(reading, subject), rest] : [rest],
    0.7,
  );
}

/** “The plan was rejected by ministers”, “is described by critics as unfair”. */
function readPassiveBy(reading: Reading, sentence: Sentence, verb: VerbCue, found: Found): void {
  if (!(verb.cue.frames & (Frame.object | Frame.as))) return;
  const end = phraseAfter(reading, sentence, verb.end + 1);
  const subject = phraseBefore(reading, sentence, verb.from);
  if (end === verb.end + 1 || !subject) return;
  if (/^(?:it|him|her|them)$/.test(wordAt(reading, subject.end - 1))) return; // “the Wall, as it is called by farmers”
  const content = [trimSource(reading, subject)];
  if (wordAt(reading, end) === 'as')
    content.push(trimContent(reading, end, hearsayEnd(reading, sentence, end)));
  add(reading, found, { first: verb.end + 1, end }, { first: verb.first, end: verb.end + 1 }, content, 0.6);
}

// ---------------------------------------------------------------- quotations that go on

/** Sentences after which a quotation without a verb no longer belongs to the speaker before it. */
const QUOTE_REACH = 3;

/** A quotation nobody has claimed goes on with the one before it, or stands without a speaker. */
function continueQuotations(reading: Reading, found: Found): void {
  const { doc } = reading;
  const { attributions, used } = found;
  const lastAt = new Map<number, number>(); // by quotation: the attribution that holds it
  attributions.forEach((attribution, index) => {
    const { end } = attribution.content.at(-1)!;
    const q = reading.quoted[tokenAt(doc, end - 1)] ?? -1;
    if (q >= 0) lastAt.set(q, index);
  });
  let speaker = -1; // the attribution whose quotation came last
  let spokenUntil: Span | undefined;
  for (const [q, quotation] of doc.quotations.entries()) {
    if (quotation.depth > 0) continue;
    if (used.has(q)) {
      speaker = lastAt.get(q) ?? -1;
      spokenUntil = quotation;
      continue;
    }
    if (!isSpeech(reading, q)) continue;
    const piece = toSpan(reading, quotationRange(reading, q));
    if (!piece) continue;
    if (speaker >= 0 && spokenUntil && (quotation.continues || goesOn(doc, spokenUntil, quotation))) {
      const attribution = attributions[speaker]!;
      attributions[speaker] = { ...attribution, content: [...attribution.content, piece] };
    } else {
      speaker = attributions.length;
      attributions.push({ source: null, cue: null, content: [piece], confidence: 0.5 });
    }
    spokenUntil = quotation;
  }
}

/** Speech, not a title or a word held at arm's length: a whole sentence in marks. */
function isSpeech(reading: Reading, q: number): boolean {
  const { doc, words } = reading;
  const { first, end } = quotationRange(reading, q);
  if (end - first < (/^[.?!]$/.test(wordAt(reading, end - 1)) ? 3 : 5)) return false;
  const sentence = doc.sentences[doc.tokens.sentence[first]!]!;
  return words.opensSentence[first] === 1 || doc.quotations[q]!.start <= sentence.start + 1;
}

function goesOn(doc: TextDocument, before: Span, quotation: Span): boolean {
  const from = sentenceIndexAt(doc, before.end - 1);
  const to = sentenceIndexAt(doc, quotation.start);
  return doc.sentences[from]?.block === doc.sentences[to]?.block && to - from <= QUOTE_REACH;
}
