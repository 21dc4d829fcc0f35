import { describe, expect, it } from 'vitest';
import { mergeNames } from '../../lib/entities/merge.ts';
import type { NameSpan } from '../../lib/tagging/tagger.ts';

const TEXT = 'Brandt met Danish farmers. Brandt left Oslo.';
const name = (words: string, type: NameSpan['type'], confidence: number, from = 0): NameSpan => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length, type, confidence };
};
const merged = (tagged: NameSpan[], ruled: NameSpan[]) =>
  mergeNames(TEXT, tagged, ruled).map(({ start, end, type }) => `${TEXT.slice(start, end)} ${type}`);

describe('names of the tagger and the rules together', () => {
  it.each([
    [
      'what one of them is sure of',
      [name('Brandt', 'PER', 0.9)],
      [name('Oslo', 'LOC', 0.9)],
      ['Brandt PER', 'Oslo LOC'],
    ],
    ['nothing neither is sure of', [name('Brandt', 'PER', 0.2)], [name('Oslo', 'LOC', 0.3)], []],
    [
      'an unsure place of a name that is sure elsewhere',
      [name('Brandt', 'PER', 0.9), name('Brandt', 'PER', 0.2, 20)],
      [],
      ['Brandt PER', 'Brandt PER'],
    ],
    [
      'one type for one name',
      [name('Brandt', 'PER', 0.9), name('Brandt', 'ORG', 0.6, 20)],
      [],
      ['Brandt PER', 'Brandt PER'],
    ],
    ['each place once', [name('Oslo', 'LOC', 0.9)], [name('Oslo', 'LOC', 0.9)], ['Oslo LOC']],
    ['no sentence as a name', [name('Brandt met Danish farmers', 'PER', 0.9)], [], []],
    ['no people as a name', [name('Danish', 'ORG', 0.9)], [], []],
  ])('hold %s', (_case, tagged, ruled, expected) => {
    expect(merged(tagged, ruled)).toEqual(expected);
  });
});
