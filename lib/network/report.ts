import * as z from 'zod/mini';
import type { Outcome } from '../report/outbox.ts';
import type { ProblemReport } from '../report/report.ts';
import { retryAfterMs } from './retry-after.ts';

const TIMEOUT_MS = 20_000;
const MAX_REPLY_CHARS = 10_000;

/** What the endpoint answers to a report it has taken: the report's own id. */
const Acknowledgement = z.object({ id: z.string() });

/**
 * Hands a report to the project's own endpoint: `POST`, JSON `{ schema, id, createdAt, report }`, the report's id as
 * `Idempotency-Key`. 2xx with that id, or 409 (had it already), acknowledges; 400, 413 and 422 refuse for good; 401,
 * 403 and 404 mean the endpoint is set up wrongly; everything else is worth another try. Never throws.
 */
export async function postReport(
  report: ProblemReport,
  endpoint: string,
  fetch: typeof globalThis.fetch,
): Promise<Outcome> {
  const { schema, id, createdAt } = report;
  try {
    const reply = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id },
      body: JSON.stringify({ schema, id, createdAt, report }),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (reply.ok) return acknowledged(await reply.text(), id);
    const repliedMs = Date.parse(reply.headers.get('Date') ?? '');
    return outcomeOfStatus(reply.status, retryAfterMs(reply, repliedMs));
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    return { status: 'retry', setback: timedOut ? 'timeout' : 'offline' };
  }
}

function acknowledged(body: string, id: string): Outcome {
  try {
    const reply = Acknowledgement.parse(JSON.parse(body.slice(0, MAX_REPLY_CHARS)));
    if (reply.id === id) return { status: 'delivered' };
  } catch {
    // no JSON, cut short or of another shape: acknowledges nothing
  }
  return { status: 'retry', setback: 'bad_reply' };
}

function outcomeOfStatus(status: number, afterMs: number | undefined): Outcome {
  if (status === 409) return { status: 'delivered' };
  if (status === 400 || status === 413 || status === 422) return { status: 'refused', setback: 'rejected' };
  if (status === 401 || status === 403 || status === 404)
    return { status: 'refused', setback: 'misconfigured' };
  return { status: 'retry', setback: 'busy', ...(afterMs && { afterSeconds: afterMs / 1000 }) };
}
