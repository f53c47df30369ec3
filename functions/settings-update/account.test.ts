import { randomUUID } from 'node:crypto';
import { createFilter, deleteFilter } from '@zerodo/domain/filter';
import { inboxId } from '@zerodo/domain/ids';
import { addPushSubscription, deleteAccount, updatePreferences } from '@zerodo/domain/settings-commands';
import { createWebhook } from '@zerodo/domain/webhook-commands';
import { chain, recompute } from '@zerodo/store/audit-log';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import taskQuery from '../task-query/handle.ts';
import settingsUpdate from './handle.ts';

const email = 'ada@example.test';
const secret = 'Meet the lawyer';

describe('deleting an account', () => {
  const database = testDatabase();
  const people = testPeople(database);
  const served = testFunction(settingsUpdate, database, {
    env: { ZERODO_SECRET_KEY: 'only for tests, but thirty-two characters' },
  });
  const queries = testFunction(taskQuery, database);

  const remove = async (user: string, { confirm = email, scope = 'read write account' } = {}) =>
    served.post(
      {
        'content-type': 'application/json',
        'ce-specversion': '1.0',
        'ce-id': randomUUID(),
        'ce-source': '/test',
        'ce-type': deleteAccount.type,
        prefer: 'return=representation',
        authorization: `Bearer ${await served.issuer.token(user, { scope })}`,
      },
      JSON.stringify({ confirm }),
    );
  const shared = async (owner: string, ...members: [string, string][]) => {
    const id = randomUUID();
    await database.owner()`insert into projects (id, owner_id, name) values (${id}, ${owner}, 'Garden')`;
    for (const [at, [user, role]] of [[owner, 'owner'] as const, ...members].entries()) {
      await database.owner()`insert into project_members values (${id}, ${user}, ${role}, ${new Date(at * 1000)})`;
    }
    return id;
  };
  const roles = async (projectId: string) =>
    Object.fromEntries(
      (await database.owner()`select user_id, role from project_members where project_id = ${projectId}`).map(
        ({ userId, role }) => [userId, role],
      ),
    );
  /** Every table that holds the words or the id of somebody. */
  const tablesWith = async (words: string): Promise<string[]> => {
    const tables = await database.owner()`
      select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
    `;
    const found = [];
    for (const { tableName } of tables) {
      const [row] = await database.owner()`
        select from ${database.owner()(tableName)} t where t::text like ${`%${words}%`} limit 1
      `;
      if (row) found.push(tableName);
    }
    return found.sort();
  };

  it('leaves no word of the person and nothing that is his', async () => {
    const user = people.person();
    const due = { date: '2199-01-01', time: '09:00', floating: true };
    await people.creates(user, {
      title: secret,
      notes: `${secret} at noon`,
      labels: [secret],
      section: secret,
      due,
      recurrence: { rrules: ['FREQ=DAILY'] },
    });
    await served.command(updatePreferences.type, { changes: { timezone: 'Asia/Tokyo' } }, user);
    const query = { q: secret, label: [secret] };
    await served.command(createFilter.type, { name: secret, query }, user);
    const { json: dropped } = await served.command(createFilter.type, { name: `${secret} 2`, query }, user);
    await served.command(deleteFilter.type, { filterId: dropped.id }, user);
    await served.command(createWebhook.type, { url: 'https://hooks.example.com/' }, user);
    const keys = { p256dh: `B${'x'.repeat(86)}`, auth: 'x'.repeat(22) };
    await served.command(addPushSubscription.type, { endpoint: 'https://push.example.com/', keys }, user);
    expect(await tablesWith(secret)).toEqual(expect.arrayContaining(['filters', 'tasks']));

    expect(await remove(user)).toMatchObject({ status: 200, json: { deleted: true } });

    expect(await tablesWith(secret)).toEqual([]);
    // Who it was is no more than a number now: in the history, and among those who have gone.
    expect(await tablesWith(user)).toEqual(['erasures', 'events']);
  });

  it('keeps the chain over all events whole', async () => {
    const user = people.person();
    await people.creates(user, { title: secret });
    const sql = database.owner();
    await sql`update events set log_position = (select coalesce(max(log_position), 0) from events) + sequence
              where log_position is null`;
    const events = await sql`select id from events order by log_position`;
    await sql.begin((tx) =>
      chain(
        tx as never,
        events.map(({ id }) => id),
      ),
    );

    await remove(user);

    const { altered, checked } = await sql.begin((tx) => recompute(tx as never, 0, 10_000));
    expect([altered, checked]).toEqual([[], events.length]);
    const [kept] =
      await sql`select salt from task_event_log l join events e on e.id = l.event_id where e.user_id = ${user}`;
    expect(kept!.salt).toBeNull();
  });

  it('hands a shared project on to the editor who joined first, with its tasks', async () => {
    const [ada, vic, eve, bob] = [people.person(), people.person(), people.person(), people.person()];
    const projectId = await shared(ada, [vic, 'viewer'], [eve, 'editor'], [bob, 'editor']);
    const task = await people.creates(ada, { title: 'Dig', projectId });

    await remove(ada);

    expect(await roles(projectId)).toEqual({ [vic]: 'viewer', [eve]: 'owner', [bob]: 'editor' });
    expect((await queries.ask('read-task', { taskId: task.id }, eve)).json.title).toBe('Dig');
    const [event] = await database.owner()`
      select type, data from events where subject = ${projectId} order by sequence desc limit 1
    `;
    expect(event).toMatchObject({
      type: 'dev.zerodo.project.updated.v1',
      data: { changed: ['members'], actor: ada },
    });
    expect(event!.data.members).toHaveLength(3);
  });

  it('leaves a project with another owner, and makes a viewer an owner where there is nobody else', async () => {
    const [ada, bob, vic] = [people.person(), people.person(), people.person()];
    const owned = await shared(ada, [vic, 'viewer'], [bob, 'owner']);
    const seen = await shared(ada, [vic, 'viewer']);

    await remove(ada);

    expect(await roles(owned)).toEqual({ [bob]: 'owner', [vic]: 'viewer' });
    expect(await roles(seen)).toEqual({ [vic]: 'owner' });
  });

  it('leaves no name in what others were told, and no word in the history of a project long gone', async () => {
    const [ada, bob] = [people.person(), people.person()];
    const sql = database.owner();
    const told = (kind: string, about: string | null) => sql`
      insert into notifications (id, user_id, kind, channel, state, fire_at, actor_id, actor_name, about)
      values (${randomUUID()}, ${bob}, ${kind}, 'in-app', 'sent', now(), ${ada}, 'Ada of the lake', ${about})
    `;
    await told('task-created', null);
    await told('invitation', 'Project of the lake');
    const projectId = await shared(ada);
    await people.creates(ada, { title: 'Word of the lake', projectId });
    await sql`delete from tasks where project_id = ${projectId}`;
    await sql`delete from projects where id = ${projectId}`;
    expect(await tablesWith('of the lake')).toEqual(['events', 'inbox', 'notifications']);

    expect((await remove(ada)).status).toBe(200);

    expect(await tablesWith('of the lake')).toEqual([]);
    expect(await sql`select kind from notifications where user_id = ${bob}`).toEqual([
      { kind: 'task-created' },
    ]);
  });

  it('does so again where it was interrupted before the identity went', async () => {
    const user = people.person();
    await people.creates(user, { title: secret });

    expect((await remove(user)).status).toBe(200);
    expect((await remove(user)).status).toBe(200);
  });

  it('begins no account anew for what was under way', async () => {
    const user = people.person();
    await people.creates(user, { title: secret });
    await remove(user);

    await expect(people.creates(user, { title: 'Late' })).rejects.toThrow('410');
    await database.owner()`update erasures set erased_at = now() - interval '6 minutes' where user_id = ${user}`;
    expect((await people.creates(user, { title: 'Anew' })).projectId).toBe(inboxId(user));
  });

  it('touches nobody else', async () => {
    const [ada, bob] = [people.person(), people.person()];
    const task = await people.creates(bob, { title: 'Bob’s own' });
    await people.creates(ada, { title: secret });

    await remove(ada);

    expect((await queries.ask('read-task', { taskId: task.id }, bob)).json).toEqual(task);
  });

  it('is for the person who is signed in and writes the address once more', async () => {
    const user = people.person();

    expect(await remove(user, { scope: 'read write' })).toMatchObject({
      status: 403,
      json: { code: 'scope-missing' },
    });
    expect(await remove(user, { confirm: 'bob@example.test' })).toMatchObject({
      status: 422,
      json: { code: 'confirmation-mismatch' },
    });
    expect((await remove(user, { confirm: ' ADA@example.test ' })).status).toBe(200);
  });
});
