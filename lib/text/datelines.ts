import { isPlain } from './characters.ts';
import type { TextDocument } from './document.ts';
import { lastStartingBy } from './span.ts';
import type { Span } from './span.ts';

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

/** “WASHINGTON (NBW) — | Two guards”: where and by whom a report was written is no part of what it says. */
export function withoutDateline({ text, blocks }: TextDocument, piece: Span): Span {
  const block = blocks[lastStartingBy(blocks, piece.start)];
  if (!block || piece.start - block.start > LONGEST_DATELINE) return piece;
  const dateline = datelineOf(text.slice(block.start, block.start + 2 * LONGEST_DATELINE));
  const start = block.start + (dateline?.[0].length ?? 0);
  return start > piece.start && start < piece.end ? { start, end: piece.end } : piece;
}
const LONGEST_DATELINE = 60;

function datelineOf(text: string): RegExpExecArray | null {
  // a coarse look first: `\p{…}` takes a while to be made ready
  if (!/^(?:[^()]*\([^)]+\)|[^a-z]{3}[^—–]*[—–]|[^a-z]{3}[^—–]*--|[^a-z]{3,30} - )/.test(text)) return null;
  return /^(?:(?:\p{Lu}[^—–()]{1,40})?\(\p{Lu}[\p{L}\d. /]{1,19}\) ?[—–-]{1,2} ?|\(\p{Lu}[\p{L} /]{1,19}\) ?|\p{Lu}[\p{Lu}.'’ -]{2,29}(?:, [^—–(]{2,29})?(?: ?(?:[—–]{1,2}|--) ?| - (?=\p{Lu})))/u.exec(
    text,
  );
}
