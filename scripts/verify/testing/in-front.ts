import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request itself, or leaves it (`false`) to what is behind. */
type Meddle = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Something in front of `url` that hands everything on but what `meddle` answers. */
export async function inFront(url: string, meddle: Meddle): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    if (meddle(request, response)) return;
    // Whoever is behind knows its pages by its own address.
    const headers = { ...request.headers, host: new URL(url).host, origin: url };
    const onward = ask(`${url}${request.url}`, { method: request.method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
