import { isPlain } from '../text/characters.ts';
import type { TextDocument } from '../text/document.ts';

/**
 * Where the names stand that say at the head of a paragraph where a report was written: the offsets of
 * “PORTHAVEN — The board …”, “PORTHAVEN, Maine (NBW) — …”, “Porthaven (NBW) – …”.
 */
export function readDatelines(doc: TextDocument): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { start, end } of doc.blocks) {
    const head = doc.text.slice(start, Math.min(end, start + LONGEST));
    if (isDateline(head)) starts.add(start);
  }
  return starts;
}

/** Where the agencies stand that sent what follows: the offsets of “NBW” in “PORTHAVEN, Maine (NBW) — …”. */
export function readAgencies(doc: TextDocument): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const start of readDatelines(doc)) {
    const head = doc.text.slice(start, start + LONGEST);
    const agency = head.includes('(') && /\((?=\p{Lu}[\p{L} ]{1,19}\) ?[—–-])/u.exec(head);
    if (agency) starts.add(start + agency.index + 1);
  }
  return starts;
}

const LONGEST = 90;

/** “PORTHAVEN — ”, “PORTHAVEN (May 3)--”, “Porthaven (NBW) – ”. A coarse look comes first: `\p{…}` takes a while to be made ready. */
function isDateline(head: string): boolean {
  return (
    (/^[^a-z]{3}[^—–]*(?:[—–]|--)/.test(head) &&
      (isPlain(head)
        ? /^[A-Z][A-Z.'’ -]{2,29}(?:, [^—–(]{2,29})?(?: \([^)]{2,29}\))? ?(?:[—–]|--)/.test(head)
        : /^\p{Lu}[\p{Lu}.'’ -]{2,29}(?:, [^—–(]{2,29})?(?: \([^)]{2,29}\))? ?(?:[—–]|--)/u.test(head))) ||
    (/^[^(]+\([^)]+\) ?[—–-]/.test(head) &&
      /^\p{Lu}[\p{L}.'’ -]{2,29}(?:, [^—–(]{2,29})? \(\p{Lu}[\p{L} ]{1,19}\) ?[—–-]/u.test(head))
  );
}
