import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import { generate } from 'selfsigned';

/** What a host answers instead of the real one, which no test ever reaches. */
export type Service = (request: IncomingMessage, response: ServerResponse) => void;

/** A forward proxy that writes down everything a browser asks for and lets it reach this machine alone. */
export interface RecordingProxy {
  url: string;
  /**
   * `METHOD address`, in order. Of an encrypted connection only the host is known, `CONNECT host:port`, but for the
   * hosts a test stands in for: those are followed by what was asked of them.
   */
  requests: string[];
  /** Headers of what was asked of a host a test stands in for, beside `requests`. */
  asked: { url: URL; headers: IncomingMessage['headers'] }[];
  close: () => Promise<void>;
}

/** `services`: hosts the test stands in for, over https with a certificate that is made for it and thrown away. */
export async function startProxy(services: Record<string, Service> = {}): Promise<RecordingProxy> {
  const requests: string[] = [];
  const asked: RecordingProxy['asked'] = [];
  const tunnels = new Set<Duplex>(); // no longer the servers' own to close
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
  const secure = await standIns(services, (request, url) => {
    requests.push(`${request.method} ${url.href}`);
    asked.push({ url, headers: request.headers });
  });
  server.on('connect', (incoming, socket) => {
    requests.push(`CONNECT ${incoming.url}`);
    socket.on('error', () => socket.destroy());
    const [host = ''] = incoming.url?.split(':') ?? [];
    if (!Object.hasOwn(services, host)) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    tunnels.add(socket);
    socket.on('close', () => tunnels.delete(socket));
    tunnel(socket, portOf(secure));
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    requests,
    asked,
    close: async () => {
      for (const socket of tunnels) socket.destroy();
      for (const each of [server, secure]) {
        each.closeAllConnections();
        await new Promise<void>(closed => each.close(() => closed()));
      }
    },
  };
}

const portOf = (server: { address: () => AddressInfo | string | null }): number =>
  (server.address() as AddressInfo).port;

/** One server for all the hosts a test stands in for; which one is meant the browser says itself. */
async function standIns(
  services: Record<string, Service>,
  note: (request: IncomingMessage, url: URL) => void,
): Promise<SecureServer> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'stand-in.test' }], {
    keyType: 'ec',
  });
  const server = createSecureServer({ key, cert }, (request, response) => {
    const host = request.headers.host ?? '';
    note(request, new URL(request.url ?? '/', `https://${host}`));
    const service = services[host];
    if (service) service(request, response);
    else response.writeHead(502).end();
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  return server;
}

function tunnel(socket: Duplex, port: number): void {
  const onward = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    onward.pipe(socket).pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  socket.on('close', () => onward.destroy());
}
