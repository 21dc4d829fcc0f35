import { render, type ComponentChild } from 'preact';
import { speak, t } from '../lib/browser/i18n.ts';
import type { Settings } from '../lib/browser/settings.ts';
import type { SettingsDesk } from './desk.ts';
import { keepFocus } from './keep-focus.ts';

/** Puts a view on the page, in the reader's language, in place of what the page came with. */
export function mount(view: ComponentChild) {
  nameLanguage();
  const app = document.getElementById('app')!;
  app.replaceChildren();
  keepFocus(app);
  render(view, app);
}

/** Takes up the words of another language; the view must be drawn anew. */
export async function setLanguage(language: Settings['language']) {
  await speak(language);
  nameLanguage();
}

function nameLanguage() {
  document.documentElement.lang = t('locale');
  document.documentElement.dir = t('direction');
  document.title = t('extensionName');
}

/** The style sheets read `data-theme`; without one they follow the system. */
export function setTheme(theme: Settings['theme']) {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Takes up the colours and the language the reader chose, and whatever they choose from now on. */
export async function followSettings(
  settings: SettingsDesk,
  onLanguage = () => location.reload(), // drawn anew: what is being done is remembered
) {
  const { theme, language } = await settings.get();
  setTheme(theme);
  await speak(language);
  settings.onChange(changed => {
    setTheme(changed.theme);
    if (changed.language !== language) onLanguage();
  });
}
