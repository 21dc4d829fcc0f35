import { expect, it } from 'vitest';
import { foldSpace, quoteOf } from '../../lib/text/quote.ts';

const TEXT = 'The boat sails at nine. Bring a coat.\n\nThe boat is old.';

it.each([
  [
    'in the middle',
    { start: 4, end: 8 },
    { exact: 'boat', prefix: 'The ', suffix: ' sails at nine. Bring a coat.\n\nT' },
  ],
  [
    'at the start',
    { start: 0, end: 3 },
    { exact: 'The', prefix: '', suffix: ' boat sails at nine. Bring a coa' },
  ],
  [
    'at the end',
    { start: 50, end: 55 },
    { exact: ' old.', prefix: 'Bring a coat.\n\nThe boat is'.slice(-32), suffix: '' },
  ],
])('a quote holds what stands around it: %s', (_case, span, expected) => {
  const quote = quoteOf(TEXT, span);
  expect(quote.exact).toBe(expected.exact);
  expect(quote.suffix).toBe(expected.suffix);
  expect(quote.prefix.endsWith(expected.prefix)).toBe(true);
  expect(quote.prefix.length).toBeLessThanOrEqual(32);
});

it('white space folds to single spaces', () => {
  expect(foldSpace('\n a\u00a0\t b \n')).toBe('a b');
});
