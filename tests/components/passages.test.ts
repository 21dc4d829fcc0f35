import { describe, expect, it } from 'vitest';
import { excerpt, withQuotationMarks } from '../../components/passages.ts';
import { articleFromText } from '../../lib/article/from-text.ts';

describe('the quotation marks the article sets around words', () => {
  it.each([
    ['curly', 'She said “the weir is old” and left.', '“the weir is old”'],
    ['with a comma inside', 'It said: “the weir is old,” he wrote.', '“the weir is old,”'],
    ['single ones', 'a sign saying ‘the weir is old’ on the wall', '‘the weir is old’'],
    ['straight single ones', "a sign saying 'the weir is old' on the wall", "'the weir is old'"],
    ['straight single ones where a text begins', "'the weir is old', it said", "'the weir is old'"],
    ['guillemets with a space', 'Elle dit : « the weir is old » hier.', '« the weir is old »'],
  ])('go along: %s', (_case, text, shown) => {
    expect(around(text)).toBe(shown);
  });

  it.each([
    ['none', 'She said the weir is old and left.'],
    ['an apostrophe before', "the engineers' the weir is old'"],
    ['only one', "She said 'the weir is old and left."],
    ['an apostrophe after other marks', "She wrote “the weir is old's"],
  ])('are not made up: %s', (_case, text) => {
    expect(around(text)).toBe('the weir is old');
  });
});

describe('an excerpt', () => {
  it.each([
    ['of few words is all of them', 'The weir is old.', 'The weir is old.'],
    ['of many', 'The weir is old and it has to be mended soon.', 'The weir is … soon.'],
    [
      'of words without spaces',
      '堰は古くてすぐに直さなければならないと市長は言った',
      '堰は古くてすぐに直さなければ … 市長は言った',
    ],
  ])('%s', (_case, words, expected) => expect(excerpt(words, 20)).toBe(expected));
});

function around(text: string): string {
  const start = text.indexOf('the weir is old');
  const span = withQuotationMarks(articleFromText(text), { start, end: start + 'the weir is old'.length });
  return text.slice(span.start, span.end);
}
