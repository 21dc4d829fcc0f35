import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../components/desk.ts';
import type { BRIEF } from './fixture.ts';
import { article, freshPage, onTab, open } from './opened.tsx';
import { faults, says } from './stage.tsx';

beforeEach(freshPage);

const IN_PART = { names: 'partial', claims: 'partial', summary: 'partial', ask: 'partial' } as const;

describe('empty tabs', () => {
  const empty = (name: string, rest: Partial<typeof BRIEF>): Partial<Desk> => ({
    ...article({}, rest),
    ...onTab(name),
  });

  it.each([
    ['summary', empty('summary', { summary: [] }), 'Onix found no sentences that sum this article up.'],
    [
      'players',
      empty('players', { players: [] }),
      'Onix found no people, organisations or places named here.',
    ],
    ['claims', empty('claims', { claims: [] }), 'Onix found nobody quoted or paraphrased here'],
    ['dates', empty('next', { timeline: [] }), 'Onix found no dates in this article.'],
    [
      'claims in a language without rules',
      empty('claims', {
        claims: [],
        offered: { names: 'full', claims: 'none', summary: 'full', ask: 'none' },
      }),
      'Onix cannot do this yet for articles in this language.',
    ],
    [
      'quotations in a language of which only those are found',
      empty('claims', { claims: [], offered: IN_PART }),
      'Onix found nobody quoted here.',
    ],
    [
      'dates in a language whose dates are not read',
      empty('next', { timeline: [], offered: IN_PART }),
      'Onix cannot do this yet for articles in this language.',
    ],
  ])('say so: %s', async (_case, overrides, words) => {
    open(overrides);
    await expect.element(says(words)).toBeVisible();
    expect(await faults()).toEqual([]);
  });
});
