import type { TextDocument } from '../text/document.ts';
import { COLUMNS, WIDTH } from './features.ts';

/** The scores behind a tagger's decisions: for tokens `[first, end)`, `stride` numbers each, the tags' first. */
export interface Scorer {
  readonly tags: readonly string[];
  readonly stride: number;
  score(features: Uint16Array, first: number, end: number): Float32Array;
}

/** Why a token got its tag. */
export interface TokenExplanation {
  readonly token: number;
  readonly tag: string; // the best by the token's own scores
  readonly margin: number; // over the second best
  /** Features by how much the margin loses without them, most first; below zero: they spoke against the tag. */
  readonly weighed: readonly { readonly feature: string; readonly effect: number }[];
}

/** Tokens sure to be nothing are left out. */
const DOUBT = 1;

/**
 * Explains each sentence by itself: each feature of each token in question is taken away in turn.
 * A network run a feature: for people, not for pages.
 */
export function explain(doc: TextDocument, features: Uint16Array, scorer: Scorer): TokenExplanation[] {
  const explanations: TokenExplanation[] = [];
  for (const { firstToken, endToken } of doc.sentences) {
    const scores = scorer.score(features, firstToken, endToken);
    for (let token = firstToken; token < endToken; token++) {
      const at = (token - firstToken) * scorer.stride;
      const { best, second, margin } = rank(scores, at, scorer.tags.length);
      if (best === 0 && margin > DOUBT) continue;
      const marginWithout = (column: number): number => {
        const index = token * WIDTH + column;
        const value = features[index] ?? 0;
        features[index] = 0;
        const without = scorer.score(features, firstToken, endToken);
        features[index] = value;
        return (without[at + best] ?? 0) - (without[at + second] ?? 0);
      };
      const weighed = COLUMNS.map(({ name }, column) => ({
        feature: name,
        effect: margin - marginWithout(column),
      }));
      explanations.push({
        token,
        tag: scorer.tags[best] ?? '',
        margin,
        weighed: weighed.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
      });
    }
  }
  return explanations;
}

function rank(
  scores: Float32Array,
  at: number,
  tags: number,
): { best: number; second: number; margin: number } {
  let best = 0;
  let second = -1;
  for (let tag = 1; tag < tags; tag++) {
    if ((scores[at + tag] ?? 0) > (scores[at + best] ?? 0)) {
      second = best;
      best = tag;
    } else if (second < 0 || (scores[at + tag] ?? 0) > (scores[at + second] ?? 0)) {
      second = tag;
    }
  }
  return { best, second, margin: (scores[at + best] ?? 0) - (scores[at + second] ?? 0) };
}
