import { APIError, type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { Sql } from 'postgres';
import { z } from 'zod';

type Call = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const most = 50;

/** What a device wrote. */
export const written = z.object({ response: z.looseObject({ id: z.string().min(1).max(2000) }) });

/** What a person calls it. */
export const named = z.object({ name: z.string().trim().min(1).max(100) });

const kept = z.object({ id: z.uuid() });

/** What the library would hand on to the database as it came. */
const shapes: Record<string, z.ZodType> = {
  '/passkey/verify-authentication': written,
  '/passkey/update-passkey': kept.extend(named.shape),
  '/passkey/delete-passkey': kept,
};

/**
 * Before a passkey is looked at.
 *
 * @throws APIError 400 `PASSKEY_INVALID` and `TOO_MANY_PASSKEYS`
 */
export async function beforePasskey(sql: Sql, call: Call): Promise<void> {
  const { path, body } = call;
  if (shapes[path] && !shapes[path].safeParse(body).success) {
    const message = 'A passkey has an id, the answer of a device, and a name of 100 characters at the most.';
    throw new APIError('BAD_REQUEST', { code: 'PASSKEY_INVALID', message });
  }
  if (path === '/passkey/generate-authenticate-options') {
    // Every sign-in page takes a challenge, and few use it; the library sweeps nothing here.
    await sql`delete from verification where "expiresAt" < now()`;
  }
  if (path === '/passkey/begin-registration') {
    const session = await getSessionFromCtx(call);
    const has = session && (await sql`select from passkey where "userId" = ${session.user.id}`).count;
    if (!has || has < most) return;
    const message = `You have ${most} passkeys, and more are not possible: remove one.`;
    throw new APIError('BAD_REQUEST', { code: 'TOO_MANY_PASSKEYS', message });
  }
}
