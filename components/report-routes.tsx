import { useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { HandOver } from '../lib/report/compose.ts';
import type { OutboxEntry, Setback } from '../lib/report/report.ts';
import { copy } from './copy.ts';
import type { ReportDesk } from './desk.ts';
import { saveFile } from './save-file.ts';

type Props = { desk: ReportDesk; entry: OutboxEntry; onChange: (entry: OutboxEntry) => void };

/** The ways a report can go from here; each is the reader's own doing. */
export function ReportRoutes({ desk, entry, onChange }: Props) {
  const [said, setSaid] = useState('');
  const { report } = entry;
  const tracker = desk.trackerUrl(report);

  const copyReport = (done: string) => void copy(desk.asText(report), done, t('notCopied')).then(setSaid);
  const mark = (state: 'handed_over' | 'delivered') =>
    desk.mark(entry.id, state).then(onChange, () => setSaid(t('reportNotKeptClosed')));

  /** The link opens by itself; what it could not hold goes by the clipboard. */
  const handOver = ({ isWhole }: HandOver) => {
    if (!isWhole) copyReport(t('routeTooLong'));
    void mark('handed_over');
  };
  const retry = () => desk.retry(entry.id).then(onChange, () => setSaid(t('reportNotKeptClosed')));
  const mail = desk.mailUrl(report);

  return (
    <div class="routes">
      {entry.setback !== undefined && <p class="aside">{setbackWords(entry.setback)}</p>}
      <div class="actions">
        {desk.isSent && (entry.state === 'waiting' || entry.state === 'failed') && (
          <button type="button" onClick={() => void retry()}>
            {t('retryReport')}
          </button>
        )}
        {mail !== null && (
          <a class="button" href={mail.url} onClick={() => handOver(mail)}>
            {t('openInMail')}
          </a>
        )}
        {tracker !== null && (
          <a
            class="button"
            href={tracker.url}
            target="_blank"
            rel="noreferrer"
            onClick={() => handOver(tracker)}
          >
            {t('openInTracker')}
          </a>
        )}
        <button type="button" onClick={() => copyReport(t('copied'))}>
          {t('copy')}
        </button>
        <button type="button" onClick={() => saveFile(`onix-report-${entry.id}.txt`, desk.asText(report))}>
          {t('saveFile')}
        </button>
        {entry.state === 'handed_over' && (
          <button type="button" onClick={() => void mark('delivered')}>
            {t('confirmDelivered')}
          </button>
        )}
      </div>
      <output class="aside">{said}</output>
    </div>
  );
}

function setbackWords(setback: Setback): string {
  switch (setback) {
    case 'offline':
    case 'timeout':
      return t('setbackOffline');
    case 'busy':
      return t('setbackBusy');
    case 'bad_reply':
      return t('setbackBadReply');
    case 'no_consent':
      return t('setbackNoConsent');
    case 'rejected':
      return t('setbackRejected');
    case 'misconfigured':
      return t('setbackMisconfigured');
    case 'gave_up':
      return t('setbackGaveUp');
  }
}
