import { oncePerDocument } from './document.ts';
import type { TextDocument } from './document.ts';
import { lastStartingBy } from './span.ts';
import type { Span } from './span.ts';

/** What a paragraph opens with to say where and for whom it was written; it ends where the paragraph's own words begin. */
interface Dateline extends Span {
  readonly hasPlace: boolean; // whether it opens with the name of a place
  readonly agency: number | undefined; // where the agency's name begins
}

/**
 * Where the names stand that say at the head of a paragraph where a report was written: the offsets of
 * “PORTHAVEN — The board …”, “PORTHAVEN, Maine (NBW) — …”, “Porthaven (NBW) – …”.
 */
export function readDatelines(doc: TextDocument): ReadonlySet<number> {
  return new Set(datelinesOf(doc).flatMap(({ hasPlace, start }) => (hasPlace ? [start] : [])));
}

/** Where the agencies stand that sent what follows: the offsets of “NBW” in “PORTHAVEN, Maine (NBW) — …”. */
export function readAgencies(doc: TextDocument): ReadonlySet<number> {
  return new Set(datelinesOf(doc).flatMap(({ agency }) => agency ?? []));
}

/** “WASHINGTON (NBW) — | Two guards”: where and by whom a report was written is no part of what it says. */
export function withoutDateline(doc: TextDocument, piece: Span): Span {
  const datelines = datelinesOf(doc);
  const { end } = datelines[lastStartingBy(datelines, piece.start)] ?? piece;
  return piece.start < end && end < piece.end ? { start: end, end: piece.end } : piece;
}

/** The datelines of a text, in order. */
const datelinesOf = oncePerDocument(({ text, blocks }): readonly Dateline[] =>
  blocks.flatMap(
    ({ start, end }) => datelineAt(text.slice(start, Math.min(end, start + LONGEST)), start) ?? [],
  ),
);
/** Characters of the longest dateline and of what follows it. */
const LONGEST = 90;

function datelineAt(head: string, start: number): Dateline | undefined {
  if (!COARSE.test(head)) return undefined;
  for (const { hasPlace, pattern } of FORMS) {
    const [dateline] = pattern.exec(head) ?? [];
    if (dateline === undefined) continue;
    const agency = AGENCY.exec(dateline);
    return {
      start,
      end: start + dateline.length,
      hasPlace,
      agency: agency ? start + agency.index + 1 : undefined,
    };
  }
  return undefined;
}

/** What every form has; asked first, for `\p{…}` takes a while to be made ready. */
const COARSE = /^(?:[^(]*\([^)]+\)|[^a-z]{3}[^—–]*(?:[—–]|--)|[^a-z]{3,30} - )/;

/** How datelines are written. */
const FORMS: readonly { readonly hasPlace: boolean; readonly pattern: RegExp }[] = [
  {
    hasPlace: true, // “PORTHAVEN — ”, “PORTHAVEN, Me.--”, “PORTHAVEN (May 3) – ”
    pattern: /^\p{Lu}[\p{Lu}.'’ -]{2,29}(?:, [^—–(]{2,29})?(?: \([^)]{2,29}\))? ?(?:[—–]{1,2}|--) ?/u,
  },
  {
    hasPlace: true, // “Porthaven, 3 May (Northern News) - ”
    pattern: /^\p{Lu}[\p{L}.'’ -]{2,29}(?:, [^—–(]{2,29})? \(\p{Lu}[\p{L}\d. /]{1,19}\) ?[—–-]{1,2} ?/u,
  },
  {
    hasPlace: false, // “PORTHAVEN - The board”, which can be a heading as well: “NRB - Its tasks”
    pattern: /^\p{Lu}[\p{Lu}.'’ -]{2,29}(?:, [^—–(]{2,29})? - (?=\p{Lu})/u,
  },
  {
    hasPlace: false, // “(NBW) — ”, “(NBW)The board”
    pattern: /^\(\p{Lu}[\p{L} /]{1,19}\) ?(?:[—–-]{1,2} ?)?/u,
  },
];
const AGENCY = /\((?=\p{Lu}[\p{L} ]{1,19}\))/u;
