import type { Flag, FlagKind } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';

/** What is worth a second look, and why. */
export function flagTitle(kind: FlagKind): string {
  switch (kind) {
    case 'quote-out-of-place':
      return t('flagQuoteOutOfPlace');
    case 'headline-not-supported':
      return t('flagHeadline');
    case 'number-mismatch':
      return t('flagNumber');
    case 'date-mismatch':
      return t('flagDate');
    case 'same-words-two-speakers':
      return t('flagTwoSpeakers');
    case 'paraphrase-as-quotation':
      return t('flagParaphrase');
    case 'single-source':
      return t('flagSingleSource');
    case 'unnamed-sources':
      return t('flagUnnamed');
  }
}

/** The words of the article that the flag rests on, and what they are. */
export function flagReason({ kind, because }: Flag): string {
  switch (kind) {
    case 'quote-out-of-place':
      return t('flagReasonQuote', because);
    case 'headline-not-supported':
      return t('flagReasonHedge', because);
    case 'number-mismatch':
      return t('flagReasonNumber', because);
    case 'date-mismatch':
      return t('flagReasonDate', because);
    case 'same-words-two-speakers':
      return t('flagReasonTwoSpeakers');
    case 'paraphrase-as-quotation':
      return t('flagReasonParaphrase', because);
    case 'single-source':
      return t('flagReasonSingleSource', because);
    case 'unnamed-sources':
      return t('flagReasonUnnamed', because);
  }
}
