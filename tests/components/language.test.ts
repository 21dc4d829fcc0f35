import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatDayOf, formatMoment } from '../../components/language.ts';

const { TZ } = process.env;
beforeEach(() => {
  Object.assign(fakeBrowser, { i18n: { getMessage: () => 'en' } });
  process.env['TZ'] = 'America/Los_Angeles'; // hours behind the clock that dates are written by
});
afterEach(() => {
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
});

it.each([
  ['a day', '2026-11-20', 'November 20, 2026'],
  ['a moment, where the reader is', '2026-11-20T03:00:00Z', 'November 19, 2026'],
  ['no date', 'soon', 'soon'],
])('no day slips to the one before: %s', (_case, iso, shown) => {
  expect(formatDayOf(iso)).toBe(shown);
});

it('a moment that is only a day has no hour', () => {
  expect(formatMoment('2026-11-20')).toContain('November 20, 2026');
});
