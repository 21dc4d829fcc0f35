import { collectStems, contentWords, stemsOf } from '../text/contentWords.ts';
import type { TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { sentenceIndexAt, tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import type { Claim } from './claim.ts';
import { NOUN_CUES, cueOf } from './cues.ts';
import type { Stance } from './cues.ts';

/** Claims further apart than this are not compared: a claim may dispute so many before it, and so many after it. */
const BEFORE = 8;
const AFTER = 4;

/** What is known of a claim for comparing it with others. */
export interface Statement {
  readonly claim: Claim;
  readonly index: number; // among the claims
  readonly topic: ReadonlyMap<string, number>; // stems of its meaning words, and how rare each is in the text
  readonly topicWeight: number; // how rare they are together
  readonly numbers: readonly { value: string; unit: string }[];
  readonly sourceStems: ReadonlySet<string>;
  readonly players: ReadonlySet<string>; // players its content mentions
  readonly speaker: string; // the same for claims of one source; "" for nobody
  readonly sentence: number;
  readonly sentenceStems: ReadonlySet<string>;
  readonly block: number;
  readonly length: number; // tokens of content
  readonly stance: Stance | undefined; // as the cue has it, without negation
  readonly negatedCue: boolean;
  readonly negations: number; // in the content
  readonly opensNegative: boolean;
  readonly refutes: boolean; // “wrong”, “misleading”
  readonly callsFalse: boolean; // “false”, “baseless”
  readonly anaphor: boolean; // “these claims”, “the accusation”
  readonly nouns: ReadonlySet<string>; // families of “claim”, “report” … its content opens with
  readonly cueFamilies: ReadonlySet<string>;
  readonly contrast: boolean; // “But …”, “However, …”
  readonly answers: boolean; // “in response”, “asked about it”
  readonly critical: boolean;
  readonly answering: boolean;
  readonly accusing: boolean;
  readonly urging: boolean;
  readonly hearsay: boolean;
  readonly favour: number; // words for less words against
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
const CRITICAL = list(
  'criticise criticize condemn dismiss reject oppose question challenge doubt deplore decry slam blast lambast denounce protest object objected sceptical skeptical against opposed opposes opposition critical disagree attack attacked',
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

/** What single words say of a statement, as bits. */
const Sign = {
  negative: 1,
  refutes: 2,
  callsFalse: 4,
  contrast: 8,
  accusing: 16,
  critical: 32,
  responds: 64,
  hearsay: 128,
  favour: 256,
  disfavour: 512,
} as const;
const SIGNS = new Map<string, number>();
for (const [bit, words] of [
  [Sign.negative, NEGATIVE],
  [Sign.refutes, REFUTATIONS],
  [Sign.callsFalse, FALSE],
  [Sign.contrast, CONTRASTS],
  [Sign.accusing, ACCUSING],
  [Sign.critical, CRITICAL],
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

export function readStatements(
  doc: TextDocument,
  claims: readonly Claim[],
  playersIn: (claim: Claim) => ReadonlySet<string>,
): Statement[] {
  const { lower } = wordsOf(doc);
  const rarity = rarities(doc);
  const wordsIn = (span: Span): string[] => {
    const { first, end } = tokensIn(doc, span);
    return lower.slice(first, end);
  };
  let before: { speaker: string; sentence: number; isBody: boolean } | undefined;
  let sentenceRead = -1;
  let sentenceStems: ReadonlySet<string> = new Set();
  return claims.map((claim, index) => {
    const cue = claim.cue ? wordsIn(claim.cue) : [];
    const content = claim.content.flatMap(wordsIn);
    const source = claim.source ? wordsIn(claim.source) : [];
    const verb = cueOf(cue.findLast(word => cueOf(word) !== undefined) ?? '');
    const lemma = verb?.lemma ?? cue.at(-1) ?? '';
    const sentence = Math.max(0, sentenceIndexAt(doc, (claim.cue ?? claim.content[0]!).start));
    const { firstToken, endToken, block } = doc.sentences[sentence]!;
    if (sentence !== sentenceRead)
      sentenceStems = collectStems(doc, firstToken, Math.min(endToken, firstToken + MAX_SENTENCE));
    sentenceRead = sentence;
    const lead = leadOf(doc, lower, claim, firstToken);
    const carried =
      before && sentence - before.sentence <= 2 && isCarried(source, before.isBody) ? before : undefined;
    const speaker = claim.source?.playerId ?? carried?.speaker ?? source.join(' ');
    before = { speaker, sentence, isBody: OFFICES.has(claim.sourceKind) || carried?.isBody === true };
    const [ofCue, ofContent, ofLead] = [readSigns(cue), readSigns(content), readSigns(lead)];
    const topic = new Map<string, number>();
    let topicWeight = 0;
    for (const stem of contentWords(doc, claim.content)) {
      const rare = rarity.get(stem)!;
      topic.set(stem, rare);
      topicWeight += rare;
    }
    return {
      claim,
      index,
      topic,
      topicWeight,
      numbers: numbersIn(doc, claim),
      sourceStems: contentWords(doc, claim.source ? [claim.source] : []),
      players: playersIn(claim),
      speaker,
      sentence,
      sentenceStems,
      block,
      length: Math.min(60, content.length),
      stance: verb?.stance,
      negatedCue: ofCue.negations > 0 || lead.at(-1) === 'nor' || source.at(-1) === 'nor',
      negations: Math.min(3, ofContent.negations),
      opensNegative: ofContent.negations > 0 && content.slice(0, 4).some(word => NEGATIVE.has(word)),
      refutes: (ofContent.signs & Sign.refutes) !== 0,
      callsFalse: (ofContent.signs & Sign.callsFalse) !== 0,
      anaphor: isAnaphor(content),
      nouns: new Set(
        content
          .slice(0, 6)
          .filter(word => SPOKEN_OF.has(word))
          .map(familyOf),
      ),
      cueFamilies: new Set(
        [...cue, ...(source.length < 5 ? source : [])].filter(word => word.length > 3).map(familyOf),
      ),
      contrast: (ofLead.signs & Sign.contrast) !== 0,
      answers: ((ofLead.signs | ofCue.signs) & Sign.responds) !== 0,
      critical: CRITICAL.has(lemma) || (ofCue.signs & Sign.critical) !== 0,
      answering: ANSWERING.has(lemma),
      accusing: ACCUSING.has(lemma) || (ofCue.signs & Sign.accusing) !== 0,
      urging: URGING.has(lemma),
      hearsay: (ofCue.signs & Sign.hearsay) !== 0,
      favour: ofCue.favour + ofContent.favour,
    };
  });
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

/** Tokens of a sentence that are read for the names in it. */
const MAX_SENTENCE = 150;

/** “claims”, “claimed” and “claim” are one family, “allegation” and “allegedly” another. */
function familyOf(word: string): string {
  return word.slice(0, 5);
}

/** The words of the sentence before the claim. */
function leadOf(doc: TextDocument, lower: readonly string[], claim: Claim, sentenceStart: number): string[] {
  const start = Math.min(
    claim.cue?.start ?? Infinity,
    claim.source?.start ?? Infinity,
    claim.content[0]!.start,
  );
  const { first } = tokensIn(doc, { start, end: start + 1 });
  return lower.slice(Math.max(sentenceStart, first - LEAD), Math.max(sentenceStart, first));
}
const LEAD = 12;

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

/** How rare a stem is in the text: in one sentence 1, in many little. */
function rarities(doc: TextDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of stemsOf(doc)) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [key, n] of counts) counts.set(key, 1 / Math.sqrt(n));
  return counts;
}

/** Whether two claims are the same speaker's. */
export function isSameSource(x: Statement, y: Statement): boolean {
  return x.speaker !== '' && x.speaker === y.speaker;
}

/** The claims of others that `x` may dispute. */
export function candidatesOf(statements: readonly Statement[], x: Statement): Statement[] {
  return statements
    .slice(Math.max(0, x.index - BEFORE), x.index + AFTER + 1)
    .filter(y => x !== y && !isSameSource(x, y) && !(y.anaphor && y.negatedCue));
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
  'does not confirm',
  'confirms',
  'doubts',
  'negations',
  'opens negative',
  'refutes',
  'one negative',
  'contrast',
  'answers',
  'critical',
  'answering',
  'x accuses',
  'y accuses',
  'x urges',
  'y urges',
  'y denies',
  'y hearsay',
  'x hedged',
  'y hedged',
  'x unnamed',
  'y unnamed',
  'x worth a check',
  'y worth a check',
  'x direct',
  'y direct',
  'x length',
  'y length',
  'x favour',
  'y favour',
  'favours',
  'x speaks of y',
  'y speaks of x',
  'y in the sentence of x',
  'same sentence',
  'other number',
  'same number',
  'both numbers',
  'x goes on',
  'x goes on after denial',
  'y goes on',
  'y went on',
  'place of y',
  'place of x',
  'sentence of y',
  'x office',
  'y office',
  'x group',
  'y group',
  'claims',
  'x in y',
  'y in x',
  'short anaphor',
  'critical of y',
] as const;

const OFFICES = list('organisation office');

/** Writes what speaks for “x disputes y” into `row`: numbers the trees of lib/claims/dispute-trees.ts ask for. */
export function readPair(
  statements: readonly Statement[],
  x: Statement,
  y: Statement,
  row: Float32Array,
): void {
  const apart = x.index - y.index;
  const steps = Math.abs(apart);
  let others = 0;
  let byX = 0;
  let byY = 0;
  for (let k = Math.min(x.index, y.index) + 1; k < Math.max(x.index, y.index); k++) {
    const ofX = isSameSource(statements[k]!, x);
    const ofY = isSameSource(statements[k]!, y);
    if (ofX) byX++;
    if (ofY) byY++;
    if (!ofX && !ofY) others++;
  }
  let weight = 0;
  let words = 0;
  for (const stem of x.topic.keys()) {
    const rare = y.topic.get(stem);
    if (rare === undefined) continue;
    weight += rare;
    words++;
  }
  const denies = x.stance === 'denies' && !x.negatedCue;
  let sameNumber = false;
  let otherNumber = false;
  for (const a of x.numbers) {
    for (const b of y.numbers) {
      if (a.value === b.value) sameNumber = true;
      else if (a.unit === b.unit && a.unit !== '') otherNumber = true;
    }
  }
  const before = statements[x.index - 1];
  const goesOn = before !== undefined && isSameSource(before, x);
  const next = statements[y.index + 1];
  const previous = statements[y.index - 1];
  let f = 0;
  const put = (value: number | boolean): void => {
    row[f++] = Number(value);
  };
  put(apart);
  put(x.sentence - y.sentence);
  put(x.block - y.block);
  put(others);
  put(byX);
  put(byY);
  put(weight);
  put(share(weight, Math.min(x.topicWeight, y.topicWeight)));
  put(share(weight, x.topicWeight));
  put(share(weight, y.topicWeight));
  put(words);
  put(denies);
  put(denies ? steps : FAR);
  put(x.anaphor && apart > 0 ? steps : FAR);
  put(intersects(x.nouns, y.cueFamilies));
  put(x.stance === 'confirms' && x.negatedCue);
  put(x.stance === 'confirms' && !x.negatedCue);
  put(x.stance === 'doubts');
  put(x.negations);
  put(x.opensNegative);
  put(x.refutes);
  put(x.negations > 0 !== y.negations > 0);
  put(x.contrast);
  put(x.answers);
  put(x.critical);
  put(x.answering);
  put(x.accusing);
  put(y.accusing);
  put(x.urging);
  put(y.urging);
  put(y.stance === 'denies');
  put(y.hearsay);
  put(x.claim.certainty === 'hedged');
  put(y.claim.certainty === 'hedged');
  put(x.claim.source === null);
  put(y.claim.source === null);
  put(x.claim.checkWorthiness);
  put(y.claim.checkWorthiness);
  put(x.claim.kind === 'direct');
  put(y.claim.kind === 'direct');
  put(x.length);
  put(y.length);
  put(x.favour);
  put(y.favour);
  put(Math.sign(x.favour) * Math.sign(y.favour));
  put(speaksOf(x, y));
  put(speaksOf(y, x));
  put(x.sentence !== y.sentence && intersects(y.sourceStems, x.sentenceStems));
  put(x.sentence === y.sentence);
  put(otherNumber && !sameNumber);
  put(sameNumber);
  put(x.numbers.length > 0 && y.numbers.length > 0);
  put(goesOn);
  put(goesOn && (before.stance === 'denies' || before.refutes));
  put(next !== undefined && isSameSource(next, y));
  put(previous !== undefined && isSameSource(previous, y));
  put(Math.min(6, y.index));
  put(Math.min(8, x.index));
  put(Math.min(6, y.sentence));
  put(OFFICES.has(x.claim.sourceKind));
  put(OFFICES.has(y.claim.sourceKind));
  put(x.claim.sourceKind === 'group');
  put(y.claim.sourceKind === 'group');
  put(statements.length);
  put(isInside(x.claim, y.claim));
  put(isInside(y.claim, x.claim));
  put(x.anaphor && x.length <= 2);
  put(x.critical && speaksOf(x, y));
}

const FAR = 9;

/** Whether the content of `x` mentions who speaks in `y`. */
function speaksOf(x: Statement, y: Statement): boolean {
  const id = y.claim.source?.playerId;
  return (id !== undefined && x.players.has(id)) || intersects(y.sourceStems, x.topic);
}

function intersects(a: ReadonlySet<string>, b: Pick<ReadonlySet<string>, 'has'>): boolean {
  for (const each of a) if (b.has(each)) return true;
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
