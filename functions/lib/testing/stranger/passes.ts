import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Person } from './people.ts';
import type { World } from './world.ts';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString());

/** Internal tokens made from a good one by somebody who has not got the key, by what is wrong with them. */
export async function forgedPasses(pass: string): Promise<[what: string, token: string][]> {
  const [head = '', claims = '', signature = ''] = pass.split('.');
  const { kid } = decoded(head);
  const said = decoded(claims);
  const another = await generateKeyPair('ES256');
  const signed = (header: object, with_: Parameters<SignJWT['sign']>[0] = another.privateKey) =>
    new SignJWT(said).setProtectedHeader({ alg: 'ES256', ...header }).sign(with_);
  const jwk = await exportJWK(another.publicKey);
  return [
    ['an internal token signed by another key', await signed({ kid })],
    ['an internal token that brings its own key', await signed({ jwk })],
    ['an internal token that says where its key is', await signed({ kid, jku: 'https://example.org/jwks' })],
    [
      'an internal token signed with a word',
      await signed({ kid, alg: 'HS256' }, new TextEncoder().encode(String(kid))),
    ],
    ['an internal token without a signature', `${encoded({ alg: 'none', kid })}.${claims}.`],
    ['an internal token whose signature was cut off', `${head}.${claims}.`],
    [
      'an internal token that says more than was signed',
      `${head}.${encoded({ ...said, scope: 'read write account operate' })}.${signature}`,
    ],
  ];
}

/** What no function takes for a bearer token, by what is wrong with it. */
export async function badPasses(
  { identity, passFor }: World,
  { userId, cookie, calendarToken }: Person,
): Promise<[what: string, token: string][]> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: userId, scope: 'read write account operate', iat: now, exp: now + 120 };
  const signed = async (over: object): Promise<string> => {
    const { token } = await identity.auth().api.signJWT({ body: { payload: { ...claims, ...over } } });
    return token;
  };
  return [
    ['nothing', ''],
    ['a session', decodeURIComponent(cookie.split('=').slice(1).join('='))],
    ['an API token', calendarToken],
    ['an internal token that has expired', await signed({ iat: now - 300, exp: now - 180 })],
    ['an internal token for another audience', await signed({ aud: 'somebody-else' })],
    ['an internal token of another issuer', await signed({ iss: 'somebody-else' })],
    ['an internal token that names nobody', await signed({ sub: undefined })],
    ['an internal token that names no person', await signed({ sub: 'root' })],
    ...(await forgedPasses(await passFor({ cookie }))),
  ];
}
