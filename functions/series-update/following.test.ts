import { followingSeriesId } from '@zerodo/domain/ids';
import { seriesScene } from '@zerodo/testing/series-scene';
import { until } from '@zerodo/testing/until';
import { describe, expect, it } from 'vitest';

describe('this occurrence and what follows', () => {
  const scene = seriesScene();
  const { clock, database, people, on, due, onward } = scene;

  const aSeries = (rrule: string, over: object = {}) => scene.aSeries({ rrules: [rrule] }, over);
  const rulesOf = async (user: string, id: string) => (await on.read(user, id)).json.recurrence.rrules;

  it('splits the series: done ones stay, the open one and what follows belong to another', async () => {
    const { user, id, first } = await aSeries('FREQ=DAILY');
    const second = await onward(user);
    const changes = { title: 'Swim', recurrence: { rrules: ['FREQ=DAILY;INTERVAL=2'] } };

    const { json } = await on.change(user, id, { scope: 'following', taskId: second!.id, changes });

    expect(json).toMatchObject({
      ...{ id: followingSeriesId(id, second!.id), title: 'Swim', status: 'active', openTaskId: second!.id },
      ...{ due: { date: '2026-11-24', time: '09:00' }, nextDueAt: '2026-11-26T08:00:00.000Z' },
    });
    expect((await on.read(user, id)).json).toMatchObject({
      ...{ title: 'Run', status: 'ended', until: '2026-11-24T08:59:59', openTaskId: null },
    });
    expect((await on.readTask(user, first)).json.recurrence.seriesId).toBe(id);
    expect(await on.open(user)).toMatchObject([{ id: second!.id, title: 'Swim', seriesId: json.id }]);
    expect([await on.events(id), await on.events(json.id)]).toEqual([['created', 'ended'], ['created']]);
    expect(await onward(user)).toMatchObject({ title: 'Swim', dueDate: '2026-11-26', seriesId: json.id });
  });

  it('keeps the count where the first and what follows are on one day', async () => {
    const { user, id } = await aSeries('FREQ=HOURLY;COUNT=10');
    await onward(user);
    const third = await onward(user);

    const { json } = await on.change(user, id, {
      ...{ scope: 'following', taskId: third!.id, changes: { title: 'Swim' } },
    });
    let last = third;
    for (let open = last; open; open = await onward(user)) last = open;

    expect(json).toMatchObject({ due: { time: '11:00' }, recurrence: { rrules: ['FREQ=HOURLY;COUNT=8'] } });
    expect(last).toMatchObject({ title: 'Swim', dueTime: '18:00:00' });
  });

  it('goes on in step from the second time that the clock shows an hour', async () => {
    clock.now = new Date('2026-10-24T20:00:00Z');
    const begin = { date: '2026-10-25', time: '00:30', timezone: 'Europe/Berlin' };
    // 00:30, then three hours later the second 02:30.
    const { user, id } = await aSeries('FREQ=HOURLY;INTERVAL=3;COUNT=4', { due: begin });
    const second = await onward(user);
    expect(second).toMatchObject({ dueTime: '02:30:00', dueAt: new Date('2026-10-25T01:30:00Z') });

    await on.change(user, id, { scope: 'following', taskId: second!.id, changes: { title: 'Swim' } });

    expect(await onward(user)).toMatchObject({ title: 'Swim', dueAt: new Date('2026-10-25T04:30:00Z') });
    expect(await onward(user)).toMatchObject({ dueAt: new Date('2026-10-25T07:30:00Z') });
    expect(await onward(user)).toBeUndefined();
  });

  it('makes one series however often it is asked', async () => {
    const { user, id } = await aSeries('FREQ=DAILY');
    const second = await onward(user);
    const asked = { scope: 'following', taskId: second!.id, changes: { title: 'Swim' } };

    let both!: Promise<Awaited<ReturnType<typeof on.change>>[]>;
    await database.owner().begin(async (tx) => {
      await tx`select from tasks where id = ${second!.id} for update`;
      both = Promise.all([on.change(user, id, asked), on.change(user, id, asked)]);
      await until(async () => {
        const waiting = await database.owner()`
          select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        `;
        return waiting.length === 2;
      });
    });
    const answers = await both;
    const again = await on.change(user, id, asked);

    expect(new Set([...answers, again].map(({ json }) => json.id)).size).toBe(1);
    expect((await on.list(user)).json.items).toHaveLength(2);
  });

  it('takes what has been off a count', async () => {
    const { user, id } = await aSeries('FREQ=DAILY;COUNT=5');
    await onward(user);
    const third = await onward(user);

    const { json } = await on.change(user, id, {
      scope: 'following',
      taskId: third!.id,
      changes: { title: 'Swim' },
    });

    expect(json.recurrence.rrules).toEqual(['FREQ=DAILY;COUNT=3']);
    const dates = [third!.dueDate];
    for (let next = await onward(user); next; next = await onward(user)) dates.push(next.dueDate);
    expect(dates).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
    expect((await on.read(user, json.id)).json.status).toBe('ended');
    expect(await rulesOf(user, id)).toEqual(['FREQ=DAILY;COUNT=5']);
  });

  it('takes completions off a count of completions', async () => {
    const user = people.person();
    const recurrence = { rrules: ['FREQ=DAILY;COUNT=3'], mode: 'completion' };
    const { json } = await on.create(user, { title: 'Run', due, recurrence });
    const second = await onward(user);

    const changes = { title: 'Swim' };
    const split = await on.change(user, json.id, { scope: 'following', taskId: second!.id, changes });

    expect(split.json.recurrence.rrules).toEqual(['FREQ=DAILY;COUNT=2']);
    expect(await onward(user)).toMatchObject({ title: 'Swim' });
    expect(await onward(user)).toBeUndefined();
  });

  it('begins with the slot of an occurrence that was moved, which stays where it is', async () => {
    const { user, id } = await aSeries('FREQ=WEEKLY');
    const second = await onward(user);
    await on.update(user, second!.id, { due: { date: '2026-12-02' } });

    const { json } = await on.change(user, id, {
      scope: 'following',
      taskId: second!.id,
      changes: { title: 'Swim' },
    });

    expect(json.due.date).toBe('2026-11-30');
    expect(await on.open(user)).toMatchObject([{ dueDate: '2026-12-02', title: 'Swim' }]);
    expect(await onward(user)).toMatchObject({ dueDate: '2026-12-07' });
  });

  it('is all of it from the first occurrence on', async () => {
    const { user, id, first } = await aSeries('FREQ=DAILY');

    const { json } = await on.change(user, id, {
      scope: 'following',
      taskId: first,
      changes: { title: 'Swim' },
    });

    expect(json).toMatchObject({ id, title: 'Swim' });
    expect((await on.list(user)).json.items).toHaveLength(1);
  });

  it('moves to another day and another end from here on', async () => {
    const { user, id } = await aSeries('FREQ=WEEKLY');
    const second = await onward(user);
    const changes = { due: { date: '2026-12-01', time: '10:00' }, until: '2026-12-08' };

    await on.change(user, id, { scope: 'following', taskId: second!.id, changes });

    expect(await on.open(user)).toMatchObject([{ dueDate: '2026-12-01', dueTime: '10:00:00' }]);
    expect(await onward(user)).toMatchObject({ dueDate: '2026-12-08' });
    expect(await onward(user)).toBeUndefined();
  });

  it('of a schedule takes along everything that is open from there on', async () => {
    const user = people.person();
    const recurrence = { rrules: ['FREQ=DAILY'], spawn: 'schedule' };
    const { json } = await on.create(user, { title: 'Run', due, recurrence, reminders: [] });
    for (const day of ['23', '24', '25']) {
      clock.now = new Date(`2026-11-${day}T08:00:00Z`);
      await on.tick();
    }
    const [first, second] = await on.open(user);

    const split = await on.change(user, json.id, {
      scope: 'following',
      taskId: second!.id,
      changes: { title: 'Swim' },
    });

    expect((await on.open(user)).map(({ title }) => title)).toEqual(['Run', 'Swim', 'Swim']);
    expect((await on.readTask(user, first!.id)).json.recurrence.seriesId).toBe(json.id);
    expect(split.json.nextDueAt).toBe('2026-11-26T08:00:00.000Z');
    clock.now = new Date('2026-11-26T08:00:00Z');
    await on.tick();
    expect(await on.open(user)).toHaveLength(4);
  });
});
