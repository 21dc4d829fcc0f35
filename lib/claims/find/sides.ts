import { list } from '../../text/list.ts';
import { listed } from '../../text/listed.ts';
import type { Range, Sentence } from '../../text/document.ts';
import { tokensIn } from '../../text/parse.ts';
import { FORMS_OF_BE, WordClass } from '../../text/words.ts';
import { trimContent } from './content.ts';
import { MODALS, NEGATIVE } from '../cues.ts';
import { add } from './found.ts';
import type { Found } from './found.ts';
import { hasClass, isCapital, isPunctuation, isQuoted, wordAt } from './reading.ts';
import type { Reading } from './reading.ts';
import { phraseAfter, sentenceSubject, startOfGroup, subjectBefore } from './subject.ts';

// Who is for and who is against the same thing: told only where both are, for most that is supported is mere doing.

/** Who takes a side on what. */
interface Side {
  readonly isFor: boolean;
  readonly object: string; // the noun, or “it”
  readonly sentence: number;
}

/** The words that tell of it. */
interface Told {
  readonly isFor: boolean;
  readonly source: Range;
  readonly cue: Range;
  readonly content: Range;
}
type Stance = Side & Told;

const FOR = list(
  'support supports supported supporting back backs backed backing favour favours favoured favor favors favored endorse endorses endorsed endorsing',
);
const tellsSide = listed([...FOR, 'against']);

/** Sentences from one side to the other. */
const MOST_BETWEEN = 4;

/** Adds who supports and who “is against” what others near by oppose or support. Linear. */
export function findSides(reading: Reading, found: Found): void {
  const stances = readStances(reading);
  if (stances.length === 0) return;
  const taken = new Set([...stances, ...opposing(reading, found)].flatMap(keysOf));
  for (const stance of stances) {
    if (isAnswered(stance, taken)) add(reading, found, stance.source, stance.cue, [stance.content], SURE);
  }
}
const SURE = 0.9;

/** By which a side is found: where it is taken, and on what, or on anything. */
function keysOf({ isFor, object, sentence }: Side): string[] {
  return [keyOf(sentence, isFor, object), keyOf(sentence, isFor, ANYTHING)];
}
const keyOf = (sentence: number, isFor: boolean, object: string): string =>
  `${sentence} ${isFor ? 'for' : 'against'} ${object}`;
const ANYTHING = '*';
const IT = 'it';

/** “backs the bill” where others near by are “against the bill”, or “oppose it” right behind. */
function isAnswered({ isFor, object, sentence }: Side, taken: ReadonlySet<string>): boolean {
  const has = (apart: number, what: string): boolean => taken.has(keyOf(sentence + apart, !isFor, what));
  if (object === IT) return has(-1, ANYTHING) || has(0, IT) || has(1, IT);
  for (let apart = -MOST_BETWEEN; apart <= MOST_BETWEEN; apart++) if (has(apart, object)) return true;
  return has(1, IT);
}

/** What is found already of those who are against something. */
function opposing(reading: Reading, { attributions }: Found): Side[] {
  const { doc, words } = reading;
  return attributions.flatMap(({ cue, content }) => {
    if (!cue) return [];
    const said = tokensIn(doc, cue);
    if (!words.lower.slice(said.first, said.end).some(word => AGAINST.test(word))) return [];
    const { first, end } = tokensIn(doc, content[0]!);
    const from = wordAt(reading, first) === 'to' ? first + 1 : first;
    const object = objectOf(reading, { first: from, end });
    return object ? [{ isFor: false, object, sentence: doc.tokens.sentence[said.first]! }] : [];
  });
}
const AGAINST = /^(?:oppos|object|reject|criticis|criticiz|condemn|denounc)/;

/** The sides that a text tells of. */
function readStances(reading: Reading): Stance[] {
  const { sentences, tokens } = reading.doc;
  const isOfSide = tellsSide(reading.doc);
  const stances: Stance[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isOfSide(i) || isQuoted(reading, i) || isCapital(reading, i)) continue;
    const s = tokens.sentence[i]!;
    const sentence = sentences[s]!;
    if (i === sentence.firstToken) continue;
    const isBeing = wordAt(reading, i) === 'against' || isInFavour(reading, i);
    const stance = (isBeing ? readBeing : readSupport)(reading, sentence, i);
    const object = stance && objectOf(reading, stance.content);
    if (object) stances.push({ ...stance, object, sentence: s });
  }
  return stances;
}

/** “in | favour | of”. */
function isInFavour(reading: Reading, i: number): boolean {
  return wordAt(reading, i - 1) === 'in' && wordAt(reading, i + 1) === 'of';
}

/** “The senator backs | the bill”, “was busy supporting | the bill”. */
function readSupport(reading: Reading, sentence: Sentence, verb: number): Told | undefined {
  const first = startOfVerb(reading, sentence, verb);
  if (isUntold(reading, { first, end: verb }) || /^(?:of|for|to|with)$/.test(wordAt(reading, first - 1)))
    return undefined;
  if (hasClass(reading, first - 1, WordClass.determiner)) return undefined; // “the support”
  if (hasBe(reading, { first, end: verb })) return undefined; // “is backed”
  const isIng = wordAt(reading, verb).endsWith('ing');
  const subject = isIng ? sentenceSubject(reading, sentence) : subjectBefore(reading, sentence, first);
  const source = subject === 'shared' ? sentenceSubject(reading, sentence) : subject;
  const content = thingAfter(reading, sentence, verb + 1);
  return source && content ? { isFor: true, source, cue: { first, end: verb + 1 }, content } : undefined;
}

/** “Guards are against | the toll”, “was in favour of | the toll”, by the token of “against” or “favour”. */
function readBeing(reading: Reading, sentence: Sentence, i: number): Told | undefined {
  const isFor = wordAt(reading, i) !== 'against';
  const [at, end] = isFor ? [i - 1, i + 2] : [i, i + 1];
  const first = startOfVerb(reading, sentence, at);
  if (isUntold(reading, { first, end: at }) || !hasBe(reading, { first, end: at })) return undefined;
  const source = subjectBefore(reading, sentence, first);
  const content = thingAfter(reading, sentence, end);
  return source && source !== 'shared' && content
    ? { isFor, source, cue: { first, end }, content }
    : undefined;
}

/** “today | has backed”: the verb without the adverbs before it. */
function startOfVerb(reading: Reading, sentence: Sentence, i: number): number {
  let first = startOfGroup(reading, sentence, i);
  while (first < i && hasClass(reading, first, WordClass.adverb)) first++;
  return first;
}

function hasBe(reading: Reading, { first, end }: Range): boolean {
  return reading.words.lower.slice(first, end).some(word => FORMS_OF_BE.has(word));
}

/** “would support”, “did not support”: on which side that is, is not plain. */
function isUntold(reading: Reading, { first, end }: Range): boolean {
  return reading.words.lower.slice(first, end).some(word => MODALS.has(word) || NEGATIVE.has(word));
}

/** “the bill”, “it”: what a side is taken on. */
function thingAfter(reading: Reading, sentence: Sentence, i: number): Range | undefined {
  if (!hasClass(reading, i, WordClass.determiner) && wordAt(reading, i) !== IT) return undefined;
  const whole = phraseAfter(reading, sentence, i);
  let end = i;
  while (end < whole && wordAt(reading, end) !== 'but') end++;
  return end > i ? trimContent(reading, i, end) : undefined;
}

/** The noun of a phrase, in the singular: “the amendment|s of May”. */
function objectOf(reading: Reading, { first, end }: Range): string | undefined {
  if (wordAt(reading, first) === IT) return IT;
  let last = first;
  while (
    last + 1 < end &&
    !isPunctuation(reading, last + 1) &&
    !hasClass(reading, last + 1, WordClass.preposition | WordClass.conjunction | WordClass.relative)
  )
    last++;
  const noun = wordAt(reading, last);
  return reading.words.class[last] === 0 ? noun.replace(/s$/, '') : undefined;
}
