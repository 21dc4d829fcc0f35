import { alikeIn } from './alike.ts';
import { list } from './list.ts';
import type { Range, TextDocument } from './document.ts';
import { TokenKind, oncePerDocument } from './document.ts';

/** What an English word can be, from closed lists and endings: no tagger, only what rules may lean on. */
export const WordClass = {
  determiner: 1,
  pronoun: 2, // can be a subject: he, they, it, who is relative
  preposition: 4,
  conjunction: 8, // and, or, but, nor
  subordinator: 16, // because, although, while, if, when
  auxiliary: 32,
  negation: 64,
  adverb: 128,
  relative: 256, // who, which, that, where
  possessive: 512, // his, her, its, their
  time: 1024, // Monday, March, yesterday, week
  quantity: 2048, // number words
} as const;

/** Letters of a token as it stands. */
export const Shape = { capital: 1, allCaps: 2, digit: 4 } as const;

/** The words of a document as columns beside its tokens. */
export interface Words {
  readonly lower: readonly string[]; // lower case, straight apostrophes
  readonly class: Uint16Array; // WordClass bits
  readonly shape: Uint8Array; // Shape bits
  /** Word and number tokens that begin their sentence, so that a capital there says nothing. */
  readonly opensSentence: Uint8Array;
}

const CLOSED: ReadonlyArray<readonly [number, string]> = [
  [
    WordClass.determiner,
    'a an the this that these those some any every each no another both all several many most few such neither either other others much more',
  ],
  [
    WordClass.pronoun,
    'i you he she it we they there one nobody everyone everybody somebody someone anyone who',
  ],
  [WordClass.possessive | WordClass.determiner, 'my your his her its our their'],
  [
    WordClass.preposition,
    'of in on at by for with from to into onto over under about after before during since until till through between among against without within towards toward near around across along behind beyond despite following amid amidst regarding concerning per via upon like unlike alongside outside inside throughout including',
  ],
  [WordClass.conjunction, 'and or but nor yet'],
  [
    WordClass.subordinator,
    'because although though while whereas if unless when whenever as once whether so than lest where',
  ],
  [
    WordClass.auxiliary,
    "is are was were be been being am has have had having do does did will would can could may might must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't mustn't shouldn't 's 're 've 'll 'd",
  ],
  [
    WordClass.negation,
    "not never no n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't mustn't shouldn't neither nor",
  ],
  [WordClass.relative, 'who whom whose which that where when what how why'],
  [
    WordClass.adverb,
    'also again still just only even now then later earlier soon already ever often always too very quite rather however meanwhile moreover furthermore therefore thus instead otherwise indeed perhaps maybe yesterday today tomorrow tonight nonetheless nevertheless besides further far well once twice ago there here together first second elsewhere afterwards afterward almost nearly about back',
  ],
  [
    WordClass.time,
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december yesterday today tomorrow tonight morning afternoon evening night day days week weeks month months year years weekend hour hours minute minutes decade decades century midnight noon',
  ],
  [
    WordClass.quantity,
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter',
  ],
];

const classOf = new Map<string, number>();
for (const [bits, list] of CLOSED) {
  for (const word of list.split(' ')) classOf.set(word, (classOf.get(word) ?? 0) | bits);
}

/** The classes of a lower-case word. */
export function wordClass(lower: string): number {
  return (
    classOf.get(lower) ??
    (lower.length > 4 && lower.endsWith('ly') && !NOT_ADVERBS.has(lower) ? WordClass.adverb : 0)
  );
}
const NOT_ADVERBS = list(
  'family early likely italy july supply reply assembly friendly only daily weekly monthly yearly elderly police rally ally anomaly monopoly deadly costly unlikely lovely apply comply imply multiply rely butterfly homily bully jelly lonely ugly silly holy belly fully' +
    // given names
    ' anatoly beverly billy carly emily holly kelly kimberly lilly molly nelly polly reilly sally shelly vitaly wally willy',
);

/** The words of a document. */
export const wordsOf: (doc: TextDocument) => Words = oncePerDocument(readWords);

/** Whether a token has a capital, “d’Hondt” included; behind the last one is none. */
export function isCapital({ shape }: Words, i: number): boolean {
  return (shape[i]! & Shape.capital) !== 0;
}

/** Whether a token of several letters is set in capitals throughout: “NBW”. */
export function isAllCaps({ shape }: Words, i: number): boolean {
  return (shape[i]! & Shape.allCaps) !== 0;
}

/** Whether a token has a capital that is not owed to its sentence, which begins with another. */
export function isCapitalInside({ shape, opensSentence }: Words, i: number): boolean {
  return (shape[i]! & Shape.capital) !== 0 && opensSentence[i] === 0;
}

/** The words and numbers among some tokens, as `Words.lower` has them. */
export function wordsIn(doc: TextDocument, { first, end }: Range): string[] {
  const { lower } = wordsOf(doc);
  const words: string[] = [];
  for (let i = first; i < end; i++) if (doc.tokens.kind[i]! <= TokenKind.number) words.push(lower[i]!);
  return words;
}

/** Words that a document also writes in lower case, so that a capital may be owed to their place. */
export const wordsInLowerCase: (doc: TextDocument) => ReadonlySet<string> = oncePerDocument(doc => {
  const { lower, shape } = wordsOf(doc);
  const alike = alikeIn(doc);
  const words = new Set<string>();
  for (let i = 0; i < lower.length; i++)
    if (alike[i] === i && doc.tokens.kind[i] === TokenKind.word && !(shape[i]! & Shape.capital))
      words.add(lower[i]!);
  return words;
});

function readWords(doc: TextDocument): Words {
  const { text, tokens } = doc;
  const lower: string[] = []; // filled in order: making room for thousands beforehand takes longer
  const classes = new Uint16Array(tokens.length);
  const shape = new Uint8Array(tokens.length);
  const opensSentence = new Uint8Array(tokens.length);
  const alike = alikeIn(doc);
  for (let i = 0; i < tokens.length; i++) {
    const first = alike[i]!;
    if (first !== i) {
      lower.push(lower[first]!);
      classes[i] = classes[first]!;
      shape[i] = shape[first]!;
      continue;
    }
    const word = text.slice(tokens.start[i], tokens.end[i]);
    const kind = tokens.kind[i];
    if (kind !== TokenKind.word) {
      lower.push(kind === TokenKind.number ? word.toLowerCase() : word);
      if (kind === TokenKind.number) shape[i] = Shape.digit;
      continue;
    }
    const small = word.toLowerCase();
    const low = small.includes('’') ? small.replaceAll('’', "'") : small;
    lower.push(low);
    classes[i] = wordClass(low);
    if (small !== word) shape[i] = shapeOf(word, small); // “’s” has no capital
    if (low === 'may' && shape[i]! & Shape.capital) classes[i] = WordClass.time;
    if (shape[i]! & Shape.allCaps) classes[i] = 0; // “US”, “WHO”, “IT” are not us, who, it
  }
  for (const sentence of doc.sentences) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (tokens.kind[i] === TokenKind.punctuation || tokens.kind[i] === TokenKind.symbol) continue;
      opensSentence[i] = 1;
      break;
    }
  }
  return { lower, class: classes, shape, opensSentence };
}

function shapeOf(word: string, low: string): number {
  let bits = 0;
  if (word.charCodeAt(0) !== low.charCodeAt(0) || /^[dlo]['’]\p{Lu}/u.test(word)) bits |= Shape.capital;
  if (word.length > 1 && word === word.toUpperCase()) bits |= Shape.allCaps;
  return bits;
}

/** Forms of “be” that a participle behind them can make a passive of: “was sold”, “being told”. */
export const FORMS_OF_BE: ReadonlySet<string> = list('is are was were be been being');

/** Past tenses that do not end in “-ed”; those of verbs that attribute (“said”) are in lib/claims/cues.ts. */
export const IRREGULAR_PASTS: ReadonlySet<string> = list(
  'went came took made gave got saw knew became began broke brought built bought caught chose cut did drew drove fell felt fought found flew forgot held hit kept led left lost met paid put ran rose sat sold sent shot shut spoke spent stood struck taught thought threw won wore wrote',
);
