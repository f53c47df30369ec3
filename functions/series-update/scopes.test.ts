import { successorId } from '@zerodo/domain/ids';
import { seriesScene } from '@zerodo/testing/series-scene';
import { describe, expect, it } from 'vitest';

describe('this occurrence, or all of them', () => {
  const scene = seriesScene();
  const { on, onward } = scene;

  const aSeries = (rrule: string, over: object = {}) => scene.aSeries({ rrules: [rrule] }, over);

  describe('this', () => {
    it('changes one occurrence, and the next one comes from the series', async () => {
      const { user, id, first } = await aSeries('FREQ=WEEKLY');
      const changes = { title: 'Run far', due: { date: '2026-11-26', time: '18:00' } };

      const { json } = await on.change(user, id, { scope: 'this', taskId: first, changes });

      expect(json).toMatchObject({ title: 'Run', version: 1, nextDueAt: '2026-11-30T08:00:00.000Z' });
      expect(await on.open(user)).toMatchObject([
        { title: 'Run far', dueDate: '2026-11-26', dueTime: '18:00:00' },
      ]);
      expect(await onward(user)).toMatchObject({ title: 'Run', dueDate: '2026-11-30', dueTime: '09:00:00' });
    });

    it('moved to before the day of its own slot, it does not come twice', async () => {
      const { user, first } = await aSeries('FREQ=WEEKLY');
      await on.update(user, first, { due: { date: '2026-11-20' } });

      expect(await onward(user)).toMatchObject({ dueDate: '2026-11-30' });
    });

    it('has no rule of its own, and must be one of the series', async () => {
      const { user, id, first } = await aSeries('FREQ=WEEKLY');
      const other = await aSeries('FREQ=WEEKLY');
      const attempt = (taskId: string | undefined, changes: object, scope = 'this') =>
        on.change(user, id, { scope, ...(taskId && { taskId }), changes });

      expect((await attempt(first, { recurrence: { rrules: ['FREQ=DAILY'] } })).json.code).toBe(
        'invalid-request',
      );
      expect((await attempt(undefined, { title: 'x' })).json.code).toBe('invalid-request');
      expect((await attempt(other.first, { title: 'x' })).json.code).toBe('task-not-recurring');
      expect((await attempt(other.first, { title: 'x' }, 'following')).json.code).toBe('task-not-recurring');
    });
  });

  describe('all', () => {
    it('changes the template and what is open, but not what somebody changed on that occurrence', async () => {
      const { user, id, first } = await aSeries('FREQ=WEEKLY', { notes: 'Slowly', priority: 3 });
      await on.update(user, first, { notes: 'Fast' });

      const changes = { title: 'Swim', notes: 'Long', priority: 1, labels: ['sport'] };
      await on.change(user, id, { changes });

      expect((await on.readTask(user, first)).json).toMatchObject({
        ...{ title: 'Swim', notes: 'Fast', priority: 1, labels: ['sport'], version: 3 },
      });
      expect(await on.events(id)).toEqual(['created', 'updated']);
      const next = await onward(user);
      expect((await on.readTask(user, next!.id)).json).toMatchObject({ notes: 'Long', title: 'Swim' });
    });

    it('moves what is open to the first date of the new rule on its day or later', async () => {
      const { user, id, first } = await aSeries('FREQ=WEEKLY;BYDAY=MO');

      const { json } = await on.change(user, id, {
        changes: { recurrence: { rrules: ['FREQ=WEEKLY;BYDAY=TU'] } },
      });

      expect(await on.open(user)).toMatchObject([{ id: first, dueDate: '2026-11-24' }]);
      expect(json).toMatchObject({ nextDueAt: '2026-12-01T08:00:00.000Z', version: 2 });
      expect(await onward(user)).toMatchObject({ dueDate: '2026-12-01' });
    });

    it('changes the time for all, with the reminders', async () => {
      const { user, id } = await aSeries('FREQ=DAILY', { reminders: [{ type: 'before', minutes: 30 }] });
      await onward(user);

      await on.change(user, id, { changes: { due: { time: '18:30' } } });

      const [open] = await on.open(user);
      expect(open).toMatchObject({ dueDate: '2026-11-24', dueTime: '18:30:00' });
      expect((await on.readTask(user, open!.id)).json.reminders).toMatchObject([
        { fireAt: '2026-11-24T17:00:00.000Z', state: 'planned' },
      ]);
      expect((await on.read(user, id)).json.nextDueAt).toBe('2026-11-25T17:30:00.000Z');
    });

    it('lets an occurrence that was moved stay where it is', async () => {
      const { user, id, first } = await aSeries('FREQ=WEEKLY');
      await on.update(user, first, { due: { date: '2026-11-25' } });

      await on.change(user, id, { changes: { due: { time: '07:00' } } });

      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-25', dueTime: '09:00:00' }]);
      expect(await onward(user)).toMatchObject({ dueDate: '2026-11-30', dueTime: '07:00:00' });
    });

    it('begins elsewhere when the start is moved before anything is done', async () => {
      const { user, id } = await aSeries('FREQ=DAILY');

      await on.change(user, id, { changes: { due: { date: '2026-11-20' } } });

      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-20' }]);
    });

    it('leaves out what the exceptions name, and says so in what comes next', async () => {
      const { user, id } = await aSeries('FREQ=DAILY');

      const { json } = await on.change(user, id, {
        changes: { recurrence: { exdates: ['2026-11-24T09:00'] } },
      });

      expect(json.nextDueAt).toBe('2026-11-25T08:00:00.000Z');
      expect(await onward(user)).toMatchObject({ dueDate: '2026-11-25' });
    });

    it('leaves what is open where the new rule still has it, however often a day it comes', async () => {
      const { user, id } = await aSeries('FREQ=DAILY;BYHOUR=9,17');
      await onward(user);
      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-23', dueTime: '17:00:00' }]);

      await on.change(user, id, { changes: { recurrence: { exdates: ['2026-11-25'] } } });
      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-23', dueTime: '17:00:00' }]);
      await on.change(user, id, { changes: { recurrence: { exdates: ['2026-11-23T17:00'] } } });

      expect(await on.open(user)).toMatchObject([{ dueDate: '2026-11-23', dueTime: '09:00:00' }]);
    });

    it('announces nothing where nothing changed', async () => {
      const { user, id, first } = await aSeries('FREQ=DAILY');

      expect((await on.change(user, id, { changes: { title: ' Run ' } })).json.version).toBe(1);
      expect(await on.events(id)).toEqual(['created']);
      expect(await on.events(first)).toEqual(['created']);
    });
  });

  it('makes one successor where an occurrence is completed in two tabs at once, and told of twice', async () => {
    const { user, first } = await aSeries('FREQ=DAILY');

    const answers = await Promise.all([on.complete(user, first), on.complete(user, first)]);
    await Promise.all([on.deliver(first), on.deliver(first)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await on.open(user)).toMatchObject([{ id: successorId(first) }]);
  });
});
