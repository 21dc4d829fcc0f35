import { type Difference, differencesOf, isGivenIn, statementOf } from '../text/statement.ts';
import type { Query } from './query.ts';

/** How near a found text is to the statement, and the names, numbers and words that say so. */
export interface Match {
  readonly match: 'about' | 'related' | 'other';
  readonly score: number; // 0..1
  readonly reasons: readonly string[];
  readonly differences: readonly Difference[]; // what keeps it from being about the very same
}

const ABOUT = 0.6;
const RELATED = 0.25;

/** Weights of the three kinds of evidence; where a statement has no numbers its words count for more. */
const WEIGHT = { names: 0.35, numbers: 0.25, words: 0.4 };

/**
 * Compares a statement with one found elsewhere by shared names, numbers and words. Two statements with different
 * numbers or dates, or one of which denies what the other says, are never *about the same*. `around` is what stands
 * beside the found statement: it may hold shared words, but what it affirms or counts is its own.
 */
export function matchText(query: Query, text: string, around = ''): Match {
  const { language, statement } = query;
  const found = statementOf(text, language);
  const beside = statementOf(around, language);
  const all = new Set(wordsIn(`${text} ${around}`));
  const has = (word: string) => all.has(word.toLowerCase());
  const names = query.names.filter(({ name }) =>
    name.split(/\s+/).some(part => part.length > 2 && has(part)),
  );
  const figures = statement.figures.filter(figure => isGivenIn(figure, found));
  const numbers = query.numbers.filter(
    number => has(number) || figures.some(({ written }) => written.includes(number)),
  );
  const named = new Set(query.names.flatMap(({ name }) => wordsIn(name)));
  const words = [...statement.words].filter(([, word]) => !named.has(word.toLowerCase()));
  const shared = words.filter(([stem]) => found.words.has(stem) || beside.words.has(stem));
  const score = weightedShare([
    [names.length, query.names.length, WEIGHT.names],
    [numbers.length, query.numbers.length, WEIGHT.numbers],
    [shared.length, words.length, WEIGHT.words],
  ]);
  const reasons = [...names.map(({ name }) => name), ...numbers, ...shared.map(([, word]) => word)];
  if (score < RELATED) return { match: 'other', score, reasons, differences: [] };
  const differences = score < ABOUT ? [] : differencesOf(statement, found);
  const otherNumbers = query.numbers.length > 0 && numbers.length === 0;
  const isAbout = score >= ABOUT && shared.length > 0 && differences.length === 0 && !otherNumbers;
  return { match: isAbout ? 'about' : 'related', score, reasons, differences };
}

/** The share of what could be shared; kinds of which the statement has none do not count. */
function weightedShare(parts: readonly (readonly [number, number, number])[]): number {
  let sum = 0;
  let weights = 0;
  for (const [shared, all, weight] of parts) {
    if (all === 0) continue;
    sum += (shared / all) * weight;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu)
    ?.map(trim) ?? [];

/** Without the punctuation and the possessive that cling to a word. */
const trim = (word: string): string => word.replace(/(?:['’]s)?[.,’'-]{0,9}$/u, '');
