import { antecedentOf } from './antecedent.ts';
import { denied, toldInSameWords } from './denials.ts';
import { commonOf, isOpen, speaksOf } from './disputes.ts';
import { claimsBefore, isInside } from './utterances.ts';
import type { Utterance } from './utterances.ts';

// Disputes that words tell by themselves, with what they are against: the trees of disputes.ts weigh what is left.

/** What a claim is against. */
interface Rebuttal {
  readonly target: Utterance;
  readonly isOutright: boolean; // else there is only another view
}

/** What `x` is against by its own words, if they tell. */
export function rebuttalOf(utterances: readonly Utterance[], x: Utterance): Rebuttal | undefined {
  if (x.silent || x.withholds) return undefined;
  const outright =
    rejectedReport(utterances, x) ??
    takenUp(utterances, x) ??
    judged(utterances, x) ??
    disagreed(utterances, x) ??
    denied(utterances, x) ??
    untrue(utterances, x) ??
    disclaimed(utterances, x) ??
    cleared(utterances, x);
  if (outright) return { target: outright, isOutright: true };
  const other =
    countered(utterances, x) ??
    disagreedWith(utterances, x) ??
    doubtedWithin(utterances, x) ??
    doubted(utterances, x) ??
    negated(utterances, x) ??
    turnedFrom(utterances, x) ??
    sided(utterances, x) ??
    figureBefore(utterances, x) ??
    countedOtherwise(utterances, x);
  return other && { target: other, isOutright: false };
}

/** “rejected criticism by residents that …”, “rumours of a sale are not true”: the noun brings what is rejected. */
function rejectedReport(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if ((x.nouns.length === 0 && !x.negatedCue) || !(x.opposes || x.rejects)) return undefined;
  return utterances
    .slice(x.index + 1, x.index + 3)
    .find(y => y.byNoun && isInside(y.claim, x.claim) && isOpen(x, y));
}

/** “criticised this suggestion”, “believe otherwise”: what was said before is meant. */
function takenUp(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!x.pointsBack || !(x.opposes || x.rejects)) return undefined;
  return meantWithin(utterances, x, TAKEN_UP_WITHIN);
}

/** “called the figure ‘a guess’”: what was said just before is meant. */
function judged(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return x.judges ? meantWithin(utterances, x, JUDGED_WITHIN) : undefined;
}
/** Sentences. */
const JUDGED_WITHIN = 1;

/** What others said within some sentences before, if `x` means it. */
function meantWithin(
  utterances: readonly Utterance[],
  x: Utterance,
  sentences: number,
): Utterance | undefined {
  const y = antecedentOf(utterances, x);
  return y && isOpen(x, y) && !isAnother(x, y) && x.sentence - y.sentence <= sentences ? y : undefined;
}

/** Whether `x` says itself what it is against, and `y` is about something else. */
export function isAnother(x: Utterance, y: Utterance): boolean {
  return x.spellsOut && x.topic.shared(y.topic).count === 0 && !speaksOf(x, y);
}
/** Sentences. */
const TAKEN_UP_WITHIN = 2;

/** “The idea that the herring left is wrong”: the claim that tells most of the same. */
function untrue(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!x.saysUntrue) return undefined;
  let best: Utterance | undefined;
  let most = LEAST_UNTRUE;
  for (const y of claimsBefore(utterances, x, UNTRUE_BACK)) {
    const { count, ofX } = commonOf(x, y);
    if (count < 2 || ofX < most || !isOpen(x, y)) continue;
    best = y;
    most = ofX;
  }
  return best;
}
/** Claims. */
const UNTRUE_BACK = 8;
/** Part of the weight of what is said to be untrue. */
const LEAST_UNTRUE = 0.1;

/** “remained sceptical of the club's plan to sell the lido”: who told of it before in the same words. */
function doubted(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return x.doubts ? toldInSameWords(utterances, x) : undefined;
}

/** “doubted that it will hold, as the builders believe”: what others say within. */
function doubtedWithin(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!x.doubts) return undefined;
  return utterances.slice(x.index + 1, x.index + 3).find(y => isInside(y.claim, x.claim) && isOpen(x, y));
}

/** “‘They saw smoke. That is not true,’ he said.”: what others said last. */
function disclaimed(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  const y = x.disclaims ? antecedentOf(utterances, x) : undefined;
  return y && isOpen(x, y) && x.opening - y.sentence <= TAKEN_UP_WITHIN ? y : undefined;
}

/** “We disagree with the court's reading”: what the court said last. */
function disagreed(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!x.disagreesWith) return undefined;
  return claimsBefore(utterances, x, DISAGREED_BACK).findLast(y => isOpen(x, y) && speaksOf(x, y));
}
/** Claims. */
const DISAGREED_BACK = 10;

/** “‘I have never owned a boat,’ she said”: who is charged with something answers in the first person. */
function cleared(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (!x.disowns || x.concedes) return undefined;
  return claimsBefore(utterances, x, CLEARED_BACK).findLast(
    y =>
      isOpen(x, y) &&
      (y.isCharge || y.accusing) &&
      speaksOf(y, x) &&
      x.sentence - y.sentence < CLEARED_WITHIN,
  );
}
/** Claims, sentences. */
const CLEARED_BACK = 6;
const CLEARED_WITHIN = 5;

/** “The union disagreed. Its chair said …”: the claim just before. */
function disagreedWith(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return x.leadDisagrees ? justBefore(utterances, x, 3) : undefined;
}

/** “That is not so, the mayor retorted”: the claim just before. */
function countered(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  return x.counters && !x.opposes ? justBefore(utterances, x, 2) : undefined;
}

/** “She never promised him the boat.”: who said the same near by, and did not negate it. */
function negated(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (x.negations === 0 || x.concedes || !(isPlain(x) || x.saysNone)) return undefined;
  return utterances.slice(Math.max(0, x.index - NEGATED_BACK), x.index + NEGATED_AHEAD).findLast(y => {
    if (y.negations > 0 || y.negatedCue || !isPlain(y) || !isOpen(x, y)) return false;
    if (Math.abs(x.sentence - y.sentence) > NEGATED_WITHIN || isInside(y.claim, x.claim)) return false;
    const { count, part } = commonOf(x, y);
    const isBefore = y.index < x.index;
    if (x.saysNone && isBefore && count > 0) return true;
    const least = isBefore ? 2 : 3;
    return isPlain(x) && count >= least && part >= NEGATED;
  });
}
/** Claims, sentences. */
const NEGATED_BACK = 6;
const NEGATED_AHEAD = 3;
const NEGATED_WITHIN = 3;
/** Part of the weight of the lighter of the two. */
const NEGATED = 0.4;

/** Whether it is one short assertion of what is or was: a negation in it negates what it tells. */
function isPlain({ isOneSentence, length, urging, foretells, supposes }: Utterance): boolean {
  return length <= PLAIN && isOneSentence && !urging && !foretells && !supposes;
}
/** Tokens. */
const PLAIN = 30;

/** “Farmers opposed the tunnel. The council supported the tunnel.”: who took the other side. */
function sided(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (x.attitude === 0) return undefined;
  return claimsBefore(utterances, x, SIDED_BACK).findLast(y => {
    if (x.attitude * y.attitude >= 0 || !isOpen(x, y)) return false;
    return commonOf(x, y).part >= SIDED;
  });
}
/** Claims. */
const SIDED_BACK = 4;
/** Part of the weight of the lighter of the two. */
const SIDED = 0.5;

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

/** “would cost £9m over ten years”, “will cost £14m in all”: another sum or share where the same is spoken of. */
function countedOtherwise(utterances: readonly Utterance[], x: Utterance): Utterance | undefined {
  if (x.numbers.length === 0 || x.foretells) return undefined;
  return claimsBefore(utterances, x, COUNTED_BACK).findLast(y => {
    if (!isOpen(x, y) || x.sentence - y.sentence > COUNTED_WITHIN || y.foretells || !differ(x, y))
      return false;
    const { count, part } = commonOf(x, y);
    return count > 1 && part >= COUNTED;
  });
}
/** Claims, sentences. */
const COUNTED_BACK = 3;
const COUNTED_WITHIN = 2;
/** Part of the weight of the lighter of the two. */
const COUNTED = 0.2;

/** Whether both tell an amount of money or a share, and another one. */
function differ(x: Utterance, y: Utterance): boolean {
  return x.numbers.some(({ unit, value }) =>
    y.numbers.some(other => /^[$%]/.test(unit) && unit === other.unit && value !== other.value),
  );
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
  return claimsBefore(utterances, x, 2).some(outer => isInside(x.claim, outer.claim));
}
