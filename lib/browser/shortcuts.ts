import browser from 'webextension-polyfill';
import { t } from './i18n.ts';

/** A shortcut the browser listens for anywhere; `keys` is empty where the reader has taken it away. */
export interface Shortcut {
  readonly does: string;
  readonly keys: string;
}

/** Firefox's own; the polyfill does not know it yet. */
interface Commands {
  openShortcutSettings?: () => Promise<void>;
}

/** As the reader has set them in the browser. Firefox for Android has none. */
export async function listShortcuts(): Promise<Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name, description, shortcut }) => ({
    // Chrome keeps the description of this one to itself.
    does: name === '_execute_action' ? t('commandOpen') : (description ?? ''),
    keys: shortcut ?? '',
  }));
}

/** Shows the browser's own page where they can be changed. */
export async function changeShortcuts(): Promise<void> {
  const { openShortcutSettings } = (browser.commands ?? {}) as Commands;
  if (openShortcutSettings) await openShortcutSettings();
  else if (!import.meta.env.FIREFOX) await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  else await browser.tabs.create({ url: 'about:addons' }).catch(() => undefined); // Firefox before 137 lets no extension open it
}
