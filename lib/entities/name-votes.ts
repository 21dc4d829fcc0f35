import { TokenKind } from '../text/document.ts';
import type { Range, TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import type { NameSpan } from '../tagging/tagger.ts';
import { isAllCaps, isCapital } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { FEMALE, MALE } from './given-names.ts';
import {
  HONORIFICS,
  KNOWN_BODIES,
  ORG_HEADS,
  PLACE_HEADS,
  PLACE_MODIFIERS,
  PLACE_NOUNS,
  ROLE_NOUNS,
  SPEAKS,
  knownPlaces,
} from './lexicon.ts';

type Type = NameSpan['type'];
const TYPES = ['PER', 'ORG', 'LOC'] as const;

/** A name in its text, for those who judge of which type it is. */
interface Named {
  readonly doc: TextDocument;
  readonly words: Words;
  readonly first: number; // tokens [first, end)
  readonly end: number;
  readonly key: string; // its words in lower case
  readonly length: number; // tokens
  readonly head: string; // its first word
  readonly last: string;
  readonly before: string; // the words beside it; empty at either end of the text
  readonly after: string;
}

/** Votes for each type. */
export type Votes = Record<NameSpan['type'], number>;

/** What speaks for a type, or against it. */
interface Sign extends Partial<Readonly<Votes>> {
  readonly is: (name: Named) => boolean;
}

/** What a name itself says. Set by hand; a lead of one vote is worth a twelfth of certainty (`judge`). */
const INSIDE: readonly Sign[] = [
  { LOC: 5, is: ({ key }) => knownPlaces().has(key) },
  { ORG: 6, is: ({ key }) => KNOWN_BODIES.has(key) },
  { ORG: 5, is: ({ length, key }) => length === 1 && BODIES.has(key) },
  { ORG: 4, is: name => name.length > 1 && (ORG_HEADS.has(name.last) || hasHeadBeforeOf(name)) },
  { LOC: 4, is: ({ length, last }) => length > 1 && PLACE_HEADS.has(last) },
  {
    LOC: 2, // “Mount Harrow”
    is: ({ length, head, last }) => length > 1 && PLACE_HEADS.has(head) && !PLACE_HEADS.has(last),
  },
  { LOC: 1.5, is: ({ length, head }) => length > 1 && PLACE_MODIFIERS.has(head) },
  { ORG: 3, is: isAbbreviation },
  { PER: 3, is: ({ length, head }) => length > 1 && isGivenName(head) },
  { PER: 1, is: ({ length, head }) => length === 1 && isGivenName(head) },
  { PER: 1.2, is: name => (name.length === 2 || name.length === 3) && !hasCommonPart(name) },
  {
    LOC: 6, // “E. Timor”
    is: ({ length, head, last }) => length > 1 && /^[a-z]\.?$/.test(head) && knownPlaces().has(last),
  },
  {
    PER: 3, // “Lena R. Brandt”
    is: ({ words, first, length }) => length > 1 && /^[a-z]\.$/.test(words.lower[first + 1]!),
  },
  { PER: 3, is: name => name.length > 2 && hasPersonalJoint(name) },
];

/** What the words around a name say. */
const AROUND: readonly Sign[] = [
  { PER: 2.5, is: ({ before }) => ROLE_NOUNS.has(before) || HONORIFICS.has(before) },
  { LOC: 2, is: ({ before }) => before === 'in' },
  { LOC: 1, is: ({ before }) => BESIDE.has(before) },
  { ORG: 1, is: ({ before, length }) => length === 1 && before === 'the' },
  {
    PER: -1.5, // people go without an article
    ORG: 0.5,
    is: ({ before, length }) => length > 1 && /^(?:the|a|an)$/.test(before),
  },
  {
    LOC: 4, // “the town of Harrow”
    is: ({ words, first, before }) => before === 'of' && PLACE_NOUNS.has(words.lower[first - 2] ?? ''),
  },
  { LOC: 0.3, is: ({ before }) => /^(?:of|to|from)$/.test(before) },
  { PER: 1, is: ({ length, before, after }) => length > 1 && (SPEAKS.has(after) || SPEAKS.has(before)) },
  {
    PER: 0.4,
    ORG: 0.8, // a person alone has a full name elsewhere
    is: ({ length, before, after }) => length === 1 && (SPEAKS.has(after) || SPEAKS.has(before)),
  },
  { PER: 2, is: ({ after }) => after === 'who' || after === 'whose' },
  { PER: 2, is: isAged },
  { LOC: 2, is: isBeforePlace },
  { PER: 1.5, is: ({ words, first, before }) => before === 'to' && words.lower[first - 2] === 'according' },
  { LOC: 1.5, is: ({ after }) => PLACE_NOUNS.has(after) },
];
const BESIDE = list('near at across outside inside around throughout');

/** What speaks for each type in a name and around it. */
export function votesFor(doc: TextDocument, words: Words, { first, end }: Range, key: string): Votes {
  const { lower } = words;
  const name: Named = {
    doc,
    words,
    first,
    end,
    key,
    length: end - first,
    head: lower[first]!,
    last: lower[end - 1]!,
    before: lower[first - 1] ?? '',
    after: lower[end] ?? '',
  };
  const votes: Votes = { PER: 0, ORG: 0, LOC: 0 };
  for (const signs of [INSIDE, AROUND]) {
    for (const { is, PER = 0, ORG = 0, LOC = 0 } of signs) {
      if (!is(name)) continue;
      votes.PER += PER;
      votes.ORG += ORG;
      votes.LOC += LOC;
    }
  }
  return votes;
}

/** “NBW”. */
function isAbbreviation({ words, first, key, length }: Named): boolean {
  return length === 1 && isAllCaps(words, first) && key.length <= 6 && !key.includes('.');
}

function isGivenName(word: string): boolean {
  return FEMALE.has(word) || MALE.has(word);
}

/** “Ministry of …”, “Centre for …”: the head stands before the joint. */
function hasHeadBeforeOf({ words: { lower }, first, end, length }: Named): boolean {
  if (length < 3) return false;
  for (let i = first + 1; i < end; i++)
    if (/^(?:of|for|on|and)$/.test(lower[i]!) && ORG_HEADS.has(lower[i - 1]!)) return true;
  return false;
}

/** A part with the ending of a common noun: “Additional Protection”, not a person. */
function hasCommonPart({ words: { lower }, first, end }: Named): boolean {
  return lower.slice(first, end).some(word => word.length > 5 && COMMON.test(word));
}
const COMMON = /(?:tion|sion|ment|ness|ity|ism|ship|ing|ional|ology|ance|ence)$/;

/** “van der”, “bin”, or the lower-case half of “Sun-ho”: what only names of people have inside. */
function hasPersonalJoint({ words, first, end }: Named): boolean {
  for (let i = first + 1; i < end - 1; i++) {
    if (PERSONAL.has(words.lower[i]!) && !isCapital(words, i)) return true;
    if (words.lower[i] === '-' && i > first + 1 && !isCapital(words, i + 1)) return true;
  }
  return false;
}
const PERSONAL = list('van von der den bin ibn de da dos ter ten');

/** “Lena Brandt, 43, left”. */
function isAged({ doc, words: { lower }, end, after }: Named): boolean {
  return after === ',' && doc.tokens.kind[end + 1] === TokenKind.number && lower[end + 2] === ',';
}

/** “Harrow, Norway,”. */
function isBeforePlace({ words: { lower }, end, after }: Named): boolean {
  return after === ',' && knownPlaces().has(lower[end + 1] ?? '') && /^[,.]$/.test(lower[end + 2] ?? '');
}

/** Bodies that are named by their head alone. */
export const BODIES = list(
  'congress parliament senate house council court commission treasury cabinet church',
);

/** One type for all places of a name, and for a surname that of the full name; by their keys. */
export function typesOf(
  candidates: readonly { readonly key: string; readonly votes: Votes }[],
): ReadonlyMap<string, Verdict> {
  const sums = new Map<string, Votes>();
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
function judge(sum: Votes): Verdict {
  const type = strongest(sum);
  const [one, other] = OTHERS[type];
  const second = Math.max(sum[one], sum[other]);
  return { type, confidence: Math.min(0.95, 0.5 + Math.max(0, sum[type] - second) / 12) };
}

const OTHERS = { PER: ['ORG', 'LOC'], ORG: ['PER', 'LOC'], LOC: ['PER', 'ORG'] } as const;

function strongest(sum: Votes): Type {
  if (sum.PER >= sum.ORG && sum.PER >= sum.LOC && sum.PER > 0) return 'PER';
  return sum.LOC > sum.ORG || (sum.LOC === sum.ORG && sum.LOC > 0) ? 'LOC' : 'ORG';
}
