import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Claim } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { ReportItem } from '../lib/report/report.ts';
import { copy } from './copy.ts';
import { CopyIcon, FlagIcon, VerifyIcon } from './icons.tsx';
import type { ReportStart } from './report-form.tsx';
import type { Stop } from './tour.ts';

/** What an item can ask of the view it stands in. */
export interface Tools {
  readonly show: (stops: readonly Stop[], index: number) => void;
  readonly clear: () => void; // takes away what is lit on the page, if anything is
  readonly report: (item: ReportItem, start?: ReportStart) => void;
  readonly verify?: (claim: Claim) => void; // absent where a claim is being verified
  readonly letterKeys: boolean; // single letters are shortcuts
  readonly shown: string | null; // the id of the stop that is lit on the page
}

type Props = {
  id?: string;
  class: string;
  lit: boolean;
  paragraph: number;
  about: ReportItem;
  onShow: () => void;
  onReport: (item: ReportItem) => void;
  onVerify?: (() => void) | undefined;
  cite?: () => string; // its words with their source, for the clipboard; absent where it is no passage
  head?: ComponentChildren;
  children: ComponentChildren; // the words: what the item is known by
  notes?: ComponentChildren;
};

/** One thing the brief shows. A click anywhere on it shows the passage on the page; reporting it is quiet. */
export function Item(props: Props) {
  const { id, lit, paragraph, about, onShow, onReport, onVerify, cite, head, children, notes, ...rest } =
    props;
  const [headId, wordsId] = [useId(), useId()];
  const [said, setSaid] = useState('');
  const place = useRef<HTMLElement>(null);
  const wasLit = useRef(lit);
  useLayoutEffect(() => {
    if (lit && !wasLit.current) place.current!.scrollIntoView({ block: 'nearest' }); // the reader may have stepped here
    wasLit.current = lit;
  }, [lit]);
  return (
    <article
      ref={place}
      id={id}
      class={`item ${rest.class}`}
      data-lit={lit ? '' : undefined}
      tabIndex={-1}
      onFocusOut={() => setSaid('')}
    >
      <div class="item-body">
        {head && (
          <div id={headId} class="item-title">
            {head}
          </div>
        )}
        <div id={wordsId} class="item-words">
          {children}
        </div>
        {notes && <div class="item-notes">{notes}</div>}
        {cite && <output class="item-said">{said}</output>}
      </div>
      <div class="item-margin">
        <button
          type="button"
          class="show"
          aria-describedby={head ? `${headId} ${wordsId}` : wordsId}
          aria-current={lit}
          title={t('showOnPage')}
          onClick={onShow}
        >
          <span class="visually-hidden">{t('showOnPage')}, </span>
          {t('paragraphMark', paragraph)}
        </button>
        {onVerify && (
          <QuietAction
            class="verify-claim"
            does={t('verifyClaim')}
            to={about.label}
            icon={<VerifyIcon />}
            onPress={onVerify}
          />
        )}
        {cite && (
          <QuietAction
            class="copy"
            does={t('copyCitation')}
            to={about.label}
            icon={<CopyIcon />}
            onPress={() => void copy(cite(), t('citationCopied'), t('copyRefused')).then(setSaid)}
          />
        )}
        <QuietAction
          class="report"
          does={t('report')}
          to={about.label}
          icon={<FlagIcon />}
          onPress={() => onReport(about)}
        />
      </div>
    </article>
  );
}

type QuietActionProps = {
  class: string;
  does: string;
  to: string; // the item, for those who cannot see which one it stands in
  icon: ComponentChildren;
  onPress: () => void;
};

/** What can be done with an item beside looking at it. */
function QuietAction({ class: look, does, to, icon, onPress }: QuietActionProps) {
  return (
    <button type="button" class={`quiet-action ${look}`} title={does} onClick={onPress}>
      {icon}
      <span class="visually-hidden">{t('labelled', does, to)}</span>
    </button>
  );
}
