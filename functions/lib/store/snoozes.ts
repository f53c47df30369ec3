import { snoozeId } from '@zerodo/domain/ids';
import { Rejected } from '@zerodo/domain/rejected';
import { snoozeOrdinal } from './reminders.ts';
import type { Tx } from './sql.ts';

export type Snoozed = { reminderId: string; taskId: string; projectId: string };

/**
 * Reminds this person of this task at `fireAt`, whatever the task's own reminders say; a second
 * snooze takes the place of the first.
 *
 * @throws Rejected `task-not-found`, `task-already-completed`
 */
export async function putSnooze(tx: Tx, taskId: string, fireAt: Date, userId: string): Promise<Snoozed> {
  const [task] = await tx<{ projectId: string; status: string }[]>`
    select t.project_id, t.status from tasks t
    join project_members m on m.project_id = t.project_id and m.user_id = ${userId}
    where t.id = ${taskId} and t.deleted_at is null
    for share of t
  `;
  if (!task) throw new Rejected('task-not-found', 'There is no such task, or it is not yours.');
  if (task.status === 'completed') {
    throw new Rejected('task-already-completed', 'This task is completed: nobody is reminded of it.');
  }
  const { projectId } = task;
  const row = {
    id: snoozeId(taskId, userId),
    taskId,
    projectId,
    userId,
    ordinal: snoozeOrdinal,
    spec: tx.json({ type: 'at', local: fireAt.toISOString().slice(0, 19), timezone: 'UTC' }),
    fireAt,
    state: 'planned',
  };
  await tx`
    insert into reminders ${tx(row)}
    on conflict (id) do update set
      project_id = excluded.project_id, spec = excluded.spec, fire_at = excluded.fire_at,
      state = 'planned', claimed_at = null, sent_at = null
  `;
  return { reminderId: row.id, taskId, projectId };
}
