import { t, tn } from '../lib/browser/i18n.ts';
import type { Finding, NotMeasured, OutsideEvidence } from '../lib/verify/outside.ts';
import { differenceWords } from './difference-words.ts';
import { formatDayOf, formatList, formatMoment, formatNumber, formatWait } from './language.ts';

type Answered = Exclude<OutsideEvidence, { status: 'not_measured' }>;
type Found = Extract<OutsideEvidence, { status: 'ok' }>;

/** What came of asking, in a line: findings, nothing, or why it could not be asked. Three different things. */
export function OutsideOutcome({ evidence, host }: { evidence: OutsideEvidence; host: string }) {
  switch (evidence.status) {
    case 'not_measured':
      return (
        <span class="not-measured">
          {t('outsideNotAsked')} {reasonWords(evidence.reason)}
          {evidence.retryAfterMs !== undefined && ` ${t('outsideAgain', formatWait(evidence.retryAfterMs))}`}
        </span>
      );
    case 'empty':
      return (
        <>
          {t('outsideEmpty')}{' '}
          <span class="aside">
            {evidence.asOf === '' ? '' : t('outsideWhere', host)} {asOfWords(evidence)}
          </span>
        </>
      );
    case 'ok':
      return <span class="aside">{tn('outsideFound', evidence.findings.length)}</span>;
  }
}

const asOfWords = ({ asOf }: Answered): string => (asOf === '' ? '' : t('outsideAsOf', formatMoment(asOf)));

/** All that was found. */
export function OutsideFindings({ evidence }: { evidence: Found }) {
  const { findings, partly, papers } = evidence;
  return (
    <>
      <ol class="findings">
        {findings.map(finding => (
          <li key={`${finding.url} ${finding.quote ?? ''}`}>
            <FindingView finding={finding} />
          </li>
        ))}
      </ol>
      {partly && <p class="not-measured">{t('outsidePartly', reasonWords(partly))}</p>}
      <p class="aside">
        {papers !== undefined && t('outsideCopies', formatNumber(papers))} {asOfWords(evidence)}
      </p>
    </>
  );
}

/** In the publisher's words: the title, the rating, the statement; ours is only why it is listed. */
function FindingView({ finding }: { finding: Finding }) {
  const { title, url, publisher, date, rating, quote, reasons, note, differences, changed } = finding;
  const span = officeSpan(finding);
  return (
    <article class="finding-item" dir="auto">
      <p class="finding-title">
        <a href={url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      </p>
      {quote !== undefined && quote !== title && <blockquote>{quote}</blockquote>}
      {rating !== undefined && <p class="rating">{t('outsideRating', publisher ?? '', rating)}</p>}
      {span !== '' && <p>{span}</p>}
      {note !== undefined && <p>{noteWords(note)}</p>}
      {differences && <p>{t('outsideDiffers', formatList(differences.map(differenceWords)))}</p>}
      {changed !== undefined && <p class="aside">{t('outsideChanged', formatMoment(changed))}</p>}
      {finding.encyclopedia !== undefined && (
        <p>
          <a href={finding.encyclopedia} target="_blank" rel="noopener noreferrer">
            {t('linkWikipedia')}
          </a>
        </p>
      )}
      <p class="aside">
        {[publisher, date && formatMoment(date.slice(0, 10))].filter(Boolean).join(' · ')}
        {reasons.length > 0 && (
          <> {t(finding.match === 'about' ? 'outsideSame' : 'outsideRelated', formatList(reasons))}</>
        )}
      </p>
    </article>
  );
}

function officeSpan({ from, to, note }: Finding): string {
  if (note === undefined || (from === undefined && to === undefined)) return '';
  return t('outsideOfficeSpan', recorded(from), recorded(to));
}

/** A day, a month or a year, as it is recorded. */
function recorded(date: string | undefined): string {
  if (date === undefined) return '…';
  return date.length === 10 ? formatDayOf(date) : formatMoment(date);
}

function noteWords(note: NonNullable<Finding['note']>): string {
  switch (note) {
    case 'holds':
      return t('noteHolds');
    case 'held_other_dates':
      return t('noteOtherDates');
    case 'dates_unknown':
      return t('noteDatesUnknown');
    case 'ambiguous':
      return t('noteAmbiguous');
    case 'no_office':
      return t('noteNoOffice');
    case 'archived':
      return t('noteArchived');
  }
}

function reasonWords(reason: NotMeasured): string {
  switch (reason) {
    case 'no_key':
      return t('reasonNoKey');
    case 'bad_key':
      return t('reasonBadKey');
    case 'offline':
      return t('reasonOffline');
    case 'timeout':
      return t('reasonTimeout');
    case 'rate_limited':
      return t('reasonRateLimited');
    case 'server_error':
      return t('reasonServerError');
    case 'bad_response':
      return t('reasonBadResponse');
    case 'query_rejected':
      return t('reasonRejected');
    case 'too_large':
      return t('reasonTooLarge');
    case 'aborted':
      return t('reasonAborted');
    case 'no_permission':
      return t('reasonNoPermission');
    case 'enough':
      return t('reasonEnough');
    case 'changed':
      return t('reasonChanged');
  }
}
