import * as z from 'zod/mini';
import type { Asked, NotMeasured } from '../verify/outside.ts';
import { retryAfterMs } from './retry-after.ts';

/** What the client needs of the world; handed in, so that it can be tested and survives a killed worker. */
export interface World {
  fetch: typeof globalThis.fetch;
  now: () => number; // ms since 1970
  pause: (ms: number, signal?: AbortSignal) => Promise<void>; // ends early when called off
  isOnline: () => boolean;
  memory: { get: (key: string) => Promise<unknown>; set: (key: string, value: unknown) => Promise<void> };
}

/** What is asked, how the answer is checked, and how long it may be kept and waited for. */
export interface JsonRequest<T> {
  url: URL;
  schema: z.ZodMiniType<T>;
  cacheMs: number;
  timeoutMs?: number;
  spacingMs?: number; // between two requests to this host
  slowMs?: number; // the same, once the host has refused for being asked too often
  onlyKept?: boolean; // an answer from memory or none
  headers?: Record<string, string>;
  /** What a refusal or a text instead of JSON means; null: nothing the service is known to say. */
  explain?: (status: number, text: string) => NotMeasured | null;
}

/** Asks for JSON; why there is none is part of the answer. */
export interface Client {
  getJson: <T>(request: JsonRequest<T>, signal?: AbortSignal) => Promise<Asked<T>>;
}

const TIMEOUT_MS = 8_000;
const MAX_BODY_BYTES = 1_048_576;
const MAX_WAIT_MS = 6_000; // for a host's turn; a reader does not wait longer
const BREAKER_MS = [60_000, 5 * 60_000, 30 * 60_000];

/**
 * Asks services for JSON: one request per host at a time, with each host's spacing; cached with its date; stopped for
 * a while after refusals. Nothing but the host's constant address and the request's own words is sent. Never throws.
 */
export function createClient(world: World): Client {
  const turns = new Map<string, Promise<unknown>>(); // the last request to each host

  return {
    async getJson(request, signal) {
      const cached = await fromCache(world, request);
      if (cached) return cached;
      if (request.onlyKept) return notMeasured('enough');
      if (!world.isOnline()) return notMeasured('offline');
      const { host } = request.url;
      const turn = (turns.get(host) ?? Promise.resolve()).then(() => askInTurn(world, request, signal));
      turns.set(host, turn);
      return turn;
    },
  };
}

async function askInTurn<T>(world: World, request: JsonRequest<T>, signal?: AbortSignal): Promise<Asked<T>> {
  if (signal?.aborted) return notMeasured('aborted');
  const { host } = request.url;
  const breaker = await readBreaker(world, host);
  if (breaker.until > world.now()) return notMeasured('rate_limited', breaker.until - world.now());
  const turn = Turn.safeParse(await recall(world, `turn:${host}`));
  const waitMs = turn.success ? turn.data - world.now() : 0;
  if (waitMs > MAX_WAIT_MS) return notMeasured('rate_limited', waitMs);
  if (waitMs > 0) await world.pause(waitMs, signal);
  if (signal?.aborted) return notMeasured('aborted');
  const isSlow = breaker.wasRefused && request.slowMs !== undefined;
  await keep(world, `turn:${host}`, world.now() + (isSlow ? request.slowMs! : (request.spacingMs ?? 0)));

  const answer = await sendRequest(world, request, signal);
  if (answer.status === 'ok') {
    if (breaker.strikes > 0) await keep(world, `breaker:${host}`, { ...breaker, strikes: 0, until: 0 });
    await keep(world, cacheKey(request), { value: answer.value, at: world.now() });
  } else if (answer.reason === 'rate_limited' || answer.reason === 'server_error') {
    const pauseMs =
      answer.retryAfterMs ?? BREAKER_MS[Math.min(breaker.strikes, BREAKER_MS.length - 1)] ?? 60_000;
    const opened: Breaker = {
      strikes: breaker.strikes + 1,
      until: world.now() + pauseMs,
      wasRefused: breaker.wasRefused || answer.reason === 'rate_limited',
    };
    await keep(world, `breaker:${host}`, opened);
    return notMeasured(answer.reason, pauseMs);
  }
  return answer;
}

async function sendRequest<T>(
  world: World,
  request: JsonRequest<T>,
  signal?: AbortSignal,
): Promise<Asked<T>> {
  const { url, headers = {}, timeoutMs = TIMEOUT_MS } = request;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const reply = await world.fetch(url, {
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const text = await readCapped(reply);
    if (text === null) return notMeasured('too_large');
    return readReply(world, request, reply, text);
  } catch {
    if (signal?.aborted) return notMeasured('aborted');
    return notMeasured(timeout.aborted ? 'timeout' : 'server_error');
  }
}

function readReply<T>(world: World, request: JsonRequest<T>, reply: Response, text: string): Asked<T> {
  const said = request.explain?.(reply.status, text) ?? null;
  if (said) return notMeasured(said, retryAfterMs(reply, world.now()));
  if (reply.status === 429) return notMeasured('rate_limited', retryAfterMs(reply, world.now()));
  if (reply.status >= 500) return notMeasured('server_error', retryAfterMs(reply, world.now()));
  if (!reply.ok) return notMeasured('bad_response');
  const parsed = request.schema.safeParse(parseLeniently(text));
  if (!parsed.success) return notMeasured('bad_response');
  return { status: 'ok', value: parsed.data, asOf: new Date(world.now()).toISOString(), fromCache: false };
}

/** The body as text; null when it is larger than any honest answer. */
async function readCapped(reply: Response): Promise<string | null> {
  const reader = reply.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Some services let control characters and lone backslashes slip into their JSON: one repair, then give up. */
function parseLeniently(text: string): unknown {
  for (const attempt of [text, text.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/\\(?!["\\/bfnrtu])/g, '')])
    try {
      return JSON.parse(attempt);
    } catch {
      continue;
    }
  return undefined;
}

async function fromCache<T>(world: World, request: JsonRequest<T>): Promise<Asked<T> | null> {
  const kept = Kept.safeParse(await recall(world, cacheKey(request)));
  if (!kept.success) return null;
  const { value, at } = kept.data;
  if (world.now() - at > request.cacheMs || at > world.now()) return null;
  const parsed = request.schema.safeParse(value);
  if (!parsed.success) return null;
  return { status: 'ok', value: parsed.data, asOf: new Date(at).toISOString(), fromCache: true };
}

/** Memory that cannot be read or written is as good as empty: a source is asked all the same. */
const recall = ({ memory }: World, key: string): Promise<unknown> => memory.get(key).catch(() => undefined);
const keep = ({ memory }: World, key: string, value: unknown): Promise<void> =>
  memory.set(key, value).catch(() => undefined);

/** Without the reader's key: a key is no part of what was asked, and must not be kept. */
function cacheKey({ url }: { url: URL }): string {
  const bare = new URL(url);
  bare.searchParams.delete('key');
  return `cache:${bare.href}`;
}

/** When a host may be asked next; ms since 1970. */
const Turn = z.number();

/** An answer, and when it was had. */
const Kept = z.object({ value: z.unknown(), at: z.number() });

/** Why a host is left in peace: refusals in a row, until when, and whether it ever asked for slowness. */
const Breaker = z.object({ strikes: z.int(), until: z.number(), wasRefused: z.boolean() });
type Breaker = z.infer<typeof Breaker>;

async function readBreaker(world: World, host: string): Promise<Breaker> {
  const kept = Breaker.safeParse(await recall(world, `breaker:${host}`));
  return kept.success ? kept.data : { strikes: 0, until: 0, wasRefused: false };
}

const notMeasured = (
  reason: NotMeasured,
  retryAfterMs?: number,
): Extract<Asked<never>, { status: 'not_measured' }> => ({
  status: 'not_measured',
  reason,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
