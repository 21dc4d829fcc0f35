import { list } from '../text/list.ts';
import type { TextDocument } from '../text/document.ts';
import { hasInnerCapital, isPlain } from '../text/characters.ts';
import { Shape } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Put } from './form-features.ts';
import { FEMALE, MALE } from './given-names.ts';
import {
  KNOWN_BODIES,
  NAME_GOES_ON,
  ORG_HEADS,
  PARTICLES,
  PEOPLES,
  PLACE_HEADS,
  PLACE_MODIFIERS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  THING_HEADS,
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
  const { lower, shape } = words;
  let first = start;
  if (lower[first] === 'the' && end - first > 1) first++;
  const length = end - first;
  const head = lower[first]!;
  const last = lower[end - 1]!;
  set(length === 1 ? 'one' : length === 2 ? 'two' : length === 3 ? 'three' : 'more');
  const known = knownPlaces();
  let whole = head;
  let common = 0;
  let siteBeforeOf = false;
  for (let i = first; i < end; i++) {
    const word = lower[i]!;
    if (i > first) whole += ` ${word}`;
    if (plain.has(word) && word.length > 2 && shape[i]! & Shape.capital) common++;
    if (shape[i]! & Shape.digit) set('digit');
    if (i === first) continue;
    if (word === '&' || word === 'and') set('joined');
    if (word === 'of' || word === 'for') {
      set('of');
      siteBeforeOf ||= isSiteAt(lower, i - 1);
      if (PLACE_HEADS.has(lower[i - 1]!)) set('placeBeforeOf');
      else if (ORG_HEADS.has(lower[i - 1]!) || NAME_GOES_ON.has(lower[i - 1]!)) set('bodyBeforeOf');
    } else if (PARTICLES.has(word) && !(shape[i]! & Shape.capital)) set('particle');
    if (word === '-' && i > first + 1) set('halfAfterWord');
    if (word === '-') set(i + 1 < end && !(shape[i + 1]! & Shape.capital) ? 'half' : 'hyphen');
    if (ROLE_NOUNS.has(word)) set('role');
  }
  const text = doc.text.slice(doc.tokens.start[first], doc.tokens.end[end - 1]);
  if (shape[first]! & Shape.allCaps && length === 1) set(text.length <= 5 ? 'shortCapitals' : 'longCapitals');
  set('dot', text.includes('.'));
  set('oddLetters', /[^ -~‘’“”–—]/u.test(text));
  set('innerCapital', hasInnerCapital(text) && !/\b(?:Mc|Mac|De|La|Le|Di|Du|Van|Fitz)\p{Lu}/u.test(text));
  set('plural', length === 1 && last.length > 3 && last.endsWith('s') && !last.endsWith('ss'));
  set(
    'commonEnding',
    last.length > 5 && /(?:tion|sion|ment|ness|ity|ism|ship|ing|ional|ology|ance|ence|ics)$/.test(last),
  );
  set('closed', words.class[first] !== 0);
  const isSite = length > 1 && isSiteAt(lower, end - 1);
  set('site', isSite || siteBeforeOf);
  set('bodyLast', length > 1 && ORG_HEADS.has(last) && !siteBeforeOf);
  set('placeLast', length > 1 && PLACE_HEADS.has(last));
  set('buildingLast', length > 1 && BUILDINGS.has(last));
  set('team', length > 1 && (known.has(head) || length > 2) && last.endsWith('s') && !ORG_HEADS.has(last));
  set('placeFirst', length > 1 && PLACE_HEADS.has(head));
  set('thing', THING_HEADS.has(last) || (length > 1 && THING_HEADS.has(head)));
  set('compass', length > 1 && PLACE_MODIFIERS.has(head));
  set('roleLast', ROLE_NOUNS.has(last) || ROLE_MODIFIERS.has(last));
  set(length > 1 ? 'given' : 'givenAlone', FEMALE.has(head) || MALE.has(head));
  set('initial', length > 1 && isInitial(head.length < 3 ? head : (lower[first + 1] ?? '')));
  set('knownPlace', known.has(whole));
  set(
    'placeThenMore',
    length > 1 && (known.has(head) || (length > 2 && known.has(`${head} ${lower[first + 1]}`))),
  );
  set(
    'placeAtEnd',
    length > 1 && (known.has(last) || (length > 2 && known.has(`${lower[end - 2]} ${last}`))),
  );
  set('people', PEOPLES.has(head) || (head.endsWith('s') && PEOPLES.has(head.slice(0, -1))));
  set('knownBody', KNOWN_BODIES.has(whole));
  set('teamOfPlace', isTeamOfPlace(lower, first, end));
  set('lowerToo', common / length);
  set('allLowerToo', common === length);
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
