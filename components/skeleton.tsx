import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';

const LATE_MS = 3_000;

/** The shape of a brief, at once, while the page is being read; and words where that takes long. */
export function Skeleton() {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="skeleton">
      <output class={isLate ? 'aside' : 'visually-hidden'}>{t(isLate ? 'readingLate' : 'reading')}</output>
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
