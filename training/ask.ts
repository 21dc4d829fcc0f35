/**
 * Learns how answers are ranked and when the article does not say, and writes lib/brief/ask-weights.ts:
 *
 *     npm run train:ask -- DATA/squad2.jsonl
 *
 * Ranking: softmax over the candidate sentences of each question, by Newton's method. Saying: logistic regression over
 * question and best sentence, with the threshold that keeps silent on `SILENT` of the answerable questions. Figures are
 * of folds by title, so that no weight has seen its text. Deterministic.
 */
import fs from 'node:fs';
import * as z from 'zod/mini';
import { analyse } from '../lib/analyse.ts';
import { articleFromText } from '../lib/article/from-text.ts';
import { FEATURES, findAnswerCandidates } from '../lib/brief/ask-features.ts';
import type { Features, Findings } from '../lib/brief/ask-features.ts';
import { indexForQuestions } from '../lib/brief/ask-index.ts';
import { readQuestion } from '../lib/brief/ask-question.ts';
import { saysFeatures, scoreOf } from '../lib/brief/ask-rank.ts';
import type { SaysFeatures } from '../lib/brief/ask-rank.ts';
import { readTaggers } from '../scripts/models.ts';
import { fit, score, solve } from './regression.ts';

const STEPS = 8; // of Newton's method
/** L2, shared by all examples; of the ranking's weights as they are where each feature has unit deviation. */
const RANK_DECAY = 15;
const SAYS_DECAY = 1;
/** So many questions of texts of other titles are asked of each text as well, to learn when it does not say. */
const STRANGE = 15;
/** So many answerable questions may find Onix silent. */
const SILENT = 0.005;

const Line = z.object({
  title: z.string(),
  text: z.string(),
  questions: z.array(z.object({ question: z.string(), answers: z.array(z.tuple([z.int(), z.int()])) })),
  unanswerable: z.array(z.object({ question: z.string() })),
});

/** A question with its candidates; `right` says which of them hold an answer, null: none can. */
interface Asked {
  title: string; // of the text that is asked
  origin: string; // of the text it was written for; '' where the data asks it of this one
  findings: Findings;
  right: boolean[] | null;
}
type Says = SaysFeatures & { bias: number };

const [path] = process.argv.slice(2);
if (!path) throw new Error('usage: node training/ask.ts squad2.jsonl');
const asked = readQuestions(path);
const titles = [...new Set(asked.map(({ title }) => title))];

const held = titles.flatMap(title => {
  const rest = asked.filter(each => each.title !== title && each.origin !== title);
  const rank = learnRanking(rest);
  const says = learnSaying(rest, rank);
  return asked
    .filter(each => each.title === title && each.origin === '')
    .map(each => judge(each, rank, says));
});
printFigures(held);
const rank = learnRanking(asked);
const says = learnSaying(asked, rank);
writeWeights(rank, says);

function readQuestions(file: string): Asked[] {
  const taggers = readTaggers();
  if (!taggers) throw new Error('the taggers are needed: names tell what answers “who”');
  const all: Asked[] = [];
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const texts = lines.map(line => Line.parse(JSON.parse(line)));
  for (const { title, text, questions, unanswerable } of texts) {
    const index = indexForQuestions(analyse(articleFromText(text, {}), { taggers }), taggers.vectors);
    for (const { question, answers } of questions) {
      const findings = findAnswerCandidates(index, readQuestion(question));
      const right = findings.candidates.map(({ sentence }) => {
        const { start, end } = index.doc.sentences[sentence]!;
        return answers.some(([from, to]) => start <= from && to <= end);
      });
      all.push({ title, origin: '', findings, right });
    }
    for (const { question } of unanswerable)
      all.push({
        title,
        origin: '',
        findings: findAnswerCandidates(index, readQuestion(question)),
        right: null,
      });
    const others = texts
      .filter(other => other.title !== title)
      .flatMap(other => other.questions.map(({ question }) => ({ question, origin: other.title })));
    const step = Math.floor(others.length / STRANGE);
    for (let i = all.length % step; i < others.length; i += step) {
      const { question, origin } = others[i]!;
      all.push({ title, origin, findings: findAnswerCandidates(index, readQuestion(question)), right: null });
    }
  }
  return all;
}

/** Features as rows of numbers, each row's candidates one after another. */
interface Group {
  readonly rows: Float64Array[];
  readonly right: readonly boolean[];
}

function learnRanking(examples: readonly Asked[]): Features {
  const all = examples.flatMap(({ findings }) => findings.candidates);
  const scale = FEATURES.map(name => {
    const values = all.map(({ features }) => features[name]);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  });
  const groups: Group[] = examples
    .filter(({ right }) => right?.includes(true))
    .map(({ findings, right }) => ({
      rows: findings.candidates.map(({ features }) =>
        Float64Array.from(FEATURES, (name, k) => features[name] / scale[k]!),
      ),
      right: right!,
    }));
  let weights = new Float64Array(FEATURES.length);
  for (let step = 0; step < STEPS; step++) {
    const change = newtonStep(groups, weights);
    const before = lossOf(groups, weights);
    let next = weights;
    for (let part = 1; part > 0.01; part /= 2) {
      next = weights.map((weight, k) => weight + part * change[k]!);
      if (lossOf(groups, next) < before) break;
    }
    weights = next;
  }
  return Object.fromEntries(FEATURES.map((name, k) => [name, weights[k]! / scale[k]!])) as Features;
}

/** How likely each candidate is, and how likely among the right ones. */
function chances(
  { rows, right }: Group,
  weights: Float64Array,
): { all: number[]; good: number[]; sum: number } {
  const scores = rows.map(row => row.reduce((sum, value, k) => sum + value * weights[k]!, 0));
  const most = Math.max(...scores);
  const powers = scores.map(each => Math.exp(each - most));
  const whole = powers.reduce((a, b) => a + b, 0);
  const sum = powers.reduce((part, power, i) => part + (right[i] ? power : 0), 0);
  const good = powers.map((power, i) => (right[i] ? power / sum : 0));
  return { all: powers.map(power => power / whole), good, sum: sum / whole };
}

function lossOf(groups: readonly Group[], weights: Float64Array): number {
  const decay = weights.reduce((sum, weight) => sum + weight ** 2, 0) * (RANK_DECAY / 2);
  return groups.reduce((loss, group) => loss - Math.log(chances(group, weights).sum), decay);
}

/** The bend is that of the softmax over all candidates, which keeps it positive definite. */
function newtonStep(groups: readonly Group[], weights: Float64Array): number[] {
  const size = weights.length;
  const curve = Array.from({ length: size }, (_, k) => {
    const line = new Float64Array(size + 1);
    line[k] = RANK_DECAY;
    line[size] = -RANK_DECAY * weights[k]!;
    return line;
  });
  for (const group of groups) {
    const { all, good } = chances(group, weights);
    const mean = new Float64Array(size);
    for (const [i, row] of group.rows.entries()) for (let k = 0; k < size; k++) mean[k]! += all[i]! * row[k]!;
    for (const [i, row] of group.rows.entries()) {
      for (let k = 0; k < size; k++) {
        const line = curve[k]!;
        const bend = all[i]! * (row[k]! - mean[k]!);
        for (let other = 0; other < size; other++) line[other]! += bend * row[other]!;
        line[size]! += (good[i]! - all[i]!) * row[k]!;
      }
    }
  }
  return solve(curve);
}

function learnSaying(examples: readonly Asked[], ranking: Features): Says {
  const rows = examples.map(each => ({ row: saysRow(each, ranking), says: each.right !== null }));
  const emphasis = rows.filter(({ says }) => says).length / rows.filter(({ says }) => !says).length;
  const weights = fit(
    rows.map(({ row, says }) => ({ features: row, right: says ? 1 : 0, weight: says ? 1 : emphasis })),
    SAYS_DECAY,
  ) as Says;
  const margins = rows.filter(({ says }) => says).map(({ row }) => score(weights, row));
  margins.sort((a, b) => a - b);
  weights.bias -= margins[Math.floor(SILENT * margins.length)]!;
  return weights;
}

function saysRow({ findings }: Asked, ranking: Features): Says {
  let best = findings.candidates[0]?.features;
  for (const { features } of findings.candidates)
    if (scoreOf(features, ranking) > scoreOf(best!, ranking)) best = features;
  const none = Object.fromEntries(FEATURES.map(name => [name, 0])) as Features;
  return { ...saysFeatures(findings, best ?? none), bias: 1 };
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
    silent: score(saying, saysRow(each, ranking)) < 0,
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
