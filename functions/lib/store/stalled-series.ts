import type { Tx } from './sql.ts';

/** Sooner than this its event may still be on its way. */
const patienceMs = 10 * 60_000;
const lookBackMs = 24 * 60 * 60_000;

/**
 * An occurrence that was completed and that nothing has followed, though its series is active: the event of its completion
 * was lost to us, or whoever completed it had left the project when it came. Its series is held until the
 * transaction ends; `after` is the one that was looked at before.
 */
export async function lockStalled(
  tx: Tx,
  now: Date,
  after?: { completedAt: Date; id: string },
): Promise<{ id: string; completedAt: Date; seriesId: string } | undefined> {
  const from = after?.completedAt ?? new Date(now.getTime() - lookBackMs);
  const [row] = await tx<{ id: string; completedAt: Date; seriesId: string }[]>`
    select t.id, t.completed_at, t.series_id
    from tasks t
    join series s on s.id = t.series_id
    where t.series_id is not null and t.status = 'completed' and t.deleted_at is null
      and t.completed_at >= ${from} and t.completed_at < ${new Date(now.getTime() - patienceMs)}
      ${after ? tx`and (t.completed_at, t.id) > (${after.completedAt}, ${after.id})` : tx``}
      and s.is_active and s.spawn = 'completion' and s.deleted_at is null
      and not exists (
        select from tasks o
        where o.series_id = t.series_id and o.id <> t.id and not o.taken_back
          and (o.created_at >= t.created_at or o.status = 'open' and o.deleted_at is null)
      )
    order by t.completed_at, t.id
    limit 1
    for update of s skip locked
  `;
  return row;
}
