import { t } from '../lib/browser/i18n.ts';

/** The shape of a brief, at once, while the page is being read. */
export function Skeleton() {
  return (
    <div class="skeleton">
      <output class="visually-hidden">{t('reading')}</output>
      <div class="bone kicker-bone" />
      <div class="bone headline-bone" />
      <div class="bone headline-bone short" />
      <div class="bone line-bone shorter" />
      <div class="bone tabs-bone" />
      <div class="bone line-bone" />
      <div class="bone line-bone" />
      <div class="bone line-bone short" />
      <div class="bone line-bone gap" />
      <div class="bone line-bone" />
      <div class="bone line-bone shorter" />
    </div>
  );
}
