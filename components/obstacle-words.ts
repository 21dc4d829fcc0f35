import type { Obstacle } from '../lib/brief/reading.ts';
import { t } from '../lib/browser/i18n.ts';

/** What is in the way, in a few words. */
export function obstacleTitle(reason: Obstacle): string {
  switch (reason) {
    case 'loading':
      return t('obstacleLoadingTitle');
    case 'restricted':
      return t('obstacleRestrictedTitle');
    case 'no_permission':
      return t('obstacleNoPermissionTitle');
    case 'pdf':
      return t('obstaclePdfTitle');
    case 'frames':
      return t('obstacleFramesTitle');
    case 'empty':
      return t('obstacleEmptyTitle');
    case 'too_large':
      return t('obstacleTooLargeTitle');
    case 'closed':
      return t('obstacleClosedTitle');
    case 'failed':
      return t('obstacleFailedTitle');
  }
}

/** Why, and what the reader can do next. */
export function obstacleText(reason: Obstacle): string {
  switch (reason) {
    case 'loading':
      return t('obstacleLoadingText');
    case 'restricted':
      return t('obstacleRestrictedText');
    case 'no_permission':
      return t('obstacleNoPermissionText');
    case 'pdf':
      return t('obstaclePdfText');
    case 'frames':
      return t('obstacleFramesText');
    case 'empty':
      return t('obstacleEmptyText');
    case 'too_large':
      return t('obstacleTooLargeText');
    case 'closed':
      return t('obstacleClosedText');
    case 'failed':
      return t('obstacleFailedText');
  }
}
