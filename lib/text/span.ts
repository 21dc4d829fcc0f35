import * as z from 'zod/mini';

/** A stretch of a text: UTF-16 offsets, half-open, so that `text.slice(start, end)` is what it covers. */
export const Span = z.object({ start: z.int().check(z.nonnegative()), end: z.int().check(z.nonnegative()) });
export type Span = z.infer<typeof Span>;
