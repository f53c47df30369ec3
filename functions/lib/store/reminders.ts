import { reminderId } from '@zerodo/domain/ids';
import { asked, plannedFor, planReminders, reviveReminders } from '@zerodo/domain/planned-reminders';
import type { Reminder } from '@zerodo/domain/reminder';
import type { QuietHours } from '@zerodo/domain/reminders';
import type { Task, TaskReminder } from '@zerodo/domain/task';
import type { Tx } from './sql.ts';
import { type DueColumns, dueOf } from './task-row.ts';

/** The place of a snooze, before all reminders: it belongs to the person and not to the task. */
export const snoozeOrdinal = -1;

/** Makes the reminders of one person for one task what the task says; the same ones keep their ids. */
export async function writeReminders(tx: Tx, task: Task, userId: string): Promise<void> {
  await Promise.all([
    ...putReminders(tx, task, userId),
    tx`
      delete from reminders
      where task_id = ${task.id} and user_id = ${userId} and ordinal >= ${task.reminders.length}
    `,
  ]);
}

/** One statement a reminder, for the caller to await: sent together they cost one round trip. */
export const putReminders = (tx: Tx, task: Task, userId: string) =>
  task.reminders.map((reminder, ordinal) => {
    const row = {
      id: reminderId(task.id, userId, ordinal),
      taskId: task.id,
      projectId: task.projectId,
      userId,
      ordinal,
      spec: tx.json(asked(reminder) as never),
      fireAt: reminder.fireAt,
      state: reminder.state,
      sentAt: reminder.sentAt,
    };
    return tx`
      insert into reminders ${tx(row)}
      on conflict (id) do update set
        project_id = excluded.project_id, spec = excluded.spec, fire_at = excluded.fire_at,
        state = excluded.state, sent_at = excluded.sent_at
    `;
  });

type Row = {
  userId: string;
  spec: Reminder;
  state: TaskReminder['state'];
  fireAt: Date | null;
  sentAt: Date | null;
};

/** An open task was moved or opened again by `userId`: everybody else's reminders follow it. */
export async function followTask(tx: Tx, task: Task, userId: string): Promise<void> {
  const rows = await tx<Row[]>`
    select user_id, spec, state, fire_at, sent_at from reminders
    where task_id = ${task.id} and user_id <> ${userId} and ordinal >= 0 order by user_id, ordinal
  `;
  const now = new Date(task.updatedAt);
  for (const [person, theirs] of Map.groupBy(rows, (row) => row.userId)) {
    const before = theirs.map(({ spec, state, fireAt, sentAt }) => ({
      ...spec,
      state,
      fireAt: fireAt?.toISOString() ?? null,
      sentAt: sentAt?.toISOString() ?? null,
    }));
    const planned = planReminders(before.map(asked), { due: task.due, timezone: 'UTC', now, before });
    await writeReminders(tx, { ...task, reminders: reviveReminders(planned, now) }, person);
  }
}

/** Nothing is sent to anybody for a task that is done or gone. */
export const cancelEverybodysReminders = (tx: Tx, taskId: string) => tx`
  update reminders set state = 'cancelled' where task_id = ${taskId} and state in ('planned', 'due')
`;

type Planned = DueColumns & { id: string; spec: Reminder; fireAt: Date };

/**
 * The person's zone or quiet hours are others now: whatever is planned moves with them. What would
 * have come already by the new ones comes at once. Answers the earliest that moved.
 */
export async function replanReminders(
  tx: Tx,
  userId: string,
  { timezone, quietHours, now }: { timezone: string; quietHours: QuietHours | null; now: Date },
): Promise<Date | null> {
  const planned = await tx<Planned[]>`
    select r.id, r.spec, r.fire_at, t.due_date, t.due_time, t.timezone, t.floating
    from reminders r join tasks t on t.id = r.task_id
    where r.user_id = ${userId} and r.state = 'planned' and r.ordinal >= 0
    for update of r
  `;
  const moved = planned.flatMap(({ id, spec, fireAt, ...columns }) => {
    const due = dueOf(columns);
    const on = due?.floating ? { ...due, timezone } : due;
    const instant = plannedFor(spec, { due: on, timezone, quietHours });
    if (!instant || instant.getTime() === fireAt.getTime()) return [];
    return [{ id, fireAt: instant < now ? now : instant }];
  });
  if (moved.length === 0) return null;
  await moveReminders(tx, moved);
  return moved.map(({ fireAt }) => fireAt).reduce((a, b) => (a < b ? a : b));
}

/** Gives reminders that have not come other times. */
export const moveReminders = (tx: Tx, moved: readonly { id: string; fireAt: Date }[]) => tx`
  update reminders r set fire_at = m."fireAt", state = 'planned'
  from jsonb_to_recordset(${tx.json(moved as never)}::jsonb) as m (id uuid, "fireAt" timestamptz)
  where r.id = m.id and r.state in ('planned', 'due')
`;
