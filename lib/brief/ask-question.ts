import { list } from '../text/list.ts';
import { TokenKind } from '../text/document.ts';
import { parseText } from '../text/parse.ts';
import { Shape, WordClass, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { QUESTION_MAX } from './answer.ts';
import { type Asking, readAsking } from './ask-asking.ts';
import { stemOf } from './ask-stems.ts';

/** A word of the question that can be looked for in the text. */
export interface AskedWord {
  readonly lower: string;
  readonly stem: string;
  readonly isName: boolean; // a capital inside the question, or a number
  readonly isNumber: boolean;
}

/** A question taken apart. */
export interface Question extends Asking {
  readonly words: readonly AskedWord[]; // each once, in order
  /** All its words in order, as `keyOf` writes them. */
  readonly keys: readonly string[];
  /** “What did the mayor say about the bridge?” asks for what somebody says. */
  readonly asksWhatIsSaid: boolean;
  /** The stems of “mayor” there, and of all that stands before “say”. */
  readonly speaker: ReadonlySet<string>;
  /** “Who disputes what the mayor says?” */
  readonly asksWhoDisputes: boolean;
  /** “What happens next?” */
  readonly asksWhatIsNext: boolean;
  /** “Who is Ida Kern?” */
  readonly asksWhoSomebodyIs: boolean;
  /** “How old is Ida Kern?” */
  readonly asksHowOldSomebodyIs: boolean;
}

/** Takes a question apart; it has no words where nothing in it can be looked for. */
export function readQuestion(text: string): Question {
  const question = text.slice(0, QUESTION_MAX);
  const lower = question.toLowerCase();
  const shouted = question === question.toUpperCase(); // capitals say nothing there
  const doc = parseText(shouted ? lower : question);
  const read = wordsOf(doc);
  const words = new Map<string, AskedWord>();
  const keys: string[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    if (doc.tokens.kind[i]! > TokenKind.number) continue;
    const word = read.lower[i]!;
    const key = keyOf(read, i);
    keys.push(key);
    if (key.startsWith(' ') || ASKING.has(word) || words.has(key)) continue;
    const isNumber = /\p{N}/u.test(word);
    const isName = isNumber || (keys.length > 1 && (read.shape[i]! & Shape.capital) !== 0);
    words.set(key, { lower: word, stem: key, isName, isNumber });
  }
  const speaker = speakerIn(lower);
  return {
    words: [...words.values()],
    ...readAsking(lower, stem => words.has(stem)),
    keys,
    asksWhatIsSaid: speaker !== null,
    speaker: new Set(speaker?.split(/[^\p{L}\p{N}]+/u).map(stemOf)),
    asksWhoDisputes: ASKS_WHO_DISPUTES.test(lower),
    asksWhatIsNext: ASKS_WHAT_IS_NEXT.test(lower),
    asksWhoSomebodyIs: /^\W*who(?: is|'s|’s| was) /.test(lower),
    asksHowOldSomebodyIs: /^\W*how old (?:is|was) /.test(lower),
  };
}

/**
 * What a word or number is compared by: small words as they are, set apart by a space; others by their stems, “U.S.”
 * without its stops.
 */
export function keyOf({ lower, class: classes, shape }: Words, token: number): string {
  const word = lower[token]!;
  const isSmall = (classes[token]! & SMALL) !== 0 || (OBJECTS.has(word) && !(shape[token]! & Shape.allCaps));
  if (isSmall) return ` ${word}`;
  return stemOf(/^\p{L}\./u.test(word) ? word.replaceAll('.', '') : word);
}
/** Pronouns that are no subjects, which `WordClass` does not tell. */
const OBJECTS = list('me us him them myself yourself himself herself itself ourselves themselves');

/** Word classes that carry no meaning of their own. */
const SMALL =
  WordClass.determiner |
  WordClass.pronoun |
  WordClass.preposition |
  WordClass.conjunction |
  WordClass.subordinator |
  WordClass.auxiliary |
  WordClass.negation |
  WordClass.relative |
  WordClass.possessive;

/** Words of asking that are not small otherwise. */
const ASKING = list('how much many say said says tell told happen happened happens');

/** What stands between “did” and “say” in “what did she say”, “how has the mayor responded”, each not far from the one before. */
function speakerIn(question: string): string | null {
  const asking = question.search(/\b(?:what|how|why)\b/);
  if (asking < 0) return null;
  const rest = question.slice(asking);
  const doing = rest.slice(0, 30).search(/\b(?:do|does|did|has|have|is|are|was|were)\b/);
  if (doing < 0) return null;
  const clause = rest.slice(doing, doing + 100);
  const saying = clause.search(SPEAKS);
  return saying < 0 ? null : clause.slice(0, saying);
}

const SPEAKS =
  /\b(?:say|said|saying|claim|think|believe|argue|tell|warn|announce|deny|respond|react|comment|demand|promise)\b/;

const ASKS_WHO_DISPUTES = /\bwho (?:disputes|contradicts|denies|disagrees with|rejects|objects to)\b/;

const ASKS_WHAT_IS_NEXT =
  /^\W*what(?: happens| comes|'s|’s| is| will happen) (?:next|planned|scheduled|expected|to come)\W*$/;
