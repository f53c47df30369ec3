import { reminderId } from '@zerodo/domain/ids';
import { asked } from '@zerodo/domain/planned-reminders';
import type { Task } from '@zerodo/domain/task';
import type { Tx } from './sql.ts';

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

/** Nothing is sent to anybody for a task that is done or gone. */
export const cancelEverybodysReminders = (tx: Tx, taskId: string) => tx`
  update reminders set state = 'cancelled' where task_id = ${taskId} and state in ('planned', 'due')
`;
