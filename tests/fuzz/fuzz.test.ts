import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTaggers } from '../../lib/tagging/tagger.ts';
import { readModels } from '../tagging/models.ts';
import { pageSource, studyInput } from './documents.ts';
import { readHostilePage, readText } from './promises.ts';

/** Always the same few; `npm run fuzz` tries as many others as one has time for. */
const SEED = 20_261_126;

const taggers = loadTaggers(readModels());
describe('every promise is kept', () => {
  it.each([
    ['with the taggers', taggers, 150],
    ['by the rules alone', null, 150],
  ])('for random and mutated texts, %s', (_case, trained, numRuns) => {
    fc.assert(
      fc.property(studyInput, input => {
        expect(() => readText(input, trained)).not.toThrow();
      }),
      { seed: SEED, numRuns },
    );
  });

  it.each([
    ['a source that is nothing but a time', 'next week said " Привет'],
    ['content cut short behind its cue', 'Lena Brandt4.5%𫷲allegedly\n \n.'],
    ['claims of which the second begins further up', 'May 3 is expected to İ allegedly'],
  ])('for what once broke one: %s', (_case, text) => {
    const input = {
      text,
      title: '',
      language: 'en',
      publishedTime: undefined,
      question: '',
      selected: { from: 0, length: 0 },
    };
    for (const trained of [taggers, null]) expect(() => readText(input, trained)).not.toThrow();
  });

  it('for random pages', () => {
    fc.assert(
      fc.property(pageSource, html => {
        expect(() => readHostilePage(html)).not.toThrow();
      }),
      { seed: SEED, numRuns: 20 },
    );
  });
});
