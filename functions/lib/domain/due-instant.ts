import { checkDate, type Due, type DueInput, type DuePatch, localDue } from './due.ts';
import { checkTimezone, toInstant, toLocal } from './local-time.ts';
import { Rejected } from './rejected.ts';

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

/**
 * The due date with the fields of a merge patch in place of its own.
 *
 * @throws Rejected `invalid-request` when neither has a date, and as `completeDue`
 */
export function changeDue(before: Due | null, patch: DuePatch, timezone: string): Due {
  const { date, ...rest } = { ...before, ...patch };
  if (date === undefined) {
    throw new Rejected('invalid-request', 'due.date: this task is not due yet, so send a date as well.');
  }
  return completeDue({ date, ...rest }, timezone);
}

/** The instant a task is due; a whole day is due at its first moment. */
export const dueInstant = (value: Due): Date => toInstant(localDue(value), value.timezone);

/**
 * The instant of a due date that had `before`: that one while the clock still shows it, since a time
 * that comes twice may be meant the second time; else as `dueInstant`.
 */
export function sameInstant(value: Due, before: string | null): Date {
  const local = localDue({ ...value, time: value.time ?? '00:00' });
  const holds = before !== null && toLocal(new Date(before), value.timezone).startsWith(local);
  return holds ? new Date(before) : dueInstant(value);
}
