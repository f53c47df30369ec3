import { apiTokenPrefix, claims, fullAccess, operate } from './claims.ts';
import type { Config } from './config.ts';
import type { identity } from './identity.ts';
import { isOperator } from './operators.ts';
import { readSession } from './read-session.ts';
import { tokenIsKnown } from './token-is-known.ts';

type Identity = ReturnType<typeof identity>;
export type Claims = ReturnType<typeof claims>;

/** Who is asking: a session by cookie, or an API token by `authorization: Bearer`. */
export async function callerOf(auth: Identity, headers: Headers, settings: Config): Promise<Claims | null> {
  const token = headers.get('authorization')?.match(/^Bearer (\S+)$/i)?.[1];
  if (token?.startsWith(apiTokenPrefix)) return holderOf(auth, token);

  const session = await readSession(auth, headers);
  if (!session) return null;
  const more = (await isOperator(auth, settings, session.user)) ? [operate] : [];
  return claims(session.user, [...fullAccess, ...more]);
}

/**
 * A token's scope is what it was given, never more; one without any may do nothing.
 *
 * @throws Error while the database does not say
 */
async function holderOf(auth: Identity, token: string): Promise<Claims | null> {
  const { valid, key } = await auth.api.verifyApiKey({ body: { key: token } });
  if (!valid || !key) {
    if (await tokenIsKnown(auth, token)) throw new Error('Whose the token is cannot be told just now.');
    return null;
  }

  const { internalAdapter } = await auth.$context;
  const person = await internalAdapter.findUserById(key.referenceId);
  return person && claims(person, key.permissions?.api ?? []);
}
