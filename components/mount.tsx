import { render, type ComponentChild } from 'preact';
import { t } from '../lib/browser/i18n.ts';
import type { SettingsDesk, Theme } from './desk.ts';

/** Puts a view on the page, in the reader's language, in place of what the page came with. */
export function mount(view: ComponentChild) {
  document.documentElement.lang = t('locale');
  document.documentElement.dir = t('direction');
  document.title = t('extensionName');
  const app = document.getElementById('app')!;
  app.replaceChildren();
  render(view, app);
}

/** The style sheets read `data-theme`; without one they follow the system. */
export function setTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Takes up the colours the reader chose. */
export async function followTheme(settings: SettingsDesk) {
  setTheme((await settings.get()).theme);
}
