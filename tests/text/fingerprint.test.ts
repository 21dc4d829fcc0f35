import { expect, it } from 'vitest';
import { fingerprint } from '../../lib/text/fingerprint.ts';

it.each([
  ['a word', 'The weir burst.', 'The weir broke.'],
  ['the order', 'weir the', 'the weir'],
  ['an accent', 'Jose', 'José'],
  ['a capital', 'the weir', 'The weir'],
  ['nothing but length', '', ' '],
])('texts that differ in %s are told apart', (_case, one, other) => {
  expect(fingerprint(one)).not.toBe(fingerprint(other));
  expect(fingerprint(one)).toBe(fingerprint(one.slice()));
});
