import { useId } from 'preact/hooks';
import type { Brief } from '../lib/brief/brief.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import { formatNumber } from './language.ts';
import { Section } from './section.tsx';
import { countSourceGroups, SOURCE_GROUPS, sourceGroupWords, type SourceGroup } from './shares.ts';

const SHOWN = 5;
const WIDTH = 100;
const GAP = 0.75; // between two parts of the picture

/** How this story is sourced: one small picture, and the same in words; then who is heard most. */
export function Sourcing({ brief }: { brief: Brief }) {
  if (brief.offered.claims !== 'full') return null; // a part of what is said tells nothing of the whole
  const all = brief.claims.length;
  const sources = brief.sourcing.bySource
    .filter(source => source.sourceKind !== 'none')
    .toSorted((a, b) => b.claims - a.claims);
  const [first] = sources;
  if (!first) return null;
  const nameOf = (source: typeof first) =>
    brief.players.find(it => it.id === source.playerId)?.name ?? source.label ?? '';
  const counts = countSourceGroups(brief);
  const shown = sources.length === SHOWN + 1 ? sources : sources.slice(0, SHOWN); // “and 1 more” takes as much room
  const groups = SOURCE_GROUPS.filter(group => counts[group] > 0);
  return (
    <Section class="sourcing" title={t('sourcingTitle')}>
      <Picture parts={groups.map(group => ({ group, claims: counts[group] }))} />
      <ul class="legend">
        {groups.map(group => (
          <li key={group}>
            <svg class="key-sample" viewBox="0 0 12 12" aria-hidden="true">
              <Part group={group} width={12} height={12} tile={12} />
            </svg>
            {sourceGroupWords(group, counts[group])}
          </li>
        ))}
      </ul>
      {first.claims > 1 && (
        <p class="sourcing-most">
          {t('sourcingMost', formatNumber(first.claims), tn('ofAllClaims', all), nameOf(first))}
        </p>
      )}
      <ul class="bars">
        {shown.map((source, i) => (
          <li key={i}>
            <span class="bar-label" dir="auto">
              {nameOf(source)}
            </span>
            <Bar part={source.claims / first.claims} />
            <span class="bar-number">
              {formatNumber(source.claims)}
              <span class="visually-hidden"> {tn('ofClaims', source.claims)}</span>
            </span>
          </li>
        ))}
      </ul>
      {shown.length < sources.length && (
        <p class="aside">{tn('moreSources', sources.length - shown.length)}</p>
      )}
    </Section>
  );
}

/** A part of a whole as a bar; the number stands beside it in words. */
export function Bar({ part }: { part: number }) {
  return (
    <svg class="bar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-track" width={WIDTH} height="8" rx="1" />
      <rect class="bar-value" width={part * WIDTH} height="8" rx="1" />
    </svg>
  );
}

/** All claims as one strip, parted by kind of source; each kind has its own pattern as well as its own shade. */
function Picture({ parts }: { parts: readonly { group: SourceGroup; claims: number }[] }) {
  const all = parts.reduce((sum, { claims }) => sum + claims, 0);
  let at = 0;
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ group, claims }) => {
        const width = (claims / all) * (WIDTH - GAP * (parts.length - 1));
        const x = at;
        at += width + GAP;
        return <Part key={group} group={group} x={x} width={width} height={8} tile={3} />;
      })}
    </svg>
  );
}

type PartProps = { group: SourceGroup; x?: number; width: number; height: number; tile: number };

/** A part of the picture. Its pattern is its own: browsers draw none that stands in what is hidden. */
function Part({ group, x = 0, width, height, tile }: PartProps) {
  const patternId = useId();
  return (
    <>
      <Ground id={patternId} group={group} width={tile} />
      <rect class={`part ${group}`} fill={`url(#${patternId})`} x={x} width={width} height={height} />
    </>
  );
}

/** The pattern of a kind of source: full, dashed, dotted, hollow with a rule, hollow, hollow with bars. */
function Ground({ id, group, width }: { id: string; group: SourceGroup; width: number }) {
  return (
    <pattern id={id} width={width} height="4" patternUnits="userSpaceOnUse">
      <rect class="ground" width={width} height="4" />
      {group === 'named' && <rect class="figure" width={width} height="4" />}
      {group === 'office' && <rect class="figure" width={width * 0.6} height="4" />}
      {group === 'document' && <rect class="figure" width={width} height="1.6" />}
      {group === 'unnamed' && <rect class="figure" width={width * 0.3} height="1.6" />}
      {group === 'unclear' && <rect class="figure" x={width * 0.4} width={width * 0.2} height="4" />}
    </pattern>
  );
}
