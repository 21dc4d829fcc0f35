import * as z from 'zod/mini';
import { stemsOf } from './content-words.ts';
import { TokenKind, type TextDocument } from './document.ts';
import { agree, figureAt, type Figure } from './figures.ts';
import { list } from './list.ts';
import { parseText, tokensIn } from './parse.ts';
import type { Span } from './span.ts';
import { wordsOf } from './words.ts';

/** What can be compared of a statement: what it is about, its numbers and dates, and whether it says no. */
export interface Statement {
  readonly words: ReadonlyMap<string, string>; // its meaning words by their stems, numbers left out
  readonly figures: readonly Figure[];
  readonly years: ReadonlySet<string>;
  readonly days: ReadonlySet<string>; // month and day: "2-28"
  readonly isNegative: boolean;
}

/** In what two statements about the same thing differ. */
export const Difference = z.enum(['number', 'date', 'polarity']);
export type Difference = z.infer<typeof Difference>;

/** Reads a statement off a place in a text. `language` (BCP 47) says how numbers are written. */
export function readStatement(doc: TextDocument, spans: readonly Span[], language: string): Statement {
  const words = new Map<string, string>();
  const figures: Figure[] = [];
  const years = new Set<string>();
  const days = new Set<string>();
  let isNegative = false;
  const { lower } = wordsOf(doc);
  const all = stemsOf(doc);
  for (const span of spans) {
    const { first, end } = tokensIn(doc, span);
    for (let i = first; i < end; i++) {
      if (NEGATIONS.has(lower[i]!)) isNegative = true;
      if (doc.tokens.kind[i] === TokenKind.word && all[i] !== '' && !isMonth(lower[i]!))
        words.set(all[i]!, doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]));
      const day = dayAt(doc, i, end);
      if (day) days.add(day);
      else if (isYear(doc, i)) years.add(lower[i]!);
      else {
        const figure = figureAt(doc, i, end, language);
        if (figure) figures.push(figure);
      }
    }
  }
  return { words, figures, years, days, isNegative };
}

/** The same for words that stand alone. */
export function statementOf(words: string, language: string): Statement {
  return readStatement(parseText(words), [{ start: 0, end: words.length }], language);
}

/** Fewer shared words than this are chance, however short the statements. */
const MIN_SHARED = 2;

/** How much of what the shorter statement is about the other one is about too, 0..1. */
export function sharedMeaning(a: Statement, b: Statement): number {
  const shared = sharedWords(a, b).length;
  return shared < MIN_SHARED ? 0 : shared / Math.min(a.words.size, b.words.size);
}

/** The meaning words of `a`, as they stand there, that `b` has too. */
export const sharedWords = (a: Statement, b: Statement): string[] =>
  [...a.words].flatMap(([stem, word]) => (b.words.has(stem) ? [word] : []));

/** What two statements about the same thing do not agree in. Whether they are about the same thing is for others to say. */
export function differencesOf(a: Statement, b: Statement): Difference[] {
  const differences: Difference[] = [];
  if (a.figures.some(figure => contradicts(figure, a, b))) differences.push('number');
  if (areDisjoint(a.years, b.years) || areDisjoint(a.days, b.days)) differences.push('date');
  if (a.isNegative !== b.isNegative) differences.push('polarity');
  return differences;
}

/** The figures of `b` that count what a figure of `a` counts; empty where one of them agrees with it. */
export function rivalsOf(figure: Figure, b: Statement): Figure[] {
  const same = sameUnit(figure, b);
  return same.some(({ value }) => agree(value, figure.value)) ? [] : same;
}

/** Whether a statement gives this number for the same thing, however it is written. */
export const isGivenIn = (figure: Figure, b: Statement): boolean =>
  sameUnit(figure, b).some(({ value }) => agree(value, figure.value));

const sameUnit = (figure: Figure, b: Statement): Figure[] =>
  b.figures.filter(({ units }) => [...units].some(unit => figure.units.has(unit)));

/** A number that the other statement gives as well, beside another one, is no contradiction. */
function contradicts(figure: Figure, a: Statement, b: Statement): boolean {
  return rivalsOf(figure, b).some(rival => rivalsOf(rival, a).length > 0);
}

const areDisjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some(each => b.has(each));

const NEGATIONS = list(
  "not n't no never neither nor none nobody nothing cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't " +
    'nicht kein keine keinen keiner keinem nie niemals niemand nichts ' +
    'pas jamais aucun aucune rien ' +
    'nunca jamás ningún ninguna nadie nada ' +
    'не ні ніколи ніхто нічого жоден жодна',
);

/** Month names in the five languages of the interface, each with its number. */
const MONTHS = new Map<string, number>(
  [
    'january february march april may june july august september october november december',
    'januar februar märz april mai juni juli august september oktober november dezember',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  ].flatMap(names => names.split(' ').map((name, index): [string, number] => [name, index + 1])),
);
const isMonth = (lower: string): boolean => MONTHS.has(lower);

/** "28 February", "February 28", "28. Februar", "28 de febrero": as "2-28", or null. */
function dayAt(doc: TextDocument, i: number, end: number): string | null {
  const { lower } = wordsOf(doc);
  const day = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?$/.exec(lower[i]!)?.[1];
  if (day === undefined || Number(day) === 0 || Number(day) > 31) return null;
  for (const k of [i + 1, i + 2, i - 1]) {
    if (k < 0 || k >= end || (k === i + 2 && !/^(?:de|of|\.)$/.test(lower[i + 1]!))) continue;
    const month = MONTHS.get(lower[k]!);
    if (month !== undefined) return `${month}-${Number(day)}`;
  }
  return null;
}

/** A whole number that reads as a year, and counts nothing. */
function isYear(doc: TextDocument, i: number): boolean {
  return doc.tokens.kind[i] === TokenKind.number && /^(?:19|20)\d\d$/.test(wordsOf(doc).lower[i]!);
}
