import type { identity } from './identity.ts';

type Identity = ReturnType<typeof identity>;

/**
 * The session of a cookie. Once a day the library makes it last longer; where the database takes no changes it is read as it is, so that
 * nobody who is signed in is turned away.
 */
export const readSession = (auth: Identity, headers: Headers) =>
  auth.api
    .getSession({ headers })
    .catch(() => auth.api.getSession({ headers, query: { disableRefresh: true } }));
