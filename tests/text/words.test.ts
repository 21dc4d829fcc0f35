import { describe, expect, it } from 'vitest';
import { parseText } from '../../lib/text/parse.ts';
import { Shape, tokensAmong, wordsOf } from '../../lib/text/words.ts';

function capitals(text: string): string[] {
  const doc = parseText(text);
  const { lower, shape } = wordsOf(doc);
  return lower.filter((_, i) => (shape[i]! & Shape.capital) !== 0);
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
});

it('tells which tokens are on a list, whatever their capitals, and asks it once about each spelling', () => {
  const doc = parseText('The ferry sank, the crew swam. The ferry that sank is theirs.');
  const asked: string[] = [];
  const list = { has: (word: string) => asked.push(word) > 0 && (word === 'the' || word === 'sank') };
  const { lower } = wordsOf(doc);
  const are = tokensAmong(doc, list);
  expect(lower.filter((_, i) => are[i] === 1)).toEqual(['the', 'sank', 'the', 'the', 'sank']);
  expect(tokensAmong(doc, list)).toBe(are);
  expect(asked.filter(word => word === 'ferry' || word === 'sank')).toEqual(['ferry', 'sank']);
  expect(tokensAmong(doc, new Set(['crew'])).indexOf(1)).toBe(lower.indexOf('crew'));
});
