import { list } from '../text/list.ts';
import type { TextDocument } from '../text/document.ts';
import { Shape } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { ORG_HEADS, PEOPLES, PLACE_MODIFIERS, knownPlaces } from './lexicon.ts';
import { mentionAt } from './mentions.ts';
import type { NameMention } from './mentions.ts';
import { pressEnd } from './press.ts';

/** Longest name of a place inside another name, in tokens. */
const LONGEST = 3;

/** Bodies that are named after where they are: “University of Harrow”, “Bank of Harrow”. */
const SEATED = list(
  'university bank municipality city town diocese archdiocese bishop port college borough mayor',
);

/** The places by which bodies and other places are named: “Chicago Foxes”, “University of Oslo”. */
export function innerPlaces(
  doc: TextDocument,
  words: Words,
  mentions: readonly NameMention[],
): NameMention[] {
  const found: NameMention[] = [];
  for (const mention of mentions) {
    const { type, first, endToken } = mention;
    if (type === 'PER' || endToken - first < 2 || pressEnd(words, first) === endToken) continue;
    for (let i = first; i < endToken; i++) {
      const end = placeEnd(words, i, endToken);
      if (end < 0 || (i === first && end === endToken)) continue;
      if (isOwn(words, mention, i, end)) found.push(mentionAt(doc, words, { first: i, end, type: 'LOC' }));
      i = end - 1;
    }
  }
  return found;
}

/** Where the longest known place that begins at token `i` ends, or -1. */
function placeEnd(words: Words, i: number, limit: number): number {
  if (!(words.shape[i]! & Shape.capital)) return -1;
  for (let end = Math.min(limit, i + LONGEST); end > i; end--) {
    if (knownPlaces().has(words.lower.slice(i, end).join(' '))) return end;
  }
  const seat = words.lower[i - 1] === 'of' && SEATED.has(words.lower[i - 2] ?? '');
  const plain =
    !ORG_HEADS.has(words.lower[i]!) && !PEOPLES.has(words.lower[i]!) && !PLACE_MODIFIERS.has(words.lower[i]!);
  return seat && plain && (i + 1 === limit || !(words.shape[i + 1]! & Shape.capital)) ? i + 1 : -1;
}

/** Whether a place inside a name is another than what the name names: not the York of “New York”, nor the Mexico of “Mexico City”. */
function isOwn(
  words: Words,
  { type, first: from, endToken: to }: NameMention,
  first: number,
  end: number,
): boolean {
  const { lower } = words;
  if (first > from && (PLACE_MODIFIERS.has(lower[first - 1]!) || lower[first - 1] === '-')) return false;
  if (end === to) return type === 'ORG' && first > from && lower[first - 1] === 'of';
  const next = lower[end]!;
  return !(end + 1 === to && LANDS.has(next)) && next !== '-' && next !== 'state' && next !== "'s";
}

/** Heads of the names of lands and towns, which are not in the place they are named after. */
const LANDS = list(
  'city county river lake mount mountain mountains island islands bay valley province state district region peninsula coast ocean sea gulf strait canal desert hills heights strip republic kingdom territory',
);
