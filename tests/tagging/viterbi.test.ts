import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfTwoKinds, bestSequence, bioStarts, bioTransitions } from '../../lib/tagging/viterbi.ts';

const TAGS = 3;

/** Every sequence tried. */
function bestByTrying(
  scores: Float32Array,
  count: number,
  transitions: Float32Array,
  starts: Float32Array,
): number {
  let best = -Infinity;
  for (let code = 0; code < TAGS ** count; code++) {
    let left = code;
    let before = -1;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const tag = left % TAGS;
      left = Math.floor(left / TAGS);
      sum +=
        (scores[i * TAGS + tag] ?? 0) +
        (before < 0 ? (starts[tag] ?? 0) : (transitions[before * TAGS + tag] ?? 0));
      before = tag;
    }
    best = Math.max(best, sum);
  }
  return best;
}

function scoreOf(
  tags: Uint8Array,
  scores: Float32Array,
  transitions: Float32Array,
  starts: Float32Array,
): number {
  return tags.reduce((sum, tag, i) => {
    const link = i === 0 ? starts[tag] : transitions[(tags[i - 1] ?? 0) * TAGS + tag];
    return sum + (scores[i * TAGS + tag] ?? 0) + (link ?? 0);
  }, 0);
}

describe('the best sequence', () => {
  it('scores as high as any, and keeps the order of tags', () => {
    const score = fc.integer({ min: -40, max: 40 }).map(n => n / 8);
    fc.assert(
      fc.property(
        fc.array(score, { minLength: TAGS, maxLength: 6 * TAGS }),
        fc.array(score, { minLength: 9, maxLength: 9 }),
        (list, learned) => {
          const count = Math.floor(list.length / TAGS);
          const scores = Float32Array.from(list.slice(0, count * TAGS));
          const transitions = bioTransitions(TAGS, Float32Array.from(learned));
          const starts = bioStarts(TAGS);
          const tags = bestSequence(scores, count, TAGS, TAGS, transitions, starts);
          expect(scoreOf(tags, scores, transitions, starts)).toBeCloseTo(
            bestByTrying(scores, count, transitions, starts),
            3,
          );
          expect([...tags].some((tag, i) => tag === 2 && !tags[i - 1])).toBe(false);
        },
      ),
    );
  });

  it('is the same, found in fewer steps, where nothing was learned of transitions', () => {
    const tags = 5;
    const stride = 6;
    const none = bioTransitions(tags, new Float32Array(tags * tags));
    const score = fc.integer({ min: -40, max: 40 }).map(n => n / 8);
    fc.assert(
      fc.property(fc.array(score, { maxLength: 20 * stride }), list => {
        const count = Math.floor(list.length / stride);
        const scores = Float32Array.from(list);
        expect(bestOfTwoKinds(scores, count, stride)).toEqual(
          bestSequence(scores, count, tags, stride, none, bioStarts(tags)),
        );
      }),
    );
  });

  it('is empty for nothing', () => {
    const nothing = new Float32Array(0);
    const none = bioTransitions(TAGS, new Float32Array(TAGS * TAGS));
    expect(bestSequence(nothing, 0, TAGS, TAGS, none, bioStarts(TAGS))).toHaveLength(0);
    expect(bestOfTwoKinds(nothing, 0, 5)).toHaveLength(0);
  });
});
