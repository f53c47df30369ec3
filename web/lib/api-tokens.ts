import type { Scope } from '@zerodo/domain/scopes';
import { z } from 'zod';
import type { Act } from './acts.ts';
import type { identity } from './identity.ts';
import { problem } from './problem.ts';

type Identity = ReturnType<typeof identity>;
/** Writes down who did what. */
type Note = (userId: string, act: Act) => PromiseLike<unknown>;
type Key = Awaited<ReturnType<Identity['api']['listApiKeys']>>['apiKeys'][number];

const scope = z.enum(['read', 'write', 'calendar'] satisfies Scope[]);
const longestDays = 365;
const most = 50;

const asked = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(scope).min(1).max(3),
  /** Without it the token is good until it is deleted. */
  expiresInDays: z.int().min(1).max(longestDays).optional(),
});

const instant = (value: Date | string | null | undefined): string | null =>
  value ? new Date(value).toISOString() : null;

/** A token as its person sees it; `start` tells one from another, the rest is known to nobody. */
const shown = ({ id, name, start, permissions, createdAt, lastRequest, expiresAt }: Key) => ({
  id,
  name,
  start,
  scopes: permissions?.api ?? [],
  createdAt: instant(createdAt),
  lastUsedAt: instant(lastRequest),
  expiresAt: instant(expiresAt),
});

const noStore = { headers: { 'cache-control': 'no-store' } };
const unauthenticated = () =>
  problem(401, 'unauthenticated', 'Sign in: tokens are made and deleted by the person who is signed in.');

/** Who is signed in by cookie. A token says nothing here: one could make another and outlive its own end. */
async function personOf(auth: Identity, { headers }: Request): Promise<string | null> {
  const cookie = headers.get('cookie');
  if (!cookie) return null;
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return session?.user.id ?? null;
}

/** A browser sends its cookie along for any page, so that a cookie alone proves no intention. */
function foreign({ headers }: Request, origins: readonly string[]): Response | null {
  const origin = headers.get('origin');
  if (origin && origins.includes(origin)) return null;
  return problem(403, 'foreign-origin', 'Writes with a session need an Origin header that is ours.');
}

const keysOf = async (auth: Identity, { headers }: Request): Promise<Key[]> => {
  const cookie = new Headers({ cookie: headers.get('cookie') ?? '' });
  const { apiKeys } = await auth.api.listApiKeys({
    headers: cookie,
    query: { sortBy: 'createdAt', limit: most },
  });
  return apiKeys;
};

/** @returns 200 `{ items }`, oldest first, or 401 */
export async function listTokens(auth: Identity, request: Request): Promise<Response> {
  if (!(await personOf(auth, request))) return unauthenticated();
  return Response.json({ items: (await keysOf(auth, request)).map(shown) }, noStore);
}

/** @returns 201 with the `token`, this once; or 401, 403, 422 `invalid-request` or `too-many-tokens` */
export async function createToken(
  auth: Identity,
  request: Request,
  origins: readonly string[],
  note: Note,
): Promise<Response> {
  const refused = foreign(request, origins);
  if (refused) return refused;
  const userId = await personOf(auth, request);
  if (!userId) return unauthenticated();
  const body = asked.safeParse(await request.json().catch(() => undefined));
  if (!body.success) return problem(422, 'invalid-request', z.prettifyError(body.error));
  if ((await keysOf(auth, request)).length >= most) {
    return problem(422, 'too-many-tokens', `You have ${most} tokens, and more are not possible: delete one.`);
  }
  const { name, scopes, expiresInDays } = body.data;
  const { key, ...made } = await auth.api.createApiKey({
    body: {
      userId,
      name,
      permissions: { api: [...new Set(scopes)] },
      ...(expiresInDays && { expiresIn: expiresInDays * 24 * 60 * 60 }),
    },
  });
  await note(userId, 'token-made');
  return Response.json({ ...shown(made as Key), token: key }, { status: 201, ...noStore });
}

/** @returns 200 `{ id, deleted }`, or 401, 403, 404 `token-not-found` */
export async function deleteToken(
  auth: Identity,
  request: Request,
  origins: readonly string[],
  keyId: string,
  note: Note,
): Promise<Response> {
  const refused = foreign(request, origins);
  if (refused) return refused;
  const userId = await personOf(auth, request);
  if (!userId) return unauthenticated();
  const mine = (await keysOf(auth, request)).some(({ id }) => id === keyId);
  if (!mine) return problem(404, 'token-not-found', 'There is no such token, or it is not yours.');
  await auth.api.deleteApiKey({
    body: { keyId },
    headers: new Headers({ cookie: request.headers.get('cookie') ?? '' }),
  });
  await note(userId, 'token-deleted');
  return Response.json({ id: keyId, deleted: true }, noStore);
}
