import { t, tn } from '../lib/browser/i18n.ts';
import type { OutboxEntry } from '../lib/report/report.ts';
import type { ReportDesk } from './desk.ts';
import { KeptList } from './kept-list.tsx';
import { formatMoment } from './language.ts';
import { kindWords } from './report-items.ts';
import { ReportRoutes } from './report-routes.tsx';
import { SureButton } from './sure-button.tsx';
import { useKept } from './use-kept.ts';

/** Everything the reader has reported, and what has become of it. */
export function Reports({ desk }: { desk: ReportDesk }) {
  const { kept, change, fail } = useKept(desk);
  const replace = (entry: OutboxEntry) =>
    change(now => ({ entries: now.entries.map(it => (it.id === entry.id ? entry : it)) }));
  const remove = ({ id }: OutboxEntry) =>
    void desk
      .remove(id)
      .then(() => change(now => ({ entries: now.entries.filter(it => it.id !== id) })), fail);
  return (
    <KeptList
      kept={kept}
      words={{
        unreadable: t('reportsUnreadable'),
        none: t('nothingReported'),
        search: t('searchReports'),
        found: count => tn('countReports', count),
        notFound: t('noReportFound'),
      }}
      textOf={textOf}
      fileName="onix-reports.json"
      inFile={({ report }) => report}
    >
      {entry => (
        <li key={entry.id} class="reported">
          <Reported desk={desk} entry={entry} onChange={replace} onRemove={() => remove(entry)} />
        </li>
      )}
    </KeptList>
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

/** All of a report that the reader sees, to search in. */
function textOf({ id, report }: OutboxEntry): string {
  const { item, message } = report;
  return `${id} ${kindWords(report.kind)} ${item.label} ${item.words ?? ''} ${message}`;
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
