import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse } from '../local/answers.ts';
import type { Handler } from '../local/ingress.ts';
import { Complaint } from './complaint.ts';

export type Door = { port: number; open: (handler: Handler) => void; close: () => Promise<void> };

const opening: Handler = (request, response) =>
  refuse(request, response, {
    status: 503,
    title: 'Zerodo is starting',
    detail: 'It will be there in a moment.',
    retryAfter: 2,
  });

/**
 * Takes a port of 127.0.0.1 before anything else is started, and says that we are starting until `open`.
 *
 * @throws Complaint when the port is taken or not ours to take
 */
export async function takePort(port: number): Promise<Door> {
  let handler = opening;
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 0 }, (request, response) =>
    handler(request, response),
  );
  server.listen(port, '127.0.0.1', 1024);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new Complaint(`Port ${port} is in use; set PORT to another one, for example PORT=${port + 1}.`);
    if (code === 'EACCES')
      throw new Complaint(`Port ${port} may not be used by this user; set PORT to one above 1023.`);
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    open: (next) => {
      handler = next;
    },
    close: () => close(server),
  };
}

/** Open streams never end by themselves, so after the drain of the functions whoever is left is cut off. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
