import { personName } from '@zerodo/domain/person-name';
import type { Person } from '@zerodo/store/people';
import { Unavailable } from '@zerodo/store/unavailable';
import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { validate } from 'uuid';
import type { Config } from './config.ts';
import { remoteKeys } from './remote-keys.ts';
import { Unreadable } from './unreadable.ts';

/** The person that a verified token names, and what the token allows. */
export type Identity = Person & { scope: readonly string[]; expiresAt: Date };

export type Verify = (authorization: string | undefined) => Promise<Identity>;

const kept = 1_000;
const unauthenticated = (message: string) => new Unreadable('unauthenticated', message);

/**
 * Checks bearer tokens against the issuer's JWKS (ES256; issuer and audience are configuration). A
 * token once verified is believed until it expires.
 *
 * @throws Unreadable `unauthenticated`; Unavailable when the JWKS cannot be read
 */
export function verifier(config: Config): Verify {
  const keys = remoteKeys(config.ZERODO_JWKS_URL!);
  const known = new Map<string, Identity>();

  return async (authorization) => {
    const [, token] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? [];
    if (!token) throw unauthenticated('Send a token: Authorization: Bearer …');
    const before = known.get(token);
    if (before && before.expiresAt > new Date()) return before;
    const identity = await verified(token, keys, config);
    if (known.size >= kept) known.clear();
    known.set(token, identity);
    return identity;
  };
}

async function verified(
  token: string,
  keys: JWTVerifyGetKey,
  { ZERODO_JWT_ISSUER: issuer, ZERODO_JWT_AUDIENCE: audience }: Config,
): Promise<Identity> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['ES256'],
      requiredClaims: ['sub', 'exp'],
    });
    // Postgres would not take it for a person, and that would look like a fault of ours.
    if (!validate(payload.sub))
      throw new errors.JWTClaimValidationFailed('no UUID', payload, 'sub', 'invalid');
    const text = (claim: unknown): string | null => (typeof claim === 'string' ? claim : null);
    return {
      id: payload.sub!,
      email: text(payload.email),
      emailVerified: payload.email_verified === true,
      name: personName(text(payload.name) ?? '') || null,
      locale: text(payload.locale),
      scope: (text(payload.scope) ?? '').split(' '),
      expiresAt: new Date(payload.exp! * 1000),
    };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('The token has expired: get a new one.');
    // A set of keys that is none is as good as one that cannot be read.
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSInvalid)) {
      throw unauthenticated('The token is not one that this installation gave.');
    }
    throw new Unavailable('The keys to check tokens with cannot be read just now.', { cause: error });
  }
}
