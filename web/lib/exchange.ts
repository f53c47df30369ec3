import { callerOf } from './caller.ts';
import type { Config } from './config.ts';
import type { identity } from './identity.ts';

const twoMinutes = 120;

const problem = {
  type: 'about:blank',
  title: 'Unauthorized',
  status: 401,
  code: 'unauthenticated',
  detail: 'Sign in, or send an API token as `Authorization: Bearer <token>`.',
};

/**
 * Gives a short-lived JWT for the session cookie or API token that a request carries. The gateway
 * and the live stream call it; a browser has no use for it.
 *
 * @returns 200 `{ token, expiresAt }`, or 401 as problem+json
 */
export async function exchange(
  auth: ReturnType<typeof identity>,
  headers: Headers,
  now: Date,
  settings: Config,
): Promise<Response> {
  const caller = await callerOf(auth, headers, settings);
  if (!caller) {
    return Response.json(problem, {
      status: 401,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    });
  }
  const iat = Math.floor(now.getTime() / 1000);
  const exp = iat + twoMinutes;
  const { token } = await auth.api.signJWT({ body: { payload: { ...caller, iat, exp } } });
  return Response.json(
    { token, expiresAt: new Date(exp * 1000).toISOString() },
    { headers: { 'cache-control': 'no-store' } },
  );
}
