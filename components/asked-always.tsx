import { t } from '../lib/browser/i18n.ts';
import type { OutsideSource } from '../lib/verify/outside.ts';
import { CloseIcon } from './icons.tsx';
import { rungWords } from './rung-words.ts';

type Props = {
  sources: readonly OutsideSource[];
  onWithdraw: (source: OutsideSource) => void;
};

/** Sources the reader chose to be asked at every verification, each to be withdrawn. */
export function AskedAlways({ sources, onWithdraw }: Props) {
  return (
    <div class="sites">
      <h3>{t('settingsAsk')}</h3>
      {sources.length === 0 && <p class="aside">{t('settingsAskNone')}</p>}
      <ul class="site-list">
        {sources.map(source => (
          <li key={source}>
            <span>{rungWords(source)}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={t('settingsAskWithdraw', rungWords(source))}
              onClick={() => onWithdraw(source)}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
