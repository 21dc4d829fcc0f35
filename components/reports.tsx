import { useState } from 'preact/hooks';
import { t, tn } from '../lib/browser/i18n.ts';
import type { OutboxEntry } from '../lib/report/report.ts';
import type { ReportDesk } from './desk.ts';
import { formatMoment } from './language.ts';
import { kindWords } from './report-items.ts';
import { ReportRoutes } from './report-routes.tsx';
import { saveFile } from './save-file.ts';
import { holdsAll, Search } from './search.tsx';
import { SureButton } from './sure-button.tsx';
import { useKept } from './use-kept.ts';

/** Everything the reader has reported, and what has become of it. */
export function Reports({ desk }: { desk: ReportDesk }) {
  const { kept, change, fail } = useKept(desk);
  const [wanted, setWanted] = useState('');

  if (kept === 'unreadable') return <p role="alert">{t('reportsUnreadable')}</p>;
  if (kept === null) return null;
  const { entries, unread } = kept;
  if (entries.length === 0)
    return <p class="nothing">{unread > 0 ? t('unreadEntries', unread) : t('nothingReported')}</p>;

  const replace = (entry: OutboxEntry) =>
    change(now => ({ entries: now.entries.map(it => (it.id === entry.id ? entry : it)) }));
  const remove = ({ id }: OutboxEntry) =>
    void desk
      .remove(id)
      .then(() => change(now => ({ entries: now.entries.filter(it => it.id !== id) })), fail);
  const shown = entries.filter(entry => holds(entry, wanted));
  return (
    <>
      {entries.length > 1 && (
        <Search id="search-reports" label={t('searchReports')} wanted={wanted} onWanted={setWanted} />
      )}
      <output class="count">
        {shown.length === 0 ? t('noReportFound') : tn('countReports', shown.length)}
        <button type="button" class="link" onClick={() => saveAll(entries)}>
          {t('saveAll')}
        </button>
      </output>
      {unread > 0 && <p class="aside">{t('unreadEntries', unread)}</p>}
      <ul class="items">
        {shown.map(entry => (
          <li key={entry.id} class="reported">
            <Reported desk={desk} entry={entry} onChange={replace} onRemove={() => remove(entry)} />
          </li>
        ))}
      </ul>
    </>
  );
}

type ReportedProps = {
  desk: ReportDesk;
  entry: OutboxEntry;
  onChange: (entry: OutboxEntry) => void;
  onRemove: () => void;
};

function Reported({ desk, entry, onChange, onRemove }: ReportedProps) {
  const { id, state, report } = entry;
  return (
    <>
      <div class="reported-head">
        <h2 class="reported-kind">{kindWords(report.kind)}</h2>
        <span class="state">{stateWords(state)}</span>
      </div>
      <p class="about-label" dir="auto">
        {report.item.label}
      </p>
      {report.message && (
        <p class="message" dir="auto">
          {report.message}
        </p>
      )}
      <p class="aside">
        <time dateTime={report.createdAt}>{formatMoment(report.createdAt)}</time> · <code>{id}</code>
      </p>
      <ReportRoutes desk={desk} entry={entry} onChange={onChange} />
      <SureButton
        class="link"
        label={t('deleteReport')}
        question={t('deleteSure')}
        about={id}
        onSure={onRemove}
      />
    </>
  );
}

function saveAll(entries: readonly OutboxEntry[]) {
  const reports = entries.map(({ report }) => report);
  saveFile('onix-reports.json', JSON.stringify(reports, null, 2), 'application/json');
}

/** Whether every word looked for stands somewhere in the report, as the reader sees it. */
function holds({ id, report }: OutboxEntry, wanted: string): boolean {
  const { item, message } = report;
  return holdsAll(`${id} ${kindWords(report.kind)} ${item.label} ${item.words ?? ''} ${message}`, wanted);
}

function stateWords(state: OutboxEntry['state']): string {
  switch (state) {
    case 'waiting':
      return t('stateWaiting');
    case 'handed_over':
      return t('stateHandedOver');
    case 'delivered':
      return t('stateDelivered');
    case 'failed':
      return t('stateFailed');
  }
}
