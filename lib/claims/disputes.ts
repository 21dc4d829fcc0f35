import { stemNumbers, stemsOf } from '../text/content-words.ts';
import type { TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { sentenceIndexAt, tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { WordClass, wordClass, wordsOf } from '../text/words.ts';
import type { Claim } from './claim.ts';
import { NOUN_CUES, cueOf } from './cues.ts';
import type { Stance } from './cues.ts';

/** Claims further apart than this are not compared: a claim may dispute so many before it, and so many after it. */
const BEFORE = 8;
const AFTER = 4;

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
  readonly block: number;
  readonly length: number; // tokens of content
  readonly stance: Stance | undefined; // as the cue has it, without negation
  readonly negatedCue: boolean;
  readonly negations: number; // in the content
  readonly opensNegative: boolean;
  readonly refutes: boolean; // “wrong”, “misleading”
  readonly callsFalse: boolean; // “false”, “baseless”
  readonly rumour: boolean;
  readonly silent: boolean; // “declined to comment”
  readonly anaphor: boolean; // “these claims”, “the accusation”
  readonly nouns: readonly string[]; // families of “claim”, “report” … its content opens with
  readonly cueFamilies: ReadonlySet<string>;
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
  readonly sourceFamilies: readonly string[];
  readonly families: ReadonlySet<string>; // of the words of its content
  readonly start: number; // UTF-16, where source, cue or content begin
  readonly contrastAt: number; // where a “but” stands before it in its sentence; -1: nowhere
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const NEGATIVE = list(
  "not n't no never neither nor none without nothing nobody cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't",
);
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
    'decision ruling verdict findings finding figure figures plan proposal move idea story charge charges conclusion version account notion comparison judgment judgement characterisation description numbers',
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
} as const;
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
] as const)
  for (const word of words) SIGNS.set(word, (SIGNS.get(word) ?? 0) | bit);

/** The signs of some words together, and how often they negate and favour. */
function readSigns(words: readonly string[]): { signs: number; negations: number; favour: number } {
  let signs = 0;
  let negations = 0;
  let favour = 0;
  for (const word of words) {
    const own = SIGNS.get(word);
    if (own === undefined) continue;
    signs |= own;
    if (own & Sign.negative) negations++;
    if (own & Sign.favour) favour++;
    if (own & Sign.disfavour) favour--;
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
  const topicOf = (spans: readonly Span[]): Topic => {
    const found: number[] = [];
    for (const span of spans) {
      const { first, end } = tokensIn(doc, span);
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
  const wordsIn = (span: Span): string[] => {
    const { first, end } = tokensIn(doc, span);
    return lower.slice(first, end);
  };
  let before: { speaker: number; sentence: number; isBody: boolean } | undefined;
  return claims.map((claim, index) => {
    const cue = claim.cue ? wordsIn(claim.cue) : [];
    const content = claim.content.flatMap(wordsIn);
    const source = claim.source ? wordsIn(claim.source) : [];
    const verb = cueOf(cue.findLast(word => cueOf(word) !== undefined) ?? '');
    const lemma = verb?.lemma ?? cue.at(-1) ?? '';
    const sentence = Math.max(0, sentenceIndexAt(doc, (claim.cue ?? claim.content[0]!).start));
    const { firstToken, block } = doc.sentences[sentence]!;
    const start = startOf(claim);
    const lead = leadOf(doc, lower, start, firstToken);
    const carried =
      before && sentence - before.sentence <= 2 && isCarried(source, before.isBody) ? before : undefined;
    const speaker =
      claim.source?.playerId === undefined && carried
        ? carried.speaker
        : numbered(speakers, claim.source?.playerId ?? source.join(' '));
    before = { speaker, sentence, isBody: OFFICES.has(claim.sourceKind) || carried?.isBody === true };
    const [ofCue, ofContent, ofLead] = [readSigns(cue), readSigns(content), readSigns(lead)];
    const attitude = attitudeOf(cue);
    const negated = ofCue.negations > 0;
    return {
      claim,
      index,
      topic: topicOf(claim.content),
      numbers: numbersIn(doc, claim),
      sourceTopic: topicOf(claim.source ? [claim.source] : []),
      players: playersIn(claim),
      speaker,
      sentence,
      block,
      length: Math.min(60, content.length),
      stance: verb?.stance,
      negatedCue: negated || lead.at(-1) === 'nor' || source.at(-1) === 'nor',
      negations: Math.min(3, ofContent.negations),
      opensNegative: ofContent.negations > 0 && content.slice(0, 4).some(word => NEGATIVE.has(word)),
      refutes: (ofContent.signs & Sign.refutes) !== 0,
      callsFalse: (ofContent.signs & Sign.callsFalse) !== 0,
      rumour: lead.at(-1) === 'unconfirmed' || [...cue, ...source].some(word => RUMOUR.test(word)),
      silent: content.length <= SHORT && content.includes('comment') && cue.some(word => SILENT.test(word)),
      anaphor: isAnaphor(content),
      nouns: content
        .slice(0, 6)
        .filter(word => SPOKEN_OF.has(word))
        .map(familyOf),
      cueFamilies: new Set(
        [...cue, ...(source.length < 5 ? source : [])].filter(word => word.length > 3).map(familyOf),
      ),
      contrast: (ofLead.signs & Sign.contrast) !== 0,
      answers: ((ofLead.signs | ofCue.signs) & Sign.responds) !== 0,
      answering: ANSWERING.has(lemma),
      accusing: ACCUSING.has(lemma) || (ofCue.signs & Sign.accusing) !== 0,
      urging: URGING.has(lemma),
      hearsay: (ofCue.signs & Sign.hearsay) !== 0,
      favour: ofCue.favour + ofContent.favour,
      attitude: negated ? opposite(attitude) : attitude,
      opposes: negated ? attitude > 0 || ASSENTING.has(lemma) : attitude < 0,
      disagrees: content.slice(0, OPENING).some(word => DISAGREEING.has(word) || AGAINST.test(word)),
      charges: (ofCue.signs & Sign.accusing) !== 0 || content.some(word => WRONG.test(word)),
      sourceFamilies: familiesOf(source),
      families: new Set(familiesOf(content)),
      start,
      contrastAt: contrastBefore(doc, lower, start, firstToken),
    };
  });
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

/** “they”: whoever spoke last, where nobody else is known to be meant; “the agency”: if that was a body. */
function isCarried(source: readonly string[], isBody: boolean): boolean {
  const [first = '', noun = ''] = source;
  return source.length === 1
    ? PRONOUNS.has(first)
    : isBody && source.length === 2 && first === 'the' && BODIES.has(noun);
}
const PRONOUNS = list('he she they it we i');
const BODIES = list(
  'agency company group organisation organization firm body department ministry office bank club team charity union party newspaper paper centre center institute institution university authority council commission committee',
);

/** “claims”, “claimed” and “claim” are one family, “allegation” and “allegedly” another. */
function familyOf(word: string): string {
  return word.slice(0, 5);
}

/** The words of the sentence before the claim. */
function leadOf(doc: TextDocument, lower: readonly string[], start: number, sentenceStart: number): string[] {
  const { first } = tokensIn(doc, { start, end: start + 1 });
  return lower.slice(Math.max(sentenceStart, first - LEAD), Math.max(sentenceStart, first));
}
const LEAD = 12;

/** Where the nearest word of contrast before a claim stands in its sentence; -1: nowhere. */
function contrastBefore(
  doc: TextDocument,
  lower: readonly string[],
  start: number,
  sentenceStart: number,
): number {
  const { first } = tokensIn(doc, { start, end: start + 1 });
  for (let k = first; k >= sentenceStart && k > first - MAX_CONTRAST; k--)
    if (CONTRASTS.has(lower[k]!)) return doc.tokens.start[k]!;
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
function attitudeOf(cue: readonly string[]): -1 | 0 | 1 {
  if (cue.some(word => AGAINST.test(word))) return -1;
  return cue.some(word => FOR.test(word)) ? 1 : 0;
}

function familiesOf(words: readonly string[]): string[] {
  return words.filter(word => word.length > 3 && !COMMON.has(word)).map(familyOf);
}

function numbersIn(doc: TextDocument, claim: Claim): { value: string; unit: string }[] {
  const { lower } = wordsOf(doc);
  const stems = stemsOf(doc);
  const numbers: { value: string; unit: string }[] = [];
  for (const piece of claim.content) {
    const { first, end } = tokensIn(doc, piece);
    for (let i = first; i < end && numbers.length < MAX_NUMBERS; i++) {
      if (doc.tokens.kind[i] !== TokenKind.number) continue;
      const noun = [1, 2, 3].map(ahead => stems[i + ahead] ?? '').find(stem => stem !== '') ?? '';
      const money = /^[$£€]/.test(lower[i - 1] ?? '') ? '$' : '';
      numbers.push({ value: lower[i]!, unit: lower[i + 1] === '%' ? '%' : money + noun });
    }
  }
  return numbers;
}
const MAX_NUMBERS = 4;

/** “these claims”, “the allegation”, “this”. */
function isAnaphor(content: readonly string[]): boolean {
  const start = content[0] === 'that' && content.length > 3 ? 1 : 0;
  const [determiner = '', noun = '', after = ''] = content.slice(start);
  if (content.length <= 2 && /^(?:this|these|that|it|so|otherwise)$/.test(determiner)) return true;
  return BOUND.has(determiner) && (SPOKEN_OF.has(noun) || SPOKEN_OF.has(after));
}

/** How rare each stem is in the text, by its number: met once 1, met often little. */
function rarities(doc: TextDocument): Float64Array {
  const { of: stemAt, count } = stemNumbers(doc);
  const counts = new Float64Array(count);
  for (const stem of stemAt) if (stem >= 0) counts[stem]!++;
  return counts.map(times => 1 / Math.sqrt(times));
}

/** Whether two claims are the same speaker's. */
export function isSameSource(x: Utterance, y: Utterance): boolean {
  return x.speaker !== 0 && x.speaker === y.speaker;
}

/** The claims of others that `x` may dispute. */
export function candidatesOf(utterances: readonly Utterance[], x: Utterance): Utterance[] {
  const candidates: Utterance[] = [];
  if (x.silent) return candidates;
  const end = Math.min(utterances.length, x.index + AFTER + 1);
  for (let k = Math.max(0, x.index - BEFORE); k < end; k++) {
    const y = utterances[k]!;
    if (y === x || y.silent || isSameSource(x, y) || (y.anaphor && y.negatedCue)) continue;
    if (!isReport(x, y) && !isReport(y, x) && !repeats(x, y)) candidates.push(y);
  }
  return candidates;
}

/** Whether two claims are one told twice: in the same place, or in nearly the same words and figures. */
function repeats(x: Utterance, y: Utterance): boolean {
  if (x.opposes || x.disagrees || x.refutes || y.refutes || x.negations !== y.negations) return false;
  for (const a of x.claim.content)
    for (const b of y.claim.content) if (a.start < b.end && b.start < a.end) return true;
  const fewer = x.topic.stems.length < y.topic.stems.length ? x : y;
  const more = fewer === x ? y : x;
  const size = fewer.topic.stems.length;
  if (size < 3 || fewer.topic.shared(more.topic).count < REPEATED * size) return false;
  return (
    fewer.numbers.every(({ value }) => more.numbers.some(other => other.value === value)) &&
    [...fewer.families].every(word => !(wordClass(word) & WordClass.quantity) || more.families.has(word))
  );
}

/** Part of the words of a claim that come again where it is told again. */
const REPEATED = 0.75;

/** Whether `x` only passes on what `y` says; “denied the reports by nurses that …” passes on nothing. */
function isReport(x: Utterance, y: Utterance): boolean {
  return !x.opposes && !x.disagrees && isInside(y.claim, x.claim);
}

/** What speaks for “x disputes y”, in the order `readPair` writes it. */
export const PAIR_FEATURES = [
  'claims apart',
  'sentences apart',
  'blocks apart',
  'others between',
  'by x between',
  'by y between',
  'shared weight',
  'shared',
  'shared of x',
  'shared of y',
  'shared words',
  'denies',
  'denies, apart',
  'anaphor, apart',
  'noun of y',
  'negations',
  'opens negative',
  'refutes',
  'contrast',
  'answers',
  'answering',
  'y accuses',
  'y urges',
  'y hearsay',
  'x hedged',
  'x unnamed',
  'y unnamed',
  'x worth a check',
  'y worth a check',
  'x length',
  'y length',
  'x favour',
  'y favour',
  'x speaks of y',
  'y speaks of x',
  'same sentence',
  'other number',
  'both numbers',
  'x goes on after denial',
  'y went on',
  'place of y',
  'place of x',
  'sentence of y',
  'claims',
  'x in y',
  'x attitude',
  'attitudes',
  'opposes',
  'opposes, apart',
  'opposed before',
  'disagrees',
  'x charges',
  'y charges',
  'y names kin of x',
  'contrast between',
] as const;

const OFFICES = list('organisation office');

/** Writes what speaks for “x disputes y” into `row`: numbers the trees of lib/claims/dispute-trees.ts ask for. */
export function readPair(
  utterances: readonly Utterance[],
  x: Utterance,
  y: Utterance,
  row: Float32Array,
): void {
  const apart = x.index - y.index;
  const steps = Math.abs(apart);
  let others = 0;
  let byX = 0;
  let byY = 0;
  for (let k = Math.min(x.index, y.index) + 1; k < Math.max(x.index, y.index); k++) {
    const ofX = isSameSource(utterances[k]!, x);
    const ofY = isSameSource(utterances[k]!, y);
    if (ofX) byX++;
    if (ofY) byY++;
    if (!ofX && !ofY) others++;
  }
  const { count: words, weight } = x.topic.shared(y.topic);
  const denies = x.stance === 'denies' && !x.negatedCue;
  let sameNumber = false;
  let otherNumber = false;
  for (const a of x.numbers) {
    for (const b of y.numbers) {
      if (a.value === b.value) sameNumber = true;
      else if (a.unit === b.unit && a.unit !== '') otherNumber = true;
    }
  }
  const before = utterances[x.index - 1];
  const goesOn = before !== undefined && isSameSource(before, x);
  const previous = utterances[y.index - 1];
  let f = 0;
  row[f++] = apart;
  row[f++] = x.sentence - y.sentence;
  row[f++] = x.block - y.block;
  row[f++] = others;
  row[f++] = byX;
  row[f++] = byY;
  row[f++] = weight;
  row[f++] = share(weight, Math.min(x.topic.weight, y.topic.weight));
  row[f++] = share(weight, x.topic.weight);
  row[f++] = share(weight, y.topic.weight);
  row[f++] = words;
  row[f++] = Number(denies);
  row[f++] = denies ? steps : FAR;
  row[f++] = x.anaphor && apart > 0 ? steps : FAR;
  row[f++] = Number(intersects(x.nouns, y.cueFamilies));
  row[f++] = x.negations;
  row[f++] = Number(x.opensNegative);
  row[f++] = Number(x.refutes);
  row[f++] = Number(x.contrast);
  row[f++] = Number(x.answers);
  row[f++] = Number(x.answering);
  row[f++] = Number(y.accusing);
  row[f++] = Number(y.urging);
  row[f++] = Number(y.hearsay);
  row[f++] = Number(x.claim.certainty === 'hedged');
  row[f++] = Number(x.claim.source === null);
  row[f++] = Number(y.claim.source === null);
  row[f++] = x.claim.checkWorthiness;
  row[f++] = y.claim.checkWorthiness;
  row[f++] = x.length;
  row[f++] = y.length;
  row[f++] = x.favour;
  row[f++] = y.favour;
  row[f++] = Number(speaksOf(x, y));
  row[f++] = Number(speaksOf(y, x));
  row[f++] = Number(x.sentence === y.sentence);
  row[f++] = Number(otherNumber && !sameNumber);
  row[f++] = Number(x.numbers.length > 0 && y.numbers.length > 0);
  row[f++] = Number(goesOn && (before.stance === 'denies' || before.refutes));
  row[f++] = Number(previous !== undefined && isSameSource(previous, y));
  row[f++] = Math.min(6, y.index);
  row[f++] = Math.min(8, x.index);
  row[f++] = Math.min(6, y.sentence);
  row[f++] = utterances.length;
  row[f++] = Number(isInside(x.claim, y.claim));
  row[f++] = x.attitude;
  row[f++] = (x.attitude || Math.sign(x.favour)) * (y.attitude || Math.sign(y.favour));
  row[f++] = Number(x.opposes);
  row[f++] = x.opposes && apart > 0 ? steps : FAR;
  row[f++] = Number(hasOpposed(utterances, x, y));
  row[f++] = Number(x.disagrees);
  row[f++] = Number(x.charges);
  row[f++] = Number(y.charges);
  row[f++] = Number(intersects(x.sourceFamilies, y.families));
  row[f++] = Number(isContrasted(x, y));
}

const FAR = 9;

/** Whether the speaker of `x` has been against something since `y`. */
function hasOpposed(utterances: readonly Utterance[], x: Utterance, y: Utterance): boolean {
  for (let k = Math.max(y.index + 1, x.index - 4); k < x.index; k++)
    if (utterances[k]!.opposes && isSameSource(utterances[k]!, x)) return true;
  return false;
}

/** “Nurses said …, but the mayor said”: a word of contrast stands between the two. */
function isContrasted(x: Utterance, y: Utterance): boolean {
  return Math.abs(x.sentence - y.sentence) < 2 && y.start < x.contrastAt;
}

/** Whether the content of `x` mentions who speaks in `y`. */
function speaksOf(x: Utterance, y: Utterance): boolean {
  const id = y.claim.source?.playerId;
  return (id !== undefined && x.players.has(id)) || y.sourceTopic.meets(x.topic);
}

function intersects(few: readonly string[], b: ReadonlySet<string>): boolean {
  for (const each of few) if (b.has(each)) return true;
  return false;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Whether a claim stands inside the content of another: “denied the reports by nurses that …”. */
function isInside({ content, cue }: Claim, outer: Claim): boolean {
  const start = Math.min(cue?.start ?? Infinity, content[0]!.start);
  return outer.content.some(piece => start >= piece.start && content[0]!.end <= piece.end);
}
