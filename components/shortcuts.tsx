import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { Shortcut } from '../lib/browser/shortcuts.ts';
import type { ShortcutsDesk } from './desk.ts';

/** The shortcuts the browser listens for on any page, as the reader has set them. */
export function Shortcuts({ desk }: { desk: ShortcutsDesk }) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => void desk.list().then(setShortcuts, () => setShortcuts([])), [desk]);
  if (shortcuts.length === 0) return null; // a browser without keyboard
  return (
    <>
      <h3 class="keys-title">{t('shortcutsTitle')}</h3>
      <dl class="keys">
        {shortcuts.map(({ does, keys }) => (
          <div key={does} class="key">
            <dt>{keys === '' ? <span class="aside">{t('shortcutNone')}</span> : <kbd>{keys}</kbd>}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="link" onClick={() => void desk.change()}>
        {t('shortcutsChange')}
      </button>
    </>
  );
}
