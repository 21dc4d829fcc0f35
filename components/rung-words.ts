import { t } from '../lib/browser/i18n.ts';
import type { Evidence } from '../lib/verify/evidence.ts';

/** What a kind of evidence is called. */
export function rungWords(rung: Evidence['rung']): string {
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
    case 'archive':
      return t('rungArchive');
  }
}
