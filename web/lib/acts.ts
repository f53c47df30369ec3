import type { Sql } from 'postgres';

/** What a person did with a right that is nobody else's. */
export type Act =
  | 'signed-in'
  | 'signed-in-by-backup-code'
  | 'signed-in-by-passkey'
  | 'signed-out'
  | 'password-changed'
  | 'password-reset'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'backup-codes-made'
  | 'passkey-added'
  | 'passkey-removed'
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
  '/passkey/verify-authentication': 'signed-in-by-passkey',
  '/passkey/finish-registration': 'passkey-added',
  '/passkey/delete-passkey': 'passkey-removed',
  '/revoke-session': 'sessions-ended',
  '/revoke-sessions': 'sessions-ended',
  '/revoke-other-sessions': 'sessions-ended',
};

/** `userId` is null where the account is gone by then. */
export const noteAct = (sql: Sql, userId: string | null, act: Act) =>
  sql`insert into acts ("userId", act) values (${userId}, ${act})`;
