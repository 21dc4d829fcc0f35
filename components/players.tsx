import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Brief, Player, PlayerType } from '../lib/brief/brief.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import { ClaimItem, claimStop } from './claim-item.tsx';
import type { ViewState } from './desk.ts';
import { OrganisationIcon, PersonIcon, PlaceIcon, UnfoldIcon } from './icons.tsx';
import { Item, type Tools } from './item.tsx';
import { formatList, formatPercent } from './language.ts';
import { Nothing } from './nothing.tsx';
import { paragraphOf, wordsOf } from './passages.ts';
import { playerItem } from './report-items.ts';
import { shareOfSpeech } from './shares.ts';
import { Bar } from './sourcing.tsx';
import { inManner, type Stop } from './tour.ts';

const FIRST_SHOWN = 8;

type Props = {
  brief: Brief;
  tools: Tools;
  view: ViewState;
  onView: (patch: Partial<ViewState>) => void;
  onGoToClaim: Parameters<typeof ClaimItem>[0]['onGoTo'];
  isWhole?: boolean; // all players at once
};

/** Who the article is about, most salient first, and what each of them said. */
export function Players({ brief, tools, view, onView, onGoToClaim, isWhole = false }: Props) {
  const [unfolded, setUnfolded] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (unfolded) list.current?.children[FIRST_SHOWN]?.querySelector<HTMLElement>('.show')?.focus();
  }, [unfolded]);
  const { players } = brief;
  if (players.length === 0) return <Nothing text={t('nothingPlayers')} offer={brief.offered.names} />;
  const openIndex = players.findIndex(player => player.id === view.openPlayer);
  const shown = isWhole || unfolded || openIndex >= FIRST_SHOWN ? players : players.slice(0, FIRST_SHOWN);
  return (
    <>
      <ul class="items" ref={list}>
        {shown.map(player => (
          <li key={player.id}>
            <PlayerItem
              brief={brief}
              player={player}
              tools={tools}
              open={view.openPlayer === player.id}
              onOpen={open => onView({ openPlayer: open ? player.id : null })}
              onGoToClaim={onGoToClaim}
            />
          </li>
        ))}
      </ul>
      {shown.length < players.length && (
        <button type="button" class="more" onClick={() => setUnfolded(true)}>
          {tn('showMorePlayers', players.length - shown.length)}
        </button>
      )}
    </>
  );
}

type PlayerProps = {
  brief: Brief;
  player: Player;
  tools: Tools;
  open: boolean;
  onOpen: (open: boolean) => void;
  onGoToClaim: Props['onGoToClaim'];
};

function PlayerItem({ brief, player, tools, open, onOpen, onGoToClaim }: PlayerProps) {
  const { article } = brief;
  const said = brief.claims.filter(claim => claim.source?.playerId === player.id);
  const claimStops = said.map(claim => claimStop(brief, claim));
  const otherNames = player.aliases.filter(alias => !goesWithoutSaying(player.name, alias));
  const sayingsId = useId();
  return (
    <>
      <Item
        class="player-item"
        lit={tools.shown?.startsWith(`${player.id}-`) ?? false}
        paragraph={paragraphOf(article, player.mentions[0] ?? { start: 0, end: 0 })}
        about={playerItem(brief, player)}
        onShow={() => tools.show(mentionStops(brief, player), 0)}
        onReport={tools.report}
        head={
          <h2 class="player-name" dir="auto">
            {player.name}
          </h2>
        }
        notes={
          <>
            <PlayerNotes player={player} />
            {said.length > 0 && (
              <span class="heard">
                {brief.offered.claims === 'full' && <Share part={shareOfSpeech(brief, player)} />}
                <button
                  type="button"
                  class="unfold"
                  aria-expanded={open}
                  aria-controls={sayingsId}
                  onClick={() => onOpen(!open)}
                >
                  {tn('saidCount', said.length)}
                  <UnfoldIcon />
                </button>
              </span>
            )}
          </>
        }
      >
        {player.role && (
          <p class="player-role" lang={article.language} dir="auto">
            {wordsOf(article, player.role)}
          </p>
        )}
        {otherNames.length > 0 && <p class="aside">{t('alsoCalled', formatList(otherNames))}</p>}
      </Item>
      {said.length > 0 && (
        <ol class="items sayings" id={sayingsId} hidden={!open} aria-label={t('sayingsOf', player.name)}>
          {open &&
            said.map((claim, i) => (
              <li key={claim.id}>
                <ClaimItem
                  brief={brief}
                  claim={claim}
                  tools={tools}
                  withSpeaker={false}
                  onShow={() => tools.show(claimStops, i)}
                  onGoTo={onGoToClaim}
                />
              </li>
            ))}
        </ol>
      )}
    </>
  );
}

function PlayerNotes({ player }: Pick<PlayerProps, 'player'>) {
  return (
    <>
      <span class="note">
        <TypeIcon type={player.type} />
        {typeWords(player.type)}
      </span>
      <span class="note">{tn('mentions', player.mentions.length)}</span>
      {player.corrected && <span class="note corrected-mark">{t('correctedMark')}</span>}
    </>
  );
}

function Share({ part }: { part: number }) {
  return (
    <span class="note share">
      <Bar part={part} />
      {t('shareOfSpeech', formatPercent(part))}
    </span>
  );
}

/** A surname, or the name with a title before it, tells the reader nothing new. */
function goesWithoutSaying(name: string, alias: string): boolean {
  const surname = name.split(' ').at(-1)!;
  return name.includes(alias) || alias.endsWith(` ${surname}`);
}

/** Every mention is lit at each stop; its own is scrolled to, and stands out. */
function mentionStops(brief: Brief, player: Player): Stop[] {
  return player.mentions.map((mention, i) => ({
    id: `${player.id}-${i}`,
    spans: [
      mention,
      ...inManner(
        'other',
        player.mentions.filter(it => it !== mention),
      ),
    ],
    label: t('stopPlayer', player.name, i + 1, player.mentions.length, paragraphOf(brief.article, mention)),
  }));
}

function TypeIcon({ type }: { type: PlayerType }) {
  if (type === 'person') return <PersonIcon />;
  return type === 'organisation' ? <OrganisationIcon /> : <PlaceIcon />;
}

function typeWords(type: PlayerType): string {
  switch (type) {
    case 'person':
      return t('typePerson');
    case 'organisation':
      return t('typeOrganisation');
    case 'place':
      return t('typePlace');
  }
}
