import type { Reading } from '../lib/brief/reading.ts';
import { t } from '../lib/browser/i18n.ts';
import type { ReportItem } from '../lib/report/report.ts';
import type { Desk } from './desk.ts';
import { ExportDialog } from './export-dialog.tsx';
import { Help } from './help.tsx';
import { FlagIcon } from './icons.tsx';
import { briefItem, pageItem } from './report-items.ts';
import type { Screens } from './screens.ts';
import { SiteSwitch } from './site-switch.tsx';

type Props = {
  desk: Desk;
  reading: Reading | null;
  onBrief: boolean; // nothing lies over it
  letterKeys: boolean;
  onOpen: Screens['open'];
  onReport: (item: ReportItem) => void;
};

/** What there is beside the brief of this page: a report, a copy, what was kept, settings, keys. */
export function Foot({ desk, reading, onBrief, letterKeys, onOpen, onReport }: Props) {
  const brief = reading?.status === 'ok' ? reading.brief : null;
  return (
    <footer class="foot">
      {onBrief && brief && <p class="aside">{t('nothingSent')}</p>}
      <nav aria-label={t('footNav')}>
        <button type="button" class="link" onClick={() => onReport(brief ? briefItem() : pageItem())}>
          <FlagIcon />
          {t('reportProblem')}
        </button>
        {brief && <ExportDialog brief={brief} />}
        <button type="button" class="link" onClick={() => onOpen({ name: 'reports' })}>
          {t('reportsTitle')}
        </button>
        <button type="button" class="link" onClick={() => onOpen({ name: 'library' })}>
          {t('libraryTitle')}
        </button>
        <button type="button" class="link" onClick={() => desk.openOptions()}>
          {t('settingsTitle')}
        </button>
        <Help shortcuts={desk.shortcuts} letterKeys={letterKeys} />
      </nav>
      {reading?.url !== undefined && <SiteSwitch desk={desk.settings} url={reading.url} />}
    </footer>
  );
}
