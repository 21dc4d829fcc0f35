import type { TextDocument } from '../text/document.ts';
import { lastStartingBy } from '../text/span.ts';

/** Whether an offset stands inside quotation marks. */
export function isQuoted(doc: TextDocument, offset: number): boolean {
  const { quotations } = doc;
  const last = lastStartingBy(quotations, offset);
  // quotations are nested at most a few deep: the outermost one that starts before may be a few back
  for (let k = last; k >= 0 && k > last - 8; k--) {
    if (quotations[k]!.end > offset) return true;
    if (quotations[k]!.depth === 0) return false;
  }
  return false;
}
