import type { TextDocument } from '../text/document.ts';
import { tokensIn } from '../text/parse.ts';
import { isQuotedAt } from '../text/quotations.ts';
import type { Span } from '../text/span.ts';
import { Shape, WordClass, wordsOf } from '../text/words.ts';
import { CHARGES } from './cues.ts';

/**
 * “was charged with robbing Lund|, a baker who …”, “found guilty of fraud|, after a trial”: who somebody is and how it came
 * about is told by the article, and no part of the charge. Linear.
 */
export function beforeGloss(doc: TextDocument, source: Span | null, cue: Span, piece: Span): Span {
  const { lower } = wordsOf(doc);
  const { first: from, end: to } = tokensIn(doc, cue);
  const { first, end } = tokensIn(doc, piece);
  const charge = [...lower.slice(from, to), lower[first]!].find(word => CHARGES.has(word)); // “was found | guilty”
  if (piece.start < cue.end || charge === undefined) return piece;
  if (source && /^(?:accused|suspected)$/.test(charge)) return piece; // whoever accuses may say that, too
  for (let k = first + 1; k + 2 < end; k++) {
    if (lower[k] !== ',' || isQuotedAt(doc.quotations, doc.tokens.start[k]!)) continue;
    if (isBackground(lower, k + 1) || isApposition(doc, k, end))
      return { start: piece.start, end: doc.tokens.end[k - 1]! };
  }
  return piece;
}

/** “having been found with it”, “after a trial”, “following a search”. */
function isBackground(lower: readonly string[], k: number): boolean {
  return lower[k] === 'having' || lower[k] === 'after' || lower[k] === 'following';
}

/** Whether what follows the comma behind a name says who it is, and nothing else comes behind it: not a list. */
function isApposition(doc: TextDocument, comma: number, end: number): boolean {
  const { lower, class: classes, shape } = wordsOf(doc);
  const isNamed = shape[comma - 1]! & Shape.capital && !(classes[comma - 1]! & WordClass.time);
  if (!isNamed || !/^(?:an?|the|who|whose)$/.test(lower[comma + 1]!)) return false;
  let isTold = false; // “a baker who owned a mill and a farm”
  for (let k = comma + 1; k < end; k++) {
    isTold ||= /^who(?:se)?$/.test(lower[k]!);
    if (lower[k] === ',' || (!isTold && /^(?:and|or)$/.test(lower[k]!))) return false;
  }
  return true;
}
