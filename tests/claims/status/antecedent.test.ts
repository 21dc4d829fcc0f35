import { describe, expect, it } from 'vitest';
import { antecedentOf } from '../../../lib/claims/status/antecedent.ts';
import { read } from '../told.ts';

/** The words of what the last claim of a text takes up. */
function meant(text: string): string | undefined {
  const utterances = read(text);
  const [piece] = antecedentOf(utterances, utterances.at(-1)!)?.claim.content ?? [];
  return piece && text.slice(piece.start, piece.end);
}

describe('what “this” and “the accusation” are', () => {
  it.each([
    [
      'the claim just before',
      'Miners said the shaft had flooded. The firm denied this.',
      'the shaft had flooded',
    ],
    [
      'an accusation rather than what was said after it',
      'Miners accused the firm of hiding a flood. The mayor said that it rained. The firm denied the accusation.',
      'the firm of hiding a flood',
    ],
    [
      'a charge further up, where charges are denied',
      'Miners accused the firm of hiding a flood. The clerk said the manager was away. The firm denied all the allegations.',
      'the firm of hiding a flood',
    ],
    [
      'the nearest, where “that” is all that is said, though it is worth a check less',
      'The clerk said that two of the 40 bolts broke in 2019. The mayor thinks the firm is greedy. The firm rejects that.',
      'the firm is greedy',
    ],
    [
      'a figure rather than what was said after it',
      'Miners said that 40 men were hurt. The clerk said that the manager was away. The firm disputed the figure.',
      'that 40 men were hurt',
    ],
    [
      'a plan rather than what was said after it',
      'The council proposed to close the lido. Swimmers said that the water was cold. Parents rejected the proposal.',
      'to close the lido',
    ],
    [
      'what was told first, where a quotation only goes on',
      'The nurses said that the ward was locked. “We counted 40 bolts on 12 doors,” the nurses said. The hospital disputed that description.',
      'that the ward was locked',
    ],
    [
      'the quotation, where another was told of first',
      'Miners said that the shaft was dry. “We counted 40 bolts on 12 doors,” the nurses said. The hospital disputed that description.',
      'We counted 40 bolts on 12 doors',
    ],
  ])('%s', (_case, text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  it.each([
    ['what only passes it on', 'Rossi said that the firm denied this.'],
    ['one’s own words', 'The firm said the shaft was dry. The firm denied this.'],
    ['what only rejects something', 'The firm denied this. Miners rejected that.'],
    [
      'what stands far above',
      `Miners said the shaft had flooded. ${'It rained in Tolo. '.repeat(8)}The firm denied this.`,
    ],
  ])('not %s', (_case, text) => {
    expect(meant(text)).toBeUndefined();
  });
});
