import type { SummaryCandidate } from './summary-candidates.ts';
import { best, chances, stands } from './summary-choice.ts';
import type { Scored, SentenceWeights } from './summary-choice.ts';

/** How many sentences, at most. */
const SENTENCES = { normal: 3, long: 5 };
/** Texts with fewer sentences get one sentence less. */
const FEW_SENTENCES = 6;
/** Sentences that share more of their words say the same again, and lose as much as they share beyond it. */
const REPETITION = 0.5;
/** Sentences beyond the best ones are not tried. */
const POOL = 12;
/** So many ways to go on are kept: one that dangles may be mended by the next sentence. */
const BEAM = 100;

/** The sentences careful readers would pick, chosen together: none dangles, none repeats another. */
export function pickStory(
  candidates: readonly SummaryCandidate[],
  length: 'normal' | 'long',
  weights: SentenceWeights,
): SummaryCandidate[] {
  const wanted = SENTENCES[length] - (length === 'normal' && candidates.length < FEW_SENTENCES ? 1 : 0);
  const chance = chances(candidates, wanted, weights);
  const pool = best(
    candidates.map((candidate, i) => ({ candidate, worth: chance[i]! })),
    POOL,
  );
  const repeats = pool.map(({ candidate: { topic } }, next) =>
    pool.slice(0, next).map(({ candidate }) => Math.max(0, topic.overlap(candidate.topic) - REPETITION)),
  );
  const beams: Pick[][] = []; // by how many sentences are picked, one and more
  let beam: Pick[] = [{ before: null, last: -1, worth: 0 }];
  for (let size = 1; size <= wanted; size++) {
    const longer: Pick[] = [];
    for (const pick of beam) extend(pick, pool, repeats, longer);
    beam = mostWorth(longer);
    beams.push(beam);
  }
  for (const picks of beams.toReversed()) {
    for (const pick of picks) {
      const set: SummaryCandidate[] = [];
      for (let each = pick; each.before; each = each.before) set.push(pool[each.last]!.candidate);
      if (stands(set)) return set.sort((a, b) => a.index - b.index);
    }
  }
  return pool.slice(0, 1).map(({ candidate }) => candidate);
}

/** Some sentences of the pool, by their places in it, in its order: those of another pick and one more; at first none. */
interface Pick {
  readonly before: Pick | null;
  readonly last: number;
  readonly worth: number;
}

/** The best picks, as many as are kept, the best first; of like ones, the earlier. */
function mostWorth(picks: Pick[]): Pick[] {
  return picks.sort((a, b) => b.worth - a.worth).slice(0, BEAM);
}

/** Adds a pick with one sentence more, in every way there is. */
function extend(pick: Pick, pool: readonly Scored[], repeats: readonly number[][], longer: Pick[]): void {
  for (let next = pick.last + 1; next < pool.length; next++) {
    let repeated = 0;
    for (let each = pick; each.before; each = each.before)
      repeated = Math.max(repeated, repeats[next]![each.last]!);
    longer.push({ before: pick, last: next, worth: pick.worth + pool[next]!.worth - repeated });
  }
}
