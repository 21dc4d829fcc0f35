import type { Attribution } from '../../tagging/tagger.ts';
import type { Range } from '../../text/document.ts';
import { isQuoted, toSpan } from './reading.ts';
import type { Reading } from './reading.ts';
import { trimSource } from './subject.ts';

/** What the rules have found so far. */
export interface Found {
  readonly attributions: Attribution[];
  /** Quotations that have their speaker. */
  readonly used: Set<number>;
}

/** Adds an attribution, if its content has words, and notes the quotations that thereby have their speaker. */
export function add(
  reading: Reading,
  found: Found,
  source: Range | null,
  cue: Range | null,
  content: readonly Range[],
  confidence: number,
): void {
  const pieces = content.flatMap(range => toSpan(reading, range) ?? []);
  if (pieces.length === 0) return;
  for (const { first, end } of content) {
    for (let k = first; k < end; k++) if (isQuoted(reading, k)) found.used.add(reading.quoted[k]!);
  }
  found.attributions.push({
    source: (source && toSpan(reading, trimSource(reading, source))) ?? null,
    cue: (cue && toSpan(reading, cue)) ?? null,
    content: pieces,
    confidence,
  });
}
