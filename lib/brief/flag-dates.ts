import type { Flag } from './brief.ts';
import type { Story } from './story.ts';
import { DAYS, MONTHS } from './date-expressions.ts';

const DAY_NAMES = DAYS.join('|');
const MONTH_NAMES = MONTHS.join('|');
const WEEKDAY_DATE = new RegExp(
  `\\b(${DAY_NAMES}),? (?:(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH_NAMES})|(${MONTH_NAMES}) (\\d{1,2})(?:st|nd|rd|th)?),? (\\d{4})\\b`,
  'gi',
);

/** A day of the week beside a date that falls on another one. */
export function findDateMismatches({ doc }: Story): Flag[] {
  if (!/day,? .{4,30}\d{4}/i.test(doc.text)) return []; // the whole expression takes a while to be made ready
  return [...doc.text.matchAll(WEEKDAY_DATE)].flatMap((match): Flag[] => {
    const [words, weekday = '', day1, month1, month2, day2, year] = match;
    const month = MONTHS.indexOf((month1 ?? month2 ?? '').toLowerCase());
    const day = new Date(Date.UTC(Number(year), month, Number(day1 ?? day2)));
    if (day.getUTCMonth() !== month || Number(year) < FIRST_GREGORIAN_YEAR) return [];
    if (DAYS[day.getUTCDay()] === weekday.toLowerCase()) return [];
    const [start, end] = [match.index, match.index + words.length];
    const date = { start: start + words.search(/\d|(?<=\s)\p{Lu}/u), end };
    return [{ kind: 'date-mismatch', start, end, related: [date], because: weekday }];
  });
}
/** The last countries that mattered changed their calendar in 1923. */
const FIRST_GREGORIAN_YEAR = 1924;
