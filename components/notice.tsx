import type { ComponentChildren } from 'preact';
import type { Obstacle } from '../lib/brief/reading.ts';
import { t } from '../lib/browser/i18n.ts';
import { AlertIcon, LockIcon, PageIcon } from './icons.tsx';
import { obstacleText, obstacleTitle } from './obstacle-words.ts';

/** A state of its own: what is the matter, why, and what to do next. */
export function Notice(props: {
  icon: ComponentChildren;
  title: string;
  text: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="notice">
      <div class="notice-icon">{props.icon}</div>
      <h1 class="notice-title" tabIndex={-1}>
        {props.title}
      </h1>
      <p>{props.text}</p>
      <div class="actions">{props.children}</div>
    </div>
  );
}

type Props = {
  reason: Obstacle;
  frame?: string | undefined; // the address of what the page shows in a frame
  onRetry: () => void;
  onAllow: () => void;
  onReport: () => void;
};

/** Why a page cannot be read, with the way on where there is one. */
export function ObstacleNotice({ reason, frame, onRetry, onAllow, onReport }: Props) {
  return (
    <Notice icon={<ObstacleIcon reason={reason} />} title={obstacleTitle(reason)} text={obstacleText(reason)}>
      {frame !== undefined && <OpenFrame address={frame} />}
      {reason === 'no_permission' && (
        <button type="button" class="primary" onClick={onAllow}>
          {t('allowAccess')}
        </button>
      )}
      {(reason === 'empty' || reason === 'failed' || reason === 'closed') && (
        <button type="button" class={reason === 'failed' ? '' : 'primary'} onClick={onRetry}>
          {t('tryAgain')}
        </button>
      )}
      {(reason === 'empty' || reason === 'failed' || reason === 'frames' || reason === 'too_large') && (
        <button type="button" class={reason === 'failed' ? 'primary' : ''} onClick={onReport}>
          {t('reportProblem')}
        </button>
      )}
    </Notice>
  );
}

/** What a page shows in a frame is read in a tab of its own. */
export function OpenFrame({ address }: { address: string }) {
  return (
    <a class="button primary" href={address} target="_blank" rel="noreferrer">
      {t('openFrame', new URL(address).host)}
    </a>
  );
}

function ObstacleIcon({ reason }: { reason: Obstacle }) {
  if (reason === 'restricted' || reason === 'no_permission') return <LockIcon />;
  return reason === 'failed' ? <AlertIcon /> : <PageIcon />;
}
