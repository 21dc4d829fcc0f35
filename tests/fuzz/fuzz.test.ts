import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTaggers } from '../../lib/tagging/tagger.ts';
import { readModels } from '../tagging/models.ts';
import { BAIT, pageSource, studyInput } from './documents.ts';
import { readHostilePage, readText } from './promises.ts';

/** Always the same few; `npm run fuzz` tries as many others as one has time for. */
const SEED = 20_261_126;

const taggers = loadTaggers(readModels());
const about = {
  title: '',
  language: 'en',
  publishedTime: undefined,
  question: 'Who?',
  selected: { from: 0, length: 9 },
};

describe('every promise is kept', () => {
  it.each([
    ['with the taggers', taggers, 300],
    ['by the rules alone', null, 300],
  ])('for random and mutated texts, %s', (_case, trained, numRuns) => {
    fc.assert(
      fc.property(studyInput, input => void readText(input, trained)),
      { seed: SEED, numRuns },
    );
  });

  it('for random pages', () => {
    fc.assert(
      fc.property(pageSource, html => void readHostilePage(html)),
      { seed: SEED, numRuns: 30 },
    );
  });

  it.each(Object.entries(BAIT))('for thousands of %s', (_case, bait) => {
    const text = bait.repeat(Math.ceil(20_000 / bait.length));
    expect(readText({ ...about, text }, taggers).article.text).toBe(text);
  });
});
