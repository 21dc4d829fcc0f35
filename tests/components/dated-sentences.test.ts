import { expect, it } from 'vitest';
import { bySentence } from '../../components/dated-sentences.ts';
import { findTimeline } from '../../lib/brief/timeline.ts';
import { parseText } from '../../lib/text/parse.ts';

it('shows a sentence once, with all its dates', () => {
  const text = 'It will rain on Monday and on Tuesday. It will snow on Friday.';
  const groups = bySentence(findTimeline(parseText(text), '2024-05-15'));
  expect(groups.map(({ entries }) => entries.map(({ start, end }) => text.slice(start, end)))).toEqual([
    ['Monday', 'Tuesday'],
    ['Friday'],
  ]);
  expect(text.slice(groups[1]!.sentence.start, groups[1]!.sentence.end)).toBe('It will snow on Friday.');
});
