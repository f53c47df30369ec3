import type { TestDatabase } from '@zerodo/testing/database';
import { betterAuth } from 'better-auth';
import postgres from 'postgres';
import { afterAll, beforeAll } from 'vitest';
import type { Config } from '../config.ts';
import { identityOptions } from '../identity.ts';

export const origin = 'http://127.0.0.1:3000';

export const settings: Config = {
  ZERODO_WEB_DATABASE_URL: 'postgres://not-used',
  BETTER_AUTH_SECRET: 'only for tests, but thirty-two characters',
  ZERODO_PUBLIC_URL: origin,
  ZERODO_ORIGINS: [origin, 'http://localhost:3000'],
  ZERODO_JWT_ISSUER: 'zerodo',
  ZERODO_JWT_AUDIENCE: 'zerodo',
  ZERODO_API_URL: 'http://127.0.0.1:1',
  ZERODO_TRUSTED_PROXIES: [],
  ZERODO_SIGN_UP_LIMIT: 4,
  ZERODO_OPERATORS: [],
  ZERODO_EXIT_WITH_STDIN: '0',
};

/** Sign-up, sign-in and tokens as the web has them, on a database of the test's own. */
export function testIdentity(database: TestDatabase, over: () => Partial<Config> = () => ({})) {
  let sql: postgres.Sql;
  let auth: ReturnType<typeof start>;
  const start = () => betterAuth(identityOptions({ ...settings, ...over() }, sql));
  beforeAll(() => {
    sql = postgres(database.url('zerodo_web'), { max: 2, onnotice: () => {} });
    auth = start();
  });
  afterAll(() => sql.end());

  /** A request as the ingress passes it on. Each caller has an address of its own unless told. */
  let callers = 0;
  const post = (
    path: string,
    body: object,
    { from = origin, cookie = '', address = `10.0.0.${++callers}` } = {},
  ): Promise<Response> =>
    auth.handler(
      new Request(`${origin}/api/auth${path}`, {
        method: 'POST',
        headers: {
          origin: from,
          'content-type': 'application/json',
          'x-forwarded-for': address,
          ...(cookie && { cookie }),
        },
        body: JSON.stringify(body),
      }),
    );

  return {
    auth: () => auth,
    sql: () => sql,
    post,
    /** A new person, with the cookie of the session that this began. */
    signedUp: async (email: string, password = 'ten chars or more') => {
      const response = await post('/sign-up/email', { name: 'Ana', email, password });
      const { user } = (await response.json()) as { user: { id: string } };
      const cookie = response.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      return { userId: user.id, cookie };
    },
  };
}

/** What a JWT says, unchecked. */
export const claimsIn = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
