import { createHash } from 'node:crypto';
import { APIError, type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { Sql } from 'postgres';
import { noteAct } from './acts.ts';
import { countFailure, forgetFailures, waitFor } from './failed-sign-ins.ts';
import { waits } from './waits.ts';

type Call = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const byApp = '/two-factor/verify-totp';
const byBackupCode = '/two-factor/verify-backup-code';

/** Whether a path proves a second factor. */
export const provesFactor = (path: string): boolean => path === byApp || path === byBackupCode;

/** Failed codes are counted where failed passwords are, under a name that is no address. */
const nameOf = (userId: string): string => `second factor of ${userId}`;

/** Whose code it is: of who is signed in, or of who has just given the password. */
async function whoProves(call: Call): Promise<string | null> {
  const session = await getSessionFromCtx(call);
  if (session) return session.user.id;
  const { name } = call.context.createAuthCookie('two_factor');
  const challenge = await call.getSignedCookie(name, call.context.secret);
  const kept = challenge && (await call.context.internalAdapter.findVerificationValue(challenge));
  return kept ? kept.value : null;
}

/** Takes a code as tried; false where it was before, within the time in which it could be good. */
async function isNew(sql: Sql, userId: string, code: string): Promise<boolean> {
  // What else may be written there, a password by mistake, leaves no trace.
  if (!/^\d{6}$/.test(code)) return true;
  await sql`delete from tried_codes where tried_at < now() - interval '2 minutes'`;
  const digest = createHash('sha256').update(`${userId} ${code}`).digest();
  return (await sql`insert into tried_codes (code) values (${digest}) on conflict do nothing`).count > 0;
}

/**
 * Before a code is looked at.
 *
 * @returns what the library gets over its body: no device is trusted, and a code is there to come in with
 * @throws APIError 429 `CODE_WAITS`, with Retry-After; 401 `CODE_USED`
 */
export async function beforeCode(sql: Sql, call: Call): Promise<object> {
  const { code } = Object(call.body) as { code?: unknown };
  const userId = await whoProves(call);
  if (userId) {
    const wait = await waitFor(sql, nameOf(userId), new Date());
    if (wait > 0) throw waits('CODE_WAITS', 'Too many wrong codes', wait);
    if (call.path === byApp && !(await isNew(sql, userId, String(code)))) {
      const message = 'This code was tried already: wait for the next one.';
      throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message });
    }
  }
  return { trustDevice: false, disableSession: false };
}

/** After it: who guesses waits, who is in is written down, and switching it on ends every other session. */
export async function afterCode(sql: Sql, call: Call): Promise<void> {
  const { returned, newSession, session } = call.context;
  if (returned instanceof APIError) {
    const wrong = ['INVALID_CODE', 'INVALID_BACKUP_CODE'].includes(String(returned.body?.code));
    const userId = wrong ? await whoProves(call) : null;
    if (userId) await countFailure(sql, nameOf(userId), new Date());
    return;
  }
  const userId = newSession?.user.id ?? session?.user.id;
  if (!userId) return;
  await forgetFailures(sql, nameOf(userId));
  if (!newSession) return;
  if (session) {
    // It was switched on just now: whoever came in without it is out.
    await sql`delete from session where "userId" = ${userId} and token <> ${newSession.session.token}`;
    await noteAct(sql, userId, 'second-factor-on');
    return;
  }
  await noteAct(sql, userId, call.path === byApp ? 'signed-in' : 'signed-in-by-backup-code');
}
