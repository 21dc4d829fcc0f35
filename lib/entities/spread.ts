import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { Shape, WordClass, wordsInLowerCase } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import {
  NAME_GOES_ON,
  ORG_HEADS,
  PLACE_MODIFIERS,
  ROLE_MODIFIERS,
  ROLE_NOUNS,
  PEOPLES,
  knownPlaces,
} from './lexicon.ts';
import { mentionAt } from './mentions.ts';
import type { NameMention } from './mentions.ts';

/** Names that begin with one word, at most: thousands of them take no longer for it. */
const MOST_SPELLINGS = 40;

/** Tokens in a row that name somebody, as they are written. */
interface Spelling {
  readonly words: readonly string[];
  readonly type: NameMention['type'];
}

/**
 * Finds the names of a text again where nobody saw them: a whole name anywhere, a surname, the first word of a
 * company, the initials of a body. In order of place; linear in the text.
 */
export function spreadNames(
  doc: TextDocument,
  words: Words,
  mentions: readonly NameMention[],
): NameMention[] {
  const spellings = spellingsOf(doc, words, mentions);
  if (spellings.size === 0) return [...mentions];
  const plain = wordsInLowerCase(doc);
  const all: NameMention[] = [];
  let next = 0;
  for (let i = 0; i < doc.tokens.length; i++) {
    const mention = mentions[next];
    if (mention && mention.first <= i) {
      all.push(mention);
      next++;
      i = mention.endToken - 1;
      continue;
    }
    const spelling = spellingAt(doc, words, spellings, i, mention?.first ?? doc.tokens.length);
    if (!spelling || !standsAsName(doc, words, i, spelling, plain)) continue;
    all.push(mentionAt(doc, words, { first: i, end: i + spelling.words.length, type: spelling.type }));
    i += spelling.words.length - 1;
  }
  return all;
}

function word(doc: TextDocument, i: number): string {
  return doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]);
}

/** What the names of a text may be written as, by first word, longest first. */
function spellingsOf(
  doc: TextDocument,
  words: Words,
  mentions: readonly NameMention[],
): ReadonlyMap<string, readonly Spelling[]> {
  const spellings = new Map<string, Spelling[]>();
  const seen = new Set<string>();
  const add = (spelling: Spelling): void => {
    const key = spelling.words.join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    const first = spelling.words[0]!;
    const list = spellings.get(first);
    if (list && list.length < MOST_SPELLINGS) list.push(spelling);
    else if (!list) spellings.set(first, [spelling]);
  };
  for (const { first, endToken, type } of mentions) {
    const whole = Array.from({ length: endToken - first }, (_, k) => word(doc, first + k));
    if (whole.length > 1 || type !== 'PER') add({ words: whole, type });
    if (whole.length === 1) continue;
    if (type === 'PER') for (const part of lonePartsOf(whole)) add({ words: part, type });
    if (type === 'ORG') {
      if (isOwnWord(words, first) && ORG_HEADS.has(words.lower[endToken - 1]!))
        add({ words: whole.slice(0, 1), type });
      const initials = initialsOf(whole);
      if (initials.length > 2) add({ words: [initials], type });
    }
  }
  for (const list of spellings.values()) list.sort((a, b) => b.words.length - a.words.length);
  return spellings;
}

/** What a person goes by: the surname; of “Park Sun-ho”, who has it in front, either. */
function lonePartsOf(whole: readonly string[]): string[][] {
  const hyphen = whole.at(-2) === '-';
  const last = hyphen ? whole.slice(-3) : whole.slice(-1);
  const surnameFirst = hyphen && /^\p{Ll}/u.test(whole.at(-1)!);
  return [last, ...(surnameFirst ? [whole.slice(0, 1)] : [])].filter(part => part[0]!.length > 1);
}

/** Whether the first word of a company can stand for it: neither a place or people nor what many bodies begin with. */
function isOwnWord(words: Words, i: number): boolean {
  const first = words.lower[i]!;
  const common =
    ORG_HEADS.has(first) ||
    NAME_GOES_ON.has(first) ||
    ROLE_MODIFIERS.has(first) ||
    ROLE_NOUNS.has(first) ||
    PLACE_MODIFIERS.has(first) ||
    knownPlaces().has(first) ||
    PEOPLES.has(first);
  return !common && first.length > 3 && words.class[i] === 0 && (words.shape[i]! & Shape.capital) !== 0;
}

function initialsOf(whole: readonly string[]): string {
  return whole
    .map(part => part.charAt(0))
    .filter(letter => letter !== letter.toLowerCase())
    .join('');
}

function spellingAt(
  doc: TextDocument,
  words: Words,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  i: number,
  limit: number,
): Spelling | undefined {
  if (!(words.shape[i]! & Shape.capital)) return undefined;
  return spellings
    .get(word(doc, i))
    ?.find(
      spelling =>
        i + spelling.words.length <= limit && spelling.words.every((part, k) => word(doc, i + k) === part),
    );
}

/** A lone word is a name unless it begins a sentence and is a plain word too, or belongs to a longer name. */
function standsAsName(
  doc: TextDocument,
  words: Words,
  i: number,
  spelling: Spelling,
  plain: ReadonlySet<string>,
): boolean {
  if (spelling.words.length > 1) return true;
  if (words.class[i]! !== 0 && !(words.shape[i]! & Shape.allCaps)) return false;
  if (plain.has(words.lower[i]!) && (words.opensSentence[i] || spelling.type === 'ORG')) return false;
  return !isPartOfName(doc, words, i, i + 1) && !isPartOfName(doc, words, i, i - 1);
}

/** A capital beside it that is no title, no plain word of a sentence's beginning and no adjective of a people. */
function isPartOfName(doc: TextDocument, words: Words, i: number, neighbour: number): boolean {
  if (neighbour < 0 || neighbour >= doc.tokens.length) return false;
  if (doc.tokens.sentence[neighbour] !== doc.tokens.sentence[i]) return false;
  const other = words.lower[neighbour]!;
  if (other === '-') return neighbour < i;
  if (doc.tokens.kind[neighbour] !== TokenKind.word || !(words.shape[neighbour]! & Shape.capital))
    return false;
  if (neighbour > i) return true;
  const plainStart = words.class[neighbour]! & ~WordClass.time;
  return !(
    plainStart ||
    ROLE_NOUNS.has(other) ||
    ROLE_MODIFIERS.has(other) ||
    PEOPLES.has(other) ||
    other.endsWith('.')
  );
}
