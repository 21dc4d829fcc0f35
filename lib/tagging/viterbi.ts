/**
 * The best sequence of BIO tags, ordered O, B, I, B, I, …: `scores[i * stride + t]` for tag `t` at step `i`, plus
 * `transitions[before * tags + t]` (see `bioTransitions`), plus `starts[t]` at the first step.
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
  for (let tag = 0; tag < tags; tag++) value[tag] = (scores[tag] ?? 0) + starts[tag]!;
  for (let i = 1; i < count; i++) {
    for (let tag = 0; tag < tags; tag++) {
      const inside = isInside(tag); // follows its own first and inside alone: nothing else comes near these
      const last = inside ? tag : tags - 1;
      let from = inside ? tag - 1 : 0;
      let most = value[from]! + transitions[from * tags + tag]!;
      for (let before = from + 1; before <= last; before++) {
        const sum = value[before]! + transitions[before * tags + tag]!;
        if (sum > most) {
          most = sum;
          from = before;
        }
      }
      next[tag] = most + scores[i * stride + tag]!;
      back[i * tags + tag] = from;
    }
    [value, next] = [next, value];
  }
  const best = new Uint8Array(count);
  let tag = firstOfMost(value);
  for (let i = count - 1; i >= 0; i--) {
    best[i] = tag;
    tag = back[i * tags + tag]!;
  }
  return best;
}

const INSIDE_BEFORE = 8;
const OTHER_INSIDE_BEFORE = 16;

/**
 * The same for two kinds (O, B, I, B, I) of whose transitions nothing was learned: what is best before one of O and B
 * is best before all of them. A byte a step keeps which tag that is, and whether it is an inside that an inside follows.
 */
export function bestOfTwoKinds(scores: Float32Array, count: number, stride: number): Uint8Array {
  const tags = new Uint8Array(count); // first what is best before each step, then the tags
  let none = 0;
  let begun = NEVER;
  let inside = NEVER;
  let otherBegun = NEVER;
  let otherInside = NEVER;
  let best = 0;
  for (let i = 0, at = 0; i <= count; i++, at += stride) {
    let most = none;
    best = 0;
    if (begun > most) {
      most = begun;
      best = 1;
    }
    if (inside > most) {
      most = inside;
      best = 2;
    }
    if (otherBegun > most) {
      most = otherBegun;
      best = 3;
    }
    if (otherInside > most) {
      most = otherInside;
      best = 4;
    }
    if (i === count) break;
    const goesOn = inside > begun;
    const otherGoesOn = otherInside > otherBegun;
    tags[i] = best | (goesOn ? INSIDE_BEFORE : 0) | (otherGoesOn ? OTHER_INSIDE_BEFORE : 0);
    inside = f((goesOn ? inside : begun) + scores[at + 2]!);
    otherInside = f((otherGoesOn ? otherInside : otherBegun) + scores[at + 4]!);
    none = f(most + scores[at]!);
    begun = f(most + scores[at + 1]!);
    otherBegun = f(most + scores[at + 3]!);
  }
  for (let i = count - 1; i >= 0; i--) {
    const step = tags[i]!;
    tags[i] = best;
    if (best === 2) best = step & INSIDE_BEFORE ? 2 : 1;
    else if (best === 4) best = step & OTHER_INSIDE_BEFORE ? 4 : 3;
    else best = step & 7;
  }
  return tags;
}

const f = Math.fround;

function firstOfMost(value: Float32Array): number {
  let first = 0;
  for (let i = 1; i < value.length; i++) if (value[i]! > value[first]!) first = i;
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
      transitions[before * tags + tag] = learned[before * tags + tag]! + (follows ? 0 : NEVER);
    }
  }
  return transitions;
}

/** What BIO tags may start with: anything but an inside. */
export function bioStarts(tags: number): Float32Array {
  return Float32Array.from({ length: tags }, (_, tag) => (isInside(tag) ? NEVER : 0));
}
