import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../lib/browser/settings.ts';
import type { SettingsDesk } from './desk.ts';

/** The settings as they are now, whichever view changes them; null: not known yet, or they cannot be read. */
export function useSettings(desk: SettingsDesk): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    desk.get().then(setSettings, () => setSettings(null));
    return desk.onChange(setSettings);
  }, [desk]);
  return settings;
}
