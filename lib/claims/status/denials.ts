import { commonOf, isOpen, speaksOf } from './disputes.ts';
import { claimsBefore, isInside } from './utterances.ts';
import type { Utterance } from './utterances.ts';

// What somebody denies, where no “these claims” points to it.

/** “The ferry company denied any delay”: whoever said so, or said it of the company, a little before. */
export function denied(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!(x.denies || x.clears) || x.anaphor) return undefined;
  const charge = x.clears ? chargeBefore(utterances, x) : undefined;
  if (charge) return charge;
  let best: Utterance | undefined;
  let most = LEAST_DENIED;
  for (const y of claimsBefore(utterances, x, DENIED_BACK)) {
    if (!isOpen(x, y) || x.sentence - y.sentence > DENIED_WITHIN) continue;
    if (y.opposes || (y.anaphor && y.length <= 3)) continue;
    const { count, part } = commonOf(x, y);
    const isAbout = speaksOf(y, x);
    const isBlame = isBlaming(y);
    if (count < 2 && !isBlame && !(isAbout && (count > 0 || y.charges))) continue;
    const score =
      1.2 * part +
      (isAbout ? 0.6 : 0) +
      (isBlame ? 0.5 : 0) +
      (y.charges ? 0.2 : 0) -
      (y.urging ? 0.4 : 0) -
      0.2 * (x.sentence - y.sentence) -
      0.1 * (x.index - y.index - 1);
    if (score < most) continue;
    best = y;
    most = score;
  }
  return best ?? toldInSameWords(utterances, x) ?? toldJustBefore(utterances, x);
}
/** Claims, sentences. */
const DENIED_BACK = 8;
const DENIED_WITHIN = 4;
const LEAST_DENIED = 0.5;

/** “denied throwing it”: what others said in the sentence, or in the one before. */
function toldJustBefore(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!x.denies || !x.takesUp) return undefined;
  return claimsBefore(utterances, x, JUST_BEFORE).findLast(
    y => isOpen(x, y) && x.opening - y.sentence < 2 && !isInside(x.claim, y.claim),
  );
}
/** Claims. */
const JUST_BEFORE = 3;

/** “pleaded not guilty”, “denied wrongdoing”: what others were charged with, or blamed for, last. */
function chargeBefore(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return claimsBefore(utterances, x, CHARGED_BACK).findLast(
    y => isOpen(x, y) && x.sentence - y.sentence < CHARGED_BACK && (y.isCharge || y.prosecutes),
  );
}
/** Claims, sentences. */
const CHARGED_BACK = 6;

/** “denies the accusations”: not only the nearest, but all that the same person is charged with a little before. */
export function otherCharges(utterances: readonly Utterance[], x: Utterance, target: Utterance): Utterance[] {
  if (!(x.several || x.clears) || !isChargeLike(target)) return [];
  return claimsBefore(utterances, x, CHARGED_BACK).filter(
    y =>
      y !== target &&
      isOpen(x, y) &&
      x.sentence - y.sentence < CHARGED_BACK &&
      isChargeLike(y) &&
      speaksOf(y, x),
  );
}

/** Whether a wrong is put to somebody, by a court, by an accuser or by hearsay. */
function isChargeLike(y: Utterance): boolean {
  return isBlaming(y) || y.prosecutes;
}

/** Whether it says by its cue that somebody may have done wrong. */
function isBlaming({ isCharge, accusing, hearsay }: Utterance): boolean {
  return isCharge || accusing || hearsay;
}

/** “The mayor denied ever having sold the lido”, “was sceptical of a plan to sell it”: what was told further up in the same words. */
export function toldInSameWords(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return claimsBefore(utterances, x, FAR_BACK).findLast(
    y =>
      isOpen(x, y) && !y.opposes && (isToldIn(x, y) || (speaksOf(y, x) && commonOf(x, y).ofX >= SAME_WORDS)),
  );
}
/** Claims. */
const FAR_BACK = 40;

/** Whether `y` has most of the words of `x`, at least two. */
export function isToldIn(x: Utterance, y: Utterance): boolean {
  const { count, ofX } = commonOf(x, y);
  return count > 1 && ofX >= SAME_WORDS;
}
/** Part of the weight of what is denied. */
const SAME_WORDS = 0.55;
