import { comingSlots } from '@zerodo/domain/coming';
import { limits } from '@zerodo/domain/limits';
import { checkTimezone, toInstant } from '@zerodo/domain/local-time';
import { daysIn } from '@zerodo/domain/period';
import type { ComingList, ListComing } from '@zerodo/domain/series-queries';
import { type SeriesRow, toSeries } from './series.ts';
import { joinOpenTask } from './series-lists.ts';
import type { Tx } from './sql.ts';

/** As many series as are looked at, the next due first. */
const mostSeries = 500;

/**
 * The occurrences of the series that `userId` may see, in some days to come, that are no tasks yet.
 *
 * @throws Rejected `invalid-date`, `invalid-request`, `unknown-timezone`
 */
export async function comingOf(
  tx: Tx,
  { from, to, timezone = 'UTC' }: ListComing,
  { userId, now }: { userId: string; now: Date },
): Promise<ComingList> {
  checkTimezone(timezone);
  daysIn({ from, to }, limits.comingDays);
  const beyond = new Date(toInstant(to, timezone).getTime() + 3 * 86_400_000);
  const rows = await tx<(SeriesRow & { openTaskId: string | null })[]>`
    select s.*, open_task_id
    from project_members m
    join projects p on p.id = m.project_id and p.archived_at is null and p.deleted_at is null
    cross join lateral (
      select * from series s
      where s.project_id = m.project_id and s.deleted_at is null and s.is_active
        and s.mode = 'schedule' and s.next_due_at < ${beyond}
      order by s.next_due_at limit ${mostSeries}
    ) s
    ${joinOpenTask(tx)}
    where m.user_id = ${userId}
    order by s.next_due_at
    limit ${mostSeries}
  `;
  const items = rows
    .flatMap(({ openTaskId, ...row }) =>
      comingSlots({ ...toSeries(row), openTaskId }, { from, to, timezone }, now),
    )
    .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  return { items: items.slice(0, limits.coming), nextCursor: null };
}
