import { partCopyId, successorId } from '@zerodo/domain/ids';
import type { Task } from '@zerodo/domain/task';
import { seriesScene } from '@zerodo/testing/series-scene';
import { describe, expect, it } from 'vitest';

describe('what is below an occurrence', () => {
  const { clock, database, people, on, due } = seriesScene();

  const weekly = (user: string, over: object = {}) =>
    people.creates(user, { title: 'Clean', due, recurrence: { rrules: ['FREQ=WEEKLY'] }, ...over });
  const below = (parentId: string) => database.owner()`
    select id, title, status, due_date, due_time, assignee_id, section, labels, duration_minutes, position, notes, priority
    from tasks where parent_id = ${parentId} and deleted_at is null order by position
  `;
  const next = ({ id }: Task) => successorId(id);

  it('comes again, open, with everything but what was done, as far from the due date as it was', async () => {
    const user = people.person();
    const task = await weekly(user);
    const whole = {
      ...{ title: 'Windows', notes: 'All', priority: 2, labels: ['home'], section: 'Upstairs', position: 1 },
      ...{ durationMinutes: 30, assigneeId: user, deadline: '2026-11-24' },
      due: { date: '2026-11-22', time: '18:00', timezone: 'Europe/Berlin' },
      reminders: [
        { type: 'before', minutes: 30 },
        { type: 'at', local: '2026-11-22T12:00' },
      ],
    };
    const windows = await people.creates(user, { ...whole, parentId: task.id });
    const floor = await people.creates(user, { title: 'Floor', parentId: task.id, position: 2 });
    const bucket = await people.creates(user, { title: 'Bucket', parentId: floor.id });
    await on.complete(user, floor.id);
    await on.done(user, task.id);

    const { deadline: _deadline, due: _due, reminders: _reminders, ...same } = whole;
    expect(await below(next(task))).toMatchObject([
      {
        ...same,
        id: partCopyId(windows.id, next(task)),
        status: 'open',
        dueDate: '2026-11-29',
        dueTime: '18:00:00',
      },
      { id: partCopyId(floor.id, next(task)), title: 'Floor', status: 'open', dueDate: null },
    ]);
    expect(await below(partCopyId(floor.id, next(task)))).toMatchObject([
      { id: partCopyId(bucket.id, next(task)), title: 'Bucket' },
    ]);
    const { json } = await on.readTask(user, partCopyId(windows.id, next(task)));
    expect(json.reminders).toMatchObject([
      { minutes: 30, state: 'planned', fireAt: '2026-11-29T16:30:00.000Z' },
    ]);
    expect(json.deadline).toBeNull();
    const { items } = (await on.history(user, partCopyId(floor.id, next(task)))).json;
    expect(items).toMatchObject([{ type: 'dev.zerodo.task.created.v1', task: { title: 'Floor' } }]);
  });

  it('comes once, however often the completion is told of', async () => {
    const user = people.person();
    const task = await weekly(user);
    await people.creates(user, { title: 'Floor', parentId: task.id });
    await on.done(user, task.id);
    await database.owner()`delete from inbox where function = 'recurrence-spawn'`;
    await on.deliver(task.id);

    expect(await below(next(task))).toHaveLength(1);
  });

  it('recurs by itself where it has a rule of its own, and is not copied', async () => {
    const user = people.person();
    const task = await weekly(user);
    await people.creates(user, {
      title: 'Sweep',
      parentId: task.id,
      due,
      recurrence: { rrules: ['FREQ=DAILY'] },
    });
    await on.done(user, task.id);

    expect(await below(next(task))).toEqual([]);
  });

  it('is taken back with the occurrence that nobody has touched, and comes again with it', async () => {
    const user = people.person();
    const task = await weekly(user);
    const floor = await people.creates(user, { title: 'Floor', parentId: task.id });
    const copy = partCopyId(floor.id, next(task));
    await on.done(user, task.id);
    await on.reopen(user, task.id);
    expect((await on.readTask(user, copy)).status).toBe(404);

    await on.update(user, floor.id, { title: 'Floors' });
    await on.done(user, task.id);

    expect(await below(next(task))).toMatchObject([{ id: copy, title: 'Floors' }]);
    expect(await on.events(copy)).toEqual(['created', 'deleted', 'created']);
    expect((await on.readTask(user, copy)).json.version).toBe(3);
  });

  it('names what each copy follows, also where one that somebody has deleted does not come again', async () => {
    const user = people.person();
    const task = await weekly(user);
    const parts = [
      await people.creates(user, { title: 'Windows', parentId: task.id, position: 1 }),
      await people.creates(user, { title: 'Floor', parentId: task.id, position: 2 }),
    ];
    await on.done(user, task.id);
    const [windows, floor] = parts.map(({ id }) => partCopyId(id, next(task)));
    await on.deleteTask(user, windows!);
    await on.reopen(user, task.id);
    await on.done(user, task.id);

    expect(await below(next(task))).toMatchObject([{ id: floor }]);
    const [event] = await database.owner()`
      select data from events where subject = ${floor!} and type like '%created%' order by sequence desc limit 1
    `;
    expect(event!.data.predecessorId).toBe(parts[1]!.id);
  });

  it.each([
    [
      'changed',
      async (user: string, _parent: string, copy: string) => on.update(user, copy, { title: 'Mop' }),
    ],
    ['done', async (user: string, _parent: string, copy: string) => on.complete(user, copy)],
    ['added to', async (user: string, parentId: string) => people.creates(user, { title: 'Dust', parentId })],
  ])('keeps its occurrence where it was %s by somebody', async (_what, touch) => {
    const user = people.person();
    const task = await weekly(user);
    const floor = await people.creates(user, { title: 'Floor', parentId: task.id });
    await on.done(user, task.id);
    await touch(user, next(task), partCopyId(floor.id, next(task)));

    await on.undo(user, task.id);

    expect((await on.readTask(user, next(task))).status).toBe(200);
    expect((await on.readTask(user, task.id)).json.status).toBe('open');
  });

  it('comes with what follows an occurrence that was deleted, and goes with it when that is restored', async () => {
    const user = people.person();
    const task = await weekly(user);
    await people.creates(user, { title: 'Floor', parentId: task.id });
    await on.deleteTask(user, task.id);
    expect(await below(next(task))).toMatchObject([{ title: 'Floor', status: 'open' }]);

    await on.restore(user, task.id);

    expect(await below(next(task))).toEqual([]);
    expect(await below(task.id)).toMatchObject([{ title: 'Floor' }]);
  });

  it('comes with what a schedule makes', async () => {
    const user = people.person();
    const task = await weekly(user, { recurrence: { rrules: ['FREQ=WEEKLY'], spawn: 'schedule' } });
    await people.creates(user, { title: 'Floor', parentId: task.id });
    clock.now = new Date('2026-11-30T12:00:00Z');
    await on.tick();

    expect(await below(next(task))).toMatchObject([{ title: 'Floor' }]);
  });

  it('stays as it is with an occurrence that is skipped', async () => {
    const user = people.person();
    const task = await weekly(user);
    const floor = await people.creates(user, { title: 'Floor', parentId: task.id, due });
    await on.complete(user, floor.id);
    await on.skip(user, task.id);

    expect(await below(task.id)).toMatchObject([{ status: 'completed', dueDate: '2026-11-23' }]);
  });

  it('copies no more than two hundred', async () => {
    const user = people.person();
    const task = await weekly(user);
    await database.owner()`
      insert into tasks (id, project_id, parent_id, created_by, title)
      select gen_random_uuid(), ${task.projectId}, ${task.id}, ${user}, 'Part ' || n from generate_series(1, 203) n
    `;
    await on.done(user, task.id);

    expect(await below(next(task))).toHaveLength(200);
  });

  describe('that recurs, of a parent that was deleted,', () => {
    it('goes on when both are restored', async () => {
      const user = people.person();
      const parent = await people.creates(user, { title: 'House' });
      const task = await weekly(user, { parentId: parent.id });
      await on.deleteTask(user, parent.id);
      await on.restore(user, parent.id);
      await on.done(user, task.id);

      expect(await below(parent.id)).toMatchObject([
        { status: 'completed' },
        { id: next(task), status: 'open' },
      ]);
    });

    it('waits with it where its completion is told of after that, and comes back with it', async () => {
      const user = people.person();
      const parent = await people.creates(user, { title: 'House' });
      const task = await weekly(user, { parentId: parent.id });
      const floor = await people.creates(user, { title: 'Floor', parentId: task.id });
      await on.complete(user, task.id);
      await on.deleteTask(user, parent.id);
      await on.deliver(task.id);
      expect(await on.open(user)).toEqual([]);

      await on.restore(user, parent.id);

      expect(await below(parent.id)).toMatchObject([
        { status: 'completed' },
        { id: next(task), status: 'open' },
      ]);
      expect(await below(next(task))).toMatchObject([{ id: partCopyId(floor.id, next(task)) }]);
    });
  });

  it('is restored as a task of its own where its parent is gone', async () => {
    const user = people.person();
    const parent = await people.creates(user, { title: 'House' });
    const part = await people.creates(user, { title: 'Floor', parentId: parent.id });
    await on.deleteTask(user, part.id);
    clock.now = new Date(clock.now.getTime() + 1000);
    await on.deleteTask(user, parent.id);

    const { json } = await on.restore(user, part.id);

    expect(json.parentId).toBeNull();
    expect((await on.history(user, part.id)).json.items[0]).toMatchObject({ changed: ['parentId'] });
  });
});
