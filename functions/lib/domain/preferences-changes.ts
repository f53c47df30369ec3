import * as z from 'zod';
import { checkTimezone } from './local-time.ts';
import { type Preferences, preferences, quietHours, usualPreferences } from './preferences.ts';
import { Rejected } from './rejected.ts';
import { same } from './same.ts';

const { reminders, channels, digestAt, weekStart } = preferences.shape;
const { timed, allDay } = reminders.shape;
const flag = z.boolean().nullable();

/** A merge patch (RFC 7396): what is left out stays, null gives what is usual. */
export const preferencesPatch = z
  .strictObject({
    timezone: z.string().max(64),
    reminders: z.strictObject({ timed: timed.nullable(), allDay: allDay.nullable() }).partial().nullable(),
    quietHours: quietHours.partial().nullable(),
    channels: channels.nullable(),
    notices: z.strictObject({ dueSoon: flag, overdue: flag, shared: flag }).partial().nullable(),
    digestAt,
    weekStart: weekStart.nullable(),
  })
  .partial();
export type PreferencesPatch = z.infer<typeof preferencesPatch>;

type Chosen = { timezone: string; preferences: Preferences };

/**
 * The zone and the preferences with what a person changed; the same objects where nothing did.
 *
 * @throws Rejected `unknown-timezone`, `invalid-request` for half of the quiet hours
 */
export function changePreferences(before: Chosen, { timezone, ...patch }: PreferencesPatch): Chosen {
  if (timezone !== undefined) checkTimezone(timezone);
  const next = preferences.safeParse(unique(merged(before.preferences, patch, usualPreferences)));
  if (!next.success) {
    throw new Rejected('invalid-request', 'quietHours: send both from and to, or null for none.');
  }
  return {
    timezone: timezone ?? before.timezone,
    preferences: same(next.data, before.preferences) ? before.preferences : next.data,
  };
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `before` with a merge patch; null is what `usual` says there. */
function merged(before: unknown, patch: Fields, usual: unknown): Fields {
  const next: Fields = { ...(isFields(before) && before) };
  for (const [name, value] of Object.entries(patch)) {
    const otherwise = isFields(usual) ? usual[name] : undefined;
    if (value === undefined) continue;
    next[name] =
      value === null ? (otherwise ?? null) : isFields(value) ? merged(next[name], value, otherwise) : value;
  }
  return next;
}

const unique = (fields: Fields): Fields => ({
  ...fields,
  channels: [...new Set(fields.channels as string[])],
});
