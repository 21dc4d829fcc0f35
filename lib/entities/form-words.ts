import { list } from '../text/list.ts';
import type { Range, TextDocument } from '../text/document.ts';
import { hasInnerCapital, isPlain } from '../text/characters.ts';
import { Shape, isAllCaps, isCapital } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Put } from './form-features.ts';
import { FEMALE, MALE } from './given-names.ts';
import {
  KNOWN_BODIES,
  NAME_GOES_ON,
  ORG_HEADS,
  PARTICLES,
  PLACE_HEADS,
  PLACE_MODIFIERS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  THING_HEADS,
  isPeople,
  knownPlaces,
} from './lexicon.ts';

/** What the words of a form tell by themselves: tokens `[start, end)`. */
export function describeWords(
  doc: TextDocument,
  words: Words,
  plain: ReadonlySet<string>,
  start: number,
  end: number,
  set: Put,
): void {
  const first = words.lower[start] === 'the' && end - start > 1 ? start + 1 : start;
  const form = { first, end };
  describeParts(words, form, set);
  describeLetters(doc, words, form, set);
  describeEnds(words, form, set);
  describeKnown(words, form, set);
  let common = 0;
  for (let i = first; i < end; i++)
    if (plain.has(words.lower[i]!) && words.lower[i]!.length > 2 && isCapital(words, i)) common++;
  set('lowerToo', common / (end - first));
  set('allLowerToo', common === end - first);
}

/** How many words there are, and what joins them. */
function describeParts({ lower, shape }: Words, { first, end }: Range, set: Put): void {
  const length = end - first;
  set(length === 1 ? 'one' : length === 2 ? 'two' : length === 3 ? 'three' : 'more');
  for (let i = first; i < end; i++) {
    const word = lower[i]!;
    if (shape[i]! & Shape.digit) set('digit');
    if (i === first) continue;
    if (word === '&' || word === 'and') set('joined');
    if (word === 'of' || word === 'for') {
      set('of');
      if (PLACE_HEADS.has(lower[i - 1]!)) set('placeBeforeOf');
      else if (ORG_HEADS.has(lower[i - 1]!) || NAME_GOES_ON.has(lower[i - 1]!)) set('bodyBeforeOf');
    } else if (PARTICLES.has(word) && !(shape[i]! & Shape.capital)) set('particle');
    if (word === '-' && i > first + 1) set('halfAfterWord');
    if (word === '-') set(i + 1 < end && !(shape[i + 1]! & Shape.capital) ? 'half' : 'hyphen');
    if (ROLE_NOUNS.has(word)) set('role');
  }
}

/** How it is written, and how its last word ends. */
function describeLetters(doc: TextDocument, words: Words, { first, end }: Range, set: Put): void {
  const isAlone = end - first === 1;
  const last = words.lower[end - 1]!;
  const text = doc.text.slice(doc.tokens.start[first], doc.tokens.end[end - 1]);
  if (isAlone && isAllCaps(words, first)) set(text.length <= 5 ? 'shortCapitals' : 'longCapitals');
  set('dot', text.includes('.'));
  set('oddLetters', /[^ -~‘’“”–—]/u.test(text));
  set('innerCapital', hasInnerCapital(text) && !/\b(?:Mc|Mac|De|La|Le|Di|Du|Van|Fitz)\p{Lu}/u.test(text));
  set('plural', isAlone && last.length > 3 && last.endsWith('s') && !last.endsWith('ss'));
  set('commonEnding', last.length > 5 && COMMON.test(last));
  set('closed', words.class[first] !== 0);
}
const COMMON = /(?:tion|sion|ment|ness|ity|ism|ship|ing|ional|ology|ance|ence|ics)$/;

/** What its first and its last word are. */
function describeEnds({ lower }: Words, { first, end }: Range, set: Put): void {
  const isLong = end - first > 1;
  const head = lower[first]!;
  const last = lower[end - 1]!;
  let isSiteOf = false; // “Museum of Flight”
  for (let i = first + 1; i < end; i++)
    isSiteOf ||= (lower[i] === 'of' || lower[i] === 'for') && isSiteAt(lower, i - 1);
  set('site', isSiteOf || (isLong && isSiteAt(lower, end - 1)));
  set('bodyLast', isLong && ORG_HEADS.has(last) && !isSiteOf);
  set('placeLast', isLong && PLACE_HEADS.has(last));
  set('buildingLast', isLong && BUILDINGS.has(last));
  set('placeFirst', isLong && PLACE_HEADS.has(head));
  set('thing', THING_HEADS.has(last) || (isLong && THING_HEADS.has(head)));
  set('compass', isLong && PLACE_MODIFIERS.has(head));
  set('roleLast', ROLE_NOUNS.has(last) || ROLE_MODIFIERS.has(last));
  set(isLong ? 'given' : 'givenAlone', FEMALE.has(head) || MALE.has(head));
  set('initial', isLong && isInitial(head.length < 3 ? head : lower[first + 1]!));
  set('people', isPeople(head));
}

/** Which of the places and bodies that everybody knows are in it. */
function describeKnown({ lower }: Words, { first, end }: Range, set: Put): void {
  const places = knownPlaces();
  const length = end - first;
  const head = lower[first]!;
  const last = lower[end - 1]!;
  const whole = lower.slice(first, end).join(' ');
  const opens = places.has(head) || (length > 2 && places.has(`${head} ${lower[first + 1]}`));
  const closes = places.has(last) || (length > 2 && places.has(`${lower[end - 2]} ${last}`));
  const isPlural = last.endsWith('s') && !ORG_HEADS.has(last);
  set('team', length > 1 && (places.has(head) || length > 2) && isPlural);
  set('knownPlace', places.has(whole));
  set('placeThenMore', length > 1 && opens);
  set('placeAtEnd', length > 1 && closes);
  set('knownBody', KNOWN_BODIES.has(whole));
  set('teamOfPlace', isTeamOfPlace(lower, first, end));
}

/** Heads of names that are a body's and also its building's. */
const BUILDINGS = list(
  'museum gallery hall library theatre theater stadium arena hospital church cathedral temple mosque school prison station airport hotel center centre archive archives observatory house lodge inn tavern hut cabin',
);

/** Heads of names of what people go to, which may also act. */
const SITES = list(
  'museum gallery hall theatre theater cinema stadium arena cathedral chapel temple mosque shrine abbey monastery synagogue station airport observatory planetarium zoo aquarium lodge inn tavern hut cabin archive archives palace castle cemetery memorial monument mall plaza garden gardens gate',
);
/** What a centre is that people go to. */
const SITE_KINDS = list(
  'space convention conference exhibition exhibit art arts science visitor visitors shopping leisure sports cultural heritage performing recreation entertainment trade civic opera',
);

function isSiteAt(lower: readonly string[], i: number): boolean {
  const word = lower[i]!;
  return (
    SITES.has(word) || (/^(?:cent(?:er|re)|complex|house)$/.test(word) && SITE_KINDS.has(lower[i - 1] ?? ''))
  );
}

/** “Oslo Bears”: a place everybody knows and a plural that is no land. */
function isTeamOfPlace(lower: readonly string[], first: number, end: number): boolean {
  const last = lower[end - 1]!;
  if (end - first < 2 || !last.endsWith('s') || last.endsWith('ss') || PLACE_HEADS.has(last)) return false;
  if (ORG_HEADS.has(last)) return false;
  for (let cut = Math.max(first + 1, end - 2); cut < end; cut++)
    if (knownPlaces().has(lower.slice(first, cut).join(' '))) return true;
  return false;
}

/** “j”, “j.”. */
function isInitial(word: string): boolean {
  return isPlain(word) ? /^[a-z]\.?$/.test(word) : /^\p{L}\.?$/u.test(word);
}
