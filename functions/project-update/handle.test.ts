import { randomUUID } from 'node:crypto';
import { inboxId } from '@zerodo/domain/ids';
import * as commands from '@zerodo/domain/project-commands';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import { testSharing } from './test-sharing.ts';

describe('project-update', () => {
  const database = testDatabase();
  const { somebody, does, asks, makes, joins, eventsOf } = testSharing(database);
  const people = testPeople(database);
  const { createProject, updateProject, deleteProject, restoreProject } = commands;

  it('makes a project that its maker owns, beside the inbox', async () => {
    const ada = somebody();
    const project = await makes(ada, {
      name: ' Garden ',
      color: '#2f9e44',
      sections: ['Soon', 'Later', 'Soon'],
    });

    expect(project).toMatchObject({ name: 'Garden', role: 'owner', members: 1, openTasks: 0, version: 1 });
    expect(project.sections).toEqual(['Soon', 'Later']);
    const { json } = await asks(ada, 'list-projects');
    expect(json.items.map(({ name }: { name: string }) => name)).toEqual(['Inbox', 'Garden']);
    expect((await asks(ada, 'read-project', { projectId: project.id })).json).toEqual(project);
    expect(await eventsOf(project.id)).toMatchObject([
      { what: 'created', shared: false, members: [{ userId: ada.id, role: 'owner' }] },
    ]);
  });

  it('shows everybody an inbox, even before there is a row of it', async () => {
    const ada = somebody();

    const { json } = await asks(ada, 'list-projects');

    expect(json).toMatchObject({
      items: [{ id: inboxId(ada.id), isInbox: true, role: 'owner' }],
      nextCursor: null,
    });
    expect((await asks(ada, 'read-project', { projectId: inboxId(ada.id) })).status).toBe(200);
  });

  it('takes an id that the caller brings, once', async () => {
    const id = '0198b6a4-0000-7000-8000-000000000001';
    await makes(somebody(), { id });

    expect(await does(somebody(), createProject, { id, name: 'Mine' })).toMatchObject({
      status: 409,
      json: { code: 'project-exists' },
    });
  });

  it('changes what was sent and nothing else', async () => {
    const ada = somebody();
    const { id: projectId } = await makes(ada, { color: '#2f9e44' });

    const { json, headers } = await does(ada, updateProject, {
      projectId,
      version: 1,
      changes: { description: 'Plants', defaultView: 'board', archived: true },
    });

    expect(json).toMatchObject({ description: 'Plants', defaultView: 'board', color: '#2f9e44', version: 2 });
    expect(headers.get('etag')).toBe('"2"');
    expect(json.archivedAt).not.toBeNull();
    expect((await asks(ada, 'list-projects', { archived: 'false' })).json.items).toHaveLength(1);
    expect((await asks(ada, 'list-projects', { archived: 'true' })).json.items).toHaveLength(1);
    const again = await does(ada, updateProject, { projectId, changes: { description: 'Plants' } });
    expect(again.json.version).toBe(2);
    expect((await does(ada, updateProject, { projectId, version: 1, changes: {} })).json.code).toBe(
      'version-mismatch',
    );
    expect((await eventsOf(projectId)).at(-1)).toMatchObject({
      what: 'updated',
      changed: ['description', 'defaultView', 'archivedAt'],
    });
  });

  it('renames a section on its tasks, two with each other where that is asked', async () => {
    const ada = somebody();
    const { id: projectId } = await makes(ada, { sections: ['Doing', 'Done', 'Ideas'] });
    const add = (section: string) => people.creates(ada.id, { title: section, projectId, section });
    const [doing, done, ideas] = [await add('Doing'), await add('Done'), await add('Ideas')];

    const { json } = await does(ada, updateProject, {
      projectId,
      changes: { sections: ['Ideas', { was: 'Doing', name: 'Done' }, { was: 'Done', name: 'Doing' }] },
    });

    expect(json.sections).toEqual(['Ideas', 'Done', 'Doing']);
    const section = async (taskId: string) => (await asks(ada, 'read-task', { taskId })).json;
    expect(await section(doing.id)).toMatchObject({ section: 'Done', version: 2 });
    expect(await section(done.id)).toMatchObject({ section: 'Doing', version: 2 });
    expect(await section(ideas.id)).toMatchObject({ section: 'Ideas', version: 1 });
    const events =
      await database.owner()`select type, data from events where subject = ${doing.id} order by sequence`;
    expect(events.at(-1)).toMatchObject({
      type: 'dev.zerodo.task.updated.v1',
      data: { changed: ['section'] },
    });
  });

  it('deletes a project with everything in it, and brings all of it back', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    await joins(bob, project, ada, 'editor');
    const due = { date: '2199-01-01', time: '10:00' };
    const task = await people.creates(bob.id, { title: 'Dig', projectId: project.id, due });

    const { json } = await does(ada, deleteProject, { projectId: project.id });

    expect(json).toMatchObject({ version: 2 });
    for (const who of [ada, bob]) {
      expect((await asks(who, 'read-task', { taskId: task.id })).json.code).toBe('task-not-found');
      expect((await asks(who, 'read-project', { projectId: project.id })).json.code).toBe(
        'project-not-found',
      );
      expect((await asks(who, 'list-tasks', { project: project.id })).json.items).toEqual([]);
    }
    const states = () => database.owner()`select state from reminders where task_id = ${task.id}`;
    expect(await states()).toMatchObject([{ state: 'cancelled' }]);
    expect((await asks(ada, 'list-projects', { deleted: 'true' })).json.items).toMatchObject([
      { id: project.id },
    ]);
    expect((await asks(bob, 'list-projects', { deleted: 'true' })).json.items).toEqual([]);
    expect((await does(bob, restoreProject, { projectId: project.id })).json.code).toBe('project-not-found');

    const restored = await does(ada, restoreProject, { projectId: project.id });

    expect(restored.json).toMatchObject({ deletedAt: null, members: 2, openTasks: 1, version: 3 });
    expect((await asks(bob, 'read-task', { taskId: task.id })).json).toEqual(task);
    expect(await states()).toMatchObject([{ state: 'planned' }]);
    expect((await does(ada, restoreProject, { projectId: project.id })).json.code).toBe(
      'project-not-deleted',
    );
    expect((await eventsOf(project.id)).slice(-2)).toMatchObject([
      { what: 'deleted', shared: true, members: [{ userId: ada.id }, { userId: bob.id }] },
      { what: 'restored', shared: true },
    ]);
  });

  it('leaves the inbox what it is', async () => {
    const ada = somebody();
    const projectId = inboxId(ada.id);
    const refused = { status: 422, json: { code: 'inbox-fixed' } };

    expect(await does(ada, updateProject, { projectId, changes: { name: 'Mine' } })).toMatchObject(refused);
    expect(await does(ada, updateProject, { projectId, changes: { archived: true } })).toMatchObject(refused);
    expect(await does(ada, deleteProject, { projectId })).toMatchObject(refused);
    expect(
      await does(ada, commands.inviteMember, { projectId, email: 'bob@example.test', role: 'viewer' }),
    ).toMatchObject(refused);
    expect(await does(ada, commands.removeMember, { projectId, userId: ada.id })).toMatchObject(refused);
    const coloured = await does(ada, updateProject, {
      projectId,
      changes: { color: '#112233', sections: ['Soon'] },
    });
    expect(coloured.json).toMatchObject({ name: 'Inbox', color: '#112233', sections: ['Soon'] });
  });

  it('finds nothing for a stranger, and refuses a viewer and an editor by name', async () => {
    const [ada, eve, vic, stranger] = [somebody(), somebody('Eve'), somebody('Vic'), somebody('Sam')];
    const project = await makes(ada);
    await joins(eve, project, ada, 'editor');
    await joins(vic, project, ada, 'viewer');
    const { id: projectId } = project;
    const renames = { projectId, changes: { name: 'Theirs' } };

    for (const [command, data] of [
      [updateProject, renames],
      [deleteProject, { projectId }],
      [restoreProject, { projectId }],
      [commands.inviteMember, { projectId, email: 'x@example.test', role: 'owner' }],
      [commands.updateMember, { projectId, userId: ada.id, role: 'viewer' }],
      [commands.removeMember, { projectId, userId: ada.id }],
      [commands.withdrawInvitation, { projectId, invitationId: randomUUID() }],
    ] as const) {
      expect(await does(stranger, command, data)).toMatchObject({
        status: 404,
        json: { code: 'project-not-found' },
      });
    }
    expect(await does(vic, updateProject, renames)).toMatchObject({
      status: 403,
      json: { code: 'project-read-only' },
    });
    expect((await does(eve, updateProject, renames)).status).toBe(200);
    expect(await does(eve, deleteProject, { projectId })).toMatchObject({
      status: 403,
      json: { code: 'project-owner-only' },
    });
    expect((await does(eve, updateProject, { projectId, changes: { archived: true } })).json.code).toBe(
      'project-owner-only',
    );
  });

  it('tells a page of projects after the other in their order', async () => {
    const ada = somebody();
    for (const position of [3, 1, 2]) await makes(ada, { name: `P${position}`, position });

    const first = (await asks(ada, 'list-projects', { limit: 2 })).json;
    const second = (await asks(ada, 'list-projects', { limit: 2, cursor: first.nextCursor })).json;

    const names = [...first.items, ...second.items].map(({ name }: { name: string }) => name);
    expect(names).toEqual(['Inbox', 'P1', 'P2', 'P3']);
    expect(second.nextCursor).toBeNull();
  });

  it('lets a person belong to five hundred projects', async () => {
    const ada = somebody();
    await database.owner()`
      with made as (
        insert into projects (id, owner_id, name)
        select gen_random_uuid(), ${ada.id}, 'Many' from generate_series(1, 499) returning id
      )
      insert into project_members (project_id, user_id, role) select id, ${ada.id}, 'owner' from made
    `;

    // The inbox is the five hundredth.
    expect(await does(ada, createProject, { name: 'One more' })).toMatchObject({
      status: 422,
      json: { code: 'too-many-projects' },
    });
  });

  it('gives no project of somebody else to who names its tasks', async () => {
    const [task] = await given(database.owner(), aTask());

    expect((await asks(somebody(), 'list-members', { projectId: task.projectId })).json.code).toBe(
      'project-not-found',
    );
  });
});
