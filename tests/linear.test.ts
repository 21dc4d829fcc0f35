import { beforeAll, describe, expect, it } from 'vitest';
import type { Taggers } from '../lib/tagging/tagger.ts';
import { BAIT } from './fuzz/documents.ts';
import { startCounting, type Steps } from './support/steps.ts';
import { readModels } from './tagging/models.ts';

let taggers: Taggers;
let stepsOf: (text: string, taggers?: Taggers) => Promise<Steps>;

beforeAll(async () => {
  const count = await startCounting();
  const { analyse } = await import('../lib/analyse.ts');
  const { articleFromText } = await import('../lib/article/from-text.ts');
  const { loadTaggers } = await import('../lib/tagging/tagger.ts');
  taggers = loadTaggers(readModels());
  stepsOf = (text, trained) => count(() => analyse(articleFromText(text), trained && { taggers: trained }));
});

const SMALL = 3_000; // UTF-16 units: long enough for every limit of a sentence to be reached
const TIMES = 4;

/**
 * Bounded by other means: pairs inside one segment of at most 4,096 tokens, where the taggers cut a long text;
 * a claim and the twelve around it, which the few claims of a short text do not have.
 */
const BOUNDED = ['lib/tagging/reconcile.ts', 'lib/claims/status/disputes.ts', 'lib/trees.ts'];

/** Searches in sorted lists take a step more for twice the text. */
const SLACK = 1.35;

/** Where the steps grew faster than the text did. */
function faster(small: Steps, large: Steps): string[] {
  const before = new Map(small.byFunction);
  return large.byFunction
    .filter(([name, count]) => count > 20_000 && count > SLACK * TIMES * (before.get(name) ?? 0))
    .filter(([name]) => !BOUNDED.some(file => name.startsWith(file)))
    .map(([name, count]) => `${name}: ${before.get(name) ?? 0} to ${count}`);
}

const repeated = (bait: string, characters: number) => bait.repeat(Math.ceil(characters / bait.length));

describe('four times the text takes four times the steps', () => {
  it.each(Object.entries(BAIT))('by the rules: %s', async (_case, bait) => {
    const small = await stepsOf(repeated(bait, SMALL));
    const large = await stepsOf(repeated(bait, TIMES * SMALL));
    expect(small.total).toBeGreaterThan(1_000);
    expect(faster(small, large)).toEqual([]);
  });

  it.each([
    'according to',
    'disputes',
    'quotations with speakers',
    'nested quotations',
    'names',
    'one long word',
  ])('with the taggers: %s', async name => {
    const small = await stepsOf(repeated(BAIT[name]!, SMALL), taggers);
    const large = await stepsOf(repeated(BAIT[name]!, TIMES * SMALL), taggers);
    expect(faster(small, large)).toEqual([]);
  });
});
