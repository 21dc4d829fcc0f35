import { describe, expect, it } from 'vitest';
import { COLUMNS, WIDTH, computeFeatures, tellApart } from '../../lib/tagging/features.ts';
import { parseModel } from '../../lib/tagging/model-file.ts';
import { loadVectors } from '../../lib/tagging/vectors.ts';
import { parseText } from '../../lib/text/parse.ts';
import { readModels } from './models.ts';

const vectors = loadVectors(parseModel(readModels()['vectors.bin'] ?? new Uint8Array()));

/** A column's value for each token. */
function column(text: string, name: (typeof COLUMNS)[number]['name']): number[] {
  const features = computeFeatures(parseText(text), vectors);
  const at = COLUMNS.findIndex(column => column.name === name);
  return Array.from({ length: features.length / WIDTH }, (_, i) => features[i * WIDTH + at] ?? -1);
}

describe('features', () => {
  it.each([
    ['words whatever their case', 'Minister', 'minister', true],
    ['abbreviations with their stop', 'Corp.', 'corp', true],
    ['other words', 'minister', 'ministry', false],
  ])('find the vector of %s', (_case, a, b, same) => {
    const row = (word: string): number => vectors.row(word, 0, word.length);
    expect(row(a)).toBeGreaterThan(0);
    expect(row(a) === row(b)).toBe(same);
  });

  it('know when a word has no vector', () => {
    expect(vectors.row('xqzvrtq', 0, 7)).toBe(0);
  });

  it('tell shapes apart', () => {
    const [lower, capitalised, capitals, mixed, year] = column('rain Ghent NATO McKay 1987', 'shape');
    expect(new Set([lower, capitalised, capitals, mixed, year]).size).toBe(5);
  });

  it('see quotations', () => {
    expect(column('She said “it is ours to keep” twice.', 'quotation')).toEqual([
      0, 0, 4, 1, 1, 1, 1, 1, 5, 0, 0,
    ]);
    expect(column('the “so-called” plan', 'quotation')).toEqual([0, 4, 7, 7, 7, 5, 0]);
    expect(column('He said “never again', 'quotation')).toEqual([0, 0, 4, 3, 3]);
  });

  it('gather evidence from the whole document', () => {
    const text = 'Hope Ward won. They hope it lasts. Later Ward (BFW) left, and Ward sang.';
    const evidence = column(text, 'evidence');
    expect(evidence[0]).toBe(1); // "hope" is written small elsewhere
    expect(evidence[1]).toBe(2); // "Ward" is written large in mid-sentence
    expect(evidence[12]).toBe(2 + 8); // "BFW" stands in brackets
  });

  it('are the same for composed and decomposed text', () => {
    const text = 'José Muñoz a gagné à Liège.';
    expect(column(text.normalize('NFD'), 'word')).toEqual(column(text.normalize('NFC'), 'word'));
    expect(column(text.normalize('NFD'), 'vector')).toEqual(column(text.normalize('NFC'), 'vector'));
  });

  it('stay below the size their column states', () => {
    const text = 'At 5 p.m. Dr. É. Ng’s "AT&T-led" (G7) deal — €3.5bn — fell… Why?! 東京 a@b.example';
    for (const { name, size } of COLUMNS) {
      for (const value of column(text, name)) expect(value).toBeLessThan(size);
    }
  });

  it('number tokens by their looks', () => {
    const features = new Uint16Array(5 * WIDTH).fill(3);
    features[2 * WIDTH] = 4; // another first column
    features[4 * WIDTH - 1] = 4; // another last one
    expect(tellApart(features, 1, 5)).toEqual({ looks: [1, 2, 3], numbers: Uint16Array.of(0, 1, 2, 0) });
    expect(tellApart(features, 2, 2)).toEqual({ looks: [], numbers: new Uint16Array(0) });
  });

  it('are those of the first token that looks the same', () => {
    const text = 'The mayor met the board. The mayor left, the board said, and the mayor wept.';
    const features = computeFeatures(parseText(text), vectors);
    const row = (token: number): number[] => [...features.subarray(token * WIDTH, (token + 1) * WIDTH)];
    const { looks, numbers } = tellApart(features, 0, features.length / WIDTH);
    for (const [token, number] of numbers.entries()) expect(row(looks[number]!)).toEqual(row(token));
    expect(new Set(looks.map(token => row(token).join())).size).toBe(looks.length);
    expect(looks.length).toBeLessThan(numbers.length);
  });
});
