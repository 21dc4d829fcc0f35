import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { freshPage, onTab, open, showPlace } from './opened.tsx';
import { button, says } from './stage.tsx';

beforeEach(freshPage);

describe('players', () => {
  const players = onTab('players');

  it('unfolds what a player said', async () => {
    open(players);
    await button('3 claims').click();
    const said = () =>
      [...document.querySelectorAll('.sayings:not([hidden]) .words')].map(it => it.textContent);
    await expect
      .poll(said)
      .toEqual([
        '“We cannot run vessels we do not trust,”',
        'night crossings had fallen by less than half over the same years',
        '“No warning ever reached the board,”',
      ]);
  });

  it('lights every mention and steps through them', async () => {
    const notes = open(players);
    await showPlace(1);
    await expect.element(says('Daniel Okoro, mention 1 of 4, paragraph 4')).toBeVisible();
    await button('Next place').click();
    await expect.element(says('Daniel Okoro, mention 2 of 4, paragraph 4')).toBeVisible();
    expect(notes.calls.at(-1)).toBe('reveal Daniel Okoro | Merrow’s mayor | he | Okoro');
  });

  it('tells who hears no picture whose place a button shows', async () => {
    open(players);
    const place = page.getByRole('button', { name: /Show on page/ });
    await expect.element(place.nth(1)).toHaveAccessibleDescription(/^Daniel Okoro/);
  });

  it('tells how much of the reported words is theirs', async () => {
    open(players);
    // 24 of the 108 words that somebody is reported to have said
    await expect.element(says('22% of the words')).toBeVisible();
    const place = [...document.querySelectorAll('.player-item')].find(it =>
      it.textContent.includes('Port Ansley'),
    );
    expect(place!.textContent).not.toContain('of the words');
  });
});
