import type { Settings } from '@zerodo/domain/settings';

/** What the page changes: whole values, and single ones of the reminders and notices. */
export type PreferencesChange = Partial<
  Pick<Settings, 'timezone' | 'quietHours' | 'channels' | 'digestAt' | 'weekStart'>
> & { reminders?: Partial<Settings['reminders']>; notices?: Partial<Settings['notices']> };

/** What the API will answer, so that it can be shown before. */
export const merged = (before: Settings, { reminders, notices, ...rest }: PreferencesChange): Settings => ({
  ...before,
  ...rest,
  reminders: { ...before.reminders, ...reminders },
  notices: { ...before.notices, ...notices },
});
