import { beforeAll, describe, expect, it } from 'vitest';
import { BAIT } from './fuzz/documents.ts';
import { startCounting, type Steps } from './support/steps.ts';
import { readModels } from './tagging/models.ts';

let stepsOf: (text: string) => Promise<Steps>;

beforeAll(async () => {
  const count = await startCounting();
  const { analyse } = await import('../lib/analyse.ts');
  const { articleFromText } = await import('../lib/article/from-text.ts');
  const { loadTaggers } = await import('../lib/tagging/tagger.ts');
  const taggers = loadTaggers(readModels());
  stepsOf = text => count(() => analyse(articleFromText(text), { taggers }));
});

/** Looks at pairs inside one segment of at most 4,096 tokens, where the taggers cut a long text. */
const BOUNDED = 'lib/tagging/reconcile.ts';

/** Searches in sorted lists take a step more for twice the text. */
const SLACK = 1.35;

/** Where the steps grew faster than the text did. */
function faster(small: Steps, large: Steps, times: number): string[] {
  const before = new Map(small.byFunction);
  return large.byFunction
    .filter(([name, count]) => count > 20_000 && count > SLACK * times * (before.get(name) ?? 0))
    .filter(([name]) => !name.startsWith(BOUNDED))
    .map(([name, count]) => `${name}: ${before.get(name) ?? 0} to ${count}`);
}

describe('four times the text takes four times the steps', () => {
  it.each(Object.entries(BAIT))('of %s', async (_case, bait) => {
    const of = (characters: number) => bait.repeat(Math.ceil(characters / bait.length));
    const [small, large] = [await stepsOf(of(3_000)), await stepsOf(of(12_000))];
    expect(small.total).toBeGreaterThan(1_000);
    expect(faster(small, large, 4)).toEqual([]);
  });
});
