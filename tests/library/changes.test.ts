import { describe, expect, it } from 'vitest';
import { Change, changesSince } from '../../lib/library/changes.ts';
import { MAX_CLAIMS, Remembered } from '../../lib/library/remembered.ts';
import { briefOf, remembered } from './support.ts';

const FIRST =
  'Mayor Lena Okafor said on Friday that the yard had lost 1,200 jobs.\n\n' +
  'Union leader Tom Reyes said the owners would close the northern dock.';

/** The changes between two states of an article, each as its kind and words. */
function changes(before: string, after: string): string[] {
  const brief = briefOf(after);
  return changesSince(remembered(before), brief).map(change => {
    Change.parse(change);
    const claim = 'now' in change ? brief.claims.find(({ id }) => id === change.now) : undefined;
    const words = claim?.content.map(({ start, end }) => after.slice(start, end)).join(' … ');
    const differences = change.kind === 'altered' ? ` (${change.differences.join(', ')})` : '';
    return `${change.kind}${differences}: ${words ?? ('before' in change ? change.before.words : '')}`;
  });
}

describe('what has changed in a remembered article', () => {
  it.each([
    ['nothing', FIRST, []],
    ['a word that changes nothing', FIRST.replace('lost', 'shed'), []],
    ['white space', FIRST.replaceAll(' ', '  '), []],
    ['a number', FIRST.replace('1,200', '1,900'), ['altered (number): that the yard had lost 1,900 jobs']],
    [
      'a denial',
      FIRST.replace('would close', 'would not close'),
      ['altered (polarity): the owners would not close the northern dock'],
    ],
    [
      'a hedge',
      FIRST.replace('would close', 'may close'),
      ['rehedged: the owners may close the northern dock'],
    ],
    [
      'another speaker',
      FIRST.replace('Tom Reyes', 'Ida Marsh'),
      ['resourced: the owners would close the northern dock'],
    ],
    [
      'a claim more',
      `${FIRST}\n\nHarbour pilot Ada Brandt said that the channel was too shallow.`,
      ['new: that the channel was too shallow'],
    ],
    ['a claim less', FIRST.split('\n\n')[0]!, ['gone: the owners would close the northern dock']],
    ['the order alone', FIRST.split('\n\n').toReversed().join('\n\n'), []],
  ] as [string, string, string[]][])('%s', (_case, after, expected) => {
    expect(changes(FIRST, after)).toEqual(expected);
  });

  it('of a very long one are not the claims that were never kept', () => {
    const brief = briefOf(FIRST);
    const [claim] = brief.claims;
    const many = {
      ...brief,
      claims: Array.from({ length: MAX_CLAIMS + 50 }, (_, i) => ({ ...claim!, id: `c${i}` })),
    };
    const known = remembered(FIRST);
    const before = { ...known, claims: Array.from({ length: MAX_CLAIMS }, () => known.claims[0]!) };
    expect(changesSince(before, many)).toEqual([]);
  });
});

it('what is kept is the claims, and never the text', () => {
  const entry = Remembered.parse(remembered(`${FIRST}\n\nThe tide was low that day.`));
  expect(JSON.stringify(entry.claims)).toContain('1,200 jobs');
  expect(JSON.stringify({ ...entry, textHash: '' })).not.toContain('The tide was low');
});
