import { t } from '../lib/browser/i18n.ts';
import type { Difference } from '../lib/text/statement.ts';

/** What two statements differ in. */
export function differenceWords(difference: Difference): string {
  switch (difference) {
    case 'number':
      return t('differenceNumber');
    case 'date':
      return t('differenceDate');
    case 'polarity':
      return t('differencePolarity');
  }
}
