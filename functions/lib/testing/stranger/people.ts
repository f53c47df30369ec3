import type { Operation } from './operations.ts';
import { type Headers, operatorAddress, type Response, type World } from './world.ts';

export type Person = { userId: string; email: string; cookie: string; calendarToken: string };

/**
 * Ada has everything. Ben may look at what she shares, Cem was let in and left again, Eve knows only addresses, and
 * Olga is the operator.
 */
export type Cast = Record<'ada' | 'ben' | 'cem' | 'eve' | 'olga', Person>;

/** What a request of theirs came to, where it has to succeed. @throws Error when it did not */
export async function done(
  { call }: World,
  { cookie }: Pick<Person, 'cookie'>,
  method: string,
  path: string,
  body: object = {},
): Promise<{ id: string } & Record<string, string>> {
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const headers = { cookie, ...(hasBody && { 'content-type': 'application/json' }) };
  const { status, text } = await call(method, path, headers, hasBody ? JSON.stringify(body) : undefined);
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text}`);
  return JSON.parse(text);
}

export async function newPerson(world: World, email: string): Promise<Person> {
  const { identity } = world;
  const { userId, cookie } = await identity.signedUp(email);
  await identity.sql()`update "user" set "emailVerified" = true where id = ${userId}`;
  const { key } = await identity
    .auth()
    .api.createApiKey({ body: { userId, permissions: { api: ['calendar'] } } });
  const person = { userId, email, cookie, calendarToken: key };
  await done(world, person, 'POST', '/tasks', { title: 'the first' });
  return person;
}

export async function newCast(world: World): Promise<Cast> {
  const addresses = { olga: operatorAddress };
  const people = await Promise.all(
    ['ada', 'ben', 'cem', 'eve', 'olga'].map(async (name) => [
      name,
      await newPerson(world, { ...addresses, [name]: `${name}@example.test` }[name]!),
    ]),
  );
  return Object.fromEntries(people) as Cast;
}

/** A request as this person would make it, by session, or by token where the operation takes no session. */
export function ask(
  { call }: World,
  { method, tokenIn }: Operation,
  { cookie, calendarToken }: Pick<Person, 'cookie' | 'calendarToken'>,
  { path, body, type = 'application/json' }: Asked,
  headers: Headers = {},
): Promise<Response> {
  const how = tokenIn ? { authorization: `Bearer ${calendarToken}` } : { cookie };
  const typed = body === undefined ? {} : { 'content-type': type };
  return call(method, path, { ...how, ...typed, ...headers }, body);
}

/** Where an operation is asked for what; `body` as it is sent. */
export type Asked = { path: string; body?: string | undefined; type?: string };
