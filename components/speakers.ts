import type { Brief, Claim, Player } from '../lib/brief/brief.ts';
import { t } from '../lib/browser/i18n.ts';
import type { Span } from '../lib/text/span.ts';
import { joinWords, withQuotationMarks, wordsOf } from './passages.ts';

/** The player a claim's source refers to, if it is one. */
function speakerPlayer(brief: Brief, claim: Claim): Player | undefined {
  const id = claim.source?.playerId;
  return id === undefined ? undefined : brief.players.find(player => player.id === id);
}

/** Who says it, by name where the article gives one, else in the article's words. */
export function speakerName(brief: Brief, claim: Claim): string {
  if (!claim.source) return t('sourceNotGiven');
  return speakerPlayer(brief, claim)?.name ?? wordsOf(brief.article, claim.source);
}

/** One key per speaker, for filters and groups. */
export function speakerKey(brief: Brief, claim: Claim): string {
  if (!claim.source) return 'none';
  return claim.source.playerId ?? `words:${wordsOf(brief.article, claim.source).toLowerCase()}`;
}

/** What is known of the speaker beside the name: the role, or what kind of source it is. */
export function speakerNote(brief: Brief, claim: Claim): string | null {
  return speakerRole(brief, claim) ?? sourceKindWords(claim);
}

/** The role, in the article's words. */
export function speakerRole(brief: Brief, claim: Claim): string | null {
  const role = speakerPlayer(brief, claim)?.role;
  return role ? wordsOf(brief.article, role) : null;
}

/** What kind of source it is, in Onix's words, where the source's own do not tell. */
export function sourceKindWords(claim: Claim): string | null {
  switch (claim.sourceKind) {
    case 'document':
      return t('sourceDocument');
    case 'poll':
      return t('sourcePoll');
    case 'anonymous':
      return t('sourceUnnamed');
    case 'group':
    case 'person':
    case 'office':
    case 'organisation':
    case 'none':
      return null;
  }
}

/** Somebody who says something, under one key. */
export interface Speaker {
  readonly key: string;
  readonly name: string;
  readonly claims: readonly Claim[];
}

/** Everybody who says something, in the order of their first claim. */
export function listSpeakers(brief: Brief, claims: readonly Claim[]): Speaker[] {
  const byKey = Map.groupBy(claims, claim => speakerKey(brief, claim));
  return [...byKey].map(([key, said]) => ({ key, name: speakerName(brief, said[0]!), claims: said }));
}

/** What is said, as the article sets it; the same is shown here and marked on the page. */
export function contentOf({ article }: Brief, claim: Claim): Span[] {
  return claim.content.map(span => withQuotationMarks(article, span));
}

/** What is said, as one line of text. */
export function claimWords(brief: Brief, claim: Claim): string {
  return joinWords(brief.article, contentOf(brief, claim));
}
