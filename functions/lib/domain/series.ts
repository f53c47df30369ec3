import type { RecurrenceInput } from './commands.ts';
import { type Due, localDue } from './due.ts';
import { successorId } from './ids.ts';
import { limits } from './limits.ts';
import { readLocal } from './local-date.ts';
import { createTask } from './new-task.ts';
import type { OutgoingEvent } from './outgoing.ts';
import { asked } from './planned-reminders.ts';
import { usualPreferences } from './preferences.ts';
import { checkRecurrence, type Recurrence, recurrenceText, type TextLanguage } from './recurrence.ts';
import { Rejected } from './rejected.ts';
import type { Reminder } from './reminder.ts';
import type { QuietHours } from './reminders.ts';
import { firstSlot, nextDueAt, type Ruled, type Slot } from './series-slots.ts';
import type { Task, TaskRecurrence } from './task.ts';

/** What every occurrence is made of. */
export type Template = {
  title: string;
  notes: string;
  priority: number;
  labels: string[];
  reminders: Reminder[];
  section: string | null;
  assigneeId: string | null;
  durationMinutes: number | null;
};

/** The rule that makes tasks, and the template that they are made of. */
export type Series = Ruled &
  Template & {
    id: string;
    projectId: string;
    createdBy: string;
    spawn: 'completion' | 'schedule';
    /** As `nextDueAt` of a series says it (series-schema.ts). */
    nextDueAt: string | null;
    /** `ended` by somebody, or `finished` because its rule has nothing left. */
    state: 'active' | 'paused' | 'ended' | 'finished';
    version: number;
    createdAt: string;
    updatedAt: string;
  };

/**
 * The rule that a caller asked for, begun at a due date; `until` is its last local day or moment.
 *
 * @throws Rejected `invalid-recurrence`, `recurrence-never-matches`, `invalid-date`, `unknown-timezone`
 */
export function recurrenceFrom(input: RecurrenceInput, due: Due, until: string | null = null): Ruled {
  if (input.rrules.length > limits.rrules) {
    throw new Rejected('invalid-recurrence', `A recurrence has at most ${limits.rrules} rules.`);
  }
  const recurrence: Ruled = {
    rrules: input.rrules,
    dtstart: localDue(due),
    timezone: due.timezone,
    allDay: due.time === null,
    floating: due.floating,
    mode: input.mode ?? 'schedule',
    exdates: input.exdates ?? [],
    rdates: input.rdates ?? [],
    catchUp: input.catchUp ?? 'latest',
    until,
  };
  if (input.mode === 'completion' && input.spawn === 'schedule') {
    throw new Rejected(
      'invalid-recurrence',
      'A recurrence counted from completion cannot appear on schedule: choose one of the two.',
    );
  }
  checkRecurrence(recurrence);
  if (until !== null) readLocal(until);
  if (until !== null && firstSlot(recurrence) === null) {
    throw new Rejected('recurrence-never-matches', `The rule has no date until ${until}: let it end later.`);
  }
  return recurrence;
}

/** All that a caller may say of a rule, what is usual in place of null. */
export const ruleOf = ({ rrules, mode, spawn, catchUp, exdates, rdates }: RecurrenceInput) => ({
  rrules,
  mode: mode ?? 'schedule',
  spawn: spawn ?? 'completion',
  catchUp: catchUp ?? 'latest',
  exdates: exdates ?? [],
  rdates: rdates ?? [],
});

/** Its start as a due date. */
export function startOf({ dtstart, allDay, timezone, floating }: Recurrence): Due {
  const [date = '', time] = dtstart.split('T');
  return { date, time: allDay ? null : (time ?? '00:00'), timezone, floating };
}

/** The series that `task` is the first occurrence of. */
export function seriesOf(
  task: Task,
  recurrence: Recurrence & { until?: string | null },
  { id, spawn, actor, now }: { id: string; spawn: Series['spawn']; actor: string; now: Date },
): Series {
  const ruled: Ruled = { ...recurrence, until: recurrence.until ?? null };
  return {
    ...ruled,
    id,
    projectId: task.projectId,
    createdBy: actor,
    title: task.title,
    notes: task.notes,
    priority: task.priority,
    labels: task.labels,
    // A reminder at one instant belongs to one occurrence, not to all of them.
    reminders: task.reminders.map(asked).filter((reminder) => reminder.type === 'before'),
    section: task.section,
    assigneeId: task.assigneeId,
    durationMinutes: task.durationMinutes,
    spawn,
    nextDueAt: task.dueAt && nextDueAt(ruled, task.dueAt, 0),
    state: 'active',
    version: 1,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}

/** The series as each of its tasks shows it. */
export const shown = (
  series: Recurrence & Pick<Series, 'id' | 'spawn'> & { until?: string | null },
): TaskRecurrence => ({
  seriesId: series.id,
  rrules: series.rrules,
  mode: series.mode,
  spawn: series.spawn,
  text: textOf(series),
});

/** The rule in plain words, its end included; in English unless another language is asked for. */
export function textOf(series: Recurrence & { until?: string | null }, language?: TextLanguage): string {
  const until = series.until?.slice(0, 10).replaceAll('-', '');
  const ended = (rule: string): string =>
    until && !/COUNT=|UNTIL=/i.test(rule) ? `${rule};UNTIL=${until}` : rule;
  return recurrenceText({ ...series, rrules: series.rrules.map(ended) }, language);
}

/** What an occurrence follows, and what it has from that; a series that has made none yet stands in for it. */
export type Predecessor = {
  id: string;
  projectId: string;
  parentId: string | null;
  hasParts?: boolean;
  /** Nothing of the series is open: whatever has followed it, another one comes after that. */
  isOver?: boolean;
};

/** The clock and the quiet hours of whom a task reminds. */
export type Habits = { timezone: string; quietHours: QuietHours | null };

/** The task that a series makes of a slot, as its creator's, who has these `habits`; it follows `predecessor`. */
export function occurrenceOf(
  series: Series,
  { due, dueAt }: Slot,
  {
    predecessor,
    habits,
    now,
    eventId,
  }: { predecessor: Predecessor; habits: Habits; now: Date; eventId: string },
): [Task, OutgoingEvent] {
  const { title, notes, priority, labels, reminders, section, assigneeId, durationMinutes } = series;
  const { projectId, parentId } = predecessor;
  const first = predecessor.id === series.id;
  return createTask(
    {
      ...{ title, notes, priority, labels, reminders, section, assigneeId, durationMinutes },
      ...{ due, projectId, parentId },
    },
    {
      ...{ actor: series.createdBy, now, eventId, timezone: habits.timezone, dueAt },
      preferences: { ...usualPreferences, quietHours: habits.quietHours },
      id: successorId(predecessor.id),
      ...(!first && { predecessorId: predecessor.id }),
    },
    shown(series),
  );
}

/** @throws Rejected `series-ended` */
export function checkGoing({ state }: Series): void {
  if (state !== 'ended' && state !== 'finished') return;
  throw new Rejected('series-ended', 'This series has ended: resume it, or give it a later end.');
}

export const stamped = (series: Series, now: Date): Series => ({
  ...series,
  version: series.version + 1,
  updatedAt: now.toISOString(),
});
