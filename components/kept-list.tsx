import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import { saveFile } from './save-file.ts';
import type { Kept } from './use-kept.ts';

type Props<Entry> = {
  kept: Kept<Entry> | 'unreadable' | null; // null: on its way
  words: {
    unreadable: string;
    none: string;
    search: string;
    found: (count: number) => string;
    notFound: string;
  };
  textOf: (entry: Entry) => string; // what an entry is searched by
  fileName: string;
  inFile?: (entry: Entry) => unknown; // what is saved of an entry; without it all
  foot?: ComponentChildren; // what can be done with all of them
  children: (entry: Entry) => ComponentChildren; // an entry, as an item of the list
};

/** What the reader kept on this device: to look through, search and take away. */
export function KeptList<Entry>(props: Props<Entry>) {
  const { kept, words, textOf, fileName, inFile = entry => entry, foot, children } = props;
  const [wanted, setWanted] = useState('');
  const searchId = useId();

  if (kept === 'unreadable') return <p role="alert">{words.unreadable}</p>;
  if (kept === null) return null;
  const { entries, unread } = kept;
  if (entries.length + unread === 0) return <p class="nothing">{words.none}</p>;

  const shown = entries.filter(entry => holdsAll(textOf(entry), wanted));
  const saveAll = () => saveFile(fileName, JSON.stringify(entries.map(inFile), null, 2), 'application/json');
  return (
    <>
      {entries.length > 1 && (
        <div class="field">
          <label for={searchId}>{words.search}</label>
          <input
            id={searchId}
            type="search"
            value={wanted}
            onInput={event => setWanted(event.currentTarget.value)}
          />
        </div>
      )}
      {entries.length > 0 && (
        <p class="count">
          <output>{shown.length === 0 ? words.notFound : words.found(shown.length)}</output>
          <button type="button" class="link" onClick={saveAll}>
            {t('saveAll')}
          </button>
        </p>
      )}
      {unread > 0 && <p class="aside">{t('unreadEntries', unread)}</p>}
      {shown.length > 0 && <ul class="items">{shown.map(children)}</ul>}
      {foot}
    </>
  );
}

/** Whether every word looked for stands in a text, whole or as a part of a word. */
function holdsAll(text: string, wanted: string): boolean {
  const lower = text.toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every(word => lower.includes(word));
}
