import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { AlertIcon } from './icons.tsx';
import { formatList } from './language.ts';

/** Says what the engine cannot do, or does only in part, for articles in this language. */
export function Offered({ offered }: { offered: Brief['offered'] }) {
  const missing = [
    offered.names === 'partial' && t('offerNamesPartial'),
    offered.names === 'none' && t('offerNamesNone'),
    offered.claims === 'partial' && t('offerClaimsPartial'),
    offered.claims === 'none' && t('offerClaimsNone'),
    offered.summary === 'partial' && t('offerSummaryPartial'),
    offered.summary === 'none' && t('offerSummaryNone'),
    offered.ask === 'partial' && t('offerAskPartial'),
    offered.ask === 'none' && t('offerAskNone'),
  ].filter(it => it !== false);
  if (missing.length === 0) return null;
  return (
    <p class="caution">
      <AlertIcon />
      <span>{t('partlyOffered', formatList(missing))}</span>
    </p>
  );
}
