import { WordClass, wordClass } from '../text/words.ts';
import { QUESTION_MAX } from './answer.ts';
import { stemOf } from './ask-stems.ts';

/** What kind of words answer a question. */
export type Wanted = 'person' | 'organisation' | 'place' | 'time' | 'number' | 'cause' | 'thing';

/** A word of the question that can be looked for in the text. */
export interface AskedWord {
  readonly lower: string;
  readonly stem: string;
  readonly isName: boolean; // a capital inside the question, or a number
  readonly isNumber: boolean;
}

/** A question taken apart. */
export interface Question {
  readonly words: readonly AskedWord[]; // each once, in order
  readonly wanted: Wanted;
  /** “river” in “which river …”, “people” in “how many people …”. */
  readonly noun: AskedWord | null;
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
    wanted: wantedBy(lower),
    noun: nounAfterAsking(lower, words),
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

/** The kinds of words that answer, by how the question asks; the first that fits counts. */
const ASKED_BY: readonly (readonly [Wanted, RegExp])[] = [
  ['number', /\bhow (?:many|much|old|long|far|often|high|tall|big|large|fast|deep|wide|few)\b/],
  [
    'number',
    /\b(?:what|which) (?:(?:is|was) the )?(?:percentage|percent|number|share|amount|population|age|size|length|height|total|price|cost|rate)\b/,
  ],
  ['time', /\bwhen\b/],
  [
    'time',
    /\b(?:what|which) (?:(?:is|was) the )?(?:years?|day|weekday|month|date|century|decade|time|season)\b/,
  ],
  ['place', /\bwhere\b/],
  [
    'place',
    /\b(?:what|which) (?:city|country|place|town|state|region|county|village|location|street|island|province|district)\b/,
  ],
  [
    'organisation',
    /\b(?:what|which) (?:\p{L}+ )?(?:company|organi[sz]ation|agency|party|court|university|team|group|institution|body|committee|council|newspaper|school|bank|club|union|firm|airline|ministry|department)\b/u,
  ],
  ['person', /\bwho(?:m|se)?\b/],
  [
    'person',
    /\b(?:what|which) (?:\p{L}+ )?(?:person|man|woman|king|queen|president|leader|minister|scientist|author|writer|architect|artist|general|commander|player|actor|singer|politician|emperor|pope|bishop|duke|professor|philosopher)\b/u,
  ],
  ['cause', /\bwhy\b|\bwhat (?:caused|led to|is the reason|was the reason)\b/],
];

function wantedBy(lower: string): Wanted {
  return ASKED_BY.find(([, pattern]) => pattern.test(lower))?.[0] ?? 'thing';
}

/** The last of up to three words of meaning right after “which”, “what” or “how many”. */
function nounAfterAsking(lower: string, words: ReadonlyMap<string, AskedWord>): AskedWord | null {
  const asking = /\b(?:what|which|how many|how much|whose) (?:(?:kind|type|sort|form|part) of )?/.exec(lower);
  if (!asking) return null;
  let noun: AskedWord | null = null;
  const following = lower.slice(asking.index + asking[0].length).split(/\s+/, 3);
  for (const word of following) {
    const found = words.get(stemOf(word));
    if (found?.lower !== word) break;
    noun = found;
  }
  return noun;
}
