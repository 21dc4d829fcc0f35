import { stemNumbers } from '../../text/content-words.ts';
import type { Range, TextDocument } from '../../text/document.ts';
import { list } from '../../text/list.ts';
import { sentenceIndexAt, tokenAt, tokensIn } from '../../text/parse.ts';
import type { Span } from '../../text/span.ts';
import { wordsOf } from '../../text/words.ts';
import type { Claim } from '../claim.ts';
import { NOUN_CUES, cueOf } from '../cues.ts';
import type { Stance } from '../cues.ts';
import { NO_SIDES, sidesOf } from './events.ts';
import type { Sides } from './events.ts';
import { isLedByDisagreement, turnBefore } from './leads.ts';
import {
  OPENING,
  isAnaphor,
  isClearing,
  isDisagreeingWith,
  isDisclaiming,
  isGivingFigure,
  isInFirstPerson,
  isJudging,
  isMutual,
  isNotSo,
  isOfAssertion,
  isPointing,
  isPointingBack,
  isRejecting,
  isSaidUntrue,
  isSayingNone,
  isScornful,
  isSeveral,
  isTakingUp,
  isUntrue,
} from './replies.ts';
import { ACCUSING, SPOKEN_OF, Sign, attitudeOf, readSigns, signsIn } from './signs.ts';
import { Topic, numbersIn, rarities } from './topic.ts';

/** A claim as something said among others: what is known of it for comparing it with them. */
export interface Utterance {
  readonly claim: Claim;
  readonly index: number; // among the claims
  readonly topic: Topic;
  readonly numbers: readonly { value: string; unit: string }[];
  readonly sourceTopic: Topic;
  readonly players: ReadonlySet<string>; // players its content mentions
  readonly speaker: number; // the same for claims of one source; 0 for nobody
  readonly sentence: number;
  readonly opening: number; // the sentence it begins in: “‘No. It never leaked,’ she said.” ends in a later one
  readonly isOneSentence: boolean; // its content stands in one
  readonly block: number;
  readonly isHeading: boolean; // stands in a line without a full stop: what it tells is told again below
  readonly length: number; // tokens of content
  readonly stance: Stance | undefined; // as the cue has it, without negation
  readonly negatedCue: boolean;
  readonly negations: number; // in the content
  readonly opensNegative: boolean;
  readonly refutes: boolean; // “wrong”, “misleading”
  readonly callsFalse: boolean; // “false”, “baseless”
  readonly rumour: boolean;
  readonly silent: boolean; // “declined to comment”
  readonly withholds: boolean; // “would not confirm”, “refused to discuss”: neither for nor against
  readonly concedes: boolean; // “admitted”, “confirmed”
  readonly isFigure: boolean; // nothing but a number: “more than 20”
  readonly isMutual: boolean; // “blame each other”: tells the dispute itself
  readonly isCharge: boolean; // puts a wrong to somebody: “accused”, “was charged with”
  readonly prosecutes: boolean; // its source charges others by its office: “prosecutors”, “the indictment”
  readonly clears: boolean; // “not guilty”, “any wrongdoing”: answers a charge
  readonly anaphor: boolean; // “these claims”, “the accusation”
  readonly judges: boolean; // “called the figure ‘a guess’”: says of what was told what it thinks, and nothing good
  readonly several: boolean; // “these claims”, “the accusations”: takes up more than one
  readonly denies: boolean; // “denied”
  readonly doubts: boolean; // “was sceptical of”, “is not convinced that”
  readonly takesUp: boolean; // “throwing it”, “that it was his”, “any of that”: is about what was told
  readonly disclaims: boolean; // “That is not true.”, “it was a lie”: a sentence of it takes up what others said
  readonly saysNotSo: boolean; // “is not true”, “not the case”
  readonly rejects: boolean; // is against what it speaks of, or says that it is not so
  readonly critic: boolean; // its speaker is one by name: “critics”, “the opposition”, “his lawyer”
  readonly nouns: readonly string[]; // families of “claim”, “report” … its content opens with
  readonly cueFamilies: () => ReadonlySet<string>;
  readonly contrast: boolean; // “But …”, “However, …”
  readonly answers: boolean; // “in response”, “asked about it”
  readonly answering: boolean;
  readonly accusing: boolean;
  readonly urging: boolean;
  readonly hearsay: boolean;
  readonly favour: number; // words for less words against
  readonly attitude: -1 | 0 | 1; // of the cue: against what it speaks of, or for it
  readonly opposes: boolean; // is against it, or does not agree
  readonly disagrees: boolean; // content that opens as a disagreement does: “unlikely”, “a ploy”
  readonly charges: boolean; // holds a wrong against somebody
  readonly sourceFamilies: () => readonly string[];
  readonly families: () => ReadonlySet<string>; // of the words of its content; few are asked for
  readonly start: number; // UTF-16, where source, cue or content begin
  readonly contrastAt: number; // where a “but” stands before it in its sentence; -1: nowhere
  readonly turns: 'sentence' | 'clause' | undefined; // what a “but” right before it begins
  readonly leadDisagrees: boolean; // “The union disagreed.” stands right before it
  readonly spellsOut: boolean; // “the idea that hotels harm fish”: says itself what is taken up
  readonly pointsBack: boolean; // “this”, “otherwise”, “that suggestion”: takes up what somebody said
  readonly saysUntrue: boolean; // “the idea that … is wrong”
  readonly counters: boolean; // “retorted”
  readonly byNoun: boolean; // told by a noun: “rumours that”, “the firm's claim that”
  readonly side: boolean; // its speakers are a side by name: “critics”, “others”, “analysts”
  readonly firm: boolean; // “insisted”, “argued”
  readonly givesFigure: boolean; // “the number at 212”, “it was nearer £6m”: a figure for what was counted before
  readonly foretells: boolean; // “expects”, “promised”: of what is to come
  readonly saysNone: boolean; // “there was no strike”
  readonly supposes: boolean; // “if”, “would”, “cannot”: what may or ought to be, not what is
  readonly isPronoun: boolean; // its source is “she”, “they”
  readonly disagreesWith: boolean; // “we disagree with the court's reading”
  readonly event: Sides; // what it says of an event that others may tell otherwise
  readonly toldFalsely: boolean; // “falsely claimed”, “incorrect reports”: the article says so itself
  readonly disowns: boolean; // “I never …”, “neither of us …”
}

const ANSWERING = list(
  'respond reply insist maintain contend argue counter deny stress reiterate defend disagree rebut retort',
);

const URGING = list('urge ask call demand request order appeal press propose want invite recommend');

const DOUBTFUL = /^(?:s[ck]eptic|doubt|unconvinced$|wary$)/;

const CONVINCED = /^(?:convinced|persuaded|believe|think)$/;

/** Verbs that disagree once they are negated: “does not believe”, “did not find”. */
const ASSENTING = list('confirm believe find think see accept know agree support verify want');

/** Words that tell nothing of whom or what a claim is about. */
const COMMON = list(
  'that this with from they their have been will would were which about said says more than into over after official officials spokesman spokeswoman spokesperson president minister leader chief',
);

/** The claims of a document in their order, each with what tells how it stands to the others. */
export function readUtterances(
  doc: TextDocument,
  claims: readonly Claim[],
  playersIn: (claim: Claim) => ReadonlySet<string>,
): Utterance[] {
  const { lower } = wordsOf(doc);
  const { of: stemAt, count: stems } = stemNumbers(doc);
  const rarity = rarities(doc);
  const marks = new Uint8Array(stems);
  const topicOf = (ranges: readonly Range[]): Topic => {
    const found: number[] = [];
    for (const { first, end } of ranges) {
      for (let i = first; i < end; i++) {
        const stem = stemAt[i]!;
        if (stem < 0 || marks[stem]) continue;
        marks[stem] = 1;
        found.push(stem);
      }
    }
    for (const stem of found) marks[stem] = 0;
    return new Topic(found, rarity, marks);
  };
  const speakers = new Map([['', 0]]);
  const rangesOf = (span: Span | null): Range[] => (span ? [tokensIn(doc, span)] : []);
  const wordsIn = (ranges: readonly Range[]): string[] =>
    ranges.length === 1
      ? lower.slice(ranges[0]!.first, ranges[0]!.end)
      : ranges.flatMap(({ first, end }) => lower.slice(first, end));
  const signsAt = signsIn(doc);
  let before: Speaking | undefined;
  return claims.map((claim, index) => {
    const ofCue = rangesOf(claim.cue);
    const ofContent = claim.content.map(piece => tokensIn(doc, piece));
    const ofSource = rangesOf(claim.source);
    const [cue, content, source] = [wordsIn(ofCue), wordsIn(ofContent), wordsIn(ofSource)];
    const verb = cueOf(cue.findLast(word => cueOf(word) !== undefined) ?? '');
    const lemma = verb?.lemma ?? cue.at(-1) ?? '';
    const sentence = Math.max(0, sentenceIndexAt(doc, (claim.cue ?? claim.content[0]!).start));
    const { firstToken, block } = doc.sentences[sentence]!;
    const start = startOf(claim);
    const ofLead = leadOf(doc, start, firstToken);
    const lead = lower.slice(ofLead.first, ofLead.end);
    const carried =
      before && sentence - before.sentence <= 2 && isCarried(source, before) ? before : undefined;
    const speaker =
      claim.source?.playerId === undefined && carried
        ? carried.speaker
        : numbered(speakers, claim.source?.playerId ?? source.join(' '));
    const isBody = (OFFICES.has(claim.sourceKind) && !isOneOf(source)) || carried?.isBody === true;
    before = { speaker, sentence, isBody, source: carried?.source ?? source };
    const cueSigns = readSigns(signsAt, ofCue);
    const contentSigns = readSigns(signsAt, ofContent);
    const leadSigns = readSigns(signsAt, [ofLead]);
    const sourceSigns = readSigns(signsAt, ofSource);
    const beginning = readSigns(signsAt, ofContent, OPENING);
    const attitude = attitudeOf(cueSigns.signs);
    const negated =
      cueSigns.negations > 0 ||
      lead.at(-1) === 'nor' ||
      source.at(-1) === 'nor' ||
      NOBODY.test(`${source[0] ?? ''} ${source[1] ?? ''}`);
    const opposes = negated ? attitude > 0 || ASSENTING.has(lemma) : attitude < 0;
    const numbers = numbersIn(doc, ofContent);
    const isJudged = isJudging(cue, content) && isPointing(content);
    const isRejected = (beginning.signs & (Sign.against | Sign.negative)) !== 0 && isRejecting(content);
    // what “would deny” something denies nothing
    const stance = cue.some(word => SUPPOSED.has(word)) ? undefined : verb?.stance;
    const denies = stance === 'denies' && !negated;
    return {
      claim,
      index,
      topic: topicOf(ofContent),
      numbers,
      sourceTopic: topicOf(ofSource),
      players: playersIn(claim),
      speaker,
      sentence,
      opening: Math.max(0, sentenceIndexAt(doc, start)),
      isOneSentence:
        sentenceIndexAt(doc, claim.content[0]!.start) === sentenceIndexAt(doc, claim.content.at(-1)!.end - 1),
      block,
      isHeading: isHeading(doc, block),
      length: Math.min(60, content.length),
      stance,
      negatedCue: negated,
      negations: Math.min(3, contentSigns.negations),
      opensNegative: beginning.negations > 0 && readSigns(signsAt, ofContent, 4).negations > 0,
      refutes: (contentSigns.signs & Sign.refutes) !== 0,
      callsFalse: (contentSigns.signs & Sign.callsFalse) !== 0,
      rumour: lead.at(-1) === 'unconfirmed' || ((cueSigns.signs | sourceSigns.signs) & Sign.rumour) !== 0,
      silent: (cueSigns.signs & Sign.silent) !== 0 && content.length <= SHORT && content.includes('comment'),
      withholds: negated
        ? verb?.stance !== undefined || (cueSigns.signs & Sign.withholds) !== 0 // “did not respond”
        : (cueSigns.signs & Sign.declines) !== 0 &&
          ((cueSigns.signs | readSigns(signsAt, ofContent, 2).signs) & Sign.withholds) !== 0, // “refused to discuss the claim”
      concedes: !negated && CONCEDING.has(lemma),
      isFigure: content.length <= 6 && numbers.length > 0,
      isMutual: isMutual(content),
      isCharge: (cueSigns.signs & Sign.charge) !== 0,
      prosecutes:
        (sourceSigns.signs & Sign.prosecutes) !== 0 || (source.length === 0 && cue.at(-1) === 'heard'),
      clears: isClearing(readSigns(signsAt, ofContent, 6).signs, denies),
      anaphor: isAnaphor(content) || isJudged,
      judges: isJudged && contentSigns.favour <= 0 && isOfAssertion(content) && cue.at(-1) !== 'for',
      several: isSeveral(content),
      nouns:
        beginning.signs & Sign.spokenOf
          ? content
              .slice(0, 6)
              .filter(word => SPOKEN_OF.has(word))
              .map(familyOf)
          : [],
      cueFamilies: once(
        () =>
          new Set(
            [...cue, ...(source.length < 5 ? source : [])].filter(word => word.length > 3).map(familyOf),
          ),
      ),
      contrast: (leadSigns.signs & Sign.contrast) !== 0,
      answers: ((leadSigns.signs | cueSigns.signs) & Sign.responds) !== 0,
      answering: ANSWERING.has(lemma),
      accusing: ACCUSING.has(lemma) || (cueSigns.signs & Sign.accusing) !== 0,
      urging: URGING.has(lemma),
      hearsay: (cueSigns.signs & Sign.hearsay) !== 0,
      favour: cueSigns.favour + contentSigns.favour,
      attitude: negated ? opposite(attitude) : attitude,
      opposes,
      disagrees: (beginning.signs & (Sign.disagrees | Sign.against)) !== 0,
      denies: denies && lemma === 'deny' && content[0] !== 'by', // “was denied by” with its sides swapped tells not what
      doubts: cue.some(word => (negated ? CONVINCED : DOUBTFUL).test(word)),
      takesUp: content.length <= SHORT && isTakingUp(content, claim.sourceKind === 'person'),
      disclaims: (contentSigns.signs & (Sign.negative | Sign.refutes)) !== 0 && isDisclaiming(content),
      saysNotSo: isNotSo(content) || isRejected,
      rejects:
        denies ||
        isRejected ||
        opposes ||
        isUntrue(content, beginning.negations) ||
        (isJudged && isScornful(content)),
      critic: (sourceSigns.signs & Sign.critic) !== 0,
      charges: (cueSigns.signs & Sign.accusing) !== 0 || (contentSigns.signs & Sign.wrong) !== 0,
      sourceFamilies: once(() => familiesOf(source)),
      families: once(() => new Set(familiesOf(content))),
      start,
      contrastAt: contrastBefore(doc, signsAt, start, firstToken),
      turns: turnBefore(lower, tokenAt(doc, start), firstToken),
      leadDisagrees: isLedByDisagreement(doc, claim, claims[index - 1], sentence),
      spellsOut: content.slice(1, 5).some((word, i) => word === 'that' && SPOKEN_OF.has(content[i]!)),
      pointsBack: isRejected || isPointingBack(content) || (isJudged && /^th(?:is|at)$/.test(content[0]!)),
      counters: (cueSigns.signs & Sign.counters) !== 0,
      saysUntrue: isSaidUntrue(content),
      byNoun: ((cueSigns.signs | sourceSigns.signs) & Sign.brings) !== 0,
      side: (sourceSigns.signs & Sign.side) !== 0,
      firm: FIRM.has(lemma),
      givesFigure: numbers.length > 0 && content.length <= 10 && isGivingFigure(cue, content),
      foretells: cue.some(word => FORETELLING.test(word)),
      saysNone: content.length <= SHORT && isSayingNone(content),
      supposes: content.some(word => SUPPOSING.has(word)),
      event: contentSigns.signs & Sign.event ? sidesOf(cue, content) : NO_SIDES,
      toldFalsely: isToldFalsely(signsAt, lower, ofCue[0]),
      disowns: contentSigns.negations > 0 && isInFirstPerson(content),
      disagreesWith: (beginning.signs & Sign.against) !== 0 && isDisagreeingWith(content),
      isPronoun: source.length === 1 && PRONOUNS.has(source[0]!) && claim.source?.playerId === undefined,
    };
  });
}

const FORETELLING =
  /^(?:expect|forecast|predict|ask|demand|want|offer|propos|seek|promis|pledg|hope|fear|plan|urg|call|invit|recommend|threat|vow|swear|swore)/;

const FIRM = list('insist maintain argue contend counter claim');

const SUPPOSED = list('would could might');

const SUPPOSING = list('if unless would will should must may might cannot');

/** “Nobody disputes the figure”; “No 10” is somebody. */
const NOBODY = /^(?:nobody|none|neither|few|no (?!\d))/;

const CONCEDING = list('admit acknowledge concede confirm agree accept');

/** Whether nothing ends the last sentence of a block. */
function isHeading({ text, blocks }: TextDocument, block: number): boolean {
  const { start, end } = blocks[block]!;
  return (
    end - start < LONGEST_HEADING &&
    !/[.!?…:;]["'”’»)\]]*\s*$/.test(text.slice(Math.max(start, end - 8), end))
  );
}

/** UTF-16 units. */
const LONGEST_HEADING = 250;

/** Whether one stands in a heading over the other, and so tells in short what the other and others tell. */
export function isHeadingOver(x: Utterance, y: Utterance): boolean {
  return (x.isHeading || y.isHeading) && x.block !== y.block;
}

/** The number of a name among those met, a new one for a new name. */
function numbered(known: Map<string, number>, name: string): number {
  const number = known.get(name) ?? known.size;
  known.set(name, number);
  return number;
}

function opposite(attitude: -1 | 0 | 1): -1 | 0 | 1 {
  return attitude === 0 ? 0 : attitude > 0 ? -1 : 1;
}

/** Who speaks in a claim, and in which words that is told. */
interface Speaking {
  readonly speaker: number;
  readonly sentence: number;
  readonly isBody: boolean; // an organisation or an office
  readonly source: readonly string[];
}

/** “they”: whoever spoke last, where nobody else is known to be meant; “the agency”: if that was a body; “the report”: if that was “a report by …”. */
function isCarried(source: readonly string[], before: Speaking): boolean {
  const [first = '', noun = ''] = source;
  if (source.length === 1) return PRONOUNS.has(first);
  if (source.length !== 2 || first !== 'the') return false;
  return (before.isBody && BODIES.has(noun)) || introduces(before.source, noun);
}

/** “a report by the firm” introduces “the report”, not “the firm”. */
function introduces([article = '', ...words]: readonly string[], noun: string): boolean {
  if (!/^an?$/.test(article)) return false;
  const end = words.findIndex(word => /^(?:of|by|for|from|in|at|to|on|with|,)$/.test(word));
  return words[end < 0 ? words.length - 1 : end - 1] === noun;
}

/** “a report in The Herald”, “the minister”: not what “the team” would mean. */
function isOneOf(source: readonly string[]): boolean {
  return /^an?$/.test(source[0] ?? '') || source.some(word => PERSONS.has(word));
}

const PERSONS = list(
  'minister president mayor secretary governor chairman chairwoman chair chief director spokesman spokeswoman spokesperson ambassador judge king prince queen pope senator commissioner',
);

const PRONOUNS = list('he she they it we i');

const OFFICES = list('organisation office');

const BODIES = list(
  'agency company group organisation organization firm body department ministry office bank club team charity union party newspaper paper centre center institute institution university authority council commission committee',
);

/** “claims”, “claimed” and “claim” are one family, “allegation” and “allegedly” another. */
function familyOf(word: string): string {
  return word.slice(0, 5);
}

/** The tokens of the sentence before the claim. */
function leadOf(doc: TextDocument, start: number, sentenceStart: number): Range {
  const first = tokenAt(doc, start);
  return { first: Math.max(sentenceStart, first - LEAD), end: Math.max(sentenceStart, first) };
}

const LEAD = 12;

/** Where the nearest word of contrast before a claim stands in its sentence; -1: nowhere. */
function contrastBefore(
  doc: TextDocument,
  signsAt: (token: number) => number,
  start: number,
  sentenceStart: number,
): number {
  const first = tokenAt(doc, start);
  for (let k = first; k >= sentenceStart && k > first - MAX_CONTRAST; k--)
    if (signsAt(k) & Sign.contrast) return doc.tokens.start[k]!;
  return -1;
}

const MAX_CONTRAST = 50;

function startOf({ source, cue, content }: Claim): number {
  return Math.min(cue?.start ?? Infinity, source?.start ?? Infinity, content[0]!.start);
}

/** Tokens of content that tell no more than that somebody did not comment on something. */
const SHORT = 12;

/** What is worked out when it is asked for the first time. */
function once<T>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done ??= work());
}

function familiesOf(words: readonly string[]): string[] {
  return words.filter(word => word.length > 3 && !COMMON.has(word)).map(familyOf);
}

/** The claims before one, at most so many, in reading order. */
export function claimsBefore(
  utterances: readonly Utterance[],
  { index }: Utterance,
  most: number,
): Utterance[] {
  return utterances.slice(Math.max(0, index - most), index);
}

/** Whether two claims are the same speaker's. */
export function isSameSource(x: Utterance, y: Utterance): boolean {
  return x.speaker !== 0 && x.speaker === y.speaker;
}

/** Whether a claim stands inside the content of another: “denied the reports by nurses that …”. */
export function isInside({ content, cue }: Claim, outer: Claim): boolean {
  const start = Math.min(cue?.start ?? Infinity, content[0]!.start);
  return outer.content.some(piece => start >= piece.start && start < piece.end);
}

/** “falsely claimed that”, “mistakenly believe”, “incorrect reports that”: the article says itself that it is not so. */
function isToldFalsely(
  signsAt: (token: number) => number,
  lower: readonly string[],
  cue: Range | undefined,
): boolean {
  if (!cue) return false;
  for (let i = Math.max(0, cue.first - 1); i <= cue.end; i++) {
    const signs = signsAt(i);
    if (signs & Sign.falsely) return true;
    if (signs & Sign.incorrect && i < cue.end - 1) return NOUN_CUES.has(lower[cue.end - 1]!);
  }
  return false;
}
