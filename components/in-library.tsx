import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Brief, Claim } from '../lib/brief/brief.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import type { Change } from '../lib/library/changes.ts';
import type { Keeping, LibraryLook } from '../lib/library/library.ts';
import type { Related } from '../lib/library/related.ts';
import { ClaimItem, claimStop } from './claim-item.tsx';
import type { LibraryDesk } from './desk.ts';
import { differenceWords } from './difference-words.ts';
import type { Tools } from './item.tsx';
import { formatList, formatMoment } from './language.ts';
import { unreadableWords } from './library.tsx';

/** What came of looking an article up; null: it is on its way. */
type Look = LibraryLook | 'unreadable' | null;

/** What the library knows of an article, and how to put it there. */
export interface InLibrary {
  readonly look: Look;
  readonly said: string; // what came of the last press
  readonly remember: () => void;
  readonly forget: () => void;
}

/** Looks an article up in the library, again whenever the brief changes or comes back into sight. */
export function useLibrary(desk: LibraryDesk, brief: Brief | null, active: boolean): InLibrary {
  const [look, setLook] = useState<Look>(null);
  const [said, setSaid] = useState('');

  const turn = useRef(0);

  const refresh = useCallback(async () => {
    const mine = ++turn.current;
    const found = brief && (await desk.look(brief).catch(() => 'unreadable' as const));
    if (mine === turn.current) setLook(found);
  }, [desk, brief]);
  useEffect(() => {
    setSaid('');
    if (active) void refresh(); // else when it comes back: the list lies over it, where articles are forgotten
  }, [refresh, active]);

  const remember = () => {
    if (!brief) return;
    void desk
      .remember(brief)
      .catch((): Keeping => ({ status: 'not_kept', reason: 'closed' }))
      .then(async keeping => {
        setSaid(keeping.status === 'kept' ? t('rememberedNow') : notKeptWords(keeping.reason));
        await refresh();
      });
  };
  const forget = () => {
    if (look === null || look === 'unreadable' || look.address === null) return;
    void desk.forget(look.address).then(
      async () => {
        setSaid(t('forgottenNow'));
        await refresh();
      },
      () => setSaid(t('libraryUnreadable')),
    );
  };
  return { look, said, remember, forget };
}

function notKeptWords(reason: Extract<Keeping, { status: 'not_kept' }>['reason']): string {
  switch (reason) {
    case 'private':
      return t('notRememberedPrivate');
    case 'no_address':
      return t('notRememberedNoAddress');
    case 'too_many':
      return t('notRememberedTooMany');
    case 'full':
      return t('notRememberedFull');
    case 'closed':
      return t('notRememberedClosed');
  }
}

/** More changes than this are folded up, so that the article's own brief is in sight. */
const FEW = 3;

type ChangedProps = { brief: Brief; library: InLibrary; tools: Tools };

/** On return to an article that is no longer what was remembered: what changed, claim by claim. */
export function WhatChanged({ brief, library: { look, remember }, tools }: ChangedProps) {
  if (look === null || look === 'unreadable' || !look.isChanged || look.rememberedAt === null) return null;
  const { changes } = look;
  return (
    <details class="section changed" open={changes.length > 0 && changes.length <= FEW}>
      <summary>
        <h2>{t('changedTitle', formatMoment(look.rememberedAt))}</h2>{' '}
        <span class="aside">
          {changes.length === 0 ? t('changedNotClaims') : tn('changedClaims', changes.length)}
        </span>
      </summary>
      {look.isOtherEngine && <p class="aside">{t('changedOtherEngine')}</p>}
      <ol class="items">
        {changes.map(change => (
          <li key={'now' in change ? change.now : `gone ${change.before.words}`}>
            <ChangeView brief={brief} change={change} tools={tools} />
          </li>
        ))}
      </ol>
      <button type="button" onClick={remember}>
        {t('rememberNewVersion')}
      </button>
    </details>
  );
}

function ChangeView({ brief, change, tools }: { brief: Brief; change: Change; tools: Tools }) {
  const claim = 'now' in change ? brief.claims.find(({ id }) => id === change.now) : undefined;
  const show = (it: Claim) => tools.show([claimStop(brief, it)], 0);
  return (
    <div class="change">
      <h3>{changeWords(change)}</h3>
      {'before' in change && (
        <p class="change-before">
          <span class="aside">
            {claim ? t('changeBefore') : (change.before.source ?? t('sourceNotGiven'))}
          </span>{' '}
          <span class="words" lang={brief.article.language} dir="auto">
            {change.before.words}
          </span>
        </p>
      )}
      {claim && (
        <ClaimItem brief={brief} claim={claim} tools={tools} onShow={() => show(claim)} onGoTo={show} />
      )}
    </div>
  );
}

function changeWords(change: Change): string {
  switch (change.kind) {
    case 'new':
      return t('changeNew');
    case 'gone':
      return t('changeGone');
    case 'rehedged':
      return change.before.certainty === 'hedged' ? t('changeSurer') : t('changeLessSure');
    case 'altered':
      return t('changeAltered', formatList(change.differences.map(differenceWords)));
    case 'resourced':
      return t('changeSource', change.before.source ?? t('sourceNotGiven'));
  }
}

/** Under the summary: whether the article is remembered, and which remembered ones are related to it. */
export function LibraryFoot({ library, isPrivate }: { library: InLibrary; isPrivate: boolean }) {
  if (library.look === null) return null;
  return (
    <section class="section library-foot" aria-labelledby="library-foot-title">
      <h2 id="library-foot-title">{t('libraryTitle')}</h2>
      {library.look === 'unreadable' ? (
        <p class="aside">{unreadableWords(isPrivate)}</p>
      ) : (
        <Known library={library} look={library.look} isPrivate={isPrivate} />
      )}
    </section>
  );
}

type KnownProps = { library: InLibrary; look: LibraryLook; isPrivate: boolean };

function Known({ library: { said, remember, forget }, look, isPrivate }: KnownProps) {
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
      <output class="aside">{said}</output>
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
    players.length > 0 && `${tn('relatedPlayers', players.length)}: ${formatList(players)}`,
    places.length > 0 && `${tn('relatedPlaces', places.length)}: ${formatList(places)}`,
    words.length > 0 && t('relatedWords', formatList(words)),
  ]
    .filter(it => it !== false)
    .join('; ');
}
