import type { Span } from '../../lib/text/span.ts';

/** Where some words first stand in a text. It is an error if they do not. */
export function placeIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new RangeError(`“${words}” is not in “${text}”`);
  return { start, end: start + words.length };
}
