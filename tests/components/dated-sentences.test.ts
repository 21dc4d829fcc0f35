import { expect, it } from 'vitest';
import { bySentence } from '../../components/dated-sentences.ts';
import { findTimeline } from '../../lib/brief/timeline.ts';
import { parseText } from '../../lib/text/parse.ts';

it('shows a sentence once, with all its dates', () => {
  const text = 'It will rain on Monday and on Tuesday. It will snow on Friday.';
  const groups = bySentence(findTimeline(parseText(text), '2024-05-15'));
  expect(groups.map(({ entries }) => entries.map(({ start, end }) => text.slice(start, end)))).toEqual([
    ['Friday'], // the 17th
    ['Monday', 'Tuesday'], // of the week after
  ]);
  expect(text.slice(groups[0]!.sentence.start, groups[0]!.sentence.end)).toBe('It will snow on Friday.');
});

it('lists a sentence by the date it tells first, though another is earlier', () => {
  const text =
    'Last August the dam broke, as it had in October 2019. In June 2022 it was mended. Since 2021 it had leaked.';
  const groups = bySentence(findTimeline(parseText(text), '2024-05-15'));
  expect(groups.map(({ lead }) => text.slice(lead.start, lead.end))).toEqual([
    '2021',
    'June 2022',
    'Last August',
  ]);
});

it('lists a sentence by its first known date, and last where it tells none', () => {
  const sentence = { start: 0, end: 40 };
  const entry = { start: 0, end: 5, precision: 'day', tense: 'past' } as const;
  const groups = bySentence([
    { ...entry, sentence: { start: 50, end: 90 } },
    { ...entry, sentence },
    { ...entry, start: 9, date: '2024-03-01', sentence },
  ]);
  expect(groups.map(({ lead, sentence: { start } }) => [start, lead.date])).toEqual([
    [0, '2024-03-01'],
    [50, undefined],
  ]);
});

it('lists what comes some day of a month or year behind the days of it, and what was in it before them', () => {
  const sentenceAt = (start: number) => ({ start, end: start + 9 });
  const dates = ['2026-10', '2026-10-22', '2026', '2026-12-01', '2027-01', '2026-11-02T09:00:00Z'];
  const order = (tense: 'past' | 'upcoming') =>
    bySentence(
      dates.map((date, i) => ({
        ...sentenceAt(10 * i),
        date,
        precision: 'day' as const,
        tense,
        sentence: sentenceAt(10 * i),
      })),
    ).map(({ lead }) => lead.date);
  expect(order('upcoming')).toEqual([
    '2026-10-22',
    '2026-10',
    '2026-11-02T09:00:00Z',
    '2026-12-01',
    '2026',
    '2027-01',
  ]);
  expect(order('past')).toEqual(dates.toSorted());
});
