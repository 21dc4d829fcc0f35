import { useEffect, useState } from 'preact/hooks';
import { t, tn } from '../lib/browser/i18n.ts';
import type { Remembered } from '../lib/library/remembered.ts';
import type { LibraryDesk } from './desk.ts';
import { formatMoment } from './language.ts';
import { saveFile } from './save-file.ts';
import { holdsAll, Search } from './search.tsx';

/** Asked once whether to forget: one article's address, or all of them. */
const ALL = '';

/** Firefox opens no database in a private window. */
export const unreadableWords = (isPrivate: boolean): string =>
  t(isPrivate ? 'libraryPrivate' : 'libraryUnreadable');

/** Every article the reader remembered: to look through, search, take away and forget. */
export function Library({ desk }: { desk: LibraryDesk }) {
  const [articles, setArticles] = useState<readonly Remembered[] | null>(null);
  const [unread, setUnread] = useState(0); // entries this version cannot read
  const [failed, setFailed] = useState(false);
  const [wanted, setWanted] = useState('');
  const [doubtful, setDoubtful] = useState<string | null>(null);

  useEffect(() => {
    Promise.all([desk.list(), desk.countUnread()]).then(
      ([found, count]) => {
        setArticles(found);
        setUnread(count);
      },
      () => setFailed(true),
    );
  }, [desk]);

  if (failed) return <p role="alert">{unreadableWords(desk.isPrivate)}</p>;
  if (articles === null) return null;
  if (articles.length === 0)
    return <p class="nothing">{unread > 0 ? t('unreadEntries', unread) : t('nothingRemembered')}</p>;

  const forget = (address: string) => {
    setDoubtful(null);
    const gone = address === ALL ? desk.forgetAll() : desk.forget(address);
    void gone.then(
      () => {
        setArticles(now => (address === ALL ? [] : (now?.filter(it => it.address !== address) ?? null)));
        if (address === ALL) setUnread(0); // they are forgotten too
      },
      () => setFailed(true),
    );
  };
  const press = (address: string) => (doubtful === address ? forget(address) : setDoubtful(address));
  const shown = articles.filter(article => holds(article, wanted));
  return (
    <>
      {articles.length > 1 && (
        <Search id="search-library" label={t('searchLibrary')} wanted={wanted} onWanted={setWanted} />
      )}
      <output class="count">
        {shown.length === 0 ? t('noArticleFound') : tn('countArticles', shown.length)}
        <button type="button" class="link" onClick={() => saveAll(articles)}>
          {t('saveAll')}
        </button>
      </output>
      {unread > 0 && <p class="aside">{t('unreadEntries', unread)}</p>}
      <ul class="items">
        {shown.map(article => (
          <li key={article.address} class="remembered">
            <h2 class="remembered-title">
              <a href={article.address} target="_blank" rel="noopener noreferrer" dir="auto">
                {article.title || article.address}
              </a>
            </h2>
            <p class="aside">
              {[
                article.siteName,
                article.publishedTime && formatMoment(article.publishedTime.slice(0, 10)),
                tn('countClaims', article.claims.length),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p class="aside">{t('rememberedOn', formatMoment(article.rememberedAt))}</p>
            <button
              type="button"
              class="link"
              onClick={() => press(article.address)}
              onBlur={() => setDoubtful(null)}
            >
              {doubtful === article.address ? t('forgetSure') : t('forget')}
              <span class="visually-hidden"> {article.title}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="forget-all" onClick={() => press(ALL)} onBlur={() => setDoubtful(null)}>
        {doubtful === ALL ? t('forgetAllSure') : t('forgetAll')}
      </button>
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
