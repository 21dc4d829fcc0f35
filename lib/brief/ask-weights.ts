import type { Features } from './ask-features.ts';
import type { SaysFeatures } from './ask-rank.ts';

/** Written by training/ask.ts; not to be edited. */
export const RANK_WEIGHTS: Features = {
  plain: 2.24,
  rare: 0.53,
  lacksRare: -0.92,
  lacksName: 0.15,
  met: 2.16,
  unmet: -2.04,
  metInBlock: 1.29,
  window: 1.41,
  blockFirst: 2.03,
  inheritsName: 2.58,
  sight: 1.64,
  topical: 0.91,
  small: 1.78,
  negated: 1.51,
  pairs: 1.58,
  bigrams: 1.26,
  startsMet: 1.05,
  defines: 1.7,
  person: 1.43,
  time: 2.01,
  cause: 2.35,
  thing: -0.38,
  unit: 1.88,
  fitNear: 2.56,
  nounThere: 0.71,
  nounName: 0.77,
  numberOfNoun: 2.34,
  left: -0.42,
  precise: -1.69,
  opens: 0.73,
};

/** The article says it where these and the bias are not below zero. */
export const SAYS_WEIGHTS: SaysFeatures & { bias: number } = {
  known: 1.51,
  familiar: 0.2,
  strange: -1.16,
  strangeNames: -2.23,
  knowsName: 1.34,
  rare: 4.1,
  lacksName: -1.51,
  metInBlock: 2.92,
  pairs: 3.11,
  bias: -0.47,
};
