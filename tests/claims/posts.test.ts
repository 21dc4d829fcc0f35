import { describe, expect, it } from 'vitest';
import { findAttributions } from '../../lib/claims/find/attribution.ts';
import { extractClaims } from '../../lib/claims/extract.ts';
import { parseText } from '../../lib/text/parse.ts';

/** Blocks as “kind: text”, and of every claim who says what. */
function claims(...marked: string[]): string[] {
  const kinds = marked.map(block => block.slice(0, block.indexOf(': ')));
  const texts = marked.map(block => block.slice(block.indexOf(': ') + 2));
  const text = texts.join('\n\n');
  let start = 0;
  const blocks = texts.map(block => {
    const span = { start, end: start + block.length };
    start = span.end + 2;
    return span;
  });
  const doc = parseText(text, blocks);
  return extractClaims(doc, findAttributions(doc), [], kinds).map(
    ({ source, kind, content }) =>
      `${source ? text.slice(source.start, source.end) : '-'} | ${kind} | ${content
        .map(piece => text.slice(piece.start, piece.end))
        .join(' // ')}`,
  );
}

describe('a post of somebody else', () => {
  it.each([
    ['with a dash', '— Lena Brandt (@brandt) November 18, 2019'],
    ['with a flag behind the name', '— Lena Brandt 🇳🇴 (@brandt) November 18, 2019'],
    ['without', 'Lena Brandt (@brandt) November 18, 2019'],
  ])('is theirs who signed it, %s', (_case, signature) => {
    expect(
      claims(
        'paragraph: The dam broke.',
        'quote: I fear the dam was never safe. https://t.example/x1 pic.twitter.com/y2',
        `quote: ${signature}`,
      ),
    ).toEqual(['Lena Brandt | direct | I fear the dam was never safe.']);
  });

  it('is one of all its paragraphs, and none of the post before', () => {
    expect(
      claims(
        'quote: It was old and it was wet.',
        'quote: — Jo Lund (@lund) November 18, 2019',
        'quote: The dam was never safe.',
        'quote: It is over now, friends.',
        'paragraph: — Lena Brandt (@brandt) November 18, 2019',
      ),
    ).toEqual([
      'Jo Lund | direct | It was old and it was wet.',
      'Lena Brandt | direct | The dam was never safe. // It is over now, friends.',
    ]);
  });

  it.each([
    ['a paragraph of the article', 'paragraph: The dam was never safe.', 'quote: — Lena Brandt (@brandt)'],
    ['a heading of two words', 'quote: Club statement', 'quote: — Lena Brandt (@brandt)'],
    ['a quote that nobody signed', 'quote: The dam was never safe.', 'paragraph: The mayor (59) left.'],
    ['nothing but an address', 'quote: https://t.example/one/two/three', 'quote: — Lena Brandt (@brandt)'],
  ])('is not %s', (_case, ...blocks) => {
    expect(claims(...blocks)).toEqual([]);
  });
});

describe('a list led by who says it', () => {
  it('is all theirs', () => {
    expect(claims('paragraph: Brandt also said:', 'list: The dam is old.', 'list: Boats must wait.')).toEqual(
      ['Brandt | indirect | The dam is old. // Boats must wait.'],
    );
  });

  it('is not where a sentence stands before it', () => {
    const told = claims('paragraph: Brandt said the dam was old.', 'list: Boats wait.', 'list: Nets dry.');
    expect(told).toEqual(['Brandt | indirect | the dam was old']);
  });
});
