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
    runsOn = marks.length === 0 ? '' : new Pairing(text, block, marks, runsOn, found).pair();
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

/** The marks of one block, paired from the first to the last. */
class Pairing {
  private readonly text: string;
  private readonly block: Span;
  private readonly marks: readonly Mark[];
  private readonly runsOn: string;
  private readonly found: Quotation[];
  private readonly closersAhead: Map<string, number>; // by family, of the mark that is looked at
  private readonly open: OpenMark[] = [];

  /** `runsOn` is the family of the quotation the block before left open, or ''; what is found goes to `found`. */
  constructor(text: string, block: Span, marks: readonly Mark[], runsOn: string, found: Quotation[]) {
    this.text = text;
    this.block = block;
    this.marks = marks;
    this.runsOn = runsOn;
    this.found = found;
    this.closersAhead = countClosers(marks);
  }

  /** Pairs them; returns the family of an outermost quotation that stays open, or ''. */
  pair(): string {
    this.endEarlier();
    for (const [index, mark] of this.marks.entries()) {
      const ahead = this.closersAhead.get(mark.family) ?? 0;
      if (mark.closes) this.closersAhead.set(mark.family, ahead - 1);
      this.take(mark, index);
    }
    const left = this.open[0]?.family ?? '';
    this.leaveOpen(0, this.block.end);
    return left;
  }

  /** A quotation left open before, that only a closing mark in this block ends. */
  private endEarlier(): void {
    const [head] = this.marks;
    if (head?.family !== this.runsOn || !head.sure || !head.closes || head.opens) return;
    const { start } = this.block;
    const inner = trimSpan(this.text, { start, end: head.at });
    this.found.push({ start, end: head.at + head.length, inner, depth: 0, closed: true, continues: true });
  }

  private take(mark: Mark, index: number): void {
    const { open } = this;
    const ahead = this.closersAhead.get(mark.family) ?? 0;
    const top = open.at(-1);
    // ““It rains”: set twice by mistake
    if (top?.inner === mark.at && mark.opens && top.family === mark.family && ahead > 0) {
      open[open.length - 1] = { ...top, inner: mark.at + mark.length };
      return;
    }
    const level = this.levelOf(mark);
    if (level >= 0 && mark.closes && (!mark.opens || open.length - 1 === level)) {
      if (!mark.sure && isPossessive(this.text, mark, index, this.marks)) return;
      this.leaveOpen(level + 1, mark.at);
      this.close(mark.at + mark.length, mark.at, true);
    } else if (mark.opens && open.length < MAX_DEPTH) {
      if (!mark.sure && ahead === 0) return; // an apostrophe: nothing closes it
      // The same mark again, with too few closers left: the earlier one was never closed.
      if (level >= 0 && ahead <= level + 1) this.leaveOpen(level, mark.at);
      this.begin(mark);
    }
  }

  /** Which of the open marks one is the other of; -1 where none is. */
  private levelOf({ family, opens, closes }: Mark): number {
    const level = this.open.findLastIndex(open => open.family === family);
    if (level >= 0 || opens || !closes) return level;
    // “opened curly, closed straight": nothing of its own closes it
    const other = OTHER_DOUBLE[family];
    return this.closersAhead.get(other ?? '') ? -1 : this.open.findLastIndex(open => open.family === other);
  }

  private begin({ at, length, family }: Mark): void {
    const depth = this.open.length;
    const continues = depth === 0 && at === this.block.start && this.runsOn === family;
    this.open.push({ at, inner: at + length, family, depth, continues });
  }

  /** Ends the open quotations from a level on at `end`, where nothing closes them. */
  private leaveOpen(level: number, end: number): void {
    while (this.open.length > level) this.close(end, end, false);
  }

  /** Ends the innermost of the open quotations. */
  private close(end: number, innerEnd: number, closed: boolean): void {
    const { text } = this;
    const { at, inner, depth, continues } = this.open.pop()!;
    const span = closed ? { start: at, end } : trimSpan(text, { start: at, end });
    // nothing but space after a mark that is never closed: what is inside ends with the mark
    const start = Math.min(inner, span.end);
    const within = trimSpan(text, { start, end: Math.max(start, Math.min(innerEnd, span.end)) });
    this.found.push({ ...span, inner: within, depth, closed, continues });
  }
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
