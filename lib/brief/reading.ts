import * as z from 'zod/mini';
import { MANNERS } from '../article/marks.ts';
import { Span } from '../text/span.ts';
import { WebAddress } from '../text/web-address.ts';
import { Brief } from './brief.ts';

/** Why a page cannot be read; each has its own words and its own way on. */
export const Obstacle = z.enum([
  'loading', // nothing of the page has come in yet
  'restricted', // the browser lets no extension in: store, settings, new tab
  'no_permission', // the reader (or the browser) has withheld access to this site
  'pdf',
  'frames', // what the page shows is in another document
  'empty', // no readable text
  'too_large',
  'closed', // the tab has gone
  'failed', // our fault: worth a report
]);
export type Obstacle = z.infer<typeof Obstacle>;

/** The answer to "read this tab". */
export const Reading = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ok'), tabId: z.int(), url: z.string(), brief: Brief }),
  z.object({
    status: z.literal('not_article'),
    tabId: z.int(),
    url: z.string(),
    frame: z.optional(WebAddress), // of the frame that takes up most of what the page shows
  }),
  z.object({
    status: z.literal('unreadable'),
    tabId: z.int(),
    url: z.optional(z.string()),
    reason: Obstacle,
    frame: z.optional(WebAddress), // as above
    detail: z.optional(z.string()),
  }),
]);
export type Reading = z.infer<typeof Reading>;

/** A span to be shown on the page, and how it is set apart there; without a manner it is what is meant. */
export const Passage = z.extend(Span, { manner: z.optional(z.enum(MANNERS)) });
export type Passage = z.infer<typeof Passage>;

/** The same with its words, as whoever wants it shown knows them: the article may have been read anew since. */
export const WordedPassage = z.extend(Passage, { words: z.string() });
export type WordedPassage = z.infer<typeof WordedPassage>;

/** The answer to "show me this on the page". `moved`: the words are no longer there exactly once. */
export const Reveal = z.discriminatedUnion('status', [
  z.object({ status: z.literal('shown'), count: z.int(), marked: z.boolean() }), // marked: false where the browser has no highlights, or the reader wants none
  z.object({ status: z.literal('moved') }),
  z.object({ status: z.literal('unreadable'), reason: Obstacle }),
]);
export type Reveal = z.infer<typeof Reveal>;
