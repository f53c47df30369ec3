import { updateTask } from '@zerodo/domain/commands';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import taskUpdate from './handle.ts';

const now = new Date('2026-11-25T09:15:00Z');

describe('a changed recurrence', () => {
  const database = testDatabase();
  const people = testPeople(database, () => now);
  const served = testFunction(taskUpdate, database, { now: () => now });
  const update = (taskId: string, changes: object, user: string) =>
    served.command(updateTask.type, { taskId, changes }, user);
  const seriesOf = async (id: string) => (await database.owner()`select * from series where id = ${id}`)[0]!;
  const due = { date: '2026-12-01', time: '10:00', timezone: 'Europe/Berlin' };

  it('begins, changes and ends a series', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Rent', due });

    const begun = (await update(task.id, { recurrence: { rrules: ['FREQ=MONTHLY'] } }, user)).json;
    expect(begun.recurrence).toMatchObject({ rrules: ['FREQ=MONTHLY'], spawn: 'completion' });
    const { seriesId } = begun.recurrence;
    expect(await seriesOf(seriesId)).toMatchObject({ title: 'Rent', isActive: true });

    const changed = (await update(task.id, { recurrence: { rrules: ['FREQ=WEEKLY'] } }, user)).json;
    expect(changed.recurrence).toMatchObject({ seriesId, rrules: ['FREQ=WEEKLY'] });

    const ended = (await update(task.id, { recurrence: null }, user)).json;
    expect(ended.recurrence).toBeNull();
    expect(await seriesOf(seriesId)).toMatchObject({ isActive: false, nextDueAt: null });
    const types =
      await database.owner()`select type from events where subject = ${seriesId} order by sequence`;
    expect(types.map(({ type }) => type.split('.')[3])).toEqual(['created', 'updated', 'ended']);
  });

  it('does not take the due date from a task that recurs', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Rent', due, recurrence: { rrules: ['FREQ=MONTHLY'] } });

    expect(await update(task.id, { due: null }, user)).toMatchObject({
      status: 422,
      json: { code: 'recurrence-needs-due' },
    });
  });

  it('keeps what a patch does not name', async () => {
    const user = people.person();
    const kept = { spawn: 'schedule', catchUp: 'each', exdates: ['2026-12-08'], rdates: ['2026-12-10'] };
    const rule = { rrules: ['FREQ=DAILY'], mode: 'schedule', ...kept };
    const task = await people.creates(user, { title: 'Backup', due, recurrence: rule });

    const { json } = await update(task.id, { recurrence: { rrules: ['FREQ=WEEKLY'] } }, user);

    expect(json.recurrence).toMatchObject({ rrules: ['FREQ=WEEKLY'], mode: 'schedule', spawn: 'schedule' });
    expect(await seriesOf(json.recurrence.seriesId)).toMatchObject({ ...kept, rrules: ['FREQ=WEEKLY'] });
  });

  it('is usual again where a patch says null', async () => {
    const user = people.person();
    const rule = { rrules: ['FREQ=DAILY'], mode: 'completion', exdates: ['2026-12-08'] };
    const task = await people.creates(user, { title: 'Backup', due, recurrence: rule });

    const { json } = await update(task.id, { recurrence: { mode: null, exdates: null } }, user);

    expect(json.recurrence).toMatchObject({ rrules: ['FREQ=DAILY'], mode: 'schedule' });
    expect(await seriesOf(json.recurrence.seriesId)).toMatchObject({ exdates: [] });
  });

  it('is announced with its task even where a task does not show it', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Rent', due, recurrence: { rrules: ['FREQ=MONTHLY'] } });

    const { json } = await update(task.id, { recurrence: { exdates: ['2027-01-01'] } }, user);

    expect(json.version).toBe(2);
    expect(
      await database.owner()`select data->'changed' as changed from events where subject = ${task.id} order by sequence desc limit 1`,
    ).toMatchObject([{ changed: ['recurrence'] }]);
  });

  it('is not counted from completion while it spawns on schedule', async () => {
    const user = people.person();
    const rule = { rrules: ['FREQ=DAILY'], spawn: 'schedule' };
    const task = await people.creates(user, { title: 'Backup', due, recurrence: rule });
    const changes = { recurrence: { rrules: ['FREQ=DAILY'], mode: 'completion' } };

    expect(await update(task.id, changes, user)).toMatchObject({
      status: 422,
      json: { code: 'invalid-recurrence' },
    });
  });

  it('begins anew where the task is moved with the same rule', async () => {
    const user = people.person();
    const rule = { rrules: ['FREQ=DAILY'] };
    const task = await people.creates(user, { title: 'Backup', due, recurrence: rule });

    await update(task.id, { due: { time: '11:00' }, recurrence: rule }, user);

    expect(await seriesOf(task.recurrence!.seriesId)).toMatchObject({
      dtstart: expect.stringContaining('11:00'),
      version: 2,
    });
  });
});
