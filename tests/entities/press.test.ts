import { expect, it } from 'vitest';
import { playersOf } from './marked.ts';

const named = (marked: string): string[] =>
  playersOf(marked)
    .players.map(({ type, name }) => `${type} ${name}`)
    .sort();

it.each([
  [
    'seen by nobody',
    'Reuters cited a clerk, and so did the Toronto Star.',
    ['organisation Reuters', 'organisation Toronto Star'],
  ],
  ['read as a person', 'He told [Le Monde PER] so.', ['organisation Le Monde']],
  [
    'two read as one',
    'Then [ABC News Associated Press ORG] came.',
    ['organisation ABC News', 'organisation Associated Press'],
  ],
  [
    'two with “and” between',
    'It owns the [Daily Express and Daily Star ORG].',
    ['organisation Daily Express', 'organisation Daily Star'],
  ],
  ['cut short', 'According to [USA LOC] Today, it rained.', ['organisation USA Today']],
  ['with its article', 'The clerk told The Guardian’s man so.', ['organisation Guardian']],
])('the press is known by its names: %s', (_case, marked, expected) => {
  expect(named(marked)).toEqual(expected);
});

it.each([
  ['a plain word', 'The guardian of the port and the Guardian left.', []],
  ['an article that opens a sentence', 'It rained. The Sun shone.', []],
  [
    'a longer name',
    'The [Boston Globe Foundation ORG] met.',
    ['organisation Boston Globe Foundation', 'place Boston'],
  ],
  ['a longer name with an article', 'She leads The Guardian Council there.', []],
  ['who sent the report', '[ORSK LOC] (Reuters) - It rained.', ['place ORSK']],
  ['another case', 'She read a times of israel there.', []],
])('the press is not %s', (_case, marked, expected) => {
  expect(named(marked)).toEqual(expected);
});
