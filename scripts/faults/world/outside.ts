import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What arrived at somebody's program or mail box: how often each message came, by the id that tells a repetition. */
export type Arrivals = Map<string, number>;

const arrive = (arrivals: Arrivals, id: string): void => void arrivals.set(id, (arrivals.get(id) ?? 0) + 1);

/** A program that webhooks call; `<webhook id>` of Standard Webhooks by the person whose path was called and the event that it was about. */
export async function openReceiver(): Promise<{
  urlFor: (person: string) => string;
  /** `<person> <event id>`, to the ids under which it came. */
  heard: Map<string, Set<string>>;
  arrivals: Arrivals;
  close: () => void;
}> {
  const heard = new Map<string, Set<string>>();
  const arrivals: Arrivals = new Map();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const message = String(request.headers['webhook-id']);
    const about = `${request.url!.slice(1)} ${JSON.parse(Buffer.concat(chunks).toString()).id}`;
    heard.set(about, (heard.get(about) ?? new Set()).add(message));
    arrive(arrivals, message);
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (person) => `http://127.0.0.1:${port}/${person}`,
    heard,
    arrivals,
    close: () => server.close().closeAllConnections(),
  };
}

/** A mail server that takes everything. */
export async function openMailbox(): Promise<{ url: string; arrivals: Arrivals; close: () => void }> {
  const arrivals: Arrivals = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(({ messageId }) => {
          arrive(arrivals, messageId ?? 'none');
          done();
        }, done);
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrivals,
    close: () => server.close(),
  };
}
