import { Character, characterClass } from './characters.ts';
import type { Span } from './span.ts';

/** Splits at blank lines; blocks are trimmed and never empty. */
export function splitBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  let open: Span | undefined;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at); // lines are looked at from their ends alone
    const lineEnd = newline < 0 ? text.length : newline;
    const { start, end } = trimSpan(text, { start: at, end: lineEnd });
    if (start < end) open = { start: open?.start ?? start, end };
    else if (open) {
      blocks.push(open);
      open = undefined;
    }
    at = lineEnd + 1;
  }
  if (open) blocks.push(open);
  return blocks;
}

/** The span without spaces at its ends; empty, at its start, if it holds nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && characterClass(text.charCodeAt(start)) === Character.space) start++;
  while (end > start && characterClass(text.charCodeAt(end - 1)) === Character.space) end--;
  return { start, end };
}
