import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';

/** The keys, shown by `?` or a click. The dialog gives the focus back by itself. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || (event.target instanceof Element && event.target.matches('input, textarea')))
        return;
      dialog.current?.showModal();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const keys: [string[], string][] = [
    [['j', 'k'], t('keyItems')],
    [['Enter'], t('keyShow')],
    [['←', '→'], t('keyTabs')],
    [['Esc'], t('keyEscape')],
    [['?'], t('keyHelp')],
  ];

  return (
    <>
      <button type="button" class="link" onClick={() => dialog.current?.showModal()}>
        {t('helpTitle')}
      </button>
      <dialog ref={dialog} aria-labelledby="help-title">
        <h2 id="help-title" class="notice-title">
          {t('helpTitle')}
        </h2>
        <dl class="keys">
          {keys.map(([names, does]) => (
            <div key={does} class="key">
              <dt>
                {names.map(name => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {t('close')}
        </button>
      </dialog>
    </>
  );
}
