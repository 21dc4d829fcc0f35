import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsAfter } from '../../lib/text/endings.ts';

describe('the ending of a word', () => {
  it.each([
    ['floated', 2, true],
    ['red', 2, false],
    ['shed', 2, true],
    ['zurückgeköpfed', 3, true],
    ['1980ed', 2, false],
    ['re-ed', 2, false],
    ['non-aligned', 3, true],
    ['floats', 2, false],
    ['ed', 0, true],
  ])('%s after %i letters: %s', (word, letters, expected) => {
    expect(endsAfter(word, letters, 'ed')).toBe(expected);
  });

  it('is what an expression over all letters finds', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'É', 'ß', '-', "'", '7', '𐐨', 'i', 'n', 'g', 'e', 'd'),
    });
    fc.assert(
      fc.property(word, fc.constantFrom('ed', 'ing'), (stem, ending) => {
        const whole = stem + ending;
        expect(endsAfter(whole, 3, ending)).toBe(new RegExp(`\\p{L}{3}${ending}$`, 'u').test(whole));
      }),
    );
  });
});
