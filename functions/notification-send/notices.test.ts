import { randomUUID } from 'node:crypto';
import { completeTask, updateTask } from '@zerodo/domain/commands';
import { inboxId } from '@zerodo/domain/ids';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import taskComplete from '../task-complete/handle.ts';
import taskQuery from '../task-query/handle.ts';
import taskUpdate from '../task-update/handle.ts';
import { testScene } from './test-scene.ts';

describe('notices', () => {
  const scene = testScene();
  const completing = testFunction(taskComplete, scene.database, { now: scene.now });
  const changing = testFunction(taskUpdate, scene.database, { now: scene.now });
  const querying = testFunction(taskQuery, scene.database, { now: scene.now });
  const bothNotices = {
    notices: { dueSoon: true, overdue: true, shared: true },
    channels: ['in-app'],
  } as const;

  const dueIn = (ms: number) => {
    const local = scene.inMs(ms);
    return { date: local.slice(0, 10), time: local.slice(11), timezone: 'UTC' };
  };
  const due = ['task.due-soon', 'task.overdue'];
  const changes = ['task.created', 'task.updated', 'task.completed'];
  const kindsFor = async (userId: string) => (await scene.ledgerOf(userId)).map(({ kind }) => kind);

  it('tell once that a task comes near its due time and once that it passed it', async () => {
    const { userId } = await scene.person({ ...bothNotices, channels: ['in-app'] });
    const task = await scene.creates(userId, { title: 'x', due: dueIn(3_600_000), reminders: [] });
    await scene.checking.tick();
    await scene.checking.tick();
    await scene.deliver(due);
    expect(await kindsFor(userId)).toEqual(['due-soon']);

    scene.moveClock(3_700_000);
    await scene.checking.tick();
    await scene.checking.tick();
    await scene.deliver(due);

    expect(await kindsFor(userId)).toEqual(['due-soon', 'overdue']);
    expect(
      await scene.sql()`
      select type from events where subject = ${task.id} and type like '%due%' order by sequence
    `,
    ).toMatchObject([{ type: 'dev.zerodo.task.due-soon.v1' }, { type: 'dev.zerodo.task.overdue.v1' }]);
  });

  it('tell again of a task that was moved, and nothing of one that was done or moved meanwhile', async () => {
    const { userId } = await scene.person({ ...bothNotices, channels: ['in-app'] });
    const task = await scene.creates(userId, { title: 'x', due: dueIn(3_600_000), reminders: [] });
    await scene.checking.tick();
    await changing.command(updateTask.type, { taskId: task.id, changes: { due: dueIn(7_200_000) } }, userId);
    await scene.deliver(due);
    expect(await kindsFor(userId)).toEqual([]);

    await scene.checking.tick();
    await scene.deliver(due);
    expect(await kindsFor(userId)).toEqual(['due-soon']);
  });

  it('do not tell who did not ask', async () => {
    const { userId } = await scene.person();
    await scene.creates(userId, { title: 'x', due: dueIn(3_600_000), reminders: [] });
    await scene.checking.tick();
    await scene.deliver(due);
    expect(await kindsFor(userId)).toEqual([]);
  });

  /** Ada's inbox, shared with Bob. */
  async function shared(bobWants: object = {}) {
    const ada = (await scene.person()).userId;
    const bob = (await scene.person(bobWants)).userId;
    await scene.creates(ada, { title: 'the first thing in it', reminders: [] });
    await scene.sql()`insert into project_members values (${inboxId(ada)}, ${bob}, 'editor')`;
    await scene.deliver(changes);
    return { ada, bob };
  }

  it('tell the others of a shared project what one of them did, by name, and not the one who did it', async () => {
    const { ada, bob } = await shared();
    const task = await scene.creates(ada, { title: 'Milk', reminders: [] });
    await completing.command(completeTask.type, { taskId: task.id }, ada);

    await scene.deliver(changes);
    await scene.deliver(changes);

    expect(await kindsFor(ada)).toEqual([]);
    expect(
      await scene.sql()`
      select kind, state, actor_id, actor_name from notifications where user_id = ${bob} order by created_at
    `,
    ).toMatchObject([
      { kind: 'task-created', state: 'sent', actorId: ada, actorName: 'Ada' },
      { kind: 'task-completed', state: 'sent', actorId: ada, actorName: 'Ada' },
    ]);
  });

  it('tell several changes of one task once, and nothing of its place in a list', async () => {
    const { ada, bob } = await shared();
    const task = await scene.creates(ada, { title: 'Milk', reminders: [] });
    await scene.deliver(changes);
    const change = (fields: object) =>
      changing.command(updateTask.type, { taskId: task.id, changes: fields }, ada);
    await change({ position: 7 });
    await scene.deliver(changes);
    expect(await kindsFor(bob)).toEqual(['task-created']);

    for (const title of ['Oat milk', 'Soy milk', 'Milk']) await change({ title });
    await scene.deliver(changes);

    const updates = (await kindsFor(bob)).filter((kind) => kind === 'task-updated');
    // Two, if the ten minutes that they are counted by ended in between.
    expect(updates.length).toBeLessThanOrEqual(2);
    expect(updates.length).toBeGreaterThanOrEqual(1);
  });

  it('tell of a flood by its first lines and one push', async () => {
    const { ada, bob } = await shared();
    const browser = await scene.browserOf(bob);
    for (let made = 0; made < 25; made++) await scene.creates(ada, { title: `${made}`, reminders: [] });

    await scene.deliver([...changes, 'notification.planned']);

    const rows = await scene.ledgerOf(bob);
    expect(rows.filter(({ channel }) => channel === 'in-app')).toHaveLength(20);
    expect(browser.pushed()).toMatchObject([{ title: 'Ada added “0”' }]);
  });

  it('let the phone sleep: a push about others waits for the end of quiet hours', async () => {
    const at = (hours: number) => scene.inMs(hours * 3_600_000).slice(11, 16);
    const { ada, bob } = await shared({ quietHours: { from: at(-1), to: at(1) } });
    const browser = await scene.browserOf(bob);
    await scene.creates(ada, { title: 'Milk', reminders: [] });

    await scene.deliver([...changes, 'notification.planned']);
    expect(browser.pushed()).toHaveLength(0);
    expect(await scene.ledgerOf(bob)).toMatchObject([
      { channel: 'in-app', state: 'sent' },
      { state: 'planned' },
    ]);

    scene.moveClock(3_700_000);
    await scene.checking.tick();
    await scene.deliver();
    expect(browser.pushed()).toHaveLength(1);
  });

  it('are not counted where the task is out of reach', async () => {
    const { ada, bob } = await shared();
    await scene.creates(ada, { title: 'Milk', reminders: [] });
    await scene.deliver(changes);
    const inbox = async () => (await querying.ask('list-notifications', {}, bob)).json;
    expect(await inbox()).toMatchObject({ unread: 1, items: [{ title: 'Milk' }] });

    await scene.sql()`delete from project_members where user_id = ${bob} and project_id = ${inboxId(ada)}`;

    expect(await inbox()).toMatchObject({ unread: 0, items: [] });
    expect((await querying.ask('read-counts', {}, bob)).json.unread).toBe(0);
  });

  it('believe no message: what was not recorded is told to nobody', async () => {
    const { ada, bob } = await shared();
    const task = await scene.creates(ada, { title: 'Milk', reminders: [] });
    await scene.deliver(changes);
    const before = await kindsFor(bob);

    const [made] = await scene.sql()`select id from events where subject = ${task.id}`;
    // Neither one that nobody recorded, nor a recorded one that says something else.
    for (const id of [randomUUID(), made!.id]) {
      await scene.sending.event(
        'dev.zerodo.task.completed.v1',
        { task, changed: ['status'], actor: ada },
        { id, userid: ada, source: '/forged' },
      );
    }

    expect(await kindsFor(bob)).toEqual(before);
  });
});
