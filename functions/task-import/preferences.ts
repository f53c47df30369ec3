import { nextDigestAt } from '@zerodo/domain/digest';
import { isTimezone } from '@zerodo/domain/local-time';
import { preferences, usualPreferences } from '@zerodo/domain/preferences';
import { same } from '@zerodo/domain/same';
import { lockSettings, saveSettings } from '@zerodo/store/preferences';
import type { Tx } from '@zerodo/store/sql';

/** The preferences of a file, for a person who has chosen none; what somebody has chosen here stays. */
export async function takePreferences(tx: Tx, given: unknown, userId: string, now: Date): Promise<void> {
  const { timezone: wanted, ...rest } = Object(given) as { timezone?: unknown };
  const { data: next } = preferences.safeParse(rest);
  if (!next) return;
  const {
    timezone,
    version,
    locale: _l,
    name: _n,
    email: _e,
    emailVerified: _v,
    ...chosen
  } = await lockSettings(tx, userId);
  if (!same(chosen, usualPreferences)) return;
  const zone = timezone === 'UTC' && typeof wanted === 'string' && isTimezone(wanted) ? wanted : timezone;
  if (zone === timezone && same(next, usualPreferences)) return;
  await saveSettings(tx, userId, {
    timezone: zone,
    preferences: next,
    version: version + 1,
    digestNextAt: nextDigestAt(next.digestAt, zone, now),
    now,
  });
}
