import { createLabel, deleteLabel, updateLabel } from '@zerodo/domain/label';
import { testDatabase } from '@zerodo/testing/database';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import { testSharing } from './test-sharing.ts';

describe('labels', () => {
  const database = testDatabase();
  const { somebody, does, asks, makes, joins } = testSharing(database);
  const people = testPeople(database);
  const labelsOf = async (who: ReturnType<typeof somebody>) => (await asks(who, 'list-labels')).json.items;
  const labelled = (who: ReturnType<typeof somebody>, labels: string[], over: object = {}) =>
    people.creates(who.id, { title: 'Dig', labels, ...over });

  it('are those on tasks and those that a person keeps, in the order given', async () => {
    const ada = somebody();
    await labelled(ada, ['home', 'a/b & "c", ünïcode ☂']);
    await labelled(ada, ['home']);
    await does(ada, createLabel, { name: 'later', position: 2 });
    await does(ada, createLabel, { name: 'home', color: '#ff0000', position: 1 });

    expect(await labelsOf(ada)).toEqual([
      { name: 'home', color: '#ff0000', position: 1, openTasks: 2 },
      { name: 'later', color: null, position: 2, openTasks: 0 },
      { name: 'a/b & "c", ünïcode ☂', color: null, position: null, openTasks: 1 },
    ]);
    expect(await labelsOf(somebody())).toEqual([]);
  });

  it('are renamed on a thousand tasks, each with its event', async () => {
    const ada = somebody();
    const first = await labelled(ada, ['x', 'old', 'new']);
    await database.owner()`
      insert into tasks (id, project_id, created_by, title, labels)
      select gen_random_uuid(), ${first.projectId}, ${ada.id}, 'Many', '{old}' from generate_series(1, 999)
    `;
    await does(ada, createLabel, { name: 'old', color: '#00ff00', position: 7 });

    const { status, json } = await does(ada, updateLabel, { name: 'old', newName: 'new' });

    expect([status, json]).toEqual([
      200,
      { name: 'new', color: '#00ff00', position: 7, openTasks: 1000, changedTasks: 1000 },
    ]);
    expect((await asks(ada, 'read-task', { taskId: first.id })).json).toMatchObject({
      labels: ['x', 'new'],
      version: 2,
    });
    const [counted] = await database.owner()`
      select count(distinct subject) as tasks, count(*) as events from events
      where type = 'dev.zerodo.task.updated.v1' and user_id = ${ada.id}
        and data -> 'changed' = '["labels"]' and data -> 'task' -> 'labels' ? 'new'
    `;
    expect(counted).toEqual({ tasks: 1000, events: 1000 });
    expect((await labelsOf(ada)).map(({ name }: { name: string }) => name)).toEqual(['new', 'x']);
  });

  it('are renamed in what a series makes next too', async () => {
    const ada = somebody();
    const { recurrence } = await labelled(ada, ['old'], {
      due: { date: '2199-01-01' },
      recurrence: { rrules: ['FREQ=DAILY'] },
    });

    await does(ada, updateLabel, { name: 'old', newName: 'new' });

    const [series] =
      await database.owner()`select labels, version from series where id = ${recurrence!.seriesId}`;
    expect(series).toEqual({ labels: ['new'], version: 2 });
    const events =
      await database.owner()`select type from events where subject = ${recurrence!.seriesId} order by sequence`;
    expect(events.map(({ type }) => type)).toEqual([
      'dev.zerodo.series.created.v1',
      'dev.zerodo.series.updated.v1',
    ]);
  });

  it('are asked for under their new name by the filters of the person', async () => {
    const [ada, bob] = [somebody(), somebody()];
    await labelled(ada, ['old']);
    const filters = [
      [ada.id, 'With it', { label: ['mine', 'old'] }],
      [ada.id, 'Without', { label: ['older'] }],
      [bob.id, 'Not hers', { label: ['old'] }],
    ] as const;
    for (const [userId, name, query] of filters) {
      const row = { id: crypto.randomUUID(), userId, name, query: database.owner().json(query), position: 1 };
      await database.owner()`insert into filters ${database.owner()(row)}`;
    }

    await does(ada, updateLabel, { name: 'old', newName: 'new' });

    const labelsIn = async (who: typeof ada) =>
      (await asks(who, 'list-filters')).json.items.map(
        ({ name, query, version }: { name: string; query: { label: string[] }; version: number }) =>
          `${name} ${version}: ${query.label}`,
      );
    expect((await labelsIn(ada)).sort()).toEqual(['With it 2: mine,new', 'Without 1: older']);
    expect(await labelsIn(bob)).toEqual(['Not hers 1: old']);
    const events =
      await database.owner()`select data from events where type = 'dev.zerodo.filter.updated.v1'`;
    expect(events).toMatchObject([{ data: { changed: ['query'], actor: ada.id } }]);
  });

  it('stay as they are where more than ten thousand tasks would change', async () => {
    const ada = somebody();
    const { projectId } = await labelled(ada, ['old']);
    await database.owner()`
      insert into tasks (id, project_id, created_by, title, labels)
      select gen_random_uuid(), ${projectId}, ${ada.id}, 'Many', '{old}' from generate_series(1, 10000)
    `;

    expect(await does(ada, updateLabel, { name: 'old', newName: 'new' })).toMatchObject({
      status: 422,
      json: { code: 'too-many-tasks' },
    });
    expect(await labelsOf(ada)).toMatchObject([{ name: 'old', openTasks: 10_001 }]);
  });

  it('are taken off tasks where they are deleted', async () => {
    const ada = somebody();
    const task = await labelled(ada, ['keep', 'drop']);

    const { json } = await does(ada, deleteLabel, { name: 'drop' });

    expect(json).toMatchObject({ name: 'drop', openTasks: 0, changedTasks: 1 });
    expect((await asks(ada, 'read-task', { taskId: task.id })).json.labels).toEqual(['keep']);
    expect(await does(ada, deleteLabel, { name: 'drop' })).toMatchObject({
      status: 404,
      json: { code: 'label-not-found' },
    });
  });

  it('stay as they are where a person may only look, and are nothing to a stranger', async () => {
    const [ada, vic] = [somebody('Ada'), somebody('Vic')];
    const project = await makes(ada);
    await joins(vic, project, ada, 'viewer');
    const theirs = await labelled(ada, ['shared'], { projectId: project.id });

    expect((await does(vic, updateLabel, { name: 'shared', newName: 'mine' })).json.changedTasks).toBe(0);
    expect((await does(somebody(), updateLabel, { name: 'shared', newName: 'x' })).json.code).toBe(
      'label-not-found',
    );
    expect((await asks(ada, 'read-task', { taskId: theirs.id })).json.labels).toEqual(['shared']);
    await does(vic, createLabel, { name: 'shared', color: '#123456' });
    expect(await labelsOf(ada)).toMatchObject([{ name: 'shared', color: null }]);
  });

  it('are five hundred of a person’s own at the most', async () => {
    const ada = somebody();
    await database.owner()`
      insert into labels (user_id, name) select ${ada.id}, 'l' || n from generate_series(1, 500) n
    `;

    expect(await does(ada, createLabel, { name: 'one more' })).toMatchObject({
      status: 422,
      json: { code: 'too-many-own-labels' },
    });
    expect((await does(ada, createLabel, { name: 'l1', color: '#123456' })).status).toBe(201);
  });
});
