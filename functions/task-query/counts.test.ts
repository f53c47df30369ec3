import { randomUUID } from 'node:crypto';
import { inboxId } from '@zerodo/domain/ids';
import type { Counted } from '@zerodo/domain/stats';
import { openByProject } from '@zerodo/store/counts';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { until } from '@zerodo/testing/until';
import { describe, expect, it } from 'vitest';
import taskQuery from './handle.ts';

describe('counts', () => {
  const database = testDatabase();
  const served = testFunction(taskQuery, database);
  const people = testPeople(database);
  const counts = async (user: string, args: object = {}): Promise<Counted> =>
    (await served.ask('read-counts', args, user)).json;
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it('are those of the lists, in the caller’s zone', async () => {
    const user = people.person();
    const add = (over: object) => people.creates(user, { title: 'Dig', ...over });
    await add({ labels: ['home', 'garden'] });
    await add({ due: { date: inDays(0) }, labels: ['home'] });
    await add({ due: { date: inDays(-3), time: '10:00' } });
    await add({ due: { date: inDays(-3) } });
    await add({ due: { date: inDays(3), time: '10:00' } });

    const answer = await counts(user, { timezone: 'UTC' });

    expect(answer).toEqual({
      inbox: 5,
      today: 1,
      overdue: 2,
      upcoming: 1,
      byProject: [{ projectId: inboxId(user), open: 5 }],
      byLabel: [
        { label: 'home', open: 2 },
        { label: 'garden', open: 1 },
      ],
      unread: 0,
    });
    for (const due of ['today', 'overdue', 'upcoming'] as const) {
      const { json } = await served.ask('list-tasks', { due, status: 'open', timezone: 'UTC' }, user);
      expect([due, json.items.length]).toEqual([due, answer[due]]);
    }
  });

  it('are nothing for who has nothing, and refuse a zone that is none', async () => {
    expect(await counts(people.person())).toMatchObject({ inbox: 0, byProject: [], byLabel: [], unread: 0 });
    expect(await served.ask('read-counts', { timezone: 'Mars/Olympus' }, people.person())).toMatchObject({
      status: 422,
      json: { code: 'unknown-timezone' },
    });
  });

  it('are read from indexes alone, however many tasks there are', async () => {
    const user = people.person();
    const { projectId } = await people.creates(user, { title: 'First' });
    await database.owner()`
      insert into tasks (id, project_id, created_by, title, notes, due_date, due_at, timezone, labels)
      select gen_random_uuid(), ${projectId}, ${user}, 'Many ' || n, repeat('x', 200),
             case when n % 2 = 0 then current_date + (n % 60 - 20)::integer end,
             case when n % 2 = 0 then current_date + (n % 60 - 20)::integer end, 'UTC',
             case when n % 3 = 0 then array['l' || n % 20] else '{}' end
      from generate_series(1, 20000) n
    `;
    // A page counts as seen by everybody only when no other session, such as autovacuum's, is looking back.
    await until(async () => {
      await database.owner()`vacuum analyze tasks`;
      const [pages] = await database.owner()<{ seen: boolean }[]>`
        select relallvisible >= relpages * 0.9 as seen from pg_class where relname = 'tasks'
      `;
      return pages!.seen;
    });

    const plan = await database.app().begin(async (tx) => {
      await tx`select set_config('zerodo.user_id', ${user}, true)`;
      const rows = await tx`
        explain (analyze, costs off, timing off, summary off, buffers off)
        ${openByProject(tx as never, 'UTC', user) as never}
      `;
      return rows.map((row) => Object.values(row)[0]).join('\n');
    });

    expect(plan).toContain('Index Only Scan using tasks_counted');
    expect((await counts(user)).inbox).toBe(20_001);
  });

  it('do not show a stranger’s', async () => {
    const user = people.person();
    await people.creates(user, { title: 'Dig', labels: ['secret'] });

    expect(JSON.stringify(await counts(randomUUID()))).not.toContain('secret');
  });
});
