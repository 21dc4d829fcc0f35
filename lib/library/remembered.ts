import * as z from 'zod/mini';
import { foldSpace } from '../text/quote.ts';
import { type Brief, ClaimKind, type Claim, PlayerType, Status } from '../brief/brief.ts';

/** The most that is kept of one article; a longer one is kept without its last claims. */
export const MAX_CLAIMS = 200;
const MAX_PLAYERS = 30;
const MAX_WORDS = 2_000; // UTF-16 units of one claim

/** A claim as it stood when the article was remembered, in the article's own words. */
export const RememberedClaim = z.object({
  words: z.string(),
  source: z.nullable(z.string()),
  cue: z.nullable(z.string()),
  kind: ClaimKind,
  certainty: z.enum(['asserted', 'hedged']),
  hedges: z.array(z.string()),
  status: Status,
});
export type RememberedClaim = z.infer<typeof RememberedClaim>;

/** What is kept of an article the reader chose to remember: never its text, only what is claimed in it and by whom. */
export const Remembered = z.object({
  version: z.literal(1),
  address: z.string(), // what the article is known by
  title: z.string(),
  siteName: z.optional(z.string()),
  publishedTime: z.optional(z.string()), // ISO 8601
  modifiedTime: z.optional(z.string()), // ISO 8601
  language: z.string(), // BCP 47
  textHash: z.string(), // tells only whether the text is still the same
  rememberedAt: z.string(), // ISO 8601
  engine: z.string(), // the version of Onix that read it
  players: z.array(z.object({ name: z.string(), type: PlayerType })), // most salient first
  claims: z.array(RememberedClaim),
});
export type Remembered = z.infer<typeof Remembered>;

/** What of a brief is kept under `address`. */
export function toRemember(
  brief: Brief,
  known: Pick<Remembered, 'address' | 'textHash' | 'rememberedAt' | 'engine'>,
): Remembered {
  const { title, siteName, publishedTime, modifiedTime, language } = brief.article;
  return {
    version: 1,
    ...known,
    title,
    ...(siteName === undefined ? {} : { siteName }),
    ...(publishedTime === undefined ? {} : { publishedTime }),
    ...(modifiedTime === undefined ? {} : { modifiedTime }),
    language,
    players: brief.players.slice(0, MAX_PLAYERS).map(({ name, type }) => ({ name, type })),
    claims: brief.claims.slice(0, MAX_CLAIMS).map(claim => rememberedClaim(brief, claim)),
  };
}

/** A claim of a brief as it would be remembered. */
export function rememberedClaim({ article: { text }, players }: Brief, claim: Claim): RememberedClaim {
  const cut = ({ start, end }: { start: number; end: number }) => foldSpace(text.slice(start, end));
  const { source, cue, kind, certainty, hedges, status } = claim;
  const player = players.find(({ id }) => id === source?.playerId);
  return {
    words: claim.content.map(cut).join(' … ').slice(0, MAX_WORDS),
    source: player ? foldSpace(player.name) : source && cut(source),
    cue: cue && cut(cue),
    kind,
    certainty,
    hedges: hedges.map(cut),
    status,
  };
}
