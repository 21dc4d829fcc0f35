import { tokensOf } from './blocks-labels.ts';
import type { LabelledPage } from './blocks-corpus.ts';

/** Precision, recall and F1 of body texts: averages over pages, as the benchmarks the pages come from do it. */
interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** A page, and the text that was taken for its body. */
export interface Judged {
  readonly page: LabelledPage;
  readonly text: string;
}

/** Four-word shingles: mean precision and mean recall, and F1 of the two means. */
export function shingleScore(judged: readonly Judged[]): Score {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { page, text } of judged) {
    const truth = shingles(page.text ?? '');
    const found = shingles(text);
    let common = 0;
    for (const [shingle, count] of truth) common += Math.min(count, found.get(shingle) ?? 0);
    const all = sum(truth.values());
    const said = sum(found.values());
    if (said > 0) precisions.push(common / said);
    if (all > 0) recalls.push(common / all);
  }
  return harmonic(mean(precisions), mean(recalls));
}

/** Words: mean F1 over pages. */
export function wordScore(judged: readonly Judged[]): Score {
  const scores = judged.map(({ page, text }) => {
    const truth = counts(tokensOf(page.text ?? ''));
    const found = counts(tokensOf(text));
    let common = 0;
    for (const [word, count] of truth) common += Math.min(count, found.get(word) ?? 0);
    return harmonic(common / Math.max(1, sum(found.values())), common / Math.max(1, sum(truth.values())));
  });
  return {
    precision: mean(scores.map(({ precision }) => precision)),
    recall: mean(scores.map(({ recall }) => recall)),
    f1: mean(scores.map(({ f1 }) => f1)),
  };
}

/** Snippets that must and must not be there, counted over all pages. */
export function snippetScore(judged: readonly Judged[]): Score {
  const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { page, text } of judged) {
    const shown = fold(text);
    for (const words of page.with) {
      if (shown.includes(fold(words))) right += 1;
      else missed += 1;
    }
    for (const words of page.without) if (shown.includes(fold(words))) wrong += 1;
  }
  return harmonic(right / Math.max(1, right + wrong), right / Math.max(1, right + missed));
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  if (words.length === 0) return new Map();
  const grams: string[] = [];
  for (let i = 0; i < Math.max(1, words.length - 3); i += 1) grams.push(words.slice(i, i + 4).join(' '));
  return counts(grams);
}

function counts(items: readonly string[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const item of items) map.set(item, (map.get(item) ?? 0) + 1);
  return map;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}

function harmonic(precision: number, recall: number): Score {
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}
