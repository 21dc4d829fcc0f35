/** Classes of a token as a cue: none, first and inside of a cue, start of content that has no cue. */
export const CUE_CLASSES = 4;
export const UNCUED = 3;

/** A cue, or the first token of content without one: tokens `[first, end)` of a segment. */
export interface Anchor {
  readonly first: number;
  readonly end: number;
  readonly cued: boolean;
  readonly probability: number;
}

/**
 * Runs of tokens of one sentence, among `[first, end)` of a segment, that are an anchor with a probability of at least
 * `threshold`; `scores` has `stride` numbers a token, those of the cue classes first.
 */
export function findAnchors(
  scores: Float32Array,
  stride: number,
  sentences: Uint32Array,
  first: number,
  end: number,
  threshold: number,
): Anchor[] {
  const anchors: Anchor[] = [];
  // so far below “none”, the other classes together are less likely than the threshold
  const farBelow = Math.log(((CUE_CLASSES - 1) * (1 - threshold)) / threshold) + 0.01;
  let open: { first: number; end: number; cued: boolean; probability: number } | null = null;
  for (let i = first; i < end; i++) {
    const at = i * stride;
    let most = -Infinity;
    for (let c = 1; c < CUE_CLASSES; c++) most = Math.max(most, scores[at + c]!);
    if (scores[at]! - most > farBelow) {
      open = null;
      continue;
    }
    most = Math.max(most, scores[at]!);
    let all = 0;
    for (let c = 0; c < CUE_CLASSES; c++) all += Math.exp(scores[at + c]! - most);
    const probability = 1 - Math.exp(scores[at]! - most) / all;
    if (probability < threshold) {
      open = null;
      continue;
    }
    const begin = scores[at + 1]!;
    const goesOn = open?.cued && sentences[i] === sentences[i - 1];
    const inside = goesOn ? scores[at + 2]! : -Infinity;
    const uncued = scores[at + UNCUED]!;
    if (open && inside >= begin && inside >= uncued) {
      open.end = i + 1;
      continue;
    }
    open = { first: i, end: i + 1, cued: begin >= uncued, probability };
    anchors.push(open);
  }
  return anchors;
}
