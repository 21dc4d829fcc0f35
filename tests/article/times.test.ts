import { describe, expect, it } from 'vitest';
import { dateInAddress, shownDate } from '../../lib/article/shown-date.ts';
import { isoTime } from '../../lib/article/times.ts';

describe('times', () => {
  it.each([
    ['2026-11-17T08:30:00+01:00', '2026-11-17T08:30:00+01:00'],
    ['2026-11-17T08:30:00.123Z', '2026-11-17T08:30:00Z'],
    ['2026-11-17 08:30', '2026-11-17T08:30:00'],
    ['2026-11-17T08:30:00+0100', '2026-11-17T08:30:00+01:00'],
    ['2026-11-17', '2026-11-17'],
    ['17 November', ''],
    ['2026-13-40', ''],
  ])('%s', (raw, expected) => {
    expect(isoTime(raw)).toBe(expected);
  });

  it.each([
    ['23. November 2026', '2026-11-23'],
    ['Mon, Nov 23, 2026 at 9pm', '2026-11-23'],
    ['le 3 août 2026', '2026-08-03'],
    ['5 de marzo de 2026', '2026-03-05'],
    ['2026年11月23日', '2026-11-23'],
    ['23.11.26', '2026-11-23'],
    ['11/23/2026', '2026-11-23'],
    ['3/4/2026', ''], // April or March
    ['99 bottles', ''],
    ['version 2.10.4', ''],
  ])('a day as shown: %s', (text, expected) => {
    expect(shownDate(text)).toBe(expected);
  });

  it('a day in an address', () => {
    expect(dateInAddress('https://x.example/2026/11/23/ferry')).toBe('2026-11-23');
    expect(dateInAddress('https://x.example/p/20261/1123')).toBe('');
  });
});
