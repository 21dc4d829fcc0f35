import type { ComponentChildren } from 'preact';
import { t } from '../lib/browser/i18n.ts';
import { BackIcon } from './icons.tsx';

/** A screen that lies over the brief: a way back, a title (which gets the focus), and what it is for. */
export function Screen(props: { title: string; onBack: () => void; children: ComponentChildren }) {
  return (
    <div class="screen">
      <button type="button" class="back" onClick={props.onBack}>
        <BackIcon />
        {t('back')}
      </button>
      <h1 class="screen-title" tabIndex={-1}>
        {props.title}
      </h1>
      {props.children}
    </div>
  );
}
