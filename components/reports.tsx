import { useEffect, useState } from 'preact/hooks';
import { t, tn } from '../lib/browser/i18n.ts';
import type { OutboxEntry } from '../lib/report/report.ts';
import type { ReportDesk } from './desk.ts';
import { formatMoment } from './language.ts';
import { kindWords } from './report-items.ts';
import { ReportRoutes } from './report-routes.tsx';
import { saveFile } from './save-file.ts';
import { holdsAll, Search } from './search.tsx';

/** Everything the reader has reported, and what has become of it. */
export function Reports({ desk }: { desk: ReportDesk }) {
  const [entries, setEntries] = useState<readonly OutboxEntry[] | null>(null);
  const [unread, setUnread] = useState(0); // entries this version cannot read
  const [failed, setFailed] = useState(false);
  const [wanted, setWanted] = useState('');
  const [doubtful, setDoubtful] = useState<string | null>(null); // asked once whether to delete it

  useEffect(() => {
    Promise.all([desk.list(), desk.countUnread()]).then(
      ([found, count]) => {
        setEntries(found);
        setUnread(count);
      },
      () => setFailed(true),
    );
  }, [desk]);

  if (failed) return <p role="alert">{t('reportsUnreadable')}</p>;
  if (entries === null) return null;
  if (entries.length === 0)
    return <p class="nothing">{unread > 0 ? t('unreadEntries', unread) : t('nothingReported')}</p>;

  const replace = (entry: OutboxEntry) =>
    setEntries(now => now?.map(it => (it.id === entry.id ? entry : it)) ?? null);
  const remove = (id: string) =>
    desk.remove(id).then(
      () => setEntries(now => now?.filter(it => it.id !== id) ?? null),
      () => setFailed(true),
    );
  const saveAll = () =>
    saveFile(
      'onix-reports.json',
      JSON.stringify(
        entries.map(entry => entry.report),
        null,
        2,
      ),
      'application/json',
    );

  const shown = entries.filter(entry => holds(entry, wanted));
  return (
    <>
      {entries.length > 1 && (
        <Search id="search-reports" label={t('searchReports')} wanted={wanted} onWanted={setWanted} />
      )}
      <output class="count">
        {shown.length === 0 ? t('noReportFound') : tn('countReports', shown.length)}
        <button type="button" class="link" onClick={saveAll}>
          {t('saveAll')}
        </button>
      </output>
      {unread > 0 && <p class="aside">{t('unreadEntries', unread)}</p>}
      <ul class="items">
        {shown.map(entry => (
          <li key={entry.id} class="reported">
            <div class="reported-head">
              <h2 class="reported-kind">{kindWords(entry.report.kind)}</h2>
              <span class={`state ${entry.state}`}>{stateWords(entry.state)}</span>
            </div>
            <p class="about-label" dir="auto">
              {entry.report.item.label}
            </p>
            {entry.report.message && (
              <p class="message" dir="auto">
                {entry.report.message}
              </p>
            )}
            <p class="aside">
              <time dateTime={entry.report.createdAt}>{formatMoment(entry.report.createdAt)}</time> ·{' '}
              <code>{entry.id}</code>
            </p>
            <ReportRoutes desk={desk} entry={entry} onChange={replace} />
            <button
              type="button"
              class="link"
              onClick={() => (doubtful === entry.id ? void remove(entry.id) : setDoubtful(entry.id))}
              onBlur={() => setDoubtful(null)}
            >
              {doubtful === entry.id ? t('deleteSure') : t('deleteReport')}
              <span class="visually-hidden"> {entry.id}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
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
