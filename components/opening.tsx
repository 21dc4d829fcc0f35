import { t } from '../lib/browser/i18n.ts';
import { Mark } from './icons.tsx';
import { Skeleton } from './skeleton.tsx';

/** What is there in the first moment, before anything has been asked of the browser. */
export function Opening() {
  return (
    <>
      <header class="top">
        <p class="brand">
          <Mark />
          {t('extensionName')}
        </p>
      </header>
      <main>
        <Skeleton />
      </main>
    </>
  );
}
