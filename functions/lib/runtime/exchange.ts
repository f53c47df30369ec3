import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Unavailable } from '@zerodo/store/unavailable';
import type { Config } from './config.ts';
import { send } from './http-json.ts';
import { Unreadable } from './unreadable.ts';

/** A short-lived JWT and whose it is. */
export type Pass = { token: string; userId: string; scope: readonly string[]; expiresAt: number };

export type Exchange = (headers: IncomingHttpHeaders) => Promise<Pass>;

const kept = 10_000;
/** Given up a little before it expires, so that it is still good when it arrives. */
const margin = 10_000;

/**
 * Turns a session cookie or an API token into a JWT at the web and keeps it until it expires.
 *
 * @throws Unreadable `unauthenticated`; Unavailable when the web does not answer
 */
export function exchanger({ ZERODO_WEB_URL }: Config, now: () => Date): Exchange {
  const known = new Map<string, Promise<Pass>>();
  const address = new URL('/api/auth/exchange', ZERODO_WEB_URL).href;

  return async ({ cookie, authorization }) => {
    if (!cookie && !authorization) {
      throw new Unreadable('unauthenticated', 'Sign in, or send an API token: Authorization: Bearer …');
    }
    // Hashed, so that no credential stays in memory longer than its request.
    const key = createHash('sha256')
      .update(`${authorization ?? ''}\n${cookie ?? ''}`)
      .digest('base64');
    const before = await known.get(key)?.catch(() => undefined);
    if (before && before.expiresAt - margin > now().getTime()) return before;
    const asked = ask(address, { ...(cookie && { cookie }), ...(authorization && { authorization }) });
    if (known.size >= kept) known.clear();
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  };
}

async function ask(address: string, headers: { cookie?: string; authorization?: string }): Promise<Pass> {
  const answer = await send(address, { headers, timeout: 10_000 }).catch((cause) => {
    throw new Unavailable('Sign-in does not answer just now.', { cause });
  });
  if (answer.status === 401 || answer.status === 403) {
    throw new Unreadable('unauthenticated', 'The session or token is not valid: sign in again.');
  }
  if (answer.status !== 200) throw new Unavailable(`Sign-in answered ${answer.status}.`);
  const { token, expiresAt } = JSON.parse(answer.body.toString()) as { token: string; expiresAt: string };
  const { sub, scope } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
  return { token, userId: sub, scope: String(scope ?? '').split(' '), expiresAt: Date.parse(expiresAt) };
}
