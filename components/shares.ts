import { t, tn } from '../lib/browser/i18n.ts';
import type { Brief, Claim, Player, SourceKind } from '../lib/brief/brief.ts';
import { formatNumber } from './language.ts';

/** How much of what is reported comes from whom. */

/** The player's part of all reported words that have a source, 0..1. */
export function shareOfSpeech(brief: Brief, player: Player): number {
  const sourced = brief.claims.filter(claim => claim.source !== null);
  const all = countWords(brief, sourced);
  const own = sourced.filter(claim => claim.source!.playerId === player.id);
  return all === 0 ? 0 : countWords(brief, own) / all;
}

function countWords({ article }: Brief, claims: readonly Claim[]): number {
  const words = (claim: Claim) =>
    claim.content.reduce(
      (sum, { start, end }) => sum + article.text.slice(start, end).split(/\s+/).length,
      0,
    );
  return claims.reduce((sum, claim) => sum + words(claim), 0);
}

/**
 * What kinds of source a story can rest on, from those a reader can hold to their word to those nobody can; `unclear`
 * is who is told by a pronoun that could not be resolved.
 */
export const SOURCE_GROUPS = ['named', 'office', 'document', 'unnamed', 'nobody', 'unclear'] as const;
/** One of them. */
export type SourceGroup = (typeof SOURCE_GROUPS)[number];

/** How many claims rest on each kind of source: all of them together. */
export function countSourceGroups({ sourcing, claims: all }: Brief): Record<SourceGroup, number> {
  const counts = { named: 0, office: 0, document: 0, unnamed: 0, nobody: 0, unclear: all.length };
  for (const { playerId, sourceKind, claims } of sourcing.bySource) {
    counts[playerId === undefined ? groupOf(sourceKind) : 'named'] += claims;
    counts.unclear -= claims;
  }
  return counts;
}

function groupOf(kind: SourceKind): Exclude<SourceGroup, 'unclear'> {
  switch (kind) {
    case 'person':
    case 'anonymous':
      return 'unnamed';
    case 'office':
    case 'organisation':
    case 'group':
      return 'office';
    case 'document':
    case 'poll':
      return 'document';
    case 'none':
      return 'nobody';
  }
}

/** How many claims rest on a kind of source, in words. */
export function sourceGroupWords(group: SourceGroup, count: number): string {
  switch (group) {
    case 'named':
      return tn('sourcingNamed', count);
    case 'office':
      return tn('sourcingOffices', count);
    case 'document':
      return tn('sourcingDocuments', count);
    case 'unnamed':
      return tn('sourcingUnnamed', count);
    case 'nobody':
      return tn('sourcingNobody', count);
    case 'unclear':
      return t('sourcingUnclear', formatNumber(count));
  }
}
