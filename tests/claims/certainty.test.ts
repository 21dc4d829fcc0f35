import { describe, expect, it } from 'vitest';
import { findHedges } from '../../lib/claims/certainty.ts';
import { parseText } from '../../lib/text/parse.ts';
import { attribution } from './told.ts';

it.each([
  ['a cue before its content', 'It is alleged that the lock may fail.', 'is alleged', 'the lock may fail'],
  ['a cue behind its content', 'The lock may fail, it is alleged.', 'is alleged', 'The lock may fail'],
])('hedges stand in reading order: %s', (_case, text, cue, content) => {
  const hedges = findHedges(parseText(text), attribution(text, null, cue, content));
  expect(hedges.map(({ start, end }) => text.slice(start, end)).toSorted()).toEqual(['alleged', 'may']);
  expect(hedges[0]!.start).toBeLessThan(hedges[1]!.start);
});

const hedgesOf = (text: string, cue: string, content: string, source: string | null = null): string[] =>
  findHedges(parseText(text), attribution(text, source, cue, content)).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('what hedges', () => {
  it.each([
    [
      'passed on by nobody',
      'Two ferries are reported to have sunk.',
      'are reported',
      'to have sunk',
      'reported',
    ],
    ['a worry', 'There are concerns that the dyke is weak.', 'concerns', 'that the dyke is weak', 'concerns'],
    ['figures that suggest', 'Figures suggest that rents fell.', 'suggest', 'that rents fell', 'suggest'],
    ['a modal', 'Rossi said the dyke could break.', 'said', 'the dyke could break', 'could'],
    ['most likely', 'Rossi said it most likely broke.', 'said', 'it most likely broke', 'likely'],
    ['what is not clear', 'Rossi said it was uncertain why.', 'said', 'it was uncertain why', 'uncertain'],
    ['the last word', 'Rossi said the cause was unclear', 'said', 'the cause was unclear', 'unclear'],
    ['one who expects', '“I expect that it holds,” Rossi said.', 'said', 'I expect that it holds', 'expect'],
    ['what one expects', 'Rossi said she expected a leak.', 'said', 'she expected a leak', 'expected'],
    ['a thing that may be', 'Rossi spoke of a possible sale.', 'spoke of', 'a possible sale', 'possible'],
    ['what is foretold', 'A leak is predicted to follow.', 'is predicted', 'to follow', 'predicted'],
  ])('%s', (_case, text, cue, content, word) => {
    expect(hedgesOf(text, cue, content)).toEqual([word]);
  });

  it.each([
    ['a report with a source', 'The fire was reported by a guard.', 'was reported by', 'The fire', 'a guard'],
    ['a plan', 'Rossi hopes to build a dyke.', 'hopes', 'to build a dyke', 'Rossi'],
    ['advice', 'Rossi suggested to close it.', 'suggested', 'to close it', 'Rossi'],
    ['inability', 'Rossi said she could not pay.', 'said', 'she could not pay', 'Rossi'],
    [
      'a subordinate clause',
      'Rossi said it shut because it might fall.',
      'said',
      'it shut because it might fall',
      'Rossi',
    ],
    ['what nobody could', 'Rossi said no one could reach it.', 'said', 'no one could reach it', 'Rossi'],
    [
      'a comparison',
      'Rossi said old dykes are more likely to leak.',
      'said',
      'old dykes are more likely to leak',
      'Rossi',
    ],
    [
      'a superlative',
      'Rossi said rust was the most likely cause.',
      'said',
      'rust was the most likely cause',
      'Rossi',
    ],
    ['leave', 'Rossi said: you may sit.', 'said', 'you may sit', 'Rossi'],
    ['weather', 'Rossi said it flew in uncertain winds.', 'said', 'it flew in uncertain winds', 'Rossi'],
    [
      'what is conceded',
      'Rossi said while it may leak, it floats.',
      'said',
      'while it may leak, it floats',
      'Rossi',
    ],
    ['a prediction', 'Rossi predicts the dyke will hold.', 'predicts', 'the dyke will hold', 'Rossi'],
    ['a demand', '“We expect boats to wait,” Rossi said.', 'said', 'We expect boats to wait', 'Rossi'],
    ['as expected', 'Rossi said it fell, as we expected.', 'said', 'it fell, as we expected', 'Rossi'],
    ['the best', 'Rossi praised the best possible dyke.', 'praised', 'the best possible dyke', 'Rossi'],
    [
      'a possible thing among others',
      'Rossi said the guards saw a possible leak.',
      'said',
      'the guards saw a possible leak',
      'Rossi',
    ],
  ])('not %s', (_case, text, cue, content, source) => {
    expect(hedgesOf(text, cue, content, source)).toEqual([]);
  });
});
