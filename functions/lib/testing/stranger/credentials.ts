import { createHmac, randomBytes } from 'node:crypto';
import { forgedPasses } from './passes.ts';
import type { Person } from './people.ts';
import type { Headers, World } from './world.ts';

const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
const cookieName = 'better-auth.session_token';
const cookieWith = (value: string): Headers => ({ cookie: `${cookieName}=${value}` });
const sessionOf = ({ cookie }: Person): string => cookie.split('=').slice(1).join('=');

/** Makes an API token of this person's, as the settings page does. */
export async function apiToken(
  { identity }: World,
  { userId }: Pick<Person, 'userId'>,
  scopes: string[],
): Promise<string> {
  const { key } = await identity.auth().api.createApiKey({ body: { userId, permissions: { api: scopes } } });
  return key;
}

export type Bad = { kind: 'nothing' | 'forged' | 'expired' | 'swapped'; what: string; headers: Headers };

/** Credentials that let nobody in: none, forged ones, expired ones, and good ones in the place of others. */
export async function badCredentials(world: World, victim: Person, stranger: Person): Promise<Bad[]> {
  const [token = '', proof = ''] = decodeURIComponent(sessionOf(victim)).split('.');
  const [, strangersProof = ''] = decodeURIComponent(sessionOf(stranger)).split('.');
  const forged = createHmac('sha256', randomBytes(32)).update(token).digest('base64');
  const good = await apiToken(world, victim, everyScope);
  const pass = await world.passFor({ cookie: victim.cookie });
  const basic = `Basic ${Buffer.from(`ada:${good}`).toString('base64')}`;
  const named = { 'x-user-id': victim.userId, 'x-forwarded-user': victim.email, 'ce-userid': victim.userId };
  const as = (kind: Bad['kind'], list: Record<string, Headers>): Bad[] =>
    Object.entries(list).map(([what, headers]) => ({ kind, what, headers }));

  return [
    ...as('nothing', { 'nothing at all': {}, 'who it is, in words': named }),
    ...as('forged', {
      'a session with a forged signature': cookieWith(encodeURIComponent(`${token}.${forged}`)),
      'a session with the signature of another': cookieWith(encodeURIComponent(`${token}.${strangersProof}`)),
      'a session without a signature': cookieWith(token),
      'a signature alone': cookieWith(`.${proof}`),
      'an API token that nobody made': bearer(`zerodo_${randomBytes(48).toString('base64url')}`),
      ...Object.fromEntries((await forgedPasses(pass)).map(([what, made]) => [what, bearer(made)])),
    }),
    ...as('expired', await overCredentials(world, victim)),
    ...as('swapped', {
      'a session as a bearer token': bearer(sessionOf(victim)),
      'a session as a bearer token without its signature': bearer(token),
      'a bearer token that is none beside a good session': { ...bearer('none'), cookie: victim.cookie },
      'an API token in the place of a session': cookieWith(good),
      'an API token in a header that is the library’s own': { 'x-api-key': good },
      'an API token as a password': { authorization: basic },
      'an internal token as a bearer token': bearer(pass),
      'an internal token in the place of a session': cookieWith(pass),
    }),
  ];
}

const everyScope = ['read', 'write', 'calendar'];

/** Sessions and tokens that were good once. */
async function overCredentials(world: World, victim: Person): Promise<Record<string, Headers>> {
  const { identity } = world;
  const sql = identity.sql();
  const signsIn = async () => {
    const credentials = { email: victim.email, password: 'ten chars or more' };
    const answer = await identity.post('/sign-in/email', credentials);
    return { ...victim, cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! };
  };
  const [expired, ended] = [await signsIn(), await signsIn()];
  const [token] = decodeURIComponent(sessionOf(expired)).split('.');
  await sql`update session set "expiresAt" = now() - interval '1 second' where token = ${token!}`;
  await identity.auth().api.signOut({ headers: new Headers({ cookie: ended.cookie }) });
  const [old, deleted] = [
    await apiToken(world, victim, everyScope),
    await apiToken(world, victim, everyScope),
  ];
  await sql`update apikey set "expiresAt" = now() - interval '1 second' where start = ${old.slice(0, 11)}`;
  await sql`delete from apikey where start = ${deleted.slice(0, 11)}`;
  return {
    'a session that has expired': { cookie: expired.cookie },
    'a session that was signed out': { cookie: ended.cookie },
    'an API token that has expired': bearer(old),
    'an API token that was deleted': bearer(deleted),
  };
}
