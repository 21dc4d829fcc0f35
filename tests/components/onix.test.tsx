import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { freshView } from '../../components/brief-view.tsx';
import type { Reading } from '../../lib/brief/reading.ts';
import { READ } from './fake-desk.ts';
import { BRIEF } from './fixture.ts';
import { freshPage, onTab, open } from './opened.tsx';
import { button, says, tab, wordsIn } from './stage.tsx';

beforeEach(freshPage);

describe('the brief', () => {
  it('shows a skeleton at once and the brief when it is there', async () => {
    let answer = (_reading: Reading) => undefined as void;
    const slow = new Promise<Reading>(resolve => (answer = resolve));
    open({ read: () => slow });
    expect(wordsIn('output')).toBe('Reading the page …');
    await expect.element(says('Still reading. The page may not have finished loading.')).toBeVisible();
    answer(READ);
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
    expect(document.querySelector('.skeleton')).toBeNull();
  });

  it('moves between tabs with the arrow keys, Home and End', async () => {
    open();
    await tab(/Summary/).click();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(tab(/Claims/)).toHaveFocus();
    expect(document.querySelectorAll('.claim-item')).toHaveLength(BRIEF.claims.length);
    await userEvent.keyboard('{End}');
    await expect.element(tab(/Ask/)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab(/Summary/)).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{Home}');
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');
  });

  it('remembers tab and filter of this article, and only of this one', async () => {
    const notes = open(onTab('claims', { hedged: true }));
    await expect.element(says('2 of 14 claims')).toBeVisible();
    await tab(/Players/).click();
    await expect.poll(() => notes.view?.tab).toBe('players');

    open({ loadView: async () => ({ ...freshView('https://other.example/'), tab: 'claims' }) });
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');

    open({ loadView: async () => ({ tab: 'from an older version' }) });
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');
  });

  it('scrolls back to where it was left', async () => {
    open(onTab('claims', { scrollPx: 300 }));
    await expect.poll(() => window.scrollY).toBe(300);
  });

  it('has no sideways scroll at 360 px', async () => {
    await page.viewport(360, 600);
    open(onTab('claims'));
    await expect.element(tab(/Claims/)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('keeps what the library knows to the first tab', async () => {
    open();
    await expect.element(button('Remember this article')).toBeVisible();
    await tab(/Claims/).click();
    await expect.element(tab(/Claims/)).toHaveAttribute('aria-selected', 'true');
    expect(document.querySelector('.library-foot')).toBeNull();
  });
});
