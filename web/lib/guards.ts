import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { Sql } from 'postgres';
import { actsByPath, noteAct } from './acts.ts';
import { afterCode, beforeCode, provesFactor } from './code-guards.ts';
import { countFailure, forgetFailures, waitFor } from './failed-sign-ins.ts';
import { beforePasskey } from './passkey-guards.ts';
import { waits } from './waits.ts';

const emailIn = (body: unknown): string | null => {
  const { email } = Object(body) as { email?: unknown };
  return typeof email === 'string' ? email : null;
};

/**
 * Around everything that the library does: whoever guesses a password or a code waits, whoever changes a password or
 * switches a second factor on ends every other session, and what changes how somebody signs in is written down.
 *
 * @throws APIError 429 `SIGN_IN_WAITS` and `CODE_WAITS`, with Retry-After; 401 `CODE_USED`; 400 `PASSKEY_INVALID` and
 * `TOO_MANY_PASSKEYS`
 */
export const guards = (sql: Sql) => ({
  before: createAuthMiddleware(async (call) => {
    const email = call.path === '/sign-in/email' ? emailIn(call.body) : null;
    const wait = email ? await waitFor(sql, email, new Date()) : 0;
    if (wait > 0) throw waits('SIGN_IN_WAITS', 'Too many wrong passwords', wait);
    if (provesFactor(call.path)) return { context: { body: await beforeCode(sql, call) } };
    if (call.path.startsWith('/passkey/')) await beforePasskey(sql, call);
    // Who knew the old password is out, whatever the page asks for.
    if (call.path === '/change-password') {
      return { context: { body: { ...(call.body as object), revokeOtherSessions: true } } };
    }
    return undefined;
  }),

  after: createAuthMiddleware(async (call) => {
    const { path, context } = call;
    if (provesFactor(path)) return afterCode(sql, call);
    const refused = context.returned instanceof APIError ? context.returned : null;
    const email = path === '/sign-in/email' ? emailIn(call.body) : null;
    if (refused) {
      if (email && refused.status === 'UNAUTHORIZED') await countFailure(sql, email, new Date());
      return;
    }
    if (email) await forgetFailures(sql, email);
    // The password alone lets nobody in who has a second factor; the library asks for it after this.
    if (email && context.newSession?.user.twoFactorEnabled) return;
    const act = actsByPath[path];
    const who = context.newSession?.user.id ?? context.session?.user.id;
    if (act && who) await noteAct(sql, who, act);
  }),
});
