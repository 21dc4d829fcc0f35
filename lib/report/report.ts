import * as z from 'zod/mini';

/** What can be wrong. */
export const ProblemKind = z.enum([
  'wrong_person',
  'wrong_role',
  'wrong_source',
  'not_a_quotation',
  'wrong_certainty',
  'wrong_status',
  'missing_claim',
  'bad_summary',
  'wrong_date',
  'wrong_evidence',
  'not_an_article',
  'missed_article',
  'text_incomplete',
  'page_broken',
  'other',
]);
export type ProblemKind = z.infer<typeof ProblemKind>;

/** The longest label and words of an item a report takes. UTF-16 units. */
export const LABEL_MAX = 2000;
export const WORDS_MAX = 4000;

/** What a report is about: one item as shown, or the whole brief. */
export const ReportItem = z.object({
  type: z.enum([
    'brief',
    'player',
    'role',
    'claim',
    'summary',
    'timeline',
    'flag',
    'evidence',
    'answer',
    'page',
  ]),
  id: z.optional(z.string()),
  label: z.string().check(z.maxLength(LABEL_MAX)), // as the view named it
  words: z.optional(z.string().check(z.maxLength(WORDS_MAX))), // the article's words it stands on
});
export type ReportItem = z.infer<typeof ReportItem>;

/** How much of the page's address leaves with the report. */
export const AddressDetail = z.enum(['full', 'host', 'none']);
export type AddressDetail = z.infer<typeof AddressDetail>;

/** The longest message a reader may write. UTF-16 units. */
export const MESSAGE_MAX = 2000;

/** What the reader typed and chose; kept as a draft until submitted. */
export const ReportDraft = z.object({
  kind: ProblemKind,
  item: ReportItem,
  message: z.string().check(z.maxLength(MESSAGE_MAX)),
  address: AddressDetail,
  includeWords: z.boolean(),
  pageUrl: z.optional(z.string()), // of the page it was begun on, without query
});
export type ReportDraft = z.infer<typeof ReportDraft>;

/** With what the article was read: versions of Onix and of the browser, and the language of the interface (BCP 47). */
export const Environment = z.object({
  extension: z.string(),
  browser: z.string(),
  language: z.string(),
});
export type Environment = z.infer<typeof Environment>;

/** Exactly what leaves: nothing else is sent, kept or logged. */
export const ProblemReport = z.object({
  schema: z.literal(1),
  id: z.string(),
  createdAt: z.string(), // ISO 8601
  kind: ProblemKind,
  item: ReportItem,
  message: z.string(),
  address: z.optional(z.string()),
  environment: Environment,
});
export type ProblemReport = z.infer<typeof ProblemReport>;

/** Why a report has not been taken yet, or will not be. */
export const Setback = z.enum([
  'offline', // no answer at all
  'timeout',
  'busy', // the endpoint asks to come back later
  'bad_reply', // an answer that acknowledges nothing
  'no_consent', // the reader has not allowed sending
  'rejected', // the endpoint will never take this report
  'misconfigured', // the endpoint is not what it should be
  'gave_up', // too many attempts
]);
export type Setback = z.infer<typeof Setback>;

/**
 * A report in the outbox and what has become of it. `waiting`: kept, not gone anywhere yet; `handed_over`: the
 * reader took it further and may confirm that it arrived; `delivered`: acknowledged by the endpoint or the reader;
 * `failed`: will not be tried again by itself.
 */
export const OutboxEntry = z.object({
  id: z.string(), // of the report; also its idempotency key
  state: z.enum(['waiting', 'handed_over', 'delivered', 'failed']),
  report: ProblemReport,
  attempts: z.optional(z.int()), // to deliver it; absent: none
  nextAttemptAt: z.optional(z.string()), // ISO 8601; absent: as soon as possible
  setback: z.optional(Setback),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;
