import type { ComponentChildren } from 'preact';
import { t } from '../lib/browser/i18n.ts';
import type { WelcomeDesk } from './desk.ts';
import { Mark } from './icons.tsx';
import { Section } from './section.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { useSettings } from './use-settings.ts';

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
          <Point title={t('welcomeLanguagesTitle')}>{t('welcomeLanguages')}</Point>
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
            <Section title={t('keyboard')}>
              <Shortcuts desk={desk.shortcuts} />
            </Section>
          )}
        </div>
      </div>
    </main>
  );
}

function Points({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <Section title={title}>
      <dl class="points">{children}</dl>
    </Section>
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
  const settings = useSettings(desk.settings);
  if (!settings) return null;
  const change = (box: HTMLInputElement) =>
    desk.settings.set({ detect: box.checked }).catch(() => {
      box.checked = settings.detect; // not saved: it shows what holds
    });
  return (
    <div class="welcome-choice">
      <label class="choice">
        <input
          type="checkbox"
          checked={settings.detect}
          aria-describedby="detect-note"
          onChange={event => void change(event.currentTarget)}
        />
        {t('settingsDetect')}
      </label>
      <p id="detect-note" class="aside indented">
        {t('settingsDetectNote')}
      </p>
    </div>
  );
}
