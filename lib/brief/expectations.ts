import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';
import type { TextDocument } from '../text/document.ts';
import { wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { Expectation, TimelineEntry } from './brief.ts';
import { spanOf } from '../text/parse.ts';

/** More is no overview. */
const MAX_EXPECTATIONS = 8;

/**
 * What a text says is planned, expected or demanded without a date; sentences with an upcoming date are left out: the
 * timeline has them. At most one a sentence, in reading order.
 */
export function findExpectations(doc: TextDocument, timeline: readonly TimelineEntry[]): Expectation[] {
  const words = wordsOf(doc);
  const opens = opensExpectation(doc);
  const dated = new Set(
    timeline.filter(({ tense }) => tense === 'upcoming').map(({ sentence }) => sentence.start),
  );
  const found: Expectation[] = [];
  for (const { start, end, firstToken, endToken } of doc.sentences) {
    if (dated.has(start) || isQuestion(doc.text, end)) continue;
    for (let i = firstToken; i < endToken; i++) {
      const cue = opens(i) ? cueAt(words, i, firstToken, endToken) : undefined;
      if (!cue) continue;
      const place = spanOf(doc, { first: i, end: cue.end });
      found.push({ ...place, kind: cue.kind, sentence: { start, end } });
      break;
    }
    if (found.length === MAX_EXPECTATIONS) break;
  }
  return found;
}

/** Asks what is to come and does not say it. */
function isQuestion(text: string, end: number): boolean {
  return /\?[”"’']?$/.test(text.slice(end - 2, end));
}

interface Cue {
  readonly kind: Expectation['kind'];
  readonly end: number; // the token after it
}

/** A word that may begin a cue, with those around it; empty outside the text and behind the sentence. */
interface Opening {
  readonly lower: readonly string[];
  readonly i: number;
  readonly end: number; // of the sentence
  readonly word: string;
  readonly before: string;
  readonly next: string;
}

function cueAt({ lower, shape }: Words, i: number, first: number, end: number): Cue | undefined {
  if (shape[i] !== 0 && i > first) return undefined; // “Will Roe” is somebody
  const before = lower[i - 1] ?? '';
  if (DETERMINERS.has(before) || before === 'longer') return undefined; // “the will”, “its demands”, “no longer wants”
  if (isOpen(lower, i, first)) return undefined;
  const opening = { lower, i, end, word: lower[i]!, before, next: i + 1 < end ? lower[i + 1]! : '' };
  for (const { kind, length } of CUES) {
    const tokens = length(opening);
    if (tokens > 0) return { kind: typeof kind === 'string' ? kind : kind(opening), end: i + tokens };
  }
  return undefined;
}

/** What cues there are: `length` tells how many tokens one has, 0 where there is none. */
const CUES: readonly {
  readonly kind: Expectation['kind'] | ((opening: Opening) => Expectation['kind']);
  readonly length: (opening: Opening) => number;
}[] = [
  { kind: 'expected', length: willBe },
  { kind: ({ next }) => PLANNED.get(next)!, length: isPlanned },
  { kind: 'planned', length: plansTo },
  { kind: 'expected', length: ({ word, next }) => (EXPECTS.has(word) && /^(?:to|that)$/.test(next) ? 2 : 0) },
  { kind: 'demanded', length: callsFor },
  { kind: 'demanded', length: ({ word, next }) => (DEMANDS.has(word) && next !== 'of' ? 1 : 0) },
  { kind: 'demanded', length: urgesTo },
];

/** “will close”; not “political will to”, “will not say”. */
function willBe({ word, before, next }: Opening): number {
  if (word !== "'ll" && (word !== 'will' || WHOSE_WILL.has(before))) return 0;
  return /^[a-z]+$/.test(next) && !NO_PLAN.has(next) ? 1 : 0;
}

/** “is due to”, “are planned for”; not “is due to the rain”. */
function isPlanned({ lower, i, end, word, next }: Opening): number {
  if (!BE.has(word) || !PLANNED.has(next) || i + 2 >= end || !/^(?:to|for)$/.test(lower[i + 2]!)) return 0;
  const isCause = next === 'due' && i + 3 < end && DETERMINERS.has(lower[i + 3]!);
  return isCause ? 0 : 3;
}

/** “plans to”, “they plan to”; not “made plans to”, “a business plan to”. */
function plansTo({ word, before, next }: Opening): number {
  if (next !== 'to') return 0;
  return (PLANS.has(word) && !HAD.has(before)) || (PLAN.has(word) && isOfMany(before)) ? 2 : 0;
}

/** “called for”, “called on the council to”. */
function callsFor({ lower, i, end, word, next }: Opening): number {
  if (!/^(?:called|calls|calling)$/.test(word)) return 0;
  return next === 'for' || (next === 'on' && leadsTo(lower, i + 2, end)) ? 2 : 0;
}

/** “urged the council to”; not “asked not to be named”, which is of the story, not of what is to come. */
function urgesTo({ lower, i, end, word, next }: Opening): number {
  if (!URGES.has(word) || next === 'for' || !leadsTo(lower, i + 1, end)) return 0;
  return lower.slice(i + 1, Math.min(i + 6, end)).some(it => UNNAMED.has(it)) ? 0 : 1;
}

/** “urged the council to …”: “to” within a few words; not “asked the council how to …”. */
function leadsTo(lower: readonly string[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(from + REACH, end); i++) {
    if (lower[i] === 'to') return true;
    if (ASKS.has(lower[i]!)) return false;
  }
  return false;
}

/** “they plan”, “officials plan”: who can stand before the verb; not “a business plan”, “Roe's plan”. */
function isOfMany(before: string): boolean {
  return /^(?:they|we|who|and|also)$/.test(before) || /[^s'’]s$/.test(before);
}

/** “whether she will go”, “how the board will pay”, “if she wants to”: what the text leaves open. */
function isOpen(lower: readonly string[], i: number, first: number): boolean {
  for (let k = i - 1; k >= Math.max(first, i - REACH); k--) {
    if (OPENS_QUESTION.has(lower[k]!)) return true;
    if (/^[,;:—–“”"()]$/.test(lower[k]!)) return false;
  }
  return false;
}

const REACH = 8;
const OPENS_QUESTION = list('whether how why if unless');
const ASKS = list('whether how why if what who when where which about');

/** “the political will to …”. */
const WHOSE_WILL = list('political public popular free good ill last living national strong');
const BE = list('is are');
/** “will not say”, “will be remembered”: no plan. */
const NO_PLAN = list('not never always have ever still');
const PLANNED = new Map<string, Expectation['kind']>([
  ['scheduled', 'planned'],
  ['planned', 'planned'],
  ['planning', 'planned'],
  ['set', 'planned'],
  ['due', 'planned'],
  ['expected', 'expected'],
  ['likely', 'expected'],
  ['forecast', 'expected'],
]);
const PLANS = list('plans intends vows vowed pledged pledges promised promises');
const PLAN = list('plan intend');
/** Before plans that are things: “made plans to”, “no plans to”. */
const HAD = list('make made makes making no any of had these');
const EXPECTS = list('expects expect hopes');
const DEMANDS = list('demands demanded demanding');
const URGES = list('urges urged wants asked');
const UNNAMED = list('named identified quoted anonymous');
const DETERMINERS = list('the a an his her its their these those of');
/** What a cue can begin with. */
const opensExpectation = listed([
  'will',
  "'ll",
  'called',
  'calls',
  'calling',
  ...[BE, PLANS, PLAN, EXPECTS, DEMANDS, URGES].flatMap(words => [...words]),
]);
