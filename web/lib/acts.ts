import type { Sql } from 'postgres';

/** What a person did with a right that is nobody else's. */
export type Act =
  | 'signed-in'
  | 'signed-in-by-backup-code'
  | 'signed-out'
  | 'password-changed'
  | 'password-reset'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'backup-codes-made'
  | 'sessions-ended'
  | 'token-made'
  | 'token-deleted'
  | 'account-deleted';

/** Of the library's own paths. */
export const actsByPath: Record<string, Act> = {
  '/sign-in/email': 'signed-in',
  '/sign-out': 'signed-out',
  '/change-password': 'password-changed',
  '/two-factor/disable': 'second-factor-off',
  '/two-factor/generate-backup-codes': 'backup-codes-made',
  '/revoke-session': 'sessions-ended',
  '/revoke-sessions': 'sessions-ended',
  '/revoke-other-sessions': 'sessions-ended',
};

/** `userId` is null where the account is gone by then. */
export const noteAct = (sql: Sql, userId: string | null, act: Act) =>
  sql`insert into acts ("userId", act) values (${userId}, ${act})`;
