import { createTask, updateTask } from '@zerodo/domain/commands';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import { testSharing } from '../project-update/test-sharing.ts';
import taskUpdate from '../task-update/handle.ts';
import taskCreate from './handle.ts';

describe('whom a task is for', () => {
  const database = testDatabase();
  const creating = testFunction(taskCreate, database);
  const updating = testFunction(taskUpdate, database);
  const { somebody, asks, makes, joins } = testSharing(database);
  const create = (user: string, data: object) => creating.command(createTask.type, data, user);
  const update = (user: string, taskId: string, changes: object) =>
    updating.command(updateTask.type, { taskId, changes }, user);
  const refused = { status: 422, json: { code: 'assignee-not-found' } };

  async function aSharedProject() {
    const [ada, bob] = [somebody('Ada Lovelace'), somebody('Bob Marley')];
    const project = await makes(ada, { name: 'Garden' });
    await joins(bob, project, ada, 'editor');
    return { ada, bob, project };
  }

  it('is said in a line of words by a name or by "me"', async () => {
    const { ada, bob, project } = await aSharedProject();
    const assignee = async (name: string) =>
      (await create(ada.id, { quickAdd: `Dig #Garden ${name}` })).json.assigneeId;

    expect(await assignee('+bob')).toBe(bob.id);
    expect(await assignee('+"bob marley"')).toBe(bob.id);
    expect(await assignee('+me')).toBe(ada.id);
    expect((await create(ada.id, { quickAdd: 'Rest +me' })).json).toMatchObject({ assigneeId: ada.id });
    const unknown = await create(ada.id, { quickAdd: 'Dig #Garden +Carol' });
    expect(unknown).toMatchObject(refused);
    expect(unknown.json.detail).toContain('Carol');

    const second = somebody('Bob Dylan');
    await joins(second, project, ada, 'viewer');
    const which = await create(ada.id, { quickAdd: 'Dig #Garden +Bob' });
    expect(which).toMatchObject(refused);
    expect(which.json.detail).toContain('2 people');
    expect(await assignee('+"Bob Dylan"')).toBe(second.id);
  });

  it('is a member of the task’s project', async () => {
    const { ada, bob, project } = await aSharedProject();
    const stranger = somebody();

    expect(
      await create(ada.id, { title: 'Dig', projectId: project.id, assigneeId: stranger.id }),
    ).toMatchObject(refused);
    expect(await create(ada.id, { title: 'Dig', assigneeId: bob.id })).toMatchObject(refused);
    const { json } = await create(ada.id, { title: 'Dig', projectId: project.id, assigneeId: bob.id });
    expect(json.assigneeId).toBe(bob.id);
    expect(await update(ada.id, json.id, { assigneeId: stranger.id })).toMatchObject(refused);
    expect((await update(ada.id, json.id, { assigneeId: ada.id })).json.assigneeId).toBe(ada.id);
  });

  it('is what a list can be asked for, and so is the section', async () => {
    const { ada, bob, project } = await aSharedProject();
    const add = (title: string, over: object) => create(ada.id, { title, projectId: project.id, ...over });
    await add('His', { assigneeId: bob.id, section: 'Soon' });
    await add('Hers', { assigneeId: ada.id });
    await add('Anybody’s', { section: 'Later' });
    const titles = async (who: typeof ada, args: object) =>
      (await asks(who, 'list-tasks', args)).json.items.map(({ title }: { title: string }) => title);

    expect(await titles(bob, { assignee: 'me' })).toEqual(['His']);
    expect(await titles(bob, { assignee: ada.id })).toEqual(['Hers']);
    expect(await titles(ada, { section: 'Later' })).toEqual(['Anybody’s']);
  });

  it('is nobody once it moves to where that person does not belong', async () => {
    const { ada, bob, project } = await aSharedProject();
    const other = await makes(ada, { name: 'Alone' });
    const { json } = await create(ada.id, { title: 'Dig', projectId: project.id, assigneeId: bob.id });

    expect((await update(ada.id, json.id, { projectId: other.id })).json).toMatchObject({
      projectId: other.id,
      assigneeId: null,
    });
  });
});
