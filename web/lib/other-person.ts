import type { identity } from './identity.ts';
import { problem } from './problem.ts';
import { readSession } from './read-session.ts';

/**
 * A page says whom it was made for, here as at the gateway: where somebody else has signed in beside it, it
 * does nothing in their name.
 *
 * @returns 401 `other-person`, or null where nothing speaks against it
 */
export async function refuseOther(
  auth: ReturnType<typeof identity>,
  { headers }: Request,
): Promise<Response | null> {
  const meant = headers.get('zerodo-person');
  if (meant === null) return null;
  const session = await readSession(auth, new Headers({ cookie: headers.get('cookie') ?? '' }));
  if (!session || session.user.id === meant) return null;
  return problem(401, 'other-person', 'Somebody else is signed in now: sign in again.');
}
