import { t } from '../lib/browser/i18n.ts';
import { isOfSite, siteOf } from '../lib/text/address.ts';
import type { SettingsDesk } from './desk.ts';
import { useSettings } from './use-settings.ts';

/** Switches detection off, and on again, for the site that is open. */
export function SiteSwitch({ desk, url }: { desk: SettingsDesk; url: string }) {
  const settings = useSettings(desk);
  const host = /^https?:/.test(url) ? URL.parse(url)?.hostname : undefined;
  if (!host || !settings?.detect) return null;
  const left = settings.sitesOff.filter(site => isOfSite(host, site));
  const [site = siteOf(host)] = left;
  const turn = async () => {
    if (left.length === 0) await desk.leaveSite(site, true);
    for (const each of left) await desk.leaveSite(each, false);
  };
  return (
    <button type="button" class="link" onClick={() => void turn().catch(() => undefined)}>
      {left.length > 0 ? t('siteMark', site) : t('siteLeave', site)}
    </button>
  );
}
