import { describe, expect, it } from 'vitest';
import { parseText } from '../../lib/text/parse.ts';
import { Shape, wordsOf } from '../../lib/text/words.ts';

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
