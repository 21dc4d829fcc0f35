import { list } from '../../text/list.ts';
import { listed } from '../../text/listed.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Span } from '../../text/span.ts';
import { wordsOf } from '../../text/words.ts';
import { askedBy, readForest, fillForest, sumFull } from '../../trees.ts';
import type { FullForest } from '../../trees.ts';
import { antecedentOf } from './antecedent.ts';
import type { Claim, Status } from '../claim.ts';
import { NOUN_CUES } from '../cues.ts';
import { otherCharges } from './denials.ts';
import { DISPUTE_TREES } from './dispute-trees.ts';
import { PAIR_FEATURES, candidatesOf, isOpen, isOutspoken, isTied, readPair, speaksOf } from './disputes.ts';
import { alikeOf, goesOnWith, passedOnBy, repeatedBy } from './reach.ts';
import { isAnother, rebuttalOf } from './rebuttals.ts';
import { isSameSource, readUtterances } from './utterances.ts';
import type { Utterance } from './utterances.ts';

/** Least score (log odds that careful readers marked the pair) of what is worth showing beside a claim. */
const MIN_SCORE = -0.6;
/** Least score of what somebody denies, if nothing else is likelier to be meant. */
const MIN_DENIAL = -1.3;
/** Least score of what is called a dispute, if words say so; else there is only another view: an invented dispute is worse. */
const OUTRIGHT = 0;

/**
 * The first trees tell nine of ten pairs to be hopeless, most of them at first sight; the others are not asked about
 * those. Of 31,000 pairs of Wikinews and of pages none is lost that would score −0.6, and 4 of 141 that would score −1.3.
 */
const SIGHT_TREES = 10;
const HOPELESS_AT_SIGHT = -4.75;
const FIRST_TREES = 40;
const HOPELESS = -4.2;
/** Of 3,300 pairs that are left, six of ten; none of the 197 among them that score −1.6 or more has less by then. */
const LATER_TREES = 120;
const HOPELESS_LATER = -3.4;

let shipped: FullForest | undefined;

/** Marks what the article itself says of each claim: who denies it, who contradicts it, what is not confirmed. */
export function findStatus(
  doc: TextDocument,
  claims: readonly Claim[],
  playersIn: (claim: Claim) => ReadonlySet<string>,
  trees: FullForest = (shipped ??= fillForest(readForest(DISPUTE_TREES))),
): void {
  const utterances = readUtterances(doc, claims, playersIn);
  findUnverified(doc, utterances);
  const found: Dispute[] = [];
  const denying = findDenied(utterances, found);
  findRebuttals(utterances, denying, found);
  findUpheld(utterances, found);
  findContraries(utterances, found);
  findDisputes(utterances, trees, denying, found);
  spreadDisputes(utterances, found);
  for (const { toldFalsely, claim } of utterances) if (toldFalsely) raise(claim, 'denied');
  for (const [at, { stance, negatedCue }] of utterances.entries())
    if (stance === 'confirms' && !negatedCue) confirm(utterances, at);
}

const VERIFIED = list('verified confirmed corroborated substantiated verify corroborate substantiate');
const NOT = list("not n't yet never unable cannot");
const UNVERIFIED = list('unconfirmed unverified uncorroborated unsubstantiated');
const ofProofIn = listed([...VERIFIED, ...UNVERIFIED]);
const REMAINS = list('remain remains remained is are was were still been being as');

/**
 * “The claim could not be independently verified”, “cases that remain unconfirmed”: the article says so of the claim it
 * has just reported. Rumours are unconfirmed by their name, and so is what somebody says he cannot confirm.
 */
function findUnverified(doc: TextDocument, utterances: readonly Utterance[]): void {
  const { lower } = wordsOf(doc);
  const isOfProof = ofProofIn(doc);
  let at = 0;
  for (let i = 0; i < lower.length; i++) {
    if (!isOfProof(i) || !isUnverified(doc, lower, i)) continue;
    const word = { start: doc.tokens.start[i]!, end: doc.tokens.end[i]! };
    while (at < utterances.length && utterances[at]!.start <= word.start) at++;
    const before = utterances.slice(Math.max(0, at - 3), at).findLast(({ claim }) => !covers(claim, word));
    if (before && doc.tokens.sentence[i]! - before.sentence <= 2) raise(before.claim, 'unconfirmed');
  }
  for (const { claim, rumour, stance, negatedCue } of utterances)
    if (rumour || (stance === 'confirms' && negatedCue)) raise(claim, 'unconfirmed');
}

function isUnverified(doc: TextDocument, lower: readonly string[], i: number): boolean {
  if (UNVERIFIED.has(lower[i]!)) return REMAINS.has(lower[i - 1] ?? '');
  return (
    VERIFIED.has(lower[i]!) &&
    [1, 2, 3, 4, 5].some(back => NOT.has(lower[i - back] ?? '')) &&
    speaksOfClaims(doc, lower, i)
  );
}

function covers({ cue, content }: Claim, word: Span): boolean {
  return [...content, ...(cue ? [cue] : [])].some(({ start, end }) => start <= word.start && word.end <= end);
}

/** Whether a claim, a report or the like is what is verified in the sentence of token `i`. */
function speaksOfClaims(doc: TextDocument, lower: readonly string[], i: number): boolean {
  const { firstToken, endToken } = doc.sentences[doc.tokens.sentence[i]!]!;
  for (let k = Math.max(firstToken, i - 12); k < endToken && k < i + 8; k++)
    if (NOUN_CUES.has(lower[k]!)) return true;
  return false;
}

/** “The firm denied these claims”, “the firm calls it baseless”: what stands before is what is meant. Answers who denies so. */
function findDenied(utterances: readonly Utterance[], found: Dispute[]): Set<Utterance> {
  const denying = new Set<Utterance>();
  const known = new Map<string, Utterance>(); // what was denied, by how it was told
  for (const [at, x] of utterances.entries()) {
    const isUnsure = x.anaphor && x.stance === 'confirms' && x.negatedCue;
    if (!isUnsure && !isVerdict(x) && !deniesBefore(x)) continue;
    const nearest = antecedentOf(utterances, x);
    const before = toldAs(x).flatMap(told => known.get(told) ?? [])[0];
    const target = isFreshCharge(nearest, x) ? nearest : (before ?? nearest);
    if (!target || isAnother(x, target)) continue;
    // “X has not confirmed this” is no dispute by itself; “and Y says otherwise” makes it one, about the same thing
    const next = utterances[at + 1];
    const contradicts =
      next && next.sentence === x.sentence && next.negations > 0 && next !== target ? next : undefined;
    refer(x.claim, target.claim);
    if (isUnsure && !contradicts) {
      raise(target.claim, 'unconfirmed');
      continue;
    }
    denying.add(x);
    for (const told of toldAs(x)) known.set(told, target);
    disputeCharges(utterances, { by: x, of: target, isOutright: true }, found);
    if (contradicts) dispute(found, { by: contradicts, of: target, isOutright: true });
  }
  return denying;
}

/** “The firm denied the reports”, told again further down, is about what it denied the first time; by who denies what. */
function toldAs({ denies, speaker, nouns }: Utterance): string[] {
  return denies && speaker !== 0 ? nouns.map(noun => `${speaker} ${noun}`) : [];
}

/** Whether somebody is charged with it right before: then it is not what was denied before. */
function isFreshCharge(y: Utterance | undefined, x: Utterance): boolean {
  return y !== undefined && (y.isCharge || y.accusing) && x.sentence - y.sentence < 2;
}

function deniesBefore({ anaphor, stance, negatedCue }: Utterance): boolean {
  return anaphor && !negatedCue && (stance === 'denies' || stance === 'doubts');
}

/** Nothing but “false”, “the allegation was untrue”. */
function isVerdict({ callsFalse, anaphor, length, negations }: Utterance): boolean {
  return callsFalse && negations === 0 && length <= (anaphor ? VERDICT : 3);
}
/** Tokens. */
const VERDICT = 8;

/** Who disputes whom, as words tell. */
function findRebuttals(utterances: readonly Utterance[], denying: Set<Utterance>, found: Dispute[]): void {
  for (const x of utterances) {
    const rebuttal = denying.has(x) ? undefined : rebuttalOf(utterances, x);
    if (!rebuttal) continue;
    const { target, isOutright } = rebuttal;
    if (x.denies) denying.add(x);
    if (x.anaphor || x.stance) refer(x.claim, target.claim);
    disputeCharges(utterances, { by: x, of: target, isOutright }, found);
  }
}

/** “The firm denied it. Two ministers confirmed the sale.”: who confirms what was denied is against the denial. */
function findUpheld(utterances: readonly Utterance[], found: Dispute[]): void {
  for (const { by, of, isOutright } of found.slice()) {
    if (!by.denies || !isOutright) continue;
    const x = utterances
      .slice(by.index + 1, by.index + 5)
      .find(
        z =>
          z.concedes &&
          z.sentence - by.sentence < 4 &&
          !isSameSource(z, by) &&
          z.topic.shared(of.topic).count > 0,
      );
    if (x) dispute(found, { by: x, of: by, isOutright: true });
  }
}

/** “died in the crash”, “she is alive”; “shot it down”, “it was an accident”: what cannot both be so of one event. */
function findContraries(utterances: readonly Utterance[], found: Dispute[]): void {
  const told = utterances.filter(
    ({ event: { cause, fate, vote }, foretells, urging, supposes }) =>
      (cause || fate || vote) && !foretells && !urging && !supposes,
  );
  for (const [i, x] of told.entries()) {
    for (let k = i - 1; k >= 0 && x.index - told[k]!.index <= CONTRARY_WITHIN; k--) {
      const y = told[k]!;
      const isOfCause = x.event.cause * y.event.cause < 0; // each has a view; of a death or a vote the later knows more
      if ((isOfCause || isContrary(x, y)) && isOpen(x, y))
        dispute(found, { by: x, of: y, isOutright: false });
      if (isOfCause && isOpen(y, x)) dispute(found, { by: y, of: x, isOutright: false });
    }
  }
}
/** Claims. */
const CONTRARY_WITHIN = 10;

/** Whether one tells of a vote, or of the same person's death, what the other cannot mean. */
function isContrary({ event: x, players }: Utterance, { event: y, players: others }: Utterance): boolean {
  return x.vote * y.vote < 0 || (x.fate * y.fate < 0 && [...players].some(id => others.has(id)));
}

/** Who is against a claim is against what tells the same, and goes on being against it. */
function spreadDisputes(utterances: readonly Utterance[], found: Dispute[]): void {
  for (const { by, of, isOutright } of found.slice()) {
    const targets = [
      of,
      ...alikeOf(utterances, by, of),
      ...passedOnBy(utterances, by, of),
      ...repeatedBy(utterances, by, of),
    ];
    for (const target of targets) {
      dispute(found, { by, of: target, isOutright });
      const next = goesOnWith(utterances, by, target);
      if (next) dispute(found, { by: next, of: target, isOutright });
    }
  }
}

/** Who disputes whom, by the trees: both sides are contested. */
function findDisputes(
  utterances: readonly Utterance[],
  trees: FullForest,
  denying: ReadonlySet<Utterance>,
  found: Dispute[],
): void {
  const row = new Float32Array(PAIR_FEATURES.length);
  const atFirst = askedBy(trees, SIGHT_TREES, row.length);
  const laterTrees = Math.min(LATER_TREES, trees.roots.length);
  const scoreOf = (x: Utterance, y: Utterance): number => {
    readPair(utterances, x, y, row);
    return sumFull(trees, row);
  };
  for (const x of utterances) {
    if (x.anaphor && denying.has(x)) continue; // what “these claims” are is known by now
    const likely: { y: Utterance; score: number }[] = [];
    let best: { y: Utterance; score: number } | undefined;
    for (const y of candidatesOf(utterances, x)) {
      readPair(utterances, x, y, row, atFirst);
      const atSight = sumFull(trees, row, SIGHT_TREES);
      if (atSight < HOPELESS_AT_SIGHT) continue;
      readPair(utterances, x, y, row);
      const early = sumFull(trees, row, FIRST_TREES, SIGHT_TREES, atSight);
      if (early < HOPELESS) continue;
      const later = sumFull(trees, row, laterTrees, FIRST_TREES, early);
      if (later < HOPELESS_LATER) continue;
      const score = sumFull(trees, row, trees.roots.length, laterTrees, later);
      likely.push({ y, score });
      if (score >= (best?.score ?? MIN_DENIAL) && isTied(x, y)) best = { y, score };
    }
    // what is denied is the likeliest of what it has anything to do with; where it is known, another target must be sure
    const isDenial = deniesIt(x);
    for (const { y, score } of likely) {
      const isDenied = isDenial && !denying.has(x) && y === best?.y;
      const least = isDenial || denying.has(x) ? OUTRIGHT : MIN_SCORE;
      if (!isDenied && (score < least || (isDenial && !isTied(x, y)))) continue;
      if (y.index > x.index && scoreOf(y, x) > score) continue; // the later one disputes the earlier
      if (x.anaphor || x.stance) refer(x.claim, y.claim);
      const isOutright = isDenied || (score >= OUTRIGHT && isOutspoken(x, y));
      dispute(found, { by: x, of: y, isOutright });
    }
  }
}

function deniesIt(x: Utterance): boolean {
  return (x.stance === 'denies' && !x.negatedCue) || callsItFalse(x);
}

/** “said the report was false”, “called it baseless”; not “a strike on a false pretext”. */
function callsItFalse({ callsFalse, anaphor, length }: Utterance): boolean {
  return callsFalse && (anaphor || length <= 3);
}

function confirm(utterances: readonly Utterance[], at: number): void {
  const { claim, anaphor, withholds } = utterances[at]!;
  const target = anaphor ? antecedentOf(utterances, utterances[at]!) : undefined;
  if (target) refer(claim, target.claim);
  if (withholds) return; // “declined to confirm that”
  raise(claim, 'confirmed');
  if (target) raise(target.claim, 'confirmed');
}

interface Dispute {
  readonly by: Utterance;
  readonly of: Utterance;
  readonly isOutright: boolean; // else there is only another view
}

/** What is disputed, and what else the same person is charged with, where it is a charge. */
function disputeCharges(utterances: readonly Utterance[], told: Dispute, found: Dispute[]): void {
  for (const of of [told.of, ...otherCharges(utterances, told.by, told.of)]) dispute(found, { ...told, of });
}

function dispute(found: Dispute[], told: Dispute): void {
  const { by: x, of: y, isOutright } = told;
  if (y.claim.disputedBy.includes(x.claim.id)) return;
  y.claim.disputedBy.push(x.claim.id);
  if (!isOutright) (y.claim.otherViews ??= []).push(x.claim.id);
  found.push(told);
  raise(y.claim, isDenied(x, y) ? 'denied' : 'contested');
  if (!isObjection(x) && !x.concedes) raise(x.claim, 'contested');
}

/** Whether somebody denies it, or who is charged with it says otherwise; else there is only another view of it. */
function isDenied(x: Utterance, y: Utterance): boolean {
  return (
    x.denies ||
    x.saysNotSo ||
    callsItFalse(x) ||
    (x.clears && y.charges) ||
    ((y.isCharge || x.rejects || x.negations > y.negations) && speaksOf(y, x))
  );
}

/** Who is against something asserts nothing that others contest. */
function isObjection(x: Utterance): boolean {
  return x.opposes && !x.denies;
}

function refer(claim: Claim, target: Claim): void {
  if (!claim.refersTo.includes(target.id)) claim.refersTo.push(target.id);
}

const ORDER: readonly Status[] = ['stated', 'confirmed', 'unconfirmed', 'contested', 'denied'];

function raise(claim: Claim, status: Status): void {
  if (ORDER.indexOf(status) > ORDER.indexOf(claim.status)) claim.status = status;
}
