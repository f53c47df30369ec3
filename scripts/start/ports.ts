import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';

async function listens(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}

/** A port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const port = await listens(0);
  if (port === undefined) throw new Error('127.0.0.1 has no free port');
  return port;
}

/** The port that `name` had last time, so that tools keep their settings; another one when somebody took it meanwhile. */
export async function keptPort(home: string, name: string): Promise<number> {
  const file = join(home, 'ports.json');
  const kept: Record<string, number> = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  const port = (kept[name] && (await listens(kept[name]))) || (await freePort());
  await writeFile(file, `${JSON.stringify({ ...kept, [name]: port })}\n`);
  return port;
}

/** Whether something takes connections at a port of 127.0.0.1. */
export const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
