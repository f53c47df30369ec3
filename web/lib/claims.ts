/** API tokens start with it, so that one is never mistaken for a session token. */
export const apiTokenPrefix = 'zerodo_';

/** What a session may do; `account`, to delete all of it, no token may (functions/lib/domain/scopes.ts). */
export const fullAccess = ['read', 'write', 'account'];

/** What an operator's session may do beside that; no token may. */
export const operate = 'operate';

/** What an API token may do that was made without saying what. */
export const tokenAccess = ['read', 'write'];

type Person = {
  id: string;
  email: string;
  emailVerified: boolean;
  name: string;
  // What the library types as possibly absent comes from a column of ours.
  locale?: string | null | undefined;
};

/** What a function learns about its caller; `scope` is space-separated as in RFC 8693. */
export const claims = (person: Person, scope: string[]) => ({
  sub: person.id,
  scope: scope.join(' '),
  email: person.email,
  email_verified: person.emailVerified,
  name: person.name,
  locale: person.locale ?? 'en',
});
