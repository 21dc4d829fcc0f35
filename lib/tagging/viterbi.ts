/**
 * The best sequence of tags: `scores[i * tags + t]` for tag `t` at step `i`, plus `transitions[before * tags + t]`
 * (very low where a tag may not follow), plus `starts[t]` at the first step.
 */
export function bestSequence(
  scores: Float32Array,
  count: number,
  tags: number,
  stride: number,
  transitions: Float32Array,
  starts: Float32Array,
): Uint8Array {
  const best = new Uint8Array(count);
  if (count === 0) return best;
  const back = new Uint8Array(count * tags);
  let value = new Float32Array(tags);
  let next = new Float32Array(tags);
  for (let tag = 0; tag < tags; tag++) value[tag] = (scores[tag] as number) + (starts[tag] as number);
  for (let i = 1; i < count; i++) {
    for (let tag = 0; tag < tags; tag++) {
      let most = -Infinity;
      let from = 0;
      for (let before = 0; before < tags; before++) {
        const sum = (value[before] as number) + (transitions[before * tags + tag] as number);
        if (sum > most) {
          most = sum;
          from = before;
        }
      }
      next[tag] = most + (scores[i * stride + tag] as number);
      back[i * tags + tag] = from;
    }
    [value, next] = [next, value];
  }
  let tag = 0;
  for (let t = 1; t < tags; t++) if ((value[t] as number) > (value[tag] as number)) tag = t;
  for (let i = count - 1; i >= 0; i--) {
    best[i] = tag;
    tag = back[i * tags + tag] as number;
  }
  return best;
}

/** A score nothing makes up for. */
export const NEVER = -1e4;

/** Transitions of BIO tags ordered O, B, I, B, I, …: an inside follows only its own first or inside. */
export function bioTransitions(tags: number, learned?: Float32Array): Float32Array {
  const transitions = new Float32Array(tags * tags);
  for (let before = 0; before < tags; before++) {
    for (let tag = 0; tag < tags; tag++) {
      const inside = tag > 0 && tag % 2 === 0;
      const follows = before === tag || before === tag - 1;
      transitions[before * tags + tag] =
        (learned?.[before * tags + tag] ?? 0) + (inside && !follows ? NEVER : 0);
    }
  }
  return transitions;
}

/** What BIO tags may start with: anything but an inside. */
export function bioStarts(tags: number): Float32Array {
  return Float32Array.from({ length: tags }, (_, tag) => (tag > 0 && tag % 2 === 0 ? NEVER : 0));
}
