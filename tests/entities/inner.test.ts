import { describe, expect, it } from 'vitest';
import { playersOf } from './marked.ts';

const placesOf = (marked: string): string[] =>
  playersOf(marked)
    .players.filter(({ type, salience }) => type === 'place' && salience === 0)
    .map(({ name }) => name);

describe('places inside other names', () => {
  it.each([
    ['where a body is', 'The [University of Oslo ORG] grew.', ['Oslo']],
    ['where a body is, of a town nobody knows', 'The [University of Tollingmere ORG] grew.', ['Tollingmere']],
    ['whose a team is', 'The [Chicago Foxes ORG] won.', ['Chicago']],
    ['two words', 'The [New Zealand Weir Board ORG] met.', ['New Zealand']],
    ['where a hall is', 'They met in [Oslo Concert Hall LOC].', ['Oslo']],
    ['in two names', 'The [Oslo Weir Board ORG] sued the [Bank of Oslo ORG].', ['Oslo']],
  ])('are players, the least of all: %s', (_case, text, expected) => {
    expect(placesOf(text)).toEqual(expected);
  });

  it.each([
    ['a place the text names by itself', 'The [University of Oslo ORG] grew. [Oslo LOC] did not.'],
    [
      'part of a longer place',
      'They left [New York City LOC] for [South Australia LOC] and [Mexico City LOC].',
    ],
    ['part of a longer place in a body', 'The [Bank of New South Wales ORG] failed.', ['New South Wales']],
    ['a state that is a word of the name', 'The [Tollingmere State of Mind Society ORG] met.'],
    ['a place in a person’s name', 'Then [Oslo Brandt PER] spoke.'],
    ['what a fund is for', 'The [Foundation of Trust ORG] met.'],
  ])('are none where it is %s', (_case, text, expected: string[] = []) => {
    expect(placesOf(text)).toEqual(expected);
  });
});
