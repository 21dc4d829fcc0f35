import type { Features } from './ask-features.ts';
import type { SaysFeatures } from './ask-rank.ts';

/** Written by training/ask.ts; not to be edited. */
export const RANK_WEIGHTS: Features = {
  plain: 3.72,
  rare: -1.12,
  lacksRare: -1.02,
  lacksName: 0.06,
  lacksNumber: -1.63,
  met: 1.9,
  unmet: -2.1,
  metInBlock: 1.32,
  window: 1.3,
  blockFirst: 1.64,
  holdsName: 1.91,
  sight: 1.34,
  topical: 0.84,
  small: 1.63,
  negated: 1.48,
  pairs: 1.64,
  bigrams: 1.32,
  startsMet: 1.16,
  defines: 6,
  person: 1.33,
  place: 0.72,
  time: 2.14,
  cause: 2.42,
  thing: -0.27,
  unit: 1.54,
  fitNear: 2.68,
  nounThere: 0.71,
  nounName: 0.97,
  numberOfNoun: 3.43,
  left: -0.66,
  precise: -1.95,
  depth: -0.49,
  leans: 0.37,
};

/** The article says it where these and the bias are not below zero. */
export const SAYS_WEIGHTS: SaysFeatures & { bias: number } = {
  known: 1.34,
  familiar: 0.36,
  strange: -1.08,
  strangeNames: -1.73,
  knowsName: 1.18,
  rare: 2.4,
  lacksName: -1.97,
  metInBlock: 3.84,
  pairs: 3.04,
  bias: -0.63,
};
