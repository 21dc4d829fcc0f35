import type { Range, TextDocument } from '../text/document.ts';
import { LONGEST_SEGMENT } from './network.ts';

/** Token ranges a network can take at once: the whole text, or as many whole sentences as fit. */
export function segmentsOf(doc: TextDocument, longest = LONGEST_SEGMENT): Range[] {
  const segments: Range[] = [];
  let first = 0;
  let end = 0;
  for (const sentence of doc.sentences) {
    if (sentence.endToken - first > longest && end > first) {
      segments.push({ first, end });
      first = end;
    }
    while (sentence.endToken - first > longest) {
      segments.push({ first, end: first + longest }); // a sentence longer than any sentence should be
      first += longest;
    }
    end = sentence.endToken;
  }
  if (end > first) segments.push({ first, end });
  return segments;
}
