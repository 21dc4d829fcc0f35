import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeIn } from '../../lib/text/alike.ts';
import { parseText } from '../../lib/text/parse.ts';

/** For each token the first one with the same words. */
function firstOfEach(text: string): { found: number[]; expected: number[] } {
  const doc = parseText(text);
  const { start, end, kind, length } = doc.tokens;
  const spelled = Array.from({ length }, (_, i) => `${kind[i]} ${text.slice(start[i], end[i])}`);
  return { found: [...alikeIn(doc)], expected: spelled.map(word => spelled.indexOf(word)) };
}

describe('tokens spelled alike', () => {
  it('are told by their first, and capitals are not the same', () => {
    expect(firstOfEach('The dam held. The other dam held, the mayor said.').found).toEqual([
      0, 1, 2, 3, 0, 5, 1, 2, 8, 9, 10, 11, 3,
    ]);
  });

  it('are found in any text', () => {
    const word = fc.constantFrom('a', 'b', 'ab', 'ba', 'A', '1', '12', '.', '“', '😀', 'é', 'e\u0301');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), words => {
        const { found, expected } = firstOfEach(words.join(' '));
        expect(found).toEqual(expected);
      }),
    );
  });
});
