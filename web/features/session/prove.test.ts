import { describe, expect, it } from 'vitest';
import { factor } from '../../words/english/factor.ts';
import { notProven } from './prove.ts';

describe('why a code lets nobody in', () => {
  const { refused } = factor;

  it('is said so that something can be done about it', () => {
    expect(notProven('INVALID_CODE', 0, refused)?.words).toContain('clock');
    expect(notProven('CODE_WAITS', 40, refused)?.words).toContain('40 seconds');
    expect(notProven('ACCOUNT_TEMPORARILY_LOCKED', 0, refused)?.words).toContain('quarter of an hour');
  });

  it('leads back to the password where no code could help any more', () => {
    const over = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', 'TOTP_NOT_ENABLED'];
    expect(over.map((code) => notProven(code, 0, refused)?.over)).toEqual([true, true, true]);
    expect(notProven('INVALID_BACKUP_CODE', 0, refused)?.over).toBe(false);
  });

  it('is left to whoever knows it where it is none of these', () => {
    expect(notProven('SOMETHING_ELSE', 0, refused)).toBeNull();
    expect(notProven(undefined, 0, refused)).toBeNull();
  });
});
