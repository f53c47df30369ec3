import { type Preferences, usualPreferences } from '@zerodo/domain/preferences';
import type { Tx } from './sql.ts';

/** What a person has chosen, what is usual where nothing was, and where mail may go. */
export type Known = {
  timezone: string;
  locale: string | null;
  name: string | null;
  /** Null until its owner has confirmed it. */
  email: string | null;
  preferences: Preferences;
};

type Row = Omit<Known, 'preferences'> & { settings: Partial<Preferences> };

export async function knownPerson(tx: Tx, userId: string): Promise<Known> {
  const [row] = await tx<Row[]>`
    select timezone, locale, name, case when email_verified then email end as email, settings
    from preferences where user_id = ${userId}
  `;
  const { settings, ...known } = row ?? {
    timezone: 'UTC',
    locale: null,
    name: null,
    email: null,
    settings: {},
  };
  return { ...known, preferences: { ...usualPreferences, ...settings } };
}
