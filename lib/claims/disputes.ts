import type { TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { sentenceIndexAt, tokensIn } from '../text/parse.ts';
import { wordsOf } from '../text/words.ts';
import type { Claim } from './claim.ts';
import { contentWords, stemsOf } from '../text/contentWords.ts';
import { NOUN_CUES, cueOf } from './cues.ts';
import type { Stance } from './cues.ts';

/** Claims further apart than this are not compared. */
export const REACH = 8;

/** What is known of a claim for comparing it with others. */
export interface Statement {
  readonly claim: Claim;
  readonly topic: ReadonlySet<string>; // stems of its meaning words
  readonly sentence: number;
  readonly block: number;
  readonly lemma: string; // of the cue's verb, or ""
  readonly stance: Stance | undefined; // as the cue has it, without negation
  readonly negatedCue: boolean;
  readonly negative: boolean; // the content says no
  readonly numbers: ReadonlySet<string>;
  readonly anaphor: boolean; // “these claims”, “the accusation”
  readonly refutes: boolean; // “false”, “baseless”
  readonly contrast: boolean; // “But …”, “However, …”
  readonly players: ReadonlySet<string>; // players its content mentions
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const NEGATIVE = list("not n't no never neither nor none without nothing nobody cannot");
const REFUTATIONS = list(
  'false untrue baseless wrong lie lies lying innocent unfounded ridiculous nonsense fabricated misleading inaccurate incorrect groundless absurd untruth fiction myth hoax propaganda exaggerated',
);
const CONTRASTS = list(
  'but however although though while nevertheless nonetheless despite yet contrary instead whereas conversely conflicting otherwise',
);
const ACCUSING = list('accuse blame allege claim charge criticise criticize condemn denounce suspect slam');
const CRITICAL = list(
  'criticise criticize condemn dismiss reject oppose question challenge doubt deplore decry slam blast lambast denounce protest',
);
const ANSWERING = list(
  'respond reply insist maintain contend argue counter deny stress reiterate defend disagree',
);
const BOUND = list('this that these those the such his her their its any both all');

export function readStatements(
  doc: TextDocument,
  claims: readonly Claim[],
  playersIn: (claim: Claim) => ReadonlySet<string>,
): Statement[] {
  const { lower } = wordsOf(doc);
  return claims.map(claim => {
    const cue = claim.cue ? wordsIn(doc, lower, claim.cue) : [];
    const content = claim.content.flatMap(piece => wordsIn(doc, lower, piece));
    const verb = cue.findLast(word => cueOf(word) !== undefined) ?? '';
    const place = claim.cue ?? claim.content[0]!;
    const sentence = Math.max(0, sentenceIndexAt(doc, place.start));
    return {
      claim,
      topic: contentWords(doc, claim.content),
      sentence,
      block: doc.sentences[sentence]?.block ?? 0,
      lemma: cueOf(verb)?.lemma ?? verb,
      stance: cueOf(verb)?.stance,
      negatedCue: cue.some(word => NEGATIVE.has(word)),
      negative: content.some(word => NEGATIVE.has(word)),
      numbers: numbersIn(doc, claim),
      anaphor: isAnaphor(content),
      refutes: content.some(word => REFUTATIONS.has(word)),
      contrast: opensWithContrast(doc, lower, claim, sentence),
      players: playersIn(claim),
    };
  });
}

function wordsIn(
  doc: TextDocument,
  lower: readonly string[],
  span: { start: number; end: number },
): string[] {
  const { first, end } = tokensIn(doc, span);
  return lower.slice(first, end);
}

function numbersIn(doc: TextDocument, claim: Claim): ReadonlySet<string> {
  const { lower } = wordsOf(doc);
  const numbers = new Set<string>();
  for (const piece of claim.content) {
    const { first, end } = tokensIn(doc, piece);
    for (let i = first; i < end; i++) if (doc.tokens.kind[i] === TokenKind.number) numbers.add(lower[i]!);
  }
  return numbers;
}

/** “these claims”, “the allegation”, “this”. */
function isAnaphor(content: readonly string[]): boolean {
  const start = content[0] === 'that' && content.length > 3 ? 1 : 0;
  const [determiner = '', noun = '', after = ''] = content.slice(start);
  if (content.length <= 2 && /^(?:this|these|that|it|so|otherwise)$/.test(determiner)) return true;
  return BOUND.has(determiner) && (NOUN_CUES.has(noun) || NOUN_CUES.has(after));
}

/** Whether the claim's clause is set against what came before. */
function opensWithContrast(doc: TextDocument, lower: readonly string[], claim: Claim, s: number): boolean {
  const sentence = doc.sentences[s];
  if (!sentence) return false;
  const at = claim.source ?? claim.cue ?? claim.content[0]!;
  const { first } = tokensIn(doc, at);
  for (let i = sentence.firstToken; i < sentence.firstToken + 4 && i < sentence.endToken; i++)
    if (CONTRASTS.has(lower[i]!)) return true;
  for (let i = first - 1; i >= sentence.firstToken && i >= first - 4; i--)
    if (CONTRASTS.has(lower[i]!)) return true;
  return false;
}

/** How rare a stem is in the text: in one sentence 1, in many little. */
export function rarities(doc: TextDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of stemsOf(doc)) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [key, count] of counts) counts.set(key, 1 / Math.sqrt(count));
  return counts;
}

/** The share of what the smaller topic means that the other one has too, rare words first. */
export function sharedTopic(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  rarity: ReadonlyMap<string, number>,
): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  let whole = 0;
  for (const word of small) {
    const weight = rarity.get(word) ?? 0.3;
    whole += weight;
    if (large.has(word)) shared += weight;
  }
  return whole === 0 ? 0 : shared / whole;
}

/** What speaks for “x disputes y”, by name. */
export function disputeFeatures(
  x: Statement,
  y: Statement,
  distance: number, // claims from y to x; negative if x comes first
  shared: number, // of their topics
): Readonly<Record<string, number>> {
  const denies = x.stance === 'denies' && !x.negatedCue;
  const unconfirmed = x.stance === 'confirms' && x.negatedCue;
  const opposite = x.negative !== y.negative;
  const numbersDiffer =
    x.numbers.size > 0 && y.numbers.size > 0 && ![...x.numbers].some(n => y.numbers.has(n));
  const flag = (is: boolean): number => (is ? 1 : 0);
  const xSource = x.claim.source?.playerId;
  const ySource = y.claim.source?.playerId;
  return {
    bias: 1,
    near: 1 / Math.abs(distance),
    next: flag(distance === 1),
    earlier: flag(distance < 0),
    sameSentence: flag(x.sentence === y.sentence),
    sameBlock: flag(x.block === y.block),
    nextBlock: flag(x.block - y.block === 1),
    shared,
    sharedNext: shared * flag(distance === 1),
    opposite: flag(opposite),
    oppositeShared: flag(opposite) * shared,
    denies: flag(denies),
    deniesNear: flag(denies) / Math.abs(distance),
    deniesShared: flag(denies) * shared,
    anaphorNear: (flag(x.anaphor) * flag(distance > 0)) / Math.abs(distance),
    anaphorDenies: flag(x.anaphor && denies && distance > 0) / Math.abs(distance),
    unconfirmed: (flag(unconfirmed) * flag(distance > 0)) / Math.abs(distance),
    refutes: flag(x.refutes),
    contrast: flag(x.contrast && distance > 0) / Math.abs(distance),
    contrastShared: flag(x.contrast && distance > 0) * shared,
    critical: flag(CRITICAL.has(x.lemma)),
    criticalShared: flag(CRITICAL.has(x.lemma)) * shared,
    answering: flag(ANSWERING.has(x.lemma)),
    accused: flag(ACCUSING.has(y.lemma)),
    accusing: flag(ACCUSING.has(x.lemma)),
    hedged: flag(y.claim.certainty === 'hedged'),
    nobody: flag(y.claim.source === null),
    speaksOfSelf: flag(xSource !== undefined && y.players.has(xSource)),
    speaksOfOther: flag(ySource !== undefined && x.players.has(ySource)),
    numbersDiffer: flag(numbersDiffer) * shared,
    direct: flag(x.claim.kind === 'direct'),
    bothNamed: flag(xSource !== undefined && ySource !== undefined),
  };
}
