import type { TextDocument } from '../text/document.ts';
import { list } from '../text/list.ts';
import type { Words } from '../text/words.ts';
import { PEOPLES, SHORT_STATES, knownPlaces } from './lexicon.ts';
import type { NameMention } from './mentions.ts';

/** “Harbour Board (HB)”, “Acme (ACM)”: whether a name stands in brackets behind the one it is short for. */
export function isCutShort(doc: TextDocument, words: Words, left: NameMention, right: NameMention): boolean {
  if (!isInBrackets(words, left, right) || right.parts.length !== 1 || !isAcronym(doc, right)) return false;
  const short = words.lower[right.first]!;
  if (SHORT_STATES.has(short)) return false;
  if (left.type === 'ORG' && isTicker(left.parts.join(''), right.parts[0]!)) return true;
  return left.parts.length > 1 && left.parts.some(part => part.startsWith(short.charAt(0)));
}

/** What a company goes by on the exchange: its letters stand in its name in their order. */
function isTicker(name: string, short: string): boolean {
  if (short.length < 2 || short.length > 5) return false;
  let at = -1;
  for (const letter of short) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return short.startsWith(name); // “ABC (ABCF)”
  }
  return name.startsWith(short.charAt(0));
}

/** “CEI (Italian Episcopal Conference)”: an acronym, of whatever language, before what it is short for. */
export function isWrittenOut(
  doc: TextDocument,
  words: Words,
  left: NameMention,
  right: NameMention,
): boolean {
  if (!isInBrackets(words, left, right)) return false;
  if (left.parts.length > 1 || right.parts.length < 2 || !isAcronym(doc, left)) return false;
  const letters = new Set(right.parts.map(part => part.charAt(0)));
  return left.parts[0]!.replaceAll('.', '')
    .split('')
    .every(letter => letters.has(letter));
}

function isInBrackets({ lower }: Words, left: NameMention, right: NameMention): boolean {
  return right.first === left.endToken + 1 && lower[left.endToken] === '(' && lower[right.endToken] === ')';
}

/** “Jo Roe, better known as Lucky Roe”. */
export function isAlsoCalled({ lower }: Words, left: NameMention, right: NameMention): boolean {
  if (right.first - left.endToken > FURTHEST || areTwoPlaces(left, right)) return false;
  let called = false;
  for (let i = left.endToken; i < right.first; i++) {
    const word = lower[i]!;
    // “Roe called Hart” is another thing
    if (CALLED.has(word)) called = i > left.endToken;
    else if (!BEFORE_CALLED.has(word) && !word.endsWith('ly') && !PEOPLES.has(word)) return false;
  }
  return called;
}
/** Tokens between a name and what its bearer is also called. */
const FURTHEST = 9;
const CALLED = list('known called nicknamed dubbed aka a.k.a. alias');
/** What may stand between them. */
const BEFORE_CALLED = list(
  ', ( “ ” " ‘ ’ \' who which is was are were has been also better best more often sometimes as the to or referred by its acronym initials fans locals supporters',
);

/** Oman, known as the Switzerland of its region, is not Switzerland. */
function areTwoPlaces(left: NameMention, right: NameMention): boolean {
  return knownPlaces().has(left.parts.join(' ')) && knownPlaces().has(right.parts.join(' '));
}

/** “NATO”, “U.N.”, “DoD”. */
export function isAcronym({ text }: TextDocument, { start, end }: NameMention): boolean {
  const name = text.slice(start, end);
  if (name.length > 8) return false;
  if (/^[ -~]*$/.test(name)) return /^[A-Z][A-Za-z.&]*[A-Z]\.?$/.test(name);
  return /^\p{Lu}[\p{L}.&]*\p{Lu}\.?$/u.test(name);
}
