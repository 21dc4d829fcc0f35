import * as z from 'zod/mini';
import { Difference } from '../text/statement.ts';
import { WebAddress } from '../text/web-address.ts';

/** Sources outside the device; each is asked only after the reader's click. */
export const OutsideSource = z.enum(['fact-checks', 'who', 'papers', 'quotation', 'archive']);
export type OutsideSource = z.infer<typeof OutsideSource>;

/** Why a source could not be asked, or gave no usable answer. Never to be worded as "false". */
export const NotMeasured = z.enum([
  'no_key',
  'bad_key',
  'offline',
  'timeout',
  'rate_limited',
  'server_error',
  'bad_response',
  'query_rejected',
  'too_large',
  'aborted',
  'no_permission', // a standing choice whose consent the browser has taken back
  'enough', // of one press; the rest is asked at the next
  'changed', // the article was read anew since the reader was told what would be sent
]);
export type NotMeasured = z.infer<typeof NotMeasured>;

/** What a service answered: a value and when it was had, or why there is none. */
export type Asked<T> =
  | { status: 'ok'; value: T; asOf: string; fromCache: boolean }
  | { status: 'not_measured'; reason: NotMeasured; retryAfterMs?: number };

/** Something found outside, in its publisher's words, and why it is listed. */
export const Finding = z.object({
  match: z.enum(['about', 'related']), // about this very statement, or only near it
  reasons: z.array(z.string()), // the words, names and numbers shared
  title: z.string(),
  url: WebAddress,
  publisher: z.optional(z.string()),
  date: z.optional(z.string()), // as precise as the publisher gives it
  rating: z.optional(z.string()), // the publisher's own words
  quote: z.optional(z.string()), // the statement that was checked, or the words found
  from: z.optional(z.string()), // of an office: start
  to: z.optional(z.string()), // of an office: end
  differences: z.optional(z.array(Difference)), // from the statement
  changed: z.optional(z.string()), // ISO 8601: when an entry that anyone may edit was last changed
  encyclopedia: z.optional(WebAddress), // the person's page in Wikipedia
  note: z.optional(
    z.enum(['holds', 'held_other_dates', 'dates_unknown', 'ambiguous', 'no_office', 'archived']),
  ),
});
export type Finding = z.infer<typeof Finding>;

/** What one source had to say. `empty`: asked, answered, nothing found, which says nothing about truth. */
export const OutsideEvidence = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ok'),
    source: OutsideSource,
    findings: z.array(Finding),
    asOf: z.string(),
    fromCache: z.boolean(),
    papers: z.optional(z.int()), // how many papers carry it, copies of one dispatch not counted
    partly: z.optional(NotMeasured), // why not all of it could be asked
  }),
  z.object({ status: z.literal('empty'), source: OutsideSource, asOf: z.string() }),
  z.object({
    status: z.literal('not_measured'),
    source: OutsideSource,
    reason: NotMeasured,
    retryAfterMs: z.optional(z.number()),
  }),
]);
export type OutsideEvidence = z.infer<typeof OutsideEvidence>;

/** Findings, best first, as what a source had to say. */
export function outsideEvidence<T>(
  source: OutsideSource,
  asked: Asked<T>,
  find: (value: T) => Finding[],
): OutsideEvidence {
  if (asked.status === 'not_measured') return { ...asked, source };
  const { asOf, fromCache } = asked;
  const findings = find(asked.value);
  return findings.length === 0
    ? { status: 'empty', source, asOf }
    : { status: 'ok', source, findings, asOf, fromCache };
}
