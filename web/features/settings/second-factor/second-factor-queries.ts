import { queryOptions } from '@tanstack/react-query';
import { ask } from '../ask.ts';

/** Whether the second factor is on, as the identity says. */
export const secondFactor = queryOptions({
  queryKey: ['second-factor'] as const,
  queryFn: async (): Promise<boolean> => {
    const session = await ask<{ user: { twoFactorEnabled?: boolean | null } } | null>(
      'GET',
      '/api/auth/get-session',
    );
    return session?.user.twoFactorEnabled ?? false;
  },
});

export type Begun = { totpURI: string; backupCodes: string[] };

/** Makes a secret; it is asked for once a code of it was shown. */
export const begin = (password: string) => ask<Begun>('POST', '/api/auth/two-factor/enable', { password });

export const switchOff = (password: string) => ask('POST', '/api/auth/two-factor/disable', { password });

/** Ten new ones; the old end. */
export const newBackupCodes = async (password: string): Promise<string[]> => {
  const made = await ask<{ backupCodes: string[] }>('POST', '/api/auth/two-factor/generate-backup-codes', {
    password,
  });
  return made.backupCodes;
};

/** What is typed into an app that sees no picture. */
export const keyIn = (totpURI: string): string => new URL(totpURI).searchParams.get('secret') ?? '';
