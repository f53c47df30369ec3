import type { RecurrenceInput } from './commands.ts';
import { type Due, localDue } from './due.ts';
import { successorId } from './ids.ts';
import { limits } from './limits.ts';
import { createTask } from './new-task.ts';
import type { Change, OutgoingEvent } from './outgoing.ts';
import { asked } from './planned-reminders.ts';
import {
  checkRecurrence,
  followingOccurrence,
  type Occurrence,
  occurrencesAfter,
  type Recurrence,
  recurrenceText,
} from './recurrence.ts';
import { Rejected } from './rejected.ts';
import type { Reminder } from './reminder.ts';
import type { Task, TaskRecurrence } from './task.ts';

/** The rule that makes tasks, and the template that they are made of. */
export type Series = Recurrence & {
  id: string;
  projectId: string;
  createdBy: string;
  title: string;
  notes: string;
  priority: number;
  labels: string[];
  reminders: Reminder[];
  spawn: 'completion' | 'schedule';
  nextDueAt: string | null;
  isActive: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
};

/**
 * The rule that a caller asked for, begun at the task's due date.
 *
 * @throws Rejected `invalid-recurrence`, `recurrence-never-matches`
 */
export function recurrenceFrom(input: RecurrenceInput, due: Due): Recurrence {
  if (input.rrules.length > limits.rrules) {
    throw new Rejected('invalid-recurrence', `A recurrence has at most ${limits.rrules} rules.`);
  }
  const recurrence: Recurrence = {
    rrules: input.rrules,
    dtstart: localDue(due),
    timezone: due.timezone,
    allDay: due.time === null,
    floating: due.floating,
    mode: input.mode ?? 'schedule',
    exdates: input.exdates ?? [],
    rdates: input.rdates ?? [],
    catchUp: input.catchUp ?? 'latest',
  };
  if (input.mode === 'completion' && input.spawn === 'schedule') {
    throw new Rejected(
      'invalid-recurrence',
      'A recurrence counted from completion cannot appear on schedule: choose one of the two.',
    );
  }
  checkRecurrence(recurrence);
  return recurrence;
}

/** The series that `task` is the first occurrence of. */
export function seriesOf(
  task: Task,
  recurrence: Recurrence,
  { id, spawn, actor, now }: { id: string; spawn: Series['spawn']; actor: string; now: Date },
): Series {
  return {
    ...recurrence,
    id,
    projectId: task.projectId,
    createdBy: actor,
    title: task.title,
    notes: task.notes,
    priority: task.priority,
    labels: task.labels,
    // A reminder at one instant belongs to one occurrence, not to all of them.
    reminders: task.reminders.map(asked).filter((reminder) => reminder.type === 'before'),
    spawn,
    nextDueAt: task.dueAt && nextDueAt(recurrence, new Date(task.dueAt)),
    isActive: true,
    version: 1,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}

/** The series as each of its tasks shows it. */
export const shown = (series: Recurrence & Pick<Series, 'id' | 'spawn'>): TaskRecurrence => ({
  seriesId: series.id,
  rrules: series.rrules,
  mode: series.mode,
  spawn: series.spawn,
  text: recurrenceText(series),
});

/** One occurrence to come: its slot on the wall clock as a due date, and the instant that it is. */
export type Slot = { due: Due; dueAt: string };

/**
 * The slot after `done`; null when the series has ended. `completions` counts the occurrences done
 * so far, this one included (COUNT in completion mode).
 */
export function slotAfter(
  series: Recurrence,
  done: { dueAt: string; completedAt: string },
  completions: number,
): Slot | null {
  const next = followingOccurrence(series, {
    // The instant and not the clock: an hourly rule visits 02:30 twice when clocks go back.
    due: done.dueAt,
    completedAt: new Date(done.completedAt),
    completedCount: completions,
  });
  return next && slotOf(series, next);
}

/** More missed slots than this are not brought up one by one. */
const mostMissed = 100;

/**
 * The slot that a series which spawns on schedule is to make now, from the one that was due at
 * `dueSince` on: the latest whose time has come, or, with `catchUp` each, the first, as long as no
 * more than a hundred were missed. Null when none has come.
 */
export function slotBy(series: Recurrence, dueSince: string, now: Date): Slot | null {
  const before = new Date(Date.parse(dueSince) - 1);
  const due = (after: Date, count = 1) =>
    occurrencesAfter(series, after, count).filter(({ utc }) => Date.parse(utc) <= now.getTime());
  const missed = due(before, series.catchUp === 'each' ? mostMissed + 1 : 1);
  const [first] = missed;
  if (!first) return null;
  return slotOf(series, missed.length > 1 && missed.length <= mostMissed ? first : latest(first, now, due));
}

/** Halves the time between the first slot and now until no slot is left in it: minutes of years are few steps. */
function latest(first: Occurrence, now: Date, due: (after: Date) => Occurrence[]): Occurrence {
  let last = first;
  let free = now.getTime();
  while (free - Date.parse(last.utc) > 1000) {
    const middle = Math.floor((Date.parse(last.utc) + free) / 2);
    const [next] = due(new Date(middle));
    if (next) last = next;
    else free = middle;
  }
  return last;
}

/** When the slot after `last` falls due; null when there is none. */
export const nextDueAt = (series: Recurrence, last: Date): string | null =>
  occurrencesAfter(series, last, 1)[0]?.utc ?? null;

/** The nominal time is kept: a slot inside a DST gap is shown as it was meant, its instant is the shifted one. */
function slotOf(series: Recurrence, { nominal, utc }: Occurrence): Slot {
  const [date = '', time] = nominal.split('T');
  const clock = series.allDay || !time ? null : time.slice(0, 8).replace(/^(\d\d:\d\d):00$/, '$1');
  return { due: { date, time: clock, timezone: series.timezone, floating: series.floating }, dueAt: utc };
}

/** The task that a series makes of a slot, as its creator's; it follows `predecessor`. */
export function occurrenceOf(
  series: Series,
  { due, dueAt }: Slot,
  {
    predecessor,
    now,
    eventId,
  }: { predecessor: { id: string; projectId: string }; now: Date; eventId: string },
): [Task, OutgoingEvent] {
  const { title, notes, priority, labels, reminders, createdBy: actor, timezone } = series;
  return createTask(
    { title, notes, priority, labels, reminders, due, projectId: predecessor.projectId },
    { actor, now, eventId, timezone, dueAt, id: successorId(predecessor.id), predecessorId: predecessor.id },
    shown(series),
  );
}

export function seriesEvent(
  type: 'dev.zerodo.series.created.v1' | 'dev.zerodo.series.updated.v1' | 'dev.zerodo.series.ended.v1',
  series: Series,
  { actor, now, eventId }: Change,
): OutgoingEvent {
  const { id: seriesId, projectId, rrules, mode, spawn, isActive, nextDueAt, version } = series;
  return {
    id: eventId,
    type,
    subject: seriesId,
    time: now,
    userId: actor,
    projectId,
    recurring: true,
    data: { seriesId, projectId, rrules, mode, spawn, isActive, nextDueAt, version, actor },
  };
}
