import { WordClass, wordClass } from '../text/words.ts';
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
  /** “Who disputes what the mayor says?” */
  readonly asksWhoDisputes: boolean;
  /** “What happens next?” */
  readonly asksWhatIsNext: boolean;
  /** “Who is Ida Kern?” */
  readonly asksWhoSomebodyIs: boolean;
}

/** Takes a question apart; it has no words where nothing in it can be looked for. */
export function readQuestion(text: string): Question {
  const question = text.slice(0, QUESTION_MAX);
  const words = new Map<string, AskedWord>();
  const keys: string[] = [];
  let isFirst = true;
  for (const [word] of question.matchAll(WORD)) {
    const lower = word.toLowerCase().replaceAll('’', "'").replace(/'s$/, '');
    const isSmall = (wordClass(lower) & SMALL) !== 0;
    keys.push(keyOf(lower, isSmall));
    if (!isSmall && !ASKING.has(lower)) {
      const stem = stemOf(lower);
      const isNumber = /\p{N}/u.test(lower);
      const isName = isNumber || (!isFirst && word[0] !== lower[0]);
      if (!words.has(stem)) words.set(stem, { lower, stem, isName, isNumber });
    }
    isFirst = false;
  }
  const lower = question.toLowerCase();
  return {
    words: [...words.values()],
    ...readAsking(lower, stem => words.has(stem)),
    keys,
    asksWhatIsSaid: asksWhatIsSaid(lower),
    asksWhoDisputes: ASKS_WHO_DISPUTES.test(lower),
    asksWhatIsNext: ASKS_WHAT_IS_NEXT.test(lower),
    asksWhoSomebodyIs: /^\W*who(?: is|'s|’s| was) /.test(lower),
  };
}

const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu;

/** What a word is compared by: small words as they are (set apart by a space), others by their stems. */
export function keyOf(lower: string, isSmall: boolean): string {
  return isSmall ? ` ${lower}` : stemOf(lower);
}

/** Word classes that carry no meaning of their own. */
export const SMALL =
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
const ASKING = new Set('how much many say said says tell told happen happened happens'.split(' '));

/** "What did she say", "how has the mayor responded": three words in order, each not far from the one before. */
function asksWhatIsSaid(question: string): boolean {
  const asking = question.search(/\b(?:what|how|why)\b/);
  if (asking < 0) return false;
  const rest = question.slice(asking);
  const doing = rest.slice(0, 30).search(/\b(?:do|does|did|has|have|is|are|was|were)\b/);
  return doing >= 0 && SPEAKS.test(rest.slice(doing, doing + 100));
}

const SPEAKS =
  /\b(?:say|said|saying|claim|think|believe|argue|tell|warn|announce|deny|respond|react|comment|demand|promise)\b/;

const ASKS_WHO_DISPUTES = /\bwho (?:disputes|contradicts|denies|disagrees with|rejects|objects to)\b/;

const ASKS_WHAT_IS_NEXT =
  /^\W*what(?: happens| comes|'s|’s| is| will happen) (?:next|planned|scheduled|expected|to come)\W*$/;
