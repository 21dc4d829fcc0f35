import { bugs } from '../../package.json';
import { composeReport, mailUrl, reportText, trackerUrl, trimAddress } from '../report/compose.ts';
import { newEntry } from '../report/outbox.ts';
import type {
  AddressDetail,
  Environment,
  OutboxEntry,
  ProblemReport,
  ReportDraft,
} from '../report/report.ts';
import { askToSend } from './consent.ts';
import { REPORT_ENDPOINT, scheduleDelivery } from './delivery.ts';
import { loadDraft, saveDraft } from './draft.ts';
import { ask } from './messages.ts';
import { changeReport, countUnreadReports, listReports, putReport, removeReport } from './outbox.ts';
import { changePrivateReport, putPrivateReport, removePrivateReport } from './private-outbox.ts';
import { loadPrivateReports } from './storage.ts';

const LASTING = {
  put: putReport,
  list: listReports,
  countUnread: countUnreadReports,
  change: changeReport,
  remove: removeReport,
};

const PRIVATE: typeof LASTING = {
  put: putPrivateReport,
  list: loadPrivateReports,
  countUnread: async () => 0,
  change: changePrivateReport,
  remove: removePrivateReport,
};

/** What a report is written with: in which browser, in what kind of window, about which page. */
interface ReportOf {
  readonly environment: Environment;
  readonly isPrivate: boolean;
  readonly pageUrl: () => string | undefined;
}

/** What a view can do about reports. */
export function openReportDesk({ environment, isPrivate, pageUrl }: ReportOf) {
  // The id and time of what is being previewed stay until it is submitted or dropped.
  let pending = newIdentity();
  const isSent = REPORT_ENDPOINT !== '' && !isPrivate; // what is written in a private window stays the reader's to hand over
  const outbox = isPrivate ? PRIVATE : LASTING;

  return {
    environment,
    isPrivate,
    isSent,
    address: (detail: AddressDetail) => trimAddress(pageUrl(), detail),
    preview: (draft: ReportDraft): ProblemReport =>
      composeReport(draft, { ...pending, environment, pageUrl: pageUrl() }),
    async submit(report: ProblemReport) {
      const consent = isSent ? askToSend() : null; // first: the browser asks only inside the click
      const entry = newEntry(report);
      try {
        await outbox.put(entry);
      } catch (error) {
        const full = error instanceof DOMException && error.name === 'QuotaExceededError';
        return { status: 'not_kept' as const, reason: full ? ('full' as const) : ('closed' as const) };
      }
      pending = newIdentity();
      await saveDraft(null, isPrivate).catch(() => undefined); // kept is kept; a stale draft is only untidy
      void consent?.then(deliver);
      return { status: 'kept' as const, entry };
    },
    loadDraft: () => loadDraft(isPrivate),
    async saveDraft(draft: ReportDraft | null): Promise<void> {
      if (!draft) pending = newIdentity();
      // The reader may come back to it from another page: it stays about the one it was begun on.
      const begunOn = draft?.pageUrl ?? trimAddress(pageUrl(), 'full');
      await saveDraft(draft && { ...draft, ...(begunOn && { pageUrl: begunOn }) }, isPrivate);
    },
    list: outbox.list,
    countUnread: outbox.countUnread,
    remove: outbox.remove,
    mark: async (id: string, state: 'handed_over' | 'delivered'): Promise<OutboxEntry> =>
      present(id, await outbox.change(id, entry => ({ ...entry, state }))),
    async retry(id: string): Promise<OutboxEntry> {
      const consent = askToSend(); // first, as above
      const waiting = present(id, await outbox.change(id, ({ report }) => newEntry(report)));
      await consent;
      await deliver();
      return (await outbox.list()).find(entry => entry.id === id) ?? waiting;
    },
    mailUrl: (report: ProblemReport) => mailUrl(bugs.email, report),
    trackerUrl: (report: ProblemReport) => trackerUrl(bugs.url, report),
    asText: reportText,
  };
}

function present(id: string, entry: OutboxEntry | null): OutboxEntry {
  if (!entry) throw new Error(`No report ${id}`);
  return entry;
}

/** Sets the alarm before asking, so that a background that dies is woken for it again. */
async function deliver(): Promise<void> {
  await scheduleDelivery().catch(() => undefined); // then what is asked here, or the next start, does it
  await ask('deliverReports', {}).catch(() => undefined); // the alarm will do it
}

const newIdentity = () => ({ id: crypto.randomUUID(), createdAt: new Date().toISOString() });
