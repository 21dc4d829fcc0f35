import type { Features } from './ask-features.ts';
import type { SaysFeatures } from './ask-rank.ts';

/** Written by training/ask.ts; not to be edited. */
export const RANK_WEIGHTS: Features = {
  plain: 3.69,
  rare: -0.97,
  lacksRare: -0.89,
  lacksName: 0,
  lacksNumber: -1.82,
  met: 1.91,
  unmet: -2.15,
  metInBlock: 1.28,
  window: 1.31,
  blockFirst: 1.76,
  holdsName: 1.71,
  sight: 1.25,
  topical: 0.96,
  small: 1.51,
  negated: 1.52,
  pairs: 1.63,
  bigrams: 1.44,
  startsMet: 1.22,
  defines: 5.94,
  person: 1.29,
  place: 0.74,
  time: 2.05,
  cause: 2.43,
  thing: -0.28,
  unit: 2,
  fitNear: 2.67,
  nounThere: 0.74,
  nounName: 0.87,
  numberOfNoun: 3.37,
  left: -0.59,
  precise: -1.96,
  depth: -0.49,
  leans: 0.34,
};

/** The article says it where these and the bias are not below zero. */
export const SAYS_WEIGHTS: SaysFeatures & { bias: number } = {
  known: 1.32,
  familiar: 0.35,
  strange: -1.09,
  strangeNames: -1.81,
  knowsName: 1.18,
  rare: 2.43,
  lacksName: -1.94,
  metInBlock: 3.8,
  pairs: 3.06,
  bias: -0.58,
};
