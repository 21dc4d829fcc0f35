import * as z from 'zod/mini';
import type { Brief, Claim, Player } from '../brief/brief.ts';
import { foldName } from '../text/name-form.ts';
import type { Span } from '../text/span.ts';

/**
 * What the reader has put right for themselves in one article. Items are known by their words, not by their ids or
 * places, so that a correction still holds when the article is analysed anew or has changed elsewhere.
 */
export const Correction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hide_player'), name: z.string() }),
  z.object({ type: z.literal('hide_role'), name: z.string() }),
  z.object({ type: z.literal('hide_claim'), words: z.string() }),
  z.object({ type: z.literal('hide_sentence'), words: z.string() }), // of the summary
  z.object({ type: z.literal('hide_date'), words: z.string() }), // of the timeline
  z.object({ type: z.literal('hide_flag'), words: z.string() }),
  z.object({ type: z.literal('set_source'), words: z.string(), name: z.nullable(z.string()) }), // null: nobody
  z.object({ type: z.literal('split_player'), name: z.string(), alias: z.string() }), // `alias` is somebody else
]);
export type Correction = z.infer<typeof Correction>;

/** The words a claim is known by, whatever has become of its id and place. */
export const claimKey = (text: string, claim: Pick<Claim, 'content'>): string =>
  claim.content.map(span => cut(text, span)).join(' … ');

const cut = (text: string, { start, end }: Span): string => text.slice(start, end);

/** The brief as the reader corrected it. Corrected items say so; every span is still the article's. */
export function applyCorrections(brief: Brief, corrections: readonly Correction[]): Brief {
  return corrections.reduce(applyCorrection, brief);
}

function applyCorrection(brief: Brief, correction: Correction): Brief {
  const { text } = brief.article;
  switch (correction.type) {
    case 'hide_player':
      return hidePlayer(brief, correction.name);
    case 'hide_role':
      return { ...brief, players: brief.players.map(player => withoutRole(player, correction.name)) };
    case 'hide_claim':
      return hideClaim(brief, correction.words);
    case 'hide_sentence':
      return { ...brief, summary: brief.summary.filter(span => cut(text, span) !== correction.words) };
    case 'hide_date':
      return {
        ...brief,
        timeline: brief.timeline.filter(({ sentence }) => cut(text, sentence) !== correction.words),
        ...(brief.expected && {
          expected: brief.expected.filter(({ sentence }) => cut(text, sentence) !== correction.words),
        }),
      };
    case 'hide_flag':
      return { ...brief, flags: brief.flags.filter(flag => cut(text, flag) !== correction.words) };
    case 'set_source':
      return setSource(brief, correction.words, correction.name);
    case 'split_player':
      return splitPlayer(brief, correction.name, correction.alias);
  }
}

function hidePlayer(brief: Brief, name: string): Brief {
  const hidden = brief.players.find(player => player.name === name);
  if (!hidden) return brief;
  return {
    ...brief,
    players: brief.players.filter(player => player !== hidden),
    claims: brief.claims.map(claim => {
      if (claim.source?.playerId !== hidden.id) return claim;
      const { start, end } = claim.source;
      return { ...claim, source: { start, end } };
    }),
  };
}

function withoutRole(player: Player, name: string): Player {
  if (player.name !== name || !player.role) return player;
  const { role, ...rest } = player;
  const roles = player.roles.filter(({ start, end }) => start !== role.start || end !== role.end);
  const [next] = roles;
  return { ...rest, roles, ...(next ? { role: next } : {}), corrected: true };
}

function hideClaim(brief: Brief, words: string): Brief {
  const isHidden = (claim: Claim) => claimKey(brief.article.text, claim) === words;
  const gone = new Set(brief.claims.filter(isHidden).map(({ id }) => id));
  if (gone.size === 0) return brief;
  const left = (ids: readonly string[]) => ids.filter(id => !gone.has(id));
  return {
    ...brief,
    claims: brief.claims
      .filter(({ id }) => !gone.has(id))
      .map(claim => ({
        ...claim,
        status: isNoLongerDisputed(claim, gone) ? 'stated' : claim.status,
        disputedBy: left(claim.disputedBy),
        ...(claim.otherViews && { otherViews: left(claim.otherViews) }),
        refersTo: left(claim.refersTo),
      })),
  };
}

/** Whether all that is said against a claim is gone: without it “denied” would be the article's own verdict. */
function isNoLongerDisputed({ status, disputedBy }: Claim, gone: ReadonlySet<string>): boolean {
  const isDispute = status === 'denied' || status === 'contested';
  return isDispute && disputedBy.length > 0 && disputedBy.every(id => gone.has(id));
}

/** The source's words must be the article's: those of the player's first mention. */
function setSource(brief: Brief, words: string, name: string | null): Brief {
  const player = brief.players.find(candidate => candidate.name === name);
  const mention = player?.mentions[0];
  if (name !== null && (!player || !mention)) return brief;
  const source = player && mention ? { start: mention.start, end: mention.end, playerId: player.id } : null;
  const sourceKind = !player ? 'none' : player.type === 'person' ? 'person' : 'organisation';
  return {
    ...brief,
    claims: brief.claims.map(claim =>
      claimKey(brief.article.text, claim) === words
        ? { ...claim, source, sourceKind, corrected: true }
        : claim,
    ),
  };
}

/** Makes one form of a player's name a player of its own, with the mentions of that form and what stands at them. */
function splitPlayer(brief: Brief, name: string, alias: string): Brief {
  const { text } = brief.article;
  const whole = brief.players.find(player => player.name === name);
  const isForm = (words: string) => foldName(words) === foldName(alias);
  if (!whole?.aliases.some(isForm)) return brief;
  const isAlias = (span: Span) => isForm(cut(text, span));
  const taken = whole.mentions.filter(isAlias);
  if (taken.length === 0) return brief;
  const share = taken.length / whole.mentions.length;
  const rest: Player = {
    ...whole,
    aliases: whole.aliases.filter(form => !isForm(form)),
    mentions: whole.mentions.filter(mention => !isAlias(mention)),
    salience: whole.salience * (1 - share),
    corrected: true,
  };
  const split: Player = {
    id: `${whole.id}-${alias}`,
    name: alias,
    type: whole.type,
    roles: [],
    aliases: [],
    mentions: taken,
    salience: whole.salience * share,
    corrected: true,
  };
  const players = brief.players.map(player => (player === whole ? rest : player));
  return {
    ...brief,
    players: [...players, split].toSorted((a, b) => b.salience - a.salience),
    claims: brief.claims.map(claim =>
      claim.source?.playerId === whole.id && isAlias(claim.source)
        ? { ...claim, source: { ...claim.source, playerId: split.id } }
        : claim,
    ),
  };
}
