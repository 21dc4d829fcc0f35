import type { Brief, Claim } from '../lib/brief/brief.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import type { Change } from '../lib/library/changes.ts';
import { ClaimItem, claimStop } from './claim-item.tsx';
import { differenceWords } from './difference-words.ts';
import type { Tools } from './item.tsx';
import { formatList, formatMoment } from './language.ts';
import type { InLibrary } from './use-library.ts';

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
          {change.before.cue !== null && (
            <>
              <span class="cue" lang={brief.article.language} dir="auto">
                {change.before.cue}
              </span>{' '}
            </>
          )}
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
