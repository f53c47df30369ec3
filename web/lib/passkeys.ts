import { passkey } from '@better-auth/passkey';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from 'better-auth/api';
import { z } from 'zod';
import type { Config } from './config.ts';
import { named, written } from './passkey-guards.ts';
import { relyingPartyId } from './relying-party.ts';

/** The library's own way to add one, which asks for no password. */
export const closedPasskeyPaths = ['generate-register-options', 'verify-registration'].map(
  (name) => `/passkey/${name}`,
);

const refuse = (code: string, message: string) => new APIError('BAD_REQUEST', { code, message });

/** Possession alone is one factor: the device has to have seen a PIN, a finger or a face. The library only prefers it. */
function mustKnowItsPerson(verified: boolean | undefined): void {
  if (verified) return;
  const message = 'The device did not check who uses it: take one with a PIN, a fingerprint or a face.';
  throw refuse('PASSKEY_NOT_VERIFIED', message);
}

/**
 * Passkeys (WebAuthn): the library makes the challenges and checks the answers, bound to the configured address. One is
 * added by who has just given the password, at two paths of our own in front of the library's.
 */
export function passkeys({ ZERODO_PUBLIC_URL, ZERODO_ORIGINS }: Config) {
  const library = passkey({
    rpID: relyingPartyId(ZERODO_PUBLIC_URL, ZERODO_ORIGINS),
    rpName: 'Zerodo',
    origin: ZERODO_ORIGINS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      // It would ask for a session that was begun today, which proves less than the password just given.
      requireSession: false,
      afterVerification: ({ verification }) => mustKnowItsPerson(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) =>
        mustKnowItsPerson(verification.authenticationInfo.userVerified),
    },
  });

  const beginPasskey = createAuthEndpoint(
    '/passkey/begin-registration',
    { method: 'POST', body: z.object({ password: z.string() }), use: [sensitiveSessionMiddleware] },
    async (call) => {
      await call.context.password.checkPassword(call.context.session.user.id, call);
      const { headers, response } = await library.endpoints.generatePasskeyRegistrationOptions({
        ...{ headers: call.headers ?? new Headers(), context: call.context, query: {} },
        ...{ method: 'GET', asResponse: false, returnHeaders: true },
      });
      for (const cookie of headers.getSetCookie()) call.responseHeaders.append('set-cookie', cookie);
      return call.json(response);
    },
  );

  const addPasskey = createAuthEndpoint(
    '/passkey/finish-registration',
    { method: 'POST', body: written.extend(named.shape), use: [sensitiveSessionMiddleware] },
    async (call) => {
      const { response, name } = call.body;
      const made = await library.endpoints
        .verifyPasskeyRegistration({
          ...{ headers: call.headers ?? new Headers(), context: call.context, body: { response, name } },
          ...{ method: 'POST', asResponse: false },
        })
        .catch((error) => {
          if (error instanceof APIError && error.statusCode < 500) throw error;
          const message = 'This passkey could not be taken: try again, or with another device.';
          throw refuse('PASSKEY_REFUSED', message);
        });
      return call.json(made);
    },
  );

  const ours = { id: 'passkey-with-password', endpoints: { beginPasskey, addPasskey } };
  return [library, ours satisfies BetterAuthPlugin] as const;
}
