import { t } from '../lib/browser/i18n.ts';
import type { SettingsDesk } from './desk.ts';
import { useSettings } from './use-settings.ts';

/** Switches detection off, and on again, for the site that is open. */
export function SiteSwitch({ desk, url }: { desk: SettingsDesk; url: string }) {
  const settings = useSettings(desk);
  const site = /^https?:/.test(url) ? URL.parse(url)?.hostname : undefined;
  if (!site || !settings?.detect) return null;
  const isOff = settings.sitesOff.includes(site);
  const turn = () => void desk.leaveSite(site, !isOff).catch(() => undefined); // not saved: the button says so
  return (
    <button type="button" class="link" onClick={turn}>
      {isOff ? t('siteMark', site) : t('siteLeave', site)}
    </button>
  );
}
