import type { Brief } from '../lib/brief/brief.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import { formatNumber } from './language.ts';

const SHOWN = 5;
const WIDTH = 100;

/** Who gets to speak in this article: one small picture, with the numbers beside it. */
export function Sourcing({ brief }: { brief: Brief }) {
  const { bySource, named, unnamed, documents } = brief.sourcing;
  const sources = bySource
    .filter(source => source.sourceKind !== 'none')
    .toSorted((a, b) => b.claims - a.claims);
  const most = sources[0]?.claims ?? 0;
  if (most === 0) return null;
  const parts = [
    named > 0 && tn('sourcingNamed', named),
    unnamed > 0 && tn('sourcingUnnamed', unnamed),
    documents > 0 && tn('sourcingDocuments', documents),
  ].filter(part => part !== false);
  return (
    <section class="section" aria-labelledby="sourcing-title">
      <h2 id="sourcing-title">{t('sourcingTitle')}</h2>
      <p class="aside">
        {tn('countClaims', brief.claims.length)}: {parts.join(' · ')}
      </p>
      <ul class="bars">
        {sources.slice(0, SHOWN).map(source => {
          const player = brief.players.find(it => it.id === source.playerId);
          const label = player?.name ?? source.label ?? '';
          return (
            <li key={label}>
              <span class="bar-label" dir="auto">
                {label}
              </span>
              <svg class="bar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-track" width={WIDTH} height="8" rx="1" />
                <rect class="bar-value" width={(source.claims / most) * WIDTH} height="8" rx="1" />
              </svg>
              <span class="bar-number">
                {formatNumber(source.claims)}
                <span class="visually-hidden"> {tn('ofClaims', source.claims)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {sources.length > SHOWN && <p class="aside">{tn('moreSources', sources.length - SHOWN)}</p>}
    </section>
  );
}
