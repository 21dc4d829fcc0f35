import type { Expectation } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';

/** Whether something without a date is planned, to come or demanded. */
export function expectationWords(kind: Expectation['kind']): string {
  switch (kind) {
    case 'planned':
      return t('expectedPlanned');
    case 'expected':
      return t('expectedExpected');
    case 'demanded':
      return t('expectedDemanded');
  }
}
