import { replanReminders } from '@zerodo/store/reminders';
import { transaction } from '@zerodo/store/transaction';
import { describe, expect, it } from 'vitest';
import { testScene } from './test-scene.ts';

describe('quiet hours and what is usual', () => {
  const scene = testScene();
  const clock = (hours: number) => scene.inMs(hours * 3_600_000).slice(11, 16);
  const planned = async (taskId: string, userId: string) =>
    (
      await scene.sql()`
      select state, fire_at from reminders where task_id = ${taskId} and user_id = ${userId} order by ordinal
    `
    ).map(({ fireAt, state }) => [state, fireAt.toISOString().slice(11, 16)]);

  it('move a reminder to their end when it is planned', async () => {
    const { userId } = await scene.person({ quietHours: { from: clock(1), to: clock(3) } });
    const task = await scene.remindedIn(userId, 2 * 3_600_000);
    expect(await planned(task.id, userId)).toEqual([['planned', clock(3)]]);
  });

  it('are what a due date alone is reminded by, where a person has chosen that', async () => {
    const timed = [
      { type: 'before', minutes: 10 },
      { type: 'before', minutes: 5 },
    ] as const;
    const { userId } = await scene.person({ reminders: { timed: [...timed], allDay: [] } });
    const at = scene.inMs(86_400_000);
    const task = await scene.creates(userId, {
      title: 'x',
      due: { date: at.slice(0, 10), time: at.slice(11, 16), timezone: 'UTC' },
    });
    expect(task.reminders).toMatchObject(timed);
  });

  it('hold for what somebody else has planned, on the clock of whom it reminds', async () => {
    const { userId } = await scene.person();
    const task = await scene.remindedIn(userId, 60_000);
    const quietHours = { from: clock(-1), to: clock(2) };
    await scene.sql()`
      update preferences set settings = ${scene.sql().json({ quietHours })} where user_id = ${userId}
    `;
    scene.moveClock(61_000);

    await scene.checking.tick();

    expect(await planned(task.id, userId)).toMatchObject([['planned', quietHours.to]]);
  });

  it('hold for what an outage has held up until then, but in the inbox, and it says that it is late', async () => {
    const { userId, email } = await scene.person({
      quietHours: { from: clock(2), to: clock(4) },
      channels: ['in-app', 'email'],
    });
    await scene.remindedIn(userId, 3_600_000);
    scene.moveClock(3 * 3_600_000);
    await scene.checking.tick();
    await scene.deliver();
    expect(await scene.ledgerOf(userId)).toMatchObject([
      { channel: 'email', state: 'planned' },
      { channel: 'in-app', state: 'late' },
    ]);

    scene.moveClock(3_700_000);
    await scene.checking.tick();
    await scene.deliver();

    expect(await scene.ledgerOf(userId)).toMatchObject([{ state: 'late' }, { state: 'late' }]);
    expect(scene.smtp.mailTo(email)).toHaveLength(1);
    expect(scene.smtp.mailTo(email)[0]!.text).toContain('This comes late');
  });

  it('that change move what is planned, and what they held back comes at once', async () => {
    const { userId } = await scene.person({ quietHours: { from: clock(1), to: clock(3) } });
    const ahead = await scene.remindedIn(userId, 2 * 3_600_000);
    const [before] = await planned(ahead.id, userId);
    const now = new Date(scene.now().getTime() + 2.5 * 3_600_000);

    const moved = await transaction(scene.database.app(), { user: userId }, (tx) =>
      replanReminders(tx, userId, { timezone: 'UTC', quietHours: null, now }),
    );

    expect(moved).toEqual(now);
    expect(before![1]).toBe(clock(3));
    const [row] = await scene.sql()`select fire_at, state from reminders where task_id = ${ahead.id}`;
    expect(row).toEqual({ state: 'planned', fireAt: now });
  });
});
