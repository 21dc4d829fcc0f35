import type { Features } from './ask-features.ts';
import type { SaysFeatures } from './ask-rank.ts';

/** Written by training/ask.ts; not to be edited. */
export const RANK_WEIGHTS: Features = {
  plain: 2.22,
  rare: 0.51,
  lacksRare: -0.93,
  lacksName: 0.11,
  met: 2.15,
  unmet: -2.04,
  metInBlock: 1.28,
  window: 1.43,
  blockFirst: 1.99,
  inheritsName: 2.64,
  sight: 1.62,
  topical: 0.9,
  small: 1.79,
  negated: 1.52,
  pairs: 1.6,
  bigrams: 1.26,
  startsMet: 1.05,
  defines: 1.7,
  person: 1.31,
  time: 1.96,
  cause: 2.33,
  thing: -0.38,
  unit: 1.89,
  fitNear: 2.94,
  nounThere: 0.71,
  nounName: 0.77,
  numberOfNoun: 2.27,
  left: -0.41,
  precise: -1.7,
  opens: 0.71,
};

/** The article says it where these and the bias are not below zero. */
export const SAYS_WEIGHTS: SaysFeatures & { bias: number } = {
  known: 0.74,
  familiar: 0.52,
  strange: -1.21,
  strangeNames: -2.31,
  knowsName: 1.51,
  score: 2.76,
  rare: 2.3,
  lacksName: -1.89,
  metInBlock: 1.22,
  topical: 0.02,
  pairs: 2.06,
  bigrams: -0.56,
  bias: -1.88,
};
