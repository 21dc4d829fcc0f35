import type { Span } from '../lib/text/span.ts';
import type { TimelineEntry } from '../lib/brief/brief.ts';

/** A sentence with the dates it tells, at least one, as it tells them. */
export interface DatedSentence {
  readonly sentence: Span;
  readonly entries: readonly TimelineEntry[];
  readonly lead: TimelineEntry; // the first of them that is known, by which it is listed
}

/** The sentences that tell what is to come, or what has been. */
export function datedIn(timeline: readonly TimelineEntry[], tense: TimelineEntry['tense']): DatedSentence[] {
  return bySentence(timeline.filter(entry => entry.tense === tense));
}

/**
 * Entries by sentence, so that none is shown twice, in the order of the first date that is known of each; those with
 * none come last. What is to come in a month or a year may come on its last day. ISO dates compare as text.
 */
export function bySentence(entries: readonly TimelineEntry[]): DatedSentence[] {
  const groups = [...Map.groupBy(entries, ({ sentence }) => sentence.start).values()].map(
    (group): DatedSentence => ({
      sentence: group[0]!.sentence,
      entries: group,
      lead: group.find(({ date }) => date !== undefined) ?? group[0]!,
    }),
  );
  const placeOf = ({ lead: { date = '', tense } }: DatedSentence): string =>
    date === '' || (tense === 'upcoming' && date.length < 'YYYY-MM-DD'.length) ? date + LAST : date;
  return groups.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
}
/** After every date, or after all that begin like it. */
const LAST = '~';
