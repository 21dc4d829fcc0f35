import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../lib/claims/claim.ts';
import { tellUnnamed } from '../../../lib/claims/source/unnamed.ts';

function told(words: string, sourceKind: Claim['sourceKind'] = 'group', playerId?: string) {
  const source = { start: 0, end: words.length, ...(playerId === undefined ? {} : { playerId }) };
  const claim = { source, sourceKind } as Claim;
  tellUnnamed(words, [claim]);
  return claim.sourceKind;
}

describe('who is not named', () => {
  it.each([
    ['He', 'person'],
    ['a neighbour', 'person'],
    ['The letting agent', 'person'],
    ['One Lisbon-based shipping expert', 'person'],
    ['his mother, who runs the bakery', 'person'],
    ['a resident of the third floor', 'person'],
    ['The 56-year-old', 'person'],
    ['the governor', 'office'],
    ['Ruritania’s prime minister', 'office'],
    ['Two people briefed on the merger', 'anonymous'],
    ['a second person familiar with the plan', 'anonymous'],
    ['someone with direct knowledge of the vote', 'anonymous'],
  ])('%s: %s', (words, kind) => expect(told(words)).toBe(kind));

  it('is told of officials too', () => {
    expect(told('officials close to the inquiry', 'office')).toBe('anonymous');
    expect(told('city officials', 'office')).toBe('office');
  });

  it.each([
    'They',
    'neighbours',
    'a jury',
    'The union',
    'the family',
    'people',
    'experts from Oslo',
    'a company',
  ])('may be a group: %s', words => expect(told(words)).toBe('group'));

  it('is nobody who is named, nor what is no group', () => {
    expect(told('the governor', 'person', 'p1')).toBe('person');
    expect(told('a report by an expert', 'document')).toBe('document');
  });
});
