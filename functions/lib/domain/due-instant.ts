import { checkDate, type Due, type DueInput, localDue } from './due.ts';
import { checkTimezone, toInstant } from './local-time.ts';

/**
 * Completes and checks what a caller sent; `timezone` is the person's own.
 *
 * @throws Rejected `invalid-date`, `unknown-timezone`
 */
export function completeDue(input: DueInput, timezone: string): Due {
  const zone = input.timezone ?? timezone;
  checkTimezone(zone);
  return {
    date: checkDate(input.date),
    time: input.time ?? null,
    timezone: zone,
    floating: input.floating ?? false,
  };
}

/** The instant a task is due; a whole day is due at its first moment. */
export const dueInstant = (value: Due): Date => toInstant(localDue(value), value.timezone);
