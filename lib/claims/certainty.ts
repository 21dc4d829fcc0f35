import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import { HEARSAY_ADVERBS, HEARSAY_PASSIVES, cueOf } from './cues.ts';

/** Words that put a statement as uncertain. */
const HEDGES: ReadonlySet<string> = new Set(
  'may might could possibly perhaps probably maybe likely unlikely apparently allegedly reportedly supposedly purportedly presumably potentially seemingly appears appear appeared seems seem seemed suspected alleged possible potential probable unclear uncertain believed rumoured rumored presumed'.split(
    ' ',
  ),
);

/** The words that hedge a claim, in its cue and in its content. */
export function findHedges(doc: TextDocument, cue: Span | null, content: readonly Span[]): Span[] {
  const { lower } = wordsOf(doc);
  const hedges: Span[] = [];
  if (cue) {
    const { first, end } = tokensIn(doc, cue);
    for (let i = first; i < end; i++) {
      const word = lower[i]!;
      const passive = i > first && HEARSAY_PASSIVES.has(word);
      if (HEDGES.has(word) || HEARSAY_ADVERBS.has(word) || passive || cueOf(word)?.hedged)
        hedges.push({ start: doc.tokens.start[i]!, end: doc.tokens.end[i]! });
    }
  }
  for (const piece of content) {
    const { first, end } = tokensIn(doc, piece);
    for (let i = first; i < end; i++) {
      if (!HEDGES.has(lower[i]!)) continue;
      if (lower[i] === 'may' && doc.text.charAt(doc.tokens.start[i]!) === 'M') continue; // the month
      hedges.push({ start: doc.tokens.start[i]!, end: doc.tokens.end[i]! });
    }
  }
  return hedges;
}
