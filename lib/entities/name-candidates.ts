import type { Range, TextDocument } from '../text/document.ts';
import { WordClass, isAllCaps, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { list } from '../text/list.ts';
import type { NameSpan } from '../tagging/tagger.ts';
import { countCapitals, opens } from './capitals.ts';
import type { Capitals } from './capitals.ts';
import {
  HONORIFICS,
  KNOWN_BODIES,
  NO_NAMES,
  ORG_HEADS,
  PLACE_HEADS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  SPEAKS,
  THING_HEADS,
  isPeople,
  knownPlaces,
} from './lexicon.ts';
import { findRuns, isNamePart } from './name-runs.ts';
import { BODIES, votesFor } from './name-votes.ts';
import type { Votes } from './name-votes.ts';
import { endsPlace } from './runs.ts';

type Type = NameSpan['type'];

/** Tokens `[first, end)` that look like one name, with what speaks for each type. */
interface NameCandidate extends Range {
  readonly key: string; // its words in lower case
  readonly votes: Votes;
  readonly isSure: boolean; // its capital is no accident of its place
}

/** What may be names in a text, in order. */
export function findCandidates(doc: TextDocument): NameCandidate[] {
  const words = wordsOf(doc);
  const capitals = countCapitals(doc);
  const out: NameCandidate[] = [];
  for (const [s, sentence] of doc.sentences.entries()) {
    const setting = { doc, words, capitals, loud: capitals.loud[s] === 1, out };
    for (const run of findRuns(doc, words, sentence)) splitRun(setting, run);
  }
  return out;
}

/** Where a run of capitals stands, and where what is made of it goes. */
interface Setting {
  readonly doc: TextDocument;
  readonly words: Words;
  readonly capitals: Capitals;
  readonly loud: boolean; // a capital says nothing in its sentence
  readonly out: NameCandidate[];
}

/** Takes peoples, titles and honorifics off a run and makes names of what is left. */
function splitRun(setting: Setting, { first, end }: Range): void {
  const { doc, words } = setting;
  let start = first;
  // “However Smith”, “The Smith family”: the first word is no part of the name
  if (opens(doc, words, first) && words.class[start]! !== 0 && end - start > 1) start++;
  while (start < end && words.class[start]! & (WordClass.determiner | WordClass.pronoun)) {
    if (isAllCaps(words, start) && words.lower[start]!.length > 1) break;
    start++;
  }
  const title = lastTitle(words, start, end);
  if (title >= 0) {
    splitAtTitle(setting, { first: start, end }, title);
    return;
  }
  while (
    start < end &&
    (isPeople(words.lower[start]!) || words.lower[start] === '-') &&
    !isHead(words, end - 1)
  )
    start++;
  // “R-Utah”
  if (words.lower[start]?.length === 1 && words.lower[start + 1] === '-') start += 2;
  if (start < end) emit(setting, { first: start, end });
}

/** “Water Board | President of | Ruritania | Jane Roe”: what stands before, within and behind a title. */
function splitAtTitle(setting: Setting, { first, end }: Range, title: number): void {
  const { words } = setting;
  const before = titleStart(words, first, title);
  if (before > first) emit(setting, { first, end: before });
  const of = afterOf(words, before, title);
  if (of <= title) emit(setting, { first: of, end: title + 1 });
  if (title + 1 >= end) return;
  // “Leader Jane Roe of the Reform Party”: the person, then the body
  const person = jointAfter(words, title + 1, end);
  emit(setting, { first: title + 1, end: person }, 'PER');
  if (person < end) splitRun(setting, { first: person + 1, end });
}

function isHead(words: Words, i: number): boolean {
  return ORG_HEADS.has(words.lower[i]!) || PLACE_HEADS.has(words.lower[i]!);
}

/** The last title or honorific of a run that a name can follow, or -1. */
function lastTitle(words: Words, start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) {
    const word = words.lower[i]!;
    if (HONORIFICS.has(word)) return i;
    if (!ROLE_NOUNS.has(word)) continue;
    // “Attorney General”, “Chief Executive” end in the later word; “Bishop Museum” is no title
    if (i + 1 < end && ORG_HEADS.has(words.lower[jointAfter(words, i + 1, end) - 1]!)) continue;
    if (words.lower[i + 1] === 'of' || words.lower[i + 1] === 'for') {
      return lastOf(words, i + 2, end);
    }
    return i;
  }
  return -1;
}

/** The first token after the “of” of a title that ends at `title`: “President of Ruritania”; past it if there is none. */
function afterOf(words: Words, start: number, title: number): number {
  for (let i = start + 1; i < title; i++) {
    if (words.lower[i] === 'of') return words.lower[i + 1] === 'the' ? i + 2 : i + 1;
  }
  return title + 1;
}

/** “Secretary of State Jane Roe”: the title ends with the first word after “of” unless the run ends there too. */
function lastOf(words: Words, i: number, end: number): number {
  if (words.lower[i] === 'the') i++;
  if (i >= end) return end - 1;
  // “Secretary of State for Defence Jane Roe”
  const joint = jointAfter(words, i, end);
  if (joint < end && /^(?:of|for)$/.test(words.lower[joint]!) && joint - i < 3)
    return lastOf(words, joint + 1, end);
  if (OFFICES.has(words.lower[i]!)) return i;
  const left = end - i;
  return left > 2 ? end - 3 : end - 1;
}

/** What a secretary or minister is “of” in one word. */
const OFFICES = list(
  'state defense defence commerce education energy health labor labour interior agriculture transportation transport justice war finance',
);

/** The next “of”, “for”, “on” or “and” of a run, or its end. */
function jointAfter(words: Words, i: number, end: number): number {
  while (i < end && !/^(?:of|for|on|and)$/.test(words.lower[i]!)) i++;
  return i;
}

/** Where the title that ends at `title` begins: what stands before it in the run may be a name (“Water Board …”). */
function titleStart(words: Words, start: number, title: number): number {
  let i = title;
  while (i > start) {
    const word = words.lower[i - 1]!;
    if (i - 1 > start && endsPlace(words, i - 1)) break;
    if (
      ROLE_NOUNS.has(word) ||
      ROLE_MODIFIERS.has(word) ||
      HONORIFICS.has(word) ||
      word === '-' ||
      word === 'of'
    )
      i--;
    else break;
  }
  while (i > start && isPeople(words.lower[i - 1]!)) i--;
  return i;
}

/** Makes a name of some tokens, if they are one; `titled`: what a title before them says they are. */
function emit({ doc, words, capitals, loud, out }: Setting, run: Range, titled?: Type): void {
  let { first, end } = run;
  while (end > first && !isNamePart(doc, words, end - 1) && words.lower[end - 2] !== '-') end--;
  while (first < end && isPeople(words.lower[first]!) && !isHead(words, end - 1)) first++;
  if (first >= end) return;
  const single = end - first === 1;
  if (single && namesNobody(words, first)) return;
  if (titled === undefined) {
    if (single && isBareHead(doc, words, first)) return;
    if (isThing(words, first, end) || ROLE_NOUNS.has(words.lower[end - 1]!)) return;
  }
  const key = words.lower.slice(first, end).join(' ');
  const opening = single && opens(doc, words, first);
  if ((opening || loud) && !isKnown(key)) {
    const isOwed = single
      ? owesCapital(words, first, loud, capitals)
      : !words.lower.slice(first, end).every(word => capitals.upper.has(word));
    if (isOwed) return;
  }
  const votes = votesFor(doc, words, { first, end }, key);
  if (titled) votes[titled] += TITLED;
  out.push({ first, end, key, votes, isSure: !loud && !opening });
}
/** Votes that a title is worth. */
const TITLED = 4;

/** A lone word that is an adjective of a people, a title or a day. */
function namesNobody(words: Words, i: number): boolean {
  const word = words.lower[i]!;
  if (NO_NAMES.has(word) || word.length < 2 || isPeople(word)) return true;
  return ROLE_NOUNS.has(word) || HONORIFICS.has(word) || (words.class[i]! & WordClass.time) !== 0;
}

/** A head that stands for no body by itself: “Department”. */
function isBareHead(doc: TextDocument, words: Words, i: number): boolean {
  return isHead(words, i) && !KNOWN_BODIES.has(words.lower[i]!) && !standsAlone(doc, words, i);
}

/** Whether a lone word has its capital from its place alone, by how the rest of the text writes it. */
function owesCapital(words: Words, i: number, loud: boolean, { upper, lower }: Capitals): boolean {
  const word = words.lower[i]!;
  const seen = upper.get(word) ?? 0;
  const plain = lower.get(word) ?? 0;
  if (seen > 0) return plain > seen;
  const isSubject = words.class[i] === 0 && looksLikeSubject(words, i + 1);
  return plain > 0 || loud || !isSubject || looksCommon(word);
}

/** “the Senate”, “Congress”: a body by its head alone, where the capital says so. */
function standsAlone(doc: TextDocument, words: Words, i: number): boolean {
  return BODIES.has(words.lower[i]!) && !opens(doc, words, i);
}

/** A law, a storm, a prize: named, and no player. */
function isThing(words: Words, first: number, end: number): boolean {
  return end - first > 1 && (THING_HEADS.has(words.lower[end - 1]!) || THING_HEADS.has(words.lower[first]!));
}

function isKnown(key: string): boolean {
  return knownPlaces().has(key) || KNOWN_BODIES.has(key);
}

/** Endings of common nouns, which open sentences too. */
function looksCommon(word: string): boolean {
  return /(?:s|ing|ed|ment|tion|sion|ness|ity|ism|ship|ance|ence|age|ure|hood|dom|ary|ery|ful|ous|ive|al|ic)$/.test(
    word,
  );
}

/** A lone capital at the start of a sentence is a name if a finite verb, a possessive or a comma follows. */
function looksLikeSubject(words: Words, end: number): boolean {
  const next = words.lower[end];
  if (next === undefined) return false;
  return next === "'s" || (words.class[end]! & WordClass.auxiliary) !== 0 || SPEAKS.has(next);
}
