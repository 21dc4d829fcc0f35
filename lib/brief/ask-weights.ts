import type { Features } from './ask-features.ts';
import type { SaysFeatures } from './ask-rank.ts';

/** Written by training/ask.ts; not to be edited. */
export const RANK_WEIGHTS: Features = {
  plain: 3.85,
  rare: -1.07,
  lacksRare: -0.97,
  lacksName: 0.07,
  lacksNumber: -1.68,
  met: 2.05,
  unmet: -2.14,
  metInBlock: 1.35,
  window: 1.23,
  blockFirst: 1.62,
  holdsName: 2.03,
  sight: 1.2,
  topical: 0.89,
  small: 1.67,
  negated: 1.48,
  pairs: 1.6,
  bigrams: 1.12,
  startsMet: 1.19,
  defines: 6,
  person: 1.34,
  place: 0.75,
  time: 2.1,
  cause: 2.08,
  thing: -0.27,
  unit: 1.71,
  fitNear: 2.52,
  nounThere: 0.71,
  nounName: 0.86,
  numberOfNoun: 2.63,
  left: -0.65,
  precise: -2.01,
  depth: -0.49,
  leans: 0.36,
};

/** The article says it where these and the bias are not below zero. */
export const SAYS_WEIGHTS: SaysFeatures & { bias: number } = {
  known: 1.34,
  familiar: 0.24,
  strange: -0.92,
  strangeNames: -1.59,
  knowsName: 1.3,
  rare: 3.03,
  lacksName: -1.95,
  metInBlock: 3.53,
  pairs: 3.17,
  bias: -0.88,
};
