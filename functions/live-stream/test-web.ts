import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** As much of the web as says who somebody is: the cookie `session=<user id>` is exchanged for a token. */
export function testWeb() {
  const signedOut = new Set<string>();
  const server = createServer((request, response) => {
    const userId = /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
    if (!userId || signedOut.has(userId)) return response.writeHead(401).end();
    const scope = /scope=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'read write';
    const claims = Buffer.from(JSON.stringify({ sub: userId, scope })).toString('base64url');
    const expiresAt = new Date(Date.now() + 1_000).toISOString();
    response.end(JSON.stringify({ token: `e30.${claims}.x`, expiresAt }));
  });
  beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    signOut: (userId: string) => void signedOut.add(userId),
  };
}
