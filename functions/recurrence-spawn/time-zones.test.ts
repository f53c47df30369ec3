import { testDatabase } from '@zerodo/testing/database';
import { testPeople } from '@zerodo/testing/people';
import { testSeries } from '@zerodo/testing/series';
import { describe, expect, it } from 'vitest';

describe('newer time zone rules', () => {
  const now = new Date('2026-11-25T07:15:00Z');
  const database = testDatabase();
  const people = testPeople(database, () => now);
  const on = testSeries(database, () => now);
  const due = { date: '2026-12-01', time: '09:00', timezone: 'Europe/Berlin' };
  const right = '2026-12-01T08:00:00.000Z';
  const wrong = '2026-12-01T07:00:00.000Z';
  const current = process.versions.tz;

  /** As if the rules of 1999 had computed it. */
  const stale = (id: string, dueAt: string) =>
    database.owner()`update tasks set tzdata = '1999a', due_at = ${dueAt} where id = ${id}`;
  const rowOf = async (id: string) => (await database.owner()`select * from tasks where id = ${id}`)[0]!;

  it('move what they change, with its reminders, and say so; the rest is only stamped', async () => {
    const user = people.person();
    const [moved, same] = [
      await people.creates(user, { title: 'Dentist', due, reminders: [{ type: 'before', minutes: 60 }] }),
      await people.creates(user, { title: 'Lunch', due }),
    ];
    await stale(moved.id, wrong);
    await stale(same.id, right);
    await database.owner()`update reminders set fire_at = '2026-12-01T06:00:00Z' where task_id = ${moved.id}`;

    await on.tick();
    await on.tick();

    expect((await on.readTask(user, moved.id)).json).toMatchObject({
      ...{ dueAt: right, version: 2, due },
      reminders: [{ state: 'planned', fireAt: '2026-12-01T07:00:00.000Z' }],
    });
    expect([(await rowOf(moved.id)).tzdata, (await rowOf(same.id)).tzdata]).toEqual([current, current]);
    expect([await on.events(moved.id), await on.events(same.id)]).toEqual([
      ['created', 'updated'],
      ['created'],
    ]);
    expect((await on.history(user, moved.id)).json.items[0].changed).toEqual(['dueAt', 'reminders']);
  });

  it('leave alone what is past, what is done and what means no place', async () => {
    const user = people.person();
    const past = await people.creates(user, { title: 'Past', due: { ...due, date: '2026-11-01' } });
    const done = await people.creates(user, { title: 'Done', due });
    const utc = await people.creates(user, { title: 'UTC', due: { ...due, timezone: 'UTC' } });
    await on.complete(user, done.id);
    await stale(past.id, '2026-11-01T07:00:00Z');
    await stale(done.id, wrong);
    await stale(utc.id, '2026-12-01T09:00:00Z');

    await on.tick();

    expect((await rowOf(past.id)).dueAt).toEqual(new Date('2026-11-01T07:00:00Z'));
    expect((await rowOf(done.id)).tzdata).toBe('1999a');
    expect(await on.events(utc.id)).toEqual(['created']);
  });

  it('keep the second of two instants that the clock shows alike', async () => {
    const user = people.person();
    const twice = { date: '2027-10-31', time: '02:30', timezone: 'Europe/Berlin' };
    const task = await people.creates(user, { title: 'Night', due: twice });
    await stale(task.id, '2027-10-31T01:30:00Z');

    await on.tick();

    expect((await rowOf(task.id)).dueAt).toEqual(new Date('2027-10-31T01:30:00Z'));
    expect(await on.events(task.id)).toEqual(['created']);
  });

  it('move when series come next, by completion and on schedule, and the slot that one was moved away from', async () => {
    const user = people.person();
    const made = await people.creates(user, { title: 'Run', due, recurrence: { rrules: ['FREQ=DAILY'] } });
    const { json: timed } = await on.create(user, {
      ...{ title: 'Backup', due },
      recurrence: { rrules: ['FREQ=DAILY'], spawn: 'schedule' },
    });
    const { seriesId } = made.recurrence!;
    await on.update(user, made.id, { due: { date: '2026-12-03' } });
    await database.owner()`
      update tasks set tzdata = '1999a', due_at = '2026-12-03T07:00Z', slot_at = ${wrong} where id = ${made.id}
    `;
    await database.owner()`update series set tzdata = '1999a', next_due_at = '2026-12-02T07:00Z' where id = ${seriesId}`;
    await database.owner()`update series set tzdata = '1999a', next_due_at = ${wrong} where id = ${timed.id}`;

    await on.tick();

    expect(await rowOf(made.id)).toMatchObject({
      slotAt: new Date(right),
      dueAt: new Date('2026-12-03T08:00Z'),
    });
    expect((await on.read(user, seriesId)).json.nextDueAt).toBe('2026-12-02T08:00:00.000Z');
    expect((await on.read(user, timed.id)).json.nextDueAt).toBe(right);
    expect(await on.events(timed.id)).toEqual(['created', 'updated']);
  });
});
