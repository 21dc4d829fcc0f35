import { t } from '../lib/browser/i18n.ts';
import type { TimelineEntry } from '../lib/brief/brief.ts';

/** Numbers, lists and dates in the language the words are in, which need not be the browser's. */

/** The reader's own variety of the language the words are in: British dates for a British reader. */
function language(): string {
  const words = t('locale');
  return navigator.languages.find(it => it === words || it.startsWith(`${words}-`)) ?? words;
}

/** A number with its marks: “1,200”. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** A part of a whole; less than one in a hundred is still something. */
export function formatPercent(part: number): string {
  const shown = part > 0 ? Math.max(part, 0.01) : part;
  return new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(shown);
}

/** How long from now, in whole minutes or hours, never less than it is: “in 2 minutes”. */
export function formatWait(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  const words = new Intl.RelativeTimeFormat(language());
  return minutes < 120 ? words.format(minutes, 'minute') : words.format(Math.ceil(minutes / 60), 'hour');
}

/** Things one after the other: “a, b and c”. */
export function formatList(values: readonly string[]): string {
  return new Intl.ListFormat(language()).format(values);
}

/** A moment as day and time where the reader is; as given if it is no date. */
export function formatMoment(iso: string): string {
  if (/^\d{4}(-\d{2}){0,2}$/.test(iso)) return formatDay(iso, iso.length === 10 ? 'day' : 'month');
  return inParts(iso, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** A later moment beside an earlier one: the time alone if it is the same day. */
export function formatLater(iso: string, earlier: string | undefined): string {
  const isSameDay = earlier !== undefined && formatDayOf(iso) === formatDayOf(earlier);
  return isSameDay ? inParts(iso, { hour: 'numeric', minute: '2-digit' }) : formatMoment(iso);
}

/** The day of a moment, where the reader is; as given if it is no date. What is only a day stays that day. */
export function formatDayOf(iso: string): string {
  const zone = iso.includes('T') ? {} : { timeZone: 'UTC' };
  return inParts(iso, { day: 'numeric', month: 'long', year: 'numeric', ...zone });
}

function inParts(iso: string, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language(), parts).format(date);
}

/** A date of the timeline, as precise as the article is; null if the article gives none. */
export function formatDate(entry: TimelineEntry): string | null {
  if (entry.date === undefined) return null;
  if (entry.approximate) return t('dateAbout', formatDayOf(entry.date));
  return entry.precision === 'time' ? formatMoment(entry.date) : formatDay(entry.date, entry.precision);
}

const DAY_PARTS = {
  day: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
} as const;

/** Days have no time zone: read and shown in UTC so that none slips to the day before. */
function formatDay(iso: string, precision: keyof typeof DAY_PARTS): string {
  return inParts(iso, { ...DAY_PARTS[iso.length === 4 ? 'year' : precision], timeZone: 'UTC' });
}
