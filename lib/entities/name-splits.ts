import type { NameSpan } from '../tagging/tagger.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { isAllCaps, isCapital } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import {
  HONORIFICS,
  NAME_GOES_ON,
  ORG_HEADS,
  OWNERS,
  PARTICLES,
  PEOPLES,
  PLACE_HEADS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  THING_HEADS,
  knownPlaces,
} from './lexicon.ts';
import { endsPlace, formOf } from './runs.ts';
import type { Run } from './runs.ts';

/** What was read as one name and is several is parted, as far as all names of the text tell; in order of place. */
export function splitNames(doc: TextDocument, words: Words, runs: readonly Run[]): Run[] {
  const surnames = surnamesOf(words, runs);
  const forms = new Set(runs.map(run => formOf(words, run)));
  const bodies = new Set(
    runs
      .filter(({ end, type }) => type === 'ORG' && !isOwnerMark(words.lower[end]))
      .map(run => formOf(words, run)),
  );
  return splitPairs(
    words,
    runs.filter((run, i) => !isAdded(words, run, runs[i + 1])),
  )
    .flatMap(run => splitArticle(words, run))
    .flatMap(run => splitVerb(doc, words, run))
    .flatMap(run => splitLists(words, run, forms))
    .flatMap(run => splitOwners(words, run, bodies))
    .flatMap(run => splitTitles(words, run))
    .flatMap(run => splitPerson(words, run, surnames));
}

/** “the Roe-Hart talks”: two names the text knows apart, joined by a hyphen, are two names. */
function splitPairs(words: Words, runs: readonly Run[]): Run[] {
  const alone = new Map<string, NameSpan['type']>();
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
      isAllCaps(words, i - 1) ||
      knownPlaces().has(owner) ||
      (type === 'ORG' && bodies.has(formOf(words, { first, end: i })));
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
  return word === "'s" || word === "'";
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
  const isForm = (from: number, to: number): boolean => forms.has(formOf(words, { first: from, end: to }));
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
  while (start > first && isTitleWord(words, start - 1) && !endsPlace(words, start - 1)) start--;
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
    if (THING_HEADS.has(word) || isAllCaps(words, i)) return false;
  }
  return !knownPlaces().has(words.lower[end - 1]!);
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
