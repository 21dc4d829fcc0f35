import { speak, t } from '../lib/browser/i18n.ts';
import type { Settings } from '../lib/browser/settings.ts';
import type { SettingsDesk } from './desk.ts';

/** Takes up the colours and the language the reader chose, and whatever they choose from now on. */
export async function followSettings(
  settings: SettingsDesk,
  onLanguage = () => location.reload(), // drawn anew: what is being done is remembered
) {
  const chosen = await settings.get().catch(() => null); // cannot be read: as the system and the browser have it
  const { theme, language } = chosen ?? { theme: 'system', language: 'browser' };
  setTheme(theme);
  await setLanguage(language);
  settings.onChange(changed => {
    setTheme(changed.theme);
    if (changed.language !== language) onLanguage();
  });
}

/** The style sheets read `data-theme`; without one they follow the system. */
export function setTheme(theme: Settings['theme']) {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Takes up the words of a language; a view that was drawn in another must be drawn anew. */
export async function setLanguage(language: Settings['language']) {
  await speak(language);
  document.documentElement.lang = t('locale');
  document.documentElement.dir = t('direction');
  document.title = t('extensionName');
}
