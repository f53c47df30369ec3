// The public case files: what they ask, put to the rules, and what they expect, in one shape.

import { readFileSync } from 'node:fs';
import { parseQuickAdd } from '@zerodo/domain/quick-add';
import { followingOccurrence, occurrencesAfter, type Recurrence } from '@zerodo/domain/recurrence';
import { Rejected } from '@zerodo/domain/rejected';
import type { Reminder } from '@zerodo/domain/reminder';
import { reminderInstants } from '@zerodo/domain/reminders';

const folder = new URL('../domain/cases/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

export type RecurrenceCase = {
  id: string;
  note: string;
  rrule: string;
  dtstart_local: string;
  tzid: string;
  mode: 'schedule' | 'completion';
  all_day?: boolean;
  floating?: boolean;
  exdates_local?: string[];
  rdates_local?: string[];
  catch_up?: 'latest' | 'each';
  after_utc?: string;
  take?: number;
  current_due_local?: string;
  completed_at_utc?: string;
  completed_count?: number;
  expected: string[];
  expected_local: string[];
};

type ReminderCase = {
  id: string;
  note: string;
  due_local: string | null;
  tzid: string;
  trigger: {
    before_minutes?: number | number[];
    before_days?: number;
    at?: string;
    absolute_local?: string;
    quiet_hours?: [string, string];
    snooze_minutes?: number;
  };
  expected_utc: string[];
  completed_at_utc?: string;
};

type QuickAddCase = { id: string; text: string; error?: string } & Record<string, unknown>;

export const recurrenceCases = (name = 'recurrence.json'): RecurrenceCase[] => read(name);

/** Those of a task that is done or snoozed are told by the functions that send. */
export const reminderCases = (name = 'reminders.json'): ReminderCase[] =>
  (read(name) as ReminderCase[]).filter((one) => !one.completed_at_utc && !one.trigger.snooze_minutes);

export const quickAddCases = (): { now: string; timezone: string; cases: QuickAddCase[] } =>
  read('quick-add.json');

export function answerRecurrence(one: RecurrenceCase): { utc: string; local: string }[] {
  const recurrence: Recurrence = {
    rrules: [one.rrule],
    dtstart: one.dtstart_local,
    timezone: one.tzid,
    mode: one.mode,
    allDay: one.all_day ?? false,
    floating: one.floating ?? false,
    exdates: one.exdates_local ?? [],
    rdates: one.rdates_local ?? [],
    catchUp: one.catch_up ?? 'latest',
  };
  if (!one.completed_at_utc) {
    return occurrencesAfter(recurrence, new Date(one.after_utc as string), one.take ?? 1);
  }
  const next = followingOccurrence(recurrence, {
    due: one.current_due_local ?? null,
    completedAt: new Date(one.completed_at_utc),
    completedCount: one.completed_count ?? 1,
  });
  return next ? [next] : [];
}

export function answerReminder({ trigger, due_local, tzid }: ReminderCase): string[] {
  const { absolute_local, before_days, before_minutes = [], at, quiet_hours: quiet } = trigger;
  const asked: Reminder[] = absolute_local
    ? [{ type: 'at', local: absolute_local }]
    : before_days !== undefined
      ? [{ type: 'before', days: before_days, ...(at && { at }) }]
      : [before_minutes].flat().map((minutes) => ({ type: 'before', minutes }));
  const [date = '', time = null] = due_local?.split('T') ?? [];
  const hours = quiet && { from: quiet[0], to: quiet[1] };
  return reminderInstants(asked, due_local === null ? null : { date, time }, tzid, hours).map((instant) =>
    instant.toISOString().replace('.000', ''),
  );
}

/** The fields that the case names, or the code of the refusal as the case writes it. */
export function answerQuickAdd({ text }: QuickAddCase, now: string, timezone: string) {
  try {
    const {
      spans: _,
      recurrenceMode,
      durationMinutes,
      ...rest
    } = parseQuickAdd(text, {
      now: new Date(now),
      timezone,
    });
    return { ...rest, recurrence_mode: recurrenceMode, duration_min: durationMinutes };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { error: error.code.toUpperCase().replaceAll('-', '_') };
  }
}
