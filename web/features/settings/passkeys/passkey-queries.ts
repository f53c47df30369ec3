import { queryOptions } from '@tanstack/react-query';
import { Refused } from '../../../lib/api.ts';
import { makePasskey, NoPasskey } from '../../session/passkey.ts';
import { ask } from '../ask.ts';

/** A passkey as the identity lists it, as far as it is shown. */
export type Passkey = { id: string; name: string | null; createdAt: string };

/** Those of the person, oldest first. */
export const passkeys = queryOptions({
  queryKey: ['passkeys'] as const,
  queryFn: async () => {
    const all = await ask<Passkey[]>('GET', '/api/auth/passkey/list-user-passkeys');
    return all.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  },
});

/**
 * Lets this device make one, after the password.
 *
 * @throws Refused by the identity, or as `passkey-…` by the browser or who sits before it
 */
export async function addPasskey({ name, password }: { name: string; password: string }): Promise<void> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>(
    'POST',
    '/api/auth/passkey/begin-registration',
    { password },
  );
  const response = await makePasskey(options).catch((error: unknown) => {
    throw error instanceof NoPasskey ? new Refused(0, `passkey-${error.obstacle}`, error.message) : error;
  });
  await ask('POST', '/api/auth/passkey/finish-registration', { response, name });
}

export const renamePasskey = (named: { id: string; name: string }) =>
  ask('POST', '/api/auth/passkey/update-passkey', named);

export const deletePasskey = (id: string) => ask('POST', '/api/auth/passkey/delete-passkey', { id });
