import { isPlain } from '../text/characters.ts';
import { list } from '../text/list.ts';
import { ORG_HEADS, PLACE_HEADS, SHORT_STATES, PEOPLES, knownPlaces } from './lexicon.ts';
import type { NameMention } from './mentions.ts';
import { postalState, stateOf } from './states.ts';

/** Whether a name is that of a place, a people or the United Nations, whose bodies are named after them. */
export function isGeographic(parts: readonly string[]): boolean {
  const whole = parts.join(' ');
  return knownPlaces().has(whole) || PEOPLES.has(parts.at(-1)!) || whole === 'united nations';
}

/** A body's name without the state or people it belongs to. */
export function withoutOwner(parts: readonly string[]): readonly string[] {
  for (let cut = Math.min(2, parts.length - 1); cut > 0; cut--) {
    if (isGeographic(parts.slice(0, cut))) return parts.slice(cut);
  }
  return parts;
}

/** Whether a name may be shortened by `rest`, the words after it. */
export function canStandFor(
  type: NameMention['type'],
  parts: readonly string[],
  rest: readonly string[],
): boolean {
  // “the Bay” is the Bay of Harrow
  if (type === 'LOC' && parts.length === 1 && rest[0] === 'of') return PLACE_HEADS.has(parts[0]!);
  // “Gaza” is the Gaza Strip, Kansas is not Kansas City
  if (type === 'LOC')
    return rest.every(part => PLACE_HEADS.has(part)) && (!isGeographic(parts) || rest[0] === 'strip');
  if (parts.every(part => ORG_HEADS.has(part))) return rest[0] === 'of' || rest[0] === 'for';
  if (isGeographic(parts)) return false;
  // nor is Harrow a “Harrow Bank of Norway”
  return rest[0] !== 'and' && !rest.includes('of') && !rest.includes('for');
}

/** Whether a name may drop the words before it: whose it is (a place or not), or the city of a team. */
export function isWhose(isPlace: boolean, parts: readonly string[], definite: boolean): boolean {
  const last = parts.at(-1)!;
  if (isPlace) return parts.length > 1 || ORG_HEADS.has(last) || definite || last.endsWith('s');
  if (parts.length === 1 && NEWSPAPERS.has(last)) return true;
  if (parts.some(part => ORG_HEADS.has(part))) return parts.length > 1 || (definite && last !== 'house');
  return definite && parts.length === 1 && last.length > 3 && last.endsWith('s');
}

/** Papers that go by the last word of their name. */
const NEWSPAPERS = list(
  'times post telegraph guardian mail mirror observer tribune herald journal gazette chronicle globe',
);

/** Whether a name begins with a shorter one, by their words. */
export function startsWith(long: readonly string[], short: readonly string[]): boolean {
  return long.length > short.length && short.every((part, i) => long[i] === part);
}

/** Whether a name ends with another, by their words. */
export function endsWith(long: readonly string[], short: readonly string[]): boolean {
  return short.every((part, i) => long[long.length - short.length + i] === part);
}

const SMALL = list('of the for and on in de la du des del y e & to against');

/** The ways to cut a name to its first letters: with and without small words, without the state it belongs to. */
export function initialsOf(parts: readonly string[]): string[] {
  const cut = (words: readonly string[]): string => words.map(part => part.charAt(0)).join('');
  const whole = parts.filter(part => /^[a-z\d]/i.test(part) || (!isPlain(part) && /^[\p{L}\d]/u.test(part))); // no “'s”
  const large = whole.filter(part => !SMALL.has(part));
  const ways = [cut(large), cut(whole)];
  if (PEOPLES.has(large[0]!) || knownPlaces().has(large[0]!)) ways.push(cut(large.slice(1)));
  if (large[0] === 'united' && large.length > 3) {
    ways.push(cut(large.slice(2)));
    ways.push(cut(whole.slice(2)));
  }
  return ways.filter(short => short.length > 1);
}

const SHORT_BODIES = new Map([
  ['un', 'united nations'],
  ['u.n', 'united nations'],
  ['u.n.', 'united nations'],
  ['eu', 'european union'],
  ['e.u', 'european union'],
  ['e.u.', 'european union'],
]);

/** A state's full style before its name: “Republic of”. */
const STYLES = /^(?:(?:federal|islamic|people's) )?(?:republic|state|kingdom|commonwealth) of (?:the )?/;

/** The parts of a name with the short forms of states and unions written out, and states without their style. */
export function canonical({ type, parts }: NameMention): readonly string[] {
  if (type === 'PER') {
    const last = parts.at(-1)!;
    return parts.length > 2 && /^(?:jr|sr|ii|iii)\.?$/.test(last) ? parts.slice(0, -1) : parts;
  }
  const whole = parts.join(' ');
  const state =
    SHORT_STATES.get(whole) ?? (type === 'LOC' ? (stateOf(whole) ?? postalState(whole)) : undefined);
  if (state) return state.split(' ');
  const short = SHORT_STATES.get(parts[0]!) ?? SHORT_BODIES.get(parts[0]!);
  if (short && parts[0] !== 'america') return [...short.split(' '), ...parts.slice(1)];
  if (!whole.includes(' of ')) return parts;
  const plain = whole.replace(STYLES, '');
  return plain !== whole && knownPlaces().has(plain) ? plain.split(' ') : parts;
}
