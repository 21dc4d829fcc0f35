import { t } from '../lib/browser/i18n.ts';
import type { Evidence } from '../lib/verify/evidence.ts';
import type { OutsideSource } from '../lib/verify/outside.ts';

/** What a kind of evidence is called. */
export function rungWords(rung: Evidence['rung'] | OutsideSource): string {
  switch (rung) {
    case 'article':
      return t('rungArticle');
    case 'library':
      return t('rungLibrary');
    case 'page':
      return t('rungPage');
    case 'fact-checks':
      return t('rungFactChecks');
    case 'who':
      return t('rungWho');
    case 'papers':
      return t('rungPapers');
    case 'quotation':
      return t('rungQuotation');
    case 'archive':
      return t('rungArchive');
  }
}
