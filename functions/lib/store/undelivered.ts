import type { Undelivered } from '@zerodo/domain/mail/undelivered';
import { takesMail } from './recipients.ts';
import type { Tx } from './sql.ts';
import { type DueColumns, dueOf } from './task-row.ts';

type Row = Omit<Undelivered, 'person' | 'task'> &
  Undelivered['person'] & {
    taskId: string | null;
    projectId: string | null;
    subscriptionId: string | null;
    email: string | null;
    title: string | null;
    notes: string | null;
    status: 'open' | 'completed' | null;
    gone: boolean;
    seen: boolean;
    dueDate: string | null;
    dueTime: string | null;
    dueTimezone: string | null;
    floating: boolean | null;
    dueAt: Date | null;
  };

/** What is to be sent, and where to: `email` is null where no mail may go. */
export type Letterbox = {
  message: Undelivered;
  projectId: string | null;
  subscriptionId: string | null;
  email: string | null;
};

/** A notification with its task, its reminder and its person, as they are now. */
export async function readUndelivered(tx: Tx, id: string): Promise<Letterbox | undefined> {
  const [row] = await tx<Row[]>`
    select n.id, n.kind, n.cause, n.user_id, n.actor_name, n.fire_at, n.task_id, n.project_id, n.subscription_id,
           p.name, p.locale, coalesce(p.timezone, 'UTC') as timezone,
           case when ${takesMail(tx)} then p.email end as email,
           t.title, t.notes, t.status, t.deleted_at is not null as gone,
           exists (select from project_members m where m.project_id = t.project_id and m.user_id = n.user_id) as seen,
           t.due_date, t.due_time, t.timezone as due_timezone, t.floating, t.due_at, r.fire_at as reminder_at
    from notifications n
    left join preferences p on p.user_id = n.user_id
    left join tasks t on t.id = n.task_id
    left join reminders r on r.id = n.reminder_id and r.state in ('sent', 'late')
    where n.id = ${id}
  `;
  if (!row) return undefined;
  const { name, locale, timezone, projectId, subscriptionId, email, ...message } = row;
  return {
    message: { ...message, person: { name, locale, timezone }, task: taskOf(row) },
    projectId,
    subscriptionId,
    email,
  };
}

function taskOf(row: Row): Undelivered['task'] {
  if (row.taskId === null || row.status === null) return null;
  const { dueDate, dueTime, dueTimezone, floating, dueAt, status, gone, seen } = row;
  const due = dueOf({
    dueDate,
    dueTime,
    timezone: dueTimezone,
    floating: floating ?? false,
  } satisfies DueColumns);
  return { id: row.taskId, title: row.title!, notes: row.notes!, status, gone, due, dueAt, seen };
}
