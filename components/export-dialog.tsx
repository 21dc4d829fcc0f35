import { createPortal } from 'preact/compat';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Brief } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import { copy } from './copy.ts';
import { briefAsMarkdown, claimsAsCsv } from './export-brief.ts';
import { Paper } from './paper.tsx';
import { saveFile } from './save-file.ts';

/** Lets the reader take the brief along. */
export function ExportDialog({ brief }: { brief: Brief }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState('');

  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return;
    window.print(); // returns once the reader is done with the browser's own dialogue
    setIsPrinting(false);
  }, [isPrinting]);

  const copyBrief = () => void copy(briefAsMarkdown(brief), t('copied'), t('notCopied')).then(setSaid);

  return (
    <>
      <button id="export" type="button" class="link" onClick={() => dialog.current?.showModal()}>
        {t('exportTitle')}
      </button>
      <dialog ref={dialog} aria-labelledby="export-title" onClose={() => setSaid('')}>
        <h2 id="export-title" class="notice-title">
          {t('exportTitle')}
        </h2>
        <div class="choices">
          <button type="button" onClick={copyBrief}>
            {t('exportCopy')}
          </button>
          <button
            type="button"
            onClick={() => saveFile('onix-brief.md', briefAsMarkdown(brief), 'text/markdown')}
          >
            {t('exportMarkdown')}
          </button>
          <button
            type="button"
            onClick={() => saveFile('onix-brief.json', JSON.stringify(brief, null, 2), 'application/json')}
          >
            {t('exportJson')}
          </button>
          <button type="button" onClick={() => saveFile('onix-claims.csv', claimsAsCsv(brief), 'text/csv')}>
            {t('exportCsv')}
          </button>
          <button
            type="button"
            onClick={() => {
              dialog.current?.close();
              setIsPrinting(true);
            }}
          >
            {t('exportPrint')}
          </button>
        </div>
        <output class="aside">{said}</output>
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {t('close')}
        </button>
      </dialog>
      {isPrinting && createPortal(<Paper brief={brief} />, document.body)}
    </>
  );
}
