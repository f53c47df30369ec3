import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress } from '@zerodo/domain/client-address';
import { Rejected } from '@zerodo/domain/rejected';
import { Unavailable } from '@zerodo/store/unavailable';
import { validate } from 'uuid';
import type { Config } from './config.ts';
import { elapsedMs } from './elapsed.ts';
import { send } from './http-json.ts';
import { Unreadable } from './unreadable.ts';

/** A short-lived JWT and whose it is. */
export type Pass = { token: string; userId: string; scope: readonly string[]; expiresAt: number };

/**
 * By whose credentials; `response` is whose address a failure counts against. Without it, as when somebody
 * already let in is checked again, nothing counts.
 */
export type Exchange = (headers: IncomingHttpHeaders, response?: ServerResponse) => Promise<Pass>;

/**
 * The one credential of a request: its bearer token or else its session. Never both, and nothing else that
 * stands in `authorization`, as what a proxy in front of us has asked for does.
 */
export const credentialOf = ({
  cookie,
  authorization,
}: IncomingHttpHeaders): { authorization?: string; cookie?: string } =>
  /^bearer /i.test(authorization ?? '') ? { authorization: authorization! } : cookie ? { cookie } : {};

const kept = 10_000;
/** Given up a little before it expires, so that it is still good when it arrives. */
const margin = 10_000;
/**
 * Credentials that are not valid cost a look-up at the web each. An address may send so many a minute; where
 * people may ask more than by default, on one machine, it may as well.
 */
const failuresAMinute = (rateLimit: number): number => Math.max(20, rateLimit / 30);

/**
 * Turns a session cookie or an API token into a JWT at the web and keeps it until it expires.
 *
 * @throws Unreadable `unauthenticated`; Rejected `rate-limited` (then Retry-After is set); Unavailable
 * when the web does not answer
 */
export function exchanger(config: Config, now: () => Date): Exchange {
  const { ZERODO_WEB_URL, ZERODO_RATE_LIMIT } = config;
  const known = new Map<string, Promise<Pass>>();
  const failures = failureLimit(failuresAMinute(ZERODO_RATE_LIMIT), config);
  const address = new URL('/api/auth/exchange', ZERODO_WEB_URL).href;

  return async (headers, response) => {
    const credential = credentialOf(headers);
    const { cookie, authorization } = credential;
    if (!cookie && !authorization) {
      throw new Unreadable('unauthenticated', 'Sign in, or send an API token: Authorization: Bearer …');
    }
    // Hashed, so that no credential stays in memory longer than its request.
    const key = createHash('sha256')
      .update(`${authorization ?? ''}\n${cookie ?? ''}`)
      .digest('base64');
    const before = await known.get(key)?.catch(() => undefined);
    if (before && before.expiresAt - margin > now().getTime()) return before;
    // Whoever was known a moment ago does not suffer for others at the same address.
    if (response && !before) failures.check(response);
    const asked = ask(address, credential);
    if (known.size >= kept) known.clear();
    known.set(key, asked);
    asked.catch((error) => {
      known.delete(key);
      if (response && error instanceof Unreadable) failures.count(response);
    });
    return asked;
  };
}

/** Whose address it is, seen through whatever stands before us. */
export const addressOf = (
  { headers, socket }: IncomingMessage,
  { ZERODO_TRUSTED_PROXIES: proxies }: Pick<Config, 'ZERODO_TRUSTED_PROXIES'>,
): string => clientAddress(String(headers['x-forwarded-for'] ?? ''), socket.remoteAddress, proxies);

/** A bucket per address, held by this process alone; failures that were under way together may overfill it. */
function failureLimit(perMinute: number, config: Config) {
  /** When the bucket of an address has run empty, in elapsed milliseconds. */
  const emptyAt = new Map<string, number>();
  const each = 60_000 / perMinute;
  const filled = (address: string, at: number): number => Math.max(0, (emptyAt.get(address) ?? 0) - at);

  return {
    check(response: ServerResponse): void {
      const over = filled(addressOf(response.req, config), elapsedMs()) + each - 60_000;
      if (over <= 0) return;
      response.setHeader('retry-after', Math.ceil(over / 1000));
      throw new Rejected('rate-limited', 'Too many invalid credentials: wait as long as Retry-After says.');
    },
    count(response: ServerResponse): void {
      const [address, at] = [addressOf(response.req, config), elapsedMs()];
      if (emptyAt.size >= kept) emptyAt.clear();
      emptyAt.set(address, at + filled(address, at) + each);
    },
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
  if (!validate(sub)) throw new Unavailable('Sign-in answered with a token that names no person.');
  return { token, userId: sub, scope: String(scope ?? '').split(' '), expiresAt: Date.parse(expiresAt) };
}
