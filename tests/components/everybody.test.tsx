import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Onix } from '../../components/onix.tsx';
import { Options } from '../../components/options.tsx';
import { Welcome } from '../../components/welcome.tsx';
import { fakeDesk } from './fake-desk.ts';
import { BRIEF } from './fixture.ts';
import { freshPage, onTab, open, showPlace } from './opened.tsx';
import { faults, show, speak, tab } from './stage.tsx';

beforeEach(freshPage);

describe('for everybody', () => {
  it.each(
    (['light', 'dark', 'contrast'] as const).flatMap(theme =>
      (
        [
          ['summary', onTab('summary')],
          ['players', onTab('players', { openPlayer: 'p1' })],
          ['claims', onTab('claims')],
          ['claims by speaker, filtered', onTab('claims', { grouping: 'speaker', disputed: true })],
          ['what is next', onTab('next')],
        ] as const
      ).map(([name, overrides]) => [name, theme, overrides] as const),
    ),
  )('axe finds nothing in %s, %s', async (_name, theme, overrides) => {
    document.documentElement.dataset['theme'] = theme;
    open(overrides);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await showPlace(0);
    expect(await faults()).toEqual([]);
  });

  it.each(['summary', 'players', 'claims', 'next'])('no words are written into the code: %s', async name => {
    speak('pseudo');
    open(onTab(name, { openPlayer: 'p1' }));
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    const ours = document.createTreeWalker(document.getElementById('app')!, NodeFilter.SHOW_TEXT);
    const bare: string[] = [];
    while (ours.nextNode()) {
      const text = ours.currentNode.textContent!.trim();
      const isArticles = BRIEF.article.text.includes(text) || JSON.stringify(BRIEF.article).includes(text);
      const isName = BRIEF.players.some(player => player.name === text);
      const isOrigin = text === 'The Ansley Courier · Local' || text === 'courier.example';
      const isGiven = ours.currentNode.parentElement!.closest('time, kbd, .keys') !== null;
      if (/\p{L}/u.test(text) && !text.includes('«') && !isArticles && !isName && !isOrigin && !isGiven)
        bare.push(text);
    }
    expect(bare).toEqual([]);
  });

  it.each(['de', 'es', 'fr', 'uk'])('fits 360 px in %s', async language => {
    speak(language);
    await page.viewport(360, 600);
    for (const name of ['summary', 'players', 'claims', 'next']) {
      open(onTab(name, { openPlayer: 'p1' }));
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    }
  });

  it.each(['summary', 'players', 'claims', 'next'])(
    'needs no sideways scroll at 320 px, nor with letters of twice the size: %s',
    async name => {
      await page.viewport(320, 600);
      open(onTab(name, { openPlayer: 'p1' }));
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      await page.viewport(760, 600); // 380 px at 200 %
      document.documentElement.style.fontSize = '200%';
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(760);
      document.documentElement.style.fontSize = '';
    },
  );

  it.each(['summary', 'players', 'claims', 'next', 'report', 'verify', 'options', 'welcome'])(
    'runs from right to left in longer words: %s',
    async name => {
      speak('pseudo-rtl');
      await page.viewport(360, 600);
      document.documentElement.dir = 'rtl';
      const { desk } = fakeDesk(onTab(name, { openPlayer: 'p1' }));
      if (name === 'options') show(<Options desk={desk} />, 'sidepanel');
      else if (name === 'welcome') show(<Welcome desk={desk} />, 'sidepanel');
      else show(<Onix desk={desk} />);
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (name === 'report') await page.getByRole('button', { name: /Report a problem/ }).click();
      if (name === 'verify') await page.getByRole('button', { name: /Verify selection/ }).click();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
      // Nothing hangs over either edge, and what leads stands on the right.
      const brand = document.querySelector('.brand')!.getBoundingClientRect();
      expect(brand.right).toBeGreaterThan(300);
      const outside = [
        ...document.querySelectorAll('#app :is(p, h1, h2, h3, button, select, input, li)'),
      ].filter(it => {
        if (!it.checkVisibility() || it.closest('.visually-hidden')) return false;
        const { left, right } = it.getBoundingClientRect();
        return left < -0.5 || right > 360.5;
      });
      expect(outside.map(it => it.outerHTML.slice(0, 120))).toEqual([]);
      document.documentElement.dir = 'ltr';
    },
  );

  it('moves between tabs by arrows from right to left', async () => {
    document.documentElement.dir = 'rtl';
    open(onTab('claims'));
    await expect.element(tab(/Claims/)).toBeVisible();
    const heading = page.getByRole('heading', { level: 1 }).element().getBoundingClientRect();
    expect(heading.right).toBeGreaterThan(350);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(380);
    await tab(/Claims/).click();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(tab(/What’s next/)).toHaveFocus();
    document.documentElement.dir = 'ltr';
  });

  it('shows its keys and gives the focus back', async () => {
    open();
    await tab(/Players/).click();
    await userEvent.keyboard('?');
    const keys = page.getByRole('dialog', { name: 'Keyboard' });
    await expect.element(keys).toBeVisible();
    await expect.element(keys.getByRole('heading', { name: 'Keyboard' })).toHaveFocus(); // read from its beginning
    expect(await faults()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(tab(/Players/)).toHaveFocus();
  });

  it('has no control under 24 px', async () => {
    open(onTab('claims'));
    await expect.element(tab(/Claims/)).toBeVisible();
    const controls = [...document.querySelectorAll('button, select, input, a')];
    const small = controls.filter(it => {
      if (!it.checkVisibility()) return false;
      const { width, height } = it.getBoundingClientRect();
      return width < 24 || height < 24;
    });
    expect(small.map(it => it.outerHTML)).toEqual([]);
  });
});
