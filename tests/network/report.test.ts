import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { postReport } from '../../lib/network/report.ts';
import type { ProblemReport } from '../../lib/report/report.ts';

const report: ProblemReport = {
  schema: 1,
  id: '5b0e8a52-0000-4000-8000-000000000002',
  createdAt: '2026-05-04T09:00:00Z',
  kind: 'wrong_role',
  item: { type: 'player', label: 'A player' },
  message: 'She left that office in spring.',
  environment: { extension: '0.1.0', browser: 'Chrome 156', language: 'en' },
};

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;
let stop = (): void => undefined;
afterEach(() => stop());

/** A real server on this machine that answers as told; returns its address. */
async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => (body += String(chunk)));
    request.on('end', () => answer(request, response, body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  stop = () => void server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/reports`;
}

const answering =
  (status: number, body = '', headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

describe('postReport', () => {
  it('sends the report with its id as key and nothing that tells who the reader is', async () => {
    let seen: { request: IncomingMessage; body: string } | undefined;
    const endpoint = await serve((request, response, body) => {
      seen = { request, body };
      response.end(JSON.stringify({ id: report.id }));
    });
    expect(await postReport(report, endpoint, fetch)).toEqual({ status: 'delivered' });
    const { schema, id, createdAt } = report;
    expect(JSON.parse(seen!.body)).toEqual({ schema, id, createdAt, report });
    expect(seen!.request.headers).toMatchObject({ 'idempotency-key': report.id });
    expect(seen!.request.headers).not.toHaveProperty('cookie');
    expect(seen!.request.headers).not.toHaveProperty('referer');
  });

  it.each([
    ['had it already', answering(409), { status: 'delivered' }],
    ['another id', answering(200, '{"id":"else"}'), { status: 'retry', setback: 'bad_reply' }],
    [
      'no JSON',
      answering(200, '<html>Welcome to the hotel</html>'),
      { status: 'retry', setback: 'bad_reply' },
    ],
    ['an empty reply', answering(204), { status: 'retry', setback: 'bad_reply' }],
    ['the wrong shape', answering(200, '[1]'), { status: 'retry', setback: 'bad_reply' }],
    [
      'a huge reply',
      answering(200, `{"id":"${'x'.repeat(1e6)}"}`),
      { status: 'retry', setback: 'bad_reply' },
    ],
    ['refused', answering(422), { status: 'refused', setback: 'rejected' }],
    ['not there', answering(404), { status: 'refused', setback: 'misconfigured' }],
    ['broken', answering(500), { status: 'retry', setback: 'busy' }],
    [
      'busy',
      answering(429, '', { 'Retry-After': '120' }),
      { status: 'retry', setback: 'busy', afterSeconds: 120 },
    ],
    [
      'busy until a date',
      answering(503, '', {
        Date: 'Fri, 20 Nov 2026 09:00:00 GMT',
        'Retry-After': 'Fri, 20 Nov 2026 09:10:00 GMT',
      }),
      { status: 'retry', setback: 'busy', afterSeconds: 600 },
    ],
    [
      'busy until a date that has gone by',
      answering(503, '', {
        Date: 'Fri, 20 Nov 2026 09:00:00 GMT',
        'Retry-After': 'Fri, 20 Nov 2026 08:50:00 GMT',
      }),
      { status: 'retry', setback: 'busy' },
    ],
    [
      'busy until nobody knows when',
      answering(503, '', { 'Retry-After': 'soon' }),
      { status: 'retry', setback: 'busy' },
    ],
    [
      'sent elsewhere',
      answering(307, '', { Location: 'http://127.0.0.1:1/' }),
      { status: 'retry', setback: 'offline' },
    ],
    ['cut off', (_request, response) => response.destroy(), { status: 'retry', setback: 'offline' }],
    [
      'cut off in the middle',
      (_request, response) => {
        response.writeHead(200, { 'Content-Length': '50' });
        response.write('{"id":"5b0e');
        setTimeout(() => response.destroy(), 20);
      },
      { status: 'retry', setback: 'offline' },
    ],
  ] as [string, Answer, object][])('%s', async (_case, answer, outcome) => {
    expect(await postReport(report, await serve(answer), fetch)).toEqual(outcome);
  });

  it('nobody listens', async () => {
    const endpoint = await serve(answering(200));
    stop();
    expect(await postReport(report, endpoint, fetch)).toEqual({ status: 'retry', setback: 'offline' });
  });
});
