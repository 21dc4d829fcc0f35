import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { Caution } from './caution.tsx';
import { formatList } from './language.ts';

/** Says what the engine cannot do, or does only in part: for articles in this language, or because it is damaged. */
export function Offered({ brief: { offered, rulesOnly } }: { brief: Brief }) {
  const missing = [
    offered.names === 'partial' && t('offerNamesPartial'),
    offered.names === 'none' && t('offerNamesNone'),
    offered.claims === 'partial' && t('offerClaimsPartial'),
    offered.claims === 'none' && t('offerClaimsNone'),
    offered.claims !== 'full' && t('offerDatesNone'), // they are told apart where claims are
    offered.summary === 'partial' && t('offerSummaryPartial'),
    offered.summary === 'none' && t('offerSummaryNone'),
    offered.ask === 'partial' && t('offerAskPartial'),
    offered.ask === 'none' && t('offerAskNone'),
  ].filter(it => it !== false);
  return (
    <>
      {rulesOnly && <Caution>{t('rulesOnlyNote')}</Caution>}
      {missing.length > 0 && <Caution>{t('partlyOffered', formatList(missing))}</Caution>}
    </>
  );
}
