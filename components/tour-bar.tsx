import { useState } from 'preact/hooks';
import { t } from '../lib/browser/i18n.ts';
import type { Reveal } from '../lib/brief/reading.ts';
import { copy } from './copy.ts';
import { CloseIcon, LinkIcon, NextIcon, PreviousIcon } from './icons.tsx';
import { useLetterKeys } from './letter-keys.ts';
import { obstacleTitle } from './obstacle-words.ts';
import { linkTo } from './text-fragment.ts';
import { litStop, type TourControls } from './tour.ts';

type Props = TourControls & {
  letterKeys: boolean; // single letters are shortcuts
  onReadAgain: () => void; // the page has changed since it was read
};

/** A link that was copied, or could not be, and the stop it leads to. */
type Copied = { stopId: string; said: string };

/** Says what is lit on the page, for those who cannot see it, and steps to the next place. */
export function TourBar({ tour, go, clear, letterKeys, onReadAgain }: Props) {
  const [copied, setCopied] = useState<Copied | null>(null);
  const stop = tour?.stops[tour.index];
  const lit = litStop(tour);
  const link = lit && linkTo(tour!.article, lit.spans[0]!);
  const copyLink = (stopId: string, address: string) =>
    copy(address, t('linkCopied'), t('copyRefused')).then(said => setCopied({ stopId, said }));
  const step = (by: number) => tour && go(tour.article, tour.stops, tour.index + by);
  const many = tour !== null && tour.stops.length > 1;
  const hasMoved = tour?.outcome?.status === 'moved';
  useLetterKeys(letterKeys && tour !== null, {
    n: () => step(1),
    p: () => step(-1),
    c: () => void (stop && link !== null && copyLink(stop.id, link)),
  });
  return (
    <section class={tour ? 'tour' : 'tour idle'} aria-label={tour ? t('tourRegion') : undefined}>
      <output class="tour-label">
        {stop && <Outcome label={stop.label} outcome={tour!.outcome} />}
        {copied && copied.stopId === stop?.id && <strong> {copied.said}</strong>}
      </output>
      {tour && (
        <div class="tour-steps">
          {many && (
            <>
              <button
                type="button"
                class="icon-button"
                aria-label={t('tourPrevious')}
                aria-disabled={tour.index === 0}
                onClick={() => step(-1)}
              >
                <PreviousIcon />
              </button>
              <button
                type="button"
                class="icon-button"
                aria-label={t('tourNext')}
                aria-disabled={tour.index === tour.stops.length - 1}
                onClick={() => step(1)}
              >
                <NextIcon />
              </button>
            </>
          )}
          {hasMoved && (
            <button type="button" onClick={onReadAgain}>
              {t('readAgain')}
            </button>
          )}
          {stop && link !== null && (
            <button
              type="button"
              class="icon-button"
              aria-label={t('copyLink')}
              title={t('copyLink')}
              onClick={() => void copyLink(stop.id, link)}
            >
              <LinkIcon />
            </button>
          )}
          <button type="button" class="icon-button" aria-label={t('tourClear')} onClick={clear}>
            <CloseIcon />
          </button>
        </div>
      )}
    </section>
  );
}

function Outcome({ label, outcome }: { label: string; outcome: Reveal | null }) {
  if (outcome === null || outcome.status === 'shown') {
    return (
      <>
        {label}
        {outcome?.marked === false && <span class="aside"> {t('shownWithoutMarks')}</span>}
      </>
    );
  }
  if (outcome.status === 'moved') return <strong>{t('passageMoved')}</strong>;
  return <strong>{obstacleTitle(outcome.reason)}</strong>;
}
