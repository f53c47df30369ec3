import { type Preferences, usualPreferences } from '@zerodo/domain/preferences';
import type { Settings } from '@zerodo/domain/settings';
import type { Sql, Tx } from './sql.ts';

/** What a person has chosen, what is usual where nothing was, and where mail may go. */
export type Known = {
  timezone: string;
  locale: string | null;
  name: string | null;
  /** Null until its owner has confirmed it. */
  email: string | null;
  preferences: Preferences;
};

/** Preferences in full, as usual where a person has chosen nothing. */
export const chosen = (settings: Partial<Preferences>): Preferences => ({ ...usualPreferences, ...settings });

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
  return { ...known, preferences: chosen(settings) };
}

type SettingsRow = Omit<Settings, keyof Preferences> & { settings: Partial<Preferences> };

const settingsColumns = (sql: Sql | Tx) => sql`
  timezone, locale, name, email, email_verified, version, settings
`;

/** Undefined for somebody who has sent no command yet. */
export async function readSettings(tx: Tx, userId: string): Promise<Settings | undefined> {
  const [row] = await tx<SettingsRow[]>`
    select ${settingsColumns(tx)} from preferences where user_id = ${userId}
  `;
  return row && toSettings(row);
}

/** Reads the settings of a person who is known and holds them until the transaction ends. */
export async function lockSettings(tx: Tx, userId: string): Promise<Settings> {
  const [row] = await tx<SettingsRow[]>`
    select ${settingsColumns(tx)} from preferences where user_id = ${userId} for update
  `;
  return toSettings(row!);
}

const toSettings = ({ settings, ...row }: SettingsRow): Settings => ({ ...row, ...chosen(settings) });

/**
 * Stores the zone and the preferences, in full, and when the next digest is due by them. One whose time
 * has come and that nobody has sent yet is not put off to the next day.
 */
export const saveSettings = (
  tx: Tx,
  userId: string,
  {
    timezone,
    preferences,
    version,
    digestNextAt,
    now,
  }: { timezone: string; preferences: Preferences; version: number; digestNextAt: Date | null; now: Date },
) => tx`
  update preferences
  set timezone = ${timezone}, settings = ${tx.json(preferences as never)}, version = ${version},
      digest_next_at = case when ${digestNextAt}::timestamptz is not null and digest_next_at <= ${now}
                            then digest_next_at else ${digestNextAt} end,
      updated_at = ${now}
  where user_id = ${userId}
`;
