import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { KeyDesk } from './desk.ts';

/** The reader's own key: typed once, never shown again, forgotten with one press. */
export function FactCheckKey({ desk }: { desk: KeyDesk }) {
  const [isKept, setIsKept] = useState(false);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');

  useEffect(
    () =>
      void desk.load().then(
        key => setIsKept(key !== null),
        () => setSaid(t('settingsNotSaved')),
      ),
    [desk],
  );

  const save = (key: string | null) =>
    desk.save(key).then(
      () => {
        setIsKept(key !== null);
        setTyped('');
        setSaid(t('settingsSaved'));
      },
      () => setSaid(t('settingsNotSaved')),
    );

  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        if (typed.trim() !== '') void save(typed.trim());
      }}
    >
      <div class="field">
        <label for="fact-check-key">{t('settingsKey')}</label>
        <input
          id="fact-check-key"
          type="password"
          autocomplete="off"
          aria-describedby="fact-check-key-note"
          value={typed}
          onInput={event => setTyped(event.currentTarget.value)}
        />
      </div>
      <p id="fact-check-key-note" class="aside">
        {t('settingsKeyNote')}
      </p>
      <div class="actions">
        <button type="submit">{t('settingsKeySave')}</button>
        {isKept && (
          <button type="button" onClick={() => void save(null)}>
            {t('settingsKeyForget')}
          </button>
        )}
      </div>
      <output class="aside">{said || (isKept ? t('settingsKeySet') : '')}</output>
    </form>
  );
}
