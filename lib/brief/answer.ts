import * as z from 'zod/mini';
import { Span } from '../text/span.ts';

/** A longer question is none. UTF-16 units. */
export const QUESTION_MAX = 500;

/** Words of the article that answer a question, in their sentence; best first in a list. */
export const Answer = z.extend(Span, {
  sentence: Span,
  score: z.number(), // 0..1: how likely it is this sentence, of those that may
  isOutright: z.boolean(), // false: the closest passage, which may not answer
});
export type Answer = z.infer<typeof Answer>;

/**
 * A question worth asking of an article. `kind` and `names` (the article's own) are what a view words it by; `question`
 * is how the engine is asked.
 */
export const Suggestion = z.object({
  kind: z.enum(['said', 'said-about', 'about', 'who-disputes', 'next', 'who-is', 'left-open']),
  names: z.array(z.string()),
  question: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;
