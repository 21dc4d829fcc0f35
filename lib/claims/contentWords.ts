import { TokenKind } from '../text/document.ts';
import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import type { Span } from '../text/span.ts';
import { WordClass, wordsOf } from '../text/words.ts';

/** The words of some spans that carry meaning, cut to their stems so that “claims” meets “claimed”. */
export function contentWords(doc: TextDocument, spans: readonly Span[]): Set<string> {
  const words = wordsOf(doc);
  const found = new Set<string>();
  for (const span of spans) {
    const { first, end } = tokensIn(doc, span);
    for (let i = first; i < end; i++) {
      const kind = doc.tokens.kind[i]!;
      if (kind === TokenKind.number) found.add(words.lower[i]!);
      if (kind !== TokenKind.word || words.class[i]! & ~(WordClass.time | WordClass.quantity)) continue;
      if (words.lower[i]!.length > 2) found.add(stem(words.lower[i]!));
    }
  }
  return found;
}

/** A rough stem: English endings off, five letters kept at least. */
export function stem(word: string): string {
  if (word.length < 5) return word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word;
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) return word.slice(0, -ending.length);
  }
  return word;
}
const ENDINGS = [
  'ations',
  'ation',
  'ingly',
  'ments',
  'ment',
  'ings',
  'ions',
  'ing',
  'ion',
  'ies',
  'ied',
  'ed',
  'es',
  'ly',
  's',
  'e',
  'y',
];

/** The share of the smaller set that the other one holds too; 0 for empty sets. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared / small.size;
}
