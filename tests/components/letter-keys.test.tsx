import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Onix } from '../../components/onix.tsx';
import { fakeDesk } from './fake-desk.ts';
import { freshPage, onTab, open } from './opened.tsx';
import { button, show, tab, wordsIn } from './stage.tsx';

beforeEach(freshPage);

describe('by letters', () => {
  const claims = onTab('claims');
  const lit = () => wordsIn('.tour-label');

  it('steps through the places on the page and copies a link', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async text => void copied.push(text));
    open(claims);
    await expect.element(tab(/Claims/)).toBeVisible();
    await userEvent.keyboard('j{Enter}');
    await expect.poll(lit).toContain('Claim 1 of 14');
    await userEvent.keyboard('nn');
    await expect.poll(lit).toContain('Claim 3 of 14');
    await userEvent.keyboard('p');
    await expect.poll(lit).toContain('Claim 2 of 14');
    await userEvent.keyboard('c');
    await expect.poll(() => copied.length).toBe(1);
  });

  it('goes to a tab by its number and reports the item in focus', async () => {
    open();
    await expect.element(tab(/Summary/)).toBeVisible();
    await userEvent.keyboard('3');
    await expect.element(tab(/Claims/)).toHaveFocus();
    await userEvent.keyboard('9r');
    await expect.element(tab(/Claims/)).toHaveFocus();
    await userEvent.keyboard('jr');
    await expect.element(page.getByRole('heading', { name: 'Report a problem' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.closest('.item')?.id).toBe('claim-c1');
  });

  it('does nothing when they are switched off, and the help says nothing of them', async () => {
    const { desk, notes } = fakeDesk(claims);
    await desk.settings.set({ letterKeys: false });
    show(<Onix desk={desk} />);
    await expect.element(tab(/Claims/)).toBeVisible();
    await userEvent.keyboard('j2?');
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(document.activeElement).toBe(document.body);
    await expect.element(tab(/Claims/)).toHaveAttribute('aria-selected', 'true');
    expect(notes.calls).not.toContain('openOptions');
    await button('Keyboard').click();
    expect(wordsIn('dialog[open]')).not.toContain('next and previous item');
  });

  it('are switched off by another view at once', async () => {
    const notes = open(claims);
    await expect.element(tab(/Claims/)).toBeVisible();
    await userEvent.keyboard('3');
    await expect.element(tab(/Claims/)).toHaveFocus();
    notes.changeSettings({ letterKeys: false, sitesOff: ['courier.example'] });
    await expect.element(button('Mark articles on courier.example again')).toBeVisible();
    await userEvent.keyboard('1');
    await expect.element(tab(/Claims/)).toHaveAttribute('aria-selected', 'true');
  });

  it('leaves what is typed alone', async () => {
    open(claims);
    await button(/^Report: Claim 6/).click();
    await page.getByLabelText('In your words (optional)').fill('');
    await userEvent.keyboard('jr2?');
    await expect.element(page.getByLabelText('In your words (optional)')).toHaveValue('jr2?');
  });
});
