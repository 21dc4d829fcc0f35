import type { Flag } from './brief.ts';
import type { Story } from './story.ts';

/** So many claims and more, and all from one source, is worth a word; fewer say little. */
const SINGLE_SOURCE_CLAIMS = 6;
const UNNAMED_CLAIMS = 4;

/** Every claim of the article comes from one and the same source. */
export function findSingleSource({ doc, claims, players }: Story): Flag[] {
  const sourced = claims.filter(claim => claim.source !== null);
  const id = sourced[0]?.source?.playerId;
  if (id === undefined || sourced.length < SINGLE_SOURCE_CLAIMS || sourced.length < claims.length) return [];
  if (sourced.some(claim => claim.source!.playerId !== id)) return [];
  const places = sourced.map(claim => claim.source!);
  const named =
    players.find(player => player.id === id)?.mentions.filter(({ form }) => form === 'name') ?? [];
  const first =
    places.find(place => named.some(({ start, end }) => place.start <= start && end <= place.end)) ??
    places[0]!;
  const others = places.filter(place => place !== first);
  return [
    {
      kind: 'single-source',
      start: first.start,
      end: first.end,
      related: others.map(({ start, end }) => ({ start, end })),
      because: players.find(player => player.id === id)?.name ?? doc.text.slice(first.start, first.end),
    },
  ];
}

/** Most of what is claimed rests on people the article does not name. */
export function findUnnamedSources({ claims }: Story): Flag[] {
  const unnamed = claims.filter(claim => claim.sourceKind === 'anonymous' && claim.source !== null);
  if (unnamed.length < UNNAMED_CLAIMS || unnamed.length < claims.length / 2) return [];
  const [first, ...others] = unnamed.map(claim => claim.source!);
  return [
    {
      kind: 'unnamed-sources',
      start: first!.start,
      end: first!.end,
      related: others.map(({ start, end }) => ({ start, end })),
      because: `${unnamed.length} / ${claims.length}`,
    },
  ];
}
