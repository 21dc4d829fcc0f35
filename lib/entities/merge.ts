import type { NameReading, NameSpan } from '../tagging/tagger.ts';
import type { TextDocument } from '../text/document.ts';
import { judgeForm, readForms } from './forms.ts';
import type { Form, Seen } from './forms.ts';
import { PEOPLES } from './lexicon.ts';

type Type = NameSpan['type'];

/** From this confidence on what the tagger sees keeps the rules from reading its words otherwise. */
const TAGGED: Readonly<Record<Type, number>> = { PER: 0.55, ORG: 0.4, LOC: 0.45 };
/** A form stays out that is likelier than this no name. */
const DOUBTED: Readonly<Record<Type, number>> = { PER: 0.5, ORG: 0.58, LOC: 0.58 };

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
  const names = seenForms(doc, reading, ruled).flatMap(form => {
    const chances = judgeForm(form, weights);
    const type = strongest(chances);
    if (chances.none > DOUBTED[type]) return [];
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
  return tagged.map(name => {
    while (r < ruled.length && ruled[r]!.end <= name.start) r++;
    const wide = ruled[r];
    if (!wide || wide.start > name.start || wide.end < name.end) return name;
    const tail = text.slice(name.end, wide.end);
    const isHalf = tail === '' || (text[name.end - 1] === '-' ? /^\p{Ll}+$/u : /^-\p{Ll}+$/u).test(tail);
    if (wide.type === 'PER' && (name.type === 'PER' || tail !== '') && isHalf)
      return { ...name, start: wide.start, end: wide.end, type: 'PER' };
    return name;
  });
}

/** “Danish” is nobody, and “Roe slammed Hart” no name. */
function isNameLike(name: string): boolean {
  if (PEOPLES.has(name.toLowerCase())) return false;
  return name.split(/[\s-]+/).every(part => !/^\p{Ll}{4,}$/u.test(part) || part.length < 6);
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
