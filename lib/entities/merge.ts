import type { NameReading, NameSpan } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import { readAgencies, readDatelines } from '../text/datelines.ts';
import { AT } from './form-features.ts';
import type { Form, Seen } from './form-features.ts';
import { judgeForm, readForms } from './forms.ts';
import type { Chances } from './forms.ts';
import { KNOWN_BODIES, NO_PLAYERS, PEOPLES, SHORT_ORGANISATIONS, knownPlaces } from './lexicon.ts';

type Type = NameSpan['type'];

/** From this confidence on what the tagger sees keeps the rules from reading its words otherwise. */
const TAGGED: Readonly<Record<Type, number>> = { PER: 0.55, ORG: 0.4, LOC: 0.45 };
/** A form stays out that is likelier than this no name. */
const DOUBTED: Readonly<Record<Type, number>> = { PER: 0.47, ORG: 0.58, LOC: 0.57 };

/** Names longer than so many characters are one length to the look-up of places. */
const LONGEST = 4096;

/** The forms that the tagger or the rules take for names, unsure ones too. */
export function seenForms(doc: TextDocument, reading: NameReading, ruled: readonly NameSpan[]): Form[] {
  const { text } = doc;
  const tagged = widen(
    reading.spans.filter(name => isNameLike(keyOf(text, name))),
    ruled,
    text,
  );
  const placeOf = ({ start, end }: NameSpan): number => start * LONGEST + Math.min(LONGEST - 1, end - start);
  const byPlace = new Map(ruled.map(name => [placeOf(name), name]));
  const alike = new Set(tagged.map(placeOf));
  const sure = tagged.filter(name => name.confidence >= TAGGED[name.type]);
  const seen: Seen[] = [
    ...tagged.map(name => ({ ...name, tagged: name, ruled: byPlace.get(placeOf(name)) })),
    ...apart(sure, ruled)
      .filter(name => !alike.has(placeOf(name)))
      .map(name => ({ ...name, tagged: undefined, ruled: name })),
  ];
  return readForms(doc, reading, seen, name => keyOf(text, name));
}

/**
 * Puts together the names that the tagger and the rules found: each form of a name is judged once for the whole text,
 * by all its places (`judgeForm`). Where two names overlap the likelier one stays.
 */
export function mergeNames(
  doc: TextDocument,
  reading: NameReading,
  ruled: readonly NameSpan[],
  weights?: readonly (readonly number[])[],
): NameSpan[] {
  const verdicts = seenForms(doc, reading, ruled).map(form => ({ form, chances: judgeForm(form, weights) }));
  const people = peopleOf(verdicts);
  const ills = new Set(verdicts.filter(({ form }) => isIll(doc.text, form)).map(({ form }) => form.key));
  const datelines = readDatelines(doc);
  const agencies = readAgencies(doc);
  const names = verdicts.flatMap(({ form, chances }) => {
    if (ills.has(form.key.slice(form.key.lastIndexOf(' ') + 1))) return []; // “Harrow Fever” too
    if (NO_PLAYERS.has(form.key.toLowerCase()) || form.places.every(({ start }) => agencies.has(start)))
      return [];
    const where = !isKnownBody(form.key) && form.places.every(({ start }) => datelines.has(start));
    const type = where ? 'LOC' : people.has(form.key) ? 'PER' : typeOf(form, chances);
    if (chances.none > DOUBTED[type] + (isKnownBody(form.key) ? KNOWN : 0)) return [];
    return form.places.map(({ start, end, tagged }) => ({
      start,
      end,
      type,
      confidence: 1 - chances.none,
      tagged,
    }));
  });
  names.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: NameSpan[] = [];
  for (const { tagged, ...name } of names) {
    const last = kept.at(-1);
    if (last && last.end > name.start) {
      if (!tagged || last.confidence >= name.confidence) continue;
      kept.pop();
    }
    kept.push(name);
  }
  return kept;
}

/** What goes round and what people have: “the Corvex outbreak”, “Corvex patients”. */
function isIll(text: string, { key, places }: Form): boolean {
  const known = key.toLowerCase();
  if (key.includes(' ') || knownPlaces().has(known) || KNOWN_BODIES.has(known)) return false;
  let spreads = 0;
  let had = 0;
  for (const { end } of places) {
    const after = text.slice(end, end + LONGEST_ILL);
    if (SPREADS.test(after)) spreads++;
    else if (HAD.test(after)) had++;
  }
  return spreads > 0 && (spreads + had) * 4 >= places.length;
}
const SPREADS = /^ (?:virus|outbreak|epidemic|pandemic|infections?|variant)(?!\p{L})/u;
const HAD = /^ (?:patients?|vaccines?|cases?|victims?)(?!\p{L})/u;
const LONGEST_ILL = 16;

/** A form and what it is taken for. */
interface Verdict {
  readonly form: Form;
  readonly chances: Chances;
}

/**
 * A full name and the surname in it are one person's if both together are likelier a person's than a body's or place's,
 * whatever either is taken for by itself; of one surname only so many full names are looked at.
 */
function peopleOf(verdicts: readonly Verdict[]): ReadonlySet<string> {
  const surnames = new Map(verdicts.filter(({ form }) => !form.key.includes(' ')).map(v => [v.form.key, v]));
  const people = new Set<string>();
  for (const { form, chances } of verdicts) {
    const parts = form.key.split(' ');
    if (parts.length === 1 && isParty(form) && chances.ORG < SURE_BODY) people.add(form.key);
    const surname = parts.length < 2 || parts.length > 3 ? undefined : surnames.get(parts.at(-1)!);
    if (!surname || knownPlaces().has(surname.form.key.toLowerCase())) continue;
    const both = (type: Type): number => chances[type] * surname.chances[type];
    if (both('PER') < both('ORG') || both('PER') < both('LOC')) continue;
    people.add(form.key);
    people.add(surname.form.key);
  }
  return people;
}

/** A name in “Roe v. Hart” is a person's unless it is likelier than this a body's, or a place that everybody knows. */
const SURE_BODY = 0.6;

function isParty(form: Form): boolean {
  return isAgainst(form) && !knownPlaces().has(form.key.toLowerCase());
}

function isAgainst({ values }: Form): boolean {
  return values[AT.versus]! > 0.4;
}

/**
 * The likeliest type. A place that everybody knows is no body, nor a person because it goes to court, and neither its
 * team nor a body that everybody knows is a place; a name with a number in it is nobody's.
 */
function typeOf(form: Form, chances: Chances): Type {
  const { values } = form;
  const type = strongest(values[AT.digit]! > 0 ? { ...chances, PER: 0 } : chances);
  if (type === 'LOC')
    return values[AT.teamOfPlace]! > 0 || KNOWN_BODIES.has(form.key.toLowerCase()) ? 'ORG' : 'LOC';
  if (!knownPlaces().has(form.key.toLowerCase())) return type;
  return type === 'ORG' || isAgainst(form) ? 'LOC' : type;
}

/** How much surer it must be that a body the rules know by heart (“NATO”) is none. */
const KNOWN = 0.3;

function isKnownBody(key: string): boolean {
  return SHORT_ORGANISATIONS.has(key.toLowerCase()) && key !== key.toLowerCase();
}

function keyOf(text: string, { start, end }: NameSpan): string {
  const isPossessive =
    text[end - 1] === 's' && (text[end - 2] === "'" || text[end - 2] === '’') && end - 2 >= start;
  return text.slice(start, isPossessive ? end - 2 : end);
}

/**
 * A person's name that the rules read further, to the left (“Asad Manzoor Butt”) or over a hyphen (“Ma Ying-jeou”),
 * is read as far; both in order of place.
 */
function widen(tagged: readonly NameSpan[], ruled: readonly NameSpan[], text: string): NameSpan[] {
  let r = 0;
  return tagged.map(cut => {
    const name = withHalf(cut, text);
    while (r < ruled.length && ruled[r]!.end <= name.start) r++;
    const wide = ruled[r];
    if (!wide || wide.start > name.start || wide.end < name.end) return name;
    const tail = text.slice(name.end, wide.end);
    if (
      wide.type === 'PER' &&
      (name.type === 'PER' || tail !== '') &&
      (tail === '' || /^-\p{Ll}+$/u.test(tail))
    )
      return { ...name, start: wide.start, end: wide.end, type: 'PER' };
    return name;
  });
}

/** A person's name that ends in a hyphen goes on with the lower-case half after it: “Jin-ah”. */
function withHalf(name: NameSpan, text: string): NameSpan {
  if (name.type !== 'PER' || text[name.end - 1] !== '-') return name;
  const half = /^\p{Ll}{1,6}(?!\p{L})/u.exec(text.slice(name.end, name.end + 7));
  return half ? { ...name, end: name.end + half[0].length } : name;
}

/** “Danish” is nobody, and “Roe slammed Hart” no name. */
function isNameLike(name: string): boolean {
  if (PEOPLES.has(name.toLowerCase())) return false;
  return name
    .split(/[\s-]+/)
    .every(part => part.length < 6 || /^[A-Z]/.test(part) || !/^\p{Ll}{4,}$/u.test(part));
}

/** The names of `others` that touch none of `kept`; both in order of place. */
function apart<T extends NameSpan>(kept: readonly NameSpan[], others: readonly T[]): T[] {
  let k = 0;
  return others.filter(name => {
    while (k < kept.length && kept[k]!.end <= name.start) k++;
    return k === kept.length || kept[k]!.start >= name.end;
  });
}

function strongest(sum: Readonly<Record<Type, number>>): Type {
  if (sum.PER >= sum.ORG && sum.PER >= sum.LOC) return 'PER';
  return sum.LOC > sum.ORG ? 'LOC' : 'ORG';
}
