import { updateTask } from '@zerodo/domain/commands';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { until } from '@zerodo/testing/until';
import { describe, expect, it, vi } from 'vitest';
import notificationSend from '../notification-send/handle.ts';
import taskUpdate from '../task-update/handle.ts';
import reminderDue from './handle.ts';

describe('reminder-due and notification-send', () => {
  let shift = 0;
  /** The real clock, moved: what waits for a second waits for a second. */
  const now = () => new Date(Date.now() + shift);
  const database = testDatabase();
  const people = testPeople(database, now);
  const checking = testFunction(reminderDue, database, { now });
  const sending = testFunction(notificationSend, database, { now });

  const updating = testFunction(taskUpdate, database, { now });

  const inMs = (ms: number) => new Date(now().getTime() + ms).toISOString().slice(0, 19);
  const aTaskRemindedIn = (user: string, ms: number) =>
    people.creates(user, { title: 'x', reminders: [{ type: 'at', local: inMs(ms), timezone: 'UTC' }] });
  const announced = (taskId: string) => database.owner()`
    select id, type, data, time from events where subject = ${taskId} and type = 'dev.zerodo.reminder.due.v1'
  `;
  const deliver = async (taskId: string, user: string) => {
    for (const { id, type, data } of await announced(taskId))
      await sending.event(type, data, { id, userid: user });
  };
  const ledgerOf = (user: string) =>
    database.owner()`select state, fire_at, sent_at from notifications where user_id = ${user}`;

  it('waits for what falls due before the next tick and claims it within its second', async () => {
    const user = people.person();
    const task = await aTaskRemindedIn(user, 3_000);

    await checking.tick();

    const [event] = await announced(task.id);
    const lateness = event!.time.getTime() - Date.parse(event!.data.fireAt);
    expect(lateness).toBeGreaterThanOrEqual(0);
    expect(lateness).toBeLessThan(1_000);
  });

  it('ends at once when nothing is near', async () => {
    await aTaskRemindedIn(people.person(), 3_600_000);
    const begun = performance.now();

    await checking.tick();

    expect(performance.now() - begun).toBeLessThan(1_500);
  });

  it('ends when the clock is put back while it waits', async () => {
    const user = people.person();
    const task = await aTaskRemindedIn(user, 10_000);
    const begun = Date.now();
    const ticking = checking.tick();
    shift -= 3_600_000;

    await ticking;

    shift += 3_600_000;
    expect(Date.now() - begun).toBeLessThan(5_000);
    await database.owner()`delete from reminders where task_id = ${task.id}`;
  });

  it('asks two questions when there is nothing', async () => {
    await database.owner()`update reminders set state = 'cancelled' where state in ('planned', 'due')`;
    const begun = vi.spyOn(checking.services().worker(), 'begin');

    await checking.tick();

    expect(begun).toHaveBeenCalledTimes(2);
    begun.mockRestore();
  });

  it('sees what is planned while it waits', async () => {
    const user = people.person();
    const waiting = await aTaskRemindedIn(user, 4_000);
    const tick = checking.tick();
    const sooner = await aTaskRemindedIn(user, 2_000);

    await until(async () => (await announced(sooner.id)).length === 1);
    expect(await announced(waiting.id)).toHaveLength(0);
    await tick;
    expect(await announced(waiting.id)).toHaveLength(1);
  });

  it('claims each once, however many ticks look', async () => {
    const user = people.person();
    const task = await aTaskRemindedIn(user, 2_000);

    await Promise.all([checking.tick(), checking.tick(), checking.tick()]);

    expect(await announced(task.id)).toHaveLength(1);
  });

  it('enters what was sent in the ledger once, and says so', async () => {
    const user = people.person();
    const task = await aTaskRemindedIn(user, 2_000);
    await checking.tick();

    await deliver(task.id, user);
    await deliver(task.id, user);

    expect(await ledgerOf(user)).toMatchObject([{ state: 'sent' }]);
    const sent =
      await database.owner()`select data from events where type like '%notification.sent%' and subject = ${task.id}`;
    expect(sent).toMatchObject([{ data: { userId: user, channel: 'in-app', late: false } }]);
  });

  it('sends what an outage held up once, and marks it late', async () => {
    const user = people.person();
    const task = await aTaskRemindedIn(user, 60_000);
    shift += 3_600_000;

    await checking.tick();
    await deliver(task.id, user);

    expect(await ledgerOf(user)).toMatchObject([{ state: 'late' }]);
    expect(await database.owner()`select state from reminders where task_id = ${task.id}`).toMatchObject([
      { state: 'late' },
    ]);
  });

  it.each([
    ['done', (id: string) => database.owner()`update tasks set status = 'completed' where id = ${id}`],
    ['deleted', (id: string) => database.owner()`update tasks set deleted_at = now() where id = ${id}`],
  ])('sends nothing for a task that was %s between claim and sending', async (_, change) => {
    const user = people.person();
    const task = await aTaskRemindedIn(user, 2_000);
    await checking.tick();
    await change(task.id);

    await deliver(task.id, user);

    expect(await ledgerOf(user)).toHaveLength(0);
    expect(await database.owner()`select state from reminders where task_id = ${task.id}`).toMatchObject([
      { state: 'cancelled' },
    ]);
  });

  it('sends nothing for a forged event', async () => {
    const user = people.person();
    const task = await aTaskRemindedIn(user, 3_600_000);
    const [reminder] = await database.owner()`select id, fire_at from reminders where task_id = ${task.id}`;
    const data = {
      reminderId: reminder!.id,
      taskId: task.id,
      userId: user,
      fireAt: reminder!.fireAt.toISOString(),
    };

    await sending.event('dev.zerodo.reminder.due.v1', data, { userid: user });

    expect(await ledgerOf(user)).toHaveLength(0);
  });

  it('sends a reminder that changed its place between claim and sending', async () => {
    const user = people.person();
    const at = inMs(2_000);
    const later = { type: 'at', local: inMs(3_600_000), timezone: 'UTC' };
    const task = await people.creates(user, {
      title: 'x',
      reminders: [later, { type: 'at', local: at, timezone: 'UTC' }],
    });
    await checking.tick();
    const changes = { reminders: [{ type: 'at', local: at, timezone: 'UTC' }] };
    await updating.command(updateTask.type, { taskId: task.id, changes }, user);

    await deliver(task.id, user);
    await checking.tick();
    await deliver(task.id, user);

    expect(await ledgerOf(user)).toMatchObject([{ state: 'sent' }]);
  });

  it('announces a claim again that nothing came of for a quarter of an hour', async () => {
    const user = people.person();
    const task = await aTaskRemindedIn(user, 2_000);
    await checking.tick();
    shift += 16 * 60_000;

    await checking.tick();
    await deliver(task.id, user);

    expect(await announced(task.id)).toHaveLength(2);
    expect(await ledgerOf(user)).toMatchObject([{ state: 'late' }]);
  });
});
