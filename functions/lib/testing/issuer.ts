import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll } from 'vitest';

export type Issuer = {
  jwksUrl: () => string;
  /** A token as the web gives it, for two minutes, or as `over` would have it. */
  token: (userId: string, over?: Record<string, unknown>) => Promise<string>;
  /** One that looks right and is signed with a key of somebody else's. */
  forged: (userId: string) => Promise<string>;
};

/** An identity provider of the test's own: a JWKS over HTTP and tokens that fit it. */
export function testIssuer(): Issuer {
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let others: typeof keys;
  const server = createServer(async (_, response) => {
    const key = { ...(await exportJWK(keys.publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [key] }));
  });
  beforeAll(async () => {
    keys = await generateKeyPair('ES256');
    others = await generateKeyPair('ES256');
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const sign = ({ privateKey }: typeof keys, claims: Record<string, unknown>) =>
    new SignJWT({
      scope: 'read write',
      email: 'ada@example.test',
      name: 'Ada',
      locale: 'en',
      iss: 'zerodo',
      aud: 'zerodo',
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .sign(privateKey);
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

  return {
    jwksUrl: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    token: (sub, over = {}) => sign(keys, { sub, exp: inSeconds(120), ...over }),
    forged: (sub) => sign(others, { sub, exp: inSeconds(120) }),
  };
}
