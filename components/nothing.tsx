import type { Offer } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';

/** A tab with nothing in it: said plainly, and whether the language is the reason. */
export function Nothing({ text, offer }: { text: string; offer: Offer }) {
  return (
    <div class="nothing">
      <p>{offer === 'none' ? t('notOfferedInLanguage') : text}</p>
      {offer === 'partial' && <p class="aside">{t('partlyOfferedInLanguage')}</p>}
    </div>
  );
}
