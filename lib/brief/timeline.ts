import { TokenKind } from '../text/document.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import type { TimelineEntry } from './brief.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const SHORT_MONTHS = new Map(
  MONTHS.flatMap((month, m) => [
    [month, m],
    [month.slice(0, 3), m],
    [`${month.slice(0, 3)}.`, m],
  ]),
);
SHORT_MONTHS.set('sept', 8).set('sept.', 8);

const DAY_MS = 86_400_000;

/** What the words of a date say, before it is known which year or week they mean. */
interface Expression {
  first: number;
  end: number;
  precision: 'day' | 'month' | 'year';
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  offsetDays?: number; // yesterday: -1
  shift?: 'last' | 'next';
}

/**
 * Date expressions of the text, in reading order, resolved against the day of publication where it is known;
 * without it relative dates keep no `date`.
 */
export function findTimeline(doc: TextDocument, publishedTime?: string): TimelineEntry[] {
  const words = wordsOf(doc);
  const published = parseDay(publishedTime);
  const entries: TimelineEntry[] = [];
  for (const sentence of doc.sentences) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const expression = expressionAt(doc, words, i, sentence);
      if (!expression) continue;
      entries.push(resolve(doc, words, sentence, expression, published));
      i = expression.end - 1;
    }
  }
  return entries;
}

function parseDay(time: string | undefined): number | undefined {
  const match = time && /^(\d{4})-(\d{2})-(\d{2})/.exec(time);
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : undefined;
}

function expressionAt(
  doc: TextDocument,
  words: Words,
  i: number,
  sentence: Sentence,
): Expression | undefined {
  const word = words.lower[i]!;
  const kind = doc.tokens.kind[i];
  if (kind === TokenKind.number) return dateFromNumber(doc, words, i, sentence);
  if (kind !== TokenKind.word) return undefined;
  const month = SHORT_MONTHS.get(word);
  if (
    month !== undefined &&
    words.shape[i]! & 1 &&
    (word !== 'may' || isMonthMay(doc, words, i)) &&
    word !== 'mar'
  ) {
    return monthAt(doc, words, i, month, sentence);
  }
  const weekday = DAYS.indexOf(word);
  if (weekday >= 0) {
    const before = words.lower[i - 1];
    const shift = before === 'last' || before === 'next' ? before : undefined;
    return { first: shift ? i - 1 : i, end: i + 1, precision: 'day', weekday, ...(shift && { shift }) };
  }
  if (word === 'yesterday') return { first: i, end: i + 1, precision: 'day', offsetDays: -1 };
  if (word === 'today' || word === 'tonight')
    return { first: i, end: i + 1, precision: 'day', offsetDays: 0 };
  if (word === 'tomorrow') return { first: i, end: i + 1, precision: 'day', offsetDays: 1 };
  if (word === 'last' || word === 'next') {
    const unit = words.lower[i + 1];
    if (unit === 'year' || unit === 'month') return { first: i, end: i + 2, precision: unit, shift: word };
    if (unit === 'week')
      return { first: i, end: i + 2, precision: 'day', shift: word, offsetDays: word === 'last' ? -7 : 7 };
  }
  return undefined;
}

function isMonthMay(doc: TextDocument, words: Words, i: number): boolean {
  const before = words.lower[i - 1] ?? '';
  return (
    doc.tokens.kind[i + 1] === TokenKind.number ||
    doc.tokens.kind[i - 1] === TokenKind.number ||
    /^(?:in|of|since|by|until|last|next|late|early|mid)$/.test(before)
  );
}

/** “2014”, “3 March 2020”, “2020-03-03”. */
function dateFromNumber(
  doc: TextDocument,
  words: Words,
  i: number,
  sentence: Sentence,
): Expression | undefined {
  const word = words.lower[i]!;
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  let m = i + 1;
  if (words.lower[m] === 'of') m++;
  const month = SHORT_MONTHS.get(words.lower[m] ?? '');
  if (
    day &&
    month !== undefined &&
    m < sentence.endToken &&
    words.shape[m]! & 1 &&
    Number(day[1]) >= 1 &&
    Number(day[1]) <= 31
  ) {
    const year = yearAt(doc, words, words.lower[m + 1] === ',' ? m + 2 : m + 1, sentence);
    const end = year === undefined ? m + 1 : words.lower[m + 1] === ',' ? m + 3 : m + 2;
    return {
      first: i,
      end,
      precision: 'day',
      day: Number(day[1]),
      month,
      ...(year !== undefined && { year }),
    };
  }
  const year = yearAt(doc, words, i, sentence);
  if (year === undefined) return undefined;
  const before = words.lower[i - 1] ?? '';
  const after = words.lower[i + 1] ?? '';
  const introduced =
    /^(?:in|since|by|until|of|from|during|before|after|early|late|mid|the|and|to|between|–|-)$/.test(before);
  if (!introduced || /^(?:people|miles|km|metres|dollars|euros|%|percent)$/.test(after)) return undefined;
  return { first: i, end: i + 1, precision: 'year', year };
}

function yearAt(doc: TextDocument, words: Words, i: number, sentence: Sentence): number | undefined {
  if (i >= sentence.endToken || doc.tokens.kind[i] !== TokenKind.number) return undefined;
  return /^(?:1[5-9]|20)\d\d$/.test(words.lower[i]!) ? Number(words.lower[i]) : undefined;
}

/** “March 2020”, “March 3, 2020”, “March 3”, “in March”. */
function monthAt(
  doc: TextDocument,
  words: Words,
  i: number,
  month: number,
  sentence: Sentence,
): Expression | undefined {
  const next = i + 1;
  const day = next < sentence.endToken ? /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words.lower[next]!) : null;
  if (day && Number(day[1]) >= 1 && Number(day[1]) <= 31) {
    const at = words.lower[next + 1] === ',' ? next + 2 : next + 1;
    const year = yearAt(doc, words, at, sentence);
    return {
      first: i,
      end: year === undefined ? next + 1 : at + 1,
      precision: 'day',
      day: Number(day[1]),
      month,
      ...(year !== undefined && { year }),
    };
  }
  const year = yearAt(doc, words, next, sentence);
  if (year !== undefined) return { first: i, end: next + 1, precision: 'month', month, year };
  const before = words.lower[i - 1];
  const shift = before === 'last' || before === 'next' ? before : undefined;
  return { first: shift ? i - 1 : i, end: next, precision: 'month', month, ...(shift && { shift }) };
}

const UPCOMING = new Set(
  "will 'll upcoming scheduled due planned plans expected set tomorrow next later".split(' '),
);

/** Whether the words around a date speak of what is still to come. */
function isUpcoming(words: Words, sentence: Sentence, { first }: Expression): boolean {
  for (let i = first - 1; i >= sentence.firstToken && i > first - 16; i--) {
    const word = words.lower[i]!;
    if (word === 'will' || word === "'ll" || UPCOMING.has(word)) return true;
    if (
      word === 'was' ||
      word === 'were' ||
      word === 'had' ||
      word === 'said' ||
      (word.length > 4 && word.endsWith('ed'))
    )
      return false;
  }
  // “On Tuesday the court will …”
  for (let i = first + 1; i < sentence.endToken && i < first + 14; i++) {
    const word = words.lower[i]!;
    if (word === 'will') return true;
    if (
      word === 'was' ||
      word === 'were' ||
      word === 'had' ||
      word === 'said' ||
      (word.length > 4 && word.endsWith('ed'))
    )
      return false;
  }
  return false;
}

function resolve(
  doc: TextDocument,
  words: Words,
  sentence: Sentence,
  expression: Expression,
  published: number | undefined,
): TimelineEntry {
  const upcomingWords = isUpcoming(words, sentence, expression);
  const date = dateOf(expression, published, upcomingWords);
  let upcoming = expression.shift === 'next' || (expression.offsetDays ?? 0) > 0 || upcomingWords;
  if (expression.shift === 'last' || (expression.offsetDays ?? 0) < 0) upcoming = false;
  if (date !== undefined && published !== undefined) {
    const today = new Date(published).toISOString().slice(0, date.length);
    if (date < today) upcoming = false;
    else if (date > today) upcoming = true;
  }
  return {
    start: doc.tokens.start[expression.first]!,
    end: doc.tokens.end[expression.end - 1]!,
    ...(date !== undefined && { date }),
    precision: expression.precision,
    tense: upcoming ? 'upcoming' : 'past',
    sentence: { start: sentence.start, end: sentence.end },
  };
}

/** The ISO date an expression means; undefined where that takes a day of publication that is not known. */
function dateOf(
  expression: Expression,
  published: number | undefined,
  upcoming: boolean,
): string | undefined {
  const { precision, month, day, shift } = expression;
  if (precision === 'year' && expression.year !== undefined) return String(expression.year);
  if (expression.year !== undefined)
    return iso(expression.year, month ?? 0, precision === 'day' ? day : undefined);
  if (published === undefined) return undefined;
  const now = new Date(published);
  if (expression.offsetDays !== undefined)
    return new Date(published + expression.offsetDays * DAY_MS).toISOString().slice(0, 10);
  if (expression.weekday !== undefined)
    return weekdayDate(published, expression.weekday, upcoming || shift === 'next');
  if (precision === 'year') return String(now.getUTCFullYear() + (shift === 'next' ? 1 : -1));
  if (month === undefined) {
    const other = new Date(
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + (shift === 'next' ? 1 : -1), 1),
    );
    return other.toISOString().slice(0, 7);
  }
  const year = yearNear(now, month, upcoming || shift === 'next', shift === 'last');
  return iso(year, month, precision === 'day' ? day : undefined);
}

function iso(year: number, month: number, day?: number): string {
  const start = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;
  return day === undefined ? start : `${start}-${String(day).padStart(2, '0')}`;
}

/** The next such weekday for what is to come, else the last one, the day of publication included. */
function weekdayDate(published: number, weekday: number, upcoming: boolean): string {
  const today = new Date(published).getUTCDay();
  const gap = upcoming ? (weekday - today + 7) % 7 || 7 : -((today - weekday + 7) % 7);
  return new Date(published + gap * DAY_MS).toISOString().slice(0, 10);
}

/** The year that puts a month on the right side of the day of publication. */
function yearNear(now: Date, month: number, upcoming: boolean, last: boolean): number {
  const year = now.getUTCFullYear();
  if (upcoming) return month < now.getUTCMonth() ? year + 1 : year;
  return month > now.getUTCMonth() || (last && month === now.getUTCMonth()) ? year - 1 : year;
}
