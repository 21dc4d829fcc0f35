import { beforeEach, describe, expect, it } from 'vitest';
import { BRIEF } from './fixture.ts';
import { article, freshPage, onTab, open } from './opened.tsx';
import { says, wordsIn } from './stage.tsx';

beforeEach(freshPage);

describe('how it is sourced', () => {
  it('says in words what the picture shows', async () => {
    open();
    await expect.element(says('How this story is sourced')).toBeVisible();
    const legend = [...document.querySelectorAll('.legend li')].map(it => it.textContent);
    expect(legend).toEqual([
      '9 from named people and bodies',
      '2 from offices and groups without a name',
      '1 from a document',
      '1 from a person who is not named',
      '1 with no source given',
    ]);
    expect(wordsIn('.sourcing-most')).toBe('3 of 14 claims rest on Petra Lindqvist');
    const parts = [...document.querySelectorAll('.strip .part')];
    expect(new Set(parts.map(it => it.getAttribute('fill'))).size).toBe(5);
  });

  it('leaves no claim uncounted: a pronoun nobody is known to stand for has a line of its own', async () => {
    const bySource = BRIEF.sourcing.bySource.filter(({ label }) => label !== 'her office');
    open(article({}, { sourcing: { ...BRIEF.sourcing, bySource } }));
    await expect.element(says('1 from somebody Onix could not identify')).toBeVisible();
    const parts = [...document.querySelectorAll('.strip .part')];
    expect(new Set(parts.map(it => it.getAttribute('fill'))).size).toBe(6);
    expect(wordsIn('.sourcing-most')).toBe('3 of 14 claims rest on Petra Lindqvist');
  });

  it('weighs nobody where only a part of what is said is found', async () => {
    const offered = { ...BRIEF.offered, claims: 'partial' as const };
    open({ ...article({}, { offered }), ...onTab('players') });
    await expect.element(says('only in part')).toBeVisible();
    await expect.poll(() => wordsIn('.player-item')).toContain('mentions');
    expect(wordsIn('main')).not.toContain('of the words');
    open(article({}, { offered }));
    await expect.element(says('only in part')).toBeVisible();
    expect(wordsIn('main')).not.toContain('How this story is sourced');
  });

  it('names nobody as the one most rests on where each is heard once', async () => {
    const bySource = BRIEF.sourcing.bySource.map(source => ({ ...source, claims: 1 }));
    open(article({}, { sourcing: { ...BRIEF.sourcing, bySource } }));
    await expect.element(says('How this story is sourced')).toBeVisible();
    expect(document.querySelector('.sourcing-most')).toBeNull();
    expect(document.querySelectorAll('.bars li')).toHaveLength(5);
  });

  it.each([
    [5, 5, ''],
    [6, 6, ''],
    [7, 5, 'and 2 more'],
  ])('leaves a single source of %s out for no line that says so', async (there, listed, more) => {
    const bySource = BRIEF.sourcing.bySource.slice(0, there);
    open(article({}, { sourcing: { ...BRIEF.sourcing, bySource } }));
    await expect.element(says('How this story is sourced')).toBeVisible();
    expect(document.querySelectorAll('.bars li')).toHaveLength(listed);
    expect(wordsIn('.sourcing > .aside')).toBe(more);
  });
});
