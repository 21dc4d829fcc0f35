import type { TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import { WordClass, isAllCaps, isCapital } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { KNOWN_BODIES, NAME_GOES_ON, ORG_HEADS, ROLE_MODIFIERS } from './lexicon.ts';
import type { Run } from './runs.ts';

/** What was read as several names and is one is put together; in order of place. */
export function joinNames(doc: TextDocument, words: Words, runs: readonly Run[]): Run[] {
  return joinBodies(doc, words, joinParticles(words, runs));
}

const PERSONAL_PARTICLES = list('bin ibn van von');
/** What may stand between a city and its state or district in one name. */
const DISTRICT = /^d\.?c\.?$/;

/** “Osama bin Laden” and “Washington, D.C.”, read as two names, are one each. */
function joinParticles(words: Words, runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const first = PERSONAL_PARTICLES.has(words.lower[run.first]!) ? run.first + 1 : run.first;
    const particle = last?.end === first - 1 && PERSONAL_PARTICLES.has(words.lower[first - 1]!);
    const district =
      last?.end === run.first - 1 &&
      words.lower[run.first - 1] === ',' &&
      run.end - run.first === 1 &&
      DISTRICT.test(words.lower[run.first]!);
    if (last && particle) joined[joined.length - 1] = { first: last.first, end: run.end, type: 'PER' };
    else if (last && district) joined[joined.length - 1] = { first: last.first, end: run.end, type: 'LOC' };
    else joined.push(run);
  }
  return joined;
}

/** Last words of firms, which may be named after two people. */
const FIRMS = list(
  'company co co. inc inc. ltd ltd. llc llp plc partners associates sons brothers bros bros. group corporation corp corp.',
);

/** Names of a body read as two: “Bank of | Norway”, “Museum | and Gallery”, “Roe | and Hart Company”. */
function joinBodies(doc: TextDocument, words: Words, runs: readonly Run[]): Run[] {
  const named = new Map<string, number>();
  for (const { end } of runs) named.set(words.lower[end - 1]!, (named.get(words.lower[end - 1]!) ?? 0) + 1);
  const joined: Run[] = [];
  for (const [i, cut] of runs.entries()) {
    const run = goOn(doc, words, cut, runs[i + 1]);
    const last = joined.at(-1);
    const from = last && last.end >= run.end ? -1 : joinedFrom(words, joined, run, named);
    if (from < 0) continue; // inside the last
    if (from < joined.length)
      joined.splice(from, Infinity, { first: joined[from]!.first, end: run.end, type: 'ORG' });
    else joined.push(run);
  }
  return joined;
}

/** The first of the runs that go on with `run`, of those before it; their number where none does. */
function joinedFrom(
  words: Words,
  before: readonly Run[],
  run: Run,
  named: ReadonlyMap<string, number>,
): number {
  const last = before.at(-1);
  if (!last || last.end > run.first) return before.length;
  if (last.end < run.first && isOneBody(words, last, run, named)) return before.length - 1;
  return listedFrom(words, before, run, named);
}

/**
 * “the Water, Fire and Harbour Safety Agency”: words that the article before the first and the head of the last make
 * one name, as long as the text knows none of them otherwise.
 */
function listedFrom(
  words: Words,
  before: readonly Run[],
  run: Run,
  named: ReadonlyMap<string, number>,
): number {
  const { lower } = words;
  if (run.type !== 'ORG' || run.end - run.first < 2 || !ORG_HEADS.has(lower[run.end - 1]!))
    return before.length;
  let next = run.first;
  for (let k = before.length - 1; k >= 0; k--) {
    const { first, end, type } = before[k]!;
    const joint = next === run.first ? 'and' : ',';
    if (type !== 'ORG' || end !== next - 1 || lower[end] !== joint || end - first > 2) break;
    const part = lower[end - 1]!;
    if (ORG_HEADS.has(part) || isAllCaps(words, end - 1) || KNOWN_BODIES.has(part) || named.get(part) !== 1)
      break;
    if (lower[first - 1] === 'the' || lower[first - 1] === "'s") return k;
    next = first;
  }
  return before.length;
}

/**
 * A body whose name was cut within itself goes on: “Office of the | Inspector General”, “Council for Co | -operation”,
 * “House | of Representatives”.
 */
function goOn(doc: TextDocument, words: Words, run: Run, next: Run | undefined): Run {
  if (run.type !== 'ORG') return run;
  const { lower } = words;
  let { end } = run;
  const isHalved =
    lower[end - 1] === 'co' && lower[end] === '-' && doc.tokens.end[end] === doc.tokens.start[end + 1];
  if (isHalved) end += lower[end + 2] === 'and' && isCapital(words, end + 3) ? 4 : 2;
  const isHeaded = NAME_GOES_ON.has(lower[end - 1]!) && !isAllCaps(words, end - 1) && end - run.first < 3;
  let at = end;
  if (isHeaded && (lower[at] === 'of' || lower[at] === 'for')) at++;
  if (at > end && lower[at] === 'the') at++;
  const isOpen = at > end || JOINTS.has(lower[end - 1]!);
  if (!isOpen || (at > end && next !== undefined && next.first <= at)) return { ...run, end };
  const sentence = doc.sentences[doc.tokens.sentence[run.first]!]!;
  let stop = at;
  while (stop < sentence.endToken && isCapital(words, stop) && !(words.class[stop]! & WordClass.time)) stop++;
  return { ...run, end: stop > at ? stop : end };
}
const JOINTS = list('of the for on');

function isOneBody(words: Words, left: Run, right: Run, named: ReadonlyMap<string, number>): boolean {
  const { lower } = words;
  const joint = lower[left.end]!;
  const gap = right.first - left.end;
  if (gap > 2 || (gap === 2 && lower[left.end + 1] !== 'the')) return false;
  const head = lower[left.end - 1]!;
  const isHeaded = left.type === 'ORG' && ORG_HEADS.has(head) && !isAllCaps(words, left.end - 1);
  if (joint === 'of' && right.type === 'LOC') return isHeaded;
  // “the Danish Embassy in Harrow”, “Council for Trade in Europe”
  if ((joint === 'in' || joint === 'to') && right.type === 'LOC' && gap === 1 && MISSIONS.has(head))
    return true;
  if (joint === 'of' || joint === 'for') return isHeaded && right.type === 'ORG' && NAME_GOES_ON.has(head);
  if (joint !== 'and' || gap > 1 || right.type === 'PER') return false;
  if (isHeaded && isGeneric(words, right)) return true;
  if (right.type !== 'ORG') return false;
  // a company after two people, neither of whom the text knows otherwise
  const firm = left.end - left.first === 1 && right.end - right.first > 1 && FIRMS.has(lower[right.end - 1]!);
  return firm && left.type !== 'LOC' && named.get(head) === 1;
}

/** Bodies that are named by where they are or go. */
const MISSIONS = list('embassy consulate mission legation');

/** “Art Gallery”: only words that any body may have in its name. */
function isGeneric(words: Words, { first, end }: Run): boolean {
  for (let i = first; i < end; i++) {
    const word = words.lower[i]!;
    if (!ORG_HEADS.has(word) && !ROLE_MODIFIERS.has(word) && !GENERIC.has(word)) return false;
  }
  return true;
}
const GENERIC = list('art arts science sciences technology engineering history design medicine law music');
