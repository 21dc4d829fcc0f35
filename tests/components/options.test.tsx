import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { followSettings } from '../../components/appearance.ts';
import { Options } from '../../components/options.tsx';
import { DEFAULT_SETTINGS, settingsFile } from '../../lib/browser/settings.ts';
import { fakeDesk } from './fake-desk.ts';
import { freshPage } from './opened.tsx';
import { button, faults, show, wordsIn } from './stage.tsx';

function open() {
  const fake = fakeDesk();
  show(<Options desk={fake.desk} />, 'sidepanel');
  return fake;
}

beforeEach(freshPage);

describe('settings', () => {
  it('saves each change and takes up the colours at once', async () => {
    const { desk } = open();
    await page.getByLabelText('Colours').selectOptions('dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await page.getByLabelText('Mark news articles as I browse').click();
    await expect.poll(async () => (await desk.settings.get()).detect).toBe(false);
    expect(await faults()).toEqual([]);
  });

  it('made in one view are taken up by the others', async () => {
    const { desk, notes } = fakeDesk();
    const redraw = vi.fn();
    await followSettings(desk.settings, redraw);
    notes.changeSettings({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(redraw).not.toHaveBeenCalled();
    notes.changeSettings({ ...DEFAULT_SETTINGS, language: 'uk' });
    expect(document.documentElement.dataset['theme']).toBeUndefined();
    expect(redraw).toHaveBeenCalledOnce();
  });

  it('that cannot be read keep no view from being drawn, and later ones are taken up', async () => {
    const { desk, notes } = fakeDesk();
    const redraw = vi.fn();
    await followSettings({ ...desk.settings, get: () => Promise.reject(new Error('Broken')) }, redraw);
    notes.changeSettings({ theme: 'dark', language: 'uk' });
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(redraw).toHaveBeenCalledOnce();
  });

  it('made in another view show on the settings page, in their language', async () => {
    const { notes } = open();
    await expect.element(page.getByText('quiet.example')).toBeVisible();
    notes.changeSettings({ sitesOff: ['loud.example'], language: 'browser', badge: false });
    await expect.element(page.getByText('loud.example')).toBeVisible();
    await expect.element(page.getByLabelText('Show a badge on the toolbar button')).not.toBeChecked();
  });

  it('shows what was chosen last, though the words of an earlier choice come in later', async () => {
    let bring = (): void => undefined;
    const german = new Promise<Response>(resolve => (bring = () => resolve(new Response('{}'))));
    const fetched = vi.spyOn(globalThis, 'fetch').mockReturnValue(german);
    const { notes } = open();
    await expect.element(page.getByLabelText('Language of Onix')).toHaveValue('browser');
    notes.changeSettings({ language: 'de' });
    await expect.poll(() => fetched).toHaveBeenCalled();
    notes.changeSettings({ language: 'browser' });
    bring();
    await page.getByLabelText('Add a site').click(); // by then they are in
    await expect.element(page.getByLabelText('Language of Onix')).toHaveValue('browser');
    fetched.mockRestore();
  });

  it.each([
    ['Show a badge on the toolbar button', 'badge'],
    ['Mark passages on the page', 'marks'],
    ['Single letters are shortcuts (j, k, n, p …)', 'letterKeys'],
  ] as const)('switches off: %s', async (label, key) => {
    const { desk } = open();
    await page.getByLabelText(label).click();
    await expect.poll(async () => (await desk.settings.get())[key]).toBe(false);
  });

  it.each(['light', 'dark', 'contrast'])('axe finds nothing, %s', async theme => {
    document.documentElement.dataset['theme'] = theme;
    open();
    await expect.element(page.getByLabelText('Colours')).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['an address', 'https://News.Example.com/today?x=1', ['quiet.example', 'news.example.com']],
    ['with the www that is in front', 'www.paper.example', ['quiet.example', 'paper.example']],
    ['a host', ' news.example.com ', ['quiet.example', 'news.example.com']],
    ['known already', 'quiet.example', ['quiet.example']],
    ['no host', 'the daily news', ['quiet.example']],
  ])('adds a site to leave alone: %s', async (_case, typed, sites) => {
    const { desk } = open();
    await page.getByLabelText('Add a site').fill(typed);
    await button('Add').click();
    await expect.poll(async () => (await desk.settings.get()).sitesOff).toEqual(sites);
  });

  it('keeps what another window changed meanwhile', async () => {
    const { desk } = open();
    await expect.element(page.getByLabelText('Add a site')).toBeVisible();
    await desk.settings.set({ sitesOff: ['other.example'] });
    await page.getByLabelText('Add a site').fill('news.example.com');
    await button('Add').click();
    await expect
      .poll(async () => (await desk.settings.get()).sitesOff)
      .toEqual(['other.example', 'news.example.com']);
  });

  it('names the languages as their speakers do', async () => {
    open();
    await expect.element(page.getByLabelText('Language of Onix')).toBeVisible();
    const names = [...document.querySelectorAll('#language option')].map(it => it.textContent);
    expect(names).toEqual(['Like the browser', 'English', 'Deutsch', 'Español', 'Français', 'Українська']);
  });

  it('lists the shortcuts as they are set, and where to change them', async () => {
    const { notes } = open();
    await expect.poll(() => wordsIn('.keys')).toBe('Alt+Shift+OOpen Onixnone setVerify the selected text');
    await button('Change these in the browser').click();
    expect(notes.calls).toContain('changeShortcuts');
  });

  it('resets only when asked twice', async () => {
    const { desk } = open();
    await button('Reset the settings').click();
    expect((await desk.settings.get()).sitesOff).toEqual(['quiet.example']);
    await button('Really reset?').click();
    await expect.element(page.getByText('The settings are as they were after installing.')).toBeVisible();
    expect(await desk.settings.get()).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    [
      'of settings',
      settingsFile({ ...DEFAULT_SETTINGS, theme: 'dark' }),
      'The settings of the file are in use.',
    ],
    ['that is damaged', '{"kind":', 'Nothing was changed: this file is not JSON'],
    ['of something else', '{}', 'Nothing was changed: this file does not hold settings of Onix.'],
    [
      'with a value nobody knows',
      settingsFile({ ...DEFAULT_SETTINGS, theme: 'sepia' as never }),
      'Nothing was changed: Onix does not understand “theme” in this file.',
    ],
  ])('reads a file %s', async (_case, text, words) => {
    open();
    await expect.element(button('Import settings')).toBeVisible();
    const file = new File([text], 'settings.json', { type: 'application/json' });
    await userEvent.upload(page.getByLabelText('Import settings').last(), file);
    await expect.element(page.getByText(words, { exact: false })).toBeVisible();
    await expect.poll(faults, { timeout: 10_000 }).toEqual([]); // other colours come gradually
  });
});
