import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Route, scopeOf } from '@zerodo/api/route';
import { Rejected } from '@zerodo/domain/rejected';
import { missingScope, permits } from '@zerodo/domain/scopes';
import type { EdgeContext } from '@zerodo/runtime/edge';
import { addressOf, credentialOf } from '@zerodo/runtime/exchange';
import { Unreadable } from '@zerodo/runtime/unreadable';
import { methodOf } from './match.ts';
import type { Limit } from './rate-limit.ts';

type Call = { request: IncomingMessage; response: ServerResponse; context: EdgeContext; limit: Limit };

/**
 * Whether this caller may use this route now; the token to call its function with, null where nobody's
 * identity is asked for.
 *
 * @throws Unreadable `foreign-origin`, `unauthenticated`, `other-person`; Rejected `rate-limited`, `scope-missing`; Unavailable
 */
export async function checkCaller(
  route: Route,
  { request, response, context, limit }: Call,
): Promise<string | null> {
  const needed = scopeOf(route);
  if (needed === null) {
    checkRate(limit(addressOf(request, context.config), response));
    return null;
  }
  const headers = route.tokenIn ? withToken(request, route.tokenIn) : request.headers;
  checkOrigin(request, context);
  const pass = await context.exchange(headers, response);
  checkRate(limit(pass.userId, response));
  checkPerson(request, pass.userId);
  if (!permits(pass.scope, needed)) throw new Rejected('scope-missing', missingScope(needed));
  return pass.token;
}

export function checkRate(allowed: boolean): void {
  if (!allowed) throw new Rejected('rate-limited', 'Too many requests: wait as long as Retry-After says.');
}

/** A token in the address is the whole of what is known of its caller: the cookie of a page stays out of it. */
function withToken({ url, headers }: IncomingMessage, name: string): IncomingMessage['headers'] {
  const token = new URL(url!, 'http://gateway').searchParams.get(name);
  if (token && !/^[\x21-\x7e]{1,500}$/.test(token)) {
    throw new Unreadable('unauthenticated', 'The address names no token of ours: copy it again.');
  }
  const authorization = token ? `Bearer ${token}` : headers.authorization;
  return { ...(authorization && { authorization }) };
}

/** A page stays open while somebody else signs in beside it: what one wrote is not done in the other's name. */
function checkPerson({ headers }: IncomingMessage, userId: string): void {
  const meant = headers['zerodo-person'];
  if (meant === undefined || meant === userId) return;
  throw new Unreadable('other-person', 'Somebody else is signed in now: sign in again.');
}

/** A browser sends its cookie along for any page, so that a cookie alone proves no intention. */
function checkOrigin(request: IncomingMessage, { config }: EdgeContext): void {
  const { headers } = request;
  if (methodOf(request) === 'GET' || !credentialOf(headers).cookie) return;
  if (headers.origin && config.ZERODO_ORIGINS.includes(headers.origin)) return;
  throw new Unreadable('foreign-origin', 'Writes with a session need an Origin header that is ours.');
}
