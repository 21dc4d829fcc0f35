import { t } from '../lib/browser/i18n.ts';
import type { Desk } from './desk.ts';
import { Mark, PanelIcon } from './icons.tsx';

type Props = {
  desk: Desk;
  url: string | undefined; // of the page that was read
  onVerify: () => void;
};

/** Whose view it is, what it is about, and what can be done wherever one is in it. */
export function TopBar({ desk, url, onVerify }: Props) {
  return (
    <header class="top">
      <p class="brand">
        <Mark />
        {t('extensionName')}
      </p>
      {desk.surface === 'panel' && <p class="reads">{siteOf(url)}</p>}
      <button type="button" class="quiet" onClick={onVerify}>
        {t('verifySelection')}
      </button>
      {desk.openPanel && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('openPanel')}
          onClick={() => desk.openPanel!()}
        >
          <PanelIcon />
        </button>
      )}
    </header>
  );
}

/** The site the panel is about, since it stays while tabs change. */
function siteOf(url: string | undefined): string {
  const address = url === undefined ? null : URL.parse(url);
  return address && /^https?:$/.test(address.protocol) ? address.host : '';
}
