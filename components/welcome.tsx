import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { Settings } from '../lib/browser/settings.ts';
import type { WelcomeDesk } from './desk.ts';
import { Mark } from './icons.tsx';
import { Shortcuts } from './shortcuts.tsx';

/** After installing: what Onix does, what it can see and why, what never leaves, and an article to try it on. */
export function Welcome({ desk }: { desk: WelcomeDesk }) {
  return (
    <main class="welcome">
      <p class="brand">
        <Mark />
        {t('extensionName')}
      </p>
      <h1 class="welcome-title">{t('welcomeTitle')}</h1>
      <p class="welcome-lede">{t('welcomeLede')}</p>
      <div class="actions">
        <a class="button primary" href="/sample.html" target="_blank">
          {t('welcomeTry')}
        </a>
        <button type="button" onClick={() => desk.openOptions()}>
          {t('settingsTitle')}
        </button>
      </div>
      <p class="aside">
        {t('welcomeTryNote')} {t(desk.hasMenus ? 'welcomeToolbar' : 'welcomeToolbarMobile')}
      </p>

      <div class="welcome-columns">
        <Points title={t('welcomeDoesTitle')}>
          <Point title={t('tabSummary')}>{t('welcomeSummary')}</Point>
          <Point title={t('tabPlayers')}>{t('welcomePlayers')}</Point>
          <Point title={t('tabClaims')}>{t('welcomeClaims')}</Point>
          <Point title={t('tabNext')}>{t('welcomeNext')}</Point>
          <Point title={t('tabAsk')}>{t('welcomeAsk')}</Point>
          <Point title={t('welcomeVerifyTitle')}>
            {t(desk.hasMenus ? 'welcomeVerify' : 'welcomeVerifyMobile')}
          </Point>
        </Points>
        <div>
          <Points title={t('welcomeSeesTitle')}>
            <Point title={t('welcomePagesTitle')}>{t('welcomePages')}</Point>
            {desk.hasMenus && <Point title={t('welcomeMenuTitle')}>{t('welcomeMenu')}</Point>}
            <Point title={t('welcomeStorageTitle')}>{t('welcomeStorage')}</Point>
          </Points>
          <Points title={t('welcomeStaysTitle')}>
            <Point title={t('welcomeTextTitle')}>{t('welcomeText')}</Point>
            <Point title={t('welcomeOutsideTitle')}>{t('welcomeOutside')}</Point>
          </Points>
          <Detection desk={desk} />
          {desk.hasMenus && (
            <section class="section">
              <h2>{t('keyboard')}</h2>
              <Shortcuts desk={desk.shortcuts} />
            </section>
          )}
        </div>
      </div>
    </main>
  );
}

function Points({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="section">
      <h2>{title}</h2>
      <dl class="points">{children}</dl>
    </section>
  );
}

function Point({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The one thing Onix does unasked, to be switched off before it has done it. */
function Detection({ desk }: { desk: WelcomeDesk }) {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => void desk.settings.get().then(setSettings, () => setSettings(null)), [desk]);
  if (!settings) return null;
  const change = (detect: boolean) =>
    desk.settings.set({ detect }).then(setSettings, () => setSettings({ ...settings })); // not saved: drawn as it was
  return (
    <div class="welcome-choice">
      <label class="choice">
        <input
          type="checkbox"
          checked={settings.detect}
          aria-describedby="detect-note"
          onChange={event => void change(event.currentTarget.checked)}
        />
        {t('settingsDetect')}
      </label>
      <p id="detect-note" class="aside indented">
        {t('settingsDetectNote')}
      </p>
    </div>
  );
}
