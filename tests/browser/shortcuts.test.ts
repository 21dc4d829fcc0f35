import { afterEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { speak } from '../../lib/browser/i18n.ts';
import { listShortcuts } from '../../lib/browser/shortcuts.ts';

afterEach(() => vi.unstubAllGlobals());

it('shortcuts are named in the language the reader chose, not in that of the browser', async () => {
  const messages = { commandOpen: 'Onix öffnen', commandVerify: 'Ausgewählten Text prüfen' };
  const file = Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, { message }]));
  vi.stubGlobal('fetch', async () => Response.json(file));
  browser.runtime.getURL = path => path;
  await speak('de');
  const commands = [
    { name: '_execute_action', description: '', shortcut: 'Alt+Shift+O' },
    { name: 'verify-selection', description: 'Verify the selected text', shortcut: '' },
  ];
  Object.assign(browser, { commands: { getAll: async () => commands } });
  expect(await listShortcuts()).toEqual([
    { does: 'Onix öffnen', keys: 'Alt+Shift+O' },
    { does: 'Ausgewählten Text prüfen', keys: '' },
  ]);
});
