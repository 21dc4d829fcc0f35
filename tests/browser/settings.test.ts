import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  DEFAULT_SETTINGS,
  importSettings,
  loadSettings,
  onSettings,
  resetSettings,
  leaveSite,
  saveSettings,
  settingsFile,
} from '../../lib/browser/settings.ts';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('start at the defaults', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('keep what was changed', async () => {
    await saveSettings({ theme: 'dark', sitesOff: ['paper.example'] });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', sitesOff: ['paper.example'] });
  });

  it('go back to the defaults, and tell', async () => {
    await saveSettings({ detect: false });
    const heard = vi.fn<(settings: typeof DEFAULT_SETTINGS) => void>();
    onSettings(heard);
    expect(await resetSettings()).toEqual(DEFAULT_SETTINGS);
    expect(heard).toHaveBeenLastCalledWith(DEFAULT_SETTINGS);
  });

  it.each([
    ['of version 1', { version: 1, detect: false, theme: 'dark' }, { detect: false, theme: 'dark' }],
    ['without a version', { badge: false }, { badge: false }],
    ['with one broken setting, and only that one', { theme: 7, badge: false }, { badge: false }],
    ['with one Onix does not know', { badge: false, sound: 'loud' }, { badge: false }],
    ['of a later version', { version: 9, theme: 'sepia', detect: false }, { detect: false }],
    ['that are a string', 'broken', {}],
    ['that are a list', [1], {}],
    ['that are null', null, {}],
  ])('read those %s', async (_case, settings, expected) => {
    await browser.storage.local.set({ settings });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });
});

describe('a file of settings', () => {
  it('goes out and comes in again', async () => {
    const file = settingsFile({ ...DEFAULT_SETTINGS, language: 'uk', sitesOff: ['paper.example'] });
    expect(await importSettings(file)).toMatchObject({ status: 'imported' });
    expect(await loadSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'uk',
      sitesOff: ['paper.example'],
    });
  });

  it('of version 1 is taken too', async () => {
    const file = JSON.stringify({ kind: 'onix-settings', settings: { version: 1, detect: false } });
    expect(await importSettings(file)).toMatchObject({ status: 'imported' });
    expect((await loadSettings()).detect).toBe(false);
  });

  it('does not decide what leaves the device', async () => {
    await saveSettings({ askAlways: ['papers'] });
    expect(settingsFile(await loadSettings())).not.toContain('papers');
    const file = JSON.stringify({ kind: 'onix-settings', settings: { version: 2, askAlways: ['archive'] } });
    expect(await importSettings(file)).toMatchObject({ status: 'imported' });
    expect((await loadSettings()).askAlways).toEqual(['papers']);
  });

  it('never holds the key', async () => {
    await browser.storage.local.set({ factCheckKey: 'a-key-of-my-own' });
    expect(settingsFile(await loadSettings())).not.toContain('a-key-of-my-own');
  });

  it.each([
    ['no JSON', '<html>', { reason: 'not_json' }],
    ['cut short', '{"kind":"onix-settings","sett', { reason: 'not_json' }],
    ['something else', '{"version":1,"article":{}}', { reason: 'not_settings' }],
    ['a number', '7', { reason: 'not_settings' }],
    [
      'from the future',
      JSON.stringify({ kind: 'onix-settings', settings: { version: 3 } }),
      { reason: 'newer' },
    ],
    [
      'broken in two places',
      JSON.stringify({
        kind: 'onix-settings',
        settings: { version: 2, detect: 'yes', sitesOff: [1, 2], badge: true },
      }),
      { reason: 'broken', fields: ['detect', 'sitesOff'] },
    ],
  ])('is refused whole where it is %s', async (_case, file, expected) => {
    await saveSettings({ theme: 'dark' });
    expect(await importSettings(file)).toEqual({ status: 'refused', ...expected });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });
});

/** Locks as browsers have them, which Node before 24 has not. */
function lockInTurn(): void {
  let last: Promise<unknown> = Promise.resolve();
  const locks = { request: (_name: string, run: () => Promise<unknown>) => (last = last.then(run)) };
  vi.stubGlobal('navigator', { locks });
  onTestFinished(() => void vi.unstubAllGlobals());
}

it('two changes of one list at a time are both kept', async () => {
  lockInTurn();
  await Promise.all([leaveSite('one.example', true), leaveSite('two.example', true)]);
  expect((await loadSettings()).sitesOff).toEqual(['one.example', 'two.example']);
});

it('a reset that is asked for after a change undoes it, however slow the change is', async () => {
  lockInTurn();
  await Promise.all([saveSettings({ badge: false }), resetSettings()]);
  expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
});
