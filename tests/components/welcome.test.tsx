import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Welcome } from '../../components/welcome.tsx';
import { fakeDesk } from './fake-desk.ts';
import { faults, show, speak, wordsIn } from './stage.tsx';

beforeEach(async () => {
  speak();
  await page.viewport(800, 600);
});

describe('the welcome page', () => {
  it('says what Onix does, what it can see and why, and what never leaves', async () => {
    show(<Welcome desk={fakeDesk().desk} />, 'sidepanel');
    const titles = [...document.querySelectorAll('h2')].map(it => it.textContent);
    expect(titles).toEqual(['What Onix does', 'What it can see, and why', 'What never leaves', 'Keyboard']);
    expect(wordsIn('main')).toContain('The page is never changed.');
    expect(wordsIn('main')).toContain('English articles in full');
    expect(await faults()).toEqual([]);
  });

  it('leads to the packaged article and to the settings', async () => {
    const { desk, notes } = fakeDesk();
    show(<Welcome desk={desk} />, 'sidepanel');
    await expect
      .element(page.getByRole('link', { name: 'Try it on a sample article' }))
      .toHaveAttribute('href', '/sample.html');
    await page.getByRole('button', { name: 'Settings' }).click();
    expect(notes.calls).toContain('openOptions');
  });

  it('lets detection be switched off before it has looked anywhere', async () => {
    const { desk } = fakeDesk();
    show(<Welcome desk={desk} />, 'sidepanel');
    await page.getByLabelText('Mark news articles as I browse').click();
    await expect.poll(async () => (await desk.settings.get()).detect).toBe(false);
  });

  it('tells a phone nothing of right-clicks, toolbars and keys', async () => {
    show(<Welcome desk={fakeDesk({ hasMenus: false }).desk} />, 'sidepanel');
    expect(wordsIn('main')).toContain('open the browser’s menu, then Extensions, then Onix');
    expect(wordsIn('main')).not.toMatch(/right-click|toolbar|puzzle|Keyboard|Alt\+/i);
    expect(await faults()).toEqual([]);
  });

  it.each([320, 360, 800])('needs no sideways scroll at %d px', async width => {
    await page.viewport(width, 600);
    show(<Welcome desk={fakeDesk().desk} />, 'sidepanel');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
