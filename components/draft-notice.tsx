import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { ReportDraft } from '../lib/report/report.ts';
import type { ReportDesk } from './desk.ts';
import { Discard } from './report-form.tsx';

type Props = {
  desk: ReportDesk;
  active: boolean; // false: another screen lies over it, where a report may be written
  onContinue: (draft: ReportDraft) => void;
};

/** Offers the report that was begun and not submitted, if something was written. */
export function DraftNotice({ desk, active, onContinue }: Props) {
  const [draft, setDraft] = useState<ReportDraft | null>(null);
  useEffect(() => {
    if (active) desk.loadDraft().then(setDraft, () => setDraft(null));
  }, [desk, active]);
  if (!draft || draft.message === '') return null;

  const goOn = () => {
    setDraft(null);
    onContinue(draft);
  };
  const discard = () => {
    setDraft(null);
    desk.saveDraft(null).catch(() => undefined); // still there: it is offered again
  };
  return (
    <div class="draft-notice">
      <p>{t('draftWaiting')}</p>
      <div class="actions">
        <button type="button" onClick={goOn}>
          {t('draftContinue')}
        </button>
        <Discard class="link" message={draft.message} onDiscard={discard} />
      </div>
    </div>
  );
}
