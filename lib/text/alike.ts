import { oncePerDocument } from './document.ts';
import type { TextDocument } from './document.ts';

/**
 * For each token of a document the first of its kind that is spelled alike: what is asked of one is asked once. Worked
 * out without a string for any token.
 */
export const alikeIn: (doc: TextDocument) => Uint32Array = oncePerDocument(findAlike);

/** Open addressing: a slot holds the number of the first token of a spelling, and one more. */
function findAlike({ text, tokens }: TextDocument): Uint32Array {
  const { length, start, end, kind } = tokens;
  const alike = new Uint32Array(length);
  let size = 64;
  while (size < 2 * length) size *= 2;
  const slots = new Uint32Array(size);
  for (let i = 0; i < length; i++) {
    const from = start[i]!;
    const to = end[i]!;
    let slot = hash(text, from, to) & (size - 1);
    let first = i;
    for (; slots[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      const other = slots[slot]! - 1;
      if (kind[other] !== kind[i] || end[other]! - start[other]! !== to - from) continue;
      if (!isSame(text, start[other]!, from, to)) continue;
      first = other;
      break;
    }
    alike[i] = first;
    slots[slot] = first + 1;
  }
  return alike;
}

/** FNV-1a over the units of a token. */
function hash(text: string, start: number, end: number): number {
  let sum = 0x811c9dc5;
  for (let at = start; at < end; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum ^ (sum >>> 15);
}

/** Whether the units from `other` on are those of `[start, end)`. */
function isSame(text: string, other: number, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (text.charCodeAt(other + at - start) !== text.charCodeAt(at)) return false;
  return true;
}
