import { useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import {
  MESSAGE_MAX,
  type AddressDetail,
  type OutboxEntry,
  type ReportDraft,
  type ReportItem,
} from '../lib/report/report.ts';
import { copy } from './copy.ts';
import type { ReportDesk, Submission } from './desk.ts';
import { formatNumber } from './language.ts';
import { kindWords, kindsFor } from './report-items.ts';
import { SureButton } from './sure-button.tsx';

/** What a report begins with where the view knows more than the item. */
export type ReportStart = Partial<Pick<ReportDraft, 'kind' | 'message'>>;

/** A report nobody has written yet. A page is useless without its address; an item stands on its own words. */
export function startDraft(item: ReportItem, start: ReportStart = {}): ReportDraft {
  const aboutPage = item.type === 'brief' || item.type === 'page';
  const address = aboutPage ? 'full' : 'host';
  return { kind: 'other', message: '', ...start, item, address, includeWords: true };
}

type Props = {
  desk: ReportDesk;
  start: ReportDraft;
  onKept: (entry: OutboxEntry) => void;
  onDiscard: () => void;
};

/** What is wrong, and exactly what would leave. */
export function ReportForm({ desk, start, onKept, onDiscard }: Props) {
  const [draft, setDraft] = useState(start);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [sending, setSending] = useState(false);
  const report = desk.preview(draft);

  // Kept at every change, so that closing the popup loses nothing.
  const change = (patch: Partial<ReportDraft>) => {
    const changed = { ...draft, ...patch };
    setRefused(null);
    setDraft(changed);
    desk.saveDraft(changed).catch(() => undefined); // the words are still on screen
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const outcome = await desk
      .submit(report)
      .catch((): Submission => ({ status: 'not_kept', reason: 'closed' }));
    setSending(false);
    if (outcome.status === 'kept') onKept(outcome.entry);
    else setRefused(outcome.reason);
  };

  return (
    <form class="report-form" onSubmit={event => void submit(event)}>
      <About item={draft.item} />
      <KindField draft={draft} onChange={change} />
      <MessageField draft={draft} onChange={change} />
      <AddressField draft={draft} onChange={change} />
      {draft.item.words !== undefined && (
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.includeWords}
            onChange={event => change({ includeWords: event.currentTarget.checked })}
          />
          {t('reportIncludeWords')}
        </label>
      )}

      <details class="preview" open>
        <summary>{t('reportPreview')}</summary>
        <pre dir="ltr">{JSON.stringify(report, null, 2)}</pre>
      </details>
      <p class="aside">{desk.isPrivate ? t('reportPrivate') : t('reportStays')}</p>

      <div role="alert">{refused && <Refused reason={refused} text={desk.asText(report)} />}</div>
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={sending}>
          {t('reportSubmit')}
        </button>
        <Discard message={draft.message} onDiscard={onDiscard} />
      </div>
    </form>
  );
}

/** What is reported, as the reader saw it. */
function About({ item: { label, words } }: { item: ReportItem }) {
  return (
    <div class="about">
      <p class="about-label" dir="auto">
        {label}
      </p>
      {words !== undefined && (
        <p class="words" dir="auto">
          {words}
        </p>
      )}
    </div>
  );
}

type FieldProps = { draft: ReportDraft; onChange: (patch: Partial<ReportDraft>) => void };

function KindField({ draft, onChange }: FieldProps) {
  return (
    <fieldset>
      <legend>{t('reportKind')}</legend>
      {kindsFor(draft.item.type).map(kind => (
        <label key={kind} class="choice">
          <input
            type="radio"
            name="kind"
            value={kind}
            checked={draft.kind === kind}
            onChange={() => onChange({ kind })}
          />
          {kindWords(kind)}
        </label>
      ))}
    </fieldset>
  );
}

function MessageField({ draft: { message }, onChange }: FieldProps) {
  return (
    <div class="field">
      <label for="report-message">{t('reportMessage')}</label>
      <textarea
        id="report-message"
        rows={4}
        maxLength={MESSAGE_MAX}
        aria-describedby="report-left"
        value={message}
        onInput={event => onChange({ message: event.currentTarget.value })}
      />
      <p id="report-left" class="counter">
        {t('reportCounter', formatNumber(message.length), formatNumber(MESSAGE_MAX))}
      </p>
    </div>
  );
}

const DETAILS: readonly AddressDetail[] = ['full', 'host', 'none'];

function AddressField({ draft, onChange }: FieldProps) {
  return (
    <div class="field">
      <label for="report-address">{t('reportAddress')}</label>
      <select
        id="report-address"
        value={draft.address}
        onChange={event => onChange({ address: event.currentTarget.value as AddressDetail })}
      >
        {DETAILS.map(detail => (
          <option key={detail} value={detail}>
            {addressWords(detail)}
          </option>
        ))}
      </select>
    </div>
  );
}

type DiscardProps = { message: string; class?: string; onDiscard: () => void };

/** Drops a draft; words that were written are asked about once more. */
export function Discard({ message, onDiscard, ...look }: DiscardProps) {
  return (
    <SureButton
      {...look}
      label={t('reportDiscard')}
      question={t('discardSure')}
      isSafe={message === ''}
      onSure={onDiscard}
    />
  );
}

type Refusal = Extract<Submission, { status: 'not_kept' }>['reason'];

/** The report could not be kept: say so, and let the reader take the words along. */
function Refused({ reason, text }: { reason: Refusal; text: string }) {
  const [said, setSaid] = useState('');
  return (
    <div class="caution">
      <p>{reason === 'full' ? t('reportNotKeptFull') : t('reportNotKeptClosed')}</p>
      <button type="button" onClick={() => void copy(text, t('copied'), t('copyRefused')).then(setSaid)}>
        {t('copy')}
      </button>
      <output>{said}</output>
    </div>
  );
}

function addressWords(detail: AddressDetail): string {
  switch (detail) {
    case 'full':
      return t('addressFull');
    case 'host':
      return t('addressHost');
    case 'none':
      return t('addressNone');
  }
}
