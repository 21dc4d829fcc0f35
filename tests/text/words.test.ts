import { describe, expect, it } from 'vitest';
import { parseText } from '../../lib/text/parse.ts';
import { isAllCaps, isCapital, isCapitalInside, wordsIn, wordsOf } from '../../lib/text/words.ts';

function capitals(text: string): string[] {
  const doc = parseText(text);
  const words = wordsOf(doc);
  return words.lower.filter((_, i) => isCapital(words, i));
}

describe('capitals', () => {
  it.each([
    ['a curly apostrophe is none', 'Roe’s plan, which isn’t Hart’s, fell on Monday’s vote.'],
    ['nor is a straight one', "Roe's plan, which isn't Hart's, fell on Monday's vote."],
  ])('%s', (_case, text) => {
    expect(capitals(text)).toEqual(['roe', 'hart', 'monday']);
  });

  it('stand after an article that the apostrophe cuts short', () => {
    expect(capitals('He met d’Arc and l’Oiseau, not d’accord.')).toEqual(['he', "d'arc", "l'oiseau"]);
  });

  it('inside a sentence are not owed to its beginning, be it behind a quotation mark', () => {
    const words = wordsOf(parseText('“Boats for Hart,” Roe said. 3 Boats sank.'));
    expect(words.lower.filter((_, i) => isCapitalInside(words, i))).toEqual(['hart', 'roe', 'boats']);
  });

  it('throughout are those of several signs: an initial with its stop, no lone letter', () => {
    const words = wordsOf(parseText('A NBW plan by I. Roe, U.N. envoy'));
    expect(words.lower.filter((_, i) => isAllCaps(words, i))).toEqual(['nbw', 'i.', 'u.n.']);
  });

  it('are none behind the last word', () => {
    const words = wordsOf(parseText('Roe'));
    expect([isCapital(words, 1), isCapitalInside(words, 1), isAllCaps(words, 1)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('words of a stretch', () => {
  it('are its words and numbers without marks, in lower case', () => {
    const doc = parseText('Roe’s 3 boats: “Gulls”, and $5.');
    expect(wordsIn(doc, { first: 0, end: doc.tokens.length })).toEqual([
      'roe',
      "'s",
      '3',
      'boats',
      'gulls',
      'and',
      '5',
    ]);
    expect(wordsIn(doc, { first: 2, end: 2 })).toEqual([]);
  });
});
