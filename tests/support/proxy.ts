import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/** A forward proxy that writes down everything a browser asks for and lets it reach this machine alone. */
export interface RecordingProxy {
  url: string;
  /** `METHOD address`, in order; of an encrypted connection only the host is known: `CONNECT host:port`. */
  requests: string[];
  close: () => Promise<void>;
}

export async function startProxy(): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const address = incoming.url ?? '';
    requests.push(`${incoming.method} ${address}`);
    const { hostname } = URL.canParse(address) ? new URL(address) : { hostname: '' };
    if (hostname !== '127.0.0.1' && hostname !== 'localhost') {
      outgoing.writeHead(502).end();
      return;
    }
    const onward = forward(address, { method: incoming.method, headers: incoming.headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      if (outgoing.destroyed) return void answer.destroy(); // the browser, or its worker, has gone
      pipeline(answer, outgoing, () => undefined); // an answer cut short is cut short for the browser too
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket) => {
    requests.push(`CONNECT ${incoming.url}`);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise(closed => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
