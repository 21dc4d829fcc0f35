import { useState } from 'preact/hooks';
import { t, tn } from '../lib/browser/i18n.ts';
import type { Taking } from '../lib/library/library.ts';
import type { LibraryDesk } from './desk.ts';
import { FileButton } from './file-button.tsx';
import { outcomeWords } from './outcome-words.ts';

type Props = { desk: LibraryDesk; onTaken: () => void };

const NOT_READ: Taking = { status: 'refused', reason: 'not_read' }; // it has gone, or is larger than a text can be
const CLOSED: Taking = { status: 'refused', reason: 'closed' };

/** Takes in the articles of a file that “Save all” saved, here or in another browser. */
export function TakeArticles({ desk, onTaken }: Props) {
  const [taking, setTaking] = useState<Taking | null>(null);
  const take = async (file: File) => {
    const text = await file.text().catch(() => null);
    const outcome = text === null ? NOT_READ : await desk.take(text).catch(() => CLOSED);
    setTaking(outcome);
    if (outcome.status === 'taken') onTaken();
  };
  return (
    <div class="take-articles">
      <FileButton label={t('takeArticles')} onChoose={file => void take(file)} />
      <output class="aside">{taking?.status === 'taken' && takenWords(taking)}</output>
      <p role="alert">{taking?.status === 'refused' && refusedWords(taking.reason)}</p>
    </div>
  );
}

function takenWords({ added, known }: Extract<Taking, { status: 'taken' }>): string {
  const words = [added > 0 && tn('articlesAdded', added), known > 0 && t('articlesKnown', known)];
  return words.filter(Boolean).join(' ');
}

function refusedWords(reason: Extract<Taking, { status: 'refused' }>['reason']): string {
  if (reason === 'not_read') return t('takeNotRead');
  return reason === 'not_library' ? t('takeNotLibrary') : outcomeWords(reason);
}
