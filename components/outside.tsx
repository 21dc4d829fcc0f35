import { useState } from 'preact/hooks';
import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { Span } from '../lib/text/span.ts';
import type { Finding, NotMeasured, OutsideEvidence, OutsideSource } from '../lib/verify/outside.ts';
import type { OutsideDesk, OutsidePlan } from './desk.ts';
import { formatList, formatMoment } from './language.ts';
import { rungWords } from './rung-words.ts';

type Props = { desk: OutsideDesk; brief: Brief; place: Span };

/** Sources outside the device. Each says where a click leads and what it sends; nothing is asked before. */
export function Outside({ desk, brief, place }: Props) {
  const plan = desk.plan(brief, place);
  const links = desk.links(brief, place);
  return (
    <section class="section outside" aria-labelledby="outside-title">
      <h2 id="outside-title">{t('outsideTitle')}</h2>
      <p class="aside">{t('outsideAbout')}</p>
      <ul class="sources">
        {plan.map(source => (
          <li key={source.source}>
            <Source desk={desk} plan={source} place={place} />
          </li>
        ))}
      </ul>
      {links.length > 0 && (
        <>
          <h3>{t('outsideLinks')}</h3>
          <ul class="links-out">
            {links.map(({ name, url }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type State = 'waiting' | 'asking' | OutsideEvidence;

function Source({ desk, plan, place }: { desk: OutsideDesk; plan: OutsidePlan; place: Span }) {
  const [state, setState] = useState<State>('waiting');
  const look = () => {
    setState('asking');
    desk
      .look(plan.source, place)
      .then(setState, () =>
        setState({ status: 'not_measured', source: plan.source, reason: 'bad_response' }),
      );
  };
  const nameId = `outside-${plan.source}`;
  return (
    <>
      <div class="source-head">
        <h3 id={nameId}>{rungWords(plan.source)}</h3>
        {plan.sends !== '' && (
          <button
            type="button"
            aria-describedby={`${nameId}-sends`}
            aria-disabled={state === 'asking'}
            onClick={look}
          >
            {t('outsideAsk', plan.host)}
          </button>
        )}
      </div>
      <p id={`${nameId}-sends`} class="aside">
        {plan.sends === '' ? nothingToAsk(plan.source) : t('outsideSends', plan.sends)}
      </p>
      <div class="answer" aria-live="polite">
        {state === 'asking' && <p class="aside">{t('outsideAsking')}</p>}
        {typeof state === 'object' && <Answer evidence={state} />}
      </div>
    </>
  );
}

function Answer({ evidence }: { evidence: OutsideEvidence }) {
  if (evidence.status === 'not_measured')
    return (
      <p class="not-measured">
        {t('outsideNotAsked')} {reasonWords(evidence.reason)}
      </p>
    );
  const asOf = evidence.asOf === '' ? '' : t('outsideAsOf', formatMoment(evidence.asOf));
  if (evidence.status === 'empty')
    return (
      <p>
        {t('outsideEmpty')} <span class="aside">{asOf}</span>
      </p>
    );
  return (
    <>
      <ol class="findings">
        {evidence.findings.map(finding => (
          <li key={`${finding.url} ${finding.quote ?? ''}`}>
            <FindingView finding={finding} />
          </li>
        ))}
      </ol>
      <p class="aside">{asOf}</p>
    </>
  );
}

/** In the publisher's words: the title, the rating, the statement; ours is only why it is listed. */
function FindingView({ finding }: { finding: Finding }) {
  const { title, url, publisher, date, rating, quote, reasons, note } = finding;
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
      <p class="aside">
        {[publisher, date?.slice(0, 10)].filter(Boolean).join(' · ')}
        {reasons.length > 0 && (
          <> {t(finding.match === 'about' ? 'outsideSame' : 'outsideRelated', formatList(reasons))}</>
        )}
      </p>
    </article>
  );
}

function officeSpan({ from, to, note }: Finding): string {
  if (note === undefined || (from === undefined && to === undefined)) return '';
  return t('outsideOfficeSpan', from ?? '…', to ?? '…');
}

function nothingToAsk(source: OutsideSource): string {
  switch (source) {
    case 'fact-checks':
      return t('outsideNeedsKey');
    case 'who':
      return t('outsideNobody');
    case 'papers':
      return t('outsideNoWords');
    case 'archive':
      return t('outsideNoAddress');
  }
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
  }
}
