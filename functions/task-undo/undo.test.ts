import { randomUUID } from 'node:crypto';
import { inboxId, successorId } from '@zerodo/domain/ids';
import type { Task } from '@zerodo/domain/task';
import { seriesScene } from '@zerodo/testing/series-scene';
import { describe, expect, it } from 'vitest';

describe('undo', () => {
  const { clock, database, people, on, due } = seriesScene();
  const later = (minutes: number) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  };

  /** A task as it was, but for the stamps of having been changed. */
  const asBefore = ({ version: _v, updatedAt: _u, ...rest }: Task) => rest;
  const lastEvent = async (user: string, id: string) => (await on.history(user, id)).json.items[0];
  const isThere = async (user: string, id: string) => (await on.readTask(user, id)).status === 200;

  it('puts every field back that a change had set, with the reminders', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Dentist', due, labels: ['health'], section: 'May' });
    const changes = {
      ...{
        title: 'Doctor',
        notes: 'Bring x-rays',
        priority: 1,
        labels: [],
        section: null,
        deadline: '2026-12-01',
      },
      due: { date: '2026-12-24', time: null },
      reminders: [{ type: 'before', days: 1 }],
    };
    await on.update(user, task.id, changes);
    const changed = await lastEvent(user, task.id);

    const { status, json } = await on.undo(user, task.id);

    expect(status).toBe(200);
    expect(asBefore(json)).toEqual(asBefore(task));
    expect((await on.readTask(user, task.id)).json).toEqual(json);
    expect(await lastEvent(user, task.id)).toMatchObject({
      type: 'dev.zerodo.task.updated.v1',
      undoes: changed.id,
    });
  });

  it('is undone in turn: the change is there again', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'One', due });
    await on.update(user, task.id, { title: 'Two', due: { time: '10:00' } });
    await on.undo(user, task.id);

    const { json } = await on.undo(user, task.id);

    expect(json).toMatchObject({ title: 'Two', due: { time: '10:00' }, dueAt: '2026-11-23T09:00:00.000Z' });
    expect((await on.undo(user, task.id)).json.title).toBe('One');
  });

  it('reaches back to any change, and leaves what was changed since and is not its own', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'One', priority: 3 });
    await on.update(user, task.id, { title: 'Two' });
    const first = await lastEvent(user, task.id);
    await on.update(user, task.id, { priority: 1 });

    const { json } = await on.undo(user, task.id, first.id);

    expect(json).toMatchObject({ title: 'One', priority: 1 });
  });

  it('refuses where that has been changed since, and says what and when', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'One', notes: 'a' });
    await on.update(user, task.id, { title: 'Two', notes: 'b' });
    const first = await lastEvent(user, task.id);
    later(5);
    await on.update(user, task.id, { title: 'Three' });

    const { status, json } = await on.undo(user, task.id, first.id);

    expect([status, json.code]).toEqual([409, 'changed-since']);
    expect(json.detail).toContain(`title (${clock.now.toISOString()})`);
    expect(json.detail).not.toContain('notes');
    expect((await on.readTask(user, task.id)).json.title).toBe('Three');
  });

  it('is of what one has done oneself, unless an event is named', async () => {
    const [ada, bob] = [people.person(), people.person()];
    const task = await people.creates(ada, { title: 'One' });
    await database.owner()`insert into project_members values (${task.projectId}, ${bob}, 'editor')`;
    expect(await on.undo(bob, task.id)).toMatchObject({ status: 409, json: { code: 'nothing-to-undo' } });
    await on.update(ada, task.id, { title: 'Two' });
    await on.update(bob, task.id, { priority: 1 });

    expect((await on.undo(ada, task.id)).json).toMatchObject({ title: 'One', priority: 1 });
    const [theirs] = (await on.history(ada, task.id)).json.items.filter(
      (one: { actor: string }) => one.actor === bob,
    );
    expect((await on.undo(ada, task.id, theirs.id)).json).toMatchObject({ title: 'One', priority: 4 });
    expect(await on.undo(ada, task.id, randomUUID())).toMatchObject({
      status: 404,
      json: { code: 'event-not-found' },
    });
  });

  it('leaves reminders of somebody else alone', async () => {
    const [ada, bob] = [people.person(), people.person()];
    const task = await people.creates(ada, { title: 'x', due, reminders: [{ type: 'before', minutes: 5 }] });
    await database.owner()`insert into project_members values (${task.projectId}, ${bob}, 'editor')`;
    await on.update(bob, task.id, { reminders: [{ type: 'before', minutes: 20 }], title: 'y' });
    const { id } = await lastEvent(ada, task.id);

    await on.undo(ada, task.id, id);

    const minutesOf = async (user: string) =>
      (await on.readTask(user, task.id)).json.reminders.map((one: { minutes: number }) => one.minutes);
    expect([await minutesOf(ada), await minutesOf(bob)]).toEqual([[5], [20]]);
  });

  it('of a move takes a task back to its project and its parent', async () => {
    const user = people.person();
    const parent = await people.creates(user, { title: 'Move house' });
    const child = await people.creates(user, { title: 'Pack', parentId: parent.id });
    const projectId = randomUUID();
    const sql = database.owner();
    await sql`insert into projects (id, owner_id, name) values (${projectId}, ${user}, 'House')`;
    await sql`insert into project_members values (${projectId}, ${user}, 'owner')`;
    await on.update(user, child.id, { projectId });

    expect((await on.undo(user, child.id)).json).toMatchObject({
      projectId: inboxId(user),
      parentId: parent.id,
    });
  });

  it('of a creation deletes, of a deletion restores', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'x' });

    await on.undo(user, task.id);
    expect(await isThere(user, task.id)).toBe(false);
    await on.undo(user, task.id);
    expect(await isThere(user, task.id)).toBe(true);
    await on.undo(user, task.id);
    expect(await isThere(user, task.id)).toBe(false);
    expect(await on.events(task.id)).toEqual(['created', 'deleted', 'restored', 'deleted']);
  });

  it('of a creation keeps what others have made of it since', async () => {
    const [ada, bob] = [people.person(), people.person()];
    const task = await people.creates(ada, { title: 'x' });
    await database.owner()`insert into project_members values (${task.projectId}, ${bob}, 'editor')`;
    await on.update(bob, task.id, { notes: 'Half done' });

    expect(await on.undo(ada, task.id)).toMatchObject({ status: 409, json: { code: 'changed-since' } });
  });

  it('of a creation with a rule takes the series along', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Run', due, recurrence: { rrules: ['FREQ=DAILY'] } });

    await on.undo(user, task.id);

    expect(await on.open(user)).toHaveLength(0);
    expect((await on.read(user, task.recurrence!.seriesId)).status).toBe(404);
  });

  it('of a completion opens it again and takes the successor back; of that, completes it', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'Run', due, recurrence: { rrules: ['FREQ=DAILY'] } });
    await on.done(user, task.id);

    expect((await on.undo(user, task.id)).json).toMatchObject({ status: 'open', completedAt: null });
    expect(await on.open(user)).toMatchObject([{ id: task.id }]);
    expect((await on.undo(user, task.id)).json.status).toBe('completed');
    await on.deliver(task.id);

    expect(await on.open(user)).toMatchObject([{ id: successorId(task.id) }]);
    expect(await on.events(task.id)).toEqual(['created', 'completed', 'reopened', 'completed']);
  });

  it('of a completion that was taken back already is refused', async () => {
    const user = people.person();
    const task = await people.creates(user, { title: 'x' });
    await on.complete(user, task.id);
    const { id } = await lastEvent(user, task.id);
    later(1);
    await on.reopen(user, task.id);
    await on.complete(user, task.id);

    expect((await on.undo(user, task.id, id)).json.code).toBe('changed-since');
    await on.deleteTask(user, task.id);
    expect((await on.undo(user, task.id, id)).json.code).toBe('changed-since');
  });
});
