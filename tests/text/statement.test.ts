import { describe, expect, it } from 'vitest';
import { differencesOf, sharedMeaning, sharedWords, statementOf } from '../../lib/text/statement.ts';

const compare = (a: string, b: string, language = 'en') =>
  differencesOf(statementOf(a, language), statementOf(b, language));

describe('numbers of two statements', () => {
  it.each([
    ['another number', 'The yard lost 1,200 jobs', 'The yard lost 1,500 jobs', ['number']],
    ['the same, rounded', 'The yard lost about 1,200 jobs', 'The yard lost 1,187 jobs', []],
    ['too far to be rounding', 'The bridge cost $3bn', 'The bridge cost $2.5 billion', ['number']],
    ['the same, written otherwise', 'It cost £2.5m', 'It cost £2,500,000', []],
    ['in words and in digits', 'Twelve ships were late', '12 ships were late', []],
    ['other things that are counted', '12 ships were late', '40 sailors were late', []],
    ['shares', '40 per cent of voters agreed', '45% of voters agreed', ['number']],
    ['one of several given', '12 ships and 40 sailors', '40 sailors and 12 ships', []],
    ['a fraction', 'two thirds of ships were late', 'nine ships were late', []],
    ['an age in a compound', 'a 15-year-old boat sank', 'a 12-year-old boat sank', []],
    ['a number on one side alone', '12 ships were late', 'Ships were late', []],
  ] as [string, string, string, string[]][])('%s', (_case, a, b, expected) => {
    expect(compare(a, b)).toEqual(expected);
    expect(compare(b, a)).toEqual(expected);
  });

  it.each([
    ['de', 'Die Werft verlor 1.200 Stellen', 'Die Werft verlor 1.500 Stellen', ['number']],
    ['de', 'Die Brücke kostet 2,5 Millionen Euro', 'Die Brücke kostet 2.500.000 Euro', []],
    ['fr', 'Le chantier a perdu 1 200 emplois', 'Le chantier a perdu 1 500 emplois', ['number']],
    ['es', 'El puente costó 3 millones de euros', 'El puente costó 4 millones de euros', ['number']],
    ['uk', 'Верф втратила 1200 робочих місць', 'Верф втратила 1500 робочих місць', ['number']],
  ] as [string, string, string, string[]][])('in %s: %s / %s', (language, a, b, expected) => {
    expect(compare(a, b, language)).toEqual(expected);
  });
});

describe('dates and polarity', () => {
  it.each([
    ['another day', 'It closes on 28 February', 'It closes on March 1', ['date']],
    ['the same day', 'It closes on 28 February 2027', 'It closes on February 28, 2027', []],
    ['another year', 'It closed in 2019', 'It closed in 2020', ['date']],
    ['a day and a year cannot differ', 'It closed in 2019', 'It closed on 1 March', []],
    ['yes and no', 'The mayor has resigned', 'The mayor has not resigned', ['polarity']],
    ['no and no', 'The mayor never resigned', 'The mayor did not resign', []],
  ] as [string, string, string, string[]][])('%s', (_case, a, b, expected) => {
    expect(compare(a, b)).toEqual(expected);
  });
});

describe('what two statements are about', () => {
  const yard = statementOf('The yard in Ashby lost 1,200 jobs last winter', 'en');

  it('is what they share of their words, as they stand in the first', () => {
    const other = statementOf('Jobs were lost at the yard', 'en');
    expect(sharedWords(yard, other)).toEqual(['yard', 'lost', 'jobs']);
    expect(sharedMeaning(yard, other)).toBe(1);
  });

  it.each(['', 'jobs', 'The weather stays dry', '1,200'])('is nothing shared with “%s”', words => {
    expect(sharedMeaning(yard, statementOf(words, 'en'))).toBe(0);
  });
});

it('reads a long list of numbers in linear time', () => {
  const words = Array.from({ length: 20_000 }, (_, i) => `${i} ships,`).join(' ');
  const before = performance.now();
  expect(statementOf(words, 'en').figures.length).toBeGreaterThan(15_000);
  expect(performance.now() - before).toBeLessThan(2_000);
});
