import type { TextDocument } from '../text/document.ts';
import type { Claim, Status } from './claim.ts';
import { REACH, disputeFeatures, rarities, readStatements, sharedTopic } from './disputes.ts';
import type { Statement } from './disputes.ts';

/**
 * What speaks for “x disputes y”: a logistic regression over pairs of claims, learned from the claims that
 * careful readers marked as disputed (Wikinews texts, CC BY 2.5; labels CC BY 4.0).
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  bias: -3.254,
  near: -0.196,
  next: 0.21,
  earlier: -1.427,
  sameSentence: 0.405,
  sameBlock: 1.041,
  nextBlock: 0.04,
  shared: 1.156,
  sharedNext: -1.179,
  opposite: 0.189,
  oppositeShared: 0.755,
  denies: 0.752,
  deniesNear: 0.477,
  deniesShared: 0.476,
  anaphorNear: 0.729,
  anaphorDenies: 0.188,
  refutes: 0.361,
  contrast: 1.635,
  contrastShared: -0.359,
  critical: 0.05,
  answering: 0.59,
  accused: 0.639,
  accusing: 0.374,
  nobody: -0.333,
  speaksOfSelf: 0.792,
  speaksOfOther: 0.307,
  direct: 0.323,
  bothNamed: -0.13,
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
