// Who has no right credentials, or too little of a right one, gets nowhere.
import { apiToken, type Bad, badCredentials } from './credentials.ts';
import type { Operation } from './operations.ts';
import { type Asked, ask, type Cast } from './people.ts';
import type { Headers, Response, World } from './world.ts';

export type Credentials = {
  bad: readonly Bad[];
  /** API tokens of Ada's, by the one scope that each allows. */
  narrow: Record<string, string>;
  /** With every scope that a token may have: Ada's, and the operator's. */
  wide: string[];
};

export async function newCredentials(world: World, { ada, eve, olga }: Cast): Promise<Credentials> {
  const scopes = ['read', 'write', 'calendar'];
  const narrow = scopes.map(async (scope) => [scope, await apiToken(world, ada, [scope])]);
  return {
    bad: await badCredentials(world, ada, eve),
    narrow: Object.fromEntries(await Promise.all(narrow)),
    wide: await Promise.all([ada, olga].map((person) => apiToken(world, person, scopes))),
  };
}

export const says = ({ status, text }: Response): string => `was answered ${status} ${text.slice(0, 120)}`;

/** Of each kind so many, by turns, so that all of them are tried at some operation. */
function someOf(bad: readonly Bad[], { id }: Operation, each: number): Bad[] {
  const turn = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return Object.values(Object.groupBy(bad, ({ kind }) => kind)).flatMap((kind) =>
    Array.from({ length: Math.min(each, kind.length) }, (_, at) => kind[(turn + at) % kind.length]!),
  );
}

/** Every credential that is none is told 401, wherever it is put. */
export async function lettingIn(
  operation: Operation,
  { call }: World,
  { bad }: Credentials,
  { path, body, type = 'application/json' }: Asked,
  each = 2,
): Promise<string[]> {
  const { method, tokenIn } = operation;
  const typed: Headers = body === undefined ? {} : { 'content-type': type };
  const complaints = someOf(bad, operation, each).map(async ({ what, headers }): Promise<string[]> => {
    const answers = [await call(method, path, { ...headers, ...typed }, body)];
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (tokenIn && token) {
      answers.push(await call(method, `${path}?${tokenIn}=${encodeURIComponent(token)}`, typed, body));
    }
    return answers.filter(({ status }) => status !== 401).map((answer) => `${what} ${says(answer)}`);
  });
  return (await Promise.all(complaints)).flat();
}

/** A token does what it was made for; no token deletes an account or operates, and nobody but operators operates. */
export async function overreaching(
  operation: Operation,
  world: World,
  { ada }: Cast,
  { narrow, wide }: Credentials,
  asked: Asked,
): Promise<string[]> {
  const { scope } = operation;
  const enough = [scope, ...(scope === 'calendar' ? ['read'] : [])];
  const attempts = [
    ...Object.entries(narrow).filter(([allowed]) => !enough.includes(allowed)),
    ...(['account', 'operate'].includes(scope) ? wide.map((token) => ['everything', token]) : []),
  ].map(([allowed, token]) => ({ who: `a token that allows ${allowed}`, cookie: '', token: token! }));
  if (scope === 'operate') attempts.push({ who: 'who is no operator', cookie: ada.cookie, token: '' });
  const complaints = attempts.map(async ({ who, cookie, token }) => {
    const headers: Headers = token ? { authorization: `Bearer ${token}` } : {};
    const answer = await ask(world, operation, { cookie, calendarToken: token }, asked, headers);
    return answer.status === 403 ? [] : [`${who} ${says(answer)}`];
  });
  return (await Promise.all(complaints)).flat();
}

/** A page of somebody else's has the browser send Ada's session along. */
export async function fromElsewhere(
  operation: Operation,
  world: World,
  { ada }: Cast,
  asked: Asked,
): Promise<string[]> {
  if (!operation.changes) return [];
  const pages = ['https://elsewhere.example.org', 'null', ''].map((origin): Headers => ({ origin }));
  // What the browser says to a proxy in front of us is not said to us.
  pages.push({ origin: 'https://elsewhere.example.org', authorization: 'Basic YTpi' });
  const complaints = pages.map(async (headers) => {
    const answer = await ask(world, operation, ada, asked, headers);
    const refused = answer.status === 403 && answer.text.includes('foreign-origin');
    return refused ? [] : [`another page (${JSON.stringify(headers)}) ${says(answer)}`];
  });
  return (await Promise.all(complaints)).flat();
}
