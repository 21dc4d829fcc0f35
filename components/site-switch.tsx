import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { Settings } from '../lib/browser/settings.ts';
import type { SettingsDesk } from './desk.ts';

/** Switches detection off, and on again, for the site that is open. */
export function SiteSwitch({ settings: desk, url }: { settings: SettingsDesk; url: string }) {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => void desk.get().then(setSettings, () => setSettings(null)), [desk]);

  const site = /^https?:/.test(url) ? URL.parse(url)?.hostname : undefined;
  if (!site || !settings?.detect) return null;
  const isOff = settings.sitesOff.includes(site);
  const turn = () => void desk.leaveSite(site, !isOff).then(setSettings, () => setSettings(null));
  return (
    <button type="button" class="link" onClick={turn}>
      {isOff ? t('siteMark', site) : t('siteLeave', site)}
    </button>
  );
}
