import { TokenKind } from '../text/document.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { Shape, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { TimelineEntry } from './brief.ts';
import { DAYS, MONTHS, findDateExpressions } from './date-expressions.ts';
import type { DateExpression, DateWords, Shift } from './date-expressions.ts';
import { sideOf } from './date-sides.ts';
import type { Side } from './date-sides.ts';
import { spanOf } from '../text/parse.ts';

type Precision = TimelineEntry['precision'];

/** A date as precise as its words are: the first day of it, in UTC. */
interface Resolved {
  readonly day: number; // milliseconds
  readonly precision: Precision;
}

/** What a date may be told by: the day of publication, and the dates the text has told before. */
interface Context {
  readonly published: number | undefined;
  /** The last date the text has told. */
  readonly last: number | undefined;
  /** The last single day of this paragraph or the one before, which an hour belongs to. */
  readonly lastDay: number | undefined;
  /** The year a paragraph has moved to by naming it, or a month after it. */
  readonly told: Told | undefined;
  /** Whether a sentence tells what came next: another sentence than that of `told`, and not of what had been before. */
  readonly goesOn: boolean;
}

/** A year that was told, and the last month in it. */
interface Told {
  readonly year: number;
  readonly month: number | undefined; // from 0
  readonly sentence: Sentence;
}

const DAY_MS = 86_400_000;

/**
 * Date expressions of the text, in reading order. Each is resolved against the day of publication and, where the
 * paragraph has moved on, against the date told before; what takes a day of publication that is not known keeps no
 * `date`.
 */
export function findTimeline(doc: TextDocument, publishedTime?: string): TimelineEntry[] {
  const words = wordsOf(doc);
  const published = parseDay(publishedTime);
  const entries: TimelineEntry[] = [];
  let block = -1;
  let last: number | undefined;
  let lastDay: { day: number; block: number } | undefined;
  let told: Told | undefined;
  for (const sentence of doc.sentences) {
    if (sentence.block !== block) told = undefined;
    ({ block } = sentence);
    if (lastDay && lastDay.block < block - 1) lastDay = undefined;
    if (isStamp(doc, words, sentence)) continue;
    let before: Side | undefined;
    for (const expression of shareYears(words, findDateExpressions(doc, sentence))) {
      const side = sideOf(words, sentence, expression, before);
      if (expression.isAhead && isBack(side)) continue; // “the third fire in two weeks”
      before = side;
      const goesOn = told !== undefined && told.sentence !== sentence && !tellsOfBefore(words, sentence);
      const date = resolve(expression, side, { published, last, lastDay: lastDay?.day, told, goesOn });
      if (!date && (expression.date.kind === 'time' || isSameDay(expression.date))) continue; // of no known day
      entries.push(toEntry(doc, sentence, expression, date, side, published));
      if (!date) continue;
      last = date.day;
      if (isSingleDay(expression.date)) lastDay = { day: date.day, block };
      told = toldBy(expression.date, date, isBack(side) ? told : undefined, sentence) ?? told;
    }
  }
  return entries;
}

/** What a date says of the year its paragraph is in: a year of its own, or the month that the story has come to. */
function toldBy(
  date: DateWords,
  { day }: Resolved,
  told: Told | undefined,
  sentence: Sentence,
): Told | undefined {
  const isNamed = 'year' in date && date.year !== undefined;
  const isMonth = 'month' in date && date.month !== undefined && !('shift' in date);
  if (!isNamed && !(isMonth && told)) return undefined;
  const year = new Date(day).getUTCFullYear();
  return { year, month: isMonth ? date.month : undefined, sentence };
}

/** “In June it had been mended”; where “had” is the verb itself, nothing is lost but a year's step. */
function tellsOfBefore({ lower }: Words, { firstToken, endToken }: Sentence): boolean {
  for (let i = firstToken; i < endToken; i++) if (lower[i] === 'had' || lower[i] === "hadn't") return true;
  return false;
}

/** The year of a month that is told without one: who tells of a month before the last one means the year after. */
function toldYear({ told, goesOn, published }: Context, month: number): number | undefined {
  if (!told) return undefined;
  const { year } = told;
  if (!goesOn || told.month === undefined || month >= told.month) return year;
  const isToCome = published !== undefined && Date.UTC(year + 1, month, 1) > published;
  return isToCome ? year : year + 1;
}

/** Whether a sentence only says when it was written: “Updated at 9 p.m.”, “— Jo Roe (@joroe) May 3, 2027”. */
function isStamp(
  { text, tokens }: TextDocument,
  { lower, shape }: Words,
  { start, end, firstToken, endToken }: Sentence,
): boolean {
  if (endToken - firstToken > LONGEST_STAMP) return false;
  if (STAMPED.test(lower[firstToken]!)) {
    for (let i = firstToken + 1; i < endToken; i++)
      if (
        tokens.kind[i] === TokenKind.word &&
        !STAMP_WORDS.has(lower[i]!.replace(/\.$/, '')) &&
        !(shape[i]! & Shape.allCaps)
      )
        return false; // capitals are time zones
    return true;
  }
  return /^[—–-]/.test(text.charAt(start)) && /\(@\w+\)/.test(text.slice(start, end));
}
const LONGEST_STAMP = 24;
const STAMPED = /^(?:updated|published|posted|modified|revised)$/;
const STAMP_WORDS = new Set([
  ...'at on the a.m p.m am pm last first originally updated published posted time and'.split(' '),
  ...DAYS,
  ...MONTHS,
  ...MONTHS.map(month => month.slice(0, 3)),
]);

function isBack(side: Side): boolean {
  return side === 'back' || side === 'over';
}

/** “From July 30 to Aug. 14, 1932”: the year of the one is that of the other, or the one before. */
function shareYears({ lower }: Words, expressions: readonly DateExpression[]): DateExpression[] {
  return expressions.map((expression, i) => {
    const { date, end } = expression;
    const next = expressions[i + 1];
    if (date.kind !== 'day' || date.year !== undefined || next?.date.kind !== 'day') return expression;
    const { month, year } = next.date;
    if (year === undefined || month === undefined || date.month === undefined) return expression;
    if (next.first !== end + 1 || !RANGE.has(lower[end]!)) return expression;
    return { ...expression, date: { ...date, year: date.month > month ? year - 1 : year } };
  });
}
const RANGE = new Set(['to', 'until', 'till', 'through', '-', '–', '—']);

/** “That day”, “the same week”. */
function isSameDay(date: DateWords): boolean {
  return date.kind === 'offset' && date.from === 'text' && date.count === 0;
}

/** “On Monday”, “3 May”, “two days later”: neither a week nor a year. */
function isSingleDay(date: DateWords): boolean {
  return date.kind === 'day' || date.kind === 'weekday' || (date.kind === 'offset' && date.unit === 'day');
}

function parseDay(time: string | undefined): number | undefined {
  const match = time && /^(\d{4})-(\d{2})-(\d{2})/.exec(time);
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : undefined;
}

function toEntry(
  doc: TextDocument,
  sentence: Sentence,
  { first, end, date: words, time }: DateExpression,
  date: Resolved | undefined,
  side: Side,
  published: number | undefined,
): TimelineEntry {
  const precision = date?.precision ?? precisionOf(words);
  const iso = date && isoOf(date, time);
  return {
    ...spanOf(doc, { first, end }),
    ...(iso !== undefined && { date: iso }),
    precision: iso !== undefined && time ? 'time' : precision,
    ...(iso !== undefined && isOfWeek(words) && { approximate: true }),
    tense: tenseOf(words, iso, side, published),
    sentence: { start: sentence.start, end: sentence.end },
  };
}

/** “Last week”, “this weekend”, “three weeks ago”: no single day. */
function isOfWeek(words: DateWords): boolean {
  return 'unit' in words && (words.unit === 'week' || words.unit === 'weekend');
}

function precisionOf(words: DateWords): Precision {
  switch (words.kind) {
    case 'year':
      return 'year';
    case 'month':
      return 'month';
    case 'period':
    case 'offset':
    case 'soon':
      return words.unit === 'month' ? 'month' : /^(?:year|season|decade)$/.test(words.unit) ? 'year' : 'day';
    case 'time':
      return 'time';
    case 'day':
    case 'weekday':
      return 'day';
  }
}

const LENGTHS = { day: 10, time: 10, month: 7, year: 4 } as const;

function isoOf({ day, precision }: Resolved, time: DateExpression['time']): string {
  const iso = new Date(day).toISOString().slice(0, LENGTHS[precision]);
  if (!time || precision !== 'day') return iso;
  return `${iso}T${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

/** Past or upcoming: by the date where it tells, else by what the words and the sentence say. */
function tenseOf(
  words: DateWords,
  iso: string | undefined,
  side: Side,
  published: number | undefined,
): TimelineEntry['tense'] {
  if (iso !== undefined && published !== undefined) {
    const date = iso.slice(0, 10);
    const today = new Date(published).toISOString().slice(0, date.length);
    if (date !== today) return date < today ? 'past' : 'upcoming';
  }
  const shift = 'shift' in words ? words.shift : undefined;
  if (shift === 'next') return 'upcoming';
  if (shift === 'last') return 'past';
  if (words.kind === 'soon') return 'upcoming';
  if (words.kind === 'offset' && words.from === 'publication' && words.count !== 0)
    return words.count > 0 ? 'upcoming' : 'past';
  return isBack(side) ? 'past' : 'upcoming';
}

/** The date an expression means; undefined where that takes a day that is not known. */
function resolve({ date }: DateExpression, side: Side, context: Context): Resolved | undefined {
  const { published, last, lastDay } = context;
  switch (date.kind) {
    case 'year':
      return { day: Date.UTC(date.year, 0, 1), precision: 'year' };
    case 'month': {
      const told = date.shift || !isBack(side) ? undefined : toldYear(context, date.month); // what is to come has a year of its own
      const of = date.year ?? told ?? yearNear(published, date.month, side, date.shift);
      return of === undefined ? undefined : { day: Date.UTC(of, date.month, 1), precision: 'month' };
    }
    case 'day':
      return resolveDay(date, side, context);
    case 'weekday': {
      const day =
        published === undefined ? undefined : weekdayNear(published, date.weekday, side, date.shift);
      return day === undefined ? undefined : { day, precision: 'day' };
    }
    case 'period':
      return published === undefined ? undefined : periodFrom(published, date.unit, date.shift, side);
    case 'offset': {
      const from = date.from === 'publication' ? published : last;
      return from === undefined ? undefined : offsetFrom(from, date);
    }
    case 'soon':
      return undefined;
    case 'time': {
      const day = lastDay ?? published;
      return day === undefined ? undefined : { day, precision: 'day' };
    }
  }
}

function resolveDay(
  { day, month, year: own }: Extract<DateWords, { kind: 'day' }>,
  side: Side,
  context: Context,
): Resolved | undefined {
  const { published } = context;
  if (month === undefined) {
    if (published === undefined) return undefined;
    const now = new Date(published);
    const today = now.getUTCDate();
    const shift = !isBack(side) && day < today ? 1 : isBack(side) && day > today ? -1 : 0;
    const resolved = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + shift, day);
    return { day: resolved, precision: 'day' };
  }
  const told = isBack(side) ? toldYear(context, month) : undefined;
  const of = own ?? told ?? yearNear(published, month, side, undefined, day);
  return of === undefined ? undefined : { day: Date.UTC(of, month, day), precision: 'day' };
}

/** Who means a day of another year that is so near in this one says so. */
const JUST_OVER_MS = 60 * DAY_MS;
const JUST_AHEAD_MS = 45 * DAY_MS;
/** The same in months, by how the sentence looks at it. */
const JUST_OVER_MONTHS = 2;
const JUST_OVER_MONTHS_THEN = 5;

/** The year that puts a month (and day) on the right side of the day of publication. */
function yearNear(
  published: number | undefined,
  month: number,
  side: Side,
  shift: Shift | undefined,
  day?: number,
): number | undefined {
  if (published === undefined) return undefined;
  const now = new Date(published);
  const year = now.getUTCFullYear();
  const here = now.getUTCMonth();
  if (shift === 'this') return year;
  if (shift === 'next') return month > here ? year : year + 1;
  if (shift === 'last') return month < here ? year : year - 1;
  const isOver = month < here || (month === here && day !== undefined && day < now.getUTCDate());
  const isAhead = month > here || (month === here && day !== undefined && day > now.getUTCDate());
  if (side === 'ahead' || side === 'then') {
    const isJustOver =
      day === undefined
        ? here - month <= (side === 'then' ? JUST_OVER_MONTHS_THEN : JUST_OVER_MONTHS)
        : published - Date.UTC(year, month, day) < JUST_OVER_MS;
    return isOver && !isJustOver ? year + 1 : year;
  }
  const isJustAhead =
    side === 'back' && day !== undefined && Date.UTC(year, month, day) - published < JUST_AHEAD_MS;
  return isAhead && !isJustAhead ? year - 1 : year;
}

/**
 * The weekday nearest on its side, the day of publication included. “Last Friday” is before it; “next Friday” is in the
 * week after, as weeks begin on Monday.
 */
function weekdayNear(published: number, weekday: number, side: Side, shift: Shift | undefined): number {
  const today = new Date(published).getUTCDay();
  const ahead = (weekday - today + 7) % 7;
  const back = -((today - weekday + 7) % 7);
  const ofWeek = mondayBased(weekday) - mondayBased(today);
  if (shift === 'next') return published + (ofWeek + 7) * DAY_MS;
  if (shift === 'last') return published + (back || -7) * DAY_MS;
  if (shift === 'this') return published + ofWeek * DAY_MS;
  return published + (isBack(side) ? back : ahead) * DAY_MS;
}

const mondayBased = (weekday: number): number => (weekday + 6) % 7;

const STEPS: Record<Shift, number> = { last: -1, this: 0, next: 1 };

function periodFrom(
  published: number,
  unit: Extract<DateWords, { kind: 'period' }>['unit'],
  shift: Shift,
  side: Side,
): Resolved | undefined {
  const now = new Date(published);
  const year = now.getUTCFullYear();
  const step = STEPS[shift];
  switch (unit) {
    case 'week':
      return { day: published + 7 * step * DAY_MS, precision: 'day' };
    case 'weekend': {
      const saturday = published + (5 - mondayBased(now.getUTCDay())) * DAY_MS;
      const isThisOver = shift === 'this' && isBack(side) && saturday > published;
      const weeks = shift === 'last' && saturday <= published - DAY_MS ? -1 : isThisOver ? -1 : step;
      return { day: saturday + 7 * weeks * DAY_MS, precision: 'day' };
    }
    case 'month':
      return { day: Date.UTC(year, now.getUTCMonth() + step, 1), precision: 'month' };
    case 'season':
    case 'year':
      return { day: Date.UTC(year + step, 0, 1), precision: 'year' };
    case 'hour':
    case 'day':
    case 'decade':
      return undefined;
  }
}

function offsetFrom(
  from: number,
  { unit, count }: Extract<DateWords, { kind: 'offset' }>,
): Resolved | undefined {
  const date = new Date(from);
  switch (unit) {
    case 'hour':
      return { day: from + Math.trunc(count / 24) * DAY_MS, precision: 'day' };
    case 'day':
      return { day: from + count * DAY_MS, precision: 'day' };
    case 'week':
      return { day: from + 7 * count * DAY_MS, precision: 'day' };
    case 'month':
      return { day: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1), precision: 'month' };
    case 'year':
      return { day: Date.UTC(date.getUTCFullYear() + count, 0, 1), precision: 'year' };
    case 'decade':
      return { day: Date.UTC(date.getUTCFullYear() + 10 * count, 0, 1), precision: 'year' };
    case 'weekend':
    case 'season':
      return undefined;
  }
}
