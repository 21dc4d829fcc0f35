import type { Attribution } from '../../lib/tagging/tagger.ts';
import { parseText } from '../../lib/text/parse.ts';
import type { Span } from '../../lib/text/span.ts';

/** A text with its source in round, its cue in square and its pieces of content in curly brackets. */
export function read(marked: string): { doc: ReturnType<typeof parseText>; attribution: Attribution } {
  let text = '';
  const open: number[] = [];
  const spans: Record<')' | ']' | '}', Span[]> = { ')': [], ']': [], '}': [] };
  for (const letter of marked) {
    if ('([{'.includes(letter)) open.push(text.length);
    else if (letter === ')' || letter === ']' || letter === '}')
      spans[letter].push({ start: open.pop()!, end: text.length });
    else text += letter;
  }
  return {
    doc: parseText(text.replaceAll('⟨', '(').replaceAll('⟩', ')')),
    attribution: {
      source: spans[')'][0] ?? null,
      cue: spans[']'][0] ?? null,
      content: spans['}'],
      confidence: 1,
    },
  };
}
