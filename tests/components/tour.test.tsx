import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { URL_READ, freshPage, onTab, open, showPlace } from './opened.tsx';
import { button, says, wordsIn } from './stage.tsx';

beforeEach(freshPage);

describe('on the page', () => {
  const claims = onTab('claims');

  it('keeps in sight what is lit, as the reader steps on', async () => {
    open(claims);
    await showPlace(0);
    for (let step = 2; step <= 9; step++) {
      await button('Next place').click();
      await expect.element(says(`Claim ${step} of 14`)).toBeVisible();
    }
    const { top, bottom } = document.querySelector('.item[data-lit]')!.getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(document.querySelector('.tabs')!.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(document.querySelector('.tour')!.getBoundingClientRect().top);
  });

  it('says what is shown, with content before source and cue', async () => {
    const notes = open(claims);
    await showPlace(1);
    await expect.element(says('Claim 2 of 14, Petra Lindqvist, Quoted, paragraph 2')).toBeVisible();
    expect(notes.calls.at(-1)).toBe(
      'reveal “We cannot run vessels we do not trust,” | Petra Lindqvist | told reporters',
    );
  });

  it('copies a link to the passage', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async text => void copied.push(text));
    open(claims);
    await showPlace(3);
    await button('Copy a link to this passage').click();
    await expect.element(says('Link copied.')).toBeVisible();
    expect(copied).toEqual([
      `${URL_READ}#:~:text=the%20cost%20of%20replacing%20the%20pumps%20at%204.2%20million%20crowns`,
    ]);
  });

  it('is a place to go to only while something is shown', async () => {
    open(claims);
    const bar = page.getByRole('region', { name: 'Shown on the page' });
    await expect.element(page.getByRole('button', { name: /Show on page/ }).first()).toBeVisible();
    expect(bar.query()).toBeNull();
    await showPlace(0);
    await expect.element(bar).toBeVisible();
  });

  it('clears with Escape', async () => {
    const notes = open(claims);
    await showPlace(0);
    await userEvent.keyboard('{Escape}');
    expect(notes.calls.at(-1)).toBe('clearMarks');
    expect(wordsIn('.tour')).toBe('');
  });

  it.each([
    ['moved', { status: 'moved' }, 'This passage has moved or changed.'],
    ['not marked', { status: 'shown', count: 1, marked: false }, '(found, not marked)'],
    ['gone', { status: 'unreadable', reason: 'closed' }, 'The tab has gone'],
  ] as const)('is honest where it cannot show it: %s', async (_case, outcome, words) => {
    open({ ...claims, reveal: async () => outcome });
    await showPlace(0);
    await expect.element(says(words)).toBeVisible();
  });

  it('is read again when the reader asks', async () => {
    const notes = open({ reveal: async () => ({ status: 'moved' }) });
    await showPlace(0);
    await button('Read the page again').click();
    expect(notes.calls.slice(-2)).toEqual(['clearMarks', 'read anyway']);
    await expect.poll(() => wordsIn('.tour')).toBe('');
  });
});
