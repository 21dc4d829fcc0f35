import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createClient, type World } from '../../lib/network/client.ts';

const Schema = z.object({ answer: z.string() });
const request = { url: new URL('https://index.example/search?q=bridge'), schema: Schema, cacheMs: 1_000 };

type Reply = Response | Error | ((signal: AbortSignal) => Promise<Response>);
const json = (value: unknown, init?: ResponseInit) => () =>
  Promise.resolve(new Response(JSON.stringify(value), init));
const text = (body: string, init?: ResponseInit) => () => Promise.resolve(new Response(body, init));

/** A world whose clock only moves when told (or by pausing) and whose network answers in order. */
function world(...replies: (Reply | (() => Promise<Response>))[]) {
  const memory = new Map<string, unknown>();
  const asked: { url: string; init: RequestInit }[] = [];
  const state = { now: 1_000_000, online: true, pauses: [] as number[], inFlight: 0, most: 0 };
  const it: World = {
    now: () => state.now,
    isOnline: () => state.online,
    pause: async ms => {
      state.pauses.push(ms);
      state.now += ms;
    },
    memory: {
      get: async key => memory.get(key),
      set: async (key, value) => void memory.set(key, structuredClone(value)),
    },
    fetch: async (input, init = {}) => {
      asked.push({ url: new Request(input).url, init });
      state.inFlight++;
      state.most = Math.max(state.most, state.inFlight);
      await Promise.resolve();
      state.inFlight--;
      const reply = replies.shift();
      if (reply instanceof Error || reply === undefined) throw reply ?? new Error('Nothing left to answer');
      return typeof reply === 'function' ? reply(init.signal as AbortSignal) : reply;
    },
  };
  return { it, state, asked, memory };
}

describe('getJson', () => {
  it('asks without cookies, referrer or redirects, and says when', async () => {
    const { it: w, asked } = world(json({ answer: 'yes' }));
    expect(await createClient(w).getJson(request)).toEqual({
      status: 'ok',
      value: { answer: 'yes' },
      asOf: new Date(1_000_000).toISOString(),
      fromCache: false,
    });
    expect(asked[0]?.init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });

  it('answers from memory with the date it was had, until that is too old', async () => {
    const { it: w, state, asked } = world(json({ answer: 'yes' }), json({ answer: 'no' }));
    const client = createClient(w);
    await client.getJson(request);
    state.now += 900;
    expect(await client.getJson(request)).toMatchObject({
      fromCache: true,
      asOf: new Date(1_000_000).toISOString(),
    });
    state.now += 200;
    expect(await client.getJson(request)).toMatchObject({ fromCache: false, value: { answer: 'no' } });
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['an answer without its date', { value: { answer: 'yes' } }],
    ['an answer with a date that is none', { value: { answer: 'yes' }, at: 'today' }],
    ['another kind of thing', 'yes'],
  ])('asks anew where memory holds %s', async (_case, kept) => {
    const { it: w, memory, asked } = world(json({ answer: 'no' }));
    memory.set(`cache:${request.url.href}`, kept);
    expect(await createClient(w).getJson(request)).toMatchObject({
      value: { answer: 'no' },
      fromCache: false,
    });
    expect(asked).toHaveLength(1);
  });

  it('waits for no turn that is no time', async () => {
    const { it: w, memory, state } = world(json({ answer: 'yes' }));
    memory.set('turn:index.example', { until: 2_000_000 });
    expect(await createClient(w).getJson(request)).toMatchObject({ status: 'ok' });
    expect(state.pauses).toEqual([]);
  });

  it('asks all the same, this time and the next, where memory fails', async () => {
    const { it: w } = world(json({ answer: 'yes' }), json({ answer: 'no' }));
    const fails = async () => Promise.reject(new Error('no memory'));
    const client = createClient({ ...w, memory: { get: fails, set: fails } });
    expect(await client.getJson(request)).toMatchObject({ value: { answer: 'yes' } });
    expect(await client.getJson(request)).toMatchObject({ value: { answer: 'no' } });
  });

  it('never keeps a key in memory', async () => {
    const { it: w, memory } = world(json({ answer: 'yes' }));
    const url = new URL('https://index.example/search?q=bridge&key=SECRET');
    await createClient(w).getJson({ ...request, url });
    expect(JSON.stringify([...memory])).not.toContain('SECRET');
  });

  it.each<[string, Reply | (() => Promise<Response>), object]>([
    ['no network at all', new TypeError('fetch failed'), { reason: 'server_error', retryAfterMs: 60_000 }],
    ['a broken server', text('oops', { status: 503 }), { reason: 'server_error', retryAfterMs: 60_000 }],
    [
      'a refusal with its time',
      text('', { status: 429, headers: { 'Retry-After': '7' } }),
      { reason: 'rate_limited', retryAfterMs: 7_000 },
    ],
    [
      'a refusal until a date',
      text('', { status: 429, headers: { 'Retry-After': 'Thu, 01 Jan 1970 00:18:20 GMT' } }),
      { reason: 'rate_limited', retryAfterMs: 100_000 },
    ],
    [
      'a refusal until a date that has gone by',
      text('', { status: 429, headers: { 'Retry-After': 'Thu, 01 Jan 1970 00:10:00 GMT' } }),
      { reason: 'rate_limited', retryAfterMs: 60_000 },
    ],
    [
      'a refusal until nobody knows when',
      text('', { status: 429, headers: { 'Retry-After': 'soon' } }),
      { reason: 'rate_limited', retryAfterMs: 60_000 },
    ],
    [
      'a refusal for ever',
      text('', { status: 429, headers: { 'Retry-After': '1e400' } }),
      { reason: 'rate_limited', retryAfterMs: 24 * 3_600_000 },
    ],
    ['a hotel’s welcome page', text('<html>Welcome'), { reason: 'bad_response' }],
    ['another shape', json({ answer: 7 }), { reason: 'bad_response' }],
    ['a list of ten thousand', json(Array.from({ length: 10_000 }, () => 'x')), { reason: 'bad_response' }],
    ['two megabytes', text(`{"answer":"${'x'.repeat(2e6)}"}`), { reason: 'too_large' }],
    ['not found', text('', { status: 404 }), { reason: 'bad_response' }],
  ])('says why it has no answer: %s', async (_case, reply, expected) => {
    const { it: w } = world(reply);
    expect(await createClient(w).getJson(request)).toEqual({ status: 'not_measured', ...expected });
  });

  it('repairs control characters and lone backslashes once', async () => {
    const { it: w } = world(text('{"answer":"a\u0001b \\q"}'));
    expect(await createClient(w).getJson(request)).toMatchObject({ value: { answer: 'a b q' } });
  });

  it('knows a service’s own words for a refusal that comes as 200', async () => {
    const { it: w } = world(text('Please slow down'));
    const explain = (_status: number, body: string) =>
      body.startsWith('Please') ? ('rate_limited' as const) : null;
    expect(await createClient(w).getJson({ ...request, explain })).toMatchObject({ reason: 'rate_limited' });
  });

  it('leaves a host in peace after refusals, longer each time', async () => {
    const { it: w, state, asked } = world(...Array.from({ length: 4 }, () => text('', { status: 500 })));
    const client = createClient(w);
    const pauses: (number | undefined)[] = [];
    for (let i = 0; i < 4; i++) {
      const answer = await client.getJson(request);
      if (answer.status === 'ok') throw new Error('not expected');
      pauses.push(answer.retryAfterMs);
      expect(await client.getJson(request)).toMatchObject({ reason: 'rate_limited' });
      state.now += answer.retryAfterMs ?? 0;
    }
    expect(pauses).toEqual([60_000, 300_000, 1_800_000, 1_800_000]);
    expect(asked).toHaveLength(4);
  });

  it('asks one thing at a time of a host, with the pause it wants, also after a worker’s death', async () => {
    const { it: w, state } = world(json({ answer: 'a' }), json({ answer: 'b' }));
    const ask = (q: string) => ({
      ...request,
      url: new URL(`https://index.example/?q=${q}`),
      spacingMs: 5_000,
    });
    await createClient(w).getJson(ask('1'));
    await createClient(w).getJson(ask('2')); // another client: the memory is what lasts
    expect(state.pauses).toEqual([5_000]);
    expect(state.most).toBe(1);
  });

  it('goes on slowly with a host that once refused, where it is asked to', async () => {
    const { it: w, state } = world(
      text('', { status: 429, headers: { 'Retry-After': '2' } }),
      json({ answer: 'a' }),
      json({ answer: 'b' }),
    );
    const ask = (q: string) => ({
      ...request,
      url: new URL(`https://index.example/?q=${q}`),
      spacingMs: 1_000,
      slowMs: 6_000,
    });
    const client = createClient(w);
    await client.getJson(ask('1'));
    state.now += 2_000;
    await client.getJson(ask('1'));
    await client.getJson(ask('2'));
    expect(state.pauses).toEqual([6_000]);
  });

  it('gives what is kept, and asks nothing, when that is all that is wanted', async () => {
    const { it: w, asked } = world(json({ answer: 'yes' }));
    const client = createClient(w);
    expect(await client.getJson({ ...request, onlyKept: true })).toMatchObject({ reason: 'enough' });
    await client.getJson(request);
    expect(await client.getJson({ ...request, onlyKept: true })).toMatchObject({ fromCache: true });
    expect(asked).toHaveLength(1);
  });

  it('asks nothing more when it is called off while it waits for its turn', async () => {
    const { it: w, memory, asked } = world(json({ answer: 'yes' }));
    memory.set('turn:index.example', 1_000_000 + 3_000);
    const controller = new AbortController();
    const pause = w.pause;
    w.pause = async (ms, signal) => {
      expect(signal).toBe(controller.signal);
      controller.abort();
      return pause(ms);
    };
    expect(await createClient(w).getJson(request, controller.signal)).toMatchObject({ reason: 'aborted' });
    expect(asked).toEqual([]);
  });

  it('does not make a reader wait long for a turn', async () => {
    const { it: w, memory } = world();
    memory.set('turn:index.example', 1_000_000 + 60_000);
    expect(await createClient(w).getJson(request)).toMatchObject({
      reason: 'rate_limited',
      retryAfterMs: 60_000,
    });
  });

  it('asks nothing when offline, or when it was called off', async () => {
    const { it: w, state, asked } = world();
    state.online = false;
    expect(await createClient(w).getJson(request)).toMatchObject({ reason: 'offline' });
    state.online = true;
    expect(await createClient(w).getJson(request, AbortSignal.abort())).toMatchObject({ reason: 'aborted' });
    expect(asked).toEqual([]);
  });

  it('gives up on a service that never answers', async () => {
    const never = (signal: AbortSignal) =>
      new Promise<Response>((_, refuse) =>
        signal.addEventListener('abort', () => refuse(signal.reason as Error)),
      );
    const { it: w } = world(never);
    expect(await createClient(w).getJson({ ...request, timeoutMs: 20 })).toMatchObject({ reason: 'timeout' });
  });
});
