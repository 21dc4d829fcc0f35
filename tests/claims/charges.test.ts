import { describe, expect, it } from 'vitest';
import { beforeGloss } from '../../lib/claims/charges.ts';
import { read } from './marked.ts';

/** The marked content as it is cut. */
function cut(marked: string): string {
  const { doc, attribution } = read(marked);
  const { start, end } = beforeGloss(doc, attribution.source, attribution.cue!, attribution.content.at(-1)!);
  return doc.text.slice(start, end);
}

describe('a charge', () => {
  it.each([
    [
      'who somebody is',
      '{Roe} [was charged with] {robbing Peter Lund, a baker who owned a mill and a shop}.',
      'robbing Peter Lund',
    ],
    [
      'whose it is',
      '(Police) [charged] {Roe with robbing Lund, the owner of the mill}.',
      'Roe with robbing Lund',
    ],
    [
      'how it came about',
      '{Roe} [was found] {guilty of theft, having been caught with two tons of copper}.',
      'guilty of theft',
    ],
    ['what came first', '{Roe} [was convicted of] {fraud, after a trial of two years}.', 'fraud'],
  ])('ends before %s', (_case, marked, expected) => {
    expect(cut(marked)).toBe(expected);
  });

  it.each([
    ['one more whom it names', '{Roe} [is accused of] {robbing Lund, a bank and a mill}.'],
    ['an aside', '{Roe} [is accused of] {robbing Lund, a baker, in May}.'],
    ['a thing', '{Roe} [is suspected of] {taking a car, a boat}.'],
    ['what whoever accuses tells of it', '(Brandt) [accused] {Roe of fleeing, having hit Lund}.'],
    ['a time that belongs to the deed', '{Roe} [was convicted of] {fleeing after the crash}.'],
    ['what is no charge', '(Brandt) [met] {Peter Lund, a baker who owned a mill}.'],
  ])('keeps %s', (_case, marked) => {
    expect(cut(marked)).toBe(/\{([^}]*)\}\.$/.exec(marked)![1]);
  });
});
