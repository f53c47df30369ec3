import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '@zerodo/runtime/config';
import type { Definition } from '@zerodo/runtime/definition';
import { serverFor } from '@zerodo/runtime/serve';
import { openServices, type Services } from '@zerodo/runtime/services';
import { afterAll, beforeAll } from 'vitest';
import { readValues } from '../../../../scripts/render/read-values.ts';

export type LoadedFunction = { name: string; definitions: Definition[] };

/** Every function that the chart's values name, with all that its handle.ts exports: a new one is among them by itself. */
export const everyFunction = (): Promise<LoadedFunction[]> =>
  Promise.all(
    Object.keys(readValues().functions).map(async (name) => {
      const { default: exported } = await import(`../../../${name}/handle.ts`);
      return { name, definitions: [exported].flat() as Definition[] };
    }),
  );

/**
 * All of them behind their real servers and one door: `<url>/<function>/…`. `settings` are read when the tests begin,
 * `around` may change what a function stands on.
 */
export async function serveEveryFunction(
  functions: readonly LoadedFunction[],
  settings: (name: string) => Record<string, string>,
  around: (services: Services) => void = () => {},
): Promise<string> {
  const servers = new Map<string, { server: Server; services: Services }>();
  const door = createServer((request, response) => {
    const [, name = '', rest = ''] = /^\/([^/?]+)(.*)$/.exec(request.url ?? '') ?? [];
    const found = servers.get(name);
    if (!found) return response.writeHead(404).end();
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
    found.server.emit('request', request, response);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');

  beforeAll(() => {
    for (const { name, definitions } of functions) {
      const services = openServices(name, readConfig({ ...settings(name), ZERODO_LOG_LEVEL: 'silent' }));
      around(services);
      // The framework's registry is one a process.
      servers.set(name, { services, server: serverFor(`${name}-${randomUUID()}`, definitions, services) });
    }
  });
  afterAll(async () => {
    door.close();
    door.closeAllConnections();
    for (const { services } of servers.values()) services.drain();
    await Promise.all([...servers.values()].map(({ services }) => services.close()));
  });
  return `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
}
