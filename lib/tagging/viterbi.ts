/**
 * The best sequence of tags: `scores[i * stride + t]` for tag `t` at step `i`, plus `transitions[before * tags + t]`
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
  const back = new Uint8Array(count * tags);
  let value = new Float32Array(tags);
  let next = new Float32Array(tags);
  for (let tag = 0; tag < tags; tag++) value[tag] = (scores[tag] ?? 0) + (starts[tag] as number);
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
  return traced(back, value, count);
}

/**
 * The same for BIO tags, ordered O, B, I, B, I, …, of which no transitions were learned: an inside follows only its own
 * first or inside, and what is best before one of the other tags is best before all of them.
 */
export function bestBioSequence(
  scores: Float32Array,
  count: number,
  tags: number,
  stride: number,
): Uint8Array {
  const value = new Float32Array(tags);
  for (let tag = 0; tag < tags; tag++) value[tag] = (scores[tag] ?? 0) + (isInside(tag) ? NEVER : 0);
  const back = new Uint8Array(count * tags);
  for (let i = 1; i < count; i++) {
    const likeliest = firstOfMost(value);
    const most = value[likeliest] as number;
    const from = i * stride;
    const to = i * tags;
    for (let begin = 1; begin < tags; begin += 2) {
      const begun = value[begin] as number;
      const goneOn = value[begin + 1] as number;
      value[begin] = most + (scores[from + begin] as number);
      value[begin + 1] = (goneOn > begun ? goneOn : begun) + (scores[from + begin + 1] as number);
      back[to + begin] = likeliest;
      back[to + begin + 1] = goneOn > begun ? begin + 1 : begin;
    }
    value[0] = most + (scores[from] as number);
    back[to] = likeliest;
  }
  return traced(back, value, count);
}

/** The best sequence, from its end, given the tag best before each one at each step. */
function traced(back: Uint8Array, value: Float32Array, count: number): Uint8Array {
  const best = new Uint8Array(count);
  let tag = firstOfMost(value);
  for (let i = count - 1; i >= 0; i--) {
    best[i] = tag;
    tag = back[i * value.length + tag] as number;
  }
  return best;
}

function firstOfMost(value: Float32Array): number {
  let first = 0;
  for (let i = 1; i < value.length; i++) if ((value[i] as number) > (value[first] as number)) first = i;
  return first;
}

function isInside(tag: number): boolean {
  return tag > 0 && tag % 2 === 0;
}

/** A score nothing makes up for. */
export const NEVER = -1e4;

/** What was learned of transitions of BIO tags, with an inside after nothing but its own first or inside. */
export function bioTransitions(tags: number, learned: Float32Array): Float32Array {
  const transitions = new Float32Array(tags * tags);
  for (let before = 0; before < tags; before++) {
    for (let tag = 0; tag < tags; tag++) {
      const follows = !isInside(tag) || before === tag || before === tag - 1;
      transitions[before * tags + tag] = (learned[before * tags + tag] as number) + (follows ? 0 : NEVER);
    }
  }
  return transitions;
}

/** What BIO tags may start with: anything but an inside. */
export function bioStarts(tags: number): Float32Array {
  return Float32Array.from({ length: tags }, (_, tag) => (isInside(tag) ? NEVER : 0));
}
