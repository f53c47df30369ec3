import { successorId } from '@zerodo/domain/ids';
import type { Task } from '@zerodo/domain/task';
import { seriesScene } from '@zerodo/testing/series-scene';
import { describe, expect, it } from 'vitest';

describe('undo of what a series was', () => {
  const { clock, people, on, due } = seriesScene();

  /** A task as it was, but for the stamps of having been changed. */
  const asBefore = ({ version: _v, updatedAt: _u, ...rest }: Task) => rest;
  const lastEvent = async (user: string, id: string) => (await on.history(user, id)).json.items[0];

  describe('of a rule', () => {
    it('that was begun makes it a plain task again, and of that, recurring', async () => {
      const user = people.person();
      const task = await people.creates(user, { title: 'Rent', due });
      const { json } = await on.update(user, task.id, { recurrence: { rrules: ['FREQ=MONTHLY'] } });
      const { seriesId } = json.recurrence;

      expect((await on.undo(user, task.id)).json.recurrence).toBeNull();
      expect((await on.read(user, seriesId)).status).toBe(404);
      expect((await on.undo(user, task.id)).json.recurrence).toMatchObject({
        seriesId,
        rrules: ['FREQ=MONTHLY'],
      });
      expect((await on.read(user, seriesId)).json).toMatchObject({
        status: 'active',
        nextDueAt: '2026-12-23T08:00:00.000Z',
      });
    });

    it('that was changed brings the old one back', async () => {
      const user = people.person();
      const rule = { rrules: ['FREQ=MONTHLY'], exdates: ['2027-01-23'] };
      const task = await people.creates(user, { title: 'Rent', due, recurrence: rule });
      const { seriesId } = task.recurrence!;
      const changes = { due: { date: '2026-11-24' }, recurrence: { rrules: ['FREQ=WEEKLY'], exdates: [] } };
      await on.update(user, task.id, changes);

      const { json } = await on.undo(user, task.id);

      expect(asBefore(json)).toEqual(asBefore(task));
      expect((await on.read(user, seriesId)).json).toMatchObject({
        ...{ due: { date: '2026-11-23' }, recurrence: rule, nextDueAt: '2026-12-23T08:00:00.000Z' },
      });
    });

    it('that was ended goes on', async () => {
      const user = people.person();
      const task = await people.creates(user, { title: 'Rent', due, recurrence: { rrules: ['FREQ=DAILY'] } });
      await on.update(user, task.id, { recurrence: null });

      expect((await on.undo(user, task.id)).json.recurrence).toEqual(task.recurrence);
      await on.done(user, task.id);

      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-24' }]);
    });

    it('whose series was deleted is there again', async () => {
      const user = people.person();
      const task = await people.creates(user, { title: 'Rent', due, recurrence: { rrules: ['FREQ=DAILY'] } });
      const { seriesId } = task.recurrence!;
      await on.remove(user, seriesId);

      expect((await on.undo(user, task.id)).json.recurrence).toEqual(task.recurrence);
      expect((await on.read(user, seriesId)).json).toMatchObject({ status: 'active', openTaskId: task.id });
    });

    it('that somebody has changed since is left', async () => {
      const user = people.person();
      const task = await people.creates(user, { title: 'Rent', due, recurrence: { rrules: ['FREQ=DAILY'] } });
      await on.update(user, task.id, { recurrence: { rrules: ['FREQ=WEEKLY'] } });
      const { id } = await lastEvent(user, task.id);
      await on.change(user, task.recurrence!.seriesId, {
        changes: { recurrence: { rrules: ['FREQ=MONTHLY'] } },
      });

      expect((await on.undo(user, task.id, id)).json.code).toBe('changed-since');
    });

    it('that was split for what follows is whole again, and of that, split', async () => {
      const user = people.person();
      const task = await people.creates(user, {
        title: 'Run',
        due,
        recurrence: { rrules: ['FREQ=DAILY;COUNT=4'] },
      });
      const { seriesId } = task.recurrence!;
      await on.done(user, task.id);
      const second = successorId(task.id);
      const split = {
        scope: 'following',
        taskId: second,
        changes: { title: 'Swim', due: { time: '18:00' } },
      };
      const { json: other } = await on.change(user, seriesId, split);

      await on.undo(user, second);

      expect(await on.open(user)).toMatchObject([{ title: 'Run', seriesId, dueTime: '09:00:00' }]);
      expect((await on.read(user, seriesId)).json).toMatchObject({
        ...{ status: 'active', until: null, openTaskId: second, nextDueAt: '2026-11-25T08:00:00.000Z' },
      });
      expect((await on.read(user, other.id)).status).toBe(404);

      await on.undo(user, second);
      expect(await on.open(user)).toMatchObject([{ title: 'Swim', seriesId: other.id, dueTime: '18:00:00' }]);
      expect((await on.change(user, seriesId, split)).json.id).toBe(other.id);
    });
  });

  it('of a split takes along what else is open, and leaves a series that has gone on', async () => {
    const user = people.person();
    const recurrence = { rrules: ['FREQ=DAILY'], spawn: 'schedule', catchUp: 'each' };
    const task = await people.creates(user, { title: 'Run', due, recurrence });
    const { seriesId } = task.recurrence!;
    clock.now = new Date('2026-11-25T12:00:00Z');
    await on.tick();
    const second = successorId(task.id);
    const split = { scope: 'following', taskId: second, changes: { title: 'Swim' } };
    await on.change(user, seriesId, split);

    await on.undo(user, second);

    expect((await on.open(user)).map((one) => one.seriesId)).toEqual([seriesId, seriesId, seriesId]);
    expect((await on.read(user, seriesId)).json.nextDueAt).toBe('2026-11-26T08:00:00.000Z');

    await on.change(user, seriesId, split);
    await on.done(user, successorId(second));
    expect((await on.undo(user, second)).json.code).toBe('changed-since');
  });

  it('of a deletion brings the series back that was deleted with its occurrences', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Rent', due, recurrence: { rrules: ['FREQ=DAILY'] } });
    await on.remove(user, task.recurrence!.seriesId, 'delete');

    expect((await on.undo(user, task.id)).json.recurrence).toEqual(task.recurrence);

    await on.done(user, task.id);
    expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-24' }]);
  });

  it('of a deletion brings no series back that the task belongs to no more', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Rent', due, recurrence: { rrules: ['FREQ=DAILY'] } });
    await on.undo(user, task.id);
    const deletion = await lastEvent(user, task.id);
    expect((await on.restore(user, task.id)).json.recurrence).toBeNull();
    await on.deleteTask(user, task.id);

    expect((await on.undo(user, task.id, deletion.id)).json.recurrence).toBeNull();
    expect((await on.read(user, task.recurrence!.seriesId)).status).toBe(404);
  });

  it('of a creation with a rule is undone in turn with the series', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Rent', due, recurrence: { rrules: ['FREQ=DAILY'] } });
    await on.undo(user, task.id);

    expect((await on.undo(user, task.id)).json.recurrence).toEqual(task.recurrence);
    expect((await on.read(user, task.recurrence!.seriesId)).json).toMatchObject({ status: 'active' });
  });

  it('of a skip brings the occurrence back to its slot, wherever it had been moved', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Run', due, recurrence: { rrules: ['FREQ=WEEKLY'] } });
    const { seriesId } = task.recurrence!;
    await on.update(user, task.id, { due: { date: '2026-11-25' } });
    await on.skip(user, task.id);

    expect((await on.undo(user, task.id)).json.due.date).toBe('2026-11-25');
    expect((await on.read(user, seriesId)).json.nextDueAt).toBe('2026-11-30T08:00:00.000Z');
    await on.done(user, task.id);

    expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-30' }]);
  });
});
