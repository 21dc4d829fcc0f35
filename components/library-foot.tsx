import { t, tn } from '../lib/browser/i18n.ts';
import type { LibraryLook } from '../lib/library/library.ts';
import type { Related } from '../lib/library/related.ts';
import { formatList, formatMoment } from './language.ts';
import { unreadableWords } from './library.tsx';
import { Section } from './section.tsx';
import { outcomeWords } from './outcome-words.ts';
import type { InLibrary } from './use-library.ts';

/** Under the summary: whether the article is remembered, and which remembered ones are related to it. */
export function LibraryFoot({ library, isPrivate }: { library: InLibrary; isPrivate: boolean }) {
  if (library.look === null) return null;
  return (
    <Section class="library-foot" title={t('libraryTitle')}>
      {library.look === 'unreadable' ? (
        <p class="aside">{unreadableWords(isPrivate)}</p>
      ) : (
        <Known library={library} look={library.look} isPrivate={isPrivate} />
      )}
    </Section>
  );
}

type KnownProps = { library: InLibrary; look: LibraryLook; isPrivate: boolean };

function Known({ library: { outcome, remember, forget }, look, isPrivate }: KnownProps) {
  return (
    <>
      {isPrivate && look.rememberedAt === null ? (
        <p class="aside">{t('notRememberedPrivate')}</p>
      ) : (
        <div class="actions">
          {look.rememberedAt === null ? (
            <button type="button" aria-describedby="remember-note" onClick={remember}>
              {t('remember')}
            </button>
          ) : (
            <>
              <p>{t('rememberedOn', formatMoment(look.rememberedAt))}</p>
              <button type="button" class="link" onClick={forget}>
                {t('forget')}
              </button>
            </>
          )}
        </div>
      )}
      {look.rememberedAt === null && !isPrivate && (
        <p id="remember-note" class="aside">
          {t('rememberNote')}
        </p>
      )}
      {/* That it is remembered stands above for whoever sees it. */}
      <output class={outcome === 'kept' ? 'visually-hidden' : 'aside'}>
        {outcome && outcomeWords(outcome)}
      </output>
      {look.related.length > 0 && (
        <>
          <h3>{t('relatedTitle')}</h3>
          <ul class="related">
            {look.related.map(article => (
              <li key={article.address}>
                <RelatedArticle article={article} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function RelatedArticle({ article }: { article: Related }) {
  const { title, address, siteName, publishedTime } = article;
  return (
    <>
      <a href={address} target="_blank" rel="noopener noreferrer" dir="auto">
        {title || address}
      </a>
      <p class="aside">
        {[siteName, publishedTime && formatMoment(publishedTime.slice(0, 10))].filter(Boolean).join(' · ')}
      </p>
      <p class="aside">{relatedWords(article)}</p>
    </>
  );
}

/** Why an article is listed: "3 shared players: …; same place: …". */
function relatedWords({ players, places, words }: Related): string {
  return [
    players.length > 0 && t('labelled', tn('relatedPlayers', players.length), formatList(players)),
    places.length > 0 && t('labelled', tn('relatedPlaces', places.length), formatList(places)),
    words.length > 0 && t('relatedWords', formatList(words)),
  ]
    .filter(it => it !== false)
    .join('; ');
}
