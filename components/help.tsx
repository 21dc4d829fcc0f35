import { useRef } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { ShortcutsDesk } from './desk.ts';
import { useLetterKeys } from './letter-keys.ts';
import { Shortcuts } from './shortcuts.tsx';

type Props = {
  shortcuts: ShortcutsDesk;
  letterKeys: boolean; // single letters are shortcuts
};

/** The keys, shown by `?` or a click. The dialog gives the focus back by itself. */
export function Help({ shortcuts, letterKeys }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLetterKeys(letterKeys, { '?': () => dialog.current?.showModal() });

  const letters: [string[], string][] = [
    [['j', 'k'], t('keyItems')],
    [['1', '–', '5'], t('keyTabNumbers')],
    [['n', 'p'], t('keyPlaces')],
    [['c'], t('keyCopy')],
    [['q'], t('keyCite')],
    [['v'], t('verifyClaim')],
    [['r'], t('keyReport')],
    [['?'], t('keyHelp')],
  ];
  const keys: [string[], string][] = [
    [['Enter'], t('keyShow')],
    [['←', '→'], t('keyTabs')],
    [['Esc'], t('keyEscape')],
    ...(letterKeys ? letters : []),
  ];

  return (
    <>
      <button id="help" type="button" class="link" onClick={() => dialog.current?.showModal()}>
        {t('keyboard')}
      </button>
      <dialog ref={dialog} aria-labelledby="help-title">
        <h2 id="help-title" class="notice-title" tabIndex={-1} autofocus>
          {t('keyboard')}
        </h2>
        <dl class="keys">
          {keys.map(([names, does]) => (
            <div key={does} class="key">
              <dt>{names.map(name => (name === '–' ? name : <kbd key={name}>{name}</kbd>))}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Shortcuts desk={shortcuts} />
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {t('close')}
        </button>
      </dialog>
    </>
  );
}
