import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The browser as a page script finds it. */
async function given(api: object) {
  vi.stubGlobal('browser', api);
  vi.resetModules();
  return import('../../lib/browser/page.ts');
}

it.each([
  ['refused', () => Promise.reject(new Error('Receiving end does not exist.'))],
  [
    'thrown back at once, as by Chromium after an update',
    () => {
      throw new Error('Extension context invalidated.');
    },
  ],
])('what is told to nobody is no error: %s', async (_case, sendMessage) => {
  const { tellLooked } = await given({ runtime: { sendMessage } });
  await expect(tellLooked(true)).resolves.toBeUndefined();
});

it.each([
  ['nothing was ever set', {}, true],
  ['detection is off', { settings: { detect: false } }, false],
  ['the site is left alone', { settings: { sitesOff: ['paper.example'] } }, false],
  ['another site is left alone', { settings: { sitesOff: ['per.example', 'shop.example'] } }, true],
  ['what is set cannot be understood', { settings: { detect: 'no', sitesOff: 'paper.example' } }, true],
  ['a site cannot be understood', { settings: { sitesOff: [{ host: 'paper.example' }, null] } }, true],
])('a site is looked at or not where %s', async (_case, stored, isWanted) => {
  const { isLookingWanted } = await given({ storage: { local: { get: async () => stored } } });
  expect(await isLookingWanted('paper.example')).toBe(isWanted);
});
