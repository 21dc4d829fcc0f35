import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { SummaryLength } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { OptionsDesk, Settings, Theme } from './desk.ts';
import { FactCheckKey } from './fact-check-key.tsx';
import { CloseIcon, Mark } from './icons.tsx';
import { setTheme } from './mount.tsx';
import { Reports } from './reports.tsx';

/** The settings page; every change is saved at once. */
export function Options({ desk }: { desk: OptionsDesk }) {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [said, setSaid] = useState('');

  useEffect(() => void desk.settings.get().then(setSettings, () => setSaid(t('settingsNotSaved'))), [desk]);

  const change = (patch: Partial<Settings>) => {
    if (patch.theme) setTheme(patch.theme);
    desk.settings.set(patch).then(
      saved => {
        setSettings(saved);
        setSaid(t('settingsSaved'));
      },
      () => setSaid(t('settingsNotSaved')),
    );
  };

  return (
    <main class="options">
      <p class="brand">
        <Mark />
        {t('extensionName')}
      </p>
      <h1 class="screen-title">{t('settingsTitle')}</h1>
      {settings && (
        <>
          <Section id="pages" title={t('settingsPages')}>
            <label class="choice">
              <input
                type="checkbox"
                checked={settings.detect}
                aria-describedby="detect-note"
                onChange={event => change({ detect: event.currentTarget.checked })}
              />
              {t('settingsDetect')}
            </label>
            <p id="detect-note" class="aside indented">
              {t('settingsDetectNote')}
            </p>
            <label class="choice">
              <input
                type="checkbox"
                checked={settings.badge}
                onChange={event => change({ badge: event.currentTarget.checked })}
              />
              {t('settingsBadge')}
            </label>
            <Sites sites={settings.sitesOff} onChange={sitesOff => change({ sitesOff })} />
          </Section>
          <Section id="reading" title={t('settingsReading')}>
            <div class="field">
              <label for="summary-length">{t('settingsLength')}</label>
              <select
                id="summary-length"
                value={settings.summaryLength}
                onChange={event => change({ summaryLength: event.currentTarget.value as SummaryLength })}
              >
                <option value="short">{t('lengthShort')}</option>
                <option value="normal">{t('lengthNormal')}</option>
                <option value="long">{t('lengthLong')}</option>
              </select>
            </div>
            <div class="field">
              <label for="theme">{t('settingsTheme')}</label>
              <select
                id="theme"
                value={settings.theme}
                onChange={event => change({ theme: event.currentTarget.value as Theme })}
              >
                <option value="system">{t('themeSystem')}</option>
                <option value="light">{t('themeLight')}</option>
                <option value="dark">{t('themeDark')}</option>
              </select>
            </div>
          </Section>
        </>
      )}
      <Section id="outside" title={t('settingsOutside')}>
        <FactCheckKey desk={desk.factCheckKey} />
      </Section>
      <Section id="reports" title={t('reportsTitle')}>
        <Reports desk={desk.report} />
      </Section>
      <output class="said">{said}</output>
    </main>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** Where detection is off: one host a line. */
function Sites({
  sites,
  onChange,
}: {
  sites: readonly string[];
  onChange: (sites: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);

  const add = (event: Event) => {
    event.preventDefault();
    const host = hostOf(typed);
    setWrong(host === null);
    if (host === null) return;
    setTyped('');
    if (!sites.includes(host)) onChange([...sites, host]);
  };

  return (
    <div class="sites">
      <h3>{t('settingsSites')}</h3>
      {sites.length === 0 && <p class="aside">{t('settingsSitesNone')}</p>}
      <ul class="site-list">
        {sites.map(site => (
          <li key={site}>
            <span>{site}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={t('settingsSiteRemove', site)}
              onClick={() => onChange(sites.filter(it => it !== site))}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
      <form class="site-form" onSubmit={add}>
        <label for="site">{t('settingsSiteAdd')}</label>
        <input
          id="site"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={wrong}
          aria-describedby="site-wrong"
          value={typed}
          onInput={event => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{t('settingsAdd')}</button>
      </form>
      <p id="site-wrong" role="alert">
        {wrong && t('settingsSiteWrong')}
      </p>
    </div>
  );
}

/** The host in what the reader typed: "https://News.example.com/x" and "news.example.com" alike; null if none. */
function hostOf(typed: string): string | null {
  const text = typed.trim();
  const address = URL.parse(text.includes('://') ? text : `https://${text}`);
  return address?.hostname.includes('.') || address?.hostname === 'localhost' ? address.hostname : null;
}
