import { t, tn } from '../lib/browser/i18n.ts';
import type { Remembered } from '../lib/library/remembered.ts';
import type { LibraryDesk } from './desk.ts';
import { KeptList } from './kept-list.tsx';
import { formatMoment } from './language.ts';
import { SureButton } from './sure-button.tsx';
import { TakeArticles } from './take-articles.tsx';
import { useKept } from './use-kept.ts';

/** Firefox opens no database in a private window. */
export const unreadableWords = (isPrivate: boolean): string =>
  t(isPrivate ? 'libraryPrivate' : 'libraryUnreadable');

type Props = {
  desk: LibraryDesk;
  takesFiles?: boolean; // not in a popup: the browser closes it when it asks for a file
};

/** Every article the reader remembered: to look through, search, take away and forget; and those of a file, taken in. */
export function Library({ desk, takesFiles = false }: Props) {
  const { kept, load, change, fail } = useKept(desk);
  const forget = ({ address }: Remembered) =>
    void desk
      .forget(address)
      .then(() => change(now => ({ entries: now.entries.filter(it => it.address !== address) })), fail);
  const forgetAll = () => void desk.forgetAll().then(() => change(() => ({ entries: [], unread: 0 })), fail); // the unread ones too
  return (
    <>
      <KeptList
        kept={kept}
        words={{
          unreadable: unreadableWords(desk.isPrivate),
          none: t('nothingRemembered'),
          search: t('searchLibrary'),
          found: count => tn('countArticles', count),
          notFound: t('noArticleFound'),
        }}
        textOf={textOf}
        fileName="onix-library.json"
        foot={
          <SureButton
            class="forget-all"
            label={t('forgetAll')}
            question={t('forgetAllSure')}
            onSure={forgetAll}
          />
        }
      >
        {article => (
          <li key={article.address} class="remembered">
            <RememberedArticle article={article} onForget={() => forget(article)} />
          </li>
        )}
      </KeptList>
      {takesFiles && !desk.isPrivate && <TakeArticles desk={desk} onTaken={load} />}
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

/** All that is kept of an article, to search in. */
function textOf({ title, siteName = '', address, players, claims }: Remembered): string {
  const said = claims.map(({ words, source }) => `${source ?? ''} ${words}`).join(' ');
  const names = players.map(({ name }) => name).join(' ');
  return `${title} ${siteName} ${address} ${names} ${said}`;
}
