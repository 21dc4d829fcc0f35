import { t } from '../lib/browser/i18n.ts';
import type { Outcome } from './use-library.ts';

/** What came of remembering or forgetting, and what the reader can do. */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome) {
    case 'kept':
      return t('rememberedNow');
    case 'private':
      return t('notRememberedPrivate');
    case 'no_address':
      return t('notRememberedNoAddress');
    case 'too_many':
      return t('notRememberedTooMany');
    case 'full':
      return t('notRememberedFull');
    case 'closed':
      return t('notRememberedClosed');
    case 'forgotten':
      return t('forgottenNow');
    case 'not_forgotten':
      return t('libraryUnreadable');
  }
}
