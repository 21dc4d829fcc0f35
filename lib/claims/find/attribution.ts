import { list } from '../../text/list.ts';
import { listed } from '../../text/listed.ts';
import type { Attribution } from '../../tagging/tagger.ts';
import type { Range, Sentence, TextDocument } from '../../text/document.ts';
import { tokenAt } from '../../text/parse.ts';
import { lastStartingBy } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { WordClass } from '../../text/words.ts';
import { lastTurn, readAccording } from './according.ts';
import { findContent, trimContent } from './content.ts';
import type { Content } from './content.ts';
import { continueQuotations } from './continued.ts';
import {
  ADJECTIVE_CUES,
  APPEARS,
  ATTITUDES,
  CHARGES,
  Frame,
  HEARSAY_ADVERBS,
  HEARSAY_PASSIVES,
  MODALS,
  NOUN_CUES,
  VIEWS,
} from '../cues.ts';
import { add } from './found.ts';
import type { Found } from './found.ts';
import {
  readAdjective,
  readAppearance,
  readHearsay,
  readNoun,
  readPassive,
  readPassiveAs,
  readPassiveBy,
  readView,
} from './hearsay.ts';
import { findAnswers } from './interview.ts';
import { PROSPECTS, readOwned, readProspect } from './nouns.ts';
import { findPreposed } from './preposed.ts';
import { isJudging, readJudged } from './judged.ts';
import {
  hasClass,
  isAuxiliary,
  isCapital,
  isFiniteVerb,
  isPunctuation,
  isQuoted,
  quotationFrom,
  quotationRange,
  readForAttribution,
  readWithin,
  wordAt,
} from './reading.ts';
import type { Reading } from './reading.ts';
import { findSides } from './sides.ts';
import { findSubject, phraseBefore, sentenceSubject, subjectBefore, trimSource } from './subject.ts';
import { findVerbs } from './verbs.ts';
import type { VerbCue } from './verbs.ts';
import { findNamer, findSignature, findUtterer, findWordings } from './wording.ts';
import { isQuestionPut } from '../../text/clauses.ts';

/**
 * Who is reported to have said what: by quotation marks, attributing verbs and nouns, “according to”, hearsay.
 * What a quotation itself reports is read only where a cue is `seen` by others too, for people say “I think” all the time.
 */
export function findAttributions(doc: TextDocument, seen: readonly Span[] = []): Attribution[] {
  const reading = readForAttribution(doc);
  const found: Found = { attributions: [], used: new Set() };
  for (const sentence of doc.sentences) readSentence(reading, sentence, found);
  findSides(reading, found);
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
const otherCuesIn = listed([
  'according',
  'per',
  ...APPEARS,
  ...VIEWS,
  ...NOUN_CUES,
  ...HEARSAY_ADVERBS,
  ...HEARSAY_PASSIVES,
  ...CHARGES,
  ...ADJECTIVE_CUES,
  ...ATTITUDES.keys(),
  ...PROSPECTS,
]);

function readSentence(reading: Reading, sentence: Sentence, found: Found): void {
  const verbs = findVerbs(reading, sentence);
  const taken = new Set<number>(); // tokens that are part of a cue
  for (let v = 0; v < verbs.length; v++) readVerb(reading, sentence, verbs, v, taken, found);
  const canBe = otherCuesIn(reading.doc);
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    if (!canBe(i) || isQuoted(reading, i) || taken.has(i)) continue;
    const word = wordAt(reading, i);
    if (VIEWS.has(word)) readView(reading, sentence, i, found);
    if (word === 'according' && wordAt(reading, i + 1) === 'to')
      readAccording(reading, sentence, i, i + 2, found);
    else if (word === 'per' && isFrom(reading, sentence, i))
      readAccording(reading, sentence, i, i + 1, found);
    else if (APPEARS.has(word)) readAppearance(reading, sentence, i, found);
    else if (PROSPECTS.has(word)) readProspect(reading, sentence, i, found);
    else if (NOUN_CUES.has(word)) {
      readNoun(reading, sentence, i, found);
      readOwned(reading, sentence, i, found);
    } else if (HEARSAY_ADVERBS.has(word)) readHearsay(reading, sentence, verbs, i, found);
    else if (HEARSAY_PASSIVES.has(word) || CHARGES.has(word)) readPassive(reading, sentence, i, found);
    else if (ADJECTIVE_CUES.has(word) || ATTITUDES.has(word))
      readAdjective(reading, sentence, verbs, i, found);
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
    if (!found.used.has(q) && isOwnResolve(reading, { first, end })) {
      const speaker = phraseBefore(reading, sentence, first - 1);
      if (speaker && beginsClause(reading, sentence, speaker.first))
        add(reading, found, speaker, null, [{ first, end }], 0.9);
    }
    const [verb] = findVerbs(within, clipped);
    if (verb?.from !== first || verb.passive || verb.cue.form !== 'past') continue;
    let before = first - 1;
    while (isAuxiliary(reading, before - 1)) before--;
    const source = before > sentence.firstToken ? phraseBefore(reading, sentence, before) : null;
    const content = source && findContent(within, clipped, [verb], 0);
    if (content) add(reading, found, source, verb, [content.range], 0.95);
  }
}

/** “Roe ‘has no plans to go’”, “the firm ‘takes our safety seriously’”: words only whoever they are of would say. */
function isOwnResolve(reading: Reading, { first, end }: Range): boolean {
  const verb = reading.words.class[first] === WordClass.adverb ? first + 1 : first;
  if (end - first < LEAST_RESOLVED || isCapital(reading, verb)) return false;
  const isVerb =
    isAuxiliary(reading, verb) || isFiniteVerb(reading, verb) || /[^s]s$/.test(wordAt(reading, verb));
  if (!isVerb) return false;
  const said = reading.words.lower.slice(verb, Math.min(end, verb + MOST_RESOLVED));
  return said.some(word => OURS.has(word)) || RESOLVE.test(said.join(' '));
}
const LEAST_RESOLVED = 3;
const MOST_RESOLVED = 40;
const OURS = list('i we us our ours my me');
const RESOLVE =
  /^(?:(?:is|are|was|were|remains?) (?:\w+ly )?(?:committed|ready|prepared|willing|pleased|delighted|proud|confident|aware|sorry|grateful|disappointed|saddened|cooperating|co-operating|reviewing|considering|looking into|working)|(?:has|have|had) no (?:plans?|intention|comment|choice|doubt|regrets)|(?:does|do|did) not comment|takes? .{0,40}\bseriously)\b/;

/** Whether a phrase stands where a clause begins. */
function beginsClause(reading: Reading, { firstToken }: Sentence, first: number): boolean {
  return first === firstToken || /^(?:,|;|and|but|while)$/.test(wordAt(reading, first - 1));
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

/** “Leaders who believe that …”: it says which leaders, not what they said. */
function isRestrictive(reading: Reading, cue: number): boolean {
  return /^(?:who|that|which)$/.test(wordAt(reading, cue - 1)) && wordAt(reading, cue - 2) !== ',';
}

/** “Per the report, fares rose”, “fares rose, per Roe”; not “two pounds, per person”. */
function isFrom(reading: Reading, { firstToken }: Sentence, i: number): boolean {
  if (i > firstToken && wordAt(reading, i - 1) !== ',') return false;
  return isCapital(reading, i + 1) || hasClass(reading, i + 1, WordClass.determiner);
}

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
  if (isJudging(verb)) {
    const judged = findSubject(reading, sentence, verbs, v);
    if (readJudged(reading, sentence, verb, judged, found)) return;
  }
  if (next === 'by' && verb.cue.form !== 'ing') {
    if (verb.passive) readPassiveBy(reading, sentence, verb, found);
    return;
  }
  if (verb.passive && !(verb.cue.frames & (Frame.addressee | Frame.as))) return;
  if (verb.passive && verb.cue.frames & Frame.as) {
    if (next === 'as') readPassiveAs(reading, sentence, verb, found);
    if (next === 'as' || !(verb.cue.frames & Frame.addressee)) return;
  }
  if (isQuestionPut(reading.words.lower, verb.first, sentence.firstToken)) return;
  const subject = findSpeaker(reading, sentence, verbs, v);
  const preposed = verb.passive ? undefined : findPreposed(reading, sentence, verb, subject);
  if (preposed) {
    if (preposed.quotation >= 0 && found.used.has(preposed.quotation)) return;
    const goesOn =
      preposed.quotation >= 0 && wordAt(reading, preposed.after) !== ';'
        ? quotationFrom(reading, preposed.after, sentence)
        : -1;
    const rest = goesOn >= 0 ? quotationRange(reading, goesOn) : preposed.rest;
    const content = rest ? [preposed.content, rest] : [preposed.content];
    mark(taken, verb.first, verb.end);
    add(reading, found, preposed.source, verb, content, preposed.rest ? 0.95 : 0.9);
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
  const cue = { first: cueStart(reading, sentence, verb), end: content.cueEnd ?? verb.end };
  mark(taken, cue.first, cue.end);
  readQuotingPaper(reading, sentence, verb, content, found);
  add(
    reading,
    found,
    verb.passive && verb.cue.frames & (Frame.as | Frame.addressee) ? null : subject,
    cue,
    content.pieces ?? [content.range],
    quotingBefore(reading, sentence, verb) < 0 ? content.confidence : CITED,
  );
}

/** Confidence of “cited guards as saying”: the guards say so, whom others take for part of whoever cites them. */
const CITED = 0.95;

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

/** “was quoted as saying”, “is quoted in the Post as saying”: the cue begins with the verb that quotes, and so does the search for the source. */
function cueStart(reading: Reading, sentence: Sentence, verb: VerbCue): number {
  const quoting = quotingBefore(reading, sentence, verb);
  let first = quoting;
  while (isAuxiliary(reading, first - 1) || reading.words.class[first - 1] === WordClass.adverb) first--;
  const isQuotedIn = first < quoting || /^(?:by|in)$/.test(wordAt(reading, quoting + 1));
  return quoting >= 0 && (isQuotedIn || quoting === verb.first - 1) ? first : verb.first;
}

function findSpeaker(
  reading: Reading,
  sentence: Sentence,
  verbs: readonly VerbCue[],
  v: number,
): Range | null {
  const verb = verbs[v]!;
  if (wordAt(reading, verb.first) !== 'as') return findSubject(reading, sentence, verbs, v);
  const first = cueStart(reading, sentence, verb);
  if (first < verb.first) {
    const subject = subjectBefore(reading, sentence, first);
    return subject === 'shared' ? sentenceSubject(reading, sentence) : subject;
  }
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
  if (cueStart(reading, sentence, verb) < verb.first) return; // “Roe is quoted in the Post as saying”
  const paper = phraseBefore(reading, sentence, quoting);
  const isClosed = isQuoted(reading, range.end - 1) && isPunctuation(reading, range.end);
  const content = { first: quoting + 1, end: isClosed ? range.end + 1 : range.end };
  if (paper) add(reading, found, paper, { first: quoting, end: quoting + 1 }, [content], 0.7);
}
