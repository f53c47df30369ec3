import { randomUUID } from 'node:crypto';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { beforeAll, describe, expect, it } from 'vitest';
import { transaction } from './transaction.ts';

const tables = [
  'projects',
  'project_members',
  'tasks',
  'series',
  'reminders',
  'notifications',
  'events',
  'preferences',
  'inbox',
  'push_subscriptions',
  'webhooks',
  'webhook_deliveries',
  'filters',
];

describe('row-level security', () => {
  const database = testDatabase();
  const stranger = randomUUID();
  const as = <T>(user: string, work: Parameters<typeof transaction<T>>[2]) =>
    transaction(database.app(), { user }, work);
  let task: ReturnType<typeof aTask>;
  let owner: string;

  beforeAll(async () => {
    [task, owner] = await given(database.owner(), aTask());
    const sql = database.owner();
    const [projectId, userId, taskId] = [task.projectId, owner, task.id];
    await sql`insert into preferences (user_id) values (${owner})`;
    await sql`insert into inbox (function, source, event_id, user_id, digest) values ('f', ${owner}, 'e', ${owner}, 'd')`;
    const webhookId = randomUUID();
    await sql`insert into push_subscriptions ${sql({ id: randomUUID(), userId, endpoint: 'e', p256dh: 'p', auth: 'a' })}`;
    await sql`insert into webhooks ${sql({ id: webhookId, userId, url: 'u', types: sql.types.textArray([]), secret: Buffer.of(1) })}`;
    await sql`insert into webhook_deliveries ${sql({ id: randomUUID(), webhookId, userId, eventId: randomUUID(), type: 't' })}`;
    await sql`insert into filters ${sql({ id: randomUUID(), userId, name: 'n', query: '{}', position: 1 })}`;
    await sql`insert into reminders ${sql({ id: randomUUID(), taskId, projectId, userId, ordinal: 0, spec: '{}', state: 'planned' })}`;
    await sql`insert into notifications ${sql({ id: randomUUID(), reminderId: randomUUID(), taskId, projectId, userId, kind: 'reminder', channel: 'in-app', state: 'sent', fireAt: new Date() })}`;
    await sql`
      insert into events ${sql({ id: randomUUID(), type: 't', source: 's', subject: taskId, time: new Date(), userId, projectId, recurring: false, shared: false, causeId: 'c', data: '{}' })}
    `;
    await sql`
      insert into series ${sql({ id: randomUUID(), projectId, createdBy: owner, title: 't', notes: '', priority: 4, labels: sql.types.textArray([]), reminders: '[]', rrules: sql.types.textArray(['FREQ=DAILY']), exdates: sql.types.textArray([]), rdates: sql.types.textArray([]), dtstart: '2026-01-01', allDay: true, timezone: 'UTC', floating: false, mode: 'schedule', spawn: 'completion', catchUp: 'latest' })}
    `;
  });

  it.each(tables)('shows a stranger nothing of %s, and its owner his own', async (table) => {
    const rows = (user: string) => as(user, (tx) => tx.unsafe(`select * from ${table}`));

    expect(await rows(stranger)).toHaveLength(0);
    expect((await rows(owner)).length).toBeGreaterThan(0);
  });

  it('binds every table with people’s data, its owner included', async () => {
    const free = await database.owner()`
      select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)
    `;

    expect(free.map(({ relname }) => relname).sort()).toEqual([
      'dead_letters',
      'log_cursors',
      'log_shards',
      'schema_migrations',
    ]);
  });

  it('lets no stranger change, add to or join a project', async () => {
    const { projectId, id } = task;

    expect((await as(stranger, (tx) => tx`update tasks set title = 'x' where id = ${id}`)).count).toBe(0);
    await expect(
      as(
        stranger,
        (tx) =>
          tx`insert into tasks (id, project_id, created_by, title) values (${randomUUID()}, ${projectId}, ${stranger}, 'x')`,
      ),
    ).rejects.toThrow(/row-level security/);
    for (const role of ['owner', 'editor', 'viewer']) {
      await expect(
        as(stranger, (tx) => tx`insert into project_members values (${projectId}, ${stranger}, ${role})`),
      ).rejects.toThrow(/row-level security/);
    }
  });

  it('lets a viewer lock a row, so that he is refused by name, but not write it', async () => {
    const [theirs, viewer] = await given(database.owner(), aTask(), 'viewer');

    expect(
      await as(viewer, (tx) => tx`select id from tasks where id = ${theirs.id} for update`),
    ).toHaveLength(1);
    await expect(
      as(viewer, (tx) => tx`update tasks set title = 'x' where id = ${theirs.id}`),
    ).rejects.toThrow(/row-level security/);
  });

  it('lets nobody rewrite history', async () => {
    await expect(as(owner, (tx) => tx`update events set data = '{}'`)).rejects.toThrow(/permission denied/);
    await expect(as(owner, (tx) => tx`delete from events`)).rejects.toThrow(/permission denied/);
    await expect(as(owner, (tx) => tx`select digest from task_event_log`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it('lets a worker number events, and change nothing else of them', async () => {
    const worker = <T>(work: Parameters<typeof transaction<T>>[2]) =>
      transaction(database.worker(), { worker: 'test' }, work);

    expect((await worker((tx) => tx`update events set log_position = 1`)).count).toBe(1);
    await expect(worker((tx) => tx`update events set data = '{}'`)).rejects.toThrow(/permission denied/);
  });
});
