import type { ArticleType } from '../lib/article/article.ts';
import { t } from '../lib/browser/i18n.ts';

/** What kind of piece an article is; null where nothing says so. */
export function typeWords(type: ArticleType): string | null {
  switch (type) {
    case 'news':
      return t('typeNews');
    case 'analysis':
      return t('typeAnalysis');
    case 'opinion':
      return t('typeOpinion');
    case 'live':
      return t('typeLive');
    case 'review':
      return t('typeReview');
    case 'sponsored':
      return t('typeSponsored');
    case 'unknown':
      return null;
  }
}

/** What a reader should know who takes it for news. */
export function typeNote(type: ArticleType): string | null {
  switch (type) {
    case 'sponsored':
      return t('typeSponsoredNote');
    case 'opinion':
      return t('typeOpinionNote');
    case 'live':
      return t('typeLiveNote');
    case 'news':
    case 'analysis':
    case 'review':
    case 'unknown':
      return null;
  }
}
