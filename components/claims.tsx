import { useEffect } from 'preact/hooks';
import type { Brief, Claim, ClaimKind } from '../lib/brief/brief.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import { isWorthChecking } from './check-words.ts';
import { isDisputed } from './claim-status.ts';
import { ClaimItem, claimStop } from './claim-item.tsx';
import { claimKindWords } from './claim-notes.ts';
import type { Grouping, ViewState } from './desk.ts';
import type { Tools } from './item.tsx';
import { formatNumber } from './language.ts';
import { Nothing } from './nothing.tsx';
import { SpeakerNote } from './speaker-note.tsx';
import { listSpeakers, speakerKey } from './speakers.ts';

type Filter = Pick<ViewState, 'speaker' | 'kind' | 'disputed' | 'hedged' | 'worthChecking'>;

/** Every claim is shown. */
export const NO_FILTER: Filter = {
  speaker: null,
  kind: null,
  disputed: false,
  hedged: false,
  worthChecking: false,
};

/** Whether `filter` lets `claim` through. */
export function passes(brief: Brief, claim: Claim, filter: Filter): boolean {
  return (
    (filter.speaker === null || speakerKey(brief, claim) === filter.speaker) &&
    (filter.kind === null || claim.kind === filter.kind) &&
    (!filter.disputed || isDisputed(claim)) &&
    (!filter.hedged || claim.certainty === 'hedged') &&
    (!filter.worthChecking || isWorthChecking(claim))
  );
}

type Props = {
  brief: Brief;
  tools: Tools;
  view: ViewState;
  onView: (patch: Partial<ViewState>) => void;
  goal?: Claim | null; // the claim to go to; absent on paper, where none can be gone to
  onGoTo: (claim: Claim) => void;
};

/** Everything somebody is reported to have said. */
export function Claims({ brief, tools, view, onView, goal, onGoTo }: Props) {
  const claims = brief.claims.filter(claim => passes(brief, claim, view));

  // The claim gone to may only be on screen after the filter has been lifted.
  useEffect(() => {
    if (!goal) return;
    const place = document.getElementById(`claim-${goal.id}`);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [goal]);

  if (brief.claims.length === 0) {
    const isWhole = brief.offered.claims === 'full';
    return <Nothing text={t(isWhole ? 'nothingClaims' : 'nothingQuoted')} offer={brief.offered.claims} />;
  }

  const groups =
    view.grouping === 'speaker' ? listSpeakers(brief, claims) : [{ key: 'all', name: '', claims }];
  const inOrder = groups.flatMap(group => group.claims);
  const stops = inOrder.map(claim => claimStop(brief, claim));

  return (
    <>
      <Filters brief={brief} view={view} onView={onView} />
      <p class="count">
        <output>
          {claims.length === brief.claims.length
            ? tn('countClaims', claims.length)
            : t('countFiltered', formatNumber(claims.length), formatNumber(brief.claims.length))}
        </output>
        {claims.length < brief.claims.length && (
          <button type="button" class="link" onClick={() => onView(NO_FILTER)}>
            {t('filterClear')}
          </button>
        )}
      </p>
      {groups.map(group => (
        <section key={group.key} class="group" aria-label={group.name || undefined}>
          {group.name && (
            <h2 class="group-title" dir="auto">
              {group.name}
              <SpeakerNote brief={brief} claim={group.claims[0]!} />
            </h2>
          )}
          <ol class="items">
            {group.claims.map(claim => (
              <li key={claim.id}>
                <ClaimItem
                  {...(goal !== undefined && { id: `claim-${claim.id}` })}
                  brief={brief}
                  claim={claim}
                  tools={tools}
                  withSpeaker={view.grouping === 'reading'}
                  onShow={() => tools.show(stops, inOrder.indexOf(claim))}
                  onGoTo={onGoTo}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

const KINDS: readonly ClaimKind[] = ['direct', 'indirect', 'mixed'];

function Filters({ brief, view, onView }: Pick<Props, 'brief' | 'view' | 'onView'>) {
  const speakers = listSpeakers(brief, brief.claims);
  const kinds = KINDS.filter(kind => brief.claims.some(claim => claim.kind === kind));
  const disputed = brief.claims.filter(isDisputed).length;
  const hedged = brief.claims.filter(claim => claim.certainty === 'hedged').length;
  return (
    <section class="filters" aria-label={t('filters')}>
      <select
        aria-label={t('filterOrder')}
        value={view.grouping}
        onChange={event => onView({ grouping: event.currentTarget.value as Grouping })}
      >
        <option value="reading">{t('groupReading')}</option>
        <option value="speaker">{t('groupSpeaker')}</option>
      </select>
      <select
        class="filter-speaker"
        aria-label={t('filterSpeaker')}
        value={view.speaker ?? ''}
        onChange={event => onView({ speaker: event.currentTarget.value || null })}
      >
        <option value="">{t('filterEverybody')}</option>
        {speakers.map(speaker => (
          <option key={speaker.key} value={speaker.key}>
            {t('filterOption', speaker.name, formatNumber(speaker.claims.length))}
          </option>
        ))}
      </select>
      <select
        aria-label={t('filterKind')}
        value={view.kind ?? ''}
        onChange={event => onView({ kind: (event.currentTarget.value || null) as ClaimKind | null })}
      >
        <option value="">{t('filterAnyKind')}</option>
        {kinds.map(kind => (
          <option key={kind} value={kind}>
            {claimKindWords(kind)}
          </option>
        ))}
      </select>
      <Toggle
        label={t('filterDisputed')}
        count={disputed}
        pressed={view.disputed}
        onPress={pressed => onView({ disputed: pressed })}
      />
      <Toggle
        label={t('filterHedged')}
        count={hedged}
        pressed={view.hedged}
        onPress={pressed => onView({ hedged: pressed })}
      />
      <Toggle
        label={t('filterWorthChecking')}
        count={brief.claims.filter(isWorthChecking).length}
        pressed={view.worthChecking}
        onPress={pressed => onView({ worthChecking: pressed })}
      />
    </section>
  );
}

function Toggle(props: {
  label: string;
  count: number;
  pressed: boolean;
  onPress: (pressed: boolean) => void;
}) {
  if (props.count === 0) return null;
  return (
    <button
      type="button"
      class="toggle"
      aria-pressed={props.pressed}
      onClick={() => props.onPress(!props.pressed)}
    >
      {props.label} <span class="tab-count">{formatNumber(props.count)}</span>
    </button>
  );
}
