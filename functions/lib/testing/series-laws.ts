// What holds of series and their tasks whatever was done, read from the tables.
import { successorId } from '@zerodo/domain/ids';
import { expect } from 'vitest';
import type { TestDatabase } from './database.ts';

export function seriesLaws(database: TestDatabase) {
  const sql = () => database.owner();
  const ids = async (rows: PromiseLike<readonly { id?: string }[]>) => (await rows).map(({ id }) => id!);

  const openOf = (user: string) => sql()`
    select t.id, t.series_id, s.spawn, s.state from tasks t join series s on s.id = t.series_id
    where t.created_by = ${user} and t.status = 'open' and t.deleted_at is null and s.deleted_at is null
  `;

  return {
    tasksOf: (user: string) =>
      ids(sql()`select id from tasks where created_by = ${user} order by created_at, id`),
    seriesOf: (user: string) =>
      ids(sql()`select id from series where created_by = ${user} order by created_at, id`),
    eventsOf: (taskId: string) =>
      ids(sql()`select id from events where subject = ${taskId} order by sequence`),
    seriesOfTask: async (taskId: string): Promise<string | null> =>
      (await sql()`select series_id from tasks where id = ${taskId}`)[0]!.seriesId,

    /** No slot twice (counted from completion, what is done may have been due on the next one's day), and one open occurrence that nothing has followed. */
    async always(user: string) {
      const slots = await sql()`
        select series_id, coalesce(slot_at, due_at) as slot, count(*) as tasks
        from tasks t join series s on s.id = t.series_id
        where t.created_by = ${user} and t.deleted_at is null and t.due_at is not null
          and (s.mode = 'schedule' or t.status = 'open')
        group by 1, 2 having count(*) > 1
      `;
      expect(slots, 'two tasks on one slot').toEqual([]);
      const known = new Map(
        (await sql()`select id, deleted_at from tasks where created_by = ${user}`).map((row) => [
          row.id,
          row.deletedAt,
        ]),
      );
      const isFollowed = (id: string): boolean => {
        const next = successorId(id);
        if (!known.has(next)) return false;
        return known.get(next) === null || isFollowed(next);
      };
      const ends = (await openOf(user)).filter((one) => one.spawn === 'completion' && !isFollowed(one.id));
      const perSeries = Object.values(Object.groupBy(ends, ({ seriesId }) => seriesId)).map(
        (all) => all!.length,
      );
      expect(
        perSeries.filter((many) => many > 1),
        'two open occurrences with nothing after them',
      ).toEqual([]);
    },

    /** What is active has something open, or waiting with a deleted parent, once every completion is heard of. */
    async settled(user: string) {
      const active = await ids(sql()`
        select id from series s
        where created_by = ${user} and state = 'active' and spawn = 'completion' and deleted_at is null
          and not exists (select from tasks t join tasks p on p.id = t.parent_id
                          where t.series_id = s.id and t.status = 'open' and t.deleted_at = p.deleted_at)
      `);
      const asleep = await ids(sql()`
        select id from series
        where created_by = ${user} and state = 'active' and spawn = 'schedule' and deleted_at is null and next_due_at is null
      `);
      expect(asleep, 'active on a schedule without a time').toEqual([]);
      const open = (await openOf(user)).map(({ seriesId }) => seriesId);
      expect(
        active.filter((id) => !open.includes(id)),
        'active without an open occurrence',
      ).toEqual([]);
    },

    /** Each task is what its last event says. */
    async rebuilt(user: string) {
      const rows = await sql()`
        select t.*, to_char(t.due_time, 'HH24:MI') as clock, e.type, e.data->'task' as told
        from tasks t left join lateral (
          select type, data from events
          where subject = t.id::text and type like 'dev.zerodo.task.%' and data ? 'task' order by sequence desc limit 1
        ) e on true
        where t.created_by = ${user}
      `;
      for (const row of rows) {
        const { told } = row;
        expect(row.type === 'dev.zerodo.task.deleted.v1', `${row.id} is deleted`).toBe(
          row.deletedAt !== null,
        );
        const due = row.dueDate && {
          date: row.dueDate,
          time: row.clock,
          timezone: row.timezone,
          floating: row.floating,
        };
        expect({ ...told, recurrence: told.recurrence?.seriesId ?? null, reminders: null }).toEqual({
          ...{
            id: row.id,
            projectId: row.projectId,
            parentId: row.parentId,
            title: row.title,
            notes: row.notes,
          },
          ...{ priority: row.priority, labels: row.labels, status: row.status, due, section: row.section },
          ...{ dueAt: row.dueAt?.toISOString() ?? null, assigneeId: row.assigneeId, deadline: row.deadline },
          ...{ durationMinutes: row.durationMinutes, position: row.position, version: row.version },
          ...{ createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() },
          ...{ completedAt: row.completedAt?.toISOString() ?? null, reminders: null },
          recurrence: row.seriesId,
        });
      }
    },

    /** Statistics as events gave them are those that are computed anew. */
    async counted(user: string, recount: () => Promise<unknown>) {
      const rows = () => sql()`
        select s.* from task_stats s join tasks t on t.id = s.task_id where t.created_by = ${user} order by s.task_id
      `;
      const heard = [...(await rows())];
      expect(heard.length).toBeGreaterThan(0);
      await sql()`delete from task_stats`;
      await recount();
      expect([...(await rows())]).toEqual(heard);
    },
  };
}
