/** What an API token may be given: `calendar` only reads the calendar feed. */
export const tokenScopes = ['read', 'write', 'calendar'] as const;
/** What a session or an API token may do; `account`, to delete all of it, is for the person who is signed in alone. */
export type Scope = (typeof tokenScopes)[number] | 'account';

/** Who may read everything may read the calendar feed too. */
export const permits = (given: readonly string[], needed: Scope): boolean =>
  given.includes(needed) || (needed === 'calendar' && given.includes('read'));

/** What to say to somebody whose token lacks `needed`. */
export const missingScope = (needed: Scope): string =>
  needed === 'write'
    ? 'This token may read only: use one with the scope write.'
    : needed === 'account'
      ? 'An account is deleted by the person who is signed in, not by a token.'
      : `This token lacks the scope ${needed}: use one that has it.`;
