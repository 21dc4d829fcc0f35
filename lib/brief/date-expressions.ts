import { list } from '../text/list.ts';
import { listed } from '../text/listed.ts';
import { TokenKind } from '../text/document.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { Shape, wordsOf } from '../text/words.ts';
import type { Words } from '../text/words.ts';

/** What the words of a date say, before it is known which day, week or year they mean. Months count from 0. */
export type DateWords =
  | { readonly kind: 'day'; readonly year?: number; readonly month?: number; readonly day: number }
  | { readonly kind: 'month'; readonly year?: number; readonly month: number; readonly shift?: Shift }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly shift?: Shift }
  | { readonly kind: 'period'; readonly unit: TimeUnit; readonly shift: Shift } // “last week”, “this summer”: of its year
  | {
      readonly kind: 'offset';
      readonly unit: TimeUnit;
      readonly count: number;
      readonly from: 'publication' | 'text';
    }
  | { readonly kind: 'soon'; readonly unit: TimeUnit } // “in the coming weeks”: of no known day
  | { readonly kind: 'time' }; // a time of day alone

/** Which of its kind, from the day of publication. */
export type Shift = 'last' | 'this' | 'next';
/** What periods are counted in. */
type TimeUnit = 'hour' | 'day' | 'week' | 'weekend' | 'month' | 'season' | 'year' | 'decade';

/** A date expression: tokens `[first, end)`, and the time of day it names. */
export interface DateExpression {
  readonly first: number;
  readonly end: number;
  readonly date: DateWords;
  readonly time?: TimeOfDay;
  /** “in two weeks”: a date only where the sentence looks ahead. */
  readonly isAhead?: boolean;
}
interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** Days of the week and months in lower case, by their numbers from 0; weeks begin on Sunday, as `Date` has it. */
export const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
export const MONTHS =
  'january february march april may june july august september october november december'.split(' ');
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((month, m) => [
    [month, m],
    [month.slice(0, 3), m],
    [`${month.slice(0, 3)}.`, m],
  ]),
);
MONTH_NUMBERS.set('sept', 8).set('sept.', 8);
MONTH_NUMBERS.delete('mar'); // “Mar” is rather a name

const COUNTS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);
for (const one of ['a', 'an']) COUNTS.set(one, 1);
for (const [word, count] of Object.entries({
  couple: 2,
  thirty: 30,
  forty: 40,
  fifty: 50,
  ninety: 90,
  dozen: 12,
}))
  COUNTS.set(word, count);

const UNITS = new Map<string, TimeUnit>([
  ...(['hour', 'day', 'week', 'weekend', 'month', 'year', 'decade'] as const).map(
    unit => [unit, unit] as const,
  ),
  ...(['hours', 'days', 'weeks', 'weekends', 'months', 'years', 'decades'] as const).map(
    units => [units, units.slice(0, -1) as TimeUnit] as const,
  ),
]);
const SEASONS = list('spring summer autumn fall winter quarter semester');
const DAY_PARTS = list('morning afternoon evening night lunchtime');
/** Before a weekday these make a feast or an event of it. */
const NAMED_DAYS = list('black good bloody easter ash super palm holy cyber shrove');

/** The date expressions of a sentence, in reading order; they do not overlap. Linear in the sentence. */
export function findDateExpressions(doc: TextDocument, sentence: Sentence): DateExpression[] {
  const reader = new Reader(doc, sentence);
  const found: DateExpression[] = [];
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const expression = reader.at(i);
    if (!expression) continue;
    found.push(expression);
    i = expression.end - 1;
  }
  return joinTimes(reader, joinApposed(reader, found));
}

/** “Monday night (March 3)”: the day in brackets says which Monday is meant. */
function joinApposed(reader: Reader, found: readonly DateExpression[]): DateExpression[] {
  const joined: DateExpression[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    const isNear =
      last?.date.kind === 'weekday' || (last?.date.kind === 'offset' && last.date.unit === 'day');
    if (last && isNear && next.date.kind === 'day' && reader.isBracketed(last.end, next))
      joined.splice(-1, 1, { ...next, first: last.first, end: next.end + 1 });
    else joined.push(next);
  }
  return joined;
}

/** A time of day and the day beside it are one: “on Tuesday at 9 p.m.”, “at 9 p.m. on Tuesday”. */
function joinTimes(reader: Reader, found: readonly DateExpression[]): DateExpression[] {
  const joined: DateExpression[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    const gap = last && next.first - last.end <= 2 && reader.joins(last.end, next.first);
    if (gap && last.date.kind === 'time' && next.date.kind !== 'time' && !next.time)
      joined.splice(-1, 1, { ...next, first: last.first, time: last.time! });
    else if (gap && next.date.kind === 'time' && last.date.kind !== 'time' && !last.time)
      joined.splice(-1, 1, { ...last, end: next.end, time: next.time! });
    else joined.push(next);
  }
  return joined;
}

/** Reads expressions at tokens of one sentence. */
class Reader {
  readonly #doc: TextDocument;
  readonly #words: Words;
  readonly #sentence: Sentence;
  readonly #opens: (token: number) => number; // of the document's tokens

  constructor(doc: TextDocument, sentence: Sentence) {
    this.#doc = doc;
    this.#words = wordsOf(doc);
    this.#sentence = sentence;
    this.#opens = opensDate(doc);
  }

  /** The expression that begins at a token. */
  at(i: number): DateExpression | undefined {
    if (this.#kind(i) === TokenKind.number)
      return (
        this.#iso(i) ??
        this.#timeOfDay(i) ??
        this.#dayAndMonth(i) ??
        this.#counted(i) ??
        this.#ordinal(i) ??
        this.#yearAlone(i)
      );
    if (!this.#opens(i) || this.#kind(i) !== TokenKind.word) return undefined;
    const word = this.#word(i);
    if (word === 'in' || word === 'within' || word === 'inside' || word === 'over') return this.#ahead(i);
    if (word === 'noon' || word === 'midnight')
      return this.#is(i - 1, 'at', 'by', 'until', 'before', 'after')
        ? this.#just(i, i + 1, { kind: 'time' }, { hour: word === 'noon' ? 12 : 0, minute: 0 })
        : undefined;
    if (word === 'mid' && this.#is(i + 1, '-')) return this.#mid(i);
    return (
      this.#seasonOf(i) ??
      this.#shifted(i) ??
      this.#monthFirst(i) ??
      this.#weekday(i) ??
      this.#deictic(i) ??
      this.#counted(i) ??
      this.#endOf(i)
    );
  }

  /** Whether nothing but “at”, “on”, a comma or an article stands between two tokens. */
  joins(from: number, to: number): boolean {
    for (let i = from; i < to; i++)
      if (!/^(?:at|on|,|by|around|about|from|until)$/.test(this.#word(i))) return false;
    return true;
  }

  /** Whether an expression stands in brackets that open at a token. */
  isBracketed(bracket: number, { first, end }: DateExpression): boolean {
    return first === bracket + 1 && this.#is(bracket, '(') && this.#is(end, ')');
  }

  #inside(i: number): boolean {
    return i >= this.#sentence.firstToken && i < this.#sentence.endToken;
  }
  #word(i: number): string {
    return this.#inside(i) ? this.#words.lower[i]! : '';
  }
  #kind(i: number): number {
    return this.#inside(i) ? this.#doc.tokens.kind[i]! : -1;
  }
  #isCapital(i: number): boolean {
    return this.#inside(i) && (this.#words.shape[i]! & Shape.capital) !== 0;
  }
  #is(i: number, ...words: string[]): boolean {
    return words.includes(this.#word(i));
  }
  #just(first: number, end: number, date: DateWords, time?: TimeOfDay): DateExpression {
    return { first, end, date, ...(time && { time }) };
  }

  /** “2020-03-03”. */
  #iso(i: number): DateExpression | undefined {
    if (!this.#is(i + 1, '-') || !this.#is(i + 3, '-') || !/^\d{4}$/.test(this.#word(i))) return undefined;
    const month = Number(this.#word(i + 2)) - 1;
    const day = dayOf(this.#word(i + 4));
    if (day === undefined || !isDay(day, month)) return undefined;
    return this.#just(i, i + 5, { kind: 'day', year: Number(this.#word(i)), month, day });
  }

  /** “9 p.m.”, “9:30”, “21:00”, “4 am”. */
  #timeOfDay(i: number): DateExpression | undefined {
    const match = /^(\d{1,2})(?:[:.](\d\d))?([ap])?\.?(?:m\.?)?$/.exec(this.#word(i));
    if (!match) return undefined;
    let end = i + 1;
    let half = match[3];
    if (half === undefined) {
      const next = /^([ap])\.?m\.?$/.exec(this.#word(end));
      if (next) {
        half = next[1]!;
        end++;
      } else if (this.#is(end, 'a', 'p') && this.#is(end + 1, '.') && this.#is(end + 2, 'm')) {
        half = this.#word(end);
        end += this.#is(end + 3, '.') && end + 3 < this.#sentence.endToken - 1 ? 4 : 3;
      }
    }
    const clock =
      match[2] !== undefined &&
      this.#is(i - 1, 'at', 'by', 'until', 'from', 'before', 'after', 'around', 'about', 'to', 'and');
    if (half === undefined && (!clock || this.#isAmount(i, end))) return undefined;
    const hour = (Number(match[1]) % (half === undefined ? 24 : 12)) + (half === 'p' ? 12 : 0);
    const minute = Number(match[2] ?? 0);
    if (minute > 59 || Number(match[1]) > 23) return undefined;
    return this.#just(i, end, { kind: 'time' }, { hour, minute });
  }

  /** “at 2.25 per cent”: a number with a point, and what it counts. */
  #isAmount(i: number, end: number): boolean {
    return (
      this.#word(i).includes('.') &&
      (this.#is(end, '%') || (this.#kind(end) === TokenKind.word && !FOLLOWS_TIME.test(this.#word(end))))
    );
  }

  /** “3 March 2020”, “14th of March”, “3 to 5 June”, “3-5 June”. */
  #dayAndMonth(i: number): DateExpression | undefined {
    const day = dayOf(this.#word(i));
    if (day === undefined || this.#is(i - 1, 'every', 'each')) return undefined;
    let m = this.#rangeEnd(i + 1);
    if (this.#is(m, 'of')) m++;
    const month = this.#monthAt(m);
    if (month === undefined || !isDay(day, month)) return undefined;
    const { year, end } = this.#yearAfter(m + 1);
    return this.#just(i, end, { kind: 'day', day, month, ...(year !== undefined && { year }) });
  }

  /** The token after “to 5” or “-5” in a range of days, else the one given. */
  #rangeEnd(i: number): number {
    const isRange = this.#is(i, 'to', 'and', '-', '–', 'until') && dayOf(this.#word(i + 1)) !== undefined;
    return isRange ? i + 2 : i;
  }

  /** “the 14th”, if nothing follows that it could count. */
  #ordinal(i: number): DateExpression | undefined {
    const day = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(this.#word(i));
    if (!day || Number(day[1]) > 31 || Number(day[1]) < 1 || !this.#is(i - 1, 'the')) return undefined;
    if (!this.#is(i - 2, 'on', 'by', 'until', 'before', 'after', 'from', 'since')) return undefined;
    if (this.#kind(i + 1) === TokenKind.word && !ENDS_ORDINAL.test(this.#word(i + 1))) return undefined;
    return this.#just(i - 1, i + 1, { kind: 'day', day: Number(day[1]) });
  }

  /** “in 1999”, “from 1914 to 1918”, “by mid 2025”. */
  #yearAlone(i: number): DateExpression | undefined {
    const year = yearOf(this.#word(i));
    if (year === undefined) return undefined;
    if (this.#is(i + 1, 'dates', 'schedule') && this.#is(i + 2, ':'))
      return this.#just(i, i + 1, { kind: 'year', year }); // “Tour 2027 dates:”
    const isAsOf =
      this.#is(i - 1, 'as') && this.#is(i - 2, 'recently', 'early', 'late') && this.#is(i - 3, 'as');
    if (!isAsOf && !INTRODUCES_YEAR.test(this.#word(i - 1))) return undefined;
    const paired = this.#is(i - 1, 'and', 'to', '-', '–', 'the');
    if (paired && yearOf(this.#word(i - 2)) === undefined && !this.#is(i - 1, 'the')) return undefined;
    const after = this.#word(i + 1);
    // “the 1998 and 2017 storms”
    const isPair = this.#is(i + 1, 'and', '–', '-') && yearOf(this.#word(i + 2)) !== undefined;
    if (this.#is(i - 1, 'the') && !isPair && !DATED_THINGS.test(after)) return undefined;
    if (
      COUNTED_THINGS.test(after) ||
      after === '%' ||
      (this.#kind(i + 1) === TokenKind.word && /(?:people|ers|ies)$/.test(after))
    )
      return undefined;
    return this.#just(i, i + 1, { kind: 'year', year });
  }

  /** “March 2020”, “March 3, 2020”, “June 3-5”, “mid-March”, “in March”. */
  #monthFirst(i: number): DateExpression | undefined {
    const month = this.#monthAt(i);
    if (month === undefined) return undefined;
    if (this.#kind(i - 1) === TokenKind.number && this.#is(i - 2, 'every', 'each')) return undefined;
    const day = dayOf(this.#word(i + 1));
    if (day !== undefined && isDay(day, month)) {
      const { year, end } = this.#yearAfter(this.#rangeEnd(i + 2));
      return this.#just(i, end, { kind: 'day', day, month, ...(year !== undefined && { year }) });
    }
    const { year, end } = this.#yearAfter(i + 1);
    if (year !== undefined) return this.#just(i, end, { kind: 'month', month, year });
    if (this.#isCapital(i + 1) || this.#isHeading(i)) return undefined; // “April Jones”, “March on Washington”
    return this.#just(i, i + 1, { kind: 'month', month });
  }

  /** “mid-March”, “mid-2021”. */
  #mid(i: number): DateExpression | undefined {
    const month = this.#monthFirst(i + 2);
    if (month) return { ...month, first: i };
    const year = yearOf(this.#word(i + 2));
    return year === undefined ? undefined : this.#just(i, i + 3, { kind: 'year', year });
  }

  /** “spring 2027”, “quarter of 2024”: of its year. */
  #seasonOf(i: number): DateExpression | undefined {
    if (!SEASONS.has(this.#word(i))) return undefined;
    const { year, end } = this.#yearAfter(i + 1);
    return year === undefined ? undefined : this.#just(i, end, { kind: 'year', year });
  }

  /** A month that opens a name or a sentence as something else: it must be introduced, or stand before a mark. */
  #isHeading(i: number): boolean {
    const before = this.#word(i - 1);
    if (INTRODUCES_MONTH.test(before) || before === '-') return false;
    return (
      this.#is(i, 'march', 'may', 'august') || !/^(?:the|'s)$/.test(before) === this.#is(i + 1, 'on', 'for')
    );
  }

  /** The month a token names; “mid-March” too. */
  #monthAt(i: number): number | undefined {
    if (!this.#isCapital(i)) return undefined;
    const word = this.#word(i);
    const month = MONTH_NUMBERS.get(word);
    if (month === undefined) return undefined;
    if (word !== 'may') return month;
    const dated = this.#kind(i + 1) === TokenKind.number || this.#kind(i - 1) === TokenKind.number;
    return dated || INTRODUCES_MONTH.test(this.#word(i - 1)) ? month : undefined;
  }

  #yearAfter(i: number): { year?: number; end: number } {
    const comma = this.#is(i, ',') ? 1 : 0;
    const of = this.#is(i, 'of') ? 1 : 0;
    const year =
      this.#kind(i + comma + of) === TokenKind.number ? yearOf(this.#word(i + comma + of)) : undefined;
    return year === undefined ? { end: i } : { year, end: i + comma + of + 1 };
  }

  #weekday(i: number, shift?: Shift): DateExpression | undefined {
    const weekday = DAYS.indexOf(this.#word(i));
    if (weekday < 0 || !this.#isCapital(i) || NAMED_DAYS.has(this.#word(i - 1))) return undefined;
    let end = i + 1;
    if (DAY_PARTS.has(this.#word(end))) end++;
    // “Tuesday 22 October”, “Tuesday, October 22”
    const next = this.#is(end, ',') ? end + 1 : end;
    const dated = this.#dayAndMonth(next) ?? this.#monthFirst(next);
    if (dated?.date.kind === 'day' && dated.date.month !== undefined) return { ...dated, first: i };
    // “Sunday Times”, but not “Tuesday Mr Hart …” after “on”
    if (this.#isCapital(end) && !this.#is(i - 1, 'on', 'last', 'next', 'this', 'by', 'until'))
      return undefined;
    // “May 9, a Thursday”; “a Monday meeting” was on one
    if (this.#is(i - 1, 'a') && !(this.#kind(end) === TokenKind.word && this.#words.class[end] === 0))
      return undefined;
    if (this.#is(i - 1, 'every', 'each')) return undefined;
    return this.#just(i, end, { kind: 'weekday', weekday, ...(shift && { shift }) });
  }

  /** “yesterday”, “tonight”. */
  #deictic(i: number): DateExpression | undefined {
    const count = DEICTIC.get(this.#word(i));
    if (count === undefined) return undefined;
    if (count > 0 && WISHED.test(this.#word(i - 1))) return undefined;
    if (this.#is(i - 1, 'usa')) return undefined; // the paper
    const end = DAY_PARTS.has(this.#word(i + 1)) ? i + 2 : i + 1;
    return this.#just(i, end, { kind: 'offset', unit: 'day', count, from: 'publication' });
  }

  /** “last week”, “next Friday”, “this summer”, “the following year”, “that day”. */
  #shifted(i: number): DateExpression | undefined {
    const word = this.#word(i);
    const shift = SHIFTS.get(word);
    if (shift === undefined) return undefined;
    const next = this.#word(i + 1);
    const textual =
      word === 'following' ||
      word === 'previous' ||
      word === 'same' ||
      (word === 'next' && this.#is(i - 1, 'the'));
    const first = textual && this.#is(i - 1, 'the') ? i - 1 : i;
    const unit = UNITS.get(next);
    if (unit !== undefined && !next.endsWith('s') && unit !== 'hour' && unit !== 'decade') {
      if (textual || word === 'that') {
        if (unit === 'weekend') return undefined;
        // “a budget for the next year”; as a date only where the sentence looks ahead
        if (word === 'next' && this.#is(i - 2, 'for', 'over', 'during', 'within'))
          return { ...this.#just(first, i + 2, { kind: 'soon', unit }), isAhead: true };
        const count = shift === 'next' ? 1 : shift === 'last' ? -1 : 0;
        return this.#just(first, i + 2, { kind: 'offset', unit, count, from: 'text' });
      }
      if (unit === 'day') return undefined; // “this day”
      return this.#just(i, i + 2, { kind: 'period', unit, shift });
    }
    if (word === 'that' || textual) return undefined;
    if (DAY_PARTS.has(next)) {
      if (shift === 'next') return undefined;
      const count = shift === 'last' ? -1 : 0;
      return this.#just(i, i + 2, { kind: 'offset', unit: 'day', count, from: 'publication' });
    }
    if (SEASONS.has(next)) return this.#just(i, i + 2, { kind: 'period', unit: 'season', shift });
    const month = this.#monthAt(i + 1);
    // “in this May 3, 2027, photo” is of a day
    if (month !== undefined && dayOf(this.#word(i + 2)) === undefined && !this.#isCapital(i + 2))
      return this.#just(i, i + 2, { kind: 'month', month, shift });
    const weekday = this.#weekday(i + 1, shift);
    return weekday?.date.kind === 'weekday' ? { ...weekday, first: i } : undefined;
  }

  /** “in two weeks”, “within 48 hours”, “over the next three years”, “in the coming days”. */
  #ahead(i: number): DateExpression | undefined {
    const isComing = this.#is(i + 1, 'the') && this.#is(i + 2, 'next', 'coming');
    const at = this.#is(i + 3, 'few', 'several') ? i + 4 : i + 3;
    if (isComing && /^(?:day|week|month|year)s$/.test(this.#word(at)))
      return { ...this.#just(i, at + 1, { kind: 'soon', unit: UNITS.get(this.#word(at))! }), isAhead: true };
    if (this.#is(i, 'over') && !isComing) return undefined;
    const amount = this.#amount(isComing ? i + 3 : i + 1);
    if (!amount || this.#is(amount.end, 'of', 'since', 'as', 'prison', 'jail', 'that')) return undefined;
    const last = this.#word(amount.end - 1);
    if (/['’]s?$/.test(last) || this.#is(amount.end, "'", '’', "'s")) {
      if (!this.#is(amount.end + 1, 'time') && !this.#is(amount.end, 'time')) return undefined;
    }
    const { unit, count, end } = amount;
    if (this.#is(end, 'a', 'per', 'each', 'every') && UNITS.has(this.#word(end + 1))) return undefined; // “in five days a week”
    return { ...this.#just(i, end, { kind: 'offset', unit, count, from: 'publication' }), isAhead: true };
  }

  /** “three days ago”, “two years later”, “a week earlier”. */
  #counted(i: number): DateExpression | undefined {
    const amount = this.#amount(i);
    if (!amount) return undefined;
    const after = this.#word(amount.end);
    const unit = amount.unit;
    if (after === 'ago')
      return this.#just(i, amount.end + 1, {
        kind: 'offset',
        unit,
        count: -amount.count,
        from: 'publication',
      });
    if (after === 'from' && this.#is(amount.end + 1, 'now', 'today'))
      return this.#just(i, amount.end + 2, {
        kind: 'offset',
        unit,
        count: amount.count,
        from: 'publication',
      });
    if (after === 'later' || after === 'earlier' || after === 'afterwards' || after === 'before') {
      if (after === 'before' && this.#kind(amount.end + 1) === TokenKind.word) return undefined;
      const back = after === 'earlier' || after === 'before';
      return this.#just(i, amount.end + 1, {
        kind: 'offset',
        unit,
        count: back ? -amount.count : amount.count,
        from: 'text',
      });
    }
    return undefined;
  }

  #amount(i: number): { count: number; unit: TimeUnit; end: number } | undefined {
    let at = i;
    if (this.#is(at, 'a', 'the') && this.#is(at + 1, 'couple')) at++;
    if (ABOUT.has(this.#word(at))) at++;
    const word = this.#word(at);
    const isNumber = this.#kind(at) === TokenKind.number;
    const count = isNumber && /^\d{1,3}$/.test(word) ? Number(word) : COUNTS.get(word);
    if (count === undefined || count === 0) return undefined;
    at++;
    if (this.#is(at, 'of') && word === 'couple') at++;
    if (this.#is(at, 'more')) at++;
    const unit = UNITS.get(this.#word(at).replace(/['’]s?$/, ''));
    return unit === undefined || unit === 'weekend' ? undefined : { count, unit, end: at + 1 };
  }

  /** “the end of the month”, “the end of 2025”. */
  #endOf(i: number): DateExpression | undefined {
    if (!this.#is(i, 'end', 'beginning', 'start', 'middle') || !this.#is(i + 1, 'of')) return undefined;
    const first = this.#is(i - 1, 'the') ? i - 1 : i;
    const year = this.#kind(i + 2) === TokenKind.number ? yearOf(this.#word(i + 2)) : undefined;
    if (year !== undefined) return this.#just(first, i + 3, { kind: 'year', year });
    const the = this.#is(i + 2, 'the', 'this') ? 1 : 0;
    const unit = UNITS.get(this.#word(i + 2 + the));
    if (the === 0 || (unit !== 'week' && unit !== 'month' && unit !== 'year')) return undefined;
    return this.#just(first, i + 4, { kind: 'period', unit, shift: 'this' });
  }
}

/** “a better tomorrow” is no day. */
const WISHED = /^(?:an?|the|our|their|of|better|brighter)$/;
const DEICTIC = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
]);
const SHIFTS = new Map<string, Shift>([
  ['last', 'last'],
  ['past', 'last'],
  ['previous', 'last'],
  ['this', 'this'],
  ['that', 'this'],
  ['same', 'this'],
  ['next', 'next'],
  ['coming', 'next'],
  ['following', 'next'],
]);
const ABOUT = list('about around almost nearly just only next');
/** Words that a date expression can begin with, beside numbers. */
const opensDate = listed([
  ...'in within inside over noon midnight mid the end beginning start middle'.split(' '),
  ...DAYS,
  ...[MONTH_NUMBERS, SEASONS, SHIFTS, DEICTIC, COUNTS, ABOUT].flatMap(words => [...words.keys()]),
]);
const INTRODUCES_MONTH =
  /^(?:in|of|since|by|until|till|from|to|before|after|during|through|for|last|next|this|late|early|mid|and|between|each|every)$/;
const INTRODUCES_YEAR =
  /^(?:in|since|by|until|till|of|from|during|before|after|early|late|mid|the|and|to|between|for|through|–|-|\()$/;
/** “the 2024 election”. */
const DATED_THINGS =
  /^(?:elections?|season|budget|report|census|games|olympics|championships?|cup|earthquake|war|vote|referendum|constitution|treaty|agreement|act|deal|festival|coup|crisis)$/;
const COUNTED_THINGS =
  /^(?:people|men|women|children|miles|km|metres|meters|feet|tonnes|tons|dollars|euros|pounds|percent|per|degrees|more|other|homes|jobs|houses|troops|soldiers|votes|seats|cases|deaths|times|of)$/;
/** What may follow a time of day written with a point: “at 9.30 on Monday”. */
const FOLLOWS_TIME =
  /^(?:on|in|at|and|to|till|until|when|as|by|after|before|but|for|with|local|gmt|bst|cet|est|edt|this|yesterday|today|tonight|tomorrow|(?:sun|mon|tues|wednes|thurs|fri|satur)day)$/;
const ENDS_ORDINAL =
  /^(?:and|but|or|when|after|before|with|at|to|as|if|in|that|he|she|it|they|because|while|for)$/;

function dayOf(word: string): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
}

function yearOf(word: string): number | undefined {
  return /^(?:1[5-9]|20)\d\d$/.test(word) ? Number(word) : undefined;
}

function isDay(day: number, month: number): boolean {
  return month >= 0 && month < 12 && day >= 1 && day <= new Date(Date.UTC(2024, month + 1, 0)).getUTCDate();
}
