import { FEATURES } from './ask-features.ts';
import type { Features, Findings } from './ask-features.ts';
import { RANK_WEIGHTS, SAYS_WEIGHTS } from './ask-weights.ts';

/** A sentence and how likely it is the one that answers, among those that may (0..1). */
interface RankedAnswer {
  readonly sentence: number;
  readonly score: number;
  /** All of the question is met there, and words of the kind that answers it: not merely the closest passage. */
  readonly isOutright: boolean;
}

/** What tells whether the article answers at all. */
const SAYS_FEATURES = [
  'known', // share of the question that stands in the text
  'familiar', // how much that is
  'strange', // what does not stand there
  'strangeNames',
  'knowsName',
  // of the best sentence
  'rare',
  'lacksName',
  'metInBlock',
  'pairs',
] as const;
export type SaysFeatures = Record<(typeof SAYS_FEATURES)[number], number>;

/** With more of the question missed a sentence is the closest passage, and no answer outright. */
const MAX_MISSED = 0.12;
/** Beside the best a sentence answers only if it is so likely in comparison. */
const MIN_SHARE = 0.1;

/** The candidates by how likely each answers, best first; none where the article does not say. */
export function rankAnswers(findings: Findings): RankedAnswer[] {
  const scored = findings.candidates
    .map(candidate => ({ ...candidate, score: scoreOf(candidate.features, RANK_WEIGHTS) }))
    .sort((a, b) => b.score - a.score || a.sentence - b.sentence);
  const best = scored[0];
  if (!best) return [];
  const says = saysFeatures(findings, best.features);
  let margin = SAYS_WEIGHTS.bias;
  for (const name of SAYS_FEATURES) margin += SAYS_WEIGHTS[name] * says[name];
  if (margin < 0) return [];
  const powers = scored.map(({ score }) => Math.exp(score - best.score));
  const sum = powers.reduce((a, b) => a + b, 0);
  return scored.map(({ sentence, fits, missed }, i) => ({
    sentence,
    score: powers[i]! / sum,
    isOutright: powers[i]! > MIN_SHARE && missed < MAX_MISSED && (findings.wanted === 'thing' || fits),
  }));
}

/** The weighted sum of a sentence's features. */
export function scoreOf(features: Features, weights: Features): number {
  let score = 0;
  for (const name of FEATURES) score += weights[name] * features[name];
  return score;
}

/** What is known of a question and the best sentence for it, all of a size. */
export function saysFeatures(findings: Findings, best: Features): SaysFeatures {
  const { rare, lacksName, metInBlock, pairs } = best;
  return {
    known: findings.known,
    familiar: Math.min(findings.familiar / 5, 4),
    strange: Math.min(findings.strange, 3),
    strangeNames: Math.min(findings.strangeNames / 2, 1),
    knowsName: findings.knowsName ? 1 : 0,
    rare,
    lacksName,
    metInBlock,
    pairs,
  };
}
