import type { Features } from './ask-features.ts';
import type { SaysFeatures } from './ask-rank.ts';

/** Written by training/ask.ts; not to be edited. */
export const RANK_WEIGHTS: Features = {
  plain: 2.27,
  rare: 0.57,
  lacksRare: -0.96,
  lacksName: 0.22,
  met: 2.16,
  unmet: -1.99,
  metInBlock: 1.25,
  window: 1.38,
  blockFirst: 1.94,
  inheritsName: 2.6,
  sight: 1.64,
  topical: 0.97,
  small: 1.74,
  negated: 1.49,
  pairs: 1.62,
  bigrams: 1.27,
  startsMet: 1.11,
  defines: 1.73,
  person: 1.45,
  time: 2.02,
  cause: 2.38,
  thing: -0.32,
  unit: 1.88,
  fitNear: 2.6,
  nounThere: 0.73,
  nounName: 0.76,
  numberOfNoun: 2.39,
  left: -0.59,
  precise: -2.14,
  opens: 0.68,
};

/** The article says it where these and the bias are not below zero. */
export const SAYS_WEIGHTS: SaysFeatures & { bias: number } = {
  known: 1.54,
  familiar: 0.21,
  strange: -1.16,
  strangeNames: -2.19,
  knowsName: 1.33,
  rare: 4.12,
  lacksName: -1.49,
  metInBlock: 2.87,
  pairs: 3.16,
  bias: -0.51,
};
