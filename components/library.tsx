import { useState } from 'preact/hooks';
import { t, tn } from '../lib/browser/i18n.ts';
import type { Remembered } from '../lib/library/remembered.ts';
import type { LibraryDesk } from './desk.ts';
import { formatMoment } from './language.ts';
import { saveFile } from './save-file.ts';
import { holdsAll, Search } from './search.tsx';
import { SureButton } from './sure-button.tsx';
import { useKept } from './use-kept.ts';

/** Firefox opens no database in a private window. */
export const unreadableWords = (isPrivate: boolean): string =>
  t(isPrivate ? 'libraryPrivate' : 'libraryUnreadable');

/** Every article the reader remembered: to look through, search, take away and forget. */
export function Library({ desk }: { desk: LibraryDesk }) {
  const { kept, change, fail } = useKept(desk);
  const [wanted, setWanted] = useState('');

  if (kept === 'unreadable') return <p role="alert">{unreadableWords(desk.isPrivate)}</p>;
  if (kept === null) return null;
  const { entries, unread } = kept;
  if (entries.length === 0)
    return <p class="nothing">{unread > 0 ? t('unreadEntries', unread) : t('nothingRemembered')}</p>;

  const forget = ({ address }: Remembered) =>
    void desk
      .forget(address)
      .then(() => change(now => ({ entries: now.entries.filter(it => it.address !== address) })), fail);
  const forgetAll = () => void desk.forgetAll().then(() => change(() => ({ entries: [], unread: 0 })), fail); // the unread ones too
  const shown = entries.filter(entry => holds(entry, wanted));
  return (
    <>
      {entries.length > 1 && (
        <Search id="search-library" label={t('searchLibrary')} wanted={wanted} onWanted={setWanted} />
      )}
      <output class="count">
        {shown.length === 0 ? t('noArticleFound') : tn('countArticles', shown.length)}
        <button type="button" class="link" onClick={() => saveAll(entries)}>
          {t('saveAll')}
        </button>
      </output>
      {unread > 0 && <p class="aside">{t('unreadEntries', unread)}</p>}
      <ul class="items">
        {shown.map(article => (
          <li key={article.address} class="remembered">
            <RememberedArticle article={article} onForget={() => forget(article)} />
          </li>
        ))}
      </ul>
      <SureButton
        class="forget-all"
        label={t('forgetAll')}
        question={t('forgetAllSure')}
        onSure={forgetAll}
      />
    </>
  );
}

function RememberedArticle({ article, onForget }: { article: Remembered; onForget: () => void }) {
  const { title, address, siteName, publishedTime, rememberedAt, claims } = article;
  return (
    <>
      <h2 class="remembered-title">
        <a href={address} target="_blank" rel="noopener noreferrer" dir="auto">
          {title || address}
        </a>
      </h2>
      <p class="aside">
        {[
          siteName,
          publishedTime && formatMoment(publishedTime.slice(0, 10)),
          tn('countClaims', claims.length),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="aside">{t('rememberedOn', formatMoment(rememberedAt))}</p>
      <SureButton
        class="link"
        label={t('forget')}
        question={t('forgetSure')}
        about={title}
        onSure={onForget}
      />
    </>
  );
}

function saveAll(articles: readonly Remembered[]) {
  saveFile('onix-library.json', JSON.stringify(articles, null, 2), 'application/json');
}

/** Whether every word looked for stands in what is kept of the article. */
function holds({ title, siteName = '', address, players, claims }: Remembered, wanted: string): boolean {
  const said = claims.map(({ words, source }) => `${source ?? ''} ${words}`).join(' ');
  const names = players.map(({ name }) => name).join(' ');
  return holdsAll(`${title} ${siteName} ${address} ${names} ${said}`, wanted);
}
