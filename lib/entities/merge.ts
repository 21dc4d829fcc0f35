import { meanChance } from '../tagging/names.ts';
import type { NameReading, NameSpan } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import { PEOPLES, knownPlaces } from './lexicon.ts';

type Type = NameSpan['type'];

/** Least confidence of what the tagger sees by itself; people it invents more readily than bodies. */
const TAGGED: Readonly<Record<Type, number>> = { PER: 0.55, ORG: 0.4, LOC: 0.45 };
/** What only the rules see stays out where the tagger is surer than this that it is no name. */
const DOUBTED: Readonly<Record<Type, number>> = { PER: 0.55, ORG: 0.35, LOC: 0.5 };

/** Confidence of bodies that the rules know by heart (“NATO”). */
const KNOWN = 0.9;

/** A name of the rules, and what the tagger thinks of its words. */
interface Ruled extends NameSpan {
  readonly none: number; // how likely they are no name
  readonly chances: Readonly<Record<Type, number>>;
}

/**
 * Puts together the names that the tagger and the rules found. What the rules alone propose is kept where the
 * tagger thinks it possible. A name kept in one place is kept wherever either of them saw it, and has one type
 * throughout.
 */
export function mergeNames(doc: TextDocument, reading: NameReading, ruled: readonly NameSpan[]): NameSpan[] {
  const { text } = doc;
  const keyOf = ({ start, end }: NameSpan): string => {
    const isPossessive =
      text[end - 1] === 's' && (text[end - 2] === "'" || text[end - 2] === '’') && end - 2 >= start;
    return text.slice(start, isPossessive ? end - 2 : end);
  };
  const proposed = ruled.map(name => weigh(doc, reading, name));
  const tagged = widen(
    reading.spans.filter(name => isNameLike(keyOf(name))),
    proposed,
    text,
  );
  const known = new Map<string, Record<Type, number>>();
  const count = (name: NameSpan, votes: Readonly<Partial<Record<Type, number>>>): void => {
    const sum = known.get(keyOf(name)) ?? { PER: 0, ORG: 0, LOC: 0 };
    for (const type of TYPES) sum[type] += votes[type] ?? 0;
    known.set(keyOf(name), sum);
  };
  const sure = (name: NameSpan): boolean => name.confidence >= TAGGED[name.type];
  for (const name of tagged) if (sure(name)) count(name, { [name.type]: name.confidence });
  const alone = apart(tagged.filter(sure), proposed);
  for (const name of alone) if (isPossible(name)) count(name, votesOf(name));
  for (const [key, sum] of known) if (knownPlaces().has(key.toLowerCase())) sum.LOC += sum.ORG;
  surnamesArePeople(known);
  const kept = tagged.filter(name => sure(name) || known.has(keyOf(name)));
  const added = apart(
    kept,
    alone.filter(name => known.has(keyOf(name))),
  );
  return [...kept, ...added.map(({ start, end, type, confidence }) => ({ start, end, type, confidence }))]
    .sort((a, b) => a.start - b.start)
    .map(name => ({ ...name, type: strongest(known.get(keyOf(name))!) }));
}

const TYPES: readonly Type[] = ['PER', 'ORG', 'LOC'];

function weigh(doc: TextDocument, { chances }: NameReading, name: NameSpan): Ruled {
  const { first, end } = tokensIn(doc, name);
  const chance = (kind: Type | 'none'): number => meanChance(chances, first, end, kind);
  return {
    ...name,
    none: chance('none'),
    chances: { PER: chance('PER'), ORG: chance('ORG'), LOC: chance('LOC') },
  };
}

function isPossible(name: Ruled): boolean {
  const known = name.type === 'ORG' && name.confidence >= KNOWN;
  return name.none <= DOUBTED[name.type] + (known ? 0.3 : 0);
}

/** The rules know titles, given names and places by heart; where they guess, the tagger's leaning counts more. */
function votesOf({ type, confidence, chances }: Ruled): Record<Type, number> {
  const votes = { ...chances };
  votes[type] += 4 * Math.max(0, confidence - 0.5);
  return votes;
}

/**
 * A person's name that the rules read further, to the left (“Asad Manzoor Butt”) or over a hyphen (“Ma Ying-jeou”),
 * is read as far; both in order of place.
 */
function widen(tagged: readonly NameSpan[], ruled: readonly NameSpan[], text: string): NameSpan[] {
  let r = 0;
  return tagged.map(name => {
    while (r < ruled.length && ruled[r]!.end <= name.start) r++;
    const wide = ruled[r];
    if (!wide || wide.start > name.start || wide.end < name.end) return name;
    const tail = text.slice(name.end, wide.end);
    if (wide.type === 'PER' && (name.type === 'PER' || tail !== '') && /^(?:-\p{Ll}+)?$/u.test(tail))
      return { ...name, start: wide.start, end: wide.end, type: 'PER' };
    return name;
  });
}

/** “Danish” is nobody, and “Roe slammed Hart” no name. */
function isNameLike(name: string): boolean {
  if (PEOPLES.has(name.toLowerCase())) return false;
  return name.split(/[\s-]+/).every(part => !/^\p{Ll}{4,}$/u.test(part) || part.length < 6);
}

/** A name that is the last part of a person's name is that person's. */
function surnamesArePeople(known: ReadonlyMap<string, Record<Type, number>>): void {
  for (const [name, sum] of known) {
    const cut = name.lastIndexOf(' ');
    if (cut < 0 || strongest(sum) !== 'PER') continue;
    const alone = known.get(name.slice(cut + 1));
    if (alone) alone.PER += sum.PER;
  }
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
