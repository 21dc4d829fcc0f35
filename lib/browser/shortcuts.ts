import browser from 'webextension-polyfill';
import { t } from './i18n.ts';

/** Verifies what is selected; as the manifest names it. */
export const VERIFY_COMMAND = 'verify-selection';

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
    // In the reader's words: those of the manifest are in the browser's, and Chrome keeps one of them to itself.
    does: commandWords(name) ?? description ?? '',
    keys: shortcut ?? '',
  }));
}

/** What a command of the manifest does. */
function commandWords(name: string | undefined): string | undefined {
  if (name === '_execute_action') return t('commandOpen');
  return name === VERIFY_COMMAND ? t('commandVerify') : undefined;
}

/** Shows the browser's own page where they can be changed. */
export async function changeShortcuts(): Promise<void> {
  const { openShortcutSettings } = (browser.commands ?? {}) as Commands;
  if (openShortcutSettings) await openShortcutSettings();
  else if (!import.meta.env.FIREFOX) await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  else await browser.tabs.create({ url: 'about:addons' }).catch(() => undefined); // Firefox before 137 lets no extension open it
}
