import { WordClass, wordClass } from '../../text/words.ts';
import { antecedentOf } from './antecedent.ts';
import { isHeadingOver, isInside, isSameSource } from './utterances.ts';
import type { Utterance } from './utterances.ts';
import { overlaps } from '../../text/span.ts';

/** Claims further apart than this are not compared: a claim may dispute so many before it, and so many after it. */
const BEFORE = 8;
const AFTER = 4;

/** The claims of others that `x` may dispute. */
export function candidatesOf(utterances: readonly Utterance[], x: Utterance): Utterance[] {
  const candidates: Utterance[] = [];
  if (x.silent || x.withholds || (x.concedes && x.negations === 0)) return candidates;
  const end = Math.min(utterances.length, x.index + AFTER + 1);
  for (let k = Math.max(0, x.index - BEFORE); k < end; k++) {
    const y = utterances[k]!;
    if (y === x || y.silent || y.isMutual || isSameSource(x, y) || (y.anaphor && y.negatedCue)) continue;
    if (isHeadingOver(x, y) || bothDeny(x, y)) continue;
    if (isReport(x, y) || isInside(x.claim, y.claim) || repeats(x, y) || isElsewhere(x, y)) continue;
    candidates.push(y);
  }
  return candidates;
}

/** Whether words may tell that `x` is against `y`. */
export function isOpen(x: Utterance, y: Utterance): boolean {
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

/** Whether both deny, and not what the other says. */
function bothDeny(x: Utterance, y: Utterance): boolean {
  return x.denies && y.denies && !speaksOf(x, y);
}

/** Whether two claims are one told twice: in the same place, or in nearly the same words and figures. */
function repeats(x: Utterance, y: Utterance): boolean {
  if ((x.opposes && !y.opposes) || x.disagrees || x.refutes || y.refutes || x.negations !== y.negations)
    return false;
  for (const a of x.claim.content) for (const b of y.claim.content) if (overlaps(a, b)) return true;
  const fewer = x.topic.stems.length < y.topic.stems.length ? x : y;
  const more = fewer === x ? y : x;
  const size = fewer.topic.stems.length;
  if (size < 3 || fewer.topic.shared(more.topic).count < REPEATED * size) return false;
  return (
    fewer.numbers.every(({ value }) => more.numbers.some(other => other.value === value)) &&
    [...fewer.families()].every(word => !(wordClass(word) & WordClass.quantity) || more.families().has(word))
  );
}

/** Part of the words of a claim that come again where it is told again. */
const REPEATED = 0.75;

/** Whether `x` only passes on what `y` says; “denied the reports by nurses that …” passes on nothing. */
function isReport(x: Utterance, y: Utterance): boolean {
  return !x.opposes && !x.rejects && !x.disagrees && isInside(y.claim, x.claim);
}

/** Whether `x` is against something that `y` is not about, or is against itself. */
function isElsewhere(x: Utterance, y: Utterance): boolean {
  if (!x.opposes || x.stance === 'denies') return false;
  return y.attitude < 0 || (!x.anaphor && x.topic.shared(y.topic).count === 0 && !speaksOf(x, y));
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
  'rejects',
  'antecedent',
  'rejects antecedent',
  'negates the same',
  'x critic',
  'x concedes',
  'figures',
  'charged answers',
] as const;

/**
 * Writes what speaks for “x disputes y” into `row`: numbers the trees of lib/claims/status/dispute-trees.ts ask for. Where only
 * some are `asked` for (a 1 each), the dearest of the others are left as they are.
 */
export function readPair(
  utterances: readonly Utterance[],
  x: Utterance,
  y: Utterance,
  row: Float32Array,
  asked?: Uint8Array,
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
  const before = x.index > 0 ? utterances[x.index - 1] : undefined; // an index below zero would be a slow way to nothing
  const goesOn = before !== undefined && isSameSource(before, x);
  const previous = y.index > 0 ? utterances[y.index - 1] : undefined;
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
  row[f++] = Number(x.nouns.length > 0 && intersects(x.nouns, y.cueFamilies()));
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
  if (!asked || asked[f]) row[f] = Number(speaksOf(x, y));
  f++;
  if (!asked || asked[f]) row[f] = Number(speaksOf(y, x));
  f++;
  row[f++] = Number(x.sentence === y.sentence);
  row[f++] = Number(otherNumber && !sameNumber);
  row[f++] = Number(x.numbers.length > 0 && y.numbers.length > 0);
  row[f++] = Number(goesOn && (before.stance === 'denies' || before.refutes));
  row[f++] = Number(previous !== undefined && isSameSource(previous, y));
  row[f++] = Math.min(6, y.index);
  row[f++] = Math.min(8, x.index);
  row[f++] = Math.min(6, y.sentence);
  row[f++] = utterances.length;
  if (!asked || asked[f]) row[f] = Number(isInside(x.claim, y.claim));
  f++;
  row[f++] = x.attitude;
  row[f++] = (x.attitude || Math.sign(x.favour)) * (y.attitude || Math.sign(y.favour));
  row[f++] = Number(x.opposes);
  row[f++] = x.opposes && apart > 0 ? steps : FAR;
  if (!asked || asked[f]) row[f] = Number(hasOpposed(utterances, x, y));
  f++;
  row[f++] = Number(x.disagrees);
  row[f++] = Number(x.charges);
  row[f++] = Number(y.charges);
  if (!asked || asked[f]) row[f] = Number(intersects(x.sourceFamilies(), y.families()));
  f++;
  row[f++] = Number(isContrasted(x, y));
  const isMeant = x.anaphor && antecedentOf(utterances, x) === y;
  row[f++] = Number(x.rejects);
  row[f++] = Number(isMeant);
  row[f++] = Number(isMeant && x.rejects);
  row[f++] =
    x.negations > 0 === y.negations > 0 ? 0 : share(weight, Math.min(x.topic.weight, y.topic.weight));
  row[f++] = Number(x.critic);
  row[f++] = Number(x.concedes);
  row[f++] = Number(x.isFigure && y.numbers.length > 0 && !sameNumber);
  row[f++] = Number(y.isCharge && speaksOf(y, x));
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
export function speaksOf(x: Utterance, y: Utterance): boolean {
  const id = y.claim.source?.playerId;
  return (id !== undefined && x.players.has(id)) || y.sourceTopic.meets(x.topic);
}

function intersects(few: readonly string[], b: ReadonlySet<string>): boolean {
  for (const each of few) if (b.has(each)) return true;
  return false;
}

/** What two contents have in common: how many stems, and which part these are of the weight of the lighter, and of `x`. */
export function commonOf(x: Utterance, y: Utterance): { count: number; part: number; ofX: number } {
  const { count, weight } = x.topic.shared(y.topic);
  return {
    count,
    part: share(weight, Math.min(x.topic.weight, y.topic.weight)),
    ofX: share(weight, x.topic.weight),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Whether `x` has anything to do with `y`: it takes it up, speaks of who says it, or of the same thing. */
export function isTied(x: Utterance, y: Utterance): boolean {
  const takesUp = x.anaphor || (x.nouns.length > 0 && x.length <= BRIEF);
  return (takesUp && x.index > y.index) || speaksOf(x, y) || x.topic.shared(y.topic).count > 0;
}

/** Tokens of what only takes up something: “the board's account of it”. */
const BRIEF = 6;

/** Whether words tell that `x` is against `y`: a denial or rejection, or the same thing with a negation. */
export function isOutspoken(x: Utterance, y: Utterance): boolean {
  if (!isTied(x, y)) return false;
  if (x.rejects || x.disagrees || x.callsFalse || (x.clears && y.charges)) return true;
  if (x.negations > 0 === y.negations > 0) return false;
  return commonOf(x, y).part >= SAME_THING;
}

/** Part of the weight of the lighter of two contents that both have if they are about the same thing. */
const SAME_THING = 0.25;
