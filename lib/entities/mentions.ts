import { list } from '../text/list.ts';
import type { NameSpan } from '../tagging/tagger.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { hasInnerCapital } from '../text/characters.ts';
import { Shape, WordClass } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import {
  HONORIFICS,
  KNOWN_BODIES,
  NAME_GOES_ON,
  ORG_HEADS,
  OWNERS,
  PARTICLES,
  PLACE_HEADS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  THING_HEADS,
  PEOPLES,
  knownPlaces,
} from './lexicon.ts';
import { isSecondHalf } from './names.ts';

type Type = NameSpan['type'];

/** A name in its place: tokens `[first, end)`, without titles, articles and possessives. */
export interface NameMention extends Span {
  readonly type: Type;
  readonly first: number;
  readonly endToken: number;
  readonly sentence: number;
  readonly parts: readonly string[]; // lower case, without accents and joints
  readonly honorific: string; // “mrs”, or ""
}

/** Tokens `[first, end)` that are one name. */
interface Run {
  readonly first: number;
  readonly end: number;
  readonly type: Type;
}

/** Names as mentions: cut to whole tokens, freed of what is no part of a name; in order, not overlapping. */
export function mentionNames(doc: TextDocument, words: Words, names: readonly NameSpan[]): NameMention[] {
  const runs = [...names]
    .sort((a, b) => a.start - b.start)
    .map(({ type, ...span }) => ({ ...tokensIn(doc, span), type }));
  const surnames = surnamesOf(words, runs);
  const formOf = ({ first, end }: Run): string => words.lower.slice(first, end).join(' ');
  const forms = new Set(runs.map(formOf));
  const bodies = new Set(
    runs.filter(({ end, type }) => type === 'ORG' && !isOwnerMark(words.lower[end])).map(formOf),
  );
  const parted = splitPairs(
    words,
    runs.filter((run, i) => !isAdded(words, run, runs[i + 1])),
  )
    .flatMap(run => splitArticle(words, run))
    .flatMap(run => splitVerb(doc, words, run))
    .flatMap(run => splitLists(words, run, forms))
    .flatMap(run => splitOwners(words, run, bodies))
    .flatMap(run => splitTitles(words, run))
    .flatMap(run => splitPerson(words, run, surnames));
  const mentions: NameMention[] = [];
  let last = 0;
  for (const run of joinBodies(doc, words, joinParticles(words, parted))) {
    const trimmed = trim(doc, words, forms, { ...run, first: Math.max(run.first, last) });
    if (!trimmed) continue;
    mentions.push(mentionAt(doc, words, trimmed));
    last = trimmed.end;
  }
  return mentions;
}

/** A mention of the name that is exactly these tokens. */
export function mentionAt(doc: TextDocument, words: Words, { first, end, type }: Run): NameMention {
  const before = words.lower[first - 1] ?? '';
  return {
    start: doc.tokens.start[first]!,
    end: doc.tokens.end[end - 1]!,
    type,
    first,
    endToken: end,
    sentence: doc.tokens.sentence[first]!,
    parts: partsOf(doc, words, first, end),
    honorific: HONORIFICS.has(before) ? before.replace('.', '') : '',
  };
}

/** The words of a name; what a hyphen joins is one, and an Arabic article goes (“al-Masri” is also Masri). */
function partsOf(doc: TextDocument, words: Words, first: number, end: number): string[] {
  const parts: string[] = [];
  let joins = false;
  for (let i = first; i < end; i++) {
    if (doc.tokens.kind[i]! > TokenKind.number) {
      joins = words.lower[i] === '-' && parts.length > 0;
      continue;
    }
    const part = plain(words.lower[i]!);
    if (!joins) parts.push(part);
    else if (/^[ae]l$/.test(parts.at(-1)!)) parts[parts.length - 1] = part;
    else parts[parts.length - 1] += `-${part}`;
    joins = false;
  }
  return parts;
}

/** Letters without accents: “Bolívia” and “Bolivia” are one. */
function plain(word: string): string {
  return /^[ -~]*$/.test(word) ? word : word.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** “the Roe-Hart talks”: two names the text knows apart, joined by a hyphen, are two names. */
function splitPairs(words: Words, runs: readonly Run[]): Run[] {
  const alone = new Map<string, Type>();
  for (const { end, type } of runs) {
    if (words.lower[end - 2] !== '-') alone.set(words.lower[end - 1]!, type);
  }
  return runs.flatMap(run => {
    const { first, end } = run;
    const pair = end - first === 3 && words.lower[first + 1] === '-';
    const left = pair && alone.get(words.lower[first]!);
    const right = pair && alone.get(words.lower[first + 2]!);
    if (!left || !right) return [run];
    return [
      { first, end: first + 1, type: left },
      { first: first + 2, end, type: right },
    ];
  });
}

/**
 * “NASA's Jet Propulsion Laboratory” is two names, “People's Party” and “St. Mary's Hospital” are one each; “Acme's
 * Telegram” is two where Acme is one of the `bodies` that stand alone.
 */
function splitOwners(words: Words, run: Run, bodies: ReadonlySet<string>): Run[] {
  const { first, end, type } = run;
  for (let i = first + 1; i < end - 1; i++) {
    if (!isOwnerMark(words.lower[i])) continue;
    const owner = words.lower[i - 1]!;
    const right = end - i - 1;
    const isKnown =
      isAcronym(words, i - 1) ||
      knownPlaces().has(owner) ||
      (type === 'ORG' && bodies.has(words.lower.slice(first, i).join(' ')));
    if (OWNERS.has(owner) || (right === 1 && !isKnown)) return [run];
    const place = i - first === 1 && knownPlaces().has(owner);
    return [
      { first, end: i, type: place ? 'LOC' : type },
      { first: i + 1, end, type },
    ];
  }
  return [run];
}

function isOwnerMark(word: string | undefined): boolean {
  return word === "'s" || word === '’s' || word === "'";
}

function isAcronym(words: Words, i: number): boolean {
  return (words.shape[i]! & Shape.allCaps) !== 0 && words.lower[i]!.length > 1;
}

/** “Coach (Lena) Brandt”: the first name that the article adds to a quotation names nobody by itself. */
function isAdded({ lower }: Words, { first, end, type }: Run, next: Run | undefined): boolean {
  const inBrackets = lower[first - 1] === '(' && lower[end] === ')';
  return inBrackets && type === 'PER' && end - first === 1 && next?.type === 'PER' && next.first === end + 1;
}

/** “She told Acme the Badgers would win”: an article that nothing joins to the name before it begins another. */
function splitArticle(words: Words, run: Run): Run[] {
  const { first, end } = run;
  for (let i = first + 1; i < end - 1; i++) {
    if (words.lower[i] !== 'the' || isCapital(words, i) || !isCapital(words, i - 1)) continue;
    return [{ ...run, end: i }, ...splitArticle(words, { ...run, first: i + 1 })];
  }
  return [run];
}

/** “Brandt hit Hart” is two people, “Brandt dove” one: a plain word that nothing joins is no part of a person's name. */
function splitVerb(doc: TextDocument, words: Words, run: Run): Run[] {
  const { first, end, type } = run;
  if (type !== 'PER') return [run];
  for (let i = first + 1; i < end; i++) {
    const isPlain = doc.tokens.kind[i] === TokenKind.word && /^[a-z]{3,}$/.test(words.lower[i]!);
    if (!isPlain || isCapital(words, i) || !isCapital(words, i - 1)) continue;
    if (PARTICLES.has(words.lower[i]!) || words.class[i] !== 0) continue;
    const left = { ...run, end: i };
    return i + 1 < end && isCapital(words, i + 1)
      ? [left, ...splitVerb(doc, words, { ...run, first: i + 1 })]
      : [left];
  }
  return [run];
}

/** “the Badgers and the Foxes” are two, and so are two that the text names apart too. */
function splitLists(words: Words, run: Run, forms: ReadonlySet<string>): Run[] {
  const { first, end } = run;
  const isForm = (from: number, to: number): boolean => forms.has(words.lower.slice(from, to).join(' '));
  for (let i = first + 1; i < end - 1; i++) {
    if (words.lower[i] !== 'and') continue;
    const article = words.lower[i + 1] === 'the' && i + 2 < end;
    if (article || (isForm(first, i) && isForm(i + 1, end)))
      return [{ ...run, end: i }, ...splitLists(words, { ...run, first: article ? i + 2 : i + 1 }, forms)];
  }
  return [run];
}

/** “Cardinal Jo Roe” is Jo Roe; “EFF Media Coordinator Jo Roe” is a body and a person; “Jo Roe of Hopewell” a person and a place. */
function splitTitles(words: Words, run: Run): Run[] {
  const { first, end } = run;
  if (run.type === 'LOC' && !ROLE_NOUNS.has(words.lower[first]!)) return [run];
  let title = -1;
  for (let i = end - 2; i >= first && title < 0; i--) {
    const word = words.lower[i]!;
    if (HONORIFICS.has(word) || (ROLE_NOUNS.has(word) && isCapital(words, i) && !isGiven(words, i, end)))
      title = i;
  }
  const of = run.type === 'PER' ? indexOfWord(words, 'of', first + 1, end - 1) : -1;
  if (of > title + 1 && knownOrPlain(words, of + 1, end))
    return [...splitTitles(words, { first, end: of, type: 'PER' }), { first: of + 1, end, type: 'LOC' }];
  if (title < 0) return [run];
  if (run.type === 'ORG' && !canBePerson(words, title + 1, end)) return [run];
  const person: Run = { first: title + 1, end, type: 'PER' };
  let start = title;
  while (start > first && isTitleWord(words, start - 1)) start--;
  while (start > first && PEOPLES.has(words.lower[start - 1]!)) start--;
  return start > first && run.type === 'ORG' ? [{ first, end: start, type: 'ORG' }, person] : [person];
}

/** “the founder Dean Roe”: a title that is a given name too, after another. */
function isGiven(words: Words, i: number, end: number): boolean {
  const before = words.lower[i - 1] ?? '';
  return (
    words.lower[i] === 'dean' &&
    end - i === 2 &&
    (ROLE_NOUNS.has(before) || /^(?:,|as|by|and|with)$/.test(before))
  );
}

function indexOfWord(words: Words, word: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (words.lower[i] === word) return i;
  return -1;
}

function knownOrPlain(words: Words, first: number, end: number): boolean {
  return end - first <= 2 && isCapital(words, first) && !ORG_HEADS.has(words.lower[end - 1]!);
}

function isTitleWord(words: Words, i: number): boolean {
  const word = words.lower[i]!;
  return ROLE_NOUNS.has(word) || ROLE_MODIFIERS.has(word) || HONORIFICS.has(word) || word === '-';
}

/** One to three capitals none of which makes a body or place. */
function canBePerson(words: Words, first: number, end: number): boolean {
  if (end <= first || end - first > 3) return false;
  for (let i = first; i < end; i++) {
    const word = words.lower[i]!;
    if (!isCapital(words, i) || ORG_HEADS.has(word) || PLACE_HEADS.has(word) || NAME_GOES_ON.has(word))
      return false;
    if (THING_HEADS.has(word) || isAcronym(words, i)) return false;
  }
  return !knownPlaces().has(words.lower[end - 1]!);
}

function isCapital(words: Words, i: number): boolean {
  return (words.shape[i]! & Shape.capital) !== 0;
}

/** Last words of people's names. */
function surnamesOf(words: Words, runs: readonly Run[]): ReadonlySet<string> {
  return new Set(runs.filter(({ type }) => type === 'PER').map(({ end }) => words.lower[end - 1]!));
}

/** “University of Harrow Jo Roe” where the text has a Roe: a body and one of its people. */
function splitPerson(words: Words, run: Run, surnames: ReadonlySet<string>): Run[] {
  const { first, end, type } = run;
  const given = end - 2;
  if (type === 'PER' || end - first < 4 || !surnames.has(words.lower[end - 1]!)) return [run];
  if (!isCapital(words, given - 1) || !canBePerson(words, given, end)) return [run];
  return [
    { first, end: given, type },
    { first: given, end, type: 'PER' },
  ];
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
    if (ORG_HEADS.has(part) || isAcronym(words, end - 1) || KNOWN_BODIES.has(part) || named.get(part) !== 1)
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
  const isHeaded = NAME_GOES_ON.has(lower[end - 1]!) && !isAcronym(words, end - 1) && end - run.first < 3;
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
  const isHeaded = left.type === 'ORG' && ORG_HEADS.has(head) && !isAcronym(words, left.end - 1);
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

/** Parts of a person's name that are no name by themselves. */
const SUFFIXES = list('jr jr. sr sr. ii iii iv');

/** Takes off articles, honorifics, possessives and what the name only qualifies (“Air France Flight”); undefined: nothing is left. */
function trim(doc: TextDocument, words: Words, forms: ReadonlySet<string>, run: Run): Run | undefined {
  let { first, end, type } = run;
  const isMark = (i: number): boolean =>
    /^(?:'s|s)$/.test(words.lower[i]!) || doc.tokens.kind[i]! > TokenKind.number; // “the U.K.|'|s”
  if (end - first > 1 && opensName(words, first, end, type)) first++;
  while (
    first < end &&
    (words.lower[first] === 'the' || HONORIFICS.has(words.lower[first]!) || isMark(first))
  )
    first++;
  while (end > first && isMark(end - 1)) end--;
  // “Jo Roe Image: Ann Hart”
  if (words.lower[end] === ':') while (end > first && CREDITS.has(words.lower[end - 1]!)) end--;
  // “Harrow team”
  while (
    end - first > 1 &&
    type === 'ORG' &&
    KINDS.has(words.lower[end - 1]!) &&
    !isCapital(words, end - 1)
  ) {
    end--;
    if (knownPlaces().has(words.lower.slice(first, end).join(' '))) type = 'LOC'; // “US team”
  }
  if (type === 'PER') {
    if (
      words.lower[end] === '-' &&
      doc.tokens.end[end] === doc.tokens.start[end + 1] &&
      isSecondHalf(words, end)
    )
      end += 2;
    end = pastNickname(words, first, end);
  }
  while (end - first > 1 && type !== 'PER' && qualifiesThing(words, first, end)) end--;
  // “Harrow Brothers 50th Anniversary”
  if (end - first > 1 && /^\d+(?:st|nd|rd|th)$/.test(words.lower[end - 1]!) && isCapital(words, end)) end--;
  if (type === 'ORG') {
    if (isTitled(words, first, end)) end--;
    if (isPeoplesOwn(doc, words, forms, first, end)) first++;
  }
  // “White House Press Secretary”
  if (type === 'ORG' && ROLE_NOUNS.has(words.lower[end] ?? '') && isCapital(words, end))
    while (end - first > 1 && ROLE_MODIFIERS.has(words.lower[end - 1]!) && !HOUSES.has(words.lower[end - 1]!))
      end--;
  if (first >= end || SUFFIXES.has(words.lower[first]!)) return undefined;
  if (end - first > 1 && isPeoples(words, first, end)) return undefined;
  // “pro-Harrow Reform Party”
  if (end - first > 2 && words.lower[first - 1] === '-' && STANCES.has(words.lower[first - 2] ?? '')) first++;
  if (end - first > 1) {
    // “Ohio-based Acme” is Acme
    while (end - first > 2 && type === 'PER' && isPostNominal(words, first, end)) end--;
    for (let i = end - 2; i >= first + 2; i--)
      if (words.lower[i - 1] === '-' && TIED.test(words.lower[i]!)) return { first: i + 1, end, type };
    // “R-Ohio” is where somebody was elected
    if (/^[rdi]$/.test(words.lower[first]!) && words.lower[first + 1] === '-') {
      first += 2;
      type = 'LOC';
    }
    if (
      end - first === 2 &&
      /^[nsew]\.$/.test(words.lower[first]!) &&
      knownPlaces().has(words.lower[end - 1]!)
    )
      type = 'LOC';
    if (type === 'ORG' && isOffice(words, first)) return undefined;
    if (type !== 'PER' && LAWS.has(words.lower[end - 1]!) && isCapital(words, end - 1)) return undefined;
    return { first, end, type };
  }
  const word = words.lower[first]!;
  if (PEOPLES.has(word) || PEOPLES.has(word.replace(/s$/, ''))) return undefined;
  if (ROLE_MODIFIERS.has(word) && type === 'PER') return undefined;
  // “(D., Ohio)”
  if (/^[dri]\.?$/.test(word) && words.lower[first - 1] === '(') return undefined;
  if (ABBREVIATIONS.has(word) && isAcronym(words, first)) return undefined;
  if (isOfCalendar(words, first)) return undefined;
  const titled = HONORIFICS.has(words.lower[first - 1] ?? '');
  if (ROLE_NOUNS.has(word) && !titled && !isAcronym(words, first) && type !== 'ORG') return undefined;
  return { first, end, type };
}

/** “Ohio-based Acme”, “Harrow-backed Reform Party”. */
const TIED = /^(?:based|backed|led|funded|run|owned|affiliated|aligned)$/;

/** “Harrow Constabulary Sergeant”: the body ends before the office; “Office of the Attorney General” does not. */
function isTitled(words: Words, first: number, end: number): boolean {
  const last = words.lower[end - 1]!;
  if (end - first < 2 || !ROLE_NOUNS.has(last) || !isCapital(words, end - 1)) return false;
  let isBody = false;
  for (let i = first; i < end - 1; i++) {
    if (words.class[i]! & (WordClass.preposition | WordClass.conjunction) || !isCapital(words, i))
      return false;
    isBody ||= ORG_HEADS.has(words.lower[i]!) || POLICE.has(words.lower[i]!);
  }
  return isBody;
}
const POLICE = list('constabulary sheriff gendarmerie carabinieri');

/** “British SportCo”, and “Danish Acme” where the text names an Acme: the adjective is no part of the name. */
function isPeoplesOwn(
  { text, tokens }: TextDocument,
  words: Words,
  forms: ReadonlySet<string>,
  first: number,
  end: number,
): boolean {
  if (end - first !== 2 || !PEOPLES.has(words.lower[first]!) || ORG_HEADS.has(words.lower[first + 1]!))
    return false;
  const own = text.slice(tokens.start[first + 1], tokens.end[first + 1]);
  return hasInnerCapital(own) || forms.has(words.lower[first + 1]!);
}

/** “Feb. 14”, “Super Tuesday”: a month that is cut, and what makes a feast of a day. */
function isOfCalendar({ lower, shape, class: classes }: Words, i: number): boolean {
  const next = lower[i + 1] === '.' ? i + 2 : i + 1;
  if (/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/.test(lower[i]!))
    return /^\d/.test(lower[next] ?? '');
  const isDay = ((classes[i + 1] ?? 0) & WordClass.time) !== 0 && (shape[i + 1]! & Shape.capital) !== 0;
  return isDay && /^(?:super|black|cyber|good|ash|palm|fat|shrove|giving)$/.test(lower[i]!);
}

/** Called out before a name, and no part of it; not what is a surname somewhere (“Ho Chi Minh”, “Oh Se-hoon”). */
const INTERJECTIONS = list('hello hey ok okay please sorry thanks uh um welcome wow yeah yep yes');

/** What somebody stands for or where they are from, before the name: “Democrat Jo Roe”. */
const PARTISANS = list(
  'democrat republican libertarian independent nonpartisan conservative liberal englishman englishwoman frenchman frenchwoman irishman irishwoman welshman scotsman dutchman',
);

/** “Since Roe”, “Together Roe” at the start of a sentence, “Hey Roe” anywhere: the name begins with the next word. */
function opensName(words: Words, first: number, end: number, type: Type): boolean {
  const word = words.lower[first]!;
  if (type === 'PER' && (INTERJECTIONS.has(word) || PARTISANS.has(word))) return true;
  if (!words.opensSentence[first]) return false;
  // “Employee Steve Roe”
  if (type === 'PER' && end - first > 2 && CALLINGS.has(word)) return true;
  const openers =
    WordClass.subordinator |
    WordClass.preposition |
    (type === 'PER' || word.endsWith('ly') ? WordClass.adverb | WordClass.conjunction : 0);
  return (words.class[first]! & openers) !== 0;
}

/** What somebody is, that is nobody's given name. */
const CALLINGS = list(
  'employee resident customer shopper commuter passenger volunteer protester motorist witness eyewitness neighbour neighbor student teacher analyst lawyer activist campaigner researcher firefighter paramedic detective historian economist supporter critic',
);

/** Announce whose a picture is. */
const CREDITS = list('image photo photograph picture video file credit illustration');
/** What a body is, in lower case after its name. */
const KINDS = list('team club company group band firm agency newspaper website');

/** Past what a nickname cuts off: “Jo "Lucky” goes on with “" Roe”, if a surname follows; else it ends before the nickname. */
function pastNickname(words: Words, first: number, end: number): number {
  for (let i = first + 1; i < end; i++) {
    if (words.lower[i] !== '"' && words.lower[i] !== '“') continue;
    const isClosed = words.lower.slice(i + 1, end).some(word => word === '"' || word === '”');
    if (isClosed) return end;
    const closes = words.lower[end] === '"' || words.lower[end] === '”';
    return closes && isCapital(words, end + 1) ? end + 2 : i;
  }
  return end;
}

/** Letters after a person's name: “Jo Roe KC”. */
function isPostNominal(words: Words, first: number, end: number): boolean {
  const last = words.lower[end - 1]!;
  return (
    isAcronym(words, end - 1) && last.length < 5 && !/^[ivx]+$|\./.test(last) && !isAcronym(words, first)
  );
}

/** “South Korean”, “Roman Catholic”, “Danish and Norwegian”: peoples and creeds, whose adjectives name nobody. */
function isPeoples(words: Words, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const word = words.lower[i]!;
    const goesOn = PEOPLES.has(words.lower[i + 1] ?? '') && i + 1 < end && BEFORE_PEOPLES.has(word);
    if (!PEOPLES.has(word) && !goesOn && word !== 'and') return false;
  }
  return true;
}
const BEFORE_PEOPLES = list('north south east west saudi sri new roman greek russian');

/** “Members of Parliament”, “MP for Harrow”: whoever holds an office is no body. */
function isOffice(words: Words, first: number): boolean {
  const word = words.lower[first]!;
  const one = word.replace(/s$/, '');
  if (NAME_GOES_ON.has(word) || ORG_HEADS.has(word)) return false;
  return (ROLE_NOUNS.has(word) || ROLE_NOUNS.has(one)) && /^(?:of|for)$/.test(words.lower[first + 1] ?? '');
}

/** Joined by a hyphen to the first of several names. */
const STANCES = list('pro anti non ex pre post mid');
/** Capitals that are short for no body: what somebody is, has or uses, and letters after a name. */
const ABBREVIATIONS = list(
  'vip mvp lgbt lgbtq cd dvd pc tv dna hiv url iq ufo pr hr atm gps faq pdf usb sms suv qc kc obe mbe cbe kbe dbe phd esq frs',
);

/** Laws and plans, which are named and no players. */
const LAWS = list('act bill law treaty accord amendment');

/** Qualify a role and end the name of a body. */
const HOUSES = list('house senate party union army police');

/** “Air France Flight”, “Premier League Draft”: named after its owner, which is the player. */
function qualifiesThing(words: Words, first: number, end: number): boolean {
  const last = words.lower[end - 1]!;
  // the “Museum of Flight” is a museum
  if (words.class[end - 2]! & WordClass.preposition) return false;
  return QUALIFIED.has(last) && isCapital(words, end - 1) && (end - first > 2 || isAcronym(words, first));
}
const QUALIFIED = list('flight draft airbus boeing');
