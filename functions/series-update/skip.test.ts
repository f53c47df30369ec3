import { successorId } from '@zerodo/domain/ids';
import { seriesScene } from '@zerodo/testing/series-scene';
import { describe, expect, it } from 'vitest';

describe('an occurrence that is not wanted', () => {
  const scene = seriesScene();
  const { clock, people, on, due } = scene;

  const aSeries = (recurrence: object, over: object = {}) =>
    scene.aSeries(recurrence, { reminders: [{ type: 'before', minutes: 30 }], ...over });
  const nextOf = async (user: string, id: string) => (await on.read(user, id)).json.nextDueAt;

  describe('is skipped', () => {
    it('and moves on to the next slot with its reminders, and nothing is done', async () => {
      const { user, id, first } = await aSeries({ rrules: ['FREQ=DAILY'] });

      const { json } = await on.skip(user, first);

      expect(json).toMatchObject({
        ...{ id: first, status: 'open', version: 2, dueAt: '2026-11-24T08:00:00.000Z' },
        reminders: [{ fireAt: '2026-11-24T07:30:00.000Z', state: 'planned' }],
      });
      expect(await nextOf(user, id)).toBe('2026-11-25T08:00:00.000Z');
      expect((await on.history(user, first)).json.items[0]).toMatchObject({
        type: 'dev.zerodo.task.updated.v1',
        slot: { from: '2026-11-23T09:00', to: '2026-11-24T09:00' },
      });
      clock.now = new Date('2026-11-24T08:00:00Z');
      await on.done(user, first);
      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-25' }]);
    });

    it('up to the first slot today or later, where days were missed', async () => {
      const { user, id, first } = await aSeries({ rrules: ['FREQ=DAILY'] });
      clock.now = new Date('2026-11-28T12:00:00Z');

      expect((await on.skip(user, first, 'today')).json.due).toMatchObject({
        date: '2026-11-28',
        time: '09:00',
      });
      expect(await nextOf(user, id)).toBe('2026-11-29T08:00:00.000Z');
      expect((await on.skip(user, first, 'today')).json.version).toBe(2);
    });

    it('on the day of its series, wherever it was moved', async () => {
      const { user, first } = await aSeries({ rrules: ['FREQ=WEEKLY'] });
      await on.update(user, first, { due: { date: '2026-11-27' } });

      expect((await on.skip(user, first)).json.due.date).toBe('2026-11-30');
      clock.now = new Date('2026-11-30T08:00:00Z');
      await on.done(user, first);
      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-12-07' }]);
    });

    it('past an exception, and uses up one of so many', async () => {
      const { user, id, first } = await aSeries({ rrules: ['FREQ=DAILY;COUNT=4'], exdates: ['2026-11-24'] });

      expect((await on.skip(user, first)).json.due.date).toBe('2026-11-25');
      expect((await on.skip(user, first)).json.due.date).toBe('2026-11-26');
      expect(await nextOf(user, id)).toBeNull();
      expect(await on.skip(user, first)).toMatchObject({ status: 409, json: { code: 'no-next-occurrence' } });
    });

    it('by its interval where the rule counts from completion, and does not count as one', async () => {
      const { user, first } = await aSeries({
        rrules: ['FREQ=DAILY;INTERVAL=3;COUNT=2'],
        mode: 'completion',
      });

      expect((await on.skip(user, first)).json.due.date).toBe('2026-11-26');
      clock.now = new Date('2026-12-01T12:00:00Z');
      expect((await on.skip(user, first, 'today')).json.due.date).toBe('2026-12-04');
      await on.done(user, first);
      expect(await on.open(user)).toHaveLength(1);
    });

    it('to a slot that its schedule then does not make again', async () => {
      const { user, first } = await aSeries({ rrules: ['FREQ=DAILY'], spawn: 'schedule' });
      expect(first).toBeNull();
      clock.now = new Date('2026-11-23T08:00:00Z');
      await on.tick();
      const [open] = await on.open(user);

      expect((await on.skip(user, open!.id)).json.due.date).toBe('2026-11-24');
      clock.now = new Date('2026-11-24T12:00:00Z');
      await on.tick();

      expect(await on.open(user)).toHaveLength(1);
      clock.now = new Date('2026-11-25T12:00:00Z');
      await on.tick();
      expect((await on.open(user)).map(({ dueDate }) => dueDate)).toEqual(['2026-11-24', '2026-11-25']);
    });

    it('only where there is something to skip', async () => {
      const { user, id, first } = await aSeries({ rrules: ['FREQ=DAILY'] });
      const plain = await people.creates(user, { title: 'Once', due });
      expect((await on.skip(user, plain.id)).json.code).toBe('task-not-recurring');

      await on.end(user, id);
      expect((await on.skip(user, first)).json.code).toBe('series-ended');
      await on.complete(user, first);
      expect((await on.skip(user, first)).json.code).toBe('task-already-completed');
      await on.deleteTask(user, first);
      expect((await on.skip(user, first)).json.code).toBe('task-not-found');
    });
  });

  describe('is deleted', () => {
    it('and the series goes on with the next, which restoring takes back', async () => {
      const { user, id, first } = await aSeries({ rrules: ['FREQ=DAILY'] });

      await on.deleteTask(user, first);
      expect(await on.open(user)).toMatchObject([{ id: successorId(first), dueDate: '2026-11-24' }]);
      expect(await nextOf(user, id)).toBe('2026-11-25T08:00:00.000Z');

      await on.restore(user, first);
      expect(await on.open(user)).toMatchObject([{ id: first, dueDate: '2026-11-23' }]);
      expect(await nextOf(user, id)).toBe('2026-11-24T08:00:00.000Z');

      await on.deleteTask(user, first);
      expect(await on.open(user)).toMatchObject([{ id: successorId(first) }]);
    });

    it('and a successor that somebody has touched stays when it is restored', async () => {
      const { user, first } = await aSeries({ rrules: ['FREQ=DAILY'] });
      await on.deleteTask(user, first);
      await on.update(user, successorId(first), { title: 'Run far' });

      await on.restore(user, first);

      expect(await on.open(user)).toHaveLength(2);
    });

    it('with its last date, the series has ended until it is restored', async () => {
      const { user, id, first } = await aSeries({ rrules: ['FREQ=DAILY;COUNT=1'] });

      await on.deleteTask(user, first);
      expect((await on.read(user, id)).json.status).toBe('ended');
      await on.restore(user, first);

      expect((await on.read(user, id)).json.status).toBe('active');
      expect(await on.events(id)).toEqual(['created', 'ended', 'updated']);
    });

    it('while the series is paused, and nothing comes until it goes on', async () => {
      const { user, id, first } = await aSeries({ rrules: ['FREQ=DAILY'] });
      await on.pause(user, id);
      await on.deleteTask(user, first);
      expect(await on.open(user)).toHaveLength(0);

      await on.resume(user, id);

      expect(await on.open(user)).toMatchObject([{ id: successorId(first), dueDate: '2026-11-24' }]);
    });

    it('after it was done, before anybody was told: the next one comes all the same', async () => {
      const { user, first } = await aSeries({ rrules: ['FREQ=DAILY'] });
      await on.complete(user, first);
      await on.deleteTask(user, first);

      await on.deliver(first);

      expect(await on.open(user)).toMatchObject([{ id: successorId(first) }]);
    });
  });

  it('says what comes next when a completion is taken back', async () => {
    const { user, id, first } = await aSeries({ rrules: ['FREQ=DAILY'] });
    await on.done(user, first);
    expect(await nextOf(user, id)).toBe('2026-11-25T08:00:00.000Z');

    await on.reopen(user, first);

    expect(await nextOf(user, id)).toBe('2026-11-24T08:00:00.000Z');
    expect((await on.read(user, id)).json).toMatchObject({ version: 1, openTaskId: first });
  });
});
