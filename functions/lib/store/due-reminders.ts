import type { Tx } from './sql.ts';

export type DueReminder = { id: string; taskId: string; projectId: string; userId: string; fireAt: Date };

/** What was announced and not sent for so long has lost its announcement. */
const lostMs = 15 * 60_000;

/**
 * Takes up to `limit` reminders whose time has come, each for one caller only; those of tasks that
 * are done or gone are called off on the way. A claim that nothing came of is taken again.
 */
export const claimDue = (tx: Tx, now: Date, limit: number) => tx<(DueReminder & { state: string })[]>`
  update reminders r
  set state = case when t.status = 'open' and t.deleted_at is null then 'due' else 'cancelled' end,
      claimed_at = ${now}
  from tasks t
  where t.id = r.task_id and r.id in (
    select id from reminders
    where (state = 'planned' and fire_at <= ${now})
       or (state = 'due' and claimed_at <= ${new Date(now.getTime() - lostMs)})
    order by fire_at
    limit ${limit}
    for update skip locked
  )
  returning r.id, r.task_id, r.project_id, r.user_id, r.fire_at, r.state
`;

/** When the next reminder falls due before `horizon`; null when none does. */
export async function nextFireAt(tx: Tx, horizon: Date): Promise<Date | null> {
  const [row] = await tx<{ fireAt: Date | null }[]>`
    select min(fire_at) as fire_at from reminders where state = 'planned' and fire_at <= ${horizon}
  `;
  return row!.fireAt;
}

/** A reminder that is due and its task, held together until the transaction ends. */
export async function lockDueReminder(
  tx: Tx,
  id: string,
): Promise<(DueReminder & { state: string; taskOpen: boolean }) | undefined> {
  const [row] = await tx<(DueReminder & { state: string; taskOpen: boolean })[]>`
    select r.id, r.task_id, r.project_id, r.user_id, r.fire_at, r.state,
           t.status = 'open' and t.deleted_at is null as task_open
    from reminders r
    join tasks t on t.id = r.task_id
    where r.id = ${id}
    for update of t, r
  `;
  return row;
}

export const settleReminder = (
  tx: Tx,
  id: string,
  state: 'sent' | 'late' | 'cancelled',
  sentAt: Date | null,
) => tx`
  update reminders set state = ${state}, sent_at = ${sentAt} where id = ${id}
`;
