import { hasInnerCapital } from '../text/characters.ts';
import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import { WordClass, isAllCaps, isCapital } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import {
  HONORIFICS,
  NAME_GOES_ON,
  ORG_HEADS,
  PEOPLES,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  isPeople,
  knownPlaces,
} from './lexicon.ts';
import { isSecondHalf } from './name-runs.ts';
import { endsPlace, formOf } from './runs.ts';
import type { Run } from './runs.ts';

/**
 * A name without articles, honorifics, possessives and what it only qualifies (“Air France Flight”); undefined: nothing
 * is left that names somebody. `forms` are all names of the text, see `formOf`.
 */
export function trimName(
  doc: TextDocument,
  words: Words,
  forms: ReadonlySet<string>,
  run: Run,
): Run | undefined {
  const name = cutEnds(doc, words, forms, run);
  const { first, end } = name;
  if (first >= end || SUFFIXES.has(words.lower[first]!)) return undefined;
  return end - first > 1 ? nameOfSeveral(words, name) : nameOfOne(words, name);
}

function cutEnds(doc: TextDocument, words: Words, forms: ReadonlySet<string>, run: Run): Run {
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
    if (knownPlaces().has(formOf(words, { first, end }))) type = 'LOC'; // “US team”
  }
  if (type === 'PER') {
    const isHalved = words.lower[end] === '-' && doc.tokens.end[end] === doc.tokens.start[end + 1];
    if (isHalved && isSecondHalf(words, end)) end += 2;
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
    while (
      end - first > 1 &&
      ROLE_MODIFIERS.has(words.lower[end - 1]!) &&
      !HOUSES.has(words.lower[end - 1]!) &&
      !endsPlace(words, end - 1)
    )
      end--;
  return { first, end, type };
}

/** What of several words names somebody. */
function nameOfSeveral(words: Words, run: Run): Run | undefined {
  let { first, end, type } = run;
  if (isPeoples(words, first, end)) return undefined;
  // “pro-Harrow Reform Party”
  if (end - first > 2 && words.lower[first - 1] === '-' && STANCES.has(words.lower[first - 2] ?? '')) first++;
  while (end - first > 2 && type === 'PER' && isPostNominal(words, first, end)) end--;
  // “Ohio-based Acme” is Acme
  for (let i = end - 2; i >= first + 2; i--)
    if (words.lower[i - 1] === '-' && TIED.test(words.lower[i]!)) return { first: i + 1, end, type };
  // “R-Ohio” is where somebody was elected
  if (/^[rdi]$/.test(words.lower[first]!) && words.lower[first + 1] === '-') {
    first += 2;
    type = 'LOC';
  }
  const isHalf = end - first === 2 && /^[nsew]\.$/.test(words.lower[first]!); // “S. Korea”
  if (isHalf && knownPlaces().has(words.lower[end - 1]!)) type = 'LOC';
  if (type === 'ORG' && isOffice(words, first)) return undefined;
  if (type !== 'PER' && LAWS.has(words.lower[end - 1]!) && isCapital(words, end - 1)) return undefined;
  return { first, end, type };
}

/** A word alone, if it can name somebody. */
function nameOfOne(words: Words, run: Run): Run | undefined {
  const { first, type } = run;
  const word = words.lower[first]!;
  if (isPeople(word)) return undefined;
  if (ROLE_MODIFIERS.has(word) && type === 'PER') return undefined;
  // “(D., Ohio)”
  if (/^[dri]\.?$/.test(word) && words.lower[first - 1] === '(') return undefined;
  if (ABBREVIATIONS.has(word) && isAllCaps(words, first)) return undefined;
  if (isOfCalendar(words, first)) return undefined;
  const titled = HONORIFICS.has(words.lower[first - 1] ?? '');
  if (ROLE_NOUNS.has(word) && !titled && !isAllCaps(words, first) && type !== 'ORG') return undefined;
  return run;
}

/** Parts of a person's name that are no name by themselves. */
const SUFFIXES = list('jr jr. sr sr. ii iii iv');

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
function isOfCalendar(words: Words, i: number): boolean {
  const { lower, class: classes } = words;
  const next = lower[i + 1] === '.' ? i + 2 : i + 1;
  if (/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/.test(lower[i]!))
    return /^\d/.test(lower[next] ?? '');
  const isDay = ((classes[i + 1] ?? 0) & WordClass.time) !== 0 && isCapital(words, i + 1);
  return isDay && /^(?:super|black|cyber|good|ash|palm|fat|shrove|giving)$/.test(lower[i]!);
}

/** Called out before a name, and no part of it; not what is a surname somewhere (“Ho Chi Minh”, “Oh Se-hoon”). */
const INTERJECTIONS = list('hello hey ok okay please sorry thanks uh um welcome wow yeah yep yes');

/** What somebody stands for or where they are from, before the name: “Democrat Jo Roe”. */
const PARTISANS = list(
  'democrat republican libertarian independent nonpartisan conservative liberal englishman englishwoman frenchman frenchwoman irishman irishwoman welshman scotsman dutchman',
);

/** “Since Roe”, “Together Roe” at the start of a sentence, “Hey Roe” anywhere: the name begins with the next word. */
function opensName(words: Words, first: number, end: number, type: Run['type']): boolean {
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
    isAllCaps(words, end - 1) && last.length < 5 && !/^[ivx]+$|\./.test(last) && !isAllCaps(words, first)
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
  return QUALIFIED.has(last) && isCapital(words, end - 1) && (end - first > 2 || isAllCaps(words, first));
}
const QUALIFIED = list('flight draft airbus boeing');
