import type { Span } from '../lib/text/span.ts';
import type { TimelineEntry } from '../lib/brief/brief.ts';

/** A sentence with the dates it tells, at least one. */
export interface DatedSentence {
  readonly sentence: Span;
  readonly entries: readonly TimelineEntry[];
}

/** Entries by sentence, so that none is shown twice; in the order of their first entries. */
export function bySentence(entries: readonly TimelineEntry[]): DatedSentence[] {
  const groups = Map.groupBy(entries, ({ sentence }) => sentence.start);
  return [...groups.values()].map(group => ({ sentence: group[0]!.sentence, entries: group }));
}
