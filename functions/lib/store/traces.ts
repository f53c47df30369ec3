// Which trace a row's last change belongs to, for what goes on with it later and in another process.
import type { Tx } from './sql.ts';

/** The `traceparent` of the last change of each of these tasks since then, or of a reminder of it that was snoozed. */
export async function lastTraces(
  tx: Tx,
  taskIds: readonly string[],
  since: Date,
): Promise<Map<string, string>> {
  if (taskIds.length === 0) return new Map();
  const rows = await tx<{ subject: string; traceparent: string }[]>`
    select distinct on (subject) subject, traceparent
    from events
    where subject = any(${tx.types.textArray([...new Set(taskIds)])}::text[])
      and time > ${since}
      and traceparent is not null
      and type not in (
        'dev.zerodo.reminder.due.v1', 'dev.zerodo.task.due-soon.v1', 'dev.zerodo.task.overdue.v1',
        'dev.zerodo.notification.planned.v1', 'dev.zerodo.notification.sent.v1', 'dev.zerodo.notification.failed.v1'
      )
    order by subject, sequence desc
  `;
  return new Map(rows.map(({ subject, traceparent }) => [subject, traceparent]));
}
