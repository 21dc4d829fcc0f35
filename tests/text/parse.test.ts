import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../lib/text/parse.ts';

/** Pieces that meet the rules' edges, lone surrogates among them. */
const PIECES =
  "said|Mr|U|S|.|. |?|!|…|...| |\n|\n\n|\"|'|’|‘|“|”|„|«|»|「|」|,|-|(|)|5|1,000|n't|'s|É|e\u0301|\u00ad|東|не|😀|" +
  '\ud800|\udc00|https://a.b|\u200b|。|نعم';
const piece = fc.constantFrom(...PIECES.split('|'));
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

describe('any text', () => {
  it('has tokens in order, inside their sentence, and nothing but spaces between them', () => {
    fc.assert(
      fc.property(hostile, text => {
        const { tokens, sentences, blocks } = parseText(text);
        let before = 0;
        for (let i = 0; i < tokens.length; i++) {
          const start = tokens.start[i] ?? -1;
          const end = tokens.end[i] ?? -1;
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(before, start)).toMatch(/^[\s\p{Cc}\p{Cf}\p{Z}]*$/u);
          const sentence = sentences[tokens.sentence[i] ?? -1];
          expect(sentence && sentence.firstToken <= i && i < sentence.endToken).toBe(true);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
        expect(sentences.reduce((sum, s) => sum + s.endToken - s.firstToken, 0)).toBe(tokens.length);
        for (const s of sentences) {
          const block = blocks[s.block];
          expect(block && block.start <= s.start && s.end <= block.end).toBe(true);
        }
      }),
    );
  });

  it('has quotations in range whose inner span lies between the marks', () => {
    fc.assert(
      fc.property(hostile, text => {
        let before = 0;
        for (const q of parseText(text).quotations) {
          expect(q.start).toBeGreaterThanOrEqual(before);
          // one that goes on from the block before may lack the mark that opens it
          expect(q.inner.start).toBeGreaterThanOrEqual(q.continues ? q.start : q.start + 1);
          expect(q.inner.end).toBeGreaterThanOrEqual(q.inner.start);
          expect(q.end).toBeGreaterThanOrEqual(q.inner.end);
          expect(q.end).toBeLessThanOrEqual(text.length);
          before = q.start;
        }
      }),
      { examples: [['„\n“'], ['“\n\n”']] },
    );
  });

  it('keeps its blocks apart at blank lines only', () => {
    const text = ' One \n two\n \t\nthree ';
    expect(parseText(text).blocks.map(b => text.slice(b.start, b.end))).toEqual(['One \n two', 'three']);
  });
});
