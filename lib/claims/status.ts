import type { TextDocument } from '../text/document.ts';
import { wordsOf } from '../text/words.ts';
import type { Claim, Status } from './claim.ts';
import { NOUN_CUES } from './cues.ts';
import { REACH, disputeFeatures, rarities, readStatements, sharedTopic } from './disputes.ts';
import type { Statement } from './disputes.ts';

/**
 * What speaks for “x disputes y”: a logistic regression over pairs of claims, learned from the claims that
 * careful readers marked as disputed (Wikinews texts, CC BY 2.5; labels CC BY 4.0).
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  bias: -3.275,
  near: -0.198,
  next: 0.205,
  earlier: -1.462,
  sameSentence: 0.426,
  sameBlock: 1.058,
  nextBlock: 0.042,
  shared: 1.162,
  sharedNext: -1.175,
  opposite: 0.206,
  oppositeShared: 0.753,
  denies: 0.748,
  deniesNear: 0.475,
  deniesShared: 0.481,
  anaphorNear: 0.729,
  anaphorDenies: 0.187,
  unconfirmed: 0,
  refutes: 0.36,
  contrast: 1.617,
  contrastShared: -0.37,
  critical: 0.056,
  criticalShared: 0.016,
  answering: 0.601,
  accused: 0.658,
  accusing: 0.38,
  hedged: -0.033,
  nobody: -0.287,
  speaksOfSelf: 0.78,
  speaksOfOther: 0.344,
  numbersDiffer: -0.009,
  direct: 0.315,
  bothNamed: -0.082,
};

/** At this score about every second dispute found is one; an invented dispute is worse than a missed one. */
const MIN_SCORE = -0.5;

/** Marks what the article itself says of each claim: who denies it, who contradicts it, what is not confirmed. */
export function findStatus(
  doc: TextDocument,
  claims: readonly Claim[],
  playersIn: (claim: Claim) => ReadonlySet<string>,
): void {
  const statements = readStatements(doc, claims, playersIn);
  const rarity = rarities(doc);
  findUnverified(doc, statements);
  statements.forEach((statement, at) => {
    const { stance, negatedCue, claim } = statement;
    if (stance === 'confirms' && !negatedCue) return confirm(statements, at);
    const target = findTarget(statements, at, rarity);
    if (!target) return;
    if (statement.anaphor || stance) refer(claim, target.claim);
    dispute(statement, target);
    // “X has not confirmed this, and Y says otherwise”: the second half is about the same thing
    const next = statements[at + 1];
    if (
      statement.anaphor &&
      next &&
      next.sentence === statement.sentence &&
      next.negative &&
      next.claim !== target.claim
    )
      dispute(next, target);
  });
}

const VERIFIED = new Set(
  'verified confirmed corroborated substantiated verify corroborate substantiate'.split(' '),
);
const NOT = new Set("not n't yet never unable cannot".split(' '));

/** “The claim could not be independently verified”: the article says so of the claim it has just reported. */
function findUnverified(doc: TextDocument, statements: readonly Statement[]): void {
  const { lower } = wordsOf(doc);
  let at = 0;
  for (let i = 0; i < lower.length; i++) {
    if (!VERIFIED.has(lower[i]!)) continue;
    const open = [1, 2, 3, 4, 5].some(back => NOT.has(lower[i - back] ?? ''));
    if (!open || !speaksOfClaims(doc, lower, i)) continue;
    const sentence = doc.tokens.sentence[i]!;
    while (at < statements.length && statements[at]!.sentence < sentence) at++;
    const before = statements[at - 1];
    if (before && sentence - before.sentence <= 2) raise(before.claim, 'unconfirmed');
  }
}

/** Whether a claim, a report or the like is what is verified in the sentence of token `i`. */
function speaksOfClaims(doc: TextDocument, lower: readonly string[], i: number): boolean {
  const { firstToken, endToken } = doc.sentences[doc.tokens.sentence[i]!]!;
  for (let k = Math.max(firstToken, i - 12); k < endToken && k < i + 8; k++)
    if (NOUN_CUES.has(lower[k]!)) return true;
  return false;
}

/** The claim that statement `at` most likely disputes, if that is likely enough. */
function findTarget(
  statements: readonly Statement[],
  at: number,
  rarity: ReadonlyMap<string, number>,
): Statement | undefined {
  const x = statements[at]!;
  if (x.anaphor && x.stance && (x.stance === 'denies') !== x.negatedCue) return antecedent(statements, at);
  let best: Statement | undefined;
  let most = MIN_SCORE;
  for (let k = Math.max(0, at - REACH); k < Math.min(statements.length, at + REACH + 1); k++) {
    const y = statements[k]!;
    if (k === at || sameSource(x, y)) continue;
    const shared = sharedTopic(x.topic, y.topic, rarity);
    if (!isOpposed(x, y, shared)) continue;
    const features = disputeFeatures(x, y, at - k, shared);
    let score = 0;
    for (const name in features) score += (WEIGHTS[name] ?? 0) * features[name]!;
    if (score > most) {
      best = y;
      most = score;
    }
  }
  return best;
}

/** Nearness and a “but” are not enough: one must deny, refute, say no, or answer an accusation about the same thing. */
function isOpposed(x: Statement, y: Statement, shared: number): boolean {
  if (x.stance === 'denies' || x.refutes || x.negative !== y.negative) return true;
  return shared > 0.25;
}

/** What “these claims” are: the nearest claim before by somebody else, a claim or accusation before other speech. */
function antecedent(statements: readonly Statement[], at: number): Statement | undefined {
  let best: Statement | undefined;
  let most = -Infinity;
  for (let k = at - 1; k >= 0 && k >= at - 4; k--) {
    const y = statements[k]!;
    if (y.anaphor || sameSource(statements[at]!, y)) continue;
    const score = (y.claim.checkWorthiness > 0.4 ? 0.6 : 0) + (y.claim.cue ? 0.2 : 0) - 0.5 * (at - k);
    if (score > most) {
      best = y;
      most = score;
    }
  }
  return best;
}

function sameSource(x: Statement, y: Statement): boolean {
  const id = x.claim.source?.playerId;
  return id !== undefined && id === y.claim.source?.playerId;
}

function confirm(statements: readonly Statement[], at: number): void {
  const { claim, anaphor } = statements[at]!;
  claim.status = 'confirmed';
  const target = anaphor ? antecedent(statements, at) : undefined;
  if (!target) return;
  refer(claim, target.claim);
  raise(target.claim, 'confirmed');
}

function dispute(x: Statement, y: Statement): void {
  if (!y.claim.disputedBy.includes(x.claim.id)) y.claim.disputedBy.push(x.claim.id);
  const denial = (x.stance === 'denies' && !x.negatedCue) || x.refutes;
  raise(y.claim, denial ? 'denied' : 'contested');
  // “has not confirmed” puts a claim in doubt and is itself beyond it
  if (!x.anaphor && x.claim.status === 'stated') x.claim.status = 'contested';
}

function refer(claim: Claim, target: Claim): void {
  if (!claim.refersTo.includes(target.id)) claim.refersTo.push(target.id);
}

const ORDER: readonly Status[] = ['stated', 'confirmed', 'unconfirmed', 'contested', 'denied'];

function raise(claim: Claim, status: Status): void {
  if (ORDER.indexOf(status) > ORDER.indexOf(claim.status)) claim.status = status;
}
