import { needsOthers } from './dangling.ts';
import { SENTENCE_FEATURES } from './summary-candidates.ts';
import type { SummaryCandidate } from './summary-candidates.ts';

/** So many places the weights are learned for; by the name of a feature, what it weighs at each. */
export const PLACES = 3;
export type SentenceWeights = Readonly<
  Record<string, readonly [opens: number, follows: number, closes: number]>
>;

/**
 * What makes careful readers pick a sentence first, after that, and last: for each place a choice among the sentences
 * that are left (conditional logit), learned from summaries picked by hand (Wikinews texts, CC BY 2.5; labels CC BY
 * 4.0; and articles written for Onix). `node training/summary.ts` prints it.
 */
export const SENTENCE_WEIGHTS: SentenceWeights = {
  first: [-0.071, -2.297, -2.793],
  second: [-0.605, -0.622, -1.605],
  early: [0.935, 1.624, 0.958],
  place: [-2.41, -2.094, -0.324],
  late: [-1.459, -1.739, 0.028],
  last: [-0.1, -0.428, 0.658],
  opensBlock: [0.174, 0.295, 0.505],
  inBlock: [-0.094, -0.226, -0.012],
  inFirstBlock: [0.974, 1.054, -0.096],
  headline: [3.715, -0.766, 0.125],
  headlineRank: [-1.067, -0.772, -0.457],
  lead: [-3.858, -0.764, 0.201],
  goesOn: [-0.513, -0.751, -0.786],
  common: [1.521, 1.429, 0.147],
  topic: [2.215, 0.886, 0.625],
  central: [-0.131, 0.156, 0.022],
  salient: [0.127, 0.369, 0.369],
  introduces: [0.343, -0.001, 0.023],
  short: [-0.861, -0.254, -0.317],
  long: [-0.206, -0.385, -0.311],
  length: [0.493, 0.56, 0.433],
  dangling: [-0.05, -0.236, -0.427],
  needy: [-0.388, -0.094, -0.109],
  needed: [0, -0.082, 0.168],
  people: [-0.185, -0.283, -0.024],
  spoken: [0.2, -0.275, -0.398],
  indirect: [0.017, 0.15, 0.334],
  quoted: [-0.072, 0.189, 0.136],
  disputed: [-0.053, 0.667, 0.48],
  checkWorthy: [0.419, 0.913, 0.497],
  hedged: [-0.099, 0.101, 0.134],
  newVoice: [-0.026, 0.474, 0.372],
  person: [-0.456, 0.137, 0.089],
  office: [0.262, 0.43, 0.149],
  organisation: [0.442, 0.421, 0.466],
  ahead: [-0.121, 0.222, 1.225],
  contrast: [0.31, 0.263, 0.7],
  numbers: [0.732, 0.245, -0.036],
  upcoming: [0.254, -0.162, 0.18],
  contrasts: [-0.185, 0.125, 0.524],
  opposes: [0.59, 0.257, 0.393],
  firstPerson: [-0.919, -0.579, -0.338],
  modal: [-0.47, 0.073, 0.046],
  amount: [0.482, 0.186, 0.033],
  bracket: [-0.297, 0.134, 1.206],
  semicolon: [-0.652, -0.748, 0.021],
  colon: [-0.692, -0.347, 0.198],
};

/**
 * How likely each sentence is to be among `count` that a careful reader picks one after the other: the last place is
 * chosen again for those beyond the third. Linear in the number of sentences.
 */
export function chances(
  candidates: readonly SummaryCandidate[],
  count: number,
  weights: SentenceWeights,
): Float64Array {
  const pulls = Array.from({ length: PLACES }, () => new Float64Array(candidates.length));
  for (const [feature, name] of SENTENCE_FEATURES.entries()) {
    const of = weights[name];
    if (!of) continue;
    for (let i = 0; i < candidates.length; i++) {
      const value = candidates[i]!.features[feature]!;
      if (value !== 0) for (let place = 0; place < PLACES; place++) pulls[place]![i]! += of[place]! * value;
    }
  }
  for (const pull of pulls) {
    const most = pull.reduce((max, sum) => Math.max(max, sum), -Infinity);
    for (let i = 0; i < pull.length; i++) pull[i] = Math.exp(pull[i]! - most);
  }
  const any = new Float64Array(candidates.length);
  let last = new Float64Array(candidates.length); // the chance of each to be the one picked last
  for (let place = 0; place < count; place++) {
    const pull = pulls[Math.min(place, PLACES - 1)]!;
    const left = new Float64Array(candidates.length + 1); // the pull of each sentence and all that follow
    for (let i = candidates.length - 1; i >= 0; i--) left[i] = left[i + 1]! + pull[i]!;
    const next = new Float64Array(candidates.length);
    let reach = place === 0 ? 1 / left[0]! : 0;
    for (let i = 0; i < candidates.length; i++) {
      next[i] = reach * pull[i]!;
      any[i]! += next[i]!;
      if (place > 0 && left[i + 1]! > 0) reach += last[i]! / left[i + 1]!;
    }
    last = next;
  }
  return any;
}

/** A sentence and what it is worth in a summary. */
export interface Scored {
  readonly candidate: SummaryCandidate;
  readonly worth: number;
}

/** The best first; of like ones, the earlier. */
export function best(scored: readonly Scored[], count: number): Scored[] {
  return scored
    .toSorted((a, b) => b.worth - a.worth || a.candidate.index - b.candidate.index)
    .slice(0, count);
}

/** Whether each sentence is understood: what it points back to is said in one that comes before it. */
export function stands(set: readonly SummaryCandidate[]): boolean {
  return set.every(candidate => {
    const {
      index,
      isCut,
      needs: { before, players, nouns },
    } = candidate;
    if (isCut) return false;
    if (!needsOthers(candidate)) return true;
    const earlier = set.filter(other => other.index < index);
    if (earlier.some(other => other.index === index - 1)) return true;
    const named = players.every(id => earlier.some(other => other.named.has(id)));
    return !before && named && nouns.every(noun => earlier.some(other => other.topic.has(noun)));
  });
}
