import { describe, expect, it } from 'vitest';
import { findAttributions } from '../../lib/claims/find/attribution.ts';
import { checkFeatures, weighCheckWorthiness, weightsByPart } from '../../lib/claims/checkworthiness.ts';
import { extractClaims } from '../../lib/claims/extract.ts';
import { findNames } from '../../lib/entities/names.ts';
import { findPlayers } from '../../lib/entities/players.ts';
import { parseText } from '../../lib/text/parse.ts';

function read(text: string) {
  const doc = parseText(text);
  return { doc, claims: extractClaims(doc, findAttributions(doc), findPlayers(doc, findNames(doc))) };
}

function featuresOf(text: string): Record<string, number> {
  const { doc, claims } = read(text);
  return checkFeatures(doc, claims[0]!);
}

describe('what speaks for a check', () => {
  it('is a word, its ending, and two words side by side', () => {
    const features = featuresOf('Rossi said the harbour flooded.');
    expect(features).toMatchObject({ 'opens the': 1 });
    expect(Object.keys(features)).toEqual(
      expect.arrayContaining([
        'pair the harbour',
        'pair harbour flooded',
        'ends our',
        'ends ded',
        'cue said',
      ]),
    );
  });

  it('is no pair over a comma, and no ending of a short word', () => {
    const features = featuresOf('Rossi said the pier, harbour wall and mole flooded.');
    expect(features).not.toHaveProperty('pair pier harbour');
    expect(features).not.toHaveProperty('ends ier');
    expect(features).toHaveProperty('pair the pier');
  });

  it('is each word less where there are many', () => {
    const few = featuresOf('Rossi said the harbour flooded.');
    const many = featuresOf(
      'Rossi said the harbour flooded before the ferry with the bell could leave for the island behind the reef.',
    );
    expect(many['pair the harbour']).toBeLessThan(few['pair the harbour']!);
    expect(many['opens the']).toBe(few['opens the']);
  });
});

it('counts what stands beside a claim a little', () => {
  const weights = weightsByPart([['pair harbour flooded', 4]]);
  const worthOf = (text: string) => {
    const { doc, claims } = read(text);
    return weighCheckWorthiness(doc, claims, weights).map(({ checkWorthiness }) => checkWorthiness);
  };
  const [first, second, third] = worthOf(
    'Rossi said the harbour flooded. Marr said the bells rang. Orsk said the lamps shone.',
  );
  expect(first).toBeGreaterThan(second!);
  expect(second).toBeGreaterThan(third!);
  expect(third).toBeGreaterThan(0.5); // of an article of facts
});
