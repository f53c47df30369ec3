/** What an API token may be given: `calendar` only reads the calendar feed. */
export const tokenScopes = ['read', 'write', 'calendar'] as const;
/**
 * What a session or an API token may do. No token has `account`, to delete all of it, which is for the person who is
 * signed in alone, nor `operate`, to watch the installation and put it right, which is for its operators.
 */
export type Scope = (typeof tokenScopes)[number] | 'account' | 'operate';

/** Who may read everything may read the calendar feed too. */
export const permits = (given: readonly string[], needed: Scope): boolean =>
  given.includes(needed) || (needed === 'calendar' && given.includes('read'));

/** What to say to somebody whose token lacks `needed`. */
export const missingScope = (needed: Scope): string =>
  needed === 'write'
    ? 'This token may read only: use one with the scope write.'
    : needed === 'account'
      ? 'An account is deleted by the person who is signed in, not by a token.'
      : needed === 'operate'
        ? 'This is for the operators of this installation: ZERODO_OPERATORS names them.'
        : `This token lacks the scope ${needed}: use one that has it.`;
