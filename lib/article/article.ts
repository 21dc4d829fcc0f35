import * as z from 'zod/mini';
import { Span } from '../text/span.ts';

/** The kinds of block a body is made of. */
export const BlockKind = z.enum(['standfirst', 'heading', 'paragraph', 'quote', 'list', 'table']);
export type BlockKind = z.infer<typeof BlockKind>;

/** A block of the body: its place in the text, and what it is. */
export const Block = z.extend(Span, { kind: BlockKind });
export type Block = z.infer<typeof Block>;

/** What kind of piece the publisher itself says this is. */
export const ArticleType = z.enum(['news', 'analysis', 'opinion', 'live', 'review', 'sponsored', 'unknown']);
export type ArticleType = z.infer<typeof ArticleType>;

/** A news article as a reader sees it; every position in Onix is an offset into its `text`. */
export const Article = z.object({
  url: z.optional(z.string()),
  canonicalUrl: z.optional(z.string()),
  siteName: z.optional(z.string()),
  title: z.string(), // "" if unknown
  alternateTitle: z.optional(z.string()),
  section: z.optional(z.string()),
  byline: z.optional(z.array(z.string())),
  publishedTime: z.optional(z.string()), // ISO 8601
  modifiedTime: z.optional(z.string()), // ISO 8601
  corrections: z.optional(z.array(z.string())), // as the publisher declares them: words, or an address
  language: z.string(), // BCP 47
  type: ArticleType,
  partial: z.optional(z.boolean()), // only part of the article is on the page
  text: z.string(), // blocks joined by "\n\n"; neither headline nor byline nor captions
  blocks: z.array(Block),
  captions: z.optional(z.array(z.object({ text: z.string() }))),
});
export type Article = z.infer<typeof Article>;

/** A named reason with a weight: why a decision fell as it did. */
export const Signal = z.object({ name: z.string(), weight: z.number() });
export type Signal = z.infer<typeof Signal>;

/** Whether a page is a text to be read, and whether that text is news. */
export const Detection = z.object({
  isArticle: z.boolean(),
  isNews: z.boolean(),
  score: z.number(), // 0..1, probability of news
  signals: z.array(Signal),
});
export type Detection = z.infer<typeof Detection>;
