import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import { HEARSAY_ADVERBS, cueOf } from './cues.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that put a statement as uncertain. */
const HEDGES = list(
  'may might could possibly perhaps probably maybe likely unlikely apparently allegedly reportedly supposedly purportedly presumably potentially seemingly appears appear appeared seems seem seemed alleged unclear uncertain rumoured rumored presumed possibility speculation suspicion',
);
/** After “is” or “was”: somebody believes, nobody says who. */
const BELIEVED = list(
  'expected believed thought alleged rumoured rumored feared suspected presumed projected predicted tipped hoped assumed',
);
const BE = list('is are was were be been being');

/** The words that hedge a claim, in its cue and in its content; in reading order. */
export function findHedges(doc: TextDocument, cue: Span | null, content: readonly Span[]): Span[] {
  const { lower } = wordsOf(doc);
  const hedges: Span[] = [];
  const collect = (span: Span, hedging: (i: number) => boolean): void => {
    const { first, end } = tokensIn(doc, span);
    for (let i = first; i < end; i++) {
      if (hedging(i)) hedges.push({ start: doc.tokens.start[i]!, end: doc.tokens.end[i]! });
    }
  };
  const believed = (i: number): boolean =>
    BELIEVED.has(lower[i]!) && (BE.has(lower[i - 1]!) || BE.has(lower[i - 2] ?? ''));
  if (cue) {
    collect(cue, i => {
      const word = lower[i]!;
      return HEDGES.has(word) || HEARSAY_ADVERBS.has(word) || believed(i) || isBelieving(doc, i);
    });
  }
  for (const piece of content) {
    collect(piece, i => (HEDGES.has(lower[i]!) && !isCapitalMay(doc, i)) || believed(i));
  }
  return hedges.sort((a, b) => a.start - b.start); // a cue may stand behind what it brings
}

/** “believes”, “fears”: the cue itself is unsure. */
function isBelieving(doc: TextDocument, i: number): boolean {
  return cueOf(wordsOf(doc).lower[i]!)?.hedged === true;
}

/** The month. */
function isCapitalMay(doc: TextDocument, i: number): boolean {
  return doc.text.startsWith('May', doc.tokens.start[i]);
}
