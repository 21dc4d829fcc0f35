import type { Features } from './ask-features.ts';
import type { SaysFeatures } from './ask-rank.ts';

/** Written by training/ask.ts; not to be edited. */
export const RANK_WEIGHTS: Features = {
  plain: 3.71,
  rare: -1.13,
  lacksRare: -1.01,
  lacksName: 0.06,
  lacksNumber: -1.63,
  met: 1.92,
  unmet: -2.11,
  metInBlock: 1.3,
  window: 1.33,
  blockFirst: 1.59,
  holdsName: 1.93,
  sight: 1.32,
  topical: 0.89,
  small: 1.66,
  negated: 1.48,
  pairs: 1.71,
  bigrams: 1.19,
  startsMet: 1.21,
  defines: 5.99,
  person: 1.36,
  place: 0.74,
  time: 2.16,
  cause: 2.1,
  thing: -0.27,
  unit: 1.56,
  fitNear: 2.49,
  nounThere: 0.7,
  nounName: 0.94,
  numberOfNoun: 3.12,
  left: -0.65,
  precise: -1.96,
  depth: -0.49,
  leans: 0.37,
};

/** The article says it where these and the bias are not below zero. */
export const SAYS_WEIGHTS: SaysFeatures & { bias: number } = {
  known: 1.34,
  familiar: 0.35,
  strange: -1.08,
  strangeNames: -1.73,
  knowsName: 1.18,
  rare: 2.39,
  lacksName: -1.96,
  metInBlock: 3.84,
  pairs: 3.05,
  bias: -0.63,
};
