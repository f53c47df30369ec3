import { completeTask, deleteTask, updateTask } from '@zerodo/domain/commands';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import { testScene } from '../notification-send/test-scene.ts';
import taskComplete from '../task-complete/handle.ts';
import taskDelete from '../task-delete/handle.ts';
import taskUpdate from '../task-update/handle.ts';

describe('the stories of cases/reminders.json', () => {
  const scene = testScene();
  const options = { now: scene.now };
  const completing = testFunction(taskComplete, scene.database, options);
  const deleting = testFunction(taskDelete, scene.database, options);
  const changing = testFunction(taskUpdate, scene.database, options);

  /** Everybody's way: a tick, and what it announced brought to notification-send, twice for good measure. */
  async function run() {
    await scene.checking.tick();
    await scene.deliver();
    await scene.checking.tick();
    await scene.deliver();
  }
  const everywhere = { channels: ['in-app', 'email', 'push'] } as const;

  it('R11: nothing is sent for a task that was completed before its reminder fires', async () => {
    const { userId, email } = await scene.person({ channels: [...everywhere.channels] });
    const browser = await scene.browserOf(userId);
    const task = await scene.remindedIn(userId, 5_000);
    await completing.command(completeTask.type, { taskId: task.id }, userId);
    scene.moveClock(6_000);

    await run();

    expect(await scene.ledgerOf(userId)).toHaveLength(0);
    expect(scene.smtp.mailTo(email)).toHaveLength(0);
    expect(browser.pushed()).toHaveLength(0);
  });

  it('R11, too: nor for one that was deleted, or moved to another day', async () => {
    const { userId } = await scene.person({ channels: ['in-app'] });
    const gone = await scene.remindedIn(userId, 5_000);
    await deleting.command(deleteTask.type, { taskId: gone.id }, userId);
    const at = scene.inMs(8_000);
    const due = { date: at.slice(0, 10), time: at.slice(11), timezone: 'UTC' };
    const moved = await scene.creates(userId, {
      title: 'x',
      due,
      reminders: [{ type: 'before', minutes: 0 }],
    });
    const date = scene.inMs(86_400_000).slice(0, 10);
    await changing.command(updateTask.type, { taskId: moved.id, changes: { due: { date } } }, userId);
    scene.moveClock(9_000);

    await run();

    expect(await scene.ledgerOf(userId)).toHaveLength(0);
  });

  it('R13: what fell due while the checker was down is sent once on recovery, on every channel, marked late', async () => {
    const { userId, email } = await scene.person({ channels: [...everywhere.channels] });
    const browser = await scene.browserOf(userId);
    const task = await scene.remindedIn(userId, 5_000);
    scene.moveClock(3 * 3_600_000);

    await Promise.all([scene.checking.tick(), scene.checking.tick(), scene.checking.tick()]);
    await scene.deliver();
    await run();

    expect(await scene.ledgerOf(userId)).toMatchObject([
      { channel: 'email', state: 'late' },
      { channel: 'in-app', state: 'late' },
      { channel: 'push', state: 'late' },
    ]);
    expect(scene.smtp.mailTo(email)).toHaveLength(1);
    expect(scene.smtp.mailTo(email)[0]!.text).toContain('This comes late');
    expect(browser.pushed()).toHaveLength(1);
    const [row] = await scene.sql()`select state from reminders where task_id = ${task.id}`;
    expect(row!.state).toBe('late');
  });

  it('announces again what waited for a mail server longer than a broker is patient', async () => {
    const { userId, email } = await scene.person({ channels: ['email'] });
    await scene.remindedIn(userId, 5_000);
    scene.moveClock(6_000);
    scene.smtp.answers(451);
    await scene.checking.tick();
    expect(await scene.deliver()).toContain(503);
    const announced = async () =>
      (
        await scene.sql()`
          select id from events where type = 'dev.zerodo.notification.planned.v1' and user_id = ${userId}
        `
      ).length;
    expect(await announced()).toBe(1);

    scene.smtp.answers(null);
    scene.moveClock(16 * 60_000);
    await run();

    expect(await announced()).toBe(2);
    expect(scene.smtp.mailTo(email)).toHaveLength(1);
  });
});
