import { antecedentOf } from './antecedent.ts';
import { speaksOf } from './disputes.ts';
import { isHeadingOver, isInside, isSameSource } from './utterances.ts';
import type { Utterance } from './utterances.ts';

// Disputes that words tell by themselves, with what they are against: the trees of disputes.ts weigh what is left.

/** What a claim is against. */
export interface Rebuttal {
  readonly target: Utterance;
  readonly isOutright: boolean; // else there is only another view
}

/** What `x` is against by its own words, if they tell. */
export function rebuttalOf(utterances: readonly Utterance[], x: Utterance): Rebuttal | undefined {
  if (x.silent || x.withholds) return undefined;
  const outright =
    rejectedReport(utterances, x) ?? takenUp(utterances, x) ?? denied(utterances, x) ?? untrue(utterances, x);
  if (outright) return { target: outright, isOutright: true };
  const other =
    countered(utterances, x) ??
    disagreedWith(utterances, x) ??
    turnedFrom(utterances, x) ??
    figureBefore(utterances, x);
  return other && { target: other, isOutright: false };
}

/** Whether `x` may be against `y` at all. */
function isOpen(x: Utterance, y: Utterance): boolean {
  return (
    y !== x &&
    !y.silent &&
    !y.isMutual &&
    !y.denies &&
    !isSameSource(x, y) &&
    !isHeadingOver(x, y) &&
    !isInside(x.claim, y.claim)
  );
}

/** “rejected criticism by residents that …”, “rumours of a sale are not true”: the noun brings what is rejected. */
function rejectedReport(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (x.nouns.length === 0 || !(x.opposes || x.rejects)) return undefined;
  return utterances
    .slice(x.index + 1, x.index + 3)
    .find(y => y.byNoun && isInside(y.claim, x.claim) && isOpen(x, y));
}

/** “criticised this suggestion”, “believe otherwise”: what was said before is meant. */
function takenUp(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!x.pointsBack || !(x.opposes || x.rejects)) return undefined;
  const y = antecedentOf(utterances, x);
  return y && isOpen(x, y) && !isAnother(x, y) && x.sentence - y.sentence <= TAKEN_UP_WITHIN ? y : undefined;
}

/** Whether `x` says itself what it is against, and `y` is about something else. */
export function isAnother(x: Utterance, y: Utterance): boolean {
  return x.spellsOut && x.topic.shared(y.topic).count === 0 && !speaksOf(x, y);
}
/** Sentences. */
const TAKEN_UP_WITHIN = 2;

/** “The ferry company denied any delay”: whoever said so, or said it of the company, a little before. */
function denied(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!(x.denies || x.clears) || x.anaphor) return undefined;
  const charge = x.clears ? chargeBefore(utterances, x) : undefined;
  if (charge) return charge;
  let best: Utterance | undefined;
  let most = LEAST_DENIED;
  for (const y of utterances.slice(Math.max(0, x.index - DENIED_BACK), x.index)) {
    if (!isOpen(x, y) || x.sentence - y.sentence > DENIED_WITHIN) continue;
    if (y.opposes || (y.anaphor && y.length <= 3)) continue;
    const { count, weight } = x.topic.shared(y.topic);
    const isAbout = speaksOf(y, x);
    const isAccusing = y.isCharge || y.accusing || y.hearsay;
    if (count < 2 && !isAccusing && !(isAbout && (count > 0 || y.charges))) continue;
    const shared = Math.min(1, weight / Math.max(0.01, Math.min(x.topic.weight, y.topic.weight)));
    const score =
      1.2 * shared +
      (isAbout ? 0.6 : 0) +
      (isAccusing ? 0.5 : 0) +
      (y.charges ? 0.2 : 0) -
      (y.urging ? 0.4 : 0) -
      0.2 * (x.sentence - y.sentence) -
      0.1 * (x.index - y.index - 1);
    if (score < most) continue;
    best = y;
    most = score;
  }
  return best ?? deniedFarAbove(utterances, x);
}
/** Claims, sentences. */
const DENIED_BACK = 8;
const DENIED_WITHIN = 4;
const LEAST_DENIED = 0.5;

/** “pleaded not guilty”, “denied wrongdoing”: what others were charged with, or blamed for, last. */
function chargeBefore(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return utterances
    .slice(Math.max(0, x.index - CHARGED_BACK), x.index)
    .findLast(y => isOpen(x, y) && x.sentence - y.sentence < CHARGED_BACK && (y.isCharge || y.prosecutes));
}
/** Claims, sentences. */
const CHARGED_BACK = 6;

/** “The mayor denied ever having sold the lido”: what was told of it further up in the same words. */
function deniedFarAbove(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return utterances.slice(Math.max(0, x.index - FAR_BACK), x.index).findLast(y => {
    if (!isOpen(x, y) || y.opposes) return false;
    const { count, weight } = x.topic.shared(y.topic);
    return (count > 1 || (count > 0 && speaksOf(y, x))) && weight >= SAME_WORDS * x.topic.weight;
  });
}
/** Claims. */
const FAR_BACK = 40;
/** Part of the weight of what is denied. */
const SAME_WORDS = 0.55;

/** “The idea that the herring left is wrong”: the claim that tells most of the same. */
function untrue(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!x.saysUntrue) return undefined;
  let best: Utterance | undefined;
  let most = LEAST_UNTRUE * x.topic.weight;
  for (const y of utterances.slice(Math.max(0, x.index - DENIED_BACK), x.index)) {
    const { count, weight } = x.topic.shared(y.topic);
    if (count < 2 || weight < most || !isOpen(x, y)) continue;
    best = y;
    most = weight;
  }
  return best;
}
/** Part of the weight of what is said to be untrue. */
const LEAST_UNTRUE = 0.1;

/** “The union disagreed. Its chair said …”: the claim just before. */
function disagreedWith(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return x.leadDisagrees ? justBefore(utterances, x, 3) : undefined;
}

/** “That is not so, the mayor retorted”: the claim just before. */
function countered(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return x.counters && !x.opposes ? justBefore(utterances, x, 2) : undefined;
}

/** “But critics said …”, “the mayor said it leaked, while engineers insist …”: the claim just before. */
function turnedFrom(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!x.turns) return undefined;
  const y = justBefore(utterances, x, x.turns === 'sentence' ? 1 : 0);
  return y && isAnotherView(x, y) ? y : undefined;
}

function isAnotherView(x: Utterance, y: Utterance): boolean {
  if (x.side || x.refutes || x.opposes || x.favour * y.favour < 0) return true;
  return (x.firm || x.negations > 0 !== y.negations > 0) && x.topic.shared(y.topic).count > 0;
}

/** “The company put the number at 212”, “the bill was nearer £6m”, “…; the union says six”: another figure just before. */
function figureBefore(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  const isBare = x.isFigure && x.length === 1;
  if (!x.givesFigure && !isBare) return undefined;
  const y = utterances[x.index - 1];
  if (!y || !isOpen(x, y) || x.sentence - y.sentence > (isBare ? 0 : 1)) return undefined;
  if (y.numbers.length === 0 || isPassedOn(utterances, x) || isPassedOn(utterances, y)) return undefined;
  if (x.foretells || y.foretells) return undefined;
  return x.numbers.some(({ value }) => y.numbers.some(other => other.value === value)) ? undefined : y;
}

/** The nearest claim of another within some sentences before that stands in no other. */
function justBefore(
  utterances: readonly Utterance[],
  x: Utterance,
  sentences: number,
): Utterance | undefined {
  if (x.isPronoun || isPassedOn(utterances, x)) return undefined;
  for (let k = x.index - 1; k >= 0 && k >= x.index - 3; k--) {
    const y = utterances[k]!;
    if (x.sentence - y.sentence > sentences) return undefined;
    if (isOpen(x, y) && !isInside(y.claim, x.claim) && !isPassedOn(utterances, y)) return y;
  }
  return undefined;
}

/** Whether another claim only passes it on. */
function isPassedOn(utterances: readonly Utterance[], x: Utterance): boolean {
  return utterances.slice(Math.max(0, x.index - 2), x.index).some(outer => isInside(x.claim, outer.claim));
}

/**
 * Who denies one claim denies those that say the same: the other claims told before that share most of its words.
 */
export function alikeOf(utterances: readonly Utterance[], x: Utterance, target: Utterance): Utterance[] {
  if (!(x.stance === 'denies' && !x.negatedCue) && !x.callsFalse && !(x.rejects && !x.opposes)) return [];
  return utterances.slice(Math.max(0, x.index - ALIKE_BACK), x.index).filter(y => {
    if (y === target || !isOpen(x, y) || y.rejects || y.stance === 'denies') return false;
    if (isInside(target.claim, y.claim)) return false; // it only passes on what is denied
    if (y.negations > 0 !== target.negations > 0) return false;
    const { count, weight } = y.topic.shared(target.topic);
    return count >= 2 && weight >= ALIKE * Math.min(y.topic.weight, target.topic.weight);
  });
}
/** Claims. */
const ALIKE_BACK = 30;
/** Part of the weight of the lighter of the two. */
const ALIKE = 0.45;

/**
 * With what a speaker goes on being against `target`: “denied it, saying that …”, or a next sentence that negates or is
 * about the same.
 */
export function goesOnWith(
  utterances: readonly Utterance[],
  x: Utterance,
  target: Utterance,
): Utterance | undefined {
  const next = utterances.slice(x.index + 1, x.index + 3).find(z => !isInside(z.claim, x.claim));
  if (!next || !isSameSource(x, next) || next.sentence > x.sentence + 1) return undefined;
  if (target.index > next.index || isSameSource(next, target)) return undefined;
  if (next.silent || next.withholds || next.concedes || next.urging || next.accusing || next.opposes)
    return undefined;
  const isAgainst = x.opposes || x.rejects;
  if (isAgainst && (next.sentence === x.sentence || next.negations > 0 || next.refutes)) return next;
  const { count } = next.topic.shared(target.topic);
  return count > 1 || (count > 0 && next.negations > 0 !== target.negations > 0) ? next : undefined;
}
