import * as z from 'zod/mini';

/** A stretch of a text: UTF-16 offsets, half-open, so that `text.slice(start, end)` is what it covers. */
export const Span = z.object({ start: z.int().check(z.nonnegative()), end: z.int().check(z.nonnegative()) });
export type Span = z.infer<typeof Span>;

/** Whether two spans share anything; touching ones do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The index of the last of some spans, in order of start, that starts at or before `offset`; -1 where none does. */
export function lastStartingBy(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
