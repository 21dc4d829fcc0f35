import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SummaryLength } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { Language, Settings, Theme } from '../lib/browser/settings.ts';
import { setLanguage, setTheme } from './appearance.ts';
import { AskedAlways } from './asked-always.tsx';
import type { OptionsDesk } from './desk.ts';
import { FactCheckKey } from './fact-check-key.tsx';
import { Mark } from './icons.tsx';
import { Library } from './library.tsx';
import { Reports } from './reports.tsx';
import { Section } from './section.tsx';
import { SettingsFile } from './settings-file.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { Sites, type LeaveSite } from './sites.tsx';

/** The settings page; every change is saved at once. */
export function Options({ desk }: { desk: OptionsDesk }) {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [said, setSaid] = useState('');

  /** Shows what was saved, here or in another view, in the colours and the language it asks for. */
  const latest = useRef<Settings | null>(null);
  const take = useCallback(async (saved: Settings) => {
    latest.current = saved;
    setTheme(saved.theme);
    await setLanguage(saved.language);
    if (latest.current === saved) setSettings(saved); // more may have changed while the words came in
  }, []);
  useEffect(() => {
    desk.settings.get().then(setSettings, () => setSaid(t('settingsNotSaved')));
    return desk.settings.onChange(saved => void take(saved));
  }, [desk, take]);
  const taken = (saving: Promise<Settings>) =>
    void saving.then(take).then(
      () => setSaid(t('settingsSaved')),
      () => setSaid(t('settingsNotSaved')),
    );
  const change: Change = patch => taken(desk.settings.set(patch));
  const leaveSite: LeaveSite = (site, isLeft) => taken(desk.settings.leaveSite(site, isLeft));

  return (
    <main class="options">
      <header class="options-head">
        <p class="brand">
          <Mark />
          {t('extensionName')}
        </p>
        <h1 class="screen-title">{t('settingsTitle')}</h1>
      </header>
      {settings && <Choices settings={settings} change={change} leaveSite={leaveSite} />}
      <Section title={t('keyboard')}>
        {settings && (
          <Switch
            id="letter-keys"
            label={t('settingsLetterKeys')}
            note={t('settingsLetterKeysNote')}
            on={settings.letterKeys}
            onChange={letterKeys => change({ letterKeys })}
          />
        )}
        <Shortcuts desk={desk.shortcuts} />
      </Section>
      <Section title={t('settingsOutside')}>
        <FactCheckKey desk={desk.factCheckKey} />
        {settings && (
          <AskedAlways
            sources={settings.askAlways}
            onWithdraw={source => taken(desk.settings.askAlways(source, false))}
          />
        )}
      </Section>
      <Section title={t('libraryTitle')}>
        {settings && (
          <Switch
            id="remember-articles"
            label={t('settingsRemember')}
            note={t('settingsRememberNote')}
            on={settings.rememberArticles}
            onChange={rememberArticles => change({ rememberArticles })}
          />
        )}
        <Library desk={desk.library} takesFiles />
      </Section>
      <Section title={t('reportsTitle')}>
        <Reports desk={desk.report} />
      </Section>
      <Section title={t('settingsFileTitle')}>
        <SettingsFile desk={desk.settings} onChange={take} />
      </Section>
      <output class="said">{said}</output>
    </main>
  );
}

type Change = (patch: Partial<Settings>) => void;

type ChoicesProps = { settings: Settings; change: Change; leaveSite: LeaveSite };

/** What pages Onix looks at, and how it shows what it read. */
function Choices({ settings, change, leaveSite }: ChoicesProps) {
  return (
    <>
      <Section title={t('settingsPages')}>
        <Switch
          id="detect"
          label={t('settingsDetect')}
          note={t('settingsDetectNote')}
          on={settings.detect}
          onChange={detect => change({ detect })}
        />
        <Switch
          id="badge"
          label={t('settingsBadge')}
          on={settings.badge}
          onChange={badge => change({ badge })}
        />
        <Sites sites={settings.sitesOff} onChange={leaveSite} />
      </Section>
      <Section title={t('settingsReading')}>
        <Choice<SummaryLength>
          id="summary-length"
          label={t('settingsLength')}
          value={settings.summaryLength}
          options={[
            ['short', t('lengthShort')],
            ['normal', t('lengthNormal')],
            ['long', t('lengthLong')],
          ]}
          onChange={summaryLength => change({ summaryLength })}
        />
        <Choice<Theme>
          id="theme"
          label={t('settingsTheme')}
          value={settings.theme}
          options={[
            ['system', t('themeSystem')],
            ['light', t('themeLight')],
            ['dark', t('themeDark')],
            ['contrast', t('themeContrast')],
          ]}
          onChange={theme => change({ theme })}
        />
        <Choice<Language>
          id="language"
          label={t('settingsLanguage')}
          value={settings.language}
          options={[
            ['browser', t('languageBrowser')],
            ...LANGUAGES.map(code => [code, ownName(code)] as const),
          ]}
          onChange={language => change({ language })}
        />
        <Switch
          id="marks"
          label={t('settingsMarks')}
          note={t('settingsMarksNote')}
          on={settings.marks}
          onChange={marks => change({ marks })}
        />
      </Section>
    </>
  );
}

const LANGUAGES = ['en', 'de', 'es', 'fr', 'uk'] as const satisfies readonly Language[];

/** A language by the name its speakers give it. */
function ownName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

type SwitchProps = {
  id: string;
  label: string;
  note?: string;
  on: boolean;
  onChange: (on: boolean) => void;
};

function Switch({ id, label, note, on, onChange }: SwitchProps) {
  return (
    <div class="setting">
      <label class="choice">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={note && `${id}-note`}
          onChange={event => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {note && (
        <p id={`${id}-note`} class="aside indented">
          {note}
        </p>
      )}
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  id: string;
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ id, label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange(event.currentTarget.value as Value)}>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
