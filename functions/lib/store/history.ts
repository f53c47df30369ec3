import type { TaskChanged } from '@zerodo/domain/events';
import type { HistoryPage } from '@zerodo/domain/queries';
import { fromCursor, toCursor } from './cursor.ts';
import { eventsAbout } from './events.ts';
import type { Tx } from './sql.ts';
import { checkVisible } from './tasks.ts';

const newestFirst = { list: 'history', type: 'bigint' } as const;

/**
 * What happened to a task, newest first; that of a deleted one too.
 *
 * @throws Rejected `task-not-found`
 */
export async function historyOf(
  tx: Tx,
  { taskId, limit = 50, cursor }: { taskId: string; limit?: number | undefined; cursor?: string | undefined },
  userId: string,
): Promise<HistoryPage> {
  await checkVisible(tx, taskId, userId);
  const before = fromCursor(newestFirst, cursor);
  const rows = await eventsAbout(tx, taskId, { limit: limit + 1, before: before && Number(before[0]) });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ id, type, time, data }) => {
      const { task, changed, actor, slot, undoes } = data as TaskChanged;
      const told = { ...(slot && { slot }), ...(undoes && { undoes }) };
      return { id, type, time: time.toISOString(), actor, changed, ...told, task };
    }),
    nextCursor: rows.length > limit && last ? toCursor(newestFirst, last.sequence, last.id) : null,
  };
}
