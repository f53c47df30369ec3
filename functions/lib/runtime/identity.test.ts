import { randomUUID } from 'node:crypto';
import { testIssuer } from '@zerodo/testing/issuer';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { verifier } from './identity.ts';

describe('the identity of a caller', () => {
  const issuer = testIssuer();
  const identityIn = async (token: Promise<string>) =>
    verifier(readConfig({ ZERODO_JWKS_URL: issuer.jwksUrl() }))(`Bearer ${await token}`);

  it('is whom the token names', async () => {
    const id = randomUUID();

    expect(await identityIn(issuer.token(id))).toMatchObject({ id, scope: ['read', 'write'] });
  });

  it('has a name that turns no words of others around, whoever gave the token', async () => {
    const token = issuer.token(randomUUID(), { name: 'Ada\u202e\r\nBcc: x' });

    expect(await identityIn(token)).toMatchObject({ name: 'Ada Bcc: x' });
    expect(await identityIn(issuer.token(randomUUID(), { name: '\u200b' }))).toMatchObject({ name: null });
  });

  it.each(['ada', '', '42'])('is nobody whose name is "%s": every person has a UUID', async (sub) => {
    await expect(identityIn(issuer.token(sub))).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
