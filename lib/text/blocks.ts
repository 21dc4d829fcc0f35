import { Character, characterClass } from './characters.ts';
import type { Span } from './span.ts';

/** Splits at blank lines; blocks are trimmed and never empty. */
export function splitBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  let start = -1; // of the open block
  let end = 0; // after its last character that is not a space
  let newlines = 0; // since then
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a) {
      newlines++;
      continue;
    }
    if (characterClass(unit) === Character.space) continue;
    if (start >= 0 && newlines > 1) {
      blocks.push({ start, end });
      start = -1;
    }
    if (start < 0) start = at;
    end = at + 1;
    newlines = 0;
  }
  if (start >= 0) blocks.push({ start, end });
  return blocks;
}

/** The span without spaces at its ends; empty, at its start, if it holds nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && characterClass(text.charCodeAt(start)) === Character.space) start++;
  while (end > start && characterClass(text.charCodeAt(end - 1)) === Character.space) end--;
  return { start, end };
}
