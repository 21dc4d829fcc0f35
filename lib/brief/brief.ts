import * as z from 'zod/mini';
import { Article } from '../article/article.ts';
import { Span } from '../text/span.ts';

/** What a player is. */
export const PlayerType = z.enum(['person', 'organisation', 'place']);
export type PlayerType = z.infer<typeof PlayerType>;

/** A place where a player is spoken of: by name, by what it is (“the mayor”), or by a pronoun. */
export const Mention = z.extend(Span, { form: z.enum(['name', 'nominal', 'pronoun']) });
export type Mention = z.infer<typeof Mention>;

/** A named person, organisation or place with all its places in the article. */
export const Player = z.object({
  id: z.string(),
  name: z.string(),
  type: PlayerType,
  role: z.optional(Span), // the most informative one
  roles: z.array(Span),
  aliases: z.array(z.string()),
  mentions: z.array(Mention),
  salience: z.number(), // 0..1
  corrected: z.optional(z.boolean()), // by the reader
});
export type Player = z.infer<typeof Player>;

/** What kind of source a claim has. */
export const SourceKind = z.enum([
  'person',
  'office',
  'organisation',
  'group',
  'document',
  'poll',
  'anonymous',
  'none',
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** In quotation marks, in the article's words, or partly in both. */
export const ClaimKind = z.enum(['direct', 'indirect', 'mixed']);
export type ClaimKind = z.infer<typeof ClaimKind>;

/** How a claim stands, as the article itself reports it. */
export const Status = z.enum(['stated', 'contested', 'denied', 'unconfirmed', 'confirmed']);
export type Status = z.infer<typeof Status>;

/** Something somebody is reported to have said, and how the article reports it. */
export const Claim = z.object({
  id: z.string(),
  source: z.nullable(z.extend(Span, { playerId: z.optional(z.string()) })), // null: the article does not say who
  sourceKind: SourceKind,
  cue: z.nullable(Span),
  content: z.array(Span), // one or more pieces
  kind: ClaimKind,
  certainty: z.enum(['asserted', 'hedged']),
  hedges: z.array(Span),
  status: Status,
  disputedBy: z.array(z.string()), // claim ids
  otherViews: z.optional(z.array(z.string())), // of these, those that may only put it another way
  refersTo: z.array(z.string()), // claim ids
  checkWorthiness: z.number(), // 0..1
  checkReasons: z.array(z.string()),
  corrected: z.optional(z.boolean()), // by the reader
});
export type Claim = z.infer<typeof Claim>;

/** The claims that dispute one outright, by id. */
export function outrightDisputes({
  disputedBy,
  otherViews,
}: Pick<Claim, 'disputedBy' | 'otherViews'>): string[] {
  return disputedBy.filter(id => !otherViews?.includes(id));
}

/** Who gets to speak in this article, and how often. */
export const Sourcing = z.object({
  bySource: z.array(
    z.object({
      playerId: z.optional(z.string()),
      label: z.optional(z.string()),
      sourceKind: SourceKind,
      claims: z.int(),
    }),
  ),
  named: z.int(),
  unnamed: z.int(),
  documents: z.int(),
});
export type Sourcing = z.infer<typeof Sourcing>;

/** Words of the article that say when something was or will be. */
export const TimelineEntry = z.extend(Span, {
  date: z.optional(z.string()), // ISO 8601, as precise as `precision` says
  precision: z.enum(['day', 'month', 'year', 'time']),
  approximate: z.optional(z.boolean()), // a week or a weekend: `date` is a day of it, or near it
  tense: z.enum(['past', 'upcoming']),
  sentence: Span,
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** Something planned, expected or demanded without a date, by the words that say so. */
export const Expectation = z.extend(Span, {
  kind: z.enum(['planned', 'expected', 'demanded']),
  sentence: Span,
});
export type Expectation = z.infer<typeof Expectation>;

/** Why something is worth a second look. */
export const FlagKind = z.enum([
  'quote-out-of-place',
  'headline-not-supported',
  'number-mismatch',
  'date-mismatch',
  'same-words-two-speakers',
  'paraphrase-as-quotation',
  'single-source',
  'unnamed-sources',
]);
export type FlagKind = z.infer<typeof FlagKind>;

/** Something worth a second look, with its place and its reason. */
export const Flag = z.extend(Span, {
  kind: FlagKind,
  related: z.union([z.array(Span), z.literal('title')]),
  because: z.string(),
});
export type Flag = z.infer<typeof Flag>;

/** How well the engine can do something in a language. */
export const Offer = z.enum(['full', 'partial', 'none']);
export type Offer = z.infer<typeof Offer>;

/** The data contract: what Onix shows of one article. Every span is an offset into `article.text`. */
export const Brief = z.object({
  version: z.literal(1),
  article: Article,
  summary: z.array(Span),
  players: z.array(Player), // most salient first
  claims: z.array(Claim), // in reading order
  sourcing: Sourcing,
  timeline: z.array(TimelineEntry),
  expected: z.optional(z.array(Expectation)), // in reading order; absent where the language is not read in full
  flags: z.array(Flag),
  rulesOnly: z.optional(z.boolean()), // the trained taggers were not there, or damaged
  offered: z.object({ names: Offer, claims: Offer, summary: Offer, ask: Offer }), // what the engine can do in this language
});
export type Brief = z.infer<typeof Brief>;

/** How long a summary is asked for: about 50 words, three sentences, five sentences. */
export const SummaryLength = z.enum(['short', 'normal', 'long']);
export type SummaryLength = z.infer<typeof SummaryLength>;
