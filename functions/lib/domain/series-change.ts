// What a series and its open occurrences become when people change it.

import type { TaskChanges } from './commands.ts';
import { type Due, localDue } from './due.ts';
import { changeDue } from './due-instant.ts';
import { checkLabels, checkNotes, checkSize, checkTitle } from './limits.ts';
import { asked, checkReminders } from './planned-reminders.ts';
import { same } from './same.ts';
import { recurrenceFrom, ruleOf, type Series, startOf, type Template } from './series.ts';
import type { SeriesChanges } from './series-commands.ts';
import { dayOf, firstSlot, nextSlot } from './series-slots.ts';
import type { Task } from './task.ts';

/** What a template has that says nothing. */
export const blankTemplate: Template = {
  title: '',
  notes: '',
  priority: 4,
  labels: [],
  reminders: [],
  section: null,
  assigneeId: null,
  durationMinutes: null,
};

/** What was sent in place of what was there; null gives what is usual. */
export function templateOf(old: Template, changes: SeriesChanges): Template {
  const { title, notes, priority, labels, reminders, section, assigneeId, durationMinutes } = changes;
  if (reminders) checkReminders(reminders);
  return {
    title: title === undefined ? old.title : checkTitle(title),
    notes: notes === undefined ? old.notes : checkNotes(notes ?? ''),
    priority: priority === undefined ? old.priority : (priority ?? 4),
    labels: labels === undefined ? old.labels : checkLabels(labels ?? []),
    reminders: reminders === undefined ? old.reminders : (reminders ?? []),
    section: section === undefined ? old.section : section?.trim() || null,
    assigneeId: assigneeId === undefined ? old.assigneeId : assigneeId,
    durationMinutes: durationMinutes === undefined ? old.durationMinutes : durationMinutes,
  };
}

/** Whether the changes touch when it comes, and not only what it says. */
export const changesRule = ({ due, until, recurrence }: SeriesChanges): boolean =>
  due !== undefined || until !== undefined || recurrence !== undefined;

/**
 * The series as changed, but for what it makes next. `begins` is its start where that is another
 * than before (a split).
 *
 * @throws Rejected as `recurrenceFrom` and for a title, notes, labels or reminders that cannot be
 */
export function patchSeries(
  old: Series,
  changes: SeriesChanges,
  timezone: string,
  begins: Due = startOf(old),
): Series {
  const next: Series = { ...old, ...templateOf(old, changes) };
  checkSize(next);
  if (!changesRule(changes) && same(begins, startOf(old))) return next;
  const { rrules = old.rrules, ...rest } = changes.recurrence ?? {};
  const rule = ruleOf({ ...ruleOf(old), ...defined(rest), rrules });
  const start = changes.due ? changeDue(begins, changes.due, timezone) : begins;
  const until = changes.until === undefined ? old.until : changes.until;
  return { ...next, ...recurrenceFrom(rule, start, until), spawn: rule.spawn };
}

const defined = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const fields = [
  'title',
  'notes',
  'priority',
  'labels',
  'section',
  'assigneeId',
  'durationMinutes',
] as const satisfies (keyof Template)[];

/**
 * What of a change of its series an open occurrence takes: each field that it still has from the
 * template. What somebody has given this occurrence alone stays, and so do reminders of a person
 * other than the template's.
 */
export function followed(task: Task, old: Template, next: Template): TaskChanges {
  const changes: Record<string, unknown> = {};
  for (const field of fields) {
    if (!same(old[field], next[field]) && same(task[field], old[field])) changes[field] = next[field];
  }
  const theirs = task.reminders.map(asked);
  if (!same(old.reminders, next.reminders) && same(theirs, old.reminders)) changes.reminders = next.reminders;
  return changes;
}

/**
 * When an open occurrence is due after its series' rule was changed: at its slot where the new rule
 * still has that, else at the first slot of the new rule on its own day or later; the first
 * occurrence at a new start. Counted from completion, it keeps its day and takes the new time.
 * Undefined where it stays, and where the rule has nothing there.
 */
export function movedWith(
  task: { due: Due; dueAt: string },
  old: Series,
  next: Series,
): { due: Due; dueAt?: string } | undefined {
  const start = startOf(next);
  const begins = localDue(task.due) === old.dtstart && !same(start, startOf(old));
  if (next.mode === 'completion') {
    const due = { ...start, date: begins ? start.date : task.due.date };
    return same(due, task.due) ? undefined : { due };
  }
  const slotAt = new Date(task.dueAt);
  const slot = begins
    ? firstSlot(next)
    : (slotIn(next, task) ?? nextSlot(next, justBefore(sameDay(slotAt, old, next))));
  if (!slot || (same(slot.due, task.due) && slot.dueAt === task.dueAt)) return undefined;
  return slot;
}

const justBefore = (instant: Date): Date => new Date(instant.getTime() - 1);

/** The slot itself, where the rule has it. */
function slotIn(series: Series, { due, dueAt }: { due: Due; dueAt: string }) {
  const slot = nextSlot(series, justBefore(new Date(dueAt)));
  return slot && same(slot.due, due) && slot.dueAt === dueAt ? slot : null;
}

/** The first moment of the slot's day on the new clock, where that is another one. */
function sameDay(slotAt: Date, old: Series, next: Series): Date {
  const day = dayOf(old, slotAt);
  if (old.timezone === next.timezone) return day;
  return dayOf(next, new Date(day.getTime() + 12 * 3_600_000));
}
