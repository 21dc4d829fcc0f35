/**
 * Learns the weight tables that stand in the code, from hand-labelled articles, and prints them with their figures:
 *
 *     node training/weights.ts DATA/claims.wikinews.jsonl summary
 *
 * summary → lib/brief/summary.ts.
 * Logistic regression over the very features of the extension; five folds by article. Deterministic.
 */
import fs from 'node:fs';
import * as z from 'zod/mini';
import { articleFromText } from '../lib/article/from-text.ts';
import { findCandidates } from '../lib/brief/summary.ts';
import { findAttributions } from '../lib/claims/attribution.ts';
import { extractClaims } from '../lib/claims/extract.ts';
import { findNames } from '../lib/entities/names.ts';
import { findPlayers } from '../lib/entities/players.ts';
import { parseText } from '../lib/text/parse.ts';

const FOLDS = 5;
const STEPS = 400;
const RATE = 0.05;
const DECAY = 10; // L2, shared by all examples

const Pair = z.tuple([z.int(), z.int()]);
const Labelled = z.object({
  title: z.string(),
  text: z.string(),
  summary: z.optional(z.array(Pair)),
});
type Labelled = z.infer<typeof Labelled>;

/** One thing to be judged: its features, the right answer, the article it comes from. */
interface Example {
  features: Readonly<Record<string, number>>;
  right: boolean;
  article: number;
}
type Weights = Record<string, number>;

const TASKS = {
  summary: { examples: summaryExamples, emphasis: 1 },
};

const [file, task] = process.argv.slice(2);
if (!file || !task || !(task in TASKS)) throw new Error('usage: node training/weights.ts FILE summary');
const { examples: read, emphasis } = TASKS[task as keyof typeof TASKS];
const articles = fs
  .readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => Labelled.parse(JSON.parse(line)));
const examples = articles.flatMap((labelled, article) => read(labelled, article));
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = train(
    examples.filter(({ article }) => article % FOLDS !== fold),
    emphasis,
  );
  return examples
    .filter(({ article }) => article % FOLDS === fold)
    .map(({ features, right }) => ({ score: score(weights, features), right }));
}).flat();
console.log(
  `${examples.length} examples, ${examples.filter(({ right }) => right).length} right; AUC ${areaUnder(held).toFixed(3)}`,
);
console.log(JSON.stringify(train(examples, emphasis), null, 2));

// ---------------------------------------------------------------- examples

function summaryExamples({ text, title, summary }: Labelled, article: number): Example[] {
  if (!summary) return [];
  const page = articleFromText(text, { title });
  const doc = parseText(text, page.blocks);
  const players = findPlayers(doc, findNames(doc), title);
  const claims = extractClaims(doc, findAttributions(doc), players);
  return findCandidates({ doc, article: page, players, claims }).map(({ features, sentence }) => ({
    features,
    right: summary.some(picked => isSame(picked, [sentence.start, sentence.end])),
    article,
  }));
}

function isSame([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean {
  const shared = Math.min(b, d) - Math.max(a, c);
  return shared / (b - a + (d - c) - shared) > 0.6;
}

// ---------------------------------------------------------------- logistic regression

function score(weights: Weights, features: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const [name, value] of Object.entries(features)) sum += (weights[name] ?? 0) * value;
  return sum;
}

/** Adam over the whole set; right examples count `emphasis` times. */
function train(set: readonly Example[], emphasis: number): Weights {
  const names = [...new Set(set.flatMap(({ features }) => Object.keys(features)))];
  const weights: Weights = Object.fromEntries(names.map(name => [name, 0]));
  const mean: Weights = { ...weights };
  const square: Weights = { ...weights };
  for (let step = 1; step <= STEPS; step++) {
    const slope: Weights = {};
    for (const { features, right } of set) {
      const error =
        (1 / (1 + Math.exp(-score(weights, features))) - (right ? 1 : 0)) * (right ? emphasis : 1);
      for (const [name, value] of Object.entries(features)) slope[name] = (slope[name] ?? 0) + error * value;
    }
    for (const name of names) {
      const decay = name === 'bias' ? 0 : DECAY * weights[name]!;
      const gradient = ((slope[name] ?? 0) + decay) / set.length;
      mean[name] = 0.9 * mean[name]! + 0.1 * gradient;
      square[name] = 0.999 * square[name]! + 0.001 * gradient * gradient;
      const [m, s] = [mean[name] / (1 - 0.9 ** step), square[name] / (1 - 0.999 ** step)];
      weights[name]! -= (RATE * m) / (Math.sqrt(s) + 1e-8);
    }
  }
  return Object.fromEntries(names.map(name => [name, Number(weights[name]!.toFixed(3))]));
}

/** The chance that a right example scores above a wrong one. */
function areaUnder(rows: readonly { score: number; right: boolean }[]): number {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  let wrong = 0;
  let above = 0;
  for (const { right } of sorted) {
    if (right) above += wrong;
    else wrong++;
  }
  return above / (wrong * (sorted.length - wrong));
}
