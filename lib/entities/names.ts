import { list } from '../text/list.ts';
import type { NameSpan } from '../tagging/tagger.ts';
import { alikeIn } from '../text/alike.ts';
import type { TextDocument } from '../text/document.ts';
import { TokenKind } from '../text/document.ts';
import { Shape, WordClass, isCapital, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { FEMALE, MALE } from './given-names.ts';
import {
  HONORIFICS,
  KNOWN_BODIES,
  NAME_GOES_ON,
  NO_NAMES,
  ORG_HEADS,
  OWNERS,
  PARTICLES,
  PLACE_HEADS,
  PLACE_MODIFIERS,
  PLACE_NOUNS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  THING_HEADS,
  PEOPLES,
  knownPlaces,
} from './lexicon.ts';
import { spanOf } from '../text/parse.ts';
import { endsPlace } from './runs.ts';

type Type = NameSpan['type'];
const TYPES = ['PER', 'ORG', 'LOC'] as const;

/** Confidence where the capital may be owed to its place. */
const BY_PLACE = 0.4;

/** A stretch of tokens `[first, end)` that looks like one name, with what speaks for each type. */
interface NameCandidate {
  first: number;
  end: number;
  key: string; // lower case, without a leading article
  votes: Record<Type, number>;
  sure: boolean; // its capital is no accident of position
}

/** Names of people, organisations and places by their capitals, neighbours and parts; no training. */
export function findNames(doc: TextDocument): NameSpan[] {
  const words = wordsOf(doc);
  const evidence = countCapitals(doc, words);
  const candidates: NameCandidate[] = [];
  for (let s = 0; s < doc.sentences.length; s++) collect(doc, words, s, evidence, candidates);
  const types = agree(candidates);
  return candidates.map(candidate => {
    const { type, confidence } = types.get(candidate.key)!;
    return { ...spanOf(doc, candidate), type, confidence: candidate.sure ? confidence : BY_PLACE };
  });
}

/** How often a word stands inside a sentence with a capital, and how often without. */
interface Capitals {
  upper: Map<string, number>;
  lower: Map<string, number>;
  /** Sentences set in title case or capitals, where a capital says nothing. */
  loud: Uint8Array;
}

function countCapitals(doc: TextDocument, words: Words): Capitals {
  const upper = new Map<string, number>();
  const lower = new Map<string, number>();
  const alike = alikeIn(doc);
  const plain = new Int32Array(doc.tokens.length); // how often a spelling stands without, by its first token
  const loud = new Uint8Array(doc.sentences.length);
  doc.sentences.forEach((sentence, s) => {
    let open = 0;
    let capitals = 0;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (doc.tokens.kind[i] !== TokenKind.word || words.class[i]! & ~(WordClass.time | WordClass.adverb))
        continue;
      if (words.lower[i]!.length < 3) continue;
      open++;
      if (words.shape[i]! & Shape.capital) capitals++;
    }
    const ended = ENDS.has(words.lower[sentence.endToken - 1]!); // headlines have no full stop
    loud[s] = !ended && open >= 4 && capitals / open > 0.75 ? 1 : 0;
    if (loud[s]) return;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (doc.tokens.kind[i] !== TokenKind.word) continue;
      const word = words.lower[i]!;
      if (!(words.shape[i]! & Shape.capital)) {
        if (words.class[i] === 0) plain[alike[i]!]!++;
      } else if (!opens(doc, words, i)) {
        upper.set(word, (upper.get(word) ?? 0) + 1);
      }
    }
  });
  for (let i = 0; i < plain.length; i++) {
    const word = words.lower[i]!;
    if (plain[i]! > 0) lower.set(word, (lower.get(word) ?? 0) + plain[i]!);
  }
  return { upper, lower, loud };
}

/** Whether a capital at token `i` is owed to its place: sentence start, after an opening quotation mark or colon. */
function opens(doc: TextDocument, words: Words, i: number): boolean {
  if (words.opensSentence[i]) return true;
  const before = i > 0 ? words.lower[i - 1]! : '';
  return OPENERS.has(before) && doc.tokens.kind[i - 1] === TokenKind.punctuation;
}
const ENDS = list('. ! ?');
const OPENERS = new Set(['“', '"', '‘', "'", '«', '„', ':', '–', '—', '--', '•', '(', '[', '...', '…', '”']);

function collect(doc: TextDocument, words: Words, s: number, evidence: Capitals, out: NameCandidate[]): void {
  const sentence = doc.sentences[s]!;
  const loud = evidence.loud[s] === 1;
  let i = sentence.firstToken;
  while (i < sentence.endToken) {
    if (!startsName(doc, words, i)) {
      i++;
      continue;
    }
    const end = runEnd(doc, words, i, sentence.endToken);
    splitRun(doc, words, i, end, loud, evidence, out);
    i = end;
  }
}

/** A capitalised word that is not one of those every sentence may begin with. */
function startsName(doc: TextDocument, words: Words, i: number): boolean {
  if (doc.tokens.kind[i] !== TokenKind.word) return false;
  const word = words.lower[i]!;
  if (!isCapital(words, i))
    return words.lower[i + 1] === '-' && isCapital(words, i + 2) && ARTICLES.has(word);
  if (words.shape[i]! & Shape.allCaps && word.length > 1 && word !== 'it') return true;
  if (words.class[i]! & WordClass.time) return false;
  return (words.class[i]! & ~WordClass.quantity & ~WordClass.adverb) === 0 || !opens(doc, words, i);
}

/** Arabic articles, which open names in lower case: “al-Masri”. */
const ARTICLES = new Set(['al', 'el', 'ash', 'as', 'an', 'ar']);

/** Where the run of capitals, particles and joints that begins at `i` ends. */
function runEnd(doc: TextDocument, words: Words, i: number, limit: number): number {
  let end = i + 1;
  let goesOn = opensChain(words.lower[i]!);
  while (end < limit) {
    if (isNamePart(doc, words, end)) {
      goesOn ||= opensChain(words.lower[end]!);
      end++;
      continue;
    }
    const joint = jointLength(doc, words, end, limit, goesOn);
    if (joint === 0) break;
    end += joint;
  }
  return end;
}

function opensChain(word: string): boolean {
  return NAME_GOES_ON.has(word) || ROLE_NOUNS.has(word);
}

function isNamePart(doc: TextDocument, words: Words, i: number): boolean {
  if (doc.tokens.kind[i] !== TokenKind.word || !isCapital(words, i)) return false;
  return (words.class[i]! & WordClass.time) === 0;
}

/** Tokens between two parts of one name: particles, hyphens, “&”, “of the” after a head; 0 if the name ends. */
function jointLength(doc: TextDocument, words: Words, i: number, limit: number, goesOn: boolean): number {
  const word = words.lower[i]!;
  if ((word === '-' || word === '‑') && i + 1 < limit && touches(doc, i)) {
    if (isCapital(words, i + 1)) return 1;
    return isSecondHalf(words, i) ? 2 : 0;
  }
  // “Farmers' Union”, “People's Party”
  if (
    OWNERS.has(words.lower[i - 1]!) &&
    /^['’]s?$/.test(word) &&
    i + 1 < limit &&
    isNamePart(doc, words, i + 1)
  )
    return 1;
  if (word === '&' && i + 1 < limit && isCapital(words, i + 1)) return 1;
  let length = 0;
  if (PARTICLES.has(word)) {
    length = i + 1 < limit && PARTICLES.has(words.lower[i + 1]!) ? 2 : 1;
    if (words.lower[i + length] === '-') length++;
  } else if (goesOn && (word === 'of' || word === 'for' || word === 'and' || word === 'on')) {
    length = words.lower[i + 1] === 'the' ? 2 : 1;
  }
  return length > 0 && i + length < limit && isNamePart(doc, words, i + length) ? length : 0;
}

/** “Sun-ho”: a short half in lower case after a short half with a capital that a name precedes. */
export function isSecondHalf(words: Words, hyphen: number): boolean {
  const half = words.lower[hyphen + 1]!;
  const short = half.length <= 6 && words.lower[hyphen - 1]!.length <= 6;
  return (
    short &&
    !isCapital(words, hyphen + 1) &&
    isCapital(words, hyphen - 2) &&
    words.class[hyphen + 1] === 0 &&
    !COMPOUNDS.has(half) &&
    !half.endsWith('ed')
  );
}
const COMPOUNDS = list('based born led run style era wide level type like area held owned bound made built');

function touches(doc: TextDocument, i: number): boolean {
  return doc.tokens.end[i - 1] === doc.tokens.start[i] && doc.tokens.end[i] === doc.tokens.start[i + 1];
}

/** Takes peoples, titles and honorifics off a run and makes names of what is left. */
function splitRun(
  doc: TextDocument,
  words: Words,
  first: number,
  end: number,
  loud: boolean,
  evidence: Capitals,
  out: NameCandidate[],
): void {
  let start = first;
  const opening = opens(doc, words, first);
  // “However Smith”, “The Smith family”: the first word is no part of the name
  if (opening && words.class[start]! !== 0 && end - start > 1) start++;
  while (start < end && words.class[start]! & (WordClass.determiner | WordClass.pronoun)) {
    if (words.shape[start]! & Shape.allCaps && words.lower[start]!.length > 1) break;
    start++;
  }
  const title = lastTitle(words, start, end);
  if (title >= 0) {
    const before = titleStart(words, start, title);
    if (before > start) emit(doc, words, start, before, loud, evidence, out);
    const of = afterOf(words, before, title);
    if (of <= title) emit(doc, words, of, title + 1, loud, evidence, out);
    if (title + 1 >= end) return;
    // “Leader Jane Roe of the Reform Party”: the person, then the body
    const person = jointAfter(words, title + 1, end);
    emit(doc, words, title + 1, person, loud, evidence, out, 'PER');
    if (person < end) splitRun(doc, words, person + 1, end, loud, evidence, out);
    return;
  }
  while (start < end && (isPeople(words, start) || words.lower[start] === '-') && !isHead(words, end - 1))
    start++;
  // “R-Utah”
  if (words.lower[start]?.length === 1 && words.lower[start + 1] === '-') start += 2;
  if (start < end) emit(doc, words, start, end, loud, evidence, out);
}

function isPeople(words: Words, i: number): boolean {
  const word = words.lower[i]!;
  return PEOPLES.has(word) || (word.endsWith('s') && PEOPLES.has(word.slice(0, -1)));
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
  while (i > start && isPeople(words, i - 1)) i--;
  return i;
}

function emit(
  doc: TextDocument,
  words: Words,
  first: number,
  end: number,
  loud: boolean,
  evidence: Capitals,
  out: NameCandidate[],
  type?: Type,
): void {
  while (end > first && !isNamePart(doc, words, end - 1) && words.lower[end - 2] !== '-') end--;
  while (first < end && isPeople(words, first) && !isHead(words, end - 1)) first++;
  if (first >= end) return;
  const key = keyOf(words, first, end);
  const single = end - first === 1;
  if (single && type === undefined && isBareHead(doc, words, first)) return;
  if (single && namesNobody(words, first)) return;
  if (type === undefined && (isThing(words, first, end) || ROLE_NOUNS.has(words.lower[end - 1]!))) return;
  const opening = single && opens(doc, words, first);
  if ((opening || loud) && !isKnown(key)) {
    const isOwed = single
      ? owesCapital(words, first, loud, evidence)
      : !words.lower.slice(first, end).every(word => evidence.upper.has(word));
    if (isOwed) return;
  }
  const sure = !loud && !opening;
  const votes = vote(doc, words, first, end, key);
  if (type) votes[type] += 4;
  out.push({ first, end, key, votes, sure });
}

/** A lone word that is an adjective of a people, a title or a day. */
function namesNobody(words: Words, i: number): boolean {
  const word = words.lower[i]!;
  if (NO_NAMES.has(word) || word.length < 2 || isPeople(words, i)) return true;
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
const BODIES = list('congress parliament senate house council court commission treasury cabinet church');

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
const SPEAKS = list('said says told added wrote announced denied confirmed believes warned insisted argued');

function keyOf(words: Words, first: number, end: number): string {
  if (end - first === 1) return words.lower[first]!;
  let key = words.lower[first]!;
  for (let i = first + 1; i < end; i++) key += ` ${words.lower[i]!}`;
  return key;
}

/** What speaks for each type in the name and around it. */
function vote(
  doc: TextDocument,
  words: Words,
  first: number,
  end: number,
  key: string,
): Record<Type, number> {
  const votes: Record<Type, number> = { PER: 0, ORG: 0, LOC: 0 };
  const length = end - first;
  const last = words.lower[end - 1]!;
  const head = words.lower[first]!;
  const before = first > 0 ? words.lower[first - 1]! : '';
  const after = words.lower[end] ?? '';
  if (knownPlaces().has(key)) votes.LOC += 5;
  if (KNOWN_BODIES.has(key)) votes.ORG += 6;
  if (length === 1 && BODIES.has(key)) votes.ORG += 5;
  if (ORG_HEADS.has(last) && length > 1) votes.ORG += 4;
  else if (length > 2 && hasHeadBeforeOf(words, first, end, ORG_HEADS)) votes.ORG += 4;
  if (PLACE_HEADS.has(last) && length > 1) votes.LOC += 4;
  else if (PLACE_HEADS.has(head) && length > 1) votes.LOC += 2;
  if (PLACE_MODIFIERS.has(head) && length > 1) votes.LOC += 1.5;
  if (length === 1 && words.shape[first]! & Shape.allCaps && key.length <= 6 && !key.includes('.'))
    votes.ORG += 3;
  if (FEMALE.has(head) || MALE.has(head)) votes.PER += length > 1 ? 3 : 1;
  if ((length === 2 || length === 3) && !hasCommonPart(words, first, end)) votes.PER += 1.2;
  if (length > 1 && /^[a-z]\.?$/.test(head) && knownPlaces().has(last)) votes.LOC += 6;
  if (length > 1 && /^[a-z]\.$/.test(words.lower[first + 1] ?? '')) votes.PER += 3;
  if (length > 2 && hasPersonalJoint(words, first, end)) votes.PER += 3;
  if (ROLE_NOUNS.has(before) || HONORIFICS.has(before)) votes.PER += 2.5;
  if (IN_PLACE.has(before)) votes.LOC += before === 'in' ? 2 : 1;
  if (before === 'the' && length === 1) votes.ORG += 1;
  if (length > 1 && /^(?:the|a|an)$/.test(before)) {
    votes.PER -= 1.5; // people go without an article
    votes.ORG += 0.5;
  }
  if (PLACE_NOUNS.has(words.lower[first - 2] ?? '') && before === 'of') votes.LOC += 4;
  if (before === 'of' || before === 'to' || before === 'from') votes.LOC += 0.3;
  if (SPEAKS.has(after) || SPEAKS.has(before)) {
    votes.PER += length > 1 ? 1 : 0.4;
    votes.ORG += length > 1 ? 0 : 0.8; // a person alone has a full name elsewhere
  }
  if (after === 'who' || after === 'whose') votes.PER += 2;
  if (after === ',' && doc.tokens.kind[end + 1] === TokenKind.number && words.lower[end + 2] === ',')
    votes.PER += 2;
  if (
    after === ',' &&
    knownPlaces().has(words.lower[end + 1] ?? '') &&
    /^[,.]$/.test(words.lower[end + 2] ?? '')
  )
    votes.LOC += 2;
  if (before === 'to' && words.lower[first - 2] === 'according') votes.PER += 1.5;
  if (PLACE_NOUNS.has(after)) votes.LOC += 1.5;
  return votes;
}
/** “van der”, “bin”, or the lower-case half of “Sun-ho”: what only names of people have inside. */
function hasPersonalJoint(words: Words, first: number, end: number): boolean {
  for (let i = first + 1; i < end - 1; i++) {
    if (PERSONAL.has(words.lower[i]!) && !isCapital(words, i)) return true;
    if (words.lower[i] === '-' && i > first + 1 && !isCapital(words, i + 1)) return true;
  }
  return false;
}
const PERSONAL = list('van von der den bin ibn de da dos ter ten');

/** A part with the ending of a common noun: “Additional Protection”, not a person. */
function hasCommonPart(words: Words, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    if (
      words.lower[i]!.length > 5 &&
      /(?:tion|sion|ment|ness|ity|ism|ship|ing|ional|ology|ance|ence)$/.test(words.lower[i]!)
    )
      return true;
  }
  return false;
}

const IN_PLACE = list('in near at across outside inside around throughout');

/** “Ministry of …”, “Centre for …”: the head stands before the joint. */
function hasHeadBeforeOf(words: Words, first: number, end: number, heads: ReadonlySet<string>): boolean {
  for (let i = first + 1; i < end; i++) {
    const word = words.lower[i]!;
    if (
      (word === 'of' || word === 'for' || word === 'on' || word === 'and') &&
      heads.has(words.lower[i - 1]!)
    )
      return true;
  }
  return false;
}

/** One type for all places of a name, and for a surname that of the full name. */
function agree(candidates: readonly NameCandidate[]): Map<string, Verdict> {
  const sums = new Map<string, Record<Type, number>>();
  for (const { key, votes } of candidates) {
    const sum = sums.get(key) ?? { PER: 0, ORG: 0, LOC: 0 };
    for (const type of TYPES) sum[type] += votes[type];
    sums.set(key, sum);
  }
  const types = new Map<string, Verdict>();
  const surnames = new Set<string>();
  const givenNames = new Set<string>();
  for (const [key, sum] of sums) {
    if (!key.includes(' ')) continue;
    const verdict = judge(sum);
    types.set(key, verdict);
    if (verdict.type !== 'PER') continue;
    surnames.add(key.slice(key.lastIndexOf(' ') + 1));
    givenNames.add(key.slice(0, key.indexOf(' ')));
  }
  for (const [key, sum] of sums) {
    if (key.includes(' ')) continue;
    if (surnames.has(key)) sum.PER += 3;
    if (givenNames.has(key)) sum.PER += 1.5;
    types.set(key, judge(sum));
  }
  return types;
}

interface Verdict {
  readonly type: Type;
  readonly confidence: number;
}

/** The type with most votes; the further it leads, the surer. */
function judge(sum: Record<Type, number>): Verdict {
  const type = strongest(sum);
  const [one, other] = OTHERS[type];
  const second = Math.max(sum[one], sum[other]);
  return { type, confidence: Math.min(0.95, 0.5 + Math.max(0, sum[type] - second) / 12) };
}

const OTHERS = { PER: ['ORG', 'LOC'], ORG: ['PER', 'LOC'], LOC: ['PER', 'ORG'] } as const;

function strongest(sum: Record<Type, number>): Type {
  if (sum.PER >= sum.ORG && sum.PER >= sum.LOC && sum.PER > 0) return 'PER';
  return sum.LOC > sum.ORG || (sum.LOC === sum.ORG && sum.LOC > 0) ? 'LOC' : 'ORG';
}
