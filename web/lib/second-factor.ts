import { twoFactor } from 'better-auth/plugins';

/** The library's own paths that stay closed: codes by mail, and the secret once more for who has the password. */
export const closedSecondFactorPaths = ['send-otp', 'verify-otp', 'get-totp-uri'].map(
  (name) => `/two-factor/${name}`,
);

/**
 * One-time codes by time (RFC 6238: SHA-1, six digits, thirty seconds, one before and after) and ten backup codes. The
 * secret and the codes are encrypted with BETTER_AUTH_SECRET. The library's own lock, ten failures in a row, stays behind
 * our longer and longer wait: it counts in one statement, whatever comes at once.
 */
export const secondFactor = twoFactor({
  issuer: 'Zerodo',
  twoFactorCookieMaxAge: 10 * 60,
  backupCodeOptions: { storeBackupCodes: 'encrypted', amount: 10, length: 10 },
});
