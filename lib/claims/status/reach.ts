import { isToldIn } from './denials.ts';
import { commonOf, isOpen } from './disputes.ts';
import { claimsBefore, isInside, isSameSource } from './utterances.ts';
import type { Utterance } from './utterances.ts';

// How far a dispute reaches that is known: other claims that tell what is disputed, and what is said against them next.

/**
 * Who denies one claim denies those that say the same: the others told before that share most of its words, and all that
 * tell in full what is denied, further down as well.
 */
export function alikeOf(utterances: readonly Utterance[], x: Utterance, target: Utterance): Utterance[] {
  if (!(x.stance === 'denies' && !x.negatedCue) && !x.callsFalse && !(x.rejects && !x.opposes)) return [];
  return utterances.slice(Math.max(0, x.index - ALIKE_BACK), x.index + ALIKE_BACK).filter(y => {
    if (y === target || !isOpen(x, y) || y.rejects || y.stance === 'denies') return false;
    if (isInside(target.claim, y.claim)) return false; // it only passes on what is denied
    if (y.negations > 0 !== target.negations > 0) return false;
    if (x.denies && !x.anaphor && isToldIn(x, y)) return true;
    if (y.index > x.index) return false;
    const { count, part } = commonOf(target, y);
    return count >= 2 && part >= ALIKE;
  });
}
/** Claims. */
const ALIKE_BACK = 30;
/** Part of the weight of the lighter of the two. */
const ALIKE = 0.45;

/** “The minister cited a survey that found …”, “He told The Herald”: who only passes on what is disputed. */
export function passedOnBy(utterances: readonly Utterance[], x: Utterance, target: Utterance): Utterance[] {
  return claimsBefore(utterances, target, 2).filter(
    y =>
      isInside(target.claim, y.claim) &&
      !isInside(x.claim, y.claim) &&
      !isSameSource(y, target) &&
      isOpen(x, y) &&
      !y.opposes &&
      !y.rejects &&
      target.length >= PASSED_ON * y.length,
  );
}
/** Part of what somebody says. */
const PASSED_ON = 0.6;

/** What the speaker of `target` says in the claim next to it of the same thing. */
export function repeatedBy(utterances: readonly Utterance[], x: Utterance, target: Utterance): Utterance[] {
  return [target.index - 1, target.index + 1].flatMap(k => {
    const y = utterances[k];
    if (!y || k > x.index || !isSameSource(y, target) || !isOpen(x, y) || y.rejects) return [];
    if (y.negations > 0 !== target.negations > 0) return [];
    return Math.abs(y.sentence - target.sentence) < 2 && y.topic.shared(target.topic).count > 1 ? [y] : [];
  });
}

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
  if (!next || !isSameSource(x, next) || next.opening > x.sentence + 1) return undefined;
  if (target.index > next.index || isSameSource(next, target)) return undefined;
  if (
    next.silent ||
    next.withholds ||
    next.concedes ||
    next.urging ||
    next.accusing ||
    next.opposes ||
    next.foretells
  )
    return undefined;
  const isAgainst = x.opposes || x.rejects;
  if (isAgainst && (next.sentence === x.sentence || next.negations > 0 || next.refutes)) return next;
  const { count } = next.topic.shared(target.topic);
  return count > 1 || (count > 0 && next.negations > 0 !== target.negations > 0) ? next : undefined;
}
