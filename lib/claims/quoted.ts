import type { TextDocument } from '../text/document.ts';

/** Whether an offset stands inside quotation marks. */
export function isQuoted(doc: TextDocument, offset: number): boolean {
  const { quotations } = doc;
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  // quotations are nested at most a few deep: the outermost one that starts before may be a few back
  for (let k = low - 1; k >= 0 && k >= low - 8; k--) {
    if (quotations[k]!.end > offset) return true;
    if (quotations[k]!.depth === 0) return false;
  }
  return false;
}
