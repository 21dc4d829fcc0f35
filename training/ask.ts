/**
 * Learns how answers are ranked and when the article does not say, and writes lib/brief/ask-weights.ts:
 *
 *     npm run train:ask -- DATA/squad2.jsonl
 *
 * Ranking: softmax over the candidate sentences of each question. Saying: logistic regression over the best sentence,
 * with the threshold that keeps silent on `SILENT` of the answerable questions. Figures are of folds by title, so that
 * no weight has seen its text. Deterministic.
 */
import fs from 'node:fs';
import * as z from 'zod/mini';
import { analyse } from '../lib/analyse.ts';
import { articleFromText } from '../lib/article/from-text.ts';
import { FEATURES, findCandidates } from '../lib/brief/ask-features.ts';
import type { Features, Findings } from '../lib/brief/ask-features.ts';
import { indexForQuestions } from '../lib/brief/ask-index.ts';
import { readQuestion } from '../lib/brief/ask-question.ts';
import { SAYS_FEATURES, saysFeatures, scoreOf } from '../lib/brief/ask-rank.ts';
import type { SaysFeatures } from '../lib/brief/ask-rank.ts';
import { readTaggers } from '../scripts/models.ts';

const STEPS = 60;
const RATE = 0.3;
const DECAY = 1; // L2, shared by all examples
/** So many answerable questions may find Onix silent. */
const SILENT = 0.02;

const Line = z.object({
  title: z.string(),
  text: z.string(),
  questions: z.array(z.object({ question: z.string(), answers: z.array(z.tuple([z.int(), z.int()])) })),
  unanswerable: z.array(z.object({ question: z.string() })),
});

/** A question with its candidates; `right` says which of them hold an answer, null: none can. */
interface Asked {
  title: string;
  findings: Findings;
  right: boolean[] | null;
}
type Says = SaysFeatures & { bias: number };

const [path] = process.argv.slice(2);
if (!path) throw new Error('usage: node training/ask.ts squad2.jsonl');
const asked = readQuestions(path);
const titles = [...new Set(asked.map(({ title }) => title))];

const held = titles.flatMap(title => {
  const rest = asked.filter(each => each.title !== title);
  const rank = learnRanking(rest);
  const says = learnSaying(rest, rank);
  return asked.filter(each => each.title === title).map(each => judge(each, rank, says));
});
printFigures(held);
const rank = learnRanking(asked);
const says = learnSaying(asked, rank);
writeWeights(rank, says);

function readQuestions(file: string): Asked[] {
  const taggers = readTaggers();
  if (!taggers) throw new Error('the taggers are needed: names tell what answers “who”');
  const all: Asked[] = [];
  for (const line of fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { title, text, questions, unanswerable } = Line.parse(JSON.parse(line));
    const index = indexForQuestions(analyse(articleFromText(text, {}), { taggers }), taggers.vectors);
    for (const { question, answers } of questions) {
      const findings = findCandidates(index, readQuestion(question));
      const right = findings.candidates.map(({ sentence }) => {
        const { start, end } = index.doc.sentences[sentence]!;
        return answers.some(([from, to]) => start <= from && to <= end);
      });
      all.push({ title, findings, right });
    }
    for (const { question } of unanswerable)
      all.push({ title, findings: findCandidates(index, readQuestion(question)), right: null });
  }
  return all;
}

function learnRanking(examples: readonly Asked[]): Features {
  const useful = examples.filter(({ right }) => right?.includes(true));
  const slope = (weights: Features, add: (features: Features, error: number) => void): void => {
    for (const { findings, right } of useful) {
      const scores = findings.candidates.map(({ features }) => scoreOf(features, weights));
      const most = Math.max(...scores);
      const powers = scores.map(score => Math.exp(score - most));
      const all = powers.reduce((a, b) => a + b, 0);
      const good = powers.reduce((sum, power, i) => sum + (right![i] ? power : 0), 0);
      for (const [i, { features }] of findings.candidates.entries())
        add(features, powers[i]! / all - (right![i] ? powers[i]! / good : 0));
    }
  };
  return descend(FEATURES, useful.length, slope);
}

function learnSaying(examples: readonly Asked[], ranking: Features): Says {
  const rows = examples.map(each => ({ row: saysRow(each, ranking), says: each.right !== null }));
  const emphasis = rows.filter(({ says }) => says).length / rows.filter(({ says }) => !says).length;
  const names = [...SAYS_FEATURES, 'bias'] as const;
  const slope = (weights: Says, add: (row: Says, error: number) => void): void => {
    for (const { row, says } of rows) {
      const chance = 1 / (1 + Math.exp(-marginOf(row, weights)));
      add(row, says ? chance - 1 : chance * emphasis);
    }
  };
  const weights = descend(names, rows.length, slope);
  const margins = rows.filter(({ says }) => says).map(({ row }) => marginOf(row, weights));
  margins.sort((a, b) => a - b);
  weights.bias -= margins[Math.floor(SILENT * margins.length)]!;
  return weights;
}

function saysRow({ findings }: Asked, ranking: Features): Says {
  let best = findings.candidates[0]?.features;
  for (const { features } of findings.candidates)
    if (scoreOf(features, ranking) > scoreOf(best!, ranking)) best = features;
  const nothing = Object.fromEntries(SAYS_FEATURES.map(name => [name, 0])) as SaysFeatures;
  return { ...(best ? saysFeatures(findings.known, best, scoreOf(best, ranking)) : nothing), bias: 1 };
}

function marginOf(row: Says, weights: Says): number {
  return SAYS_FEATURES.reduce((sum, name) => sum + weights[name] * row[name], weights.bias);
}

/** Adam, over a slope that is handed its examples one by one. */
function descend<Name extends string>(
  names: readonly Name[],
  examples: number,
  slope: (weights: Record<Name, number>, add: (row: Record<Name, number>, error: number) => void) => void,
): Record<Name, number> {
  const zeros = () => Object.fromEntries(names.map(name => [name, 0])) as Record<Name, number>;
  const weights = zeros();
  const drift = zeros();
  const spread = zeros();
  for (let step = 1; step <= STEPS; step++) {
    const gradient = zeros();
    slope(weights, (row, error) => {
      for (const name of names) gradient[name] += error * row[name];
    });
    for (const name of names) {
      const g = (gradient[name] + DECAY * weights[name]) / examples;
      drift[name] = 0.9 * drift[name] + 0.1 * g;
      spread[name] = 0.999 * spread[name] + 0.001 * g * g;
      const pace = Math.sqrt(spread[name] / (1 - 0.999 ** step)) + 1e-8;
      weights[name] -= (RATE * (drift[name] / (1 - 0.9 ** step))) / pace;
    }
  }
  return weights;
}

interface Judged {
  answerable: boolean;
  silent: boolean;
  place: number; // of the first right sentence; -1: none
}

function judge(each: Asked, ranking: Features, saying: Says): Judged {
  const order = each.findings.candidates
    .map(({ features }, i) => ({ i, score: scoreOf(features, ranking) }))
    .sort((a, b) => b.score - a.score);
  return {
    answerable: each.right !== null,
    silent: marginOf(saysRow(each, ranking), saying) < 0,
    place: order.findIndex(({ i }) => each.right?.[i]),
  };
}

function printFigures(judged: readonly Judged[]): void {
  const answerable = judged.filter(each => each.answerable);
  const others = judged.filter(each => !each.answerable);
  const percent = (part: number, of: number) => ((100 * part) / of).toFixed(1);
  const given = answerable.filter(each => !each.silent);
  console.log(
    `${titles.length} folds: first ${percent(given.filter(({ place }) => place === 0).length, answerable.length)}`,
    `among three ${percent(given.filter(({ place }) => place >= 0 && place < 3).length, answerable.length)}`,
    `wrongly silent ${percent(answerable.length - given.length, answerable.length)}`,
    `rightly silent ${percent(others.filter(({ silent }) => silent).length, others.length)}`,
  );
}

function writeWeights(ranking: Features, saying: Says): void {
  const table = (weights: Record<string, number>) =>
    Object.entries(weights)
      .map(([name, weight]) => `  ${name}: ${Number(weight.toFixed(2))},\n`)
      .join('');
  fs.writeFileSync(
    new URL('../lib/brief/ask-weights.ts', import.meta.url),
    `import type { Features } from './ask-features.ts';
import type { SaysFeatures } from './ask-rank.ts';

/** Written by training/ask.ts; not to be edited. */
export const RANK_WEIGHTS: Features = {
${table(ranking)}};

/** The article says it where these and the bias are not below zero. */
export const SAYS_WEIGHTS: SaysFeatures & { bias: number } = {
${table(saying)}};
`,
  );
}
