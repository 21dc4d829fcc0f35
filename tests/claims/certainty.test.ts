import { expect, it } from 'vitest';
import { findHedges } from '../../lib/claims/certainty.ts';
import { parseText } from '../../lib/text/parse.ts';

const spanOf = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

it.each([
  ['a cue before its content', 'It is alleged that the lock may fail.', 'is alleged', 'the lock may fail'],
  ['a cue behind its content', 'The lock may fail, it is alleged.', 'is alleged', 'The lock may fail'],
])('hedges stand in reading order: %s', (_case, text, cue, content) => {
  const hedges = findHedges(parseText(text), spanOf(text, cue), [spanOf(text, content)]);
  expect(hedges.map(({ start, end }) => text.slice(start, end)).toSorted()).toEqual(['alleged', 'may']);
  expect(hedges[0]!.start).toBeLessThan(hedges[1]!.start);
});
