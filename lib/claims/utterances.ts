import { alikeIn } from '../text/alike.ts';
import { stemNumbers, stemsOf } from '../text/content-words.ts';
import type { Range, TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { sentenceIndexAt, tokenAt, tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import type { Claim } from './claim.ts';
import { NEGATIVE, NOUN_CUES, cueOf } from './cues.ts';
import type { Stance } from './cues.ts';
import { isLedByDisagreement, turnBefore } from './leads.ts';
import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';

/**
 * The stems of some meaning words by their numbers, each once. To compare two the stems of one are marked, those of the
 * other are looked at, and the marks are taken away.
 */
class Topic {
  readonly stems: readonly number[];
  readonly weight: number; // how rare they are together
  private readonly rarity: Float64Array; // of every stem of the text
  private readonly marks: Uint8Array; // a place for every stem of the text, clean between any two comparisons

  constructor(stems: readonly number[], rarity: Float64Array, marks: Uint8Array) {
    this.stems = stems;
    this.weight = stems.reduce((sum, stem) => sum + rarity[stem]!, 0);
    this.rarity = rarity;
    this.marks = marks;
  }

  /** How many stems both have, and how rare these are together. */
  shared(other: Topic): { count: number; weight: number } {
    const { marks, rarity } = this;
    let count = 0;
    let weight = 0;
    for (const stem of other.stems) marks[stem] = 1;
    for (const stem of this.stems) {
      if (!marks[stem]) continue;
      count++;
      weight += rarity[stem]!;
    }
    for (const stem of other.stems) marks[stem] = 0;
    return { count, weight };
  }

  /** Whether both have a stem; for those with few. */
  meets(other: Topic): boolean {
    for (const stem of this.stems) if (other.stems.includes(stem)) return true;
    return false;
  }
}

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
  readonly disowns: boolean; // “I never …”, “neither of us …”
}

const REFUTATIONS = list(
  'false untrue baseless wrong lie lies lying innocent unfounded ridiculous nonsense fabricated misleading inaccurate incorrect groundless absurd untruth fiction myth hoax propaganda exaggerated mistaken distorted misrepresented smear scaremongering misunderstanding disagree disagrees disagreed unproven unsubstantiated',
);
const FALSE = list('false untrue baseless unfounded groundless fabricated hoax untruth nonsense');
const CONTRASTS = list(
  'but however although though while nevertheless nonetheless despite yet contrary instead whereas conversely conflicting otherwise',
);
const ACCUSING = list(
  'accuse blame allege claim charge criticise criticize condemn denounce suspect slam accused blamed alleged charged criticised criticized condemned suspected accusation accusations allegation allegations indicted convicted',
);
const ANSWERING = list(
  'respond reply insist maintain contend argue counter deny stress reiterate defend disagree rebut retort',
);
const RESPONSES = list(
  'response responded responding replied answer answered asked reaction reacting reacted answering questioned contacted defended defending',
);
const URGING = list('urge ask call demand request order appeal press propose want invite recommend');
const HEARSAY = list(
  'allegedly reportedly rumoured rumored believed reported said suspected rumours rumors speculation',
);
const BOUND = list('this that these those the such his her their its any both all');
const SPOKEN_OF = new Set([
  ...NOUN_CUES,
  ...list(
    'decision decisions ruling rulings verdict findings finding figure figures plan plans proposal proposals move idea ideas story stories charge charges conclusion conclusions version account accounts notion comparison comparisons judgment judgement characterisation characterization description numbers number total toll sum amount tally criticisms request call calls offer measure measures bill deal agreement treaty amendment amendments remark remarks comment comments assessment interpretation theory theories order ban sentence vote resolution reform reforms law policy strategy explanation reading label diagnosis analysis method study document letter article lawsuit insinuation implication line assumption assumptions',
  ),
]);
const FAVOUR = list(
  'support supports supported supporting welcome welcomed praise praised good great success successful safe right agree agreed accept accepted fair legal true approve approved win won strong benefit benefits positive alive innocent improve improved effective confident optimistic hope lawful justified necessary important help helped ready safely progress democratic peace peaceful',
);
const DISFAVOUR = list(
  'oppose opposed opposes against criticise criticised criticized condemn condemned bad failure failed fail fails unsafe wrong disagree reject rejected unfair illegal false lose lost weak harm negative dead died guilty worse worsen ineffective concerned worried fear fears unlawful unjustified unnecessary danger dangerous risk flawed fraud unable crisis unacceptable violate violated violates violation lie threat attack attacks killed damage disaster mistake problem problems unlikely',
);

/** What single words say of an utterance, as bits. */
const Sign = {
  negative: 1,
  refutes: 2,
  callsFalse: 4,
  contrast: 8,
  accusing: 16,
  responds: 32,
  hearsay: 64,
  favour: 128,
  disfavour: 256,
  disagrees: 512,
  spokenOf: 1024,
  brings: 2048,
  side: 4096,
  counters: 8192,
  // by how they begin
  against: 1 << 14,
  backs: 1 << 15,
  wrong: 1 << 16,
  rumour: 1 << 17,
  silent: 1 << 18,
  withholds: 1 << 19,
  declines: 1 << 20,
  charge: 1 << 21,
  innocent: 1 << 22,
  wrongdoing: 1 << 23,
  critic: 1 << 24,
  prosecutes: 1 << 25,
} as const;

/** The signs of some tokens together, or of the first so many, and how often they negate and favour. */
function readSigns(
  signsAt: (token: number) => number,
  ranges: readonly Range[],
  most = Infinity,
): { signs: number; negations: number; favour: number } {
  let signs = 0;
  let negations = 0;
  let favour = 0;
  let left = most;
  for (const { first, end } of ranges) {
    for (let i = first; i < end && left > 0; i++, left--) {
      const own = signsAt(i);
      signs |= own;
      if (own & Sign.negative) negations++;
      if (own & Sign.favour) favour++;
      if (own & Sign.disfavour) favour--;
    }
  }
  return { signs, negations, favour };
}

/** Words of being against, of backing and of wrongdoing, by how they begin. */
const AGAINST =
  /^(?:oppos|against$|object|critici|condemn|denounc|reject|dismiss|disput|den(?:y|ie)|counter|refut|rebut|disagree|s[ck]eptic|challeng|question(?:ed|s)?$|doubt|deplor|decr[iy]|slam|blast|protest|contest|contradict|disapprov|refus|ridicul)/;
const FOR =
  /^(?:support|favou?r|back(?:s|ed|ing)?$|welcom|prais|agree|approv|endors|defend|accept|prefer|applaud|admir|optimis|confiden|justif|convinced)/;
const WRONG =
  /^(?:accus|alleg|charg|convict|indict|guilt|blam|violat|illeg|fraud|corrupt|abus|murder|kill|attack|bomb|lie$|lied|lying|fail|breach|crime|bribe|steal|stole|cheat|manipulat|responsib|behind$|threat|discriminat|negligen|cover-up|misl[ei]|tortur|rape|assault|scam|interfer|smuggl|launder|sabotag)/;
const DOUBTFUL = /^(?:s[ck]eptic|doubt|unconvinced$|wary$)/;
const CONVINCED = /^(?:convinced|persuaded|believe|think)$/;
/** Verbs that disagree once they are negated: “does not believe”, “did not find”. */
const ASSENTING = list('confirm believe find think see accept know agree support verify want');
const DISAGREEING = list(
  'unlikely unacceptable premature unjust unfair unjustified unrealistic impossible political politically ploy smear pretext cover excuse stunt otherwise conflicting unconvinced irresponsible slander vendetta scapegoat cynical politicised politicized witch-hunt misunderstood overstated merely rather instead',
);
/** Words at the start of content that are read for disagreement. */
const OPENING = 12;
/** Words that tell nothing of whom or what a claim is about. */
const COMMON = list(
  'that this with from they their have been will would were which about said says more than into over after official officials spokesman spokeswoman spokesperson president minister leader chief',
);

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
      disclaims:
        (contentSigns.signs & (Sign.negative | Sign.refutes)) !== 0 && DISCLAIMED.test(content.join(' ')),
      saysNotSo: isNegated(content, TRUTH),
      rejects:
        denies || opposes || isUntrue(content, beginning.negations) || (isJudged && content.some(isScorn)),
      critic: (sourceSigns.signs & Sign.critic) !== 0,
      charges: (cueSigns.signs & Sign.accusing) !== 0 || (contentSigns.signs & Sign.wrong) !== 0,
      sourceFamilies: once(() => familiesOf(source)),
      families: once(() => new Set(familiesOf(content))),
      start,
      contrastAt: contrastBefore(doc, signsAt, start, firstToken),
      turns: turnBefore(lower, tokenAt(doc, start), firstToken),
      leadDisagrees: isLedByDisagreement(doc, claim, claims[index - 1], sentence),
      spellsOut: content.slice(1, 5).some((word, i) => word === 'that' && SPOKEN_OF.has(content[i]!)),
      pointsBack: isPointingBack(content) || (isJudged && /^th(?:is|at)$/.test(content[0]!)),
      counters: (cueSigns.signs & Sign.counters) !== 0,
      saysUntrue: isSaidUntrue(content),
      byNoun: ((cueSigns.signs | sourceSigns.signs) & Sign.brings) !== 0,
      side: (sourceSigns.signs & Sign.side) !== 0,
      firm: FIRM.has(lemma),
      givesFigure: numbers.length > 0 && content.length <= 10 && isGivingFigure(cue, content),
      foretells: cue.some(word => FORETELLING.test(word)),
      saysNone: content.length <= SHORT && isSayingNone(content),
      supposes: content.some(word => SUPPOSING.has(word)),
      disowns: contentSigns.negations > 0 && FIRST_PERSON.test(content[0]!),
      disagreesWith: content
        .slice(0, OPENING)
        .some((word, i) => word.startsWith('disagree') && content[i + 1] === 'with'),
      isPronoun: source.length === 1 && PRONOUNS.has(source[0]!) && claim.source?.playerId === undefined,
    };
  });
}

/** Nouns of what was said, not of what was done: “the suggestion”, not “the deal”. */
const SAYINGS = list(
  'claim claims allegation allegations assertion assertions accusation accusations statement statements report reports suggestion suggestions prediction predictions argument arguments view views opinion opinions belief beliefs notion notions idea ideas criticism criticisms proposal proposals call calls demand demands request requests conclusion conclusions assumption assumptions remark remarks comment comments rumour rumours rumor rumors theory theories',
);

/** “this”, “otherwise”, “with that view”, “such a conclusion”. */
function isPointingBack(content: readonly string[]): boolean {
  const isLed = content[0] === 'that' ? content.length > 3 : /^(?:with|to|by)$/.test(content[0] ?? '');
  const start = isLed ? 1 : 0;
  const [first = '', second = '', third = ''] = content.slice(start);
  if (content.length - start <= 2 && /^(?:this|that|these|those|so|otherwise|differently)$/.test(first))
    return true;
  return (BOUND.has(first) || first === 'no') && (SAYINGS.has(second) || SAYINGS.has(third));
}

/** “the idea that the herring left is wrong”, “reports of a deal are not true”. */
function isSaidUntrue(content: readonly string[]): boolean {
  const at = content.slice(0, 5).findIndex(word => SAYINGS.has(word));
  if (at < 0) return false;
  return content.some(
    (word, i) => i > at && BE.has(word) && content.slice(i + 1, i + 5).some(after => UNTRUE.has(after)),
  );
}
const BE = list('is are was were be been');
const UNTRUE = list(
  'false untrue baseless wrong unfounded groundless incorrect inaccurate nonsense ridiculous absurd misleading mistaken fabricated debunked ludicrous',
);

/** “put the toll at 40”, “the true cost was 9m”, “it is nearer 150”. */
function isGivingFigure(cue: readonly string[], content: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = content[0] === 'that' ? content.slice(1) : content;
  if (/^(?:the|that|this)$/.test(first)) return AMOUNTS.has(second) || AMOUNTS.has(third);
  if (!/^(?:it|this|them)$/.test(first) && !AMOUNTS.has(second)) return false;
  return /^puts?$/.test(cue[0] ?? '') || content.slice(0, 6).some(word => /^(?:nearer|closer)$/.test(word));
}
const AMOUNTS = list(
  'number figure figures toll total count cost costs bill amount sum size value price gap ratio rate rise fall drop share crowd losses damage turnout',
);
const FORETELLING =
  /^(?:expect|forecast|predict|ask|demand|want|offer|propos|seek|promis|pledg|hope|fear|plan|urg|call|invit|recommend|threat|vow|swear|swore)/;

/** Who speaks for a side without being named. */
const SIDES = list(
  'critics critic opponents opponent sceptics skeptics detractors others experts analysts economists scientists researchers campaigners activists residents doctors rivals',
);
const COUNTERS = list('counter counters countered retort retorts retorted rebut rebuts rebutted');
const FIRM = list('insist maintain argue contend counter claim');

/** Who speaks against somebody by name or by office. */
const CRITIC =
  /^(?:critics?|opponents?|opposition|rivals?|s[ck]eptics?|lawyers?|attorneys?|counsel|barrister|solicitor|defen[cs]e|defendant|activists?|campaigners?|unions?|protesters?|residents|families)$/;
const SUPPOSED = list('would could might');
const SUPPOSING = list('if unless would will should must may might cannot');
/** “Nobody disputes the figure”; “No 10” is somebody. */
const NOBODY = /^(?:nobody|none|neither|few|no (?!\d))/;
const CONCEDING = list('admit acknowledge concede confirm agree accept');
const PROSECUTING = /^(?:prosecut|indictment|complaint$|lawsuit|police$|investigators$|plaintiffs?$)/;
const WITHHELD =
  /^(?:confirm|discuss|elaborat|speculat|comment|say$|disclos|reveal|respond|answer|responsibility$)/;
const DECLINING = /^(?:declin|refus)/;
const CHARGE =
  /^(?:accus|charged?$|charges$|indict|convict|alleg|blam|suspect(?:ed|s)?$|suspicio|sued?$|guilty)/;

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

/** “each other”, “one another” first of all. */
function isMutual([first = '', second = '']: readonly string[]): boolean {
  return (first === 'each' && second === 'other') || (first === 'one' && second === 'another');
}

/** “not guilty”, “denied any wrongdoing”, “is innocent”. */
function isClearing(opening: number, denied: boolean): boolean {
  const isNegative = denied || (opening & Sign.negative) !== 0;
  return (opening & Sign.innocent) !== 0 || (isNegative && (opening & Sign.wrongdoing) !== 0);
}
const INNOCENT = /^innocen(?:t|ce)$/;
const WRONGDOING =
  /^(?:wrongdoing|involvement|misconduct|guilty|responsib(?:le|ility)$|blame$|fault$|liability|knowledge|impropriety|charges?$|accusations?$|allegations?$)/;

/** “is not true”, “not so”, “no evidence of”, “otherwise”; not “not so large”. */
function isUntrue(content: readonly string[], negations: number): boolean {
  if (content.length <= 3 && /^(?:otherwise|differently)$/.test(content[0] ?? '')) return true;
  if (negations === 0) return false;
  if (isNegated(content, TRUTH) || isNegated(content, EVIDENCE)) return true;
  return content
    .slice(0, OPENING)
    .some(
      (word, i) =>
        NEGATIVE.has(word) &&
        (content[i + 1] === 'such' || (content[i + 1] === 'so' && !/\w/.test(content[i + 2] ?? ''))),
    );
}
const TRUTH = list('true truth case correct accurate');
const EVIDENCE = list('evidence basis foundation indication sign proof');

/** “throwing it”, “this four times”, “any of that”; “that it was his” of a person alone, since a firm is “it” itself. */
function isTakingUp(content: readonly string[], isPerson: boolean): boolean {
  return content.some((word, i) => {
    if (word === 'this') return true;
    if (word === 'that') return i > 0 && i === content.length - 1;
    return word === 'it' && (isPerson || (i > 0 && content[i - 1] !== 'that'));
  });
}

/** “that is simply not true”, “It's a lie”, at the start or after a full stop, a comma or “that”. */
const DISCLAIMED =
  /(?:^|[.…,“"‘] |\b(?:that|and|but) )(?:that|this|it) (?:is|was|'s|’s) (?:\w+ly |just )?(?:not (?:true|correct|the case)|untrue|false|wrong|nonsense|a lie)\b/;

/** Whether a negation stands right before one of the words where it opens: “is not quite true”, “no truth to”. */
function isNegated(content: readonly string[], words: ReadonlySet<string>): boolean {
  return content
    .slice(0, OPENING)
    .some((word, i) => NEGATIVE.has(word) && content.slice(i + 1, i + 4).some(after => words.has(after)));
}

/** “there was no strike”, “that there had been none”. */
function isSayingNone(content: readonly string[]): boolean {
  const at = content[0] === 'that' ? 1 : 0;
  if (content[at] !== 'there') return false;
  return content.slice(at + 2, at + 4).some(word => /^(?:no|never|none)$/.test(word));
}

/** Cues that judge what they speak of: “called the claim a lie”, “branded it absurd”. */
const JUDGING =
  /^(?:call(?:s|ed|ing)?$|describ|brand|dismiss|label|denounc|consider|deem|regard|dub|characteri|rubbish|ridicul|portray)/;
const FINDING = /^f(?:inds?|ound)$/;

/** “called that a lie”, “found it unfair”; not “found that it was unfair”. */
function isJudging(cue: readonly string[], content: readonly string[]): boolean {
  return cue.some(word => JUDGING.test(word) || (FINDING.test(word) && content[0] !== 'that'));
}
const SCORN =
  /^(?:distort|fabricat|inflat|exaggerat|overblown|overstat|speculat|conspir|fantas|insult|implausib|unfair|stunt|ploy|rubbish|slur|outrag|ludicr|laugh|fairy|unrealistic|dishonest|irrespons|shame|invent|bizarre|pretext|hysteri|offensive|disgrace|desperat|cynic|harass|unjust|wicked|malic|witch|politic)/;

/** “the figure ‘plucked from the air’”: whether a noun opens it for what is said to be so, and more follows. */
function isOfAssertion(content: readonly string[]): boolean {
  return (
    content.length > 3 && BOUND.has(content[0]!) && content.slice(1, 3).some(word => ASSERTED.test(word))
  );
}
const ASSERTED =
  /^(?:claims?|alleg|accusation|assertion|charges?|figures?|numbers?|tolls?|estimates?|reports?|story|stories|accounts?|comparison|suggestions?|explanation|versions?|characteri|description|theory|rumou?rs?|arguments?)/;

/** “it”, “that”, “the claims” at the start of what is judged. */
function isPointing([first = '', second = '', third = '']: readonly string[]): boolean {
  return (
    /^(?:it|this|that|these|those|them)$/.test(first) ||
    (BOUND.has(first) && (SPOKEN_OF.has(second) || SPOKEN_OF.has(third)))
  );
}

function isScorn(word: string): boolean {
  return SCORN.test(word) || DISFAVOUR.has(word) || REFUTATIONS.has(word);
}

/** What opens a speaker's answer in his own name. */
const FIRST_PERSON = /^(?:i|we|my|our|neither|nothing)$/;

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
const RUMOUR = /^(?:rumou?r|speculat|unconfirmed$|unverified$)/;
const SILENT = /^(?:declin|refus|not$|n't$|unable$)/;

/** What a cue thinks of what it brings: “backed”, “was criticised by”. */
function attitudeOf(cue: number): -1 | 0 | 1 {
  if (cue & Sign.against) return -1;
  return cue & Sign.backs ? 1 : 0;
}

/** Signs of whole words, and of words by how they begin. */
const SIGNS = new Map<string, number>();
for (const [bit, words] of [
  [Sign.negative, NEGATIVE],
  [Sign.refutes, REFUTATIONS],
  [Sign.callsFalse, FALSE],
  [Sign.contrast, CONTRASTS],
  [Sign.accusing, ACCUSING],
  [Sign.responds, RESPONSES],
  [Sign.hearsay, HEARSAY],
  [Sign.favour, FAVOUR],
  [Sign.disfavour, DISFAVOUR],
  [Sign.disagrees, DISAGREEING],
  [Sign.spokenOf, SPOKEN_OF],
  [Sign.brings, NOUN_CUES],
  [Sign.side, SIDES],
  [Sign.counters, COUNTERS],
] as const)
  for (const word of words) SIGNS.set(word, (SIGNS.get(word) ?? 0) | bit);
const BEGINNINGS: readonly (readonly [bit: number, words: RegExp])[] = [
  [Sign.against, AGAINST],
  [Sign.backs, FOR],
  [Sign.wrong, WRONG],
  [Sign.rumour, RUMOUR],
  [Sign.silent, SILENT],
  [Sign.withholds, WITHHELD],
  [Sign.declines, DECLINING],
  [Sign.charge, CHARGE],
  [Sign.innocent, INNOCENT],
  [Sign.wrongdoing, WRONGDOING],
  [Sign.critic, CRITIC],
  [Sign.prosecutes, PROSECUTING],
];
/** One look tells of nearly all words that they begin as none of these. */
const ANY_BEGINNING = new RegExp(BEGINNINGS.map(([, words]) => words.source).join('|'));

function signsOf(word: string): number {
  let signs = SIGNS.get(word) ?? 0;
  if (ANY_BEGINNING.test(word)) for (const [bit, words] of BEGINNINGS) if (words.test(word)) signs |= bit;
  return signs;
}

/** The signs of a document's tokens, worked out once for each spelling that is asked for. */
function signsIn(doc: TextDocument): (token: number) => number {
  const { lower } = wordsOf(doc);
  const alike = alikeIn(doc);
  const known = new Int32Array(lower.length).fill(UNKNOWN);
  return token => {
    const first = alike[token];
    if (first === undefined) return 0; // behind the last token
    if (known[first] === UNKNOWN) known[first] = signsOf(lower[first]!);
    return known[first]!;
  };
}
const UNKNOWN = -1;

/** What is worked out when it is asked for the first time. */
function once<T>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done ??= work());
}

function familiesOf(words: readonly string[]): string[] {
  return words.filter(word => word.length > 3 && !COMMON.has(word)).map(familyOf);
}

function numbersIn(doc: TextDocument, ranges: readonly Range[]): { value: string; unit: string }[] {
  const { lower } = wordsOf(doc);
  const stems = stemsOf(doc);
  const numbers: { value: string; unit: string }[] = [];
  const isSpelled = spelledIn(doc);
  for (const { first, end } of ranges) {
    for (let i = first; i < end && numbers.length < MAX_NUMBERS; i++) {
      const spelled = isSpelled(i) ? NUMBER_WORDS.get(lower[i]!) : undefined;
      if (doc.tokens.kind[i] !== TokenKind.number && spelled === undefined) continue;
      const noun = [1, 2, 3].map(ahead => stems[i + ahead] ?? '').find(stem => stem !== '') ?? '';
      const money = /[$£€]$/.test(lower[i - 1] ?? '') ? '$' : '';
      numbers.push({
        value: spelled ?? lower[i]!,
        unit: lower[i + 1] === '%' ? '%' : money + noun,
      });
    }
  }
  return numbers;
}
const MAX_NUMBERS = 4;
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, number) => [word, String(number)]),
);
const spelledIn = listed([...NUMBER_WORDS.keys()]);

/** “these claims”, “the allegation”, “this”. */
function isAnaphor(content: readonly string[]): boolean {
  const start = content[0] === 'that' && content.length > 3 ? 1 : 0;
  const [determiner = '', noun = '', after = ''] = content.slice(start);
  if (content.length <= 2 && /^(?:this|these|that|it|so|otherwise)$/.test(determiner)) return true;
  return BOUND.has(determiner) && (SPOKEN_OF.has(noun) || SPOKEN_OF.has(after));
}

/** “these claims”, “all the accusations”, “both”; not “the claim”. */
function isSeveral(content: readonly string[]): boolean {
  return content
    .slice(0, 4)
    .some(word => /^(?:these|those|both|all)$/.test(word) || (SPOKEN_OF.has(word) && /[^s]s$/.test(word)));
}

/** How rare each stem is in the text, by its number: met once 1, met often little. */
function rarities(doc: TextDocument): Float64Array {
  const { of: stemAt, count } = stemNumbers(doc);
  const counts = new Float64Array(count);
  for (const stem of stemAt) if (stem >= 0) counts[stem]!++;
  return counts.map(times => 1 / Math.sqrt(times));
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
