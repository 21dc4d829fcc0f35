import { useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { OutboxEntry } from '../lib/report/report.ts';
import type { ReportDesk } from './desk.ts';
import { ReportRoutes } from './report-routes.tsx';

/** Under the thanks: the report is safe; what happens next is the reader's to decide. */
export function ReportThanks({ desk, entry: first }: { desk: ReportDesk; entry: OutboxEntry }) {
  const [entry, setEntry] = useState(first);
  return (
    <div class="thanks">
      <p class="report-id">
        {t('reportId')} <code>{entry.id}</code>
      </p>
      <p>{desk.isPrivate ? t('reportKeptPrivate') : t('reportKept')}</p>
      <ReportRoutes desk={desk} entry={entry} onChange={setEntry} />
    </div>
  );
}
