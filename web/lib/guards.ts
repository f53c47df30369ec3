import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { Sql } from 'postgres';
import { actsByPath, noteAct } from './acts.ts';
import { countFailure, forgetFailures, waitFor } from './failed-sign-ins.ts';

const emailIn = (body: unknown): string | null => {
  const { email } = Object(body) as { email?: unknown };
  return typeof email === 'string' ? email : null;
};

/**
 * Around everything that the library does: whoever guesses a password waits, whoever changes one ends every other
 * session, and what changes how somebody signs in is written down.
 *
 * @throws APIError 429 `SIGN_IN_WAITS`, with Retry-After
 */
export const guards = (sql: Sql) => ({
  before: createAuthMiddleware(async (call) => {
    const email = call.path === '/sign-in/email' ? emailIn(call.body) : null;
    const wait = email ? await waitFor(sql, email, new Date()) : 0;
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      const message = `Too many wrong passwords: try again in ${seconds} seconds.`;
      const error = { code: 'SIGN_IN_WAITS', message };
      throw new APIError('TOO_MANY_REQUESTS', error, { 'retry-after': String(seconds) });
    }
    // Who knew the old password is out, whatever the page asks for.
    if (call.path === '/change-password') {
      return { context: { body: { ...(call.body as object), revokeOtherSessions: true } } };
    }
    return undefined;
  }),

  after: createAuthMiddleware(async (call) => {
    const { path, context } = call;
    const refused = context.returned instanceof APIError ? context.returned : null;
    const email = path === '/sign-in/email' ? emailIn(call.body) : null;
    if (refused) {
      if (email && refused.status === 'UNAUTHORIZED') await countFailure(sql, email, new Date());
      return;
    }
    if (email) await forgetFailures(sql, email);
    const act = actsByPath[path];
    const who = context.newSession?.user.id ?? context.session?.user.id;
    if (act && who) await noteAct(sql, who, act);
  }),
});
