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

/** The same within a sentence of ours: “according to he” would be none, so a pronoun stands in quotation marks. */
export function speakerInSentence(brief: Brief, claim: Claim): string {
  const name = speakerName(brief, claim);
  return isUnclear(brief, claim) ? t('inQuotes', name) : name;
}

/** Whether a pronoun tells who says it and nobody is known to be meant: the brief counts no source of these words. */
function isUnclear({ article, sourcing }: Brief, { source }: Claim): boolean {
  if (!source || source.playerId !== undefined) return false;
  const words = wordsOf(article, source).toLowerCase();
  return !sourcing.bySource.some(({ label }) => label?.toLowerCase() === words);
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
