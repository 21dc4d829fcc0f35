import { describe, expect, it } from 'vitest';
import { hashFolded } from '../../lib/tagging/hash.ts';

function hashOf(text: string, seed = 0): number {
  return hashFolded(text, 0, text.length, seed);
}

describe('hashes of words', () => {
  it.each([
    ['case', 'Ghent', 'GHENT'],
    ['accents composed or apart', 'Jos\u00e9', 'Jose\u0301'],
    ['accents or none', 'São', 'sao'],
    ['apostrophes', 'O’Hara', "O'Hara"],
    ['quotation marks', '“', '"'],
    ['soft hyphens', 'news\u00adpaper', 'newspaper'],
  ])('pass over %s', (_case, a, b) => {
    expect(hashOf(a)).toBe(hashOf(b));
  });

  it.each([
    ['letters', 'ghent', 'ghend'],
    ['order', 'abc', 'acb'],
    ['length', 'aa', 'aaa'],
  ])('tell %s apart', (_case, a, b) => {
    expect(hashOf(a)).not.toBe(hashOf(b));
  });

  it('differ by seed', () => {
    expect(hashOf('ghent', 1)).not.toBe(hashOf('ghent', 2));
  });
});
