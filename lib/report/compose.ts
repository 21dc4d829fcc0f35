import type { AddressDetail, Environment, ProblemReport, ReportDraft } from './report.ts';

/** What only the browser knows about a report: handed in, so that the same draft always gives the same report. */
interface ReportFacts {
  id: string;
  createdAt: string; // ISO 8601
  environment: Environment;
  pageUrl?: string | undefined;
}

/** The longest prefilled-issue address that trackers are known to take, in encoded bytes. */
const MAX_TRACKER_URL_BYTES = 6_000;

/** Exactly what would leave, from what the reader typed and chose. */
export function composeReport(draft: ReportDraft, facts: ReportFacts): ProblemReport {
  const { type, id, label, words } = draft.item;
  const address = trimAddress(draft.pageUrl ?? facts.pageUrl, draft.address);
  return {
    schema: 1,
    id: facts.id,
    createdAt: facts.createdAt,
    kind: draft.kind,
    item: {
      type,
      ...(id === undefined ? {} : { id }),
      label: draft.includeWords ? label : '',
      ...(draft.includeWords && words !== undefined ? { words } : {}),
    },
    message: draft.message.trim(),
    ...(address === undefined ? {} : { address }),
    environment: facts.environment,
  };
}

/** The address as far as the reader lets it leave; user name, password, query and fragment never do. */
export function trimAddress(url: string | undefined, detail: AddressDetail): string | undefined {
  if (detail === 'none' || url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, host, origin, pathname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return detail === 'host' ? host : origin + pathname;
}

/** The report as a person reads it: for the clipboard, a file or an issue. */
export function reportText(report: ProblemReport): string {
  return [`Onix report ${report.id}`, '', '```json', JSON.stringify(report, null, 2), '```', ''].join('\n');
}

/** An address that hands a report over; where it could not hold the whole, the rest goes by the clipboard. */
export interface HandOver {
  url: string;
  isWhole: boolean;
}

/**
 * A prefilled issue in the tracker at `issuesUrl`, cut to what trackers accept; null where there is no tracker.
 * What does not fit is left out openly: the body then says that the full text is to be pasted.
 */
export function trackerUrl(issuesUrl: string, report: ProblemReport): HandOver | null {
  if (!URL.canParse(issuesUrl)) return null;
  const title = `${report.kind.replaceAll('_', ' ')}: ${report.item.type} (${report.id.slice(0, 8)})`;
  const full = prefilled(issuesUrl, title, reportText(report));
  if (full.length <= MAX_TRACKER_URL_BYTES) return { url: full, isWhole: true };
  const hint = `Report ${report.id}: too long for an address. Please paste the copied report here.`;
  return { url: prefilled(issuesUrl, title, hint), isWhole: false };
}

/** The longest mailto address that mail programs are known to take. */
const MAX_MAIL_URL_BYTES = 1_800;

/** A letter to the project's mailbox; null where there is none. What does not fit is to be pasted, and it says so. */
export function mailUrl(mailbox: string, report: ProblemReport): HandOver | null {
  if (!mailbox.includes('@')) return null;
  const letter = (body: string) =>
    `mailto:${encodeURIComponent(mailbox)}?subject=${encodeURIComponent(`Onix report ${report.id}`)}&body=${encodeURIComponent(body)}`;
  const full = letter(reportText(report));
  return full.length <= MAX_MAIL_URL_BYTES
    ? { url: full, isWhole: true }
    : { url: letter('Please paste the copied report here.'), isWhole: false };
}

/** An encoded URL is ASCII, so its length is its size in bytes. */
function prefilled(issuesUrl: string, title: string, body: string): string {
  const url = new URL(issuesUrl);
  url.pathname = `${url.pathname.replace(/\/(?:new\/?)?$/, '')}/new`;
  url.search = new URLSearchParams({ title, body }).toString();
  return url.href;
}
