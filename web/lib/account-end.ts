import { APIError } from 'better-auth/api';
import type { Sql } from 'postgres';
import { noteAct } from './acts.ts';
import type { Config } from './config.ts';

/** The function that erases, a cold start included. */
const patience = 50_000;

/**
 * What happens before the library deletes a person: first the functions erase what is theirs, in one
 * transaction, then the tokens go, and what was begun; where that fails the person stays and may ask again, and where the
 * process dies in between, asking again finds nothing to erase and goes on.
 *
 * @throws APIError 503 when the functions did not say that all is erased
 */
export const eraseAccount =
  ({ ZERODO_API_URL, ZERODO_ORIGINS }: Config, sql: Sql) =>
  async ({ id, email }: { id: string; email: string }, request?: Request): Promise<void> => {
    const response = await fetch(`${ZERODO_API_URL}/api/v1/account`, {
      method: 'DELETE',
      headers: {
        'content-type': 'application/json',
        cookie: request?.headers.get('cookie') ?? '',
        origin: ZERODO_ORIGINS[0]!,
      },
      body: JSON.stringify({ confirm: email }),
      signal: AbortSignal.timeout(patience),
    }).catch(() => null);
    if (!response?.ok) {
      throw new APIError('SERVICE_UNAVAILABLE', {
        code: 'ACCOUNT_NOT_ERASED',
        message: 'Your data could not be erased just now, so the account stays: try again in a moment.',
      });
    }
    await sql`delete from auth.apikey where "referenceId" = ${id}`;
    // Sign-ins that wait for a code, links that were mailed, passkeys that were begun.
    await sql`delete from auth.verification where strpos(value, ${id}) > 0`;
    await noteAct(sql, null, 'account-deleted');
  };
