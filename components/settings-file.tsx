import { useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { Import, Settings } from '../lib/browser/settings.ts';
import type { SettingsDesk } from './desk.ts';
import { FileButton } from './file-button.tsx';
import { formatList } from './language.ts';
import { saveFile } from './save-file.ts';
import { SureButton } from './sure-button.tsx';

type Props = {
  desk: SettingsDesk;
  onChange: (settings: Settings) => Promise<void>; // all of them may be others now
};

/** The settings as a file, out and in again, and back to the beginning. */
export function SettingsFile({ desk, onChange }: Props) {
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState('');

  const settle = (message: string, error = '') => {
    setSaid(message);
    setWrong(error);
  };
  const failed = () => settle('', t('settingsNotSaved'));
  const take = async (file: File) => {
    const outcome = await desk.import(await file.text());
    if (outcome.status === 'refused') return settle('', refusal(outcome));
    await onChange(outcome.settings);
    settle(t('settingsImported'));
  };
  const reset = async () => {
    await onChange(await desk.reset());
    settle(t('settingsWereReset'));
  };

  return (
    <>
      <p class="aside">{t('settingsFileNote')}</p>
      <div class="actions">
        <button
          type="button"
          onClick={() =>
            void desk.asFile().then(text => saveFile('onix-settings.json', text, 'application/json'), failed)
          }
        >
          {t('settingsExport')}
        </button>
        <FileButton label={t('settingsImport')} onChoose={file => void take(file).catch(failed)} />
        <SureButton
          label={t('settingsReset')}
          question={t('settingsResetSure')}
          onSure={() => void reset().catch(failed)}
        />
      </div>
      <output class="aside">{said}</output>
      <p role="alert">{wrong}</p>
    </>
  );
}

function refusal(outcome: Extract<Import, { status: 'refused' }>): string {
  switch (outcome.reason) {
    case 'not_json':
      return t('importNotJson');
    case 'not_settings':
      return t('importNotSettings');
    case 'newer':
      return t('importNewer');
    case 'broken':
      return t('importBroken', formatList(outcome.fields.map(field => t('inQuotes', field))));
  }
}
