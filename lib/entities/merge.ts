import type { NameSpan } from '../tagging/tagger.ts';
import { knownPeoples } from './lexicon.ts';

/** Least confidence of what the tagger alone sees; people it invents more readily than bodies. */
const TAGGED: Readonly<Record<NameSpan['type'], number>> = { PER: 0.55, ORG: 0.4, LOC: 0.45 };
/** Least confidence of what the rules alone see. */
const RULED = 0.7;

/**
 * Puts together the names that the tagger and the rules found. A name kept in one place is kept wherever
 * either of them saw it, and has one type throughout.
 */
export function mergeNames(
  text: string,
  tagged: readonly NameSpan[],
  ruled: readonly NameSpan[],
): NameSpan[] {
  const keyOf = ({ start, end }: NameSpan): string => text.slice(start, end).replace(/['’]s$/, '');
  tagged = tagged.filter(name => isNameLike(keyOf(name)));
  const known = new Map<string, Record<NameSpan['type'], number>>();
  const sure = (name: NameSpan, least: number): boolean => name.confidence >= least;
  const count = (name: NameSpan): void => {
    const sum = known.get(keyOf(name)) ?? { PER: 0, ORG: 0, LOC: 0 };
    sum[name.type] += name.confidence;
    known.set(keyOf(name), sum);
  };
  for (const name of tagged) if (sure(name, TAGGED[name.type])) count(name);
  for (const name of ruled) if (sure(name, RULED)) count(name);
  surnamesArePeople(known);
  const kept = tagged.filter(name => sure(name, TAGGED[name.type]) || known.has(keyOf(name)));
  const added = apart(
    kept,
    ruled.filter(name => sure(name, RULED) || known.has(keyOf(name))),
  );
  return [...kept, ...added]
    .sort((a, b) => a.start - b.start)
    .map(name => ({ ...name, type: strongest(known.get(keyOf(name))!) }));
}

/** “Danish” is nobody, and “Roe slammed Hart” no name. */
function isNameLike(name: string): boolean {
  if (knownPeoples().has(name.toLowerCase())) return false;
  return name.split(/[\s-]+/).every(part => !/^\p{Ll}{4,}$/u.test(part) || part.length < 6);
}

/** A name that is the last part of a person's name is that person's. */
function surnamesArePeople(known: ReadonlyMap<string, Record<NameSpan['type'], number>>): void {
  for (const [name, sum] of known) {
    const cut = name.lastIndexOf(' ');
    if (cut < 0 || strongest(sum) !== 'PER') continue;
    const alone = known.get(name.slice(cut + 1));
    if (alone) alone.PER += sum.PER;
  }
}

/** The names of `others` that touch none of `kept`; both in order of place. */
function apart(kept: readonly NameSpan[], others: readonly NameSpan[]): NameSpan[] {
  let k = 0;
  return others.filter(name => {
    while (k < kept.length && kept[k]!.end <= name.start) k++;
    return k === kept.length || kept[k]!.start >= name.end;
  });
}

function strongest(sum: Readonly<Record<NameSpan['type'], number>>): NameSpan['type'] {
  if (sum.PER >= sum.ORG && sum.PER >= sum.LOC) return 'PER';
  return sum.LOC > sum.ORG ? 'LOC' : 'ORG';
}
