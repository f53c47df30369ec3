import { randomUUID } from 'node:crypto';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import retentionSweep from './handle.ts';

describe('retention-sweep', () => {
  const database = testDatabase();
  const served = testFunction(retentionSweep, database);
  const owner = () => database.owner();
  const count = async (table: string, where: string) =>
    (await owner().unsafe(`select from ${table} where ${where}`)).length;

  it('forgets claims after 14 days, a thousand at a time, and no sooner', async () => {
    await owner()`
      insert into inbox (function, source, event_id, user_id, digest, seen_at)
      select 'f', 's', n::text, case when n % 2 = 0 then gen_random_uuid() end, 'd',
             now() - case when n <= 2500 then interval '15 days' else interval '13 days' end
      from generate_series(1, 2600) n
    `;

    await served.tick();

    expect(await count('inbox', 'true')).toBe(100);
    expect(await count('inbox', "seen_at < now() - interval '14 days'")).toBe(0);
  });

  it('forgets notifications 30 days after they were read and 90 days after they came', async () => {
    const [task, userId] = await given(owner(), aTask());
    const add = (fireDays: number, readDays: number | null, state = 'sent') => owner()`
      insert into notifications (id, reminder_id, task_id, project_id, user_id, kind, channel, state, fire_at, read_at)
      values (${randomUUID()}, ${randomUUID()}, ${task.id}, ${task.projectId}, ${userId}, 'reminder', 'in-app', ${state},
        now() - make_interval(days => ${fireDays}), now() - make_interval(days => ${readDays}))
    `;
    for (const [fire, read] of [
      [40, 31],
      [91, null],
      [40, 29],
      [89, null],
    ] as const)
      await add(fire, read);
    await add(91, null, 'planned');

    await served.tick();

    expect(await count('notifications', 'true')).toBe(3);
    expect(await count('notifications', "state = 'planned'")).toBe(1);
  });

  it('forgets the steps of functions after a day', async () => {
    await owner()`
      insert into steps (function, event_id, type, trace_id, began_at, ms, outcome, noted_at)
      select 'f', n::text, 't', 't', now(), 1, 'done', now() - make_interval(hours => n)
      from generate_series(1, 30) n
    `;

    await served.tick();

    expect(await count('steps', "noted_at < now() - interval '1 day'")).toBe(0);
    expect(await count('steps', "function = 'f'")).toBe(23);
  });

  it('forgets replayed dead letters, ended invitations and memberships, and old deliveries', async () => {
    const [{ projectId }, userId] = await given(owner(), aTask());
    const webhookId = randomUUID();
    await owner()`
      insert into dead_letters (subscription, reason, attributes, data, replayed_at)
      select 's', '{}', '{}', '{}', at from unnest(array[null, now(), now() - interval '31 days']) at
    `;
    await owner()`
      insert into invitations (id, project_id, email, role, invited_by, code_digest, expires_at)
      values (${randomUUID()}, ${projectId}, 'a@example.test', 'viewer', ${userId}, '\\x00', now() - interval '1 hour'),
             (${randomUUID()}, ${projectId}, 'b@example.test', 'viewer', ${userId}, '\\x00', now() + interval '1 hour')
    `;
    await owner()`
      insert into former_members (project_id, user_id, role, with_project, ended_at)
      values (${projectId}, ${randomUUID()}, 'viewer', false, now() - interval '31 days'),
             (${projectId}, ${randomUUID()}, 'viewer', false, now())
    `;
    await owner()`
      insert into webhooks (id, user_id, url, types, secret) values (${webhookId}, ${userId}, 'https://example.test', '{}', '\\x00')
    `;
    await owner()`
      insert into webhook_deliveries (id, webhook_id, user_id, event_id, type, state, created_at)
      select gen_random_uuid(), ${webhookId}, ${userId}, gen_random_uuid(), 't', state, now() - age
      from (values ('sent', interval '31 days'), ('planned', interval '31 days'), ('sent', interval '1 day')) as d (state, age)
    `;

    await served.tick();

    for (const [table, left] of [
      ['dead_letters', 2],
      ['invitations', 1],
      ['former_members', 1],
      ['webhook_deliveries', 2],
    ] as const) {
      expect([table, await count(table, 'true')]).toEqual([table, left]);
    }
  });

  it('ends a project 30 days after it was deleted, with its tasks, and keeps its history', async () => {
    const [old, userId] = await given(owner(), aTask());
    const [part] = [aTask({ projectId: old.projectId, parentId: old.id })];
    await owner()`
      insert into tasks (id, project_id, created_by, title, parent_id)
      values (${part.id}, ${old.projectId}, ${userId}, 'Part', ${old.id})
    `;
    await owner()`
      insert into reminders (id, task_id, project_id, user_id, ordinal, spec, state)
      values (${randomUUID()}, ${old.id}, ${old.projectId}, ${userId}, 0, '{}', 'cancelled')
    `;
    await owner()`
      insert into events (id, type, source, subject, time, user_id, project_id, recurring, shared, cause_id, data)
      values (${randomUUID()}, 't', 's', ${old.id}, now(), ${userId}, ${old.projectId}, false, false, 'c', '{}')
    `;
    const [young] = await given(owner(), aTask());
    const [deleted] = await given(owner(), aTask());
    const close = (id: string, days: number) => owner()`
      update projects set deleted_at = now() - make_interval(days => ${days}) where id = ${id}
    `;
    await close(old.projectId, 31);
    await close(young.projectId, 29);
    await owner()`update tasks set deleted_at = now() - interval '1 year' where id = ${deleted.id}`;

    await served.tick();

    expect(await count('projects', `id = '${old.projectId}'`)).toBe(0);
    expect(await count('tasks', `project_id = '${old.projectId}'`)).toBe(0);
    expect(await count('events', `subject = '${old.id}'`)).toBe(1);
    expect(await count('tasks', `id = '${young.id}'`)).toBe(1);
    expect(await count('tasks', `id = '${deleted.id}'`)).toBe(1);
  });

  it('ends a project whose series has left something done in another one', async () => {
    const [done, userId] = await given(owner(), aTask());
    const [gone] = await given(owner(), aTask());
    const seriesId = randomUUID();
    await owner()`
      insert into series (id, project_id, created_by, title, notes, priority, labels, reminders, rrules, exdates, rdates,
                          dtstart, all_day, timezone, floating, mode, spawn, catch_up)
      values (${seriesId}, ${gone.projectId}, ${userId}, 'x', '', 4, '{}', '[]', '{FREQ=DAILY}', '{}', '{}',
              '2026-11-23', true, 'UTC', false, 'schedule', 'completion', 'latest')
    `;
    await owner()`update tasks set series_id = ${seriesId} where id = ${done.id}`;
    await owner()`update projects set deleted_at = now() - interval '31 days' where id = ${gone.projectId}`;

    expect((await served.tick()).status).toBe(204);

    expect(await count('series', `id = '${seriesId}'`)).toBe(0);
    expect(await owner()`select series_id from tasks where id = ${done.id}`).toEqual([{ seriesId: null }]);
  });

  it('could not delete sooner if it tried', async () => {
    const [task] = await given(owner(), aTask());
    await owner()`insert into inbox (function, source, event_id, user_id, digest) values ('f', 's', 'young', ${randomUUID()}, 'd')`;

    for (const table of ['tasks', 'projects', 'inbox'])
      await database.worker().unsafe(`delete from ${table}`);

    expect(await count('tasks', `id = '${task.id}'`)).toBe(1);
    expect(await count('projects', `id = '${task.projectId}'`)).toBe(1);
    expect(await count('inbox', `event_id = 'young'`)).toBe(1);
  });

  it('stops when it is told to, and goes on the next time', async () => {
    const stopped = new AbortController();
    stopped.abort();
    let transactions = 0;

    await retentionSweep.handle({
      stopping: stopped.signal,
      log: { info: () => {} },
      transaction: async () => {
        transactions++;
      },
    } as never);

    expect(transactions).toBe(0);
  });
});
