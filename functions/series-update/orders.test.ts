import { successorId } from '@zerodo/domain/ids';
import type { Task } from '@zerodo/domain/task';
import { seriesScene } from '@zerodo/testing/series-scene';
import { describe, expect, it } from 'vitest';

describe('what follows, in whatever order things are done', () => {
  const { clock, people, on, due } = seriesScene();

  const begin = async (recurrence: object = {}) => {
    const user = people.person();
    const rule = { rrules: ['FREQ=DAILY'], ...recurrence };
    const task = await people.creates(user, { title: 'Run', due, recurrence: rule });
    return { user, task, seriesId: task.recurrence!.seriesId };
  };
  const next = ({ id }: Pick<Task, 'id'>) => successorId(id);
  const dates = async (user: string) => (await on.open(user)).map(({ dueDate }) => dueDate);

  it('what somebody deleted does not come again with the next completion of the one before it', async () => {
    const { user, task } = await begin();
    await on.done(user, task.id);
    await on.deleteTask(user, next(task));
    expect(await dates(user)).toEqual(['2026-11-25']);

    await on.reopen(user, task.id);
    expect(await dates(user)).toEqual(['2026-11-23']);
    await on.done(user, task.id);

    expect(await dates(user)).toEqual(['2026-11-24']);
    expect((await on.readTask(user, next(task))).status).toBe(404);
  });

  it('one that was done and tidied away is not done again', async () => {
    const { user, task } = await begin();
    await on.done(user, task.id);
    await on.done(user, next(task));
    await on.deleteTask(user, next(task));
    await on.reopen(user, task.id);
    await on.done(user, task.id);

    expect(await dates(user)).toEqual(['2026-11-25']);
  });

  it('counted from completion, one that was deleted does not come back on its day', async () => {
    const { user, task } = await begin({ mode: 'completion' });
    await on.done(user, task.id);
    await on.deleteTask(user, next(task));

    expect(await dates(user)).toEqual(['2026-11-25']);
  });

  it('one that was opened again is skipped past those that have come since', async () => {
    const { user, task } = await begin();
    await on.done(user, task.id);
    await on.update(user, next(task), { title: 'Swim' });
    await on.reopen(user, task.id);
    await on.skip(user, task.id);
    expect(await dates(user)).toEqual(['2026-11-24', '2026-11-25']);

    await on.done(user, next(task));

    expect(await dates(user)).toEqual(['2026-11-25', '2026-11-26']);
  });

  it('resumed, a series goes on with the slot that was taken back', async () => {
    const { user, task, seriesId } = await begin();
    await on.done(user, task.id);
    await on.reopen(user, task.id);
    await on.complete(user, task.id);
    await on.pause(user, seriesId);
    await on.deliver(task.id);

    await on.resume(user, seriesId);

    expect(await dates(user)).toEqual(['2026-11-24']);
  });

  it('a schedule that becomes a rule by completion with nothing open goes on at once', async () => {
    const { user, task, seriesId } = await begin({ spawn: 'schedule' });
    await on.done(user, task.id);
    expect(await dates(user)).toEqual([]);

    await on.change(user, seriesId, { changes: { recurrence: { spawn: 'completion' } } });

    expect(await dates(user)).toEqual(['2026-11-24']);
  });

  it('a schedule that is given an end before its next slot has ended', async () => {
    const { user, seriesId } = await begin({ spawn: 'schedule' });

    const { json } = await on.change(user, seriesId, { changes: { until: '2026-11-23' } });

    expect(json).toMatchObject({ status: 'ended', nextDueAt: null });
  });

  it('several that are open do not come to one slot of a new rule: the last one does, the others stay', async () => {
    const { user, seriesId } = await begin({ spawn: 'schedule', catchUp: 'each' });
    clock.now = new Date('2026-11-26T12:00:00Z');
    await on.tick();

    await on.change(user, seriesId, { changes: { recurrence: { rrules: ['FREQ=WEEKLY;BYDAY=MO'] } } });

    expect(await dates(user)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-30']);
  });

  it('a rule that is given to what is done makes the next one', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Run', due });
    await on.complete(user, task.id);

    await on.update(user, task.id, { recurrence: { rrules: ['FREQ=DAILY'] } });

    expect(await dates(user)).toEqual(['2026-11-24']);
  });

  it('a rule that one of several is given makes no slot again that another one has', async () => {
    const { user, task } = await begin({ spawn: 'schedule', catchUp: 'each' });
    clock.now = new Date('2026-11-25T12:00:00Z');
    await on.tick();

    await on.update(user, task.id, { recurrence: { rrules: ['FREQ=DAILY;INTERVAL=2'] } });
    clock.now = new Date('2026-11-27T12:00:00Z');
    await on.tick();

    expect(await dates(user)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27']);
  });

  it('one that is restored where another one is by now is a task of its own, and holds nothing up', async () => {
    const { user, task } = await begin();
    await on.done(user, task.id);
    await on.reopen(user, task.id);
    await on.skip(user, task.id);

    expect((await on.restore(user, next(task))).json.recurrence).toBeNull();
    await on.done(user, task.id);

    expect(await on.open(user)).toMatchObject([
      { id: next(task), dueDate: '2026-11-24' },
      { id: next({ id: next(task) }), dueDate: '2026-11-25' },
    ]);
  });
});
