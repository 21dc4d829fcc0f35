import { trimSpan } from './blocks.ts';
import { Character, characterClass, codePointClass, isWordCharacter } from './characters.ts';
import type { Quotation } from './document.ts';
import { lastStartingBy } from './span.ts';
import type { Span } from './span.ts';

/** A quotation mark in a block and what it could do there. */
interface Mark {
  readonly at: number;
  readonly length: number;
  readonly family: string; // marks of one family close one another
  readonly opens: boolean;
  readonly closes: boolean;
  readonly sure: boolean; // false: could be an apostrophe
}

interface OpenMark {
  readonly at: number;
  readonly inner: number;
  readonly family: string;
  readonly depth: number;
  readonly continues: boolean;
}

/** A mark that a quotation begins with. */
export const OPENING_MARK = /["“‘«„]/;

/** Nobody quotes deeper; beyond it marks are ignored, so that hostile text stays cheap. */
const MAX_DEPTH = 8;

/**
 * Finds the words inside quotation marks, in order of start: “…”, "…", ‘…’, '…', „…“, «…», »…«, 「…」,
 * nested, left open, or opened again paragraph by paragraph.
 */
export function findQuotations(text: string, blocks: readonly Span[]): Quotation[] {
  const found: Quotation[] = [];
  let runsOn = ''; // family of the quotation the block before left open
  for (const block of blocks) {
    const marks = findMarks(text, block);
    runsOn = marks.length === 0 ? '' : pairMarks(text, block, marks, runsOn, found);
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether an offset of a text stands inside quotation marks, given all its quotations. */
export function isQuotedAt(quotations: readonly Quotation[], offset: number): boolean {
  const last = lastStartingBy(quotations, offset);
  // the outermost one that starts before it may be a few back; hostile text has no more of them looked at
  for (let k = last; k >= 0 && k > last - MAX_DEPTH; k--) {
    if (quotations[k]!.end > offset) return true;
    if (quotations[k]!.depth === 0) return false;
  }
  return false;
}

/** Pairs the marks of one block; returns the family of an outermost quotation it leaves open, or ''. */
function pairMarks(
  text: string,
  block: Span,
  marks: readonly Mark[],
  runsOn: string,
  found: Quotation[],
): string {
  const closersAhead = countClosers(marks); // of the mark that is looked at
  const open: OpenMark[] = [];

  const close = (end: number, innerEnd: number, closed: boolean): void => {
    const mark = open.pop();
    if (!mark) return;
    const span = closed ? { start: mark.at, end } : trimSpan(text, { start: mark.at, end });
    // nothing but space after a mark that is never closed: what is inside ends with the mark
    const innerStart = Math.min(mark.inner, span.end);
    const inner = trimSpan(text, {
      start: innerStart,
      end: Math.max(innerStart, Math.min(innerEnd, span.end)),
    });
    found.push({ ...span, inner, depth: mark.depth, closed, continues: mark.continues });
  };

  // A quotation left open before, that only a closing mark in this block ends.
  const [head] = marks;
  if (head && head.family === runsOn && head.sure && head.closes && !head.opens) {
    const inner = trimSpan(text, { start: block.start, end: head.at });
    found.push({
      start: block.start,
      end: head.at + head.length,
      inner,
      depth: 0,
      closed: true,
      continues: true,
    });
  }

  for (const [index, mark] of marks.entries()) {
    if (mark.closes) closersAhead.set(mark.family, closersAhead.get(mark.family)! - 1);
    let level = open.findLastIndex(o => o.family === mark.family);
    if (level < 0 && mark.closes && !mark.opens) {
      // “opened curly, closed straight": nothing of its own closes it
      const other = OTHER_DOUBLE[mark.family];
      if (!closersAhead.get(other ?? '')) level = open.findLastIndex(o => o.family === other);
    }
    const end = mark.at + mark.length;
    const top = open.at(-1);
    // ““It rains”: set twice by mistake
    if (top?.inner === mark.at && mark.opens && top.family === mark.family && closersAhead.get(mark.family)) {
      open[open.length - 1] = { ...top, inner: end };
      continue;
    }
    if (level >= 0 && mark.closes && (!mark.opens || open.length - 1 === level)) {
      if (!mark.sure && isPossessive(text, mark, index, marks)) continue;
      while (open.length - 1 > level) close(mark.at, mark.at, false);
      close(end, mark.at, true);
    } else if (mark.opens && open.length < MAX_DEPTH) {
      const ahead = closersAhead.get(mark.family) ?? 0;
      if (!mark.sure && ahead === 0) continue; // an apostrophe: nothing closes it
      // The same mark again, with too few closers left: the earlier one was never closed.
      if (level >= 0 && ahead <= level + 1) while (open.length > level) close(mark.at, mark.at, false);
      const first = mark.at === block.start && open.length === 0;
      open.push({
        at: mark.at,
        inner: end,
        family: mark.family,
        depth: open.length,
        continues: first && runsOn === mark.family,
      });
    }
  }
  const left = open[0]?.family ?? '';
  while (open.length > 0) close(block.end, block.end, false);
  return left;
}

/** Curly and straight double marks, which are mixed up at times. */
const OTHER_DOUBLE: Readonly<Record<string, string>> = { '"': '“', '“': '"' };

/** How many marks of each family can close. */
function countClosers(marks: readonly Mark[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { closes, family } of marks) if (closes) counts.set(family, (counts.get(family) ?? 0) + 1);
  return counts;
}

/** In 'the workers' union said', the mark after "workers" closes nothing if a better closer follows. */
function isPossessive(text: string, mark: Mark, index: number, marks: readonly Mark[]): boolean {
  if ((text.charCodeAt(mark.at - 1) | 0x20) !== 0x73) return false;
  if (characterClass(text.charCodeAt(mark.at + 1)) !== Character.space) return false;
  if (characterClass(text.charCodeAt(mark.at + 2)) !== Character.lower) return false;
  for (let i = index + 1; i < marks.length; i++) {
    const later = marks[i];
    if (later?.family !== mark.family) continue;
    return later.closes && !later.opens;
  }
  return false;
}

function findMarks(text: string, block: Span): Mark[] {
  const marks: Mark[] = [];
  for (let at = block.start; at < block.end; at++) {
    const mark = markAt(text, at, block);
    if (!mark) continue;
    marks.push(mark);
    at += mark.length - 1;
  }
  return marks;
}

function markAt(text: string, at: number, block: Span): Mark | null {
  const unit = text.charCodeAt(at);
  switch (unit) {
    case 0x22: // "
      return markOf(at, '"', couldOpen(text, at, 1, block), couldClose(text, at, 1, block));
    case 0x27: // '
      if (text.charCodeAt(at + 1) === 0x27 && at + 1 < block.end)
        return markOf(at, '"', couldOpen(text, at, 2, block), couldClose(text, at, 2, block), true, 2);
      return markOf(at, "'", couldOpenSingle(text, at, block), couldCloseSingle(text, at, block), false);
    case 0x60: // `
      return text.charCodeAt(at + 1) === 0x60
        ? markOf(at, '"', true, false, true, 2)
        : markOf(at, "'", couldOpenSingle(text, at, block), false, false);
    case 0x201c: // “ also ends „German“
      return markOf(at, '“', !standsAfterWord(text, at, block), standsAfterWord(text, at, block));
    case 0x201d: // ” opens in ”Swedish”
      return markOf(at, '“', !standsAfterWord(text, at, block) && couldOpen(text, at, 1, block), true);
    case 0x201e: // „
      return markOf(at, '“', true, false);
    case 0x2018: // ‘ also ends ‚German‘
      return markOf(at, '‘', couldOpenSingle(text, at, block), standsAfterWord(text, at, block), false);
    case 0x2019: // ’
      return markOf(at, '‘', false, couldCloseSingle(text, at, block), false);
    case 0x201a: // ‚
      return markOf(at, '‘', true, false, false);
    case 0x00ab: // «
      return markOf(at, '«', !standsAfterWord(text, at, block), standsAfterWord(text, at, block));
    case 0x00bb: // »
      return markOf(at, '«', opensGerman(text, at, block), !opensGerman(text, at, block));
    case 0x300c: // 「
      return markOf(at, '「', true, false);
    case 0x300d:
      return markOf(at, '「', false, true);
    case 0x300e: // 『
      return markOf(at, '『', true, false);
    case 0x300f:
      return markOf(at, '『', false, true);
    default:
      return null;
  }
}

function markOf(
  at: number,
  family: string,
  opens: boolean,
  closes: boolean,
  sure = true,
  length = 1,
): Mark | null {
  return opens || closes ? { at, length, family, opens, closes, sure } : null;
}

/** Open brackets, dashes and other opening marks: an opening mark may stand right after them. */
const BEFORE_OPENING = /[([{<\u2012-\u2015/\-:;,"'\u2018\u201c\u201e\u00ab\u2026]/;

function couldOpen(text: string, at: number, length: number, block: Span): boolean {
  if (at + length >= block.end) return false;
  const before = at > block.start ? text.charAt(at - 1) : ' ';
  const spaceBefore = isSpace(before);
  const spaceAfter = isSpace(text.charAt(at + length));
  if (spaceAfter) return spaceBefore; // " spaced marks " can do either
  // “It rains," she said."And it blows.": the space was forgotten
  if (/[.?!]/.test(before) && /\p{Lu}/u.test(text.charAt(at + length))) return true;
  return spaceBefore || BEFORE_OPENING.test(before);
}

function couldClose(text: string, at: number, length: number, block: Span): boolean {
  if (at === block.start) return false;
  const spaceBefore = isSpace(text.charAt(at - 1));
  if (!spaceBefore) return !/[([{]/.test(text.charAt(at - 1));
  return at + length >= block.end || isSpace(text.charAt(at + length));
}

/** Elisions that look like an opening mark: ’90s, ’em, ’til. */
const ELISION = /^(?:\d0s|\d\ds?\b|em\b|til\b|till\b|tis\b|twas\b|cause\b|bout\b|n['’])/i;

function couldOpenSingle(text: string, at: number, block: Span): boolean {
  if (at + 1 >= block.end) return false;
  const before = at > block.start ? text.charAt(at - 1) : ' ';
  const after = text.charAt(at + 1);
  if (!isSpace(before) && !BEFORE_OPENING.test(before)) return false;
  if (isSpace(after)) return false;
  return !ELISION.test(text.slice(at + 1, at + 7));
}

function couldCloseSingle(text: string, at: number, block: Span): boolean {
  if (at === block.start || isSpace(text.charAt(at - 1))) return false;
  return at + 1 >= block.end || !isWordCharacter(codePointClass(text, at + 1));
}

function standsAfterWord(text: string, at: number, block: Span): boolean {
  if (at === block.start || isSpace(text.charAt(at - 1))) return false;
  if (/[([{\u2012-\u2015/-]/.test(text.charAt(at - 1))) return false;
  return at + 1 >= block.end || !isWordCharacter(codePointClass(text, at + 1));
}

/** » opens where a word follows and none stands right before: »German«, not « French ». */
function opensGerman(text: string, at: number, block: Span): boolean {
  const before = at > block.start ? text.charAt(at - 1) : ' ';
  if (!isSpace(before) && !BEFORE_OPENING.test(before)) return false;
  return at + 1 < block.end && !/[\s,.;:!?)\]]/.test(text.charAt(at + 1));
}

function isSpace(character: string): boolean {
  return character !== '' && characterClass(character.charCodeAt(0)) === Character.space;
}
